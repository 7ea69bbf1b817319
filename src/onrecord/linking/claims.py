"""Which assertions say (or deny, or question) the same: candidate keys, judgements on pairs, clusters.

The thin version compares weighted words, names and numbers. It knows topic better than claim; the pair scorer that is
to be trained takes the place of `judge_claim` behind the same signature.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from math import fsum, sqrt

from onrecord.linking.units import Unit
from onrecord.model import Judgement, Strength

SAME, RELATED, APART = "same", "related", "apart"
SAME_FROM = 0.5
"""From this score on, two assertions are taken for one claim; tuned on stories of our own."""
RELATED_FROM = 0.3
LINKAGE = 0.24
"""Clusters join while the mean score between them is at least this, so that chains of likeness don't merge topics."""
_KEYS_PER_UNIT = 7
_WEIGHT_TO_JUDGE = 8.0
_OTHER_SUBJECT = 0.5
"""Factor on the score where both begin with a name and the names differ: "Brennia will send", "Arvenia will send"."""


def keys_of(unit: Unit) -> frozenset[str]:
    """Blocking keys: every pair of its heaviest terms. Two assertions with two such terms in common are candidates."""
    heaviest = sorted(unit.terms, key=lambda term: (-unit.terms[term], term))[:_KEYS_PER_UNIT]
    if not is_weighty(unit):
        return frozenset()
    return frozenset(f"{a} {b}" for a, b in combinations(sorted(heaviest), 2))


def judge_claim(one: Unit, other: Unit) -> Judgement | None:
    """Whether two assertions make one claim; None where they have too little in common to say."""
    if one.id == other.id or not (is_weighty(one) and is_weighty(other)):
        return None
    score = likeness(one, other)
    if score < RELATED_FROM:
        return None
    left, right = sorted((one.id, other.id))
    shared = sorted(one.terms.keys() & other.terms.keys(), key=lambda term: (-one.terms[term], term))
    words = ", ".join(term.lstrip("@#") for term in shared[:6])
    return Judgement(
        kind="claim",
        left=left,
        right=right,
        verdict=SAME if score >= SAME_FROM else RELATED,
        strength=Strength.EVIDENT if score >= SAME_FROM else Strength.SUSPECTED,
        score=round(score, 4),
        reason=f"share {len(shared)} terms of weight: {words}",
    )


def is_weighty(unit: Unit) -> bool:
    """Whether an assertion says enough to be compared: two terms at least, and not but light ones."""
    return len(unit.terms) > 1 and sum(unit.terms.values()) >= _WEIGHT_TO_JUDGE


def likeness(one: Unit, other: Unit) -> float:
    """How much two assertions have in common, 0..1; symmetric."""
    return _score(one.terms, other.terms) * (_OTHER_SUBJECT if _subjects_differ(one, other) else 1.0)


def cluster(
    units: Sequence[Unit], judgements: Iterable[Judgement], decided: Mapping[tuple[str, str], str]
) -> list[list[Unit]]:
    """Clusters of units, biggest score first, by mean linkage within what is judged the same.

    A deterministic projection: no argument's order matters. `decided` are pairs that a person decided to be `same`,
    whatever their likeness, or `apart`, whatever else would join them. Units of one id are one sentence in verbatim
    copies of one text, and stay together.
    """
    known: defaultdict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        known[unit.id].append(unit)
    scores = {
        (j.left, j.right): j.score for j in judgements if j.kind == "claim" and j.left in known and j.right in known
    }
    state = _Linkage(known, scores, frozenset(pair for pair, verdict in decided.items() if verdict == APART))
    for left, right in sorted(pair for pair, verdict in decided.items() if verdict == SAME):
        if left in known and right in known:
            state.join(left, right, whatever=True)
    for (left, right), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score >= SAME_FROM:
            state.join(left, right)
    clusters = [sorted((u for i in ids for u in known[i]), key=lambda u: u.order) for ids in state.clusters()]
    return sorted(clusters, key=lambda members: members[0].order)


def canonical(members: Sequence[Unit], scores: Mapping[tuple[str, str], float]) -> Unit:
    """The member most like the others; ties go to the one known first. Questions and fragments are passed over."""
    whole = [m for m in members if is_weighty(m)] or list(members)

    def likeness(unit: Unit) -> float:
        pairs = (tuple(sorted((unit.id, other.id))) for other in members if other.id != unit.id)
        return sum(scores.get((a, b), 0.0) for a, b in pairs)

    return min(whole, key=lambda unit: (-round(likeness(unit), 3), unit.order))


def _score(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Half cosine, half containment, over weights: a short mention may stand within a long one."""
    shared = fsum(min(one[term], other[term]) for term in one.keys() & other.keys())  # the same in any order
    a, b = fsum(one.values()), fsum(other.values())
    if not shared or not a or not b:
        return 0.0
    part = min(1.0, 0.5 * shared / sqrt(a * b) + 0.5 * shared / min(a, b))
    return part * min(1.0, 0.4 + min(a, b) / 40)


def _subjects_differ(one: Unit, other: Unit) -> bool:
    return bool(one.subject and other.subject and one.subject != other.subject)


class _Linkage:
    """Clusters that join while the mean of their pairs' scores is high enough; pairs without a score count as 0."""

    def __init__(
        self, ids: Iterable[str], scores: Mapping[tuple[str, str], float], apart: frozenset[tuple[str, str]]
    ) -> None:
        self._home = {name: name for name in ids}
        self._members = {name: [name] for name in self._home}
        self._near: dict[str, dict[str, float]] = defaultdict(dict)
        for (left, right), score in scores.items():
            self._near[left][right] = self._near[right][left] = score
        self._apart = apart

    def join(self, one: str, other: str, *, whatever: bool = False) -> None:
        """Join two clusters if their likeness allows it, or `whatever` it is; never across a pair kept apart."""
        a, b = sorted((self._home[one], self._home[other]))
        mean = self._mean(a, b) if a != b else None
        if mean is None or not (whatever or mean >= LINKAGE):
            return
        for name in self._members[b]:
            self._home[name] = a
        self._members[a] += self._members.pop(b)

    def clusters(self) -> list[list[str]]:
        return list(self._members.values())

    def _mean(self, a: str, b: str) -> float | None:
        """The mean score of the pairs between two clusters, or None where one pair is kept apart."""
        total = 0.0
        for left in self._members[a]:
            near = self._near[left]
            for right in self._members[b]:
                if (min(left, right), max(left, right)) in self._apart:
                    return None
                total += near.get(right, 0.0)
        return total / (len(self._members[a]) * len(self._members[b]))
