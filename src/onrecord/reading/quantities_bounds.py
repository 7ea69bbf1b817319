"""What the words around a number say of it: its bound ("up to", "or more") and its direction ("rose by", "drop")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from onrecord.model import Bound, Change
from onrecord.reading.quantities_tables import word_set
from onrecord.reading.quantities_tokens import Token

BEFORE = {
    Bound.MORE: (
        "more than|over|above|beyond|exceeding|exceeded|exceeds|exceed|in excess of|upwards of|upward of|north of|"
        "greater than|higher than|larger than|bigger than|longer than|older than|just over|well over|topping|over than|"
        "surpassing|surpassed|surpass|surpasses|>"
    ),
    Bound.AT_LEAST: (
        "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of|no lower than|"
        "greater than or equal to|not below|at the very least|≥"
    ),
    Bound.LESS: (
        "less than|fewer than|under|below|just under|just below|well under|just short of|short of|lower than|"
        "smaller than|shorter than|younger than|south of|<"
    ),
    Bound.AT_MOST: (
        "up to|at most|no more than|not more than|as many as|as much as|as high as|as long as|a maximum of|maximum of|"
        "at the most|no greater than|limited to|restricted to|capped at|a limit of|a cap of|a ceiling of|not exceeding|"
        "not exceed|less than or equal to|no higher than|≤"
    ),
    Bound.ABOUT: (
        "about|around|some|roughly|approximately|approx|approx .|circa|c .|ca .|nearly|almost|close to|near|nearing|"
        "an estimated|estimated|estimated at|an estimate of|barely|more or less|something like|in the region of|"
        "on the order of|of the order of|approaching|virtually|~|∼|≈"
    ),
}
"""Words before a number. "Nearly 500" is about 500 and not below it: reporters round with it both ways."""

AFTER = {
    Bound.AT_LEAST: (
        "or more|or above|or over|or greater|or higher|or longer|or older|and above|and over|and up|at least|plus|+|"
        "- plus"
    ),
    Bound.AT_MOST: "or less|or fewer|or below|or under|or younger|and under|at most|at the most|tops|max|maximum",
    Bound.ABOUT: "or so|or thereabouts|approximately|roughly|give or take|more or less|- odd|- ish",
}
"""Words after a number or after its noun."""

UP = word_set("up")
DOWN = word_set("down")
"""Words before a quantity, with or without "by", that make it a change. "Rose to 12" is a level."""

UP_NOUNS = word_set("up_nouns")
DOWN_NOUNS = word_set("down_nouns")
UP_AFTER = frozenset(["higher", "up", "more"])
DOWN_AFTER = frozenset(["lower", "down", "less"])

OBJECT_TAKERS = word_set("object_takers")
"""Of these, the ones whose object needn't be a change ("raised $10m", "lost 12 soldiers"): a share or points is one."""

LOSERS = frozenset(["lose", "loses", "lost", "losing"])
"""With "by" these tell a margin ("lost by 54 votes")."""

LIMITERS = {
    "to": frozenset(["limit", "limits", "limited", "limiting", "restrict", "restricts", "restricted", "restricting"]),
    "at": frozenset(["cap", "caps", "capped", "capping"]),
}
"""Before a number, words and the verbs that make it a limit with a few words between."""

_FILLERS = word_set("fillers")
_NOT_UP = word_set("not_up")
_PLACES = frozenset(["over", "above", "beyond", "under", "below", "around", "near", "about"])
"""Bounds only straight before the number: "over the three days" is no bound."""

_CHANGES = frozenset({"share", "score"})
_LONGEST = 5
_REACH = 5


@dataclass(frozen=True, slots=True)
class Cues:
    """The bound and direction found before a number, and the token where the words for them start."""

    bound: Bound
    change: Change | None
    first: int


def cues_before(tokens: Sequence[Token], first: int, kind: str | None) -> Cues:
    """Bound and direction by the words before token `first`; `kind` is that of its unit, None for a counted noun."""
    bound, at = _bound_before(tokens, first)
    return Cues(bound, _change_before(tokens, at, kind), at)


def bound_after(tokens: Sequence[Token], last: int) -> tuple[Bound, int] | None:
    """The bound by the words from token `last` on and the token after them, or None."""
    for size in range(_LONGEST, 0, -1):
        phrase = tuple(token.lower for token in tokens[last : last + size])
        if len(phrase) == size and phrase in _phrases_after():
            return _phrases_after()[phrase], last + size
    return None


