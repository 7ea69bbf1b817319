"""What a bare number takes from the quantities beside it: its unit, bound, direction, or that it counts at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Bound, Change, Quantity, Span
from onrecord.reading.numerals import Style
from onrecord.reading.quantities_bounds import cues_before
from onrecord.reading.quantities_naming import HARMING
from onrecord.reading.quantities_ranges import Amount, read_amount
from onrecord.reading.quantities_tables import word_set
from onrecord.reading.quantities_tokens import Token
from onrecord.reading.quantities_units import Measure

COMPARED_BY = frozenset(["from", "with", "against", "than", "versus", "vs"])
COMPARED = "compared"
COMPARED_WITHIN = 60
"""A bare number after one of these words, within so many characters of a quantity, has that quantity's unit."""

HARMED = word_set("harmed")
"""What is said of people: a bare number before it counts persons ("twenty were injured")."""

PERSON = "person"
MAGNITUDE = "magnitude"

COUNTS_OF = dict.fromkeys(word_set("groups_of"), PERSON) | dict.fromkeys(word_set("parents_of"), "child")
"""What a bare number counts after these words with "of" ("a town of 12,000", "a mother of two")."""

_PHYSICAL = frozenset("length mass time temperature data volume area image speed power money".split())

SHARING: dict[str, frozenset[str]] = {
    "up": frozenset(["score"]),
    "down": frozenset(["score"]),
    "x": frozenset(["length", "image"]),
    "×": frozenset(["length", "image"]),
    "by": frozenset(["length"]),
    "and": _PHYSICAL,
    "or": _PHYSICAL | {"share", "score"},
}
"""Words between two numbers with one unit, and the kinds that it may be of."""

PARALLEL = frozenset(["by", "in", "at", "for", "from", "to", "on", "with", "against"])
"""Words that may follow each of two counts of the same."""

_FILLERS = frozenset(["just", "only", "about", "around", "nearly", "some"])
_LINKS = word_set("harm_links")
_RESTATING = frozenset(["(", "/", "or", ", or"])
_CHANGING = frozenset(["share", "score", "money"])
_SENTENCE_ENDS = frozenset(".;!?\n")
_ECHOED_WITHIN = 80


