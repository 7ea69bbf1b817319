"""`onrecord show`: all about one claim."""

from __future__ import annotations

import click

from onrecord.cli.answers import print_answer
from onrecord.cli.options import Asked, asked


@click.command()
@click.argument("claim", metavar="CLAIM|STATEMENT")
@asked("table", "json")
def show(options: Asked, claim: str) -> int:
    """Show all about one claim.

    That is its status, its origins, and every passage that says, denies or questions it.

    CLAIM is the id of a claim (c-…), STATEMENT that of a statement in it (s-…); the other commands print both.
    """
    from onrecord.cli import render_members  # noqa: PLC0415 - loads the model
    from onrecord.questions import status  # noqa: PLC0415 - each question is loaded at use

    with options.open() as ledger:
        answer = status.ask(ledger, claim, **options.scope())
        members = answer.claim.members if answer.claim else ()
        texts = {
            article: ledger.record(article).article.text for article in {member.evidence.article for member in members}
        }
    return print_answer(answer, options.format, lambda found: render_members.parts(found, texts))
