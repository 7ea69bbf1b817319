"""Quotations: marks of every kind, unbalanced ones, and those that run over paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Span

_MARK = re.compile(r"''|``|[“”„‟\"«»‹›‘’‚']")
# Opening mark -> the marks that may close it.
_CLOSERS = {
    "“": ("”", '"', "''"),
    "‟": ("”", '"'),
    "„": ("“", "”", "‟", '"'),
    '"': ('"', "”"),
    "''": ("''", "”"),
    "``": ("''", '"', "``"),
    "”": ("”",),
    "«": ("»",),
    "»": ("«",),
    "‹": ("›",),
    "‘": ("’", "'"),
    "‚": ("‘", "’"),
    "'": ("'", "’"),
}
_SINGLE = frozenset("‘‚'")
# How far, in characters, a single mark may stand from the one that closes it.
_SINGLE_REACH = 1000
_DASH = re.compile(r"[–—―-]\s?(?=\w)")
# A dash opens a quotation only in a paragraph that goes on like speech: a verb of saying follows a comma or dash.
_DASH_SPEECH = re.compile(r"[,.!?]\s(?:[–—-]\s?)?(?:said|says|\w+\s(?:said|says))\b")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with its marks.

    `closed` is false where the closing mark is missing; `continues` is true where it goes on with one left open in
    the paragraph before.
    """

    start: int
    end: int
    closed: bool = True
    continues: bool = False


def find_quotes(text: str, paragraphs: Sequence[Span]) -> tuple[Quote, ...]:
    """The quotations of each paragraph, in order; none crosses a paragraph's end."""
    found: list[Quote] = []
    left_open = False
    for start, end in paragraphs:
        first = len(found)
        for quote in _paragraph(text, start, end):
            goes_on = left_open and len(found) == first and not text[start : quote.start].strip()
            found.append(Quote(quote.start, quote.end, quote.closed, goes_on))
        left_open = len(found) > first and not found[-1].closed
    return tuple(found)


def _paragraph(text: str, start: int, end: int) -> Iterator[Quote]:
    dash = _DASH.match(text, start, end)
    if dash and (tag := _DASH_SPEECH.search(text, start, end)):
        yield Quote(dash.end(), tag.start() + 1)
        return
    marks = list(_MARK.finditer(text, start, end))
    singles = {mark: _closing(text, marks, mark, end) for mark in _SINGLE}
    opened: tuple[int, str] | None = None
    for match in marks:
        mark = match.group()
        if opened is None:
            if mark in _CLOSERS and _opens(text, match, (start, end), singles):
                opened = (match.start(), mark)
        elif mark in _CLOSERS[opened[1]] and _closes(text, match, opened[1], end):
            yield Quote(opened[0], match.end())
            opened = None
    if opened is not None and opened[1] not in _SINGLE:
        yield Quote(opened[0], end, closed=False)


def _opens(text: str, match: re.Match[str], paragraph: Span, singles: Mapping[str, Sequence[int]]) -> bool:
    mark = match.group()
    start, end = paragraph
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    if mark == "’" or after.isspace():
        return mark in {"“", "„", "«", "``"} and match.end() < end
    if mark in _SINGLE:
        return not before.isalnum() and not after.isdigit() and _closes_later(match, singles[mark])
    return mark in {"“", "„", "«", "‟", "``"} or not before.isalnum()


def _closing(text: str, marks: Sequence[re.Match[str]], opener: str, end: int) -> list[int]:
    """Where the marks stand that can close a quotation opened by this single mark."""
    return [m.start() for m in marks if m.group() in _CLOSERS[opener] and _closes(text, m, opener, end)]


def _closes_later(match: re.Match[str], closing: Sequence[int]) -> bool:
    """A single mark opens a quotation only if one that closes follows in the paragraph: else it's an apostrophe."""
    index = bisect_left(closing, match.end())
    return index < len(closing) and closing[index] < match.end() + _SINGLE_REACH


def _closes(text: str, match: re.Match[str], opener: str, end: int) -> bool:
    after = text[match.end()] if match.end() < end else " "
    if opener in _SINGLE:
        before = text[match.start() - 1] if match.start() else " "
        possessive = before in "sS" and after == " "
        return not after.isalnum() and not before.isspace() and not possessive
    if match.group() in {'"', "''"}:
        return not (after.isalnum() and text[match.start() - 1].isspace())
    return True
