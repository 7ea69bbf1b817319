"""Time expressions against TimeBank and AQUAINT as released for TempEval-3 (UzZaman et al., SemEval 2013).

Relaxed match: two spans overlap, each used once. Value F1 counts a match only if its TIMEX3 value is the same string.
The publication date is the document creation time; expressions outside `<TEXT>` aren't scored.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from onrecord.model import Time
from onrecord.reading.times import find_times

CORPORA = ("TimeBank", "AQUAINT")

Gold = tuple[int, int, str]
Document = tuple[str, str, tuple[Gold, ...]]


def run(data: Path) -> dict[str, float]:
    """Span and value F1 (0..100) on the dev part of each corpus; FileNotFoundError when it isn't there."""
    figures: dict[str, float] = {}
    for corpus in CORPORA:
        counts = tally(documents(data, corpus, dev=True))
        figures[f"{corpus} span F1"], figures[f"{corpus} value F1"] = counts
    return figures


def documents(data: Path, corpus: str, *, dev: bool) -> Iterator[Document]:
    """(text, publication date, gold expressions) of each document of one part."""
    folder = data / "tempeval3" / corpus
    if not folder.is_dir():
        raise FileNotFoundError(f"No TempEval-3 {corpus} at {folder}: put the .tml files there.")
    for path in sorted(folder.glob("*.tml")):
        if (zlib.crc32(path.stem.encode()) % 3 == 0) == dev:
            yield _document(path)


def tally(parts: Iterator[Document]) -> tuple[float, float]:
    """Relaxed span F1 and value F1 over documents, in percent with one decimal."""
    gold = found = spans = values = 0
    for text, published, expected in parts:
        times = find_times(text, published)
        pairs = match(expected, times)
        gold, found, spans = gold + len(expected), found + len(times), spans + len(pairs)
        values += sum(wanted[2] == time.timex for wanted, time in pairs)
    return _f1(spans, gold, found), _f1(values, gold, found)


def match(expected: tuple[Gold, ...], times: tuple[Time, ...]) -> list[tuple[Gold, Time]]:
    """Pairs of overlapping gold and found expressions, each used once, in the order of the text."""
    pairs = []
    free = list(times)
    for gold in expected:
        hit = next((time for time in free if time.start < gold[1] and gold[0] < time.end), None)
        if hit is not None:
            free.remove(hit)
            pairs.append((gold, hit))
    return pairs


def _document(path: Path) -> Document:
    root = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 - a local data set
    created = root.find("DCT/TIMEX3")
    body = root.find("TEXT")
    if created is None or body is None:
        raise ValueError(f"{path} has no creation time or no text.")
    pieces: list[str] = []
    gold: list[Gold] = []
    _walk(body, pieces, gold)
    published = re.match(r"\d{4}-\d\d-\d\d(T\d\d:\d\d)?", created.get("value", ""))
    return "".join(pieces), published.group() if published else "", tuple(gold)


def _walk(node: ET.Element, pieces: list[str], gold: list[Gold]) -> None:
    start = sum(map(len, pieces))
    pieces.append(node.text or "")
    for child in node:
        _walk(child, pieces, gold)
        pieces.append(child.tail or "")
    if node.tag == "TIMEX3":
        gold.append((start, sum(map(len, pieces)), node.get("value", "")))


def _f1(right: int, gold: int, found: int) -> float:
    return round(200 * right / (gold + found), 1) if right else 0.0
