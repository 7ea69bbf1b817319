"""Speed of the whole reading on one core, beside a peer that only splits the same texts into sentences (syntok).

The absolute figures depend on the machine; the ratio hardly does. Neither has a floor.
"""

from __future__ import annotations

import importlib
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from onrecord.model import Article
from onrecord.pipeline import read

ARTICLES = 100


def run(data: Path) -> dict[str, float]:
    """CPU time for the same articles; FileNotFoundError when they or the peer aren't there."""
    articles = load(data)[:ARTICLES]
    peer = _peer()
    ours, theirs = _seconds(read, articles), _seconds(lambda article: peer(article.text), articles)
    words = sum(len(article.text.split()) for article in articles)
    return {
        "articles/s (this machine)": round(len(articles) / ours, 1),
        "words/s (this machine)": round(words / ours, 1),
        "time against syntok": round(ours / theirs, 1),
    }


def load(data: Path) -> list[Article]:
    """Wikinews articles without blocks or language."""
    path = data / "wikinews" / "articles.jsonl"
    if not path.exists():
        raise FileNotFoundError(f"{path} is missing: Wikinews articles as JSON lines belong there.")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [Article(id=r["url"], text=r["text"], headline=r["title"], published=r["date"]) for r in rows]


def _peer() -> Callable[[str], Any]:
    try:
        segmenter = importlib.import_module("syntok.segmenter")
    except ImportError as error:
        raise FileNotFoundError("syntok isn't installed: the speed is measured against it.") from error
    return lambda text: [list(sentence) for paragraph in segmenter.analyze(text) for sentence in paragraph]


def _seconds(work: Callable[[Article], object], articles: list[Article]) -> float:
    work(articles[0])
    begun = time.process_time()
    for article in articles:
        work(article)
    return time.process_time() - begun
