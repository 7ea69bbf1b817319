"""Standard output and standard error: everything that is printed goes through here."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from onrecord.cli.clean import clean, clean_line

if TYPE_CHECKING:
    from onrecord.cli.parts import Part

WIDEST = 110
"""Columns of a screen at most: longer lines of prose are hard to read."""

COLOURLESS = frozenset({"dumb", "unknown"})
"""Kinds of terminal that don't know escape codes."""


def show(parts: Iterable[Part], *, widest: int = WIDEST) -> None:
    """Print parts: wrapped and in colour on a terminal, plain and unwrapped elsewhere."""
    if is_screen(sys.stdout):
        from onrecord.cli.terminal import to_terminal  # noqa: PLC0415 - heavy, loaded at use

        _write(to_terminal(parts, min(columns(), widest)))
    else:
        from onrecord.cli.plain import to_plain  # noqa: PLC0415 - help does without

        _write(to_plain(parts))


def show_data(text: str) -> None:
    """Print JSON or CSV: exact in a pipe or file, harmless on a terminal."""
    _write(clean(text.replace("\r\n", "\n")) if sys.stdout.isatty() else text)


def say(message: str) -> None:
    """One line on standard error."""
    sys.stderr.write(clean_line(message) + "\n")
    sys.stderr.flush()


def is_screen(stream: TextIO) -> bool:
    """Whether to lay out for a screen: on a terminal, or anywhere if the environment has FORCE_COLOR."""
    return stream.isatty() or bool(os.environ.get("FORCE_COLOR"))


def has_colours(stream: TextIO) -> bool:
    """Whether the screen shows colours: unless the environment has NO_COLOR, or a terminal that knows none."""
    return is_screen(stream) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") not in COLOURLESS


def columns() -> int:
    """The width of the terminal in columns, 80 where nobody knows."""
    return shutil.get_terminal_size().columns


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
