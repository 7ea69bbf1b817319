"""How many independent origins a claim has, and which member goes back to which."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.ledger import Ledger
from onrecord.model import Claim, Derivation, Member, Stance
from onrecord.questions.matching import best_claim
from onrecord.questions.rows import Candidate
from onrecord.questions.standing import standing
from onrecord.questions.table import TRACE, Cell, Table, trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The origins of one claim.

    about: what was asked about, as it was asked.
    claim: the claim that fits best, with its `origins` (the estimate, its reasons, roots and derivations) and members;
        None where nothing fits.
    lacks: the words of the question that the claim holds under no spelling; empty where it holds all.
    others: up to five further claims that may have been meant.
    as_of: the date by which it was known, as asked; None for now.
    story: the story that was asked of; None for all.
    """

    about: str
    claim: Claim | None
    lacks: tuple[str, ...]
    others: tuple[Candidate, ...]
    as_of: str | None
    story: str | None

    def table(self) -> Table:
        """One row for each member that says the claim, by its root; a member without one comes last."""
        columns = ("claim", "low", "high", "origin", "basis", "on_whose_word", "goes_back_to", *TRACE)
        return Table(columns=columns, rows=_rows(self.claim) if self.claim else ())


def ask(ledger: Ledger, about: str, *, as_of: str | None = None, story: str | None = None) -> Answer:
    """The origins of the claim that `about` (an id or free text) fits best."""
    projection = standing(ledger, as_of=as_of, story=story)
    best = best_claim(projection, ledger, about, as_of=as_of, story=story)
    return Answer(about=about, claim=best.claim, lacks=best.lacks, others=best.others, as_of=as_of, story=story)


def _rows(claim: Claim) -> tuple[tuple[Cell, ...], ...]:
    roots = claim.origins.roots
    root_of = {statement: at for at, root in reversed(tuple(enumerate(roots))) for statement in root.statements}
    said = [member for member in claim.members if member.stance is Stance.SAYS]
    said.sort(key=lambda member: root_of.get(member.evidence.statement, len(roots)))
    return tuple(_row(claim, root_of.get(member.evidence.statement), member) for member in said)


def _row(claim: Claim, root: int | None, member: Member) -> tuple[Cell, ...]:
    origin = None if root is None else claim.origins.roots[root]
    evidence = member.evidence
    back = [_goes_back(claim, d) for d in claim.origins.derivations if d.source == evidence.statement]
    return (
        claim.id,
        claim.origins.low,
        claim.origins.high,
        origin.name if origin else None,
        origin.basis if origin else None,
        " ← ".join(member.on_whose_word),
        "; ".join(dict.fromkeys(back)),
        *trace(evidence),
    )


def _goes_back(claim: Claim, derivation: Derivation) -> str:
    target = derivation.target
    for member in claim.members:
        if member.evidence.statement == target:
            target = f"{member.evidence.outlet or member.evidence.article} of {member.evidence.day}"
            break
    return f"{derivation.kind.value}: {target} ({derivation.strength.value}: {derivation.reason})"
