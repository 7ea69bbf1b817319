"""Which articles are one document, and which figures a copy only repeats."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import pairwise

from onrecord.linking.projection import Projection
from onrecord.model import DerivationKind, Figure, Strength
from onrecord.questions.evidence import statements

COPIES = frozenset({DerivationKind.SAME_WORDS, DerivationKind.WIRE_CREDIT})
"""Kinds of derivation by which a text repeats another."""

Tie = tuple[str, str]


def families(projection: Projection) -> dict[str, str]:
    """For each article the id of one of its family, the same for all of them.

    Versions are of one family, articles with one text, and those of which one evidently copies the other.
    """
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for record, statement in statements(projection):
        holders[statement.id].append(record.article.id)
    ties = [(r.article.id, r.version_of) for r in projection.records if r.version_of]
    ties += [tie for found in holders.values() for tie in pairwise(found)]
    ties += [
        (holders[d.source][0], holders[d.target][0])
        for d in projection.derivations
        if d.kind in COPIES and d.strength is Strength.EVIDENT and d.source in holders and d.target in holders
    ]
    return _joined([record.article.id for record in projection.records], ties)


def distinct(figures: Iterable[Figure], projection: Projection) -> tuple[tuple[Figure, ...], ...]:
    """The figures, those together that are one: alike, and told by articles or statements that copy each other."""
    alike: defaultdict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        alike[figure.measure, figure.low, figure.high, figure.bound, figure.unit].append(figure)
    family = families(projection)
    copied = [(d.source, d.target) for d in projection.derivations if d.kind in COPIES]
    return tuple(found for same in alike.values() for found in _told_once(same, family, copied))


def _told_once(figures: list[Figure], family: dict[str, str], copied: list[Tie]) -> Iterable[tuple[Figure, ...]]:
    told = [(family[figure.evidence.article], figure.evidence.statement) for figure in figures]
    one = _joined({node for tie in told for node in tie}, [*told, *copied])
    groups: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        groups[one[figure.evidence.statement]].append(figure)
    return map(tuple, groups.values())


def _joined(nodes: Collection[str], ties: Iterable[Tie]) -> dict[str, str]:
    """For each node one that stands for all that are tied to it, directly or by others."""
    group = {node: [node] for node in nodes}
    for left, right in ties:
        if left in group and right in group and group[left] is not group[right]:
            group[left] += group[right]
            group.update(dict.fromkeys(group[right], group[left]))
    return {node: members[0] for node, members in group.items()}
