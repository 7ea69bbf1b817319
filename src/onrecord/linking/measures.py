"""Figures: what they measure, and which can't hold beside each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from onrecord.linking.claims import likeness
from onrecord.linking.identities import Identities
from onrecord.linking.terms import terms_of
from onrecord.linking.units import Unit
from onrecord.model import Bound, Figure, Judgement, Quantity, Strength, sha256

LIKE_FROM = 0.45
"""Two figures of one unit measure the same from this likeness of their sentences on, numbers left out."""
_HEAVY = 8
"""Figures whose sentences share two of so many heaviest words are held against each other."""
_OPEN_LOW = frozenset({Bound.LESS, Bound.AT_MOST})
_COME_TO = re.compile(
    r"\b(?:risen|rose|rises|grown|grew|climbed|increased|jumped|fallen|fell|falls|dropped|declined|revised)\s(?:up\s|down\s)?to\s"
    r"(?:\w+\s){0,3}$"
)
_COME_TO_REACH = 50
_TOLERANCE = 0.1
"""“About 500” holds beside anything within a tenth of it."""


@dataclass(frozen=True, slots=True)
class _Measured:
    id: str
    unit: Unit
    quantity: Quantity


def figures_of(units: Sequence[Unit], home: Mapping[str, str], identities: Identities) -> tuple[Figure, ...]:
    """The figures of all units by day, each with the ids of those that contradict it. `home` is unit -> claim."""
    measured = [_Measured(_id(u, q), u, q) for u in units for q in u.quantities if q.unit is not None or _counts(q)]
    conflicts: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in _candidates(measured, home):
        if judge_figures(one.unit, one.quantity, other.unit, other.quantity, home):
            conflicts[one.id].add(other.id)
            conflicts[other.id].add(one.id)
    figures = [_figure(item, tuple(sorted(conflicts[item.id])), identities) for item in measured]
    return tuple(sorted(figures, key=lambda f: (f.evidence.day, f.evidence.article, f.evidence.start)))


def judge_figures(one: Unit, a: Quantity, other: Unit, b: Quantity, home: Mapping[str, str]) -> Judgement | None:
    """Whether two figures of one unit can't both hold; None where they can, or measure different things."""
    if a.unit != b.unit or one.id == other.id or a.change != b.change:
        return None
    if (
        is_series(one, a, other, b)
        or hold_together(a, b)
        or not same_measure(one, a, other, b, home)
        or not same_time(one, other)
    ):
        return None
    left, right = sorted((_id(one, a), _id(other, b)))
    if left == right:
        return None
    told = sorted((unit.order, quantity.start, words_of(unit, quantity)) for unit, quantity in ((one, a), (other, b)))
    return Judgement(
        kind="contradiction",
        left=left,
        right=right,
        verdict="figures",
        strength=Strength.EVIDENT,
        score=round(likeness(one, other), 4),
        reason=f"{told[0][2]} against {told[1][2]} for the same measure",
    )


def hold_together(a: Quantity, b: Quantity) -> bool:
    """Whether some value satisfies both: a range contains a value, "up to" is no count, "about" allows a tenth."""
    low = max(x for x in (_low(a), _low(b)))
    high = min(x for x in (_high(a), _high(b)))
    if a.bound in _OPEN_LOW and b.bound in _OPEN_LOW:
        return a.high == b.high
    return low <= high


def same_measure(one: Unit, a: Quantity, other: Unit, b: Quantity, home: Mapping[str, str]) -> bool:
    """Whether two figures count the same thing: assertions of one claim, or alike with names in common."""
    if one.subject and other.subject and one.subject != other.subject:
        return False
    if home.get(one.id) is not None and home.get(one.id) == home.get(other.id):
        return True
    shared = {term for term in one.terms.keys() & other.terms.keys() if not term.startswith("#")}
    counted = terms_of(a.of or "").keys() & terms_of(b.of or "").keys()
    return likeness(one, other) >= LIKE_FROM and len(shared - set(counted)) > 1


def same_time(one: Unit, other: Unit) -> bool:
    """False where both name a time and the times have nothing in common: that is a series, not a conflict."""
    a, b = ({t.edtf for t in unit.times if t.edtf} for unit in (one, other))
    return not a or not b or bool(a & b)


def is_series(one: Unit, a: Quantity, other: Unit, b: Quantity) -> bool:
    """Whether the later figure is what the earlier one has come to: "has risen to 23"."""
    if one.day == other.day:
        return False
    later, figure = (one, a) if one.day > other.day else (other, b)
    return bool(_COME_TO.search(later.record.article.text, max(0, figure.start - _COME_TO_REACH), figure.start))


def words_of(unit: Unit, quantity: Quantity) -> str:
    """The figure in the article's words."""
    return unit.record.article.text[quantity.start : quantity.end]


def _candidates(measured: Sequence[_Measured], home: Mapping[str, str]) -> Iterator[tuple[_Measured, _Measured]]:
    """Pairs of one unit in one claim or with two heavy words in common, so that not all are held against all."""
    buckets: defaultdict[tuple[str | None, str], list[int]] = defaultdict(list)
    for number, item in enumerate(measured):
        heaviest = sorted((t for t in item.unit.terms if t[0] != "#"), key=lambda t: (-item.unit.terms[t], t))
        keys = {f"{a} {b}" for a, b in combinations(sorted(heaviest[:_HEAVY]), 2)}
        for key in {*keys, home.get(item.unit.id, item.id)}:
            buckets[item.quantity.unit, key].append(number)
    pairs = {pair for bucket in buckets.values() for pair in combinations(bucket, 2)}
    yield from ((measured[a], measured[b]) for a, b in sorted(pairs))


def _counts(quantity: Quantity) -> bool:
    """Whether a bare number is worth a row: more than one, and no share."""
    return any(value is not None and value > 1 for value in (quantity.low, quantity.high))


def _low(quantity: Quantity) -> float:
    if quantity.low is None:
        return float("-inf")
    return quantity.low * (1 - _TOLERANCE) if quantity.bound is Bound.ABOUT else quantity.low


def _high(quantity: Quantity) -> float:
    if quantity.high is None:
        return float("inf")
    return quantity.high * (1 + _TOLERANCE) if quantity.bound is Bound.ABOUT else quantity.high


def _id(unit: Unit, quantity: Quantity) -> str:
    return "f-" + sha256(f"{unit.statement.id}:{quantity.start}:{quantity.end}".encode())[:12]


def _figure(item: _Measured, conflicts: tuple[str, ...], identities: Identities) -> Figure:
    unit, quantity = item.unit, item.quantity
    times = [t.edtf for t in unit.times if t.edtf and t.timex != "PRESENT_REF"]
    return Figure(
        id=item.id,
        measure=quantity.of or quantity.unit or words_of(unit, quantity),
        low=quantity.low,
        high=quantity.high,
        bound=quantity.bound,
        unit=quantity.unit,
        time=times[0] if times else None,
        said_by=(unit.outlet or "unknown") if unit.is_deed else identities.name_of(unit.said_by),
        evidence=unit.evidence_at(quantity.start, quantity.end),
        conflicts=conflicts,
    )
