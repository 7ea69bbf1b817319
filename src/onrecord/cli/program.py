"""The program: all commands, and how every run ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import Any

import click

from onrecord.cli.add import add
from onrecord.cli.ask import COMMANDS
from onrecord.cli.dump import dump
from onrecord.cli.exits import DONE, FAILED, INTERRUPTED, MEANINGS, code_of
from onrecord.cli.read import read
from onrecord.cli.screen import say
from onrecord.cli.show import show
from onrecord.cli.stories import stories
from onrecord.errors import OnrecordError

TRACE = "ONRECORD_TRACE"
"""With this in the environment, errors of the program itself come with their traceback."""

EPILOG = "\b\nExit codes:\n" + "\n".join(f"  {code:>3}  {meaning}" for code, meaning in MEANINGS)


class Program(click.Group):
    """The group of all commands, listed in the order in which one needs them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the commands in the order in which they were added."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's signature
        """Run the command; quiet when whoever reads the output has had enough (`| head`)."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that the flush at exit is quiet, too
            return DONE


@click.group(
    cls=Program,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="onrecord", message="%(prog)s %(version)s")
def program() -> None:
    """A ledger of attributed claims.

    Who says so, who told them, and does it still stand?

    Start with `onrecord read FILE` to see what one article says on whose word. `onrecord add FILE…` files articles in
    a ledger, which the other commands ask. They take `--format json` or `csv` for other programs, and print plain text
    in a pipe.
    """


for _command in (read, add, *COMMANDS, show, stories, dump):
    program.add_command(_command)


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line and exit with one of the codes of `exits`."""
    sys.exit(run(args))


def run(args: Sequence[str] | None = None) -> int:
    """Run the command line and give the exit code; every error becomes one sentence on standard error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = program.main(args, prog_name="onrecord", standalone_mode=False)
    except click.UsageError as error:
        _explain_usage(error)
        return error.exit_code
    except click.ClickException as error:
        say(f"onrecord: {error.format_message()}")
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        say("onrecord: interrupted")
        return INTERRUPTED
    except OnrecordError as error:
        say(f"onrecord: {error}")
        return code_of(error)
    except Exception as error:
        if os.environ.get(TRACE):
            raise
        say(f"onrecord: an error of the program itself ({type(error).__name__}: {error}); {TRACE}=1 shows where")
        return FAILED
    return code if isinstance(code, int) else DONE


def _explain_usage(error: click.UsageError) -> None:
    if error.ctx is not None:
        say(error.ctx.get_usage())
    say(f"onrecord: {error.format_message()}")
    if error.ctx is not None:
        say(f"See `{error.ctx.command_path} --help`.")
