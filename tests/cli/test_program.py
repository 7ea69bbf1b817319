"""How runs end, and what is loaded for them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from onrecord.cli.ask import COMMANDS
from onrecord.cli.exits import MEANINGS
from onrecord.cli.program import TRACE, program, run
from onrecord.errors import BadQuestion, LedgerUnavailable, OnrecordError, UnknownClaim
from onrecord.questions import NAMES

HEAVY = (
    "rich trafilatura httpx lxml sqlite3 feedparser fastwarc resiliparse py3langid rapidfuzz msgspec htmldate "
    "snowballstemmer csv onrecord.pipeline onrecord.ledger onrecord.articles onrecord.reading onrecord.linking "
    "onrecord.export onrecord.model"
).split()

LOADED = """
import sys
from onrecord.cli import main
try:
    main({arguments!r})
except SystemExit:
    pass
print("loaded:", *sorted(set({heavy!r}) & set(sys.modules)))
"""


def _python(code: str) -> str:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    return ran.stdout


@pytest.mark.parametrize("arguments", [["--help"], ["figures", "--help"], ["add", "--help"], ["nonsense"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    assert _python(LOADED.format(arguments=arguments, heavy=HEAVY)).splitlines()[-1] == "loaded:"


def test_importing_the_package_loads_nothing_of_it() -> None:
    code = "import sys, onrecord; print(sorted(name for name in sys.modules if name.startswith('onrecord.')))"
    assert _python(code) == "[]\n"


def test_each_question_has_its_command() -> None:
    assert tuple(command.name for command in COMMANDS) == NAMES


def test_help_documents_every_command_and_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    text = capsys.readouterr().out
    assert not [name for name in program.commands if f"\n  {name} " not in text]
    assert not [code for code, meaning in MEANINGS if f"{code}  {meaning}" not in text]


@pytest.mark.parametrize("name", program.commands)
def test_every_command_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([name, "-h"]) == 0
    assert f"onrecord {name} " in capsys.readouterr().out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("onrecord 0.")


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["status"],
        ["changes"],
        ["search"],
        ["search", "--limit", "0", "boats"],
        ["figures", "--format", "xml"],
        ["changes", "--since", "2031", "--as-of", "2031"],
        ["read", "--published", "last week", "-"],
    ],
)
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert "--help`" in output.err


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (OnrecordError("the shelf is bare"), 1, "onrecord: the shelf is bare\n"),
        (LedgerUnavailable("locked"), 1, "onrecord: locked\n"),
        (BadQuestion("no such day"), 2, "onrecord: no such day\n"),
        (UnknownClaim("c-1 isn't there"), 3, "onrecord: c-1 isn't there\n"),
        (OnrecordError("bad\x1b[2J\nname"), 1, "onrecord: bad␛[2J name\n"),
        (KeyError("shelf"), 1, "onrecord: an error of the program itself (KeyError: 'shelf'); ONRECORD_TRACE=1"),
        (click.ClickException("no"), 1, "onrecord: no\n"),
        (KeyboardInterrupt(), 130, "\nonrecord: interrupted\n"),
    ],
)
def test_errors_end_in_one_sentence(
    error: BaseException, code: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _fail_with(error, monkeypatch)
    assert run(["stories"]) == code
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.startswith(said)
    assert "Traceback" not in output.err


def test_errors_of_the_program_can_be_traced(monkeypatch: pytest.MonkeyPatch) -> None:
    _fail_with(KeyError("shelf"), monkeypatch)
    monkeypatch.setenv(TRACE, "1")
    with pytest.raises(KeyError):
        run(["stories"])


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    article = tmp_path / "gull.txt"
    article.write_text("The harbour closes, the mayor said. " * 50)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "onrecord", "read", str(article)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def _fail_with(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_: object) -> None:
        raise error

    monkeypatch.setattr("onrecord.cli.options.Asked.open", lambda _: fail())
