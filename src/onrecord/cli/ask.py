"""The eight questions, one command each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from importlib import import_module

import click

from onrecord.cli.answers import print_answer
from onrecord.cli.options import Asked, asked, moment

about_one = click.argument("about", nargs=-1, required=True, metavar="ABOUT…")
about_any = click.argument("about", nargs=-1, metavar="[ABOUT…]")


@click.command()
@about_one
@asked("table", "json", "csv")
def origins(options: Asked, about: tuple[str, ...]) -> int:
    """How many independent origins a claim has.

    ABOUT is a claim's id or words of it. The answer is an estimate [low, high]: low joins what evidently or probably
    goes back to one root and leaves out who gives no basis; high joins only what evidently does.
    """
    return _answer("origins", options, " ".join(about), options.scope())


@click.command()
@about_one
@asked("table", "json", "csv")
def status(options: Asked, about: tuple[str, ...]) -> int:
    """Whether a claim still stands, since when, and why.

    ABOUT is a claim's id or words of it.
    """
    return _answer("status", options, " ".join(about), options.scope())


@click.command()
@about_any
@asked("table", "json", "csv")
def positions(options: Asked, about: tuple[str, ...]) -> int:
    """Who supports a proposal, who opposes it, and who has moved.

    ABOUT is a claim's id, words of it, or an actor; without it, all positions.
    """
    return _answer("positions", options, " ".join(about) or None, options.scope())


@click.command()
@about_any
@asked("table", "json", "csv")
def figures(options: Asked, about: tuple[str, ...]) -> int:
    """What is counted, by whom, and what conflicts.

    ABOUT is a measure, a claim's id or words of it; without it, all figures.
    """
    return _answer("figures", options, " ".join(about) or None, options.scope())


@click.command()
@about_any
@asked("table", "json", "csv")
def timeline(options: Asked, about: tuple[str, ...]) -> int:
    """What happened, is planned, slipped or was cancelled, in order.

    ABOUT is a claim's id or words of it; without it, all events.
    """
    return _answer("timeline", options, " ".join(about) or None, options.scope())


@click.command()
@click.option(
    "--since", required=True, metavar="DATE", callback=moment, help="The first day or moment that counts (ISO 8601)."
)
@click.option("--until", metavar="DATE", callback=moment, help="The last one; without it, now.")
@click.option("--story-time", is_flag=True, help="Go by when things were published, not by when they were added.")
@click.option("--all", "every", is_flag=True, help="Show every change, with all the words that it was read in.")
@asked("table", "json", "csv", dated=False)
def changes(options: Asked, since: str, until: str | None, *, story_time: bool, every: bool) -> int:
    """What is new in the ledger since a day, and what that changed.

    One line for each change; claims that only repeat what was known, or that an outlet makes once in its own voice,
    are counted. `--all` shows everything, as `--format json` and `csv` do.
    """
    _check_order(since, until)
    scope = {"until": until, "story_time": story_time, "story": options.story}
    return _answer("changes", options, since, scope, {"every": every})


@click.command()
@about_any
@asked("table", "json", "csv")
def sources(options: Asked, about: tuple[str, ...]) -> int:
    """Whom the reporting rests on, outlet by outlet.

    ABOUT is a claim's id or words of it; without it, all statements.
    """
    return _answer("sources", options, " ".join(about) or None, options.scope())


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="WORDS…")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="How many at most.")
@asked("table", "json", "csv", "jsonl")
def search(options: Asked, words: tuple[str, ...], limit: int) -> int:
    """Find statements by their words.

    A name is found under every spelling that the ledger knows.
    """
    return _answer("search", options, " ".join(words), {"limit": limit, **options.scope()})


COMMANDS = (origins, status, positions, figures, timeline, changes, sources, search)
"""The commands in the order of `onrecord.questions.NAMES`."""


def _answer(
    question: str,
    options: Asked,
    about: str | None,
    scope: Mapping[str, str | float | None],
    shown: Mapping[str, bool] | None = None,
) -> int:
    """Ask the question of this name; its screen is `parts` in the renderer of the same name, with `shown`."""
    from onrecord.questions import QUESTIONS  # noqa: PLC0415 - each question is loaded at use

    with options.open() as ledger:
        answer = QUESTIONS[question].ask(ledger, about, **scope)
    renderer = import_module(f"onrecord.cli.render_{question}")
    return print_answer(answer, options.format, partial(renderer.parts, **(shown or {})))


def _check_order(since: str, until: str | None) -> None:
    from onrecord.ledger.moments import begin, end  # noqa: PLC0415 - help does without

    first, last = begin(since), end(until) if until else None
    if first and last and last < first:
        raise click.BadParameter(f"{until!r} is before --since {since!r}", param_hint="--until")