@dataclass(frozen=True, slots=True)
class Page:
    """A text, its tokens, and the spans whose numbers aren't quantities."""

    text: str
    tokens: tuple[Token, ...]
    labels: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity, the amount it was read from, and the token after it."""

    quantity: Quantity
    amount: Amount
    last: int


def later_unit(page: Page, amount: Amount) -> Measure | None:
    """The unit that a bare number shares with the one after it ("from 9 to 5 percent", "13 and 14 kg", "3 x 5 m")."""
    later = read_amount(page.text, page.tokens, amount.last + 1)
    if later is None or later.measure is None:
        return None
    before, after = _word(page.tokens, amount.first - 1), _word(page.tokens, amount.last)
    if (before, after) in {("from", "to"), ("to", "from")}:
        return later.measure
    if {amount.style, later.style} != {Style.DIGITS} or later.ranged or after not in SHARING:
        return None
    written_after = later.measure.start > later.start
    return later.measure if written_after and later.measure.kind in SHARING[after] else None


def echoed_unit(page: Page, amount: Amount, previous: Found | None) -> Measure | None:
    """The share that a bare number after a direction takes from the one before ("fell 2 percent, then gained 0.4")."""
    if previous is None or previous.quantity.change is None or amount.ranged:
        return None
    measure = previous.amount.measure
    if measure is None or measure.kind != "share" or amount.low >= 100:
        return None
    between = page.text[previous.quantity.end : amount.start]
    if len(between) > _ECHOED_WITHIN or set(between) & _SENTENCE_ENDS:
        return None
    return measure if cues_before(page.tokens, amount.first, measure.kind).change is not None else None


def is_level(page: Page, amount: Amount, previous: Found | None) -> bool:
    """Whether a bare number is where a change leads to ("rose by 1,245 to 45,300")."""
    if previous is None or previous.quantity.change is None:
        return False
    return page.text[previous.quantity.end : amount.start].strip() == "to"


def is_parallel(page: Page, amount: Amount, previous: Found | None) -> bool:
    """Whether a bare number goes on as the count before it did ("435 homes by sale and 187 by tender")."""
    if previous is None or previous.quantity.unit is None or previous.amount.measure is not None:
        return False
    joined = _word(page.tokens, amount.first - 1) == "and" and amount.low >= 2
    same = _word(page.tokens, amount.last) == _word(page.tokens, previous.last) in PARALLEL
    return joined and same and not set(page.text[previous.quantity.end : amount.start]) & _SENTENCE_ENDS


def is_compared(page: Page, amount: Amount, previous: Found | None) -> bool:
    """Whether a bare number is one that the count before it is compared to."""
    return previous is not None and _before(page.tokens, amount)[0] == COMPARED and inherits(page, amount, previous)


def inherits(page: Page, amount: Amount, previous: Found | None) -> bool:
    """Whether a bare number has the unit and the counted phrase of the quantity before it.

    So have compared numbers ("3.9 million headsets, up from 2.4 million") and counts that a change leads to.
    """
    if previous is None:
        return False
    if is_level(page, amount, previous) or is_parallel(page, amount, previous):
        return previous.amount.measure is None
    between = page.text[previous.quantity.end : amount.start]
    near = len(between) <= COMPARED_WITHIN and not set(between) & _SENTENCE_ENDS
    two, one = _before(page.tokens, amount)
    return near and previous.quantity.change is None and (one in COMPARED_BY or (two == COMPARED and one == "to"))


def restates(page: Page, previous: Found, amount: Amount) -> bool:
    """Whether an amount gives the one before it again in another unit ("60 miles (100 km)", "190 points, or 0.6%")."""
    between = page.text[previous.amount.end : amount.start].strip()
    if amount.measure is None and previous.amount.measure is None:
        counted = page.text[previous.quantity.end : amount.start].strip() == ", or"
        return counted and previous.quantity.bound is Bound.ABOUT
    if amount.measure is None or previous.amount.measure is None or amount.ranged:
        return False
    kinds = {amount.measure.kind, previous.amount.measure.kind}
    if between == "," and kinds == {"share", "score"}:
        return True
    if between in _RESTATING and len(kinds) == 2 and kinds <= _CHANGING and previous.quantity.change is not None:
        return True
    return between in _RESTATING and len(kinds) == 1 and amount.measure.unit != previous.amount.measure.unit


def said_of(quantity: Quantity) -> tuple[Bound, Change | None]:
    """The bound and direction that a restated amount shares with the first."""
    return (Bound.EXACT if quantity.bound is Bound.RANGE else quantity.bound), quantity.change


def has_magnitude(tokens: Sequence[Token], amount: Amount) -> bool:
    """Whether the amount is an earthquake's ("a magnitude 6.2 quake")."""
    return _word(tokens, amount.first - 1) == MAGNITUDE


def implied_unit(tokens: Sequence[Token], amount: Amount, first: int) -> str | None:
    """What a bare number counts by the words beside it; `first` is where the words for its bound start."""
    two, one = _word(tokens, first - 2), _word(tokens, first - 1)
    if one == "of" and two in COUNTS_OF:
        return COUNTS_OF[two]
    if has_magnitude(tokens, amount):
        return MAGNITUDE
    after = _word(tokens, amount.last), _word(tokens, amount.last + 1)
    if one in HARMING or after[0] in {"who", "whose"} or after == ("of", "whom"):
        return PERSON
    at = amount.last
    while at < amount.last + 4 and _word(tokens, at) in _LINKS:
        at += 1
    return PERSON if _word(tokens, at) in HARMED else None


def _before(tokens: Sequence[Token], amount: Amount) -> tuple[str, str]:
    """The two words before an amount, "just" and the like passed over."""
    at = amount.first - 1
    while _word(tokens, at) in _FILLERS:
        at -= 1
    return _word(tokens, at - 1), _word(tokens, at)


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""
