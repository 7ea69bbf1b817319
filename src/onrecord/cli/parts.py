"""What a screen is made of: runs of styled words in lines, grids and trees. Every text is made harmless here.

Renderers build parts from answers and know neither colours nor widths; `terminal` and `plain` print parts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.cli.clean import clean, clean_line


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style (a name in `terminal.STYLES`). No text gets to a screen but through here."""

    text: str
    style: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", clean(self.text))


Words = tuple[Run, ...]
"""Runs that are printed one after the other."""

BREAK = Run("\n")
"""A line break inside words."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words that wrap; `indent` columns stay free before every line of them."""

    words: Words
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells in aligned columns. Only the last column wraps; `indent` columns stay free on the left."""

    rows: tuple[tuple[Words, ...], ...]
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Branch:
    """A node of a tree with what hangs below it."""

    words: Words
    children: tuple[Branch, ...] = ()


Part = Line | Grid | Branch
GAP = Line(())
DOUBLE_MARKS = frozenset('“”„"«»')


def words(*pieces: str | tuple[str, str] | Run | Words | None) -> Words:
    """Words from strings, (string, style) pairs and other words; strings are put on one line."""
    runs: list[Run] = []
    for piece in pieces:
        if isinstance(piece, str):
            runs.append(Run(clean_line(piece)))
        elif isinstance(piece, Run):
            runs.append(piece)
        elif isinstance(piece, tuple):
            runs.extend(_runs(piece))
    return tuple(run for run in runs if run.text)


def verbatim(text: str, style: str = "") -> Run:
    """A run that keeps its line breaks and blanks."""
    return Run(text.replace("\t", "    "), style)


def joined(pieces: Iterable[Words], between: str) -> Words:
    """Words with something between them; empty ones are left out."""
    runs: list[Run] = []
    for piece in pieces:
        if piece:
            runs.extend((Run(between, "faint"), *piece) if runs else piece)
    return tuple(runs)


def stacked(*lines: Words) -> Words:
    """Words one under the other; empty ones are left out."""
    runs: list[Run] = []
    for line in filter(None, lines):
        runs += [BREAK, *line] if runs else line
    return tuple(runs)


def quoted(text: str, style: str = "quote") -> Words:
    """Words of an article in quotation marks: single ones around words that have double ones of their own."""
    line = clean_line(text).strip()
    opening, closing = "‘’" if DOUBLE_MARKS.intersection(line) else "“”"
    return (Run(f"{opening}{line}{closing}", style),)


def plain_text(pieces: Words) -> str:
    """The words without their styles."""
    return "".join(run.text for run in pieces)


def _runs(piece: tuple[str, str] | Words) -> Iterable[Run]:
    if len(piece) == 2 and isinstance(piece[0], str) and isinstance(piece[1], str):
        return (Run(clean_line(piece[0]), piece[1]),)
    return (run for run in piece if isinstance(run, Run))
