"""The lines of a text, the units that blocks are made of, with what the block rules ask about each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from onrecord.model import BlockKind

WRAPPED = (40, 120)
"""Characters in a line of hard-wrapped text."""

_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_QUOTE_MARKS = "\"“”„«»‘’'"
_ENDS = (".", "!", "?", "…", ":", ";", ",", '"', "”", "»", "’", "'", ")", "]", "-", "–", "—")
_SMALL = frozenset({
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "if",
    "in", "into", "is", "it", "its", "nor", "not", "of", "off", "on", "or", "over", "per", "so",
    "than", "that", "the", "to", "up", "via", "vs", "with", "de", "la", "le", "du", "der", "die", "das", "und",
})  # fmt: skip


@dataclass(slots=True)
class Line:
    """A line without the white space around it; `kind` and `cue` are set by the first rule that claims it."""

    start: int
    end: int
    text: str
    kind: BlockKind | None = None
    cue: str = ""
    words: list[str] = field(init=False)
    plain: str = field(init=False)

    def __post_init__(self) -> None:
        self.words = self.text.split()
        self.plain = plain(self.text)

    @property
    def unended(self) -> bool:
        """Whether it stops without a mark that ends a sentence or a quotation."""
        return not self.text.endswith(_ENDS)

    @property
    def quoted(self) -> bool:
        """Whether it opens with a quotation mark."""
        return self.text[0] in '"“„«'

    def is_heading(self, longest: int, most_words: int) -> bool:
        """Whether it looks like a heading: short, and without a full stop or in title case."""
        opens = self.text[0].isupper() or self.text[0].isdigit() or self.text[0] in "\"“‘'"
        if len(self.text) > longest or len(self.words) > most_words or not opens:
            return False
        if self.unended:
            return any(letter.isalpha() for letter in self.text)
        return self.text[-1] in ".!?" and _is_title_case(self.words)


def plain(line: str) -> str:
    """The line as it is compared with others: case, quotation marks, end marks and runs of white space set aside."""
    return " ".join(line.casefold().split()).strip(_QUOTE_MARKS + " .;")


def split_lines(text: str) -> list[Line]:
    """The lines that aren't blank, in order; those of a hard-wrapped paragraph are joined to one."""
    lines, at = [], 0
    for end, after in [*((found.start(), found.end()) for found in _BREAK.finditer(text)), (len(text), len(text))]:
        raw = text[at:end]
        stripped = raw.strip()
        if stripped:
            start = at + len(raw) - len(raw.lstrip())
            lines.append(Line(start, start + len(stripped), stripped))
        at = after
    return _join_wrapped(text, lines)


def mark(lines: Iterable[Line], kind: BlockKind) -> None:
    """Sets the kind of all the lines."""
    for line in lines:
        line.kind = kind


def _join_wrapped(text: str, lines: list[Line]) -> list[Line]:
    touching = [len(_BREAK.findall(text, one.end, two.start)) == 1 for one, two in pairwise(lines)]
    inner = [line for line, touches in zip(lines, touching, strict=False) if touches]
    shortest, longest = WRAPPED
    broken = sum(len(line.text) >= shortest and line.text[-1] not in '.!?:;"”»)' for line in inner)
    if len(inner) < 3 or broken * 2 < len(inner) or any(len(line.text) > longest for line in inner):
        return lines
    spans = [(lines[0].start, lines[0].end)]
    for line, touches in zip(lines[1:], touching, strict=True):
        if touches:
            spans[-1] = (spans[-1][0], line.end)
        else:
            spans.append((line.start, line.end))
    return [Line(start, end, text[start:end]) for start, end in spans]


def _is_title_case(words: list[str]) -> bool:
    big = [word for word in words if word.casefold().strip(".,!?") not in _SMALL]
    sentences = sum(word[-1] in ".!?" and len(word) > 4 for word in words[:-1])
    return len(big) >= 3 and not sentences and all(word.strip(_QUOTE_MARKS + "(")[:1].isupper() for word in big)
