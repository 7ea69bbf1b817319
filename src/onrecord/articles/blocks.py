"""Splits an article's plain text into blocks: what is body, and what the page put around it.

Lines are the units, whether paragraphs stand on single lines or are set apart by blank ones; the lines of hard-wrapped
paragraphs are joined first (such a block spans the breaks inside it). The passes run in order and only ever mark what
is still unmarked; what is left at the end is a paragraph.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

from onrecord.articles.cues import BYLINES, CUES, NARRATIVE, SCENE
from onrecord.articles.heads import find_head, find_headline, find_standfirst
from onrecord.articles.lines import Line, mark, split_lines
from onrecord.model import Block, BlockKind

LONGEST = {"doubled": 500, "caption": 260, "subhead": 90, "pull quote": 400, "quote signature": 80}
"""Characters above which a line is never taken for the thing."""

SUBHEAD_WORDS = 14
PULL_QUOTE_WORDS = 5
MANY_LINES = 2000
"""Texts with more lines than this are lists or transcripts; pull quotes aren't looked for in them."""


def find_blocks(
    text: str, headline: str | None = None, known: Mapping[str, BlockKind] | None = None
) -> tuple[Block, ...]:
    """The blocks of the text, in order and without overlaps; together they hold every character but white space.

    `headline` is marked where the text opens with it. `known` says what certain lines are (from the page's own markup),
    keyed by `lines.plain` of the line.
    """
    lines = split_lines(text)
    for line in lines:
        line.kind = known.get(line.plain) if known else None
    find_headline(lines, headline)
    for find in (_find_cues, find_head, _find_doubled, _find_captions, _find_quotes, _find_subheads, find_standfirst):
        find(lines)
    return tuple(Block(kind=line.kind or BlockKind.PARAGRAPH, start=line.start, end=line.end) for line in lines)


def _find_cues(lines: list[Line]) -> None:
    for line in lines:
        if line.kind is None:
            cue = next((c for c in CUES if len(line.text) <= c.longest and c.pattern.fullmatch(line.text)), None)
            if cue:
                line.kind, line.cue = cue.kind, cue.name


def _find_doubled(lines: list[Line]) -> None:
    """A line twice in a row is a caption that the page holds twice: once to see, once to hear."""
    for one, two in pairwise(lines):
        same = one.plain == two.plain and one.kind in (None, BlockKind.CAPTION, BlockKind.QUOTE)
        if same and two.kind is None and len(two.words) >= 3 and len(two.text) <= LONGEST["doubled"]:
            mark([one, two], BlockKind.QUOTE if two.quoted else BlockKind.CAPTION)


def _find_captions(lines: list[Line]) -> None:
    """Next to a credit, a scene in the present tense is a caption; the paragraph above the picture isn't."""
    for line, after in pairwise(lines):
        credited = after.kind is BlockKind.CREDIT and after.cue not in BYLINES
        if credited and line.kind is None and len(line.text) <= LONGEST["caption"]:
            scene = SCENE.search(line.text) and not NARRATIVE.search(line.text)
            line.kind = BlockKind.CAPTION if scene else None


def _find_quotes(lines: list[Line]) -> None:
    """A line that a longer line holds word for word is a pull quote; so is the dash line that signs a quote."""
    for before, line in pairwise(lines):
        signs = before.quoted and line.text[0] in "–—" and len(line.text) <= LONGEST["quote signature"]
        line.kind = BlockKind.QUOTE if signs and line.kind is None else line.kind
    plains = [line.plain for line in lines if line.kind is None]
    if len(plains) > MANY_LINES:
        return
    body, copies = "\n".join(plains), Counter(plains)
    for line in lines:
        short = len(line.words) >= PULL_QUOTE_WORDS and len(line.text) <= LONGEST["pull quote"]
        if line.kind is None and short and body.count(line.plain) > copies[line.plain]:
            line.kind = BlockKind.QUOTE


def _find_subheads(lines: list[Line]) -> None:
    """A heading between paragraphs; of several in a row (a list, a table) none is."""
    body = [line for line in lines if line.kind in (None, BlockKind.QUOTE, BlockKind.HEADLINE)]
    headings = [line.kind is None and line.is_heading(LONGEST["subhead"], SUBHEAD_WORDS) for line in body]
    for index, line in enumerate(body[:-1]):
        alone = not headings[index + 1] and (index == 0 or not headings[index - 1])
        if headings[index] and alone and len(body[index + 1].text) > len(line.text):
            line.kind = BlockKind.SUBHEAD
