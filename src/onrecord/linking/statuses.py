"""The status of a claim day by day: a pure function of dated evidence and of who is competent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.linking.competence import judge_competence
from onrecord.linking.roots import count_origins
from onrecord.linking.units import Unit
from onrecord.model import Act, Certainty, Derivation, Stance, Status, StatusChange


@dataclass(frozen=True, slots=True)
class Testimony:
    """One member as evidence: its stance, and whether and why its speaker is competent."""

    unit: Unit
    stance: Stance
    competent: bool
    reason: str

    @property
    def speaker(self) -> str:
        """Who says it."""
        return self.unit.said_by


def history_of(
    members: Sequence[tuple[Unit, Stance]],
    derivations: Sequence[Derivation],
    subject: str | None,
    affiliated: Mapping[str, frozenset[str]],
) -> tuple[StatusChange, ...]:
    """The changes of status, oldest first; each day is judged by what was known on it."""
    evidence = []
    for unit, stance in sorted(members, key=lambda pair: pair[0].order):
        judged = judge_competence(unit, subject, affiliated)
        evidence.append(Testimony(unit, stance, judged.competent, judged.reason))
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
    for_it = [t for t in latest.values() if t.stance is Stance.SAYS and t.unit.assertion.certainty in _FIRM]
    against = [t for t in latest.values() if t.stance is Stance.DENIES]
    if for_it and against:
        names = f"{for_it[-1].speaker} says so, {against[-1].speaker} denies it"
        return Status.DISPUTED, [for_it[-1], against[-1]], names
    if against:
        return Status.DENIED, against[-1:], f"denied: {against[-1].reason}"
    if for_it:
        return Status.CONFIRMED, for_it[:1], f"confirmed: {for_it[0].reason}"
    undecided = [t for t in known if t.competent and t.stance is Stance.QUESTIONS]
    if undecided:
        return Status.OPEN, undecided[-1:], f"{undecided[-1].speaker} leaves it open: {undecided[-1].reason}"
    saying = [t.unit for t in known if t.stance is Stance.SAYS]
    origins = count_origins(saying, derivations)
    if origins.low > 1:
        return Status.CORROBORATED, _one_each(known, origins.roots), f"{origins.low} independent origins at least"
    return Status.SINGLE_ORIGIN, list(known[:1]), "nobody competent has spoken, and one origin at most is known"


_FIRM = frozenset({Certainty.CERTAIN, Certainty.PROBABLE})


def _taken_back(known: Sequence[Testimony]) -> list[Testimony]:
    """Whoever said it and later denies it, or corrects it."""
    said: dict[str, Testimony] = {}
    for testimony in known:
        name = testimony.speaker
        withdraws = testimony.stance is Stance.DENIES or testimony.unit.assertion.act is Act.CORRECTS
        if name in said and withdraws and name != "unknown":
            return [said[name], testimony]
        if testimony.stance is Stance.SAYS and testimony.unit.statement.chain:
            said[name] = testimony
    return []


def _one_each(known: Sequence[Testimony], roots: Sequence[object]) -> list[Testimony]:
    chosen = []
    for root in roots:
        ids = set(root.statements)  # type: ignore[attr-defined]
        chosen += [next(t for t in known if t.unit.statement.id in ids)]
    return chosen
