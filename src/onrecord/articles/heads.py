"""The head of an article in its plain text: headline, standfirst and byline, up to where the body begins."""

from __future__ import annotations

from onrecord.articles.cues import BYLINES, NEWS
from onrecord.articles.lines import Line, mark, plain
from onrecord.model import BlockKind

HEAD_LINES = 8
"""The head is looked for in so many lines."""

LONGEST_HEADLINE = 200
LONGEST_STANDFIRST = 420
SHORTEST_STANDFIRST = 40
BODY_PARAGRAPHS = 3
"""A text with fewer paragraphs after its first ones has no standfirst."""


def find_headline(lines: list[Line], headline: str | None) -> None:
    """Marks the one to three lines that together are the known headline."""
    wanted = plain(headline or "")
    for count in (1, 2, 3):
        if wanted and plain(" ".join(line.text for line in lines[:count])) == wanted:
            mark(lines[:count], BlockKind.HEADLINE)
            return


def find_head(lines: list[Line]) -> None:
    """Marks what stands above the first paragraph, and guesses the headline where it isn't known."""
    head = [line for line in lines[:HEAD_LINES] if line.kind not in (BlockKind.OTHER, BlockKind.CREDIT)]
    if any(line.cue == "archive marker" for line in lines[:HEAD_LINES]):
        _find_archive_head(lines)
        return
    if len(head) < 2:
        return
    if head[0].kind is None and _is_headline(head[0], head[1]):
        head[0].kind = BlockKind.HEADLINE
        if head[0].text.endswith(";") and len(head[1].text) <= LONGEST_HEADLINE:
            head[1].kind = BlockKind.HEADLINE
    if head[0].kind is BlockKind.HEADLINE:
        _find_deck(head)


def find_standfirst(lines: list[Line]) -> None:
    """Marks the first short paragraphs where a picture or a byline after them shows that the body follows."""
    opening: list[Line] = []
    for index, line in enumerate(lines[:HEAD_LINES]):
        if line.kind is None:
            opening.append(line)
        elif opening:
            ends_head = line.kind in (BlockKind.CAPTION, BlockKind.CREDIT) or line.cue in BYLINES
            body = sum(later.kind is None for later in lines[index:])
            if ends_head and body >= BODY_PARAGRAPHS and len(opening) <= 2 and all(map(_sums_up, opening)):
                mark(opening, BlockKind.STANDFIRST)
            return
        if line.cue in BYLINES and line.kind is BlockKind.CREDIT:
            return


def _find_archive_head(lines: list[Line]) -> None:
    """News archives put the headline above the word "abstract", and the standfirst between it and "full text"."""
    first, *more = [index for index, line in enumerate(lines[:HEAD_LINES]) if line.cue == "archive marker"]
    for index, line in enumerate(lines[: max([first, *more])]):
        if line.kind is None:
            line.kind = BlockKind.HEADLINE if index < first else BlockKind.STANDFIRST


def _is_headline(line: Line, after: Line) -> bool:
    if line.text.endswith(";") and len(line.text) <= LONGEST_HEADLINE:
        return True
    twice = line.plain == after.plain and len(line.text) <= LONGEST_HEADLINE
    return twice or (line.is_heading(LONGEST_HEADLINE, 30) and len(after.text) > 60)


def _find_deck(head: list[Line]) -> None:
    """Below the headline: the headline again, a standfirst without a full stop, a bare name."""
    rest = [line for line in head if line.kind is None]
    for line in rest[:2]:
        if line.plain == head[0].plain:
            line.kind = BlockKind.HEADLINE
        elif line.unended and len(line.text) <= LONGEST_HEADLINE:
            name = 2 <= len(line.words) <= 4 and all(word[0].isupper() for word in line.words)
            line.kind = BlockKind.CREDIT if name else BlockKind.STANDFIRST
        else:
            return


def _sums_up(line: Line) -> bool:
    return SHORTEST_STANDFIRST <= len(line.text) <= LONGEST_STANDFIRST and not NEWS.search(line.text)
