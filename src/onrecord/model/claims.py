"""What follows from readings and judgements: entities, claims, origins, statuses, positions, figures, events."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.kinds import (
    Bound,
    DerivationKind,
    EntityKind,
    EventState,
    SourceKind,
    Stance,
    Status,
    Strength,
    Support,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where an answer was read: offsets [start, end) into the text of the article, with its outlet and day (ISO)."""

    statement: str
    article: str
    start: int
    end: int
    outlet: str | None
    day: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, body, place or country with its variants, and why they were taken for one."""

    id: str
    name: str
    kind: EntityKind
    variants: tuple[str, ...]
    reasons: tuple[str, ...]
    mentions: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One assertion of a claim: how it stands to it, and on whose word (from the outermost inwards)."""

    stance: Stance
    evidence: Evidence
    on_whose_word: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """The statement `source` goes back to `target`: a statement's id, or the name of somebody outside the ledger."""

    source: str
    target: str
    kind: DerivationKind
    strength: Strength
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A root that members of a claim go back to; `basis` is false where no basis was given."""

    name: str
    basis: bool
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """How many independent origins a claim has, as an estimate [low, high], with the roots of the low count."""

    low: int
    high: int
    reasons: tuple[str, ...]
    roots: tuple[Origin, ...]
    derivations: tuple[Derivation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChange:
    """From `date` on the claim had this status, because of these statements, for this reason."""

    date: str
    status: Status
    because: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What several assertions say, deny or question. `text` is the canonical sentence, chosen from the members."""

    id: str
    text: str
    proposal: bool
    members: tuple[Member, ...]
    origins: Origins
    history: tuple[StatusChange, ...]

    @property
    def status(self) -> Status:
        """The latest status."""
        return self.history[-1].status


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who takes a position."""

    name: str
    kind: SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """An actor's stance on a proposal from `date` on; `said_by` is set where somebody else passes it on."""

    actor: Actor
    claim: str
    stance: Support
    date: str
    said_by: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A quantity of an assertion: what it measures, when (EDTF), who says so, and which figures contradict it."""

    id: str
    measure: str
    low: float | None
    high: float | None
    bound: Bound
    unit: str | None
    time: str | None
    said_by: str
    evidence: Evidence
    conflicts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something dated: `edtf` is when it happened or is to happen, as told on the day of the evidence."""

    edtf: str
    state: EventState
    claim: str
    evidence: Evidence
