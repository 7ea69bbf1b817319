"""Quantities in text: numbers with their bounds, units and what is counted, told from numbers that only name things.

A quantity's span covers the number, its scale and its unit or counted noun; bound words stay outside. A unit is
canonical ("percent", "kilometre", "EUR", "USD per barrel"), else the singular of the counted noun. Shares in words
("two-thirds", "one in five") have the unit "fraction" and a value between 0 and 1. "Doubled" and "halved" are changes,
by so many times or to such a share.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from onrecord.model import Bound, Quantity, Span
from onrecord.reading.numerals import Style, opens_numeral
from onrecord.reading.quantities_ages import is_age
from onrecord.reading.quantities_bounds import DOWN, UP, Cues, bound_after, change_after, cues_before, limits
from onrecord.reading.quantities_context import (
    Found,
    Page,
    echoed_unit,
    has_magnitude,
    implied_unit,
    inherits,
    is_compared,
    is_level,
    is_parallel,
    later_unit,
    restates,
    said_of,
)
from onrecord.reading.quantities_labels import find_labels
from onrecord.reading.quantities_meant import noun_meant, partitive
from onrecord.reading.quantities_multiples import opens_multiple, read_multiple
from onrecord.reading.quantities_naming import counts_nothing, stands_alone
from onrecord.reading.quantities_nouns import Counted, counted_after, past_partitive, phrase_after, run_before
from onrecord.reading.quantities_ranges import Amount, read_amount
from onrecord.reading.quantities_tables import word_set
from onrecord.reading.quantities_tokens import tokenize
from onrecord.reading.quantities_units import Measure, with_rate

FRACTION = "fraction"
AGE = "year"
BEFORE_WHOLE = word_set("before_whole")
"""Words before the number of which another is a part ("10 of the first 11 games")."""

_LIKE_YEARS = 1000

ARTICLES = frozenset(["a", "an", "the", "its", "their", "his", "her"])
MEASURED_BEFORE = frozenset(["worth", "of", "totalling", "totaling"])
"""Words between what is measured and its measure ("aid worth $5m", "a speed of 15 mph")."""


def find_quantities(text: str, skip: Sequence[Span] = ()) -> tuple[Quantity, ...]:
    """The quantities of `text` in order, not overlapping; numbers within `skip` (times, say) are left out.

    Offsets are code points. Where a number has no ends that the words give, they are None: "up to 150,000 soldiers" has
    no low. Never raises on any text.
    """
    page = Page(text, tokenize(text), _merged([*find_labels(text), *skip]))
    found: list[Found] = []
    at = 0
    while at < len(page.tokens):
        here = _read(page, at, found[-1] if found else None) if _may_begin(page.tokens[at].lower) else None
        if here is not None:
            found.append(here)
        at = here.last if here is not None else at + 1
    return tuple(each.quantity for each in found)


@lru_cache(maxsize=4096)
def _may_begin(word: str) -> bool:
    return opens_numeral(word) or opens_multiple(word)


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _is_label(page: Page, start: int, end: int) -> bool:
    at = bisect_left(page.labels, (end, -1)) - 1
    return at >= 0 and page.labels[at][1] > start


def _read(page: Page, at: int, previous: Found | None) -> Found | None:
    if _is_label(page, page.tokens[at].start, page.tokens[at].end):
        return None
    if (multiple := read_multiple(page, at)) is not None:
        return None if _is_label(page, multiple.quantity.start, multiple.quantity.end) else multiple
    amount = read_amount(page.text, page.tokens, at)
    if amount is None or _is_label(page, amount.start, amount.end) or (previous and amount.first < previous.last):
        return None
    after = bound_after(page.tokens, amount.last)
    counted = _counted(page, amount, after[1] if after else amount.last)
    if counted is not None and _is_label(page, amount.start, page.tokens[counted.last - 1].end):
        counted = None
    kind = amount.measure.kind if amount.measure else FRACTION if amount.style is Style.FRACTION else None
    cues = cues_before(page.tokens, amount.first, kind)
    if counts_nothing(page.tokens, amount, counted, cues):
        return None
    bare = amount.measure is None and counted is None
    if bare and (shared := later_unit(page, amount) or echoed_unit(page, amount, previous)) is not None:
        cues = cues_before(page.tokens, amount.first, shared.kind)
        return _found(page, replace(amount, measure=shared), None, cues, previous)
    if bare and not (
        is_age(page.tokens, amount)
        or is_level(page, amount, previous)
        or is_parallel(page, amount, previous)
        or is_compared(page, amount, previous)
        or implied_unit(page.tokens, amount, cues.first) is not None
        or stands_alone(page.tokens, amount, cues)
    ):
        return None
    return _found(page, amount, counted, cues, previous)


def _counted(page: Page, amount: Amount, at: int) -> Counted | None:
    if amount.measure is not None or is_age(page.tokens, amount) or has_magnitude(page.tokens, amount):
        return None
    one = amount.low == amount.high == 1 and amount.style is not Style.FRACTION
    counted = counted_after(page.text, page.tokens, at, one=one)
    return counted or _part_of_count(page, amount) or _of_such(page, amount)


def _part_of_count(page: Page, amount: Amount) -> Counted | None:
    """What a part of a number counts ("21 of the 30 boats")."""
    at = past_partitive(page.tokens, amount.last)
    if at < len(page.tokens) and page.tokens[at].lower in BEFORE_WHOLE:
        at += 1
    whole = read_amount(page.text, page.tokens, at) if at > amount.last else None
    if whole is None or whole.measure is not None or amount.style in {Style.FRACTION, Style.VAGUE}:
        return None
    counted = counted_after(page.text, page.tokens, whole.last, one=False)
    return None if counted is None else counted._replace(first=amount.last, last=amount.last)


def _of_such(page: Page, amount: Amount) -> Counted | None:
    """What a number counts past another one that describes it ("two 17-year-old girls", "five $20 notes")."""
    sign = amount.last < len(page.tokens) and page.tokens[amount.last].text in {"$", "€", "£"}
    such = read_amount(page.text, page.tokens, amount.last + sign)
    if such is None or not _may_count_such(page, amount, such):
        return None
    at = such.last
    if such.measure is None:
        part = counted_after(page.text, page.tokens, at, one=False)
        if part is None or part.first != at + 1:
            return None
        at = part.last
    counted = counted_after(page.text, page.tokens, at, one=amount.low == 1)
    return counted._replace(first=amount.last, last=amount.last) if counted and counted.first == at else None


def _may_count_such(page: Page, amount: Amount, such: Amount) -> bool:
    """Whether two numbers in a row are no list: the first is in words, or a hyphen ties the second to its noun."""
    if amount.style is Style.WORDS:
        return amount.scaled == 1
    tied = "-" in page.text[such.start : such.end + 1] and not such.ranged
    return tied and amount.style is Style.DIGITS and (amount.low < _LIKE_YEARS or amount.ranged)


def _found(page: Page, amount: Amount, counted: Counted | None, cues: Cues, previous: Found | None) -> Found:
    fraction = amount.style is Style.FRACTION and amount.measure is None
    last = counted.last if counted and not fraction else amount.last
    after = bound_after(page.tokens, last) or bound_after(page.tokens, amount.last)
    bound = after[0] if after and cues.bound in {Bound.EXACT, Bound.ABOUT} else cues.bound
    change = cues.change
    if change is None and (amount.measure is not None or fraction):
        change = change_after(page.tokens, last)
    if previous is not None and bound is Bound.EXACT and change is None and restates(page, previous, amount):
        bound, change = said_of(previous.quantity)
    low, high, bound = limits(amount.low, amount.high, bound)
    end, unit = _unit(page, amount, counted, last)
    while last < len(page.tokens) and page.tokens[last].start < end:
        last += 1
    of = _of(page, amount, counted, cues)
    if unit is None:
        unit = implied_unit(page.tokens, amount, cues.first)
    if unit is None and previous is not None and inherits(page, amount, previous):
        unit, of = previous.quantity.unit, previous.quantity.of
    if unit is None:
        unit = noun_meant(page, amount, previous)
    if apposed := partitive(page, amount):
        of = page.text[slice(*apposed)]
    quantity = Quantity(start=amount.start, end=end, low=low, high=high, bound=bound, change=change, unit=unit, of=of)
    return Found(quantity, amount, last)


def _unit(page: Page, amount: Amount, counted: Counted | None, last: int) -> tuple[int, str | None]:
    """Where the quantity ends and its unit."""
    end = max(amount.end, page.tokens[last - 1].end)
    if amount.measure is not None:
        return end, amount.measure.unit
    if amount.style is Style.FRACTION:
        return end, FRACTION
    if counted is not None:
        rated = with_rate(page.text, Measure(end, end, counted.lemma, ""))
        return rated.end, rated.unit
    return end, AGE if is_age(page.tokens, amount) else None


def _of(page: Page, amount: Amount, counted: Counted | None, cues: Cues) -> str | None:
    """The counted or measured phrase in the text's words."""
    span = counted.of if counted is not None else _measured(page, amount, cues)
    return None if span is None or _is_label(page, *span) else page.text[span[0] : span[1]]


