"""Everything that follows from the readings and the judgements on pairs: a pure function, in any order of arrival."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.linking.claims import canonical, cluster, is_weighty
from onrecord.linking.competence import affiliations
from onrecord.linking.derivations import derive
from onrecord.linking.entities import EntityMention, group_entities
from onrecord.linking.events import AHEAD, events_of
from onrecord.linking.measures import figures_of
from onrecord.linking.positions import positions_of
from onrecord.linking.refusals import attach_refusals
from onrecord.linking.roots import count_origins
from onrecord.linking.stances import stance_of_member
from onrecord.linking.statuses import history_of
from onrecord.linking.units import Unit, units_of
from onrecord.model import (
    Act,
    Claim,
    Decision,
    Derivation,
    Entity,
    EntityKind,
    Event,
    Figure,
    Judgement,
    Member,
    Position,
    Record,
    Stance,
    Strength,
    sha256,
)

_PROPOSING = frozenset({Act.PLANS, Act.PROMISES, Act.DEMANDS, Act.SUPPORTS, Act.REJECTS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """What a set of records amounts to. Every sequence is in a fixed order: by day, then by id."""

    records: tuple[Record, ...]
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    derivations: tuple[Derivation, ...]
    positions: tuple[Position, ...]
    figures: tuple[Figure, ...]
    events: tuple[Event, ...]


def project(records: Sequence[Record], judgements: Iterable[Judgement], decisions: Iterable[Decision]) -> Projection:
    """The projection of the records by the judgements, with what people decided going before them."""
    ordered = tuple(sorted(records, key=lambda r: (r.known, r.article.id)))
    judged = _with_decisions(tuple(judgements), decisions)
    entities, entity_of = _entities(ordered, judged)
    units = [unit for record in ordered for unit in units_of(record)]
    apart = frozenset((j.left, j.right) for j in judged if j.kind == "claim" and j.verdict == "apart")
    clusters = attach_refusals(cluster(units, judged, apart))
    scores = {(j.left, j.right): j.score for j in judged if j.kind == "claim"}
    wording = {(j.left, j.right): j for j in judged if j.kind == "derivation"}
    affiliated = affiliations(units)
    built = [_claim(members, scores, wording, entity_of, affiliated) for members in clusters]
    home = {unit.id: claim.id for (claim, _), members in zip(built, clusters, strict=True) for unit in members}
    claims = tuple(claim for claim, _ in built)
    heaviest = sorted(built, key=lambda pair: (-len(pair[0].members), pair[0].id))
    proposals = [(claim.id, unit) for claim, unit in heaviest if claim.proposal and len(claim.members) > 1]
    return Projection(
        records=ordered,
        entities=entities,
        claims=claims,
        derivations=tuple(dict.fromkeys(d for claim in claims for d in claim.origins.derivations)),
        positions=positions_of(units, proposals, home, entity_of),
        figures=figures_of(units, home),
        events=events_of(units, home),
    )


def mention_id(kind: str, name: str) -> str:
    """The id of a name for judgements on entities: one for each kind and spelling, in whatever article."""
    return f"{kind}:{name}"


def _claim(
    members: Sequence[Unit],
    scores: Mapping[tuple[str, str], float],
    wording: Mapping[tuple[str, str], Judgement],
    entity_of: Mapping[str, str],
    affiliated: Mapping[str, frozenset[str]],
) -> tuple[Claim, Unit]:
    positive = [unit for unit in members if stance_of_member(unit, None) is Stance.SAYS] or list(members)
    chosen = canonical(positive, scores)
    stances = [(unit, stance_of_member(unit, chosen)) for unit in members]
    derivations = derive(members, wording, entity_of)
    subjects = Counter(unit.subject for unit in members if unit.subject)
    subject = chosen.subject or (subjects.most_common(1)[0][0] if subjects else None)
    saying = [unit for unit, stance in stances if stance is Stance.SAYS]
    claim = Claim(
        id="c-" + sha256(members[0].id.encode())[:12],
        text=chosen.text,
        proposal=_is_proposal(members),
        members=tuple(
            Member(stance=stance, evidence=unit.evidence(), on_whose_word=unit.whose_word) for unit, stance in stances
        ),
        origins=count_origins(saying, derivations),
        history=history_of(stances, derivations, subject, affiliated),
    )
    return claim, chosen


def _is_proposal(members: Sequence[Unit]) -> bool:
    """Whether most members speak of an action that somebody might take."""
    ahead = sum(bool(AHEAD.search(unit.text)) or unit.assertion.act in _PROPOSING for unit in members)
    return 2 * ahead > len(members) and any(is_weighty(unit) for unit in members)


def _entities(
    records: Sequence[Record], judgements: Sequence[Judgement]
) -> tuple[tuple[Entity, ...], Mapping[str, str]]:
    """Entities, and for every name of the articles its entity's name: the most frequent of the fullest variants."""
    mentions: dict[str, EntityMention] = {}
    places: dict[str, list[tuple[str, int, int]]] = {}
    written: dict[str, set[str]] = {}
    for record in records:
        for name in record.reading.names:
            key = mention_id(name.kind, name.entity)
            mentions[key] = EntityMention(id=key, name=name.entity, kind=name.kind)
            places.setdefault(key, []).append((record.article.id, name.start, name.end))
            written.setdefault(key, set()).add(record.article.text[name.start : name.end])
    found: list[Entity] = []
    entity_of: dict[str, str] = {}
    for group in group_entities(list(mentions.values()), judgements):
        fullest = max(group, key=lambda key: (len(mentions[key].name.split()), len(places[key]), key))
        reasons = sorted({j.reason for j in judgements if j.kind == "entity" and {j.left, j.right} <= set(group)})
        found.append(
            Entity(
                id="e-" + sha256(min(group).encode())[:12],
                name=mentions[fullest].name,
                kind=EntityKind(fullest.partition(":")[0]),
                variants=tuple(sorted({v for key in group for v in (mentions[key].name, *written[key])})),
                reasons=tuple(reasons),
                mentions=tuple(sorted(place for key in group for place in places[key])),
            )
        )
        entity_of.update({mentions[key].name: mentions[fullest].name for key in group})
    return tuple(sorted(found, key=lambda e: (e.name, e.id))), entity_of


def _with_decisions(judgements: tuple[Judgement, ...], decisions: Iterable[Decision]) -> tuple[Judgement, ...]:
    """Judgements with those that a person decided replaced by the latest decision."""
    decided: dict[tuple[str, str, str], Judgement] = {}
    for d in sorted(decisions, key=lambda d: d.at):
        if d.verdict in {"same", "apart"}:
            left, right = sorted((d.left, d.right))
            decided[d.kind, left, right] = Judgement(
                kind=d.kind,
                left=left,
                right=right,
                verdict="different" if d.kind == "entity" and d.verdict == "apart" else d.verdict,
                strength=Strength.EVIDENT,
                score=1.0 if d.verdict == "same" else 0.0,
                reason=f"decided by {d.who}" + (f": {d.note}" if d.note else ""),
            )
    kept = (j for j in judgements if (j.kind, j.left, j.right) not in decided)
    return (*kept, *decided.values())
