"""Prints an answer in the format that was asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Protocol, TypeVar

from onrecord.cli.exits import DONE, NOTHING_FOUND
from onrecord.cli.screen import say, show, show_data

if TYPE_CHECKING:
    from onrecord.cli.parts import Part
    from onrecord.questions.table import Table


class Answer(Protocol):
    """What all answers have in common."""

    def table(self) -> Table:
        """Its rows; none where nothing was found."""


Found = TypeVar("Found", bound=Answer)


def print_answer(answer: Found, format_: str, parts: Callable[[Found], Iterable[Part]]) -> int:
    """Print an answer, on the screen as `parts` lays it out; gives the exit code. An empty screen is nothing found."""
    screen = tuple(parts(answer))
    if format_ != "table":
        show_data(_written(answer, format_))
    elif screen:
        show(screen)
    if screen:
        return DONE
    say("onrecord: nothing found; try other words, or `onrecord stories` for what the ledger holds")
    return NOTHING_FOUND


def _written(answer: Answer, format_: str) -> str:
    from onrecord import export  # noqa: PLC0415 - heavy, loaded at use

    writers = {"json": export.to_json, "jsonl": export.to_jsonl, "csv": export.to_csv}
    text = writers[format_](answer)
    return text if not text or text.endswith("\n") else text + "\n"