def _measured(page: Page, amount: Amount, cues: Cues) -> Span | None:
    """What a measure is of: "25% of voters", "aid worth $5m", "a $5m contract", "prices rose 3%"."""
    tokens, after = page.tokens, amount.last
    follows = tokens[after].lower if after < len(tokens) else ""
    if follows in {"of", "in"}:
        span = phrase_after(page.text, tokens, after + 1)
        if span is not None and (follows == "of" or page.text[span[0]].islower()):
            return span
    at = cues.first
    before = tokens[at - 1].lower if at else ""
    if before in ARTICLES and (span := phrase_after(page.text, tokens, after)) is not None:
        return span
    if before in MEASURED_BEFORE:
        return run_before(page.text, tokens, at - 1)
    return _changed(page, at) if cues.change is not None else None


def _changed(page: Page, at: int) -> Span | None:
    """What rose or fell: before the verb ("prices rose"), or between it and "by" ("cut its budget by")."""
    while at > 1 and page.tokens[at - 1].lower not in UP | DOWN:
        if page.tokens[at - 1].lower == "by":
            found = run_before(page.text, page.tokens, at - 1, stops=UP | DOWN)
            if found is not None:
                return found
        at -= 1
    return run_before(page.text, page.tokens, at - 1) if at > 1 else None
