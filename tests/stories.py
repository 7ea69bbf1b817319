"""The example story and a little more, its readings, and ledgers that it is put into."""

import json
from collections.abc import Iterable
from dataclasses import fields, replace
from pathlib import Path

from onrecord import pipeline
from onrecord.ledger import Ledger, open_ledger
from onrecord.linking.projection import Projection, project
from onrecord.model import Article, Reading
from onrecord.reading import DEFAULT, read

ROOT = Path(__file__).parents[1]
PLAIN = {field.name for field in fields(Article)} - {"blocks", "raw"}
ROWS = [json.loads(line) for line in (ROOT / "examples" / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
STORY = tuple(Article(**{key: row[key] for key in row if key in PLAIN}) for row in ROWS)

_read: dict[Article, Reading] = {}


def once(article: Article, reader: str = DEFAULT) -> Reading:
    """The reader, which says the same of an article every time, asked once."""
    return _read.get(article) or _read.setdefault(article, read(article, reader))


def standing(ledger: Ledger, as_of: str | None = None) -> Projection:
    """The projection, without the times at which the ledger recorded things."""
    found = project(ledger.records(as_of=as_of), ledger.judgements(), ledger.decisions())
    return replace(found, records=tuple(replace(record, recorded="") for record in found.records))


def article(text: str, name: str, **more: object) -> Article:
    plain = Article(id=name, text=text, outlet="Tarn Courier", published="2031-05-01", language="en")
    return replace(plain, **more)  # type: ignore[arg-type]


EXTRA = (
    replace(STORY[1], id="verbatim", outlet="Copycat Daily", url="https://copycat.example/1", published="2031-06-05"),
    article(STORY[1].text, "v1", url="https://v.example/1", published="2031-06-02", retrieved="2031-06-10"),
    article(STORY[1].text + "\n\nMore is to come.", "v2", url="https://v.example/1", retrieved="2031-06-11"),
)
"""A copy to the letter, and two versions whose dates hang on each other's being there."""


def put(folder: Path, articles: Iterable[Article], runs: int) -> Projection:
    path = folder / "in-some-order.ledger"
    path.unlink(missing_ok=True)
    every = list(articles)
    for part in range(runs):
        with open_ledger(path) as opened:
            pipeline.add(opened, every[part::runs])
    with open_ledger(path) as opened:
        return standing(opened)
