"""Answers as plain rows, for a terminal or a spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

Cell = str | int | float | bool | None

TRACE = ("outlet", "day", "article", "start", "end", "text")
"""The last columns of every table: where it was read.

The outlet, the day (ISO) since when it is known, the article's id, offsets [start, end) into its text, the text there.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of plain values under named columns; ValueError for a row with more or fewer cells than columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"a row of {len(row)} cells doesn't fit {len(self.columns)} columns")


class Quoted(Protocol):
    """Whatever was read somewhere: evidence, or a passage."""

    @property
    def outlet(self) -> str | None:
        """Who published it."""

    @property
    def day(self) -> str:
        """Since when it is known."""

    @property
    def article(self) -> str:
        """The article's id."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def text(self) -> str:
        """What stands there."""


def trace(quoted: Quoted | None) -> tuple[Cell, ...]:
    """The cells of `TRACE`; empty where nothing was quoted."""
    if quoted is None:
        return (None,) * len(TRACE)
    return (quoted.outlet, quoted.day, quoted.article, quoted.start, quoted.end, quoted.text)
