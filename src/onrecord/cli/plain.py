"""Prints parts for a pipe or a file: aligned columns, nothing wrapped, no colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.cli.parts import Branch, Grid, Line, Part, Words, plain_text

GUTTER = "  "


def to_plain(parts: Iterable[Part]) -> str:
    """The parts as lines of text."""
    return "".join(f"{line.rstrip()}\n" for part in parts for line in _lines(part))


def _lines(part: Part) -> Iterator[str]:
    match part:
        case Line():
            yield from (" " * part.indent + line for line in plain_text(part.words).split("\n"))
        case Grid():
            yield from (" " * part.indent + line for line in _rows(part.rows))
        case Branch():
            yield from _branch(part, 0)


def _rows(rows: tuple[tuple[Words, ...], ...]) -> Iterator[str]:
    table = [[plain_text(cell).split("\n") for cell in row] for row in rows]
    columns = max(map(len, table), default=0)
    widths = [
        max((len(line) for row in table if column < len(row) for line in row[column]), default=0)
        for column in range(columns)
    ]
    for row in table:
        for height in range(max(map(len, row), default=0)):
            cells = (cell[height] if height < len(cell) else "" for cell in row)
            yield GUTTER.join(cell.ljust(width) for cell, width in zip(cells, widths, strict=False))


def _branch(branch: Branch, depth: int) -> Iterator[str]:
    first, *rest = plain_text(branch.words).split("\n")
    margin = "  " * depth
    yield f"{margin}- {first}" if depth else first
    yield from (f"{margin}  {line}" if depth else line for line in rest)
    for child in branch.children:
        yield from _branch(child, depth + 1)
