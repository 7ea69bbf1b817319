"""Quotations: marks of every kind, unbalanced ones, and those that run over paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
    opened: tuple[int, str] | None = None
    for match in _MARK.finditer(text, start, end):
        mark = match.group()
        if opened is None:
            if mark in _CLOSERS and _opens(text, match, start, end):
                opened = (match.start(), mark)
        elif mark in _CLOSERS[opened[1]] and _closes(text, match, opened, end):
            yield Quote(opened[0], match.end())
            opened = None
    if opened is not None and opened[1] not in _SINGLE:
        yield Quote(opened[0], end, closed=False)


def _opens(text: str, match: re.Match[str], start: int, end: int) -> bool:
    mark = match.group()
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    if mark == "’" or after.isspace():
        return mark in {"“", "„", "«", "``"} and match.end() < end
    if mark in _SINGLE:
        return not before.isalnum() and not after.isdigit() and _single_closes_later(text, match, end)
    return mark in {"“", "„", "«", "‟", "``"} or not before.isalnum()


def _single_closes_later(text: str, match: re.Match[str], end: int) -> bool:
    """A single mark opens a quotation only if one that closes follows in the paragraph: else it's an apostrophe."""
    closers = _CLOSERS[match.group()]
    for later in _MARK.finditer(text, match.end(), min(end, match.end() + 1000)):
        if later.group() in closers and _closes(text, later, (match.start(), match.group()), end):
            return True
    return False


def _closes(text: str, match: re.Match[str], opened: tuple[int, str], end: int) -> bool:
    after = text[match.end()] if match.end() < end else " "
    if opened[1] in _SINGLE:
        before = text[match.start() - 1]
        possessive = before in "sS" and after == " "
        return not after.isalnum() and not before.isspace() and not possessive
    if match.group() in {'"', "''"}:
        return not (after.isalnum() and text[match.start() - 1].isspace())
    return True
