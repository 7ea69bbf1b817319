"""The questions on a ledger that was made by the program itself, from the example story."""

import json
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from onrecord import pipeline
from onrecord.dump import dump
from onrecord.export import to_csv, to_json, to_jsonl
from onrecord.ledger import Ledger, open_ledger
from onrecord.model import Article
from onrecord.questions import NAMES, QUESTIONS, changes, search
from onrecord.questions.table import TRACE

ARTICLES = Path(__file__).parents[2] / "examples" / "articles.jsonl"
PLAIN = {field.name for field in fields(Article)} - {"blocks", "raw"}
ABOUT = {"changes": "2000-01-01"}


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    rows = [json.loads(line) for line in ARTICLES.read_text(encoding="utf-8").splitlines()]
    with open_ledger(tmp_path_factory.mktemp("example") / "story.ledger") as ledger:
        pipeline.add(ledger, [Article(**{key: row[key] for key in row if key in PLAIN}) for row in rows])
        yield ledger


@pytest.mark.parametrize("name", NAMES)
def test_every_row_is_where_it_says(name: str, story: Ledger) -> None:
    answer = QUESTIONS[name].ask(story, ABOUT.get(name, "instructors"))
    rows = [row[-len(TRACE) :] for row in answer.table().rows]
    assert rows
    for outlet, _, article, start, end, text in rows:
        found = story.record(article).article
        assert (found.outlet, found.text[start:end]) == (outlet, text)
    assert json.loads(to_json(answer))
    assert len(to_jsonl(answer).splitlines()) == len(rows) < len(to_csv(answer).splitlines())


def test_a_town_is_found_in_both_spellings(story: Ledger) -> None:
    found = {hit.evidence.text for hit in search.ask(story, "Lipnik").hits}
    assert any("Lipnik" in text for text in found)
    assert any("Lypnyk" in text for text in found)


def test_story_time_has_the_quiet_edit(story: Ledger) -> None:
    answer = changes.ask(story, "2031-06-05", until="2031-06-05", story_time=True)
    (version,) = (change for change in answer.changes if change.kind.value == "new version")
    assert (version.before, version.after) == ("herald-0603", "herald-0603-v2")
    assert any("preparing to send" in passage.text for passage in version.removed)
    assert any("considering sending" in passage.text for passage in version.added)


def test_the_dump_names_only_what_it_holds(story: Ledger) -> None:
    rows = list(dump(story))
    ids = {kind: {row["id"] for row in rows if row["type"] == kind} for kind in ("article", "statement", "claim")}
    assert all(row["claim"] in ids["claim"] for row in rows if row["type"] in {"position", "event"})
    members = [member for row in rows if row["type"] == "claim" for member in row["members"]]
    assert {member["statement"] for member in members} <= ids["statement"]
    assert {member["article"] for member in members} <= ids["article"]
