"""The console blocks of README and docs: found, run again, compared and rewritten.

A page's commands run in order in a folder of their own that holds `examples` and `docs`, and `onrecord.db`, the ledger
made from the example story, unless the page's first command is `onrecord add`, which then makes it. `onrecord` runs as
on a terminal of 80 columns without colours; in a pipe it prints what a pipe gets. Other commands go to the shell, and
`echo $?` is the last exit code.

Of an output, one line `...` stands for any number of lines. A ```json block right after a console block is the whole
output of its last command, laid out for reading. Processors round differently: a confidence may differ a little.
"""

from __future__ import annotations

import io
import json
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from onrecord.cli.program import run

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
ELLIPSIS = "..."
PROMPT = "$ "
COLUMNS = 120
"""Of a laid out JSON block, at most."""

SCREEN = {"COLUMNS": "80", "LINES": "24", "NO_COLOR": "1", "TERM": "xterm"}
NOT_SET = ("FORCE_COLOR", "ONRECORD_LEDGER", "ONRECORD_TRACE")

_FENCED = re.compile(
    r"^```console\n(?P<console>.*?)^```\n(?:\n```json\n(?P<json>.*?)^```\n)?", re.DOTALL | re.MULTILINE
)
_ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
_CONFIDENCE = re.compile(r"(?<=confidence )\d\.\d+|(?<=\"confidence\": )\d\.\d+")
_ROUNDING = 0.02


@dataclass(frozen=True, slots=True)
class Command:
    """A command with the output that its page shows, and the JSON block that lays it out, if there is one."""

    line: str
    shown: tuple[str, ...]
    laid_out: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A console block of a page: where in its text it stands, and its commands."""

    start: int
    end: int
    commands: tuple[Command, ...]


def blocks(text: str) -> Iterator[Block]:
    """The console blocks of a page in its order."""
    for found in _FENCED.finditer(text):
        pieces = re.split(r"^\$ ", found["console"], flags=re.MULTILINE)
        assert not pieces[0], f"a console block must begin with a command, not {pieces[0]!r}"
        commands = [Command(piece.splitlines()[0], tuple(piece.splitlines()[1:])) for piece in pieces[1:]]
        commands[-1] = Command(commands[-1].line, commands[-1].shown, found["json"])
        yield Block(found.start(), found.end(), tuple(commands))


def commands_of(text: str) -> list[Command]:
    """All commands of a page in its order."""
    return [command for block in blocks(text) for command in block.commands]


def make_ledger(folder: Path) -> Path:
    """The ledger of the example story, made in the folder."""
    ledger = folder / "onrecord.db"
    with redirect_stdout(io.StringIO()):
        assert run(["add", str(ROOT / "examples" / "articles.jsonl"), "--ledger", str(ledger)]) == 0
    return ledger


def run_page(text: str, folder: Path, ledger: Path) -> list[str]:
    """The outputs of a page's commands, run in the empty folder; `ledger` is the one that its page may find there."""
    for name in ("examples", "docs"):
        (folder / name).symlink_to(ROOT / name)
    commands = commands_of(text)
    if commands and not commands[0].line.startswith("onrecord add"):
        shutil.copy(ledger, folder / ledger.name)
    outputs, code = [], 0
    with chdir(folder), patch.dict("os.environ", SCREEN):
        for name in NOT_SET:
            os.environ.pop(name, None)
        for command in commands:
            if command.line == "echo $?":
                outputs.append(f"{code}\n")
                continue
            output, code = _run(command.line)
            outputs.append(output)
    return outputs


def agrees(shown: tuple[str, ...], output: str) -> bool:
    """Whether an output is as shown; an ellipsis stands for any number of lines."""
    lines = _lines(output)
    if ELLIPSIS not in shown:
        return _same(shown, lines)
    at = shown.index(ELLIPSIS)
    head, tail = shown[:at], shown[at + 1 :]
    return (
        len(lines) >= len(head) + len(tail)
        and _same(head, lines[: len(head)])
        and _same(tail, lines[len(lines) - len(tail) :])
    )


