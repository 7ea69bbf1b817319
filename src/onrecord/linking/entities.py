"""Which names are one entity: blocking keys, judgements on pairs with their reasons, and clusters from judgements."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.linking import name_tables
from onrecord.linking.name_forms import (
    acronym_of,
    as_acronym,
    is_ideographic,
    looks_like_organisation,
    organisation_form,
    person_form,
)
from onrecord.linking.name_letters import letters, skeleton, skeletons
from onrecord.linking.name_scores import compare_organisations, compare_persons, compare_places
from onrecord.model import EntityKind, Judgement, Strength

EVIDENT = 0.85
"""From this score on, two names are one entity."""

SUSPECTED = 0.7
"""From this score on, two names may be one entity; they stay two until something better is known."""

CONTAINED = frozenset({"surname only", "the shorter name lacks a part of the longer", "an initial that fits"})
"""Reasons for which a shorter form belongs to a longer one if only one longer one fits."""

SAME, SHORTER, UNSURE, DIFFERENT = "same", "shorter form", "unsure", "different"

_FAMILIES = {
    EntityKind.PERSON: "person",
    EntityKind.ORGANISATION: "body",
    EntityKind.OUTLET: "body",
    EntityKind.COUNTRY: "place",
    EntityKind.PLACE: "place",
}
_COMPARE = {"person": compare_persons, "body": compare_organisations, "place": compare_places}


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityMention:
    """A name to be linked: its fullest variant in one article, under an id of the caller's."""

    id: str
    name: str
    kind: EntityKind | None = None


def compare_names(a: str, b: str, kind: EntityKind | None) -> tuple[float, str]:
    """How far two names agree, 0..1, and why; symmetric. Without a kind, the names themselves tell body from person."""
    if is_ideographic(a) and is_ideographic(b):
        same = unicodedata.normalize("NFKC", a).split() == unicodedata.normalize("NFKC", b).split()
        return (1.0, "the same name") if same else (0.0, "different characters")
    if letters(a) == letters(b) and letters(a):
        return 1.0, "the same name"
    return _COMPARE[_family(a, b, kind)](a, b)


def keys(name: str) -> frozenset[str]:
    """Blocking keys: names that may be judged the same share one, in whatever order they arrive."""
    tokens = {*person_form(name).tokens, *organisation_form(name).tokens}
    found = {f"t:{form}" for token in tokens if len(token) > 1 for form in skeletons(token)}
    found |= {f"v:{group}" for token in tokens for group in name_tables.spelling_groups().get(token, ())}
    found |= {f"p:{group}" for group in name_tables.place_groups().get(letters(name), ())}
    found |= {f"j:{skeleton(form.joined)}" for form in (person_form(name), organisation_form(name))}
    found |= {f"j:{skeleton(letters(name).replace(' ', ''))}"}
    found |= {f"a:{acronym}" for acronym in acronym_of(name)}
    if (acronym := as_acronym(name)) is not None:
        found.add(f"a:{acronym}")
    return frozenset(found - {"j:"})


def judge_entities(a: EntityMention, b: EntityMention) -> Judgement | None:
    """Whether two names are one entity; None where there is nothing to say (other kinds, other names).

    Verdicts: `same`, `shorter form` (holds only if no other full name competes: see `group_entities`), `unsure`, and
    `different` for two persons of one surname.
    """
    kind = _shared_kind(a.kind, b.kind)
    if a.id == b.id or (kind is None and a.kind is not None and b.kind is not None):
        return None
    score, reason = compare_names(a.name, b.name, kind)
    verdict, strength = _verdict(score, reason)
    if verdict is None:
        return None
    left, right = sorted((a.id, b.id))
    return Judgement(
        kind="entity", left=left, right=right, verdict=verdict, strength=strength, score=score, reason=reason
    )


