"""Commands against a small ledger, and against invented answers."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord import pipeline
from onrecord.articles import Failure
from onrecord.cli.program import run
from onrecord.cli.progress import Bar, progress_bar
from onrecord.ledger import Ledger
from onrecord.model import Article
from onrecord.questions import QUESTIONS

from . import invented
from .invented import HOSTILE

ARTICLES = [
    {
        "id": "gull-1",
        "outlet": "The Tarn Gull",
        "published": "2031-03-02",
        "story": "harbour",
        "text": "The harbour of Tarn will close in May, Mayor Ada Lund said on Monday. “We have 40 boats,” she said.",
    },
    {
        "id": "dune-1",
        "outlet": "Dune Radio",
        "published": "2031-03-04",
        "text": "The harbour board denied on Tuesday that the harbour of Tarn would close in May.",
    },
]

ASKED: dict[str, tuple[list[str], Callable[[], object]]] = {
    "origins": (["harbour"], invented.origins_answer),
    "status": (["the", "harbour"], invented.status_answer),
    "positions": ([], invented.positions_answer),
    "figures": ([], invented.figures_answer),
    "timeline": ([], invented.timeline_answer),
    "changes": (["--since", "2031-03-01"], invented.changes_answer),
    "sources": ([], invented.sources_answer),
    "search": (["harbour", "boats"], invented.search_answer),
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("harbour")
    articles = folder / "articles.jsonl"
    articles.write_text("".join(json.dumps(article) + "\n" for article in ARTICLES))
    assert run(["add", str(articles), "--ledger", str(folder / "tarn.db")]) == 0
    return folder / "tarn.db"


@pytest.fixture(autouse=True)
def use_ledger(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_LEDGER", str(ledger))
    monkeypatch.delenv("FORCE_COLOR", raising=False)


def test_add_says_what_became_of_everything(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    added = pipeline.Added(
        new=3, known=2, versions=1, unread=[("dune-9", "not English")], failures=[Failure(location="x", reason="bad")]
    )
    monkeypatch.setattr(pipeline, "add", lambda *_, **__: added)
    assert run(["add", "a.txt", "--ledger", str(tmp_path / "new.db")]) == 1
    output = capsys.readouterr()
    counted = "3 new (1 of them a new version of a known one) · 2 known already · 1 kept but not read · 1 failed"
    assert output.out == f"{tmp_path}/new.db: {counted}\nnot read  dune-9  not English\n"
    assert output.err == "onrecord: x: bad\n"


def test_add_passes_on_what_the_user_knows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "gull.txt").write_text("The harbour closes, the mayor said.")
    path = ["--ledger", str(tmp_path / "new.db")]
    known = ["--outlet", "The Tarn Gull", "--published", "2031-03-02", "--story", "harbour"]
    assert run(["add", str(tmp_path / "gull.txt"), str(tmp_path / "none.txt"), *known, *path]) == 1
    assert "none.txt: there is no such file" in capsys.readouterr().err
    assert run(["stories", *path, "--format", "csv"]) == 0
    assert list(csv.reader(io.StringIO(capsys.readouterr().out)))[1:] == [
        ["harbour", "1", "1", "1", "0", "2031-03-02", "2031-03-02"]
    ]


def test_add_keeps_what_was_done_when_interrupted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(
        _: Ledger, found: Iterable[Article | Failure], *, reader: str, progress: Callable[[Article], None]
    ) -> None:
        assert reader == "trained"
        progress(invented.article())
        assert [str(one) for one in found] == ["none.txt: there is no such file or folder; check the name"]
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "add", interrupted)
    assert run(["add", "none.txt", "--ledger", str(tmp_path / "new.db")]) == 130
    said = f"onrecord: interrupted after 1 article; what was added until then stays in {tmp_path}/new.db\n"
    assert capsys.readouterr().err == said


def test_the_bar_counts_and_goes_away(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    with progress_bar(2) as bar:
        bar.start()
        bar.article_done(invented.article(HOSTILE))
        bar.location_done()
    drawn = capsys.readouterr().err
    assert "1 article" in drawn
    assert "\x1b[31mred" not in drawn
    assert "owned\x07" not in drawn


def test_no_bar_without_a_terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.cli.progress.PATIENCE", 0.0)
    started: list[Bar] = []
    monkeypatch.setattr(Bar, "start", started.append)
    with progress_bar(1) as bar:
        bar.article_done(invented.article())
    assert not started
    assert capsys.readouterr().err == ""


def test_read_prints_the_contract(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(f"The harbour {name} closes, the mayor said.")
    assert run(["read", str(tmp_path / "a.txt"), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["text"] == "The harbour a closes, the mayor said."
    assert run(["read", str(tmp_path), "--format", "json"]) == 0
    assert [found["schema"] for found in json.loads(capsys.readouterr().out)] == [1, 1]
    assert run(["read", str(tmp_path / "none.txt"), str(tmp_path), "--format", "jsonl"]) == 1
    assert [json.loads(line)["schema"] for line in capsys.readouterr().out.splitlines()] == [1, 1]


def test_read_shows_who_says_what(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "gull.txt").write_text("The harbour closes, the mayor said.")
    assert run(["read", str(tmp_path / "gull.txt"), "--outlet", "The Tarn Gull", "--published", "2031-03-02"]) == 0
    text = capsys.readouterr().out
    assert "The Tarn Gull · 2031-03-02" in text
    assert "source “the mayor” [20:29]" in text


@pytest.mark.parametrize("name", ASKED)
def test_questions_print_what_they_are_asked_to(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    words, answer = ASKED[name]
    monkeypatch.setattr(QUESTIONS[name], "ask", lambda *_, **__: answer())
    assert run([name, *words]) == 0
    assert "The Tarn Gull" in capsys.readouterr().out
    assert run([name, *words, "--format", "json"]) == 0
    json.loads(capsys.readouterr().out)
    assert run([name, *words, "--format", "csv"]) == 0
    heads, *rows = csv.reader(io.StringIO(capsys.readouterr().out))
    assert {"article", "start", "end", "text"} <= set(heads)
    assert rows


@pytest.mark.parametrize("name", ASKED)
def test_questions_pass_on_their_options(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[tuple[object, ...], dict[str, object]]] = []

    def ask(_: Ledger, *words: object, **options: object) -> object:
        seen.append((words, options))
        return answer()

    words, answer = ASKED[name]
    monkeypatch.setattr(QUESTIONS[name], "ask", ask)
    dated = [] if name == "changes" else ["--as-of", "2031-03-09"]
    assert run([name, *words, "--story", "harbour", *dated]) == 0
    about = "2031-03-01" if name == "changes" else " ".join(words) or None
    [(asked, options)] = seen
    assert asked == (about,)
    assert options["story"] == "harbour"
    assert name == "changes" or options["as_of"] == "2031-03-09"


@pytest.mark.parametrize(
    "words",
    [
        ["status", "zeppelin"],
        ["search", "zeppelin"],
        ["figures", "--story", "none"],
        ["dump", "--as-of", "2030"],
        ["stories", "--as-of", "2030"],
    ],
)
def test_nothing_found(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(words) == 3
    output = capsys.readouterr()
    assert output.out == ""
    assert "nothing found" in output.err


def test_nothing_found_prints_nothing_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert run(["positions", "zeppelin"]) == 3
    assert capsys.readouterr().out == ""


def test_an_empty_answer_is_still_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["status", "zeppelin", "--format", "json"]) == 3
    assert json.loads(capsys.readouterr().out)["claim"] is None
    assert run(["dump", "--as-of", "2030", "--format", "json"]) == 3
    assert json.loads(capsys.readouterr().out) == []


def test_show_finds_a_claim_by_its_id_or_a_statement(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["search", "harbour", "close", "--format", "jsonl", "--limit", "1"]) == 0
    hit = json.loads(capsys.readouterr().out)
    for wanted in (hit["claim"], hit["statement"]):
        assert run(["show", wanted]) == 0
        text = capsys.readouterr().out
        assert hit["claim"] in text
        assert hit["statement"] in text
    assert run(["show", "c-00000000"]) == 3


def test_dump_is_the_same_as_lines_and_as_a_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["dump"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["id"] for row in rows if row["type"] == "article"] == ["gull-1", "dune-1"]
    assert run(["dump", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == rows


def test_stories(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["stories"]) == 0
    text = capsys.readouterr().out
    assert "filed under no story\n  1 article · 1 outlet" in text
    assert "harbour\n" in text


def test_data_is_exact_in_a_pipe_and_harmless_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QUESTIONS["search"], "ask", lambda *_, **__: invented.search_answer(HOSTILE))
    command = ["search", "harbour", "--format", "csv"]
    assert run(command) == 0
    assert HOSTILE in capsys.readouterr().out
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert run(command) == 0
    shown = capsys.readouterr().out
    assert "␛[31mred" in shown
    assert "\x1b" not in shown
    assert "\r" not in shown


def test_a_terminal_gets_colours(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert run(["figures"]) == 0
    assert "\x1b[" in capsys.readouterr().out


def test_changes_in_short_and_all_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    since = ["changes", "--since", "2000"]
    assert run(since) == 0
    short = capsys.readouterr().out
    assert run([*since, "--all"]) == 0
    assert len(capsys.readouterr().out.splitlines()) > len(short.splitlines())
    rows = []
    for every in ([], ["--all"]):
        assert run([*since, *every, "--format", "csv"]) == 0
        rows.append(capsys.readouterr().out)
    assert rows[0] == rows[1]


def test_outlets_with_nothing_but_their_own_voice_are_shown(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = invented.sources_answer()
    monkeypatch.setattr(
        QUESTIONS["sources"], "ask", lambda *_, **__: replace(answer, sources=(), shares=answer.shares[1:])
    )
    assert run(["sources"]) == 0
    assert capsys.readouterr().out == "Dune Radio  1 statement in its own voice\n\n"
    assert run(["sources", "--format", "json"]) == 0