def agrees_laid_out(shown: str, output: str) -> bool:
    """Whether an output is the JSON that is laid out for reading."""
    return _same(lay_out(json.loads(shown)).splitlines(), lay_out(json.loads(output)).splitlines())


def _same(shown: Sequence[str], lines: Sequence[str]) -> bool:
    """Whether the lines are those shown but for what another processor may round otherwise."""
    both = ["\n".join(line.rstrip() for line in some) for some in (shown, lines)]
    numbers = [[float(number) for number in _CONFIDENCE.findall(text)] for text in both]
    first, second = (_CONFIDENCE.sub("~", text) for text in both)
    return first == second and all(abs(one - other) <= _ROUNDING for one, other in zip(*numbers, strict=True))


def refreshed(text: str, outputs: list[str]) -> str:
    """The page with these outputs; where it shows an ellipsis, as many lines before and after it as it shows now."""
    told = iter(outputs)
    parts, done = [], 0
    for block in blocks(text):
        fresh = [(command, next(told)) for command in block.commands]
        body = "".join(f"{PROMPT}{command.line}\n{_shown_again(command.shown, output)}" for command, output in fresh)
        last, output = fresh[-1]
        json_block = f"\n```json\n{lay_out(json.loads(output))}\n```\n" if last.laid_out is not None else ""
        parts += [text[done : block.start], f"```console\n{body}```\n{json_block}"]
        done = block.end
    return "".join([*parts, text[done:]])


def lay_out(value: object, indent: int = 0) -> str:
    """JSON that is broken into lines only where one line would be too long."""
    flat = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or not value or len(flat) + indent <= COLUMNS:
        return flat
    inner = " " * (indent + 2)
    if isinstance(value, dict):
        items = [f"{json.dumps(key)}: {lay_out(item, indent + 2)}" for key, item in value.items()]
    else:
        items = [lay_out(item, indent + 2) for item in value]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return f"{opening}\n" + ",\n".join(inner + item for item in items) + f"\n{' ' * indent}{closing}"


def _shown_again(shown: tuple[str, ...], output: str) -> str:
    lines = _lines(output)
    if ELLIPSIS in shown:
        at = shown.index(ELLIPSIS)
        after = len(shown) - at - 1
        if len(lines) > at + after:
            lines = [*lines[:at], ELLIPSIS, *lines[len(lines) - after :]]
    return "".join(f"{line}\n" for line in lines)


def _lines(output: str) -> list[str]:
    return [line.rstrip() for line in _ESCAPES.sub("", output).rstrip("\n").splitlines()]


def _run(line: str) -> tuple[str, int]:
    """What a command prints, errors among it, and its exit code."""
    own, _, pipe = line.partition(" | ")
    if not own.startswith("onrecord "):
        ran = subprocess.run(line, shell=True, capture_output=True, text=True, check=False)
        return ran.stdout + ran.stderr, ran.returncode
    if not pipe:
        screen = _Screen()
        with redirect_stdout(screen), redirect_stderr(_Aside(screen)):
            code = run(shlex.split(own)[1:])
        return screen.getvalue(), code
    plain, errors = io.StringIO(), io.StringIO()
    with redirect_stdout(plain), redirect_stderr(errors):
        run(shlex.split(own)[1:])
    ran = subprocess.run(pipe, shell=True, input=plain.getvalue(), capture_output=True, text=True, check=False)
    return errors.getvalue() + ran.stdout, ran.returncode


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


class _Aside(io.StringIO):
    """Standard error that ends up on the same screen, without a progress bar."""

    def __init__(self, screen: io.StringIO) -> None:
        super().__init__()
        self._screen = screen

    def write(self, text: str) -> int:
        return self._screen.write(text)
