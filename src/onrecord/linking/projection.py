"""Everything that follows from the readings and the judgements on pairs: a pure function, in any order of arrival."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.linking.claims import SAME_FROM, canonical, cluster, is_weighty, likeness
from onrecord.linking.competence import affiliations, lead_subjects, spoken_for
from onrecord.linking.derivations import derive
from onrecord.linking.events import AHEAD, events_of
from onrecord.linking.identities import Identities, identify
from onrecord.linking.measures import figures_of
from onrecord.linking.positions import positions_of
from onrecord.linking.refusals import attach_refusals
from onrecord.linking.roots import count_origins
from onrecord.linking.stances import puts_as_so, stance_of_member
from onrecord.linking.statuses import as_testimony, history_of
from onrecord.linking.units import Unit, units_of
from onrecord.linking.wording import directed
from onrecord.model import (
    Act,
    Actor,
    Claim,
    Decision,
    Derivation,
    Entity,
    Event,
    Figure,
    Judgement,
    Member,
    Polarity,
    Position,
    Record,
    Stance,
    Strength,
    sha256,
)

_ENOUGH_TO_TELL = 2
"""Documents that must tell of a claim before whom they lead on tells whom it is about."""
_PROPOSING = frozenset({Act.PLANS, Act.PROMISES, Act.DEMANDS})
_TO_DO = re.compile(r"\b(?:to|that|for)\s+\w+", re.IGNORECASE)
"""What a plan or demand is of: "offered new insight" is neither."""
_ATTITUDES = frozenset({Act.SUPPORTS, Act.REJECTS})


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
    actors: Mapping[str, Actor] = field(default_factory=dict)
    """For every source's name in the readings, who stands behind it across articles."""


