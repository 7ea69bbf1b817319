"""The options that commands share."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onrecord.errors import LedgerError

if TYPE_CHECKING:
    from onrecord.articles import Metadata
    from onrecord.ledger import Ledger

LEDGER = "onrecord.db"
LEDGER_VARIABLE = "ONRECORD_LEDGER"
NOT_A_DATE = "isn't an ISO 8601 date or time such as 2024-05-01"

Command = Callable[..., int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a question is asked of, and how its answer is to be printed."""

    ledger: str
    format: str
    as_of: str | None
    story: str | None

    def open(self) -> Ledger:
        """The ledger, to be read only; raises `LedgerError` where there is none."""
        return open_as_named(self.ledger, create=False, read_only=True)

    def scope(self) -> dict[str, str | None]:
        """The options that every question has in common."""
        return {"as_of": self.as_of, "story": self.story}


def open_as_named(path: str, *, create: bool = True, read_only: bool = False) -> Ledger:
    """Open a ledger; what is wrong with it is said with its name as the user gave it."""
    from onrecord.ledger import open_ledger  # noqa: PLC0415 - loads the database driver

    try:
        return open_ledger(path, create=create, read_only=read_only)
    except LedgerError as error:
        raise type(error)(str(error).replace(str(Path(path).absolute()), path)) from error


def moment(context: click.Context, option: click.Parameter, value: str | None) -> str | None:  # noqa: ARG001 - click's
    """An option's value that must be a date or time; raises `BadParameter` with the option's own name."""
    if value is not None:
        from onrecord.ledger.moments import begin  # noqa: PLC0415 - help does without

        if begin(value) is None:
            raise click.BadParameter(f"{value!r} {NOT_A_DATE}", param_hint=option.opts[0])
    return value


ledger_option = click.option(
    "--ledger",
    default=LEDGER,
    envvar=LEDGER_VARIABLE,
    show_default=True,
    show_envvar=True,
    metavar="PATH",
    help="The ledger's file.",
)


as_of_option = click.option(
    "--as-of", metavar="DATE", callback=moment, help="Only what was known by then (ISO 8601; a day counts whole)."
)


reader_option = click.option(
    "--reader",
    type=click.Choice(("trained", "rules")),
    default="trained",
    show_default=True,
    help="Who reads: the trained model, or rules alone, which are quicker and find less.",
)


def format_option(*formats: str) -> Callable[[Command], Command]:
    """`--format`, with the first of the formats as default."""
    return click.option(
        "--format",
        "format_",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="How to print it.",
    )


def asked(*formats: str, dated: bool = True) -> Callable[[Command], Command]:
    """The options of every question; the command gets them as one `Asked`. One that isn't `dated` has no `--as-of`."""
    dates: Callable[[Command], Command] = as_of_option if dated else _as_it_is

    def decorate(command: Command) -> Command:
        @ledger_option
        @format_option(*formats)
        @dates
        @click.option("--story", metavar="LABEL", help="Only articles filed under this story.")
        @functools.wraps(command)
        def with_options(
            ledger: str,
            format_: str,
            story: str | None,
            as_of: str | None = None,
            **rest: Any,  # noqa: ANN401 - the command's own arguments
        ) -> int:
            return command(Asked(ledger=ledger, format=format_, as_of=as_of, story=story), **rest)

        return with_options

    return decorate


def metadata(command: Command) -> Command:
    """What the user knows about articles that don't say it themselves; the command gets it as one `Metadata`."""

    @click.option("--outlet", metavar="NAME", help="The outlet of articles that don't name theirs.")
    @click.option("--published", metavar="DATE", help="The date of articles that don't say theirs (ISO 8601).")
    @click.option("--story", metavar="LABEL", help="The story to file articles under.")
    @functools.wraps(command)
    def with_options(
        outlet: str | None,
        published: str | None,
        story: str | None,
        **rest: Any,  # noqa: ANN401 - the command's own arguments
    ) -> int:
        return command(_metadata(outlet, published, story), **rest)

    return with_options


def _as_it_is(command: Command) -> Command:
    return command


def _metadata(outlet: str | None, published: str | None, story: str | None) -> Metadata:
    from onrecord.articles import Metadata, is_date  # noqa: PLC0415 - heavy, loaded at use

    if published is not None and not is_date(published):
        raise click.BadParameter(f"{published!r} {NOT_A_DATE}", param_hint="--published")
    return Metadata(outlet=outlet, published=published, story=story)
