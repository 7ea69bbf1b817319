"""What is wrong with an option is said in the words of whoever gave it."""

from __future__ import annotations

from pathlib import Path

import pytest

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
