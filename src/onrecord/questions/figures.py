"""How many, how much: what is counted, by whom, and which counts contradict each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.ledger import Ledger
from onrecord.model import Figure
from onrecord.questions.amounts import BOUNDS, cite
from onrecord.questions.evidence import claims_of_figures
from onrecord.questions.families import distinct
from onrecord.questions.matching import claims_about
from onrecord.questions.rows import FigureClaim
from onrecord.questions.spellings import holds_all, terms
from onrecord.questions.standing import standing
from onrecord.questions.table import TRACE, Cell, Table, trace

COLUMNS = (
    *("id", "claim", "measure", "bound", "low", "high", "unit", "time", "said_by", "conflicts", "contradicted_by"),
    *TRACE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Figures, those of one measure together.

    about: what was asked about, as it was asked; None for all figures.
    figures: by measure, then day; the `conflicts` of each are ids of other figures. Empty if there are none.
    others: figures that weren't asked for but contradict one of these.
    claims: for each of `figures`, the claim that it stands in; none for a figure outside of all claims.
    distinct: how many figures these are, those that a reprint or a version only repeats counted once.
    contradicted: how many of the distinct ones another figure contradicts.
    as_of: the date by which it was known, as asked; None for now.
    story: the story that was asked of; None for all.
    """

    about: str | None
    figures: tuple[Figure, ...]
    others: tuple[Figure, ...]
    claims: tuple[FigureClaim, ...]
    distinct: int
    contradicted: int
    as_of: str | None
    story: str | None

    def table(self) -> Table:
        """One row for each figure."""
        told = {figure.id: cite(figure) for figure in (*self.others, *self.figures)}
        home = {claim.figure: claim.claim for claim in self.claims}
        return Table(columns=COLUMNS, rows=tuple(_row(figure, home.get(figure.id), told) for figure in self.figures))


def ask(ledger: Ledger, about: str | None = None, *, as_of: str | None = None, story: str | None = None) -> Answer:
    """All figures; or those whose measure `about` names; or else those in the claims that it fits."""
    projection = standing(ledger, as_of=as_of, story=story)
    found = projection.figures
    if about is not None:
        asked = terms(about, projection.entities)
        found = tuple(figure for figure in projection.figures if holds_all(asked, figure.measure))
        if not found:
            wanted = claims_about(projection, ledger, about, as_of=as_of, story=story)
            inside = {(m.evidence.statement, m.evidence.article) for claim in wanted for m in claim.members}
            found = tuple(f for f in projection.figures if (f.evidence.statement, f.evidence.article) in inside)
    once = distinct(found, projection)
    against = {other for figure in found for other in figure.conflicts} - {figure.id for figure in found}
    return Answer(
        about=about,
        figures=tuple(sorted(found, key=lambda figure: (figure.measure, figure.evidence.day, figure.id))),
        others=tuple(figure for figure in projection.figures if figure.id in against),
        claims=claims_of_figures(projection, found),
        distinct=len(once),
        contradicted=sum(any(figure.conflicts for figure in same) for same in once),
        as_of=as_of,
        story=story,
    )


def _row(figure: Figure, claim: str | None, told: Mapping[str, str]) -> tuple[Cell, ...]:
    return (
        figure.id,
        claim,
        figure.measure,
        BOUNDS[figure.bound],
        figure.low,
        figure.high,
        figure.unit,
        figure.time,
        figure.said_by,
        " ".join(figure.conflicts),
        "; ".join(dict.fromkeys(told[other] for other in figure.conflicts if other in told)),
        *trace(figure.evidence),
    )
