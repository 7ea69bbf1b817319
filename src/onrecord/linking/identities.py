"""Entities across articles: which names go together, and what kind of thing each name is."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.linking.entities import EntityMention, group_entities
from onrecord.linking.offices import OfficeKey, canonical_offices, office_key
from onrecord.linking.terms import name_terms
from onrecord.model import Actor, Entity, EntityKind, Judgement, Record, SourceKind, sha256

Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Identities:
    """The entities, and for every name that an article has its entity."""

    entities: tuple[Entity, ...]
    by_name: Mapping[str, Entity]
    offices: Mapping[OfficeKey, str]
    holders: Mapping[str, str]
    countries: Mapping[str, str]

    def name_of(self, name: str) -> str:
        """The name of the entity or body behind a source's name; the name itself where neither is known."""
        person = self.holders.get(_plain(name), name)
        if person in self.by_name:
            return self.by_name[person].name
        office = office_key(person)
        return self.offices.get(office, person) if office else person

    def actor_of(self, name: str, kind: SourceKind) -> Actor:
        """Who stands behind a source: of its entity's kind where it has one, else of the kind that its words gave."""
        known = self.kind_of(name)
        if known is None:
            return Actor(name=self.name_of(name), kind=kind)
        return Actor(name=self.name_of(name), kind=_SOURCE_KINDS[known])

    def state_of(self, name: str) -> str | None:
        """The country whose office or officials a source is: "Nigeria's military", "Nigerian officials"; else None."""
        key = office_key(name)
        first = name.removeprefix("the ").removeprefix("The ").split(maxsplit=1)
        term = key[0] if key else None
        if term is None and len(first) > 1 and _OFFICIALS.search(first[1]):
            term = next(iter(name_terms(first[0])), None)
        return self.countries.get(term) if term else None

    def kind_of(self, name: str) -> EntityKind | None:
        """The entity's kind, or None."""
        person = self.holders.get(_plain(name), name)
        return self.by_name[person].kind if person in self.by_name else None


def mention_id(kind: str, name: str) -> str:
    """The id of a name for judgements on entities: one for each kind and spelling, in whatever article."""
    return f"{kind}:{name}"


def identify(records: Sequence[Record], judgements: Sequence[Judgement]) -> Identities:
    """Group the names of the records by the judgements on them.

    A name that readings took for several kinds is what most of its mentions are taken for; a country or place goes
    before a person, since it's persons that a lone unknown name is most often mistaken for.
    """
    kinds = _kinds(records)
    mentions: dict[str, EntityMention] = {}
    places: defaultdict[str, list[Place]] = defaultdict(list)
    written: defaultdict[str, set[str]] = defaultdict(set)
    for record in records:
        for name in record.reading.names:
            key = mention_id(kinds[name.entity], name.entity)
            mentions[key] = EntityMention(id=key, name=name.entity, kind=kinds[name.entity])
            places[key].append((record.article.id, name.start, name.end))
            written[key].add(record.article.text[name.start : name.end])
    about = [j for j in judgements if j.kind == "entity" and j.left in mentions and j.right in mentions]
    found = [
        _entity(group, mentions, places, written, about) for group in group_entities(list(mentions.values()), about)
    ]
    by_name = {mentions[key].name: entity for group, entity in found for key in group}
    said = (link.name for r in records for s in r.reading.statements for link in s.chain)
    ordered = tuple(sorted((entity for _, entity in found), key=lambda e: (e.name, e.id)))
    countries = {
        term: entity.name for entity in ordered if entity.kind is EntityKind.COUNTRY for term in name_terms(entity.name)
    }
    return Identities(ordered, by_name, canonical_offices(said), _holders(records), countries)


def _holders(records: Sequence[Record]) -> Mapping[str, str]:
    """Description -> the one person that a text puts beside it: "Vesna's commander-in-chief, General Ostap Ruzhin"."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for record in records:
        for statement in record.reading.statements:
            if statement.speaker is None or statement.speaker.kind is not SourceKind.PERSON or not statement.source:
                continue
            start, end = statement.source[0]
            description, comma, rest = record.article.text[start:end].partition(",")
            if comma and rest.strip() and _OWNED.match(description):
                found[_plain(description)].add(statement.speaker.name)
    return {description: names.pop() for description, names in found.items() if len(names) == 1}


def _plain(description: str) -> str:
    return description.replace("’", "'").casefold().strip()


_OFFICIALS = re.compile(
    r"\b(?:officials?|government|military|army|ministry|police|authorities|forces|parliament|minister|spokes\w+)\b",
    re.IGNORECASE,
)
_OWNED = re.compile(r"[A-Z][\w-]*[’']s?\s+[\w-]+")
_SOURCE_KINDS = {
    EntityKind.PERSON: SourceKind.PERSON,
    EntityKind.OUTLET: SourceKind.OUTLET,
    EntityKind.ORGANISATION: SourceKind.ORGANISATION,
    EntityKind.COUNTRY: SourceKind.ORGANISATION,
    EntityKind.PLACE: SourceKind.ORGANISATION,
}
_FIRST = (EntityKind.COUNTRY, EntityKind.PLACE, EntityKind.OUTLET, EntityKind.ORGANISATION, EntityKind.PERSON)


def _kinds(records: Sequence[Record]) -> Mapping[str, EntityKind]:
    counts: defaultdict[str, Counter[EntityKind]] = defaultdict(Counter)
    for record in records:
        for name in record.reading.names:
            counts[name.entity][name.kind] += 1
    return {name: _settle(name, found) for name, found in counts.items()}


def _settle(name: str, found: Counter[EntityKind]) -> EntityKind:
    lone = " " not in name
    if lone and EntityKind.COUNTRY in found:
        return EntityKind.COUNTRY
    return min(found, key=lambda kind: (-found[kind], _FIRST.index(kind)))


def _entity(
    group: Sequence[str],
    mentions: Mapping[str, EntityMention],
    places: Mapping[str, list[Place]],
    written: Mapping[str, set[str]],
    judgements: Sequence[Judgement],
) -> tuple[Sequence[str], Entity]:
    fullest = max(group, key=lambda key: (len(mentions[key].name.split()), len(places[key]), key))
    inside = set(group)
    reasons = {j.reason for j in judgements if j.left in inside and j.right in inside} if len(group) > 1 else set()
    return group, Entity(
        id="e-" + sha256(min(group).encode())[:12],
        name=mentions[fullest].name,
        kind=EntityKind(fullest.partition(":")[0]),
        variants=tuple(sorted({v for key in group for v in (mentions[key].name, *written[key])})),
        reasons=tuple(sorted(reasons)),
        mentions=tuple(sorted(place for key in group for place in places[key])),
    )
