"""`onrecord read`: one article in colour, with who says what in it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from onrecord.cli.exits import DONE, FAILED
from onrecord.cli.options import format_option, metadata, reader_option
from onrecord.cli.screen import has_colours, say, show, show_data

if TYPE_CHECKING:
    from onrecord.articles import Failure, Metadata
    from onrecord.model import Article, Reading

_Read = tuple["Article", "Reading"]


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@metadata
@click.option(
    "--ledger", "_", metavar="PATH", hidden=True, expose_value=False, help="Taken by every command; unused here."
)
@reader_option
@format_option("table", "json", "jsonl")
def read(known: Metadata, files: tuple[str, ...], reader: str, format_: str) -> int:
    """Show who says what in an article, and on whose word.

    FILE is text, HTML, a feed, a WARC, JSON Lines or JSON; a folder of those; a URL; or - for standard input. Nothing
    is stored. `--format json` prints an object for one article and a list for several, `jsonl` a line for each.
    """
    failures: list[Failure] = []
    PRINTERS[format_](_readings(files, known, reader, failures))
    return FAILED if failures else DONE


def _readings(files: tuple[str, ...], known: Metadata, reader: str, failures: list[Failure]) -> Iterator[_Read]:
    """Articles with their readings; what couldn't be read is said on standard error and collected."""
    from onrecord import pipeline  # noqa: PLC0415 - heavy, loaded at use
    from onrecord.articles import Failure, load  # noqa: PLC0415 - heavy, loaded at use

    for file in files:
        for found in load(file, defaults=known):
            if isinstance(found, Failure):
                failures.append(found)
                say(f"onrecord: {found}")
            else:
                yield found, pipeline.read(found, reader)


def _show_all(readings: Iterator[_Read]) -> None:
    from onrecord.cli import render_reading  # noqa: PLC0415 - loads the model

    for article, reading in readings:
        show(render_reading.parts(article, reading, coloured=has_colours(sys.stdout)))


def _print_json(readings: Iterator[_Read]) -> None:
    from onrecord.export import read_json, to_json  # noqa: PLC0415 - heavy, loaded at use

    objects = [to_json(read_json(*found)) for found in readings]
    if objects:
        listed = "[" + ",\n".join(objects) + "]"
        show_data((objects[0] if len(objects) == 1 else listed) + "\n")


def _print_lines(readings: Iterator[_Read]) -> None:
    from onrecord.export import read_json, to_json  # noqa: PLC0415 - heavy, loaded at use

    for found in readings:
        show_data(to_json(read_json(*found)) + "\n")


PRINTERS = {"table": _show_all, "json": _print_json, "jsonl": _print_lines}
"""How readings are printed in each format."""
