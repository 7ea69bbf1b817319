"""Our own annotations (`annotations/`), joined with the texts that they stand off from."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.model import Article, sha256

FOLDER = Path(__file__).parent.parent / "annotations"
FILES = ("wikinews", "sample")
CHAINS = ("chains", "interviews")
"""Rows that say no more of a statement than its spans and its chain."""
OUTLETS = {
    "breitbart": "Breitbart News",
    "huff-post": "The Huffington Post",
    "hpo": "The Huffington Post",
    "nyt": "The New York Times",
    "politico": "Politico",
    "usa-today": "USA Today",
    "wash-post": "The Washington Post",
    "west-journal": "Western Journal",
    "fox": "Fox News",
}
"""The outlets that the sets abbreviate: a chain leaves out the publisher, so that a reader must know it."""
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article of a set and the statements annotated in it."""

    source: str
    article: Article
    statements: list[Row]

    @property
    def whole(self) -> bool:
        """Whether all statements of the article are annotated."""
        return self.source == "wikinews"


def load(data: Path, *, dev: bool, folder: Path = FOLDER, files: Sequence[str] = FILES) -> Iterator[Annotated]:
    """The annotated articles of one part; ValueError where a text isn't the one that was annotated."""
    texts = articles(data)
    for file in files:
        path = folder / f"{file}.jsonl"
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()) if path.exists() else ():
            if is_dev(row["article"]) is dev:
                article = texts[row["set"], row["article"]]
                if sha256(article.text.encode()) != row["sha256"]:
                    raise ValueError(f"the text of {row['article']} in {row['set']} isn't the one that was annotated")
                yield Annotated(row["set"], article, row["statements"])


def is_dev(article: str) -> bool:
    """One article in three."""
    return zlib.crc32(article.encode()) % 3 == 0


def articles(data: Path) -> dict[tuple[str, str], Article]:
    """The articles of the three sets by set and id; FileNotFoundError when one isn't there."""
    found: dict[tuple[str, str], Article] = {}
    for row in _lines(data / "wikinews" / "articles.jsonl"):
        found["wikinews", row["url"]] = Article(
            id=row["url"],
            text=row["text"],
            outlet="Wikinews",
            headline=row["title"],
            published=row["date"],
            language="en",
        )
    for part in ("train", "dev"):
        for row in _lines(data / "polnear" / f"{part}.jsonl"):
            meta = row["meta"]
            found["polnear", row["id"]] = Article(
                id=row["id"],
                text=row["text"],
                outlet=OUTLETS[meta["publisher"]],
                headline=meta["title"],
                published=meta["publication_date"],
                language="en",
            )
    for row in _lines(data / "basil" / "articles.jsonl"):
        found["basil", row["url"]] = Article(
            id=row["url"],
            text=row["text"],
            outlet=OUTLETS[row["outlet"].lower()],
            headline=row["headline"],
            published=row["published"],
            language="en",
        )
    return found


def _lines(path: Path) -> Iterator[Row]:
    if not path.exists():
        raise FileNotFoundError(f"{path} is missing: our annotations stand off from it.")
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