def change_after(tokens: Sequence[Token], last: int) -> Change | None:
    """The direction by the word after a measured quantity ("3 percent higher", "a 4.2 percent drop")."""
    word = tokens[last].lower if last < len(tokens) else ""
    if _leads_on(tokens, last + 1):
        return _noun_direction(word)
    if word in UP_AFTER:
        return Change.UP
    return Change.DOWN if word in DOWN_AFTER else _noun_direction(word)


def limits(low: float | None, high: float | None, bound: Bound) -> tuple[float | None, float | None, Bound]:
    """The ends of a number that spans `[low, high]` once `bound` is applied to it."""
    if bound in {Bound.MORE, Bound.AT_LEAST}:
        return low, None, bound
    if bound in {Bound.LESS, Bound.AT_MOST}:
        return None, low if high is None else high, bound
    if bound is Bound.EXACT and low != high:
        return low, high, Bound.RANGE
    return low, high, bound


def _leads_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether "up" or "down" belongs to what follows ("12 percent, up from 9")."""
    return at < len(tokens) and (tokens[at].lower in {"from", "to"} or tokens[at].text[0].isdigit())


@cache
def _phrases_before() -> dict[tuple[str, ...], Bound]:
    return {tuple(phrase.split()): bound for bound, phrases in BEFORE.items() for phrase in phrases.split("|")}


@cache
def _phrases_after() -> dict[tuple[str, ...], Bound]:
    return {tuple(phrase.split()): bound for bound, phrases in AFTER.items() for phrase in phrases.split("|")}


def _bound_before(tokens: Sequence[Token], first: int) -> tuple[Bound, int]:
    """The bound by the longest phrase that ends at token `first`, fillers between them passed over."""
    for skipped in range(3):
        at = first - skipped
        if skipped and (at < 0 or tokens[at].lower not in _FILLERS):
            break
        for size in range(_LONGEST, 0, -1):
            phrase = tuple(token.lower for token in tokens[max(0, at - size) : at])
            if len(phrase) == size and phrase in _phrases_before() and not (skipped and phrase[0] in _PLACES):
                return _phrases_before()[phrase], at - size
    return (Bound.AT_MOST if _limited(tokens, first) else Bound.EXACT), first


def _limited(tokens: Sequence[Token], first: int) -> bool:
    """Whether a verb a few words before makes the number a limit ("limits the mission to 60 boats")."""
    link = tokens[first - 1].lower if first else ""
    back = range(first - 2, max(-1, first - 2 - _REACH), -1)
    words = [tokens[at].lower for at in back] if link in LIMITERS else []
    return any(word in LIMITERS[link] for word in takewhile(str.isalpha, words))


def _change_before(tokens: Sequence[Token], first: int, kind: str | None) -> Change | None:
    at = first
    by = False
    while at > 0 and first - at < 4 and (tokens[at - 1].lower in _FILLERS or tokens[at - 1].lower.endswith("ly")):
        at -= 1
        by = by or tokens[at].lower == "by"
    if at and (direction := _direction(tokens, at - 1)) is not None:
        if by and tokens[at - 1].lower in LOSERS:
            return None
        is_change = by or kind in _CHANGES or (kind not in {None, "time"} and tokens[at - 1].lower not in OBJECT_TAKERS)
        return direction if is_change else None
    if at > 1 and tokens[at - 1].lower == "of":
        return _noun_direction(tokens[at - 2].lower)
    return _verb_of(tokens, at) if by else None


def _verb_of(tokens: Sequence[Token], by: int) -> Change | None:
    """The direction of the verb a few words before "by" ("cut its budget by a third")."""
    for back in range(by - 1, max(-1, by - 1 - _REACH), -1):
        if (direction := _direction(tokens, back)) is not None:
            return direction
        if not tokens[back].text[0].isalpha():
            break
    return None


def _noun_direction(word: str) -> Change | None:
    if word in UP_NOUNS:
        return Change.UP
    return Change.DOWN if word in DOWN_NOUNS else None


def _direction(tokens: Sequence[Token], at: int) -> Change | None:
    word = tokens[at].lower
    if word in {"up", "down"} and at > 0 and tokens[at - 1].lower in _NOT_UP | {"-"}:
        return None
    if word in UP:
        return Change.UP
    return Change.DOWN if word in DOWN else None
