"""Everything about one claim on the screen: status, origins, and its members with the text around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from onrecord.cli.parts import GAP, Grid, Line, Part, Run, Words, stacked, words
from onrecord.cli.render_claim import claim_head, lacking, on_word_of, others_parts, outlet_of, place, stance_word
from onrecord.cli.render_origins import estimate_parts, tree_parts
from onrecord.cli.render_status import history_part
from onrecord.model import Evidence, Member

if TYPE_CHECKING:
    from onrecord.questions.status import Answer

Texts = Mapping[str, str]
"""The text of each article by its id."""

AROUND = 120
"""How many characters of the article are shown on either side of the quoted ones."""


def parts(answer: Answer, texts: Texts) -> Iterator[Part]:
    """The screen of `onrecord show`."""
    claim = answer.claim
    if claim is None:
        return
    yield from lacking(answer.lacks)
    yield from claim_head(claim)
    yield _heading("Status")
    yield history_part(claim, {evidence.statement: evidence for evidence in answer.evidence})
    yield GAP
    yield _heading("Origins")
    yield from estimate_parts(claim)
    yield GAP
    yield from tree_parts(claim)
    yield _heading("Members")
    yield Grid(tuple(_row(member, texts) for member in claim.members), indent=2)
    yield GAP
    yield from others_parts(answer.others)


def _heading(text: str) -> Part:
    return Line(words((text, "title")))


def _row(member: Member, texts: Texts) -> tuple[Words, ...]:
    evidence = member.evidence
    whose = words((" on the word of ", "faint"), on_word_of(member.on_whose_word)) if member.on_whose_word else ()
    pinned = words(place(evidence), Run("  "), (evidence.statement, "faint"))
    lines = (words(outlet_of(evidence), whose), _in_context(evidence, texts[evidence.article]), pinned)
    return words((evidence.day, "date")), stance_word(member.stance), stacked(*lines)


def _in_context(evidence: Evidence, text: str) -> Words:
    """The quoted words marked, with what stands around them in their paragraph."""
    before = text[max(evidence.start - AROUND, 0) : evidence.start].rpartition("\n")[2]
    after = text[evidence.end : evidence.end + AROUND].partition("\n")[0]
    if len(before) == AROUND:
        before = "… " + before.partition(" ")[2]
    if len(after) == AROUND:
        after = after.rpartition(" ")[0] + " …"
    return words(before, (f"»{text[evidence.start : evidence.end]}«", "mark"), after)
