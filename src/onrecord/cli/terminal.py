"""Prints parts on a terminal, in colour; the only user of rich but for the progress bar."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from onrecord.cli.parts import Branch, Grid, Line, Part, Words

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text
    from rich.tree import Tree

STYLES = {
    "": "",
    "title": "bold",
    "big": "bold reverse",
    "faint": "dim",
    "quote": "italic",
    "mark": "black on yellow",
    "source": "bold cyan",
    "cue": "yellow",
    "content": "green",
    "own": "",
    "hedge": "magenta",
    "condition": "blue underline",
    "number": "bold",
    "date": "bold",
    "name": "cyan",
    "good": "bold green",
    "bad": "bold red",
    "warn": "bold yellow",
    "calm": "bold blue",
}
"""What each style of a run looks like."""

LEAST_WIDTH = 40
"""Columns below which wrapping would only make things worse."""


_CODE_AT_END = re.compile(r"\x1b\[[0-9;]{0,40}m\Z")


def to_terminal(parts: Iterable[Part], width: int) -> str:
    """The parts wrapped to a width, with the escape codes that this terminal understands."""
    from rich.console import Console  # noqa: PLC0415 - heavy, loaded at use

    output = io.StringIO()
    console = Console(
        file=output, force_terminal=True, width=max(width, LEAST_WIDTH), legacy_windows=False, emoji=False, markup=False
    )
    for part in parts:
        console.print(_renderable(part), highlight=False)
    return "".join(f"{_without_tail(line)}\n" for line in output.getvalue().removesuffix("\n").split("\n"))


def _without_tail(line: str) -> str:
    """The line without the blanks at its end; escape codes among them stay."""
    codes: list[str] = []
    while True:
        line = line.rstrip(" ")
        found = _CODE_AT_END.search(line)
        if found is None:
            return line + "".join(reversed(codes))
        codes.append(found.group())
        line = line[: found.start()]


def _renderable(part: Part) -> RenderableType:
    match part:
        case Line():
            return _padded(_text(part.words), part.indent)
        case Grid():
            return _grid(part)
        case Branch():
            return _tree(part)


def _grid(grid: Grid) -> RenderableType:
    from rich.table import Table  # noqa: PLC0415 - heavy, loaded at use

    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    columns = max(map(len, grid.rows), default=0)
    for column in range(columns):
        last = column == columns - 1
        table.add_column(no_wrap=not last, overflow="fold", ratio=1 if last else None)
    for row in grid.rows:
        table.add_row(*map(_text, row))
    return _padded(table, grid.indent)


def _tree(branch: Branch) -> Tree:
    from rich.tree import Tree  # noqa: PLC0415 - heavy, loaded at use

    tree = Tree(_text(branch.words), guide_style="dim")
    tree.children.extend(map(_tree, branch.children))
    return tree


def _padded(what: RenderableType, indent: int) -> RenderableType:
    from rich.padding import Padding  # noqa: PLC0415 - heavy, loaded at use

    return Padding(what, (0, 0, 0, indent))


def _text(pieces: Words) -> Text:
    from rich.text import Text  # noqa: PLC0415 - heavy, loaded at use

    text = Text(overflow="fold")
    for run in pieces:
        text.append(run.text, STYLES[run.style])
    return text
