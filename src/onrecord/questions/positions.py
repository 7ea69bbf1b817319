"""Who supports a proposal, who opposes it, and since when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.ledger import Ledger
from onrecord.linking.projection import Projection
from onrecord.model import Position
from onrecord.questions.matching import claims_about, is_id
from onrecord.questions.rows import ClaimText
from onrecord.questions.spellings import Term, holds_all, terms
from onrecord.questions.standing import standing
from onrecord.questions.table import TRACE, Table, trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Positions of actors on proposals.

    about: what was asked about, as it was asked; None for all positions.
    positions: by proposal, actor and date; `said_by` is set where somebody else passes one on. Empty if there are none.
    proposals: the claims that these positions are on.
    as_of: the date by which it was known, as asked; None for now.
    story: the story that was asked of; None for all.
    """

    about: str | None
    positions: tuple[Position, ...]
    proposals: tuple[ClaimText, ...]
    as_of: str | None
    story: str | None

    def table(self) -> Table:
        """One row for each position and each piece of evidence for it."""
        columns = ("actor", "kind", "stance", "date", "said_by", "claim", "proposal", *TRACE)
        texts = {claim.id: claim.text for claim in self.proposals}
        rows = (
            (
                p.actor.name,
                p.actor.kind.value,
                p.stance.value,
                p.date,
                p.said_by,
                p.claim,
                texts.get(p.claim),
                *trace(evidence),
            )
            for p in self.positions
            for evidence in p.evidence
        )
        return Table(columns=columns, rows=tuple(rows))


def ask(ledger: Ledger, about: str | None = None, *, as_of: str | None = None, story: str | None = None) -> Answer:
    """All positions; or those of the actor whom `about` names; or else those that hold all its words.

    A position holds its actor, its evidence, and the proposal in the words of whoever speaks of it.
    """
    projection = standing(ledger, as_of=as_of, story=story)
    found = projection.positions
    if about is not None and is_id(about):
        claims = {claim.id for claim in claims_about(projection, ledger, about, as_of=as_of, story=story)}
        found = tuple(p for p in projection.positions if p.claim in claims)
    elif about is not None:
        found = _holding(projection, terms(about, projection.entities))
    found = tuple(sorted(found, key=lambda p: (p.claim, p.actor.name, p.date)))
    on = {p.claim for p in found}
    proposals = tuple(ClaimText(id=claim.id, text=claim.text) for claim in projection.claims if claim.id in on)
    return Answer(about=about, positions=found, proposals=proposals, as_of=as_of, story=story)


def _holding(projection: Projection, asked: Sequence[Term]) -> tuple[Position, ...]:
    by_actor = tuple(p for p in projection.positions if holds_all(asked, p.actor.name))
    if by_actor:
        return by_actor
    on = {p.claim for p in projection.positions}
    worded = {c.id: " ".join((c.text, *(m.evidence.text for m in c.members))) for c in projection.claims if c.id in on}
    return tuple(p for p in projection.positions if holds_all(asked, f"{_words_of(p)} {worded.get(p.claim, '')}"))


def _words_of(position: Position) -> str:
    return " ".join((position.actor.name, *(evidence.text for evidence in position.evidence)))
