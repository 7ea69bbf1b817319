"""Quantities in text: numbers with their bounds, units and what is counted, told from numbers that only name things.

A quantity's span covers the number, its scale and its unit or counted noun; bound words stay outside. A unit is
canonical ("percent", "kilometre", "EUR", "USD per barrel"), else the singular of the counted noun. Shares in words
("two-thirds", "one in five") have the unit "fraction" and a value between 0 and 1.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.model import Bound, Change, Quantity, Span
from onrecord.reading.numerals import Style
from onrecord.reading.quantities_bounds import DOWN, UP, Cues, bound_after, change_after, cues_before, limits
from onrecord.reading.quantities_labels import find_labels
from onrecord.reading.quantities_naming import counts_nothing, is_age, stands_alone
from onrecord.reading.quantities_nouns import Counted, counted_after, phrase_after, run_before
from onrecord.reading.quantities_ranges import Amount, read_amount
from onrecord.reading.quantities_tokens import Token, tokenize
from onrecord.reading.quantities_units import Measure, with_rate

FRACTION = "fraction"
AGE = "year"

ARTICLES = frozenset(["a", "an", "the", "its", "their", "his", "her"])
MEASURED_BEFORE = frozenset(["worth", "of", "totalling", "totaling"])
"""Words between what is measured and its measure ("aid worth $5m", "a speed of 15 mph")."""

COMPARED_BY = frozenset(["from", "with", "against", "than"])
COMPARED_WITHIN = 60
"""A bare number after one of these words, within so many characters of a quantity, has that quantity's unit."""


@dataclass(frozen=True, slots=True)
class _Page:
    text: str
    tokens: tuple[Token, ...]
    labels: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    quantity: Quantity
    amount: Amount
    last: int


def find_quantities(text: str, skip: Sequence[Span] = ()) -> tuple[Quantity, ...]:
    """The quantities of `text` in order, not overlapping; numbers within `skip` (times, say) are left out.

    Offsets are code points. Where a number has no ends that the words give, they are None: "up to 150,000 soldiers" has
    no low. Never raises on any text.
    """
    page = _Page(text, tokenize(text), _merged([*find_labels(text), *skip]))
    found: list[_Found] = []
    at = 0
    while at < len(page.tokens):
        here = _read(page, at, found[-1] if found else None)
        if here is not None:
            found.append(here)
        at = here.last if here is not None else at + 1
    return tuple(each.quantity for each in found)


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _is_label(page: _Page, start: int, end: int) -> bool:
    at = bisect_left(page.labels, (end, -1)) - 1
    return at >= 0 and page.labels[at][1] > start


def _read(page: _Page, at: int, previous: _Found | None) -> _Found | None:
    if _is_label(page, page.tokens[at].start, page.tokens[at].end):
        return None
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
    if bare and (later := _later_unit(page, amount)) is not None:
        return _found(page, replace(amount, measure=later), None, cues, previous)
    if bare and not is_age(page.tokens, amount) and not stands_alone(page.tokens, amount, cues):
        return None
    return _found(page, amount, counted, cues, previous)


def _later_unit(page: _Page, amount: Amount) -> Measure | None:
    """The unit that a bare number shares with the one after it ("fell from 9 to 5 percent")."""
    before = page.tokens[amount.first - 1].lower if amount.first else ""
    after = page.tokens[amount.last].lower if amount.last < len(page.tokens) else ""
    if (before, after) != ("from", "to"):
        return None
    later = read_amount(page.text, page.tokens, amount.last + 1)
    return later.measure if later is not None else None


def _counted(page: _Page, amount: Amount, at: int) -> Counted | None:
    if amount.measure is not None or is_age(page.tokens, amount):
        return None
    one = amount.low == amount.high == 1 and amount.style is not Style.FRACTION
    return counted_after(page.text, page.tokens, at, one=one)


def _found(page: _Page, amount: Amount, counted: Counted | None, cues: Cues, previous: _Found | None) -> _Found:
    fraction = amount.style is Style.FRACTION and amount.measure is None
    last = counted.last if counted and not fraction else amount.last
    after = bound_after(page.tokens, last) or bound_after(page.tokens, amount.last)
    bound = after[0] if after and cues.bound in {Bound.EXACT, Bound.ABOUT} else cues.bound
    change = cues.change
    if change is None and (amount.measure is not None or fraction):
        change = change_after(page.tokens, last)
    if previous is not None and bound is Bound.EXACT and change is None and _restates(page, previous, amount):
        bound, change = _said_of(previous.quantity)
    low, high, bound = limits(amount.low, amount.high, bound)
    end, unit = _unit(page, amount, counted, last)
    while last < len(page.tokens) and page.tokens[last].start < end:
        last += 1
    of = _of(page, amount, counted, cues)
    if unit is None and previous is not None and _compares(page, previous, amount):
        unit, of = previous.quantity.unit, previous.quantity.of
    quantity = Quantity(start=amount.start, end=end, low=low, high=high, bound=bound, change=change, unit=unit, of=of)
    return _Found(quantity, amount, last)


def _unit(page: _Page, amount: Amount, counted: Counted | None, last: int) -> tuple[int, str | None]:
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


def _compares(page: _Page, previous: _Found, amount: Amount) -> bool:
    """Whether a bare number is set against the one before it ("3.9 million headsets, up from 2.4 million")."""
    before = page.tokens[amount.first - 1].lower if amount.first else ""
    after = page.tokens[amount.last].lower if amount.last < len(page.tokens) else ""
    between = page.text[previous.quantity.end : amount.start]
    near = len(between) <= COMPARED_WITHIN and not set(between) & set(".;!?\n")
    return near and previous.quantity.change is None and (before in COMPARED_BY or after in {"who", "whose"})


def _restates(page: _Page, previous: _Found, amount: Amount) -> bool:
    """Whether an amount gives the one before it again in another unit ("60 miles (100 km)", "190 points, or 0.6%")."""
    if amount.measure is None or previous.amount.measure is None or amount.ranged:
        return False
    between = page.text[previous.amount.end : amount.start].strip()
    kinds = {amount.measure.kind, previous.amount.measure.kind}
    if between in {"(", "/", ",", ", or"} and kinds == {"share", "score"}:
        return True
    return (
        between in {"(", "/", "or", ", or"} and len(kinds) == 1 and amount.measure.unit != previous.amount.measure.unit
    )


def _said_of(quantity: Quantity) -> tuple[Bound, Change | None]:
    return (Bound.EXACT if quantity.bound is Bound.RANGE else quantity.bound), quantity.change


def _of(page: _Page, amount: Amount, counted: Counted | None, cues: Cues) -> str | None:
    """The counted or measured phrase in the text's words."""
    span = counted.of if counted is not None else _measured(page, amount, cues)
    return None if span is None or _is_label(page, *span) else page.text[span[0] : span[1]]


def _measured(page: _Page, amount: Amount, cues: Cues) -> Span | None:
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


def _changed(page: _Page, at: int) -> Span | None:
    """What rose or fell: before the verb ("prices rose"), or between it and "by" ("cut its budget by")."""
    while at > 1 and page.tokens[at - 1].lower not in UP | DOWN:
        if page.tokens[at - 1].lower == "by":
            found = run_before(page.text, page.tokens, at - 1, stops=UP | DOWN)
            if found is not None:
                return found
        at -= 1
    return run_before(page.text, page.tokens, at - 1) if at > 1 else None