def project(records: Sequence[Record], judgements: Iterable[Judgement], decisions: Iterable[Decision]) -> Projection:
    """The projection of the records by the judgements, with what people decided going before them."""
    ordered = tuple(sorted(records, key=lambda r: (r.known, r.article.id)))
    decided = _decided(decisions)
    judged = (*(j for j in judgements if _pair(j) not in decided), *decided.values())
    identities = identify(ordered, judged)
    units = [unit for record in ordered for unit in units_of(record)]
    settled = {(j.left, j.right): j.verdict for j in decided.values() if j.kind == "claim"}
    clusters = attach_refusals(cluster(units, judged, settled))
    setting = _setting(ordered, units, judged, identities)
    built = [_claim(members, setting) for members in clusters]
    home = {unit.id: claim.id for (claim, _), members in zip(built, clusters, strict=True) for unit in members}
    claims = tuple(claim for claim, _ in built)
    heaviest = sorted(built, key=lambda pair: (-len(pair[0].members), pair[0].id))
    proposals = [(claim.id, unit) for claim, unit in heaviest if claim.proposal]
    return Projection(
        records=ordered,
        entities=identities.entities,
        claims=claims,
        derivations=tuple(dict.fromkeys(d for claim in claims for d in claim.origins.derivations)),
        positions=positions_of(units, proposals, home, identities),
        figures=figures_of(units, home, identities),
        events=events_of(units, home),
        actors=_actors(ordered, identities),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Setting:
    """What claims are made from beside their members."""

    scores: Mapping[tuple[str, str], float]
    wording: Mapping[tuple[str, str], Judgement]
    identities: Identities
    affiliated: Mapping[str, frozenset[str]]
    spokes: Mapping[str, str]
    leads: Mapping[str, str]


def _setting(
    records: Sequence[Record], units: Sequence[Unit], judged: Sequence[Judgement], identities: Identities
) -> _Setting:
    leads = lead_subjects(units)
    return _Setting(
        scores={(j.left, j.right): j.score for j in judged if j.kind == "claim"},
        wording=directed(records, (j for j in judged if j.kind == "derivation" and j.verdict != "apart")),
        identities=identities,
        affiliated=affiliations(units, leads),
        spokes=spoken_for(units),
        leads=leads,
    )


def _actors(records: Sequence[Record], identities: Identities) -> Mapping[str, Actor]:
    return {
        link.name: identities.actor_of(link.name, link.kind)
        for record in records
        for statement in record.reading.statements
        for link in statement.chain
    }


def _claim(members: Sequence[Unit], setting: _Setting) -> tuple[Claim, Unit]:
    chosen = canonical(_as_most_put_it(members), setting.scores)
    stances = [(unit, stance_of_member(unit, chosen)) for unit in members]
    derivations = derive(members, setting.wording, setting.identities, setting.spokes)
    attitudes = not puts_as_so(chosen)
    saying = [u for u, stance in stances if stance is Stance.SAYS and (attitudes or puts_as_so(u))]
    subject, counted = _subject(chosen, members, setting.leads), {unit.id for unit in saying}
    central = {unit.id for unit in members if unit.id == chosen.id or likeness(unit, chosen) >= SAME_FROM}
    testimonies = as_testimony(stances, subject, setting.affiliated, setting.identities, counted, central)
    claim = Claim(
        id="c-" + sha256(members[0].id.encode())[:12],
        text=chosen.text,
        proposal=_is_proposal(members),
        members=tuple(
            Member(stance=stance, evidence=unit.evidence(), on_whose_word=unit.whose_word) for unit, stance in stances
        ),
        origins=count_origins(saying, derivations),
        history=history_of(testimonies, derivations),
    )
    return claim, chosen


def _as_most_put_it(members: Sequence[Unit]) -> Sequence[Unit]:
    """The members among which the canonical sentence is chosen: as most put it, as holding or as not holding."""
    telling = [unit for unit in members if unit.assertion.act not in {Act.DECLINES, Act.QUESTIONS}] or list(members)
    negative = [unit for unit in telling if unit.assertion.polarity is Polarity.NEGATIVE]
    return negative if 2 * len(negative) > len(telling) else [u for u in telling if u not in negative]


def _subject(chosen: Unit, members: Sequence[Unit], leads: Mapping[str, str]) -> str | None:
    """Whom a claim is about: by its canonical sentence, else by most members, else by what several articles lead on."""
    if chosen.subject:
        return chosen.subject
    if len({unit.document for unit in members}) < _ENOUGH_TO_TELL:
        leads = {}
    own = Counter(unit.subject for unit in members if unit.subject)
    around = Counter(leads[unit.article] for unit in members if unit.article in leads)
    return next((max(sorted(c), key=c.__getitem__) for c in (own, around) if c), None)


def _is_proposal(members: Sequence[Unit]) -> bool:
    """Whether most members speak of an action that somebody might take."""
    telling = [unit for unit in members if unit.assertion.act not in {Act.DECLINES, Act.QUESTIONS}]
    ahead = sum(_is_ahead(unit) for unit in telling)
    return 2 * ahead > len(telling) and any(is_weighty(unit) for unit in telling)


def _is_ahead(unit: Unit) -> bool:
    """Whether it speaks of what is to come; "Brennia rejects the idea" takes a stance on that, and is no proposal."""
    if unit.is_deed and unit.assertion.act in _ATTITUDES:
        return False
    if unit.is_deed and not _TO_DO.search(unit.text):
        return False
    return bool(AHEAD.search(unit.text)) or unit.assertion.act in _PROPOSING | _ATTITUDES


def _pair(about: Judgement | Decision) -> tuple[str, str, str]:
    """The kind and the two sides, whichever way round."""
    left, right = sorted((about.left, about.right))
    return about.kind, left, right


def _decided(decisions: Iterable[Decision]) -> dict[tuple[str, str, str], Judgement]:
    """What people decided of pairs, as judgements; of several on one pair the latest."""
    decided: dict[tuple[str, str, str], Judgement] = {}
    for d in sorted(decisions, key=lambda d: d.at):
        if d.verdict in {"same", "apart"}:
            left, right = (d.left, d.right) if d.kind == "derivation" else sorted((d.left, d.right))
            decided[_pair(d)] = Judgement(
                kind=d.kind,
                left=left,
                right=right,
                verdict="different" if d.kind == "entity" and d.verdict == "apart" else d.verdict,
                strength=Strength.EVIDENT,
                score=1.0 if d.verdict == "same" else 0.0,
                reason=f"decided by {d.who}" + (f": {d.note}" if d.note else ""),
            )
    return decided
