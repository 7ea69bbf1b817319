"""A claim's status on the screen: the present one as a word, then its history."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.cli.parts import GAP, Grid, Line, Part, Run, Words, stacked, words
from onrecord.cli.render_claim import cited, claim_head, lacking, on_word_of, others_parts, status_word
from onrecord.model import Claim, Evidence, StatusChange

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.questions.status import Answer


def parts(answer: Answer) -> Iterator[Part]:
    """The screen of `onrecord status`."""
    claim = answer.claim
    if claim is None:
        return
    yield from lacking(answer.lacks)
    yield from claim_head(claim)
    if claim.history:
        yield Line(words(status_word(claim.status), f" since {claim.history[-1].date}"), indent=2)
        yield GAP
    yield history_part(claim, {evidence.statement: evidence for evidence in answer.evidence})
    yield GAP
    yield from others_parts(answer.others)


def history_part(claim: Claim, where: Mapping[str, Evidence]) -> Part:
    """Every status that the claim had, with its reason and the statements that it was because of."""
    words_of = {member.evidence.statement: member.on_whose_word for member in claim.members}
    return Grid(tuple(_row(change, where, words_of) for change in claim.history), indent=2)


def _row(
    change: StatusChange, where: Mapping[str, Evidence], words_of: Mapping[str, tuple[str, ...]]
) -> tuple[Words, ...]:
    lines = [words(change.reason)]
    for statement in change.because:
        evidence = where.get(statement)
        if evidence is None:
            lines.append(words((statement, "faint")))
        else:
            lines += [_said_by(words_of.get(statement, ())), cited(evidence)]
    return words((change.date, "date")), status_word(change.status), stacked(*lines)


def _said_by(names: tuple[str, ...]) -> Words:
    return words(on_word_of(names), Run(":")) if names else ()
