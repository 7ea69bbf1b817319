"""Positions on the screen: for each proposal the actors, with the moves that each has made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from onrecord.cli.parts import GAP, Grid, Line, Part, Run, Words, joined, quoted, stacked, words
from onrecord.cli.render_claim import cited
from onrecord.model import Position, Support

if TYPE_CHECKING:
    from onrecord.questions.positions import Answer

SUPPORT_STYLES = {
    Support.SUPPORTS: "good",
    Support.OPPOSES: "bad",
    Support.WARY: "warn",
    Support.UNDECIDED: "calm",
}
"""How stances on a proposal look."""

AT_ONCE = {2: " (both on this day)", 3: " (all on this day)", 4: " (all on this day)"}
"""What is said of so many stances that one article tells of on one day."""

STANCE_WIDTH = max(map(len, Support))


def parts(answer: Answer) -> Iterator[Part]:
    """The screen of `onrecord positions`."""
    texts = {proposal.id: proposal.text for proposal in answer.proposals}
    for claim, on_claim in groupby(answer.positions, key=lambda position: position.claim):
        yield Line(words(quoted(texts.get(claim, claim), "title"), Run("  "), (claim, "faint")))
        for _, of_actor in groupby(on_claim, key=lambda position: position.actor):
            yield from _actor(list(of_actor))
        yield GAP


def _actor(positions: list[Position]) -> Iterator[Part]:
    actor = positions[0].actor
    yield Line(words((actor.name, "source"), f" ({actor.kind})", Run("  "), _moves(positions)), indent=2)
    yield Grid(tuple(map(_row, positions)), indent=4)


def _moves(positions: Sequence[Position]) -> Words:
    """The stances that an actor has gone through, each once in a row; those of one day and article are no move."""
    held = (tuple(dict.fromkeys(position.stance for position in at_once)) for at_once in _at_once(positions))
    return joined((_held(stances) for stances, _ in groupby(held)), " → ")


def _at_once(positions: Sequence[Position]) -> list[list[Position]]:
    groups: list[list[Position]] = []
    for position in positions:
        if groups and _together(groups[-1][-1], position):
            groups[-1].append(position)
        else:
            groups.append([position])
    return groups


def _together(one: Position, other: Position) -> bool:
    read = ({evidence.article for evidence in position.evidence} for position in (one, other))
    return one.date == other.date and one.said_by == other.said_by and not set.isdisjoint(*read)


def _held(stances: Sequence[Support]) -> Words:
    both = joined(map(_stance, stances), " and ")
    return words(both, (AT_ONCE.get(len(stances), ""), "faint"))


def _row(position: Position) -> tuple[Words, ...]:
    passed_on = words(("as passed on by ", "faint"), (position.said_by, "name")) if position.said_by else ()
    lines = (passed_on, *map(cited, position.evidence))
    stance = (Run(position.stance.value.ljust(STANCE_WIDTH), SUPPORT_STYLES[position.stance]),)
    return words((position.date, "date")), stance, stacked(*lines)


def _stance(stance: Support) -> Words:
    return words((stance.value, SUPPORT_STYLES[stance]))
