"""The status of a claim day by day: a pure function of dated evidence and of who is competent."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from onrecord.linking.claims import is_weighty
from onrecord.linking.competence import judge_competence
from onrecord.linking.identities import Identities
from onrecord.linking.roots import count_origins
from onrecord.linking.units import Unit
from onrecord.model import Act, Certainty, Derivation, Origin, SourceKind, Stance, Status, StatusChange


@dataclass(frozen=True, slots=True)
class Testimony:
    """One member as evidence: its stance, who says it, and whether and why they are competent."""

    unit: Unit
    stance: Stance
    speaker: str
    competent: bool
    reason: str
    counts: bool = True
    """Whether it counts as an origin: attitudes to what others say don't."""
    central: bool = True
    """Whether it's close to the canonical sentence: what is far from it neither confirms nor denies that."""


def as_testimony(
    members: Sequence[tuple[Unit, Stance]],
    subject: str | None,
    affiliated: Mapping[str, frozenset[str]],
    identities: Identities,
    counted: Collection[str],
    central: Collection[str],
) -> list[Testimony]:
    """The members as evidence, by when they were known.

    `subject` is whom the claim is about, as a name term; `counted` are the ids of the units that count as origins,
    `central` of those that are close to the canonical sentence.
    """
    evidence = []
    for unit, stance in sorted(members, key=lambda pair: pair[0].order):
        judged = judge_competence(unit, subject, affiliated)
        speaker = identities.name_of(unit.said_by)
        near = unit.id in central
        refers_back = stance is Stance.QUESTIONS
        competent = judged.competent and (near or refers_back)
        evidence.append(Testimony(unit, stance, speaker, competent, judged.reason, unit.id in counted, near))
    return evidence


def history_of(evidence: Sequence[Testimony], derivations: Sequence[Derivation]) -> tuple[StatusChange, ...]:
    """The changes of status, oldest first; each day is judged by what was known on it."""
    changes: list[StatusChange] = []
    for day in sorted({t.unit.day for t in evidence}):
        known = [t for t in evidence if t.unit.day <= day]
        status, because, reason = _status(known, derivations)
        if not changes or changes[-1].status is not status:
            ids = tuple(dict.fromkeys(t.unit.statement.id for t in because))
            changes.append(StatusChange(date=day, status=status, because=ids, reason=reason))
    return tuple(changes)


def _status(known: Sequence[Testimony], derivations: Sequence[Derivation]) -> tuple[Status, list[Testimony], str]:
    """The first that applies, in the design's order."""
    taken_back = _taken_back(known)
    if taken_back:
        return Status.CORRECTED, taken_back, f"{taken_back[-1].speaker} took it back"
    latest = {t.speaker: t for t in known if t.competent and t.stance is not Stance.QUESTIONS}
    for_it = [t for t in latest.values() if _confirms(t, known)]
    against = [t for t in latest.values() if t.stance is Stance.DENIES and t.unit.assertion.certainty in _FIRM]
    if any(t.unit.assertion.act is Act.ADMITS and all(t.unit.day > a.unit.day for a in against) for t in for_it):
        against = []  # who admits it gives up the denials of their own side
    if for_it and against:
        names = f"{for_it[-1].speaker} says so, {against[-1].speaker} denies it"
        return Status.DISPUTED, [for_it[-1], against[-1]], names
    if against:
        first = next(t for t in known if t.competent and t.stance is Stance.DENIES)
        return Status.DENIED, [first], f"denied: {first.reason}"
    if for_it:
        return Status.CONFIRMED, for_it[:1], f"confirmed: {for_it[0].reason}"
    undecided = [t for t in known if t.competent and t.stance is Stance.QUESTIONS]
    if undecided:
        return Status.OPEN, undecided[-1:], f"{undecided[-1].speaker} leaves it open: {undecided[-1].reason}"
    saying = [t.unit for t in known if t.stance is Stance.SAYS and t.counts]
    origins = count_origins(saying, derivations)
    if origins.low > 1:
        return Status.CORROBORATED, _one_each(known, origins.roots), f"{origins.low} independent origins at least"
    if all(t.stance is Stance.QUESTIONS for t in known):
        return Status.OPEN, list(known[:1]), "only asked about so far: nobody says it, nobody denies it"
    return Status.SINGLE_ORIGIN, list(known[:1]), "nobody competent has spoken, and one origin at most is known"


def _confirms(testimony: Testimony, known: Sequence[Testimony]) -> bool:
    """Whether a competent member confirms: it puts the claim as a fact, not as a wish, a plan or an opinion.

    A body confirms by saying so. A person on their own confirms what others report too, or in so many words.
    """
    unit, assertion = testimony.unit, testimony.unit.assertion
    whole = is_weighty(unit) and bool(FINITE.search(unit.text))
    states = testimony.stance is Stance.SAYS and assertion.certainty is Certainty.CERTAIN and whole
    speaker = unit.statement.speaker
    body = speaker is not None and speaker.kind is SourceKind.ORGANISATION
    elsewhere = any(t.unit.document != unit.document for t in known)
    return states and (
        assertion.act in {Act.CONFIRMS, Act.ADMITS} or (assertion.act in _STATES and (body or elsewhere))
    )


FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|did|do|does|\w{2,}ed|hit|said|made|took|left|went)\b", re.IGNORECASE
)
"""What tells a clause from a fragment ("the truce"): only a clause can be confirmed."""

_FIRM = frozenset({Certainty.CERTAIN, Certainty.PROBABLE})
_STATES = frozenset({Act.ASSERTS, Act.CORRECTS})


def _taken_back(known: Sequence[Testimony]) -> list[Testimony]:
    """Whoever said it and later takes it back in so many words, or on a later day says that it isn't so."""
    said: dict[str, Testimony] = {}
    for testimony in known:
        name, unit = testimony.speaker, testimony.unit
        earlier = said.get(name)
        firm = testimony.central and unit.assertion.certainty is Certainty.CERTAIN
        if earlier and name != "unknown":
            denies = testimony.stance is Stance.DENIES and firm and unit.day > earlier.unit.day
            if denies or unit.assertion.act is Act.CORRECTS:
                return [earlier, testimony]
        if testimony.stance is Stance.SAYS and firm and testimony.counts and unit.statement.chain:
            said[name] = testimony
    return []


def _one_each(known: Sequence[Testimony], roots: Sequence[Origin]) -> list[Testimony]:
    return [next(t for t in known if t.unit.statement.id in root.statements) for root in roots]
