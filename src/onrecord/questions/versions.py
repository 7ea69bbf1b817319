"""What an outlet took out of a text and put in when it published it anew."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from onrecord.model import Record, Span
from onrecord.questions.rows import Passage

_LINE = re.compile(r"[^\n]+")

# A capital letter or a quotation mark must follow, and before a full stop no short capitalised word come, which is more
# often an abbreviation ("Lt.", "Gen.", "U.S."). A boundary missed or false only makes a passage longer or shorter.
_BOUNDARY = re.compile(
    r"(?:[!?…]|(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})\.)[\"'”’»)]{0,3}\s+(?=[\"'“‘„«(]?[A-Z0-9])"
)


def compare(old: Record, new: Record) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """The sentences that are only in the old text, and those that are only in the new one, each in order."""
    before, after = (_sentences(record.article.text) for record in (old, new))
    matcher = SequenceMatcher(None, _texts(old, before), _texts(new, after), autojunk=False)
    changes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    removed = (passage(old, span) for _, start, end, _, _ in changes for span in before[start:end])
    added = (passage(new, span) for _, _, _, start, end in changes for span in after[start:end])
    return tuple(removed), tuple(added)


def first_line(record: Record) -> tuple[Passage, ...]:
    """The first line that isn't blank, if there is one."""
    spans = _lines(record.article.text)
    return tuple(passage(record, span) for span in spans[:1])


def passage(record: Record, span: Span) -> Passage:
    """A stretch of a record's article."""
    article = record.article
    start, end = span
    return Passage(
        article=article.id,
        start=start,
        end=end,
        outlet=article.outlet,
        day=record.known[:10],
        text=article.text[start:end],
    )


def _texts(record: Record, spans: list[Span]) -> list[str]:
    return [" ".join(record.article.text[start:end].split()) for start, end in spans]


def _sentences(text: str) -> list[Span]:
    spans = []
    for start, end in _lines(text):
        begin = start
        for boundary in _BOUNDARY.finditer(text, start, end):
            spans.append(_stripped(text, begin, boundary.end()))
            begin = boundary.end()
        spans.append(_stripped(text, begin, end))
    return [span for span in spans if span[0] < span[1]]


def _lines(text: str) -> list[Span]:
    lines = (_stripped(text, *line.span()) for line in _LINE.finditer(text))
    return [line for line in lines if line[0] < line[1]]


def _stripped(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    begin = start + len(piece) - len(piece.lstrip())
    return begin, max(begin, start + len(piece.rstrip()))