def group_entities(mentions: Sequence[EntityMention], judgements: Iterable[Judgement]) -> tuple[tuple[str, ...], ...]:
    """Clusters of mention ids: evident sameness joins, a shorter form follows if a single full name fits.

    A deterministic projection: the order of neither argument matters. A `different` judgement keeps its two ids apart,
    whatever else would join them; a caller whose users merge the two leaves the machine's judgement on them out.
    Judgements on ids that aren't mentioned are ignored.
    """
    known = {mention.id for mention in mentions}
    about = sorted(
        (j for j in judgements if j.kind == "entity" and j.left in known and j.right in known),
        key=lambda j: (-j.score, j.left, j.right, j.verdict),
    )
    apart = {(j.left, j.right) for j in about if j.verdict == DIFFERENT}
    clusters = _Clusters(known, apart)
    for judgement in about:
        if judgement.verdict == SAME and judgement.strength is Strength.EVIDENT:
            clusters.join(judgement.left, judgement.right)
    sizes = {mention.id: _weight(mention.name) for mention in mentions}
    for short, full in sorted(_homes(clusters, [j for j in about if j.verdict == SHORTER], sizes).items()):
        clusters.join(short, full)
    return clusters.as_tuples()


class _Clusters:
    """Union-find that refuses unions across pairs that were judged different."""

    def __init__(self, ids: Iterable[str], apart: set[tuple[str, str]]) -> None:
        self._root = {name: name for name in ids}
        self._members = {name: {name} for name in self._root}
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        for left, right in apart:
            self._apart[left].add(right)
            self._apart[right].add(left)

    def root(self, name: str) -> str:
        return self._root[name]

    def join(self, one: str, other: str) -> None:
        keep, gone = sorted((self._root[one], self._root[other]))
        if keep == gone or any(self._apart[member] & self._members[keep] for member in self._members[gone]):
            return
        for member in self._members[gone]:
            self._root[member] = keep
        self._members[keep] |= self._members.pop(gone)

    def as_tuples(self) -> tuple[tuple[str, ...], ...]:
        return tuple(sorted(tuple(sorted(members)) for members in self._members.values()))


def _homes(clusters: _Clusters, edges: Sequence[Judgement], sizes: dict[str, tuple[int, int]]) -> dict[str, str]:
    """For each cluster of shorter forms the one fullest cluster it can belong to; none if several compete."""
    up: defaultdict[str, set[str]] = defaultdict(set)
    for edge in edges:
        short, full = sorted((edge.left, edge.right), key=lambda name: (sizes[name], name))
        if clusters.root(short) != clusters.root(full):
            up[clusters.root(short)].add(clusters.root(full))
    homes: dict[str, str] = {}
    for start in up:
        tops, seen, waiting = set[str](), {start}, [start]
        while waiting:
            here = waiting.pop()
            higher = up.get(here, set()) - seen
            if not up.get(here):
                tops.add(here)
            seen |= higher
            waiting.extend(higher)
        if len(tops) == 1:
            homes[start] = tops.pop()
    return homes


def _verdict(score: float, reason: str) -> tuple[str | None, Strength]:
    if reason in CONTAINED:
        return SHORTER, Strength.SUSPECTED
    if reason == "different given names":
        return DIFFERENT, Strength.EVIDENT
    if score >= EVIDENT:
        return SAME, Strength.EVIDENT
    return (UNSURE if score >= SUSPECTED else None), Strength.SUSPECTED


def _family(a: str, b: str, kind: EntityKind | None) -> str:
    if kind is not None:
        return _FAMILIES[kind]
    if letters(a) in name_tables.place_groups() and letters(b) in name_tables.place_groups():
        return "place"
    bodies = any(looks_like_organisation(name) for name in (a, b))
    acronym = any(as_acronym(name) for name in (a, b)) and " " in a + b
    return "body" if bodies or acronym else "person"


def _shared_kind(a: EntityKind | None, b: EntityKind | None) -> EntityKind | None:
    if a is None or b is None:
        return a or b
    return a if _FAMILIES[a] == _FAMILIES[b] else None


def _weight(name: str) -> tuple[int, int]:
    tokens = person_form(name).tokens
    return len(tokens), sum(len(token) for token in tokens)
