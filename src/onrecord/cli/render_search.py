"""Statements that a search found, on the screen, best first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.cli.parts import Grid, Line, Part, Run, Words, quoted, stacked, words
from onrecord.cli.render_claim import outlet_of, place
from onrecord.questions.rows import Hit

if TYPE_CHECKING:
    from onrecord.questions.search import Answer


def parts(answer: Answer) -> Iterator[Part]:
    """The screen of `onrecord search`."""
    looked_for = [" or ".join(spellings) for spellings in answer.spellings if len(spellings) > 1]
    if looked_for and answer.hits:
        yield Line(words(("looked for ", "faint"), "; ".join(looked_for)))
    if answer.hits:
        yield Grid(tuple(map(_row, answer.hits)))


def _row(hit: Hit) -> tuple[Words, ...]:
    evidence = hit.evidence
    who = words((hit.speaker or "unknown speaker", "source"), f" {hit.act}")
    ids = (f"{hit.claim or 'no claim'} {hit.statement}", "faint")
    where = words(outlet_of(evidence), Run("  "), place(evidence), Run("  "), ids)
    return words((evidence.day, "date")), stacked(who, quoted(evidence.text), where)
