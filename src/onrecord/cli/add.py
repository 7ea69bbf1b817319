"""`onrecord add`: articles go into the ledger."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from onrecord.cli.exits import DONE, FAILED, INTERRUPTED
from onrecord.cli.options import ledger_option, metadata, open_as_named, reader_option
from onrecord.cli.progress import Bar, progress_bar
from onrecord.cli.screen import is_screen, say, show

if TYPE_CHECKING:
    from onrecord.articles import Failure, Metadata
    from onrecord.model import Article


@click.command()
@click.argument("locations", nargs=-1, required=True, metavar="PATH|URL…")
@metadata
@reader_option
@ledger_option
def add(known: Metadata, locations: tuple[str, ...], reader: str, ledger: str) -> int:
    """Read articles and file them in the ledger.

    Each PATH or URL is text, HTML, a feed, a WARC, JSON Lines or JSON; a folder of those; or - for standard input.
    An article that is there already is left alone; another text at a known url is a new version of it.
    """
    from onrecord import pipeline  # noqa: PLC0415 - heavy, loaded at use
    from onrecord.cli import render_added  # noqa: PLC0415 - help does without

    with open_as_named(ledger) as opened, progress_bar(len(locations)) as bar:
        try:
            added = pipeline.add(opened, _found(locations, known, bar), reader=reader, progress=bar.article_done)
        except KeyboardInterrupt:
            bar.stop()
            say(f"onrecord: interrupted after {bar.articles}; what was added until then stays in {ledger}")
            return INTERRUPTED
    show(render_added.parts(added, ledger))
    if is_screen(sys.stdout) and (added.new or added.known):
        show(render_added.next_step(_named_ledger(ledger)))
    for failure in added.failures:
        say(f"onrecord: {failure}")
    return FAILED if added.failures else DONE


def _named_ledger(ledger: str) -> str | None:
    """The ledger if the next command has to name it again."""
    named = click.get_current_context().get_parameter_source("ledger")
    return ledger if named is ParameterSource.COMMANDLINE else None


def _found(locations: tuple[str, ...], known: Metadata, bar: Bar) -> Iterator[Article | Failure]:
    from onrecord.articles import load  # noqa: PLC0415 - heavy, loaded at use

    for location in locations:
        yield from load(location, defaults=known)
        bar.location_done()
