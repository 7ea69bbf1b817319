"""A ledger and a date are called as the user called them."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord import pipeline
from onrecord.cli.program import run


def test_a_missing_ledger_is_called_as_the_user_called_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["stories", "--ledger", "none.db"]) == 1
    assert capsys.readouterr().err.startswith("onrecord: there is no ledger at none.db: ")
    assert run(["add", "x.txt", "--ledger", "no-folder/none.db"]) == 1
    assert str(tmp_path) not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["status", "harbour", "--as-of", "soon"], "--as-of: 'soon' isn't"),
        (["stories", "--as-of", ""], "--as-of: '' isn't"),
        (["changes", "--since", "2031-02-30"], "--since: '2031-02-30' isn't"),
        (["changes", "--since", "2031", "--until", "soon"], "--until: 'soon' isn't"),
        (["changes", "--since", "2031-02", "--until", "2031-01"], "--until: '2031-01' is before --since '2031-02'"),
    ],
)
def test_a_wrong_date_is_told_by_its_option(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    assert said in capsys.readouterr().err


def test_add_says_what_to_do_next_on_a_terminal_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "add", lambda *_, **__: pipeline.Added(new=3, versions=2))
    path = tmp_path / "a b.db"
    monkeypatch.setenv("ONRECORD_LEDGER", str(path))
    assert run(["add", "a.txt"]) == 0
    assert capsys.readouterr().out == f"{path}: 3 new (2 of them new versions of known ones)\n"
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    assert run(["add", "a.txt"]) == 0
    assert capsys.readouterr().out.endswith("\nnext: onrecord stories, onrecord search WORDS\n")
    assert run(["add", "a.txt", "--ledger", str(path)]) == 0
    assert f"onrecord stories --ledger '{path}'" in capsys.readouterr().out.replace("\n", " ")
