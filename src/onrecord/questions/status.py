"""Whether a claim still stands, since when, and because of which statements."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.ledger import Ledger
from onrecord.model import Claim, Evidence, Status
from onrecord.questions.evidence import of_statements
from onrecord.questions.matching import best_claim
from onrecord.questions.rows import Candidate
from onrecord.questions.standing import standing
from onrecord.questions.table import TRACE, Cell, Table, trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The status of one claim and how it came to it.

    about: what was asked about, as it was asked.
    claim: the claim that fits best, with its `history` from the first status to the latest; None where nothing fits.
    lacks: the words of the question that the claim holds under no spelling; empty where it holds all.
    status: the latest status; None where nothing fits.
    evidence: where the statements that the history goes by were read, each once.
    others: up to five further claims that may have been meant.
    as_of: the date by which it was known, as asked; None for now.
    story: the story that was asked of; None for all.
    """

    about: str
    claim: Claim | None
    lacks: tuple[str, ...]
    status: Status | None
    evidence: tuple[Evidence, ...]
    others: tuple[Candidate, ...]
    as_of: str | None
    story: str | None

    def table(self) -> Table:
        """One row for each status and each statement that it is because of, oldest first."""
        columns = ("claim", "date", "status", "reason", *TRACE)
        return Table(columns=columns, rows=self._rows(self.claim) if self.claim else ())

    def _rows(self, claim: Claim) -> tuple[tuple[Cell, ...], ...]:
        where = {evidence.statement: evidence for evidence in self.evidence}
        because = ((change, where.get(statement)) for change in claim.history for statement in change.because or ("",))
        return tuple(
            (claim.id, change.date, change.status.value, change.reason, *trace(found)) for change, found in because
        )


def ask(ledger: Ledger, about: str, *, as_of: str | None = None, story: str | None = None) -> Answer:
    """The status of the claim that `about` (an id or free text) fits best."""
    projection = standing(ledger, as_of=as_of, story=story)
    best = best_claim(projection, ledger, about, as_of=as_of, story=story)
    claim = best.claim
    because = [statement for change in claim.history for statement in change.because] if claim else []
    return Answer(
        about=about,
        claim=claim,
        lacks=best.lacks,
        status=claim.status if claim else None,
        evidence=of_statements(projection, claim, because) if claim else (),
        others=best.others,
        as_of=as_of,
        story=story,
    )
