"""`onrecord dump`: the whole ledger as JSON."""

from __future__ import annotations

import click

from onrecord.cli.exits import DONE, NOTHING_FOUND
from onrecord.cli.options import Asked, asked
from onrecord.cli.screen import say, show_data

FRAMES = {"jsonl": ("", "\n", "\n"), "json": ("[", ",\n", "]\n")}
"""What stands before, between and after the rows in each format."""


@click.command()
@asked("jsonl", "json")
def dump(options: Asked) -> int:
    """Print the whole ledger, and what follows from it.

    That is one JSON object a line: articles, statements, entities, claims, derivations, positions, figures and events.

    `--format json` prints one list instead.
    """
    from onrecord import dump as rows  # noqa: PLC0415 - heavy, loaded at use
    from onrecord.export import to_json  # noqa: PLC0415 - heavy, loaded at use

    opening, between, closing = FRAMES[options.format]
    count = 0
    show_data(opening)
    with options.open() as ledger:
        for count, row in enumerate(rows.dump(ledger, **options.scope()), start=1):
            show_data((between if count > 1 else "") + to_json(row))
    show_data(closing if count else closing.lstrip("\n"))
    if not count:
        say("onrecord: nothing found; `onrecord stories` shows what the ledger holds")
        return NOTHING_FOUND
    return DONE
