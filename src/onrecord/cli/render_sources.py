"""Sources on the screen: outlet by outlet, the most used first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from onrecord.cli.counts import number_of
from onrecord.cli.parts import GAP, Grid, Line, Part, Run, Words, joined, quoted, stacked, words
from onrecord.cli.render_claim import place, source_kind
from onrecord.questions.rows import Share, SourceUse

if TYPE_CHECKING:
    from onrecord.questions.sources import Answer

FEW_NAMED = 0.5
"""A share of named sources below which it is shown as a warning."""

SHOWN = 3
"""How many places of a source are quoted."""


def parts(answer: Answer) -> Iterator[Part]:
    """The screen of `onrecord sources`."""
    uses = {outlet: tuple(found) for outlet, found in groupby(answer.sources, key=lambda use: use.outlet)}
    for share in answer.shares:
        yield Line(words((share.outlet or "unknown outlet", "title"), Run("  "), joined(_shares(share), " · ")))
        if share.outlet in uses:
            yield Grid(tuple(map(_row, uses[share.outlet])), indent=2)
        yield GAP


def _shares(share: Share) -> Iterator[Words]:
    if share.share is not None:
        style = "warn" if share.share < FEW_NAMED else "good"
        counted = f" of statements go back to a named source ({share.named} named, {share.unnamed} unnamed)"
        yield words((f"{share.share:.0%}", style), (counted, "faint"))
    if share.own:
        yield words((f"{number_of(share.own, 'statement')} in its own voice", "faint"))


def _row(use: SourceUse) -> tuple[Words, ...]:
    who = words((use.name, "source"), " ", source_kind(use.kind, named=use.named))
    where = (
        words((f"{evidence.day} ", "faint"), quoted(evidence.text), Run(" "), place(evidence))
        for evidence in use.evidence[:SHOWN]
    )
    rest = len(use.evidence) - SHOWN
    more = f"and {rest} more, listed by --format csv" if rest > 0 else ""
    return words((f"{use.statements}×", "number")), stacked(who, *where, words((more, "faint")))
