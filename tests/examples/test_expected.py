"""The expected answers of `examples/`, with those not reached yet as strict expected failures."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from onrecord import pipeline
from onrecord.articles import load
from onrecord.ledger import open_ledger
from tests.examples.checks import CHECKS, Story, expected

ARTICLES = Path(__file__).parents[2] / "examples" / "articles.jsonl"
NOT_YET = Path(__file__).with_name("not_yet.toml")


@cache
def reasons() -> dict[tuple[str, str], str]:
    """(check, item) -> why it isn't reached yet."""
    rows = tomllib.loads(NOT_YET.read_text(encoding="utf-8"))["reason"]
    return {(check, item): row["why"] for row in rows for check, items in row["items"].items() for item in items}


@pytest.fixture(scope="module")
def reached(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[tuple[str, str], bool]]:
    with open_ledger(tmp_path_factory.mktemp("examples") / "story.db") as ledger:
        added = pipeline.add(ledger, load(str(ARTICLES)))
        assert not added.failures
        story = Story.of(ledger)
        yield {(check, item): ok for check, run in CHECKS.items() for item, ok in run(story)}


def test_every_item_is_reached_or_said_not_to_be(reached: dict[tuple[str, str], bool]) -> None:
    missed = sorted(key for key, ok in reached.items() if not ok and key not in reasons())
    assert not missed, "these expected answers were reached before, or need a reason in not_yet.toml"


@pytest.mark.parametrize("why", sorted(set(reasons().values())))
def test_not_yet(why: str, reached: dict[tuple[str, str], bool], request: pytest.FixtureRequest) -> None:
    """Every item under a reason fails still; the day that one doesn't, it leaves the list."""
    items = [key for key, reason in reasons().items() if reason == why]
    unknown = [key for key in items if key not in reached]
    now_reached = [key for key in items if reached.get(key)]
    assert not unknown, "no such expected answer"
    assert not now_reached, "reached now: take it off not_yet.toml"
    request.applymarker(pytest.mark.xfail(strict=True, reason=f"{why} ({len(items)} expected answers)"))
    pytest.fail(why)


def test_every_quote_stands_once() -> None:
    rows = [json.loads(line) for line in ARTICLES.read_text(encoding="utf-8").splitlines()]
    texts = {row["id"]: row["text"] for row in rows}

    def quotes(node: object) -> Iterator[tuple[str, str]]:
        if isinstance(node, dict):
            if isinstance(node.get("quote"), str):
                yield node["article"], node["quote"]
            for value in node.values():
                yield from quotes(value)
        elif isinstance(node, list):
            for value in node:
                yield from quotes(value)

    names = ("claims", "origins", "status", "positions", "figures", "timeline", "changes", "sources", "search")
    found = [pair for name in names for pair in quotes(expected(name))]
    assert len(found) > 400
    assert [pair for pair in found if texts[pair[0]].count(pair[1]) != 1] == []
