"""Speed of the whole reading on one core, beside peers that read the same texts in the same run.

The absolute figures depend on the machine; the ratios hardly do. Neither has a floor. The peers: syntok, which only
splits sentences; a spaCy pipeline of the usual small architecture (convolutional tok2vec, tagger, parser, entity
recogniser) with untrained weights, which run as fast as trained ones; and textacy's quotation finder on top of it.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from onrecord.articles import find_blocks
from onrecord.encoders import see
from onrecord.model import Article
from onrecord.pipeline import read

ARTICLES = 60
WORDS = 600
"""Words of an article for the figure of articles per second."""
EXAMPLES = Path(__file__).parents[1] / "examples" / "articles.jsonl"
_COLD = """
import atexit, re, sys, time
from pathlib import Path
def report():
    peak = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]
    print(time.process_time(), peak, file=sys.stderr)
atexit.register(report)
from onrecord.cli import main
main()
"""
Work = Callable[[Article], object]
_LABELS = {"tagger": ["NN", "VB", "."], "parser": ["nsubj", "dobj", "ccomp"], "ner": ["PERSON", "ORG", "GPE"]}


def run(data: Path) -> dict[str, float]:
    """CPU time for the same articles; FileNotFoundError when they or no peer is there."""
    articles = load(data)[:ARTICLES]
    ours = _seconds(partial(read, reader="trained"), articles)
    words = sum(len(article.text.split()) for article in articles)
    alone = _seconds(_model, articles)
    figures = {
        f"articles of {WORDS} words/s (this machine)": round(words / WORDS / ours, 1),
        f"articles of {WORDS} words/s, the model alone (this machine)": round(words / WORDS / alone, 1),
        "articles/s by rules (this machine)": round(
            len(articles) / _seconds(partial(read, reader="rules"), articles), 1
        ),
    }
    for name, peer in {"syntok": _syntok, "spaCy": _spacy, "textacy": _textacy}.items():
        work = peer()
        if work:
            figures[f"time against {name}"] = round(ours / _seconds(work, articles), 2)
    return figures | cold()


def cold() -> dict[str, float]:
    """What one `onrecord read` of an article costs in a process of its own."""
    text = json.loads(EXAMPLES.read_text(encoding="utf-8").splitlines()[0])["text"]
    command = [sys.executable, "-c", _COLD, "read", "-"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run(command, input=text.encode(), capture_output=True, check=True, env=environment)
    seconds, kilobytes = ran.stderr.split()[-2:]
    return {"cold read, CPU seconds": round(float(seconds), 2), "cold read, peak MB": round(int(kilobytes) / 1024)}


def _model(article: Article) -> object:
    """Only what the model does: how fast a machine is with it."""
    return see(article.text, [(b.start, b.end) for b in find_blocks(article.text, article.headline)])


def load(data: Path) -> list[Article]:
    """Wikinews articles without blocks or language."""
    path = data / "wikinews" / "articles.jsonl"
    if not path.exists():
        raise FileNotFoundError(f"{path} is missing: Wikinews articles as JSON lines belong there.")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [Article(id=r["url"], text=r["text"], headline=r["title"], published=r["date"]) for r in rows]


def _syntok() -> Work | None:
    segmenter = _imported("syntok.segmenter")
    if segmenter is None:
        return None
    return lambda article: [list(s) for paragraph in segmenter.analyze(article.text) for s in paragraph]


def _spacy() -> Work | None:
    pipeline = _pipeline()
    return pipeline and (lambda article: pipeline(article.text))


def _textacy() -> Work | None:
    pipeline, quotations = _pipeline(), _imported("textacy.extract.triples")
    if pipeline is None or quotations is None:
        return None

    def work(article: Article) -> None:
        with contextlib.suppress(ValueError):  # it gives up on quotation marks that don't come in pairs
            list(quotations.direct_quotations(pipeline(article.text)))

    return work


def _pipeline() -> Any:  # noqa: ANN401 - spaCy's, which needn't be there
    spacy = _imported("spacy")
    if spacy is None:
        return None
    pipeline = spacy.blank("en")
    pipeline.add_pipe("tok2vec")
    for name, labels in _LABELS.items():
        part = pipeline.add_pipe(
            name, config={"model": {"tok2vec": {"@architectures": "spacy.Tok2VecListener.v1", "width": 96}}}
        )
        for label in labels:
            part.add_label(label)
    pipeline.initialize()
    return pipeline


def _imported(name: str) -> Any:  # noqa: ANN401 - whatever module
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def _seconds(work: Work, articles: list[Article]) -> float:
    work(articles[0])
    begun = time.process_time()
    for article in articles:
        work(article)
    return time.process_time() - begun
