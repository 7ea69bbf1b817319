"""The counted noun after a number, without a parser: where its phrase ends, which word heads it, and its singular."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.reading.numerals import SCALES, TENS, UNITS
from onrecord.reading.quantities_tables import word_set
from onrecord.reading.quantities_tokens import Token


class Counted(NamedTuple):
    """A counted noun: tokens `[first, last)` up to its head, its singular, and the phrase `of` as a text span."""

    first: int
    last: int
    lemma: str
    of: tuple[int, int]


IRREGULAR = {
    "men": "man", "women": "woman", "people": "person", "persons": "person", "children": "child", "feet": "foot",
    "teeth": "tooth", "mice": "mouse", "geese": "goose", "oxen": "ox", "lives": "life", "wives": "wife",
    "knives": "knife", "leaves": "leaf", "wolves": "wolf", "halves": "half", "thieves": "thief", "shelves": "shelf",
    "loaves": "loaf", "selves": "self", "calves": "calf", "hooves": "hoof", "crises": "crisis", "bases": "base",
    "cases": "case", "analyses": "analysis", "theses": "thesis", "movies": "movie", "cookies": "cookie",
    "ties": "tie", "lies": "lie", "pies": "pie", "zombies": "zombie", "calories": "calorie", "buses": "bus",
    "viruses": "virus", "bonuses": "bonus", "campuses": "campus", "statuses": "status", "gases": "gas",
    "heroes": "hero", "potatoes": "potato", "tomatoes": "tomato", "vetoes": "veto", "torpedoes": "torpedo",
    "echoes": "echo", "volcanoes": "volcano", "mosquitoes": "mosquito", "cargoes": "cargo", "series": "series",
    "species": "species", "criteria": "criterion", "phenomena": "phenomenon", "nuclei": "nucleus",
    "headquarters": "headquarters", "barracks": "barracks", "premises": "premises", "axes": "axe", "shoes": "shoe",
    "canoes": "canoe", "aches": "ache", "caches": "cache", "quizzes": "quiz", "news": "news",
}  # fmt: skip

INVARIANT = word_set("invariant")
"""Counted without a plural ending ("20 personnel", "three aircraft")."""

VICTIMS = word_set("victims")
"""Adjectives that are counted as nouns ("at least 20 dead")."""

STOPS = word_set("stops")
"""Words that end a noun phrase: determiners, prepositions, auxiliaries, common verbs and adverbs."""

LEADERS = word_set("leaders")
"""Words before the noun that say nothing of what is counted."""

_DETERMINERS = word_set("determiners")
NOT_COUNTED = word_set("not_counted")
_NUMBERS = frozenset({*UNITS, *TENS, *SCALES})
_MODIFYING = frozenset(["related", "based", "led", "owned", "only"])
_NOT_MEN = word_set("not_men")
_DESCRIBING = ("ed", "fold", "sided", "way", "time", "ish", "stop", "dimensional", "odd", "something")
_LONGEST = 6
_OPENING = frozenset('"“‘')


def singular(word: str) -> str:
    """The singular of a noun, in lower case; acronyms and names keep their capitals."""
    lower = word.lower()
    if lower in IRREGULAR:
        return IRREGULAR[lower]
    kept = lower if word[:1].islower() or word.istitle() else word
    if lower.endswith("men") and lower not in _NOT_MEN:
        return kept[:-2] + "an"
    if lower.endswith("children"):
        return kept[:-3]
    if lower in INVARIANT or not lower.endswith("s") or lower.endswith(("ss", "us", "is")) or len(word) < 4:
        return kept
    if lower.endswith("ies"):
        return kept[:-3] + "y"
    return kept[:-2] if lower.endswith(("ches", "shes", "sses", "xes", "zzes")) else kept[:-1]


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    lower = word.lower()
    if lower in INVARIANT or (lower in IRREGULAR and lower != "news"):
        return True
    if lower.endswith("children") or (lower.endswith("men") and lower not in _NOT_MEN):
        return True
    return len(lower) > 3 and lower.endswith("s") and not lower.endswith(("ss", "us", "is", "'s", "’s"))


def counted_after(text: str, tokens: Sequence[Token], at: int, *, one: bool) -> Counted | None:
    """The noun counted by a number whose tokens end before `at`; `one` also takes a singular."""
    first = past_partitive(tokens, at)
    if first < len(tokens) and tokens[first].text in _OPENING and tokens[first].end > tokens[first - 1].end + 1:
        first += 1
    hyphen = first < len(tokens) and tokens[first].text == "-" and first == at
    if hyphen:
        return _compound(text, tokens, first)
    if first + 1 < len(tokens) and tokens[first].lower == "x" and tokens[first + 1].text[0].isdigit():
        return None
    words = _counted_run(text, tokens, first, one=one)
    while words and tokens[words[0]].lower in LEADERS:
        words = words[1:]
    if words and tokens[words[0]].lower == "strong":
        return _members(text, tokens, words[0])
    head = _head(tokens, words, one=one and first == at) if words else None
    if head is not None:
        return _headed(text, tokens, words, head)
    hurt = _victims(tokens, words[0] if words else first)
    if hurt is not None:
        return hurt._replace(lemma="person") if first > at + 1 else hurt
    return _attributive(tokens, words, at) if words else None


def _headed(text: str, tokens: Sequence[Token], words: list[int], head: int) -> Counted:
    """The counted noun with its head, the words that hyphens join to it, and the phrase that it heads."""
    last, whole = head + 1, head
    while tokens[whole - 1].text == "-" and tokens[whole].start == tokens[whole - 1].end and whole - 2 >= words[0]:
        whole -= 2
    lemma = text[tokens[whole].start : tokens[head].start].lower() + singular(tokens[head].text)
    of = (tokens[words[0]].start, _of_phrase_end(text, tokens, last))
    return Counted(words[0], last, lemma, of)


def _counted_run(text: str, tokens: Sequence[Token], first: int, *, one: bool) -> list[int]:
    """The noun run, past an "and" or a comma between its adjectives ("eleven large and small towns")."""
    words = noun_run(text, tokens, first)
    if not words or one or any(is_plural(tokens[at].text) for at in words):
        return words
    joint = words[-1] + 1
    if joint >= len(tokens) or tokens[joint].lower not in {"and", "or", ","} or tokens[words[-1]].lower.endswith("ed"):
        return words
    more = noun_run(text, tokens, joint + 1)
    return words + more if any(is_plural(tokens[at].text) for at in more) else words


def past_partitive(tokens: Sequence[Token], at: int) -> int:
    """The index after "of", "of the" or "of its" ("three of the soldiers", "hundreds of soldiers")."""
    if at < len(tokens) and tokens[at].lower == "of":
        at += 1
        while at < len(tokens) and tokens[at].lower in _DETERMINERS | {"most", "least"}:
            at += 1
    return at


def noun_run(text: str, tokens: Sequence[Token], first: int) -> list[int]:
    """Indices of the words from `first` on that may belong to one noun phrase; hyphens between them are passed over."""
    run: list[int] = []
    at = first
    while at < len(tokens) and len(run) < _LONGEST:
        token = tokens[at]
        if token.text == "-" and run and tokens[at - 1].end == token.start:
            at += 1
            continue
        if run and token.text[0].isdigit() and tokens[at - 1].end == token.start and tokens[at - 1].text[0].isupper():
            at += 1
            continue
        stops = token.lower in _NUMBERS or (token.lower in STOPS and not _in_compound(tokens, at))
        if not token.text[0].isalpha() or stops or _line_break(text, tokens, at, first):
            break
        run.append(at)
        at += 1
    return run


def run_before(
    text: str, tokens: Sequence[Token], last: int, *, stops: frozenset[str] = frozenset()
) -> tuple[int, int] | None:
    """The span of the noun phrase that ends before token `last`, or None."""
    at = last
    while at > 0 and last - at < _LONGEST:
        token = tokens[at - 1]
        joins = token.text == "-" and tokens[at].start == token.end
        if not joins and (not token.text[0].isalpha() or token.lower in STOPS | stops or token.lower.endswith("ly")):
            break
        if at < last and "\n" in text[token.end : tokens[at].start]:
            break
        at -= 1
    return (tokens[at].start, tokens[last - 1].end) if at < last and tokens[at].text != "-" else None


def phrase_after(text: str, tokens: Sequence[Token], first: int) -> tuple[int, int] | None:
    """The span of the noun phrase from token `first` on, a determiner left out, with one "of" phrase; or None."""
    if first < len(tokens) and tokens[first].lower in _DETERMINERS:
        first += 1
    run = noun_run(text, tokens, first)
    while len(run) > 1 and tokens[run[-1]].lower.endswith(("ed", "ly")):
        run = run[:-1]
    if not run:
        return None
    return tokens[run[0]].start, _of_phrase_end(text, tokens, run[-1] + 1)


def _in_compound(tokens: Sequence[Token], at: int) -> bool:
    """Whether hyphens join the word to others ("in-person", "over-the-counter")."""
    last = at + 1 < len(tokens) and tokens[at + 1].text == "-" and tokens[at + 1].start == tokens[at].end
    return last or (at > 1 and tokens[at - 1].text == "-" and tokens[at - 2].end == tokens[at - 1].start)


def _line_break(text: str, tokens: Sequence[Token], at: int, first: int) -> bool:
    return at > 0 and at >= first and "\n" in text[tokens[at - 1].end : tokens[at].start]


def _compound(text: str, tokens: Sequence[Token], hyphen: int) -> Counted | None:
    """Count the members of "a five-member panel"."""
    at = hyphen + 1
    if at >= len(tokens) or tokens[at].start != tokens[hyphen].end or not tokens[at].text[0].isalpha():
        return None
    token = tokens[at]
    if token.lower == "strong":
        return _members(text, tokens, at)
    if token.lower in STOPS or token.lower.endswith(_DESCRIBING):
        return None
    return Counted(at, at + 1, singular(token.text), (token.start, token.end))


def _members(text: str, tokens: Sequence[Token], strong: int) -> Counted:
    """Count the members of "a 10,000-strong force"."""
    of = phrase_after(text, tokens, strong + 1) or (tokens[strong].start, tokens[strong].end)
    return Counted(strong, strong + 1, "member", of)


def _victims(tokens: Sequence[Token], at: int) -> Counted | None:
    if at < len(tokens) and tokens[at].lower in VICTIMS:
        token = tokens[at]
        return Counted(at, at + 1, token.lower, (token.start, token.end))
    return None


def _attributive(tokens: Sequence[Token], words: list[int], at: int) -> Counted | None:
    """The singular in "a three course meal": straight after the number, which stands straight after an article."""
    article = at > 1 and tokens[at - 2].lower in {"a", "an", "the"}
    joined = at + 1 < len(tokens) and tokens[at + 1].text == "-"
    verb = tokens[at].lower.endswith("ed") and not joined
    name = not tokens[at].text[0].islower() and not tokens[at].text.isupper()
    if not article or verb or joined or name or words[0] != at:
        return None
    return Counted(at, at + 1, singular(tokens[at].text), (tokens[at].start, tokens[words[-1]].end))


def _head(tokens: Sequence[Token], words: list[int], *, one: bool) -> int | None:
    """The first plural and the plurals straight after it ("security forces members"); for one, the last noun."""
    if tokens[words[0]].lower in NOT_COUNTED and tokens[words[0]].text != "US":
        return None
    if one:
        return _singular_head(tokens, words)
    plurals = [at for at in words if is_plural(tokens[at].text)]
    plurals = [at for at in plurals if not _modifies(tokens, at)] or plurals
    if not plurals:
        return None
    head = plurals[0]
    if tokens[head].lower in INVARIANT and len(plurals) > 1:
        head = plurals[1]
    while head + 1 in plurals:
        head += 1
    return head


def _modifies(tokens: Sequence[Token], at: int) -> bool:
    """Whether a plural only describes the noun after it ("53 sports-related deaths")."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and (after.lower in _MODIFYING or (after.text == "-" and after.start == tokens[at].end))


def _singular_head(tokens: Sequence[Token], words: list[int]) -> int | None:
    head = words[0]
    for at in words[1:4]:
        if tokens[at].lower.endswith(("ed", "ing", "ly")) or is_plural(tokens[at].text):
            break
        head = at
    return None if tokens[head].lower.endswith("ed") else head


def _of_phrase_end(text: str, tokens: Sequence[Token], at: int) -> int:
    """Where the phrase ends when "of NP" or "of NP and N" follows at token `at`."""
    end = tokens[at - 1].end
    if at >= len(tokens) or tokens[at].lower != "of":
        return end
    at += 1
    if at < len(tokens) and tokens[at].lower in _DETERMINERS:
        at += 1
    run = noun_run(text, tokens, at)
    while len(run) > 1 and tokens[run[-1]].lower.endswith(("ed", "ly")):
        run = run[:-1]
    if not run:
        return end
    last = run[-1] + 1
    joined = noun_run(text, tokens, last + 1) if last < len(tokens) and tokens[last].lower == "and" else []
    return tokens[joined[0]].end if len(joined) == 1 else tokens[run[-1]].end
