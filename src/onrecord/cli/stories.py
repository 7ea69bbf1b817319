"""`onrecord stories`: what is in the ledger."""

from __future__ import annotations

import click

from onrecord.cli.answers import print_answer
from onrecord.cli.options import Asked, asked


@click.command()
@asked("table", "json", "csv")
def stories(options: Asked) -> int:
    """What is in the ledger, story by story."""
    from onrecord.cli import render_stories  # noqa: PLC0415 - loads the model
    from onrecord.cli.holdings import holdings  # noqa: PLC0415 - loads the model

    with options.open() as ledger:
        held = holdings(ledger.records(**options.scope()))
    return print_answer(held, options.format, render_stories.parts)
