"""What a bare number counts whose noun stands elsewhere: "four of them children", "the number of jobs fell to 4"."""

from __future__ import annotations

import re
from bisect import bisect_left

from onrecord.model import Span
from onrecord.reading.quantities_context import PERSON, Found, Page
from onrecord.reading.quantities_nouns import STOPS, is_plural, noun_run, singular
from onrecord.reading.quantities_ranges import Amount

_REACH = 160
_NEAR = 200
_LEVELS = (
    r"(?:has|have|had)?\s?(?:already\s|now\s|since\s)?(?:risen|rose|rises|grown|grew|climbed|jumped|increased|fallen|fell|"
    r"dropped|declined|reached|stands|stood|is|was|were|are)\s(?:by\s[^.;]{1,30}\s)?(?:up\s)?(?:to|at)?\s?$"
)
# "The number of people killed has risen to 23": the noun, and what comes between it and the verb.
_NUMBER_OF = re.compile(
    rf"\b(?:number|total|tally|count)\sof\s((?:[a-z-]+\s){{0,3}}?[a-z-]+)\b[^.;:\n]{{0,80}}?\s{_LEVELS}", re.IGNORECASE
)
_TOLL = re.compile(rf"\b(?:death\s)?toll\b[^.;:\n]{{0,60}}?\s{_LEVELS}", re.IGNORECASE)
_DONE = re.compile(r"\s(?:were|was|are|have\sbeen|had\sbeen)\s(\w{4,})(?:ed|en)\b")
_BALLOTS = frozenset("vote seat ballot delegate".split())
_SENTENCE = re.compile(r"(?:^|[.!?]\s+|\n)([A-Z][^.!?\n]*)[.!?]\s+$")
_VERBS = frozenset("have had were are will would can may could did do".split())
_OPENING = 8
_ENDS = frozenset(".;!?\n")


def noun_meant(page: Page, amount: Amount, previous: Found | None) -> str | None:
    """The singular of what a number without a noun counts, by what it is of, its clause, or the count before it."""
    return _of_them(page, amount, previous) or _of_subject(page, amount) or _as_before(page, amount, previous)


def partitive(page: Page, amount: Amount) -> Span | None:
    """The noun in "four of them children"."""
    run = _after_them(page, amount)
    return (page.tokens[run[0]].start, page.tokens[run[-1]].end) if run else None


def _is_of_them(page: Page, amount: Amount) -> bool:
    return tuple(token.lower for token in page.tokens[amount.last : amount.last + 2]) == ("of", "them")


def _after_them(page: Page, amount: Amount) -> list[int]:
    if not _is_of_them(page, amount):
        return []
    run = noun_run(page.text, page.tokens, amount.last + 2)
    heads = [at for at in run if is_plural(page.tokens[at].text) and page.tokens[at].lower not in STOPS]
    return run[: run.index(heads[0]) + 1] if heads else []


def _of_them(page: Page, amount: Amount, previous: Found | None) -> str | None:
    if not _is_of_them(page, amount):
        return None
    if run := _after_them(page, amount):
        return singular(page.tokens[run[-1]].text)
    if previous is not None and previous.amount.measure is None:
        between = page.text[previous.quantity.end : amount.start]
        if len(between) <= _NEAR and not set(between) & _ENDS:
            return previous.quantity.unit
    return _subject_before(page, amount)


def _subject_before(page: Page, amount: Amount) -> str | None:
    """The plural that the sentence before begins with: "Norvian soldiers were trained. Tens of thousands of them"."""
    before = _SENTENCE.search(page.text[max(0, amount.start - _REACH) : amount.start])
    if before is None:
        return None
    start = max(0, amount.start - _REACH) + before.start(1)
    first = bisect_left(page.tokens, start, key=lambda token: token.start)
    opening = page.tokens[first : first + _OPENING]
    run = noun_run(page.text, opening, 0)
    if not run or run[-1] + 1 >= len(opening) or opening[run[-1] + 1].lower not in _VERBS:
        return None
    noun = opening[run[-1]].text
    return singular(noun) if is_plural(noun) else None


def _of_subject(page: Page, amount: Amount) -> str | None:
    """By "the number of …" or "the toll" in the same sentence, of which it is the level."""
    before = page.text[max(0, amount.start - _REACH) : amount.start]
    if match := _NUMBER_OF.search(before):
        nouns = [word for word in match[1].split() if is_plural(word)]
        return singular(nouns[0]) if nouns else None
    return PERSON if _TOLL.search(before) else None


def _as_before(page: Page, amount: Amount, previous: Found | None) -> str | None:
    """By the count before it: "201 votes to 148", "train 20,000 soldiers. Last year 12,000 were trained"."""
    if previous is None or previous.amount.measure is not None or previous.quantity.unit is None:
        return None
    noun = previous.quantity.unit.split(" per ")[0]
    between = page.text[previous.quantity.end : amount.start]
    if between.strip() in {"to", "against"} and noun in _BALLOTS:
        return noun
    done = _DONE.match(page.text, amount.end)
    if not done or len(between) > _NEAR:
        return None
    before = page.text[max(0, previous.quantity.start - _NEAR) : previous.quantity.start]
    same = rf"\b{re.escape(done[1])}(?:e|s|es|ed|ing)?\b[^.;\n]{{0,40}}$"
    return noun if re.search(same, before, re.IGNORECASE) else None
