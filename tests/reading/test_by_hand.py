"""The reader against the one article of the example story that was read by hand; the floors may only rise."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from onrecord.model import Article, Span, Statement
from onrecord.pipeline import read

EXAMPLES = Path(__file__).parents[2] / "examples"
FLOORS = {"content": 18, "content and act": 17, "content and speaker": 9, "content, act and speaker": 9}


def load() -> tuple[list[dict[str, Any]], tuple[Statement, ...], str]:
    by_hand = json.loads((EXAMPLES / "readings" / "courier-0609.json").read_text(encoding="utf-8"))
    rows = map(json.loads, (EXAMPLES / "articles.jsonl").read_text(encoding="utf-8").splitlines())
    row = next(row for row in rows if row["id"] == by_hand["id"])
    article = Article(**row)
    assert article.text == by_hand["text"]
    return by_hand["statements"], read(article).statements, article.text


def tokens(text: str, spans: list[Span] | tuple[Span, ...]) -> set[tuple[int, int]]:
    return {m.span() for start, end in spans for m in re.compile(r"\w+").finditer(text, start, end)}


def jaccard(one: set[Any], two: set[Any]) -> float:
    return len(one & two) / len(one | two)


def tally() -> dict[str, int]:
    by_hand, found, text = load()
    counts = dict.fromkeys(FLOORS, 0)
    for statement in by_hand:
        wanted = tokens(text, statement["content"])
        nearest = max(
            found, key=lambda s: len(wanted & tokens(text, s.content)) / len(wanted | tokens(text, s.content))
        )
        ours = tokens(text, nearest.content)
        content = len(wanted & ours) / len(wanted | ours) >= 0.5
        act = content and nearest.act == statement["act"]
        name = nearest.speaker.name if nearest.speaker else None
        speaker = content and name == (statement["speaker"] or {"name": None})["name"]
        for key, hit in zip(FLOORS, (content, act, speaker, act and speaker), strict=True):
            counts[key] += hit
    return counts


@pytest.mark.parametrize("what", list(FLOORS))
def test_as_much_is_found_as_was_reached(what: str) -> None:
    assert tally()[what] >= FLOORS[what]
