"""Figures on the screen: by what they measure, with those that contradict each other marked."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.cli.parts import GAP, Grid, Line, Part, Run, Words, quoted, stacked, words
from onrecord.cli.render_claim import outlet_of, place
from onrecord.cli.render_timeline import spoken_date
from onrecord.model import Figure
from onrecord.questions.amounts import amount, bound_word, cite, own_words
from onrecord.questions.rows import FigureClaim

if TYPE_CHECKING:
    from onrecord.questions.figures import Answer

CONFLICT = ("≠", "bad")
"""Stands before a figure that another one contradicts."""

Told = dict[Hashable, list[Figure]]
"""Figures that say the same on the same word, by what they say."""


def parts(answer: Answer) -> Iterator[Part]:
    """The screen of `onrecord figures`."""
    setting = _Setting(
        known={figure.id: figure for figure in (*answer.others, *answer.figures)},
        claims={claim.figure: claim for claim in answer.claims},
    )
    measures: dict[tuple[str, str], Told] = {}
    for figure in answer.figures:
        told = measures.setdefault(setting.measured(figure), {})
        told.setdefault((amount(figure).casefold(), figure.time, figure.said_by), []).append(figure)
    for (measure, claim), told in measures.items():
        yield Line(words((measure, "title"), Run("  " * bool(measure and claim)), quoted(claim, "") if claim else ()))
        yield Grid(tuple(setting.row(same) for same in told.values()), indent=2)
        yield GAP
    if answer.contradicted:
        are = "is" if answer.contradicted == 1 else "are"
        counted = f" {answer.contradicted} of {answer.distinct} figures {are} contradicted by another one"
        yield Line(words(CONFLICT, counted))


@dataclass(frozen=True, slots=True)
class _Setting:
    known: Mapping[str, Figure]
    claims: Mapping[str, FigureClaim]

    def measured(self, figure: Figure) -> tuple[str, str]:
        """What is measured; with the claim where a bare number or a lone word ("percent") doesn't tell it."""
        claim = self.claims.get(figure.id)
        if claim is None or (" " in figure.measure and figure.measure != figure.evidence.text):
            return figure.measure, ""
        return "" if figure.measure == figure.evidence.text else figure.measure, claim.text

    def row(self, same: list[Figure]) -> tuple[Words, ...]:
        """A figure with all the places where it was read, and what contradicts it."""
        figure = same[0]
        when = f", {spoken_date(figure.time)}" if figure.time else ""
        bound = bound_word(figure)
        number = words((bound, "faint"), Run(" " * bool(bound)), (own_words(figure), "number"))
        head = words(number, when, (" according to ", "faint"), (figure.said_by, "source"))
        others = list(dict.fromkeys(other for one in same for other in one.conflicts))
        mark = words(CONFLICT) if others else ()
        return mark, stacked(head, *self._read(same), *self._conflicts(others))

    def _read(self, same: list[Figure]) -> Iterator[Words]:
        """The sentences that it was read in, each once, with every place below."""
        sentences: dict[str, list[Words]] = {}
        for figure in same:
            claim, evidence = self.claims.get(figure.id), figure.evidence
            where = words(outlet_of(evidence), f", {evidence.day}", Run("  "), place(evidence))
            pinned = words(where, Run("  "), (claim.claim, "faint")) if claim else where
            sentences.setdefault(claim.said if claim else evidence.text, []).append(pinned)
        for sentence, places in sentences.items():
            yield quoted(sentence)
            yield from places

    def _conflicts(self, others: list[str]) -> Iterator[Words]:
        """What contradicts a figure: each amount once, with the first who says it."""
        told: dict[str, list[Figure]] = {}
        for figure in (self.known[other] for other in others if other in self.known):
            told.setdefault(amount(figure).casefold(), []).append(figure)
        for figures in told.values():
            more = f" and {len(figures) - 1} more" if len(figures) > 1 else ""
            yield words(("contradicted by ", "bad"), f"{cite(figures[0])}{more}")
