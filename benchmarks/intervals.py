"""95 % intervals of the main figures of attribution and of statements, by resampling whole articles.

They have no floor: they say how far a figure can be trusted.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from benchmarks import polnear, statements
from benchmarks.annotations import CHAINS, load
from benchmarks.attribution import SCORER, predict
from benchmarks.statements import Pair, paired

Drawn = tuple[list[Pair], list[Pair], int]
"""An article's pairs, its pairs of which only chains are annotated, and how many statements it has in gold."""

SAMPLES = 1000
_SHOWN = ("act macro F1", "certainty and polarity macro F1", "speakers right", "chains right, two or more links")


def run(data: Path) -> dict[str, float]:
    """Low and high ends in percent; FileNotFoundError when the data isn't there."""
    gold = polnear.load(data, "dev")
    report = SCORER.evaluate(gold, {name: predict(document) for name, document in gold.items()}, samples=SAMPLES)
    figures = {f"attribution {name}": ends for name, ends in report["bootstrap"].items()}
    percents = {name: (100 * low, 100 * high) for name, (low, high) in figures.items()}
    return _flat(percents | resampled(data))


def resampled(data: Path) -> dict[str, tuple[float, float]]:
    """The intervals of the figures on our own annotations."""
    found: list[Drawn] = [(paired([one]), [], len(one.statements)) for one in load(data, dev=True)]
    found += [([], paired([one]), 0) for one in load(data, dev=True, files=CHAINS)]
    rng = random.Random(1)
    drawn = [_drawn(rng.choices(found, k=len(found))) for _ in range(SAMPLES)]
    return {f"statements {name}": _ends([one[name] for one in drawn]) for name in _SHOWN}


def _drawn(articles: Sequence[Drawn]) -> dict[str, float]:
    pairs = [pair for annotated, _, _ in articles for pair in annotated]
    chains = [pair for _, drawn, _ in articles for pair in drawn]
    return statements.figures(pairs, sum(gold for _, _, gold in articles), chains=chains)


def _ends(values: Sequence[float]) -> tuple[float, float]:
    ordered = sorted(values)
    return ordered[int(0.025 * (len(ordered) - 1))], ordered[round(0.975 * (len(ordered) - 1))]


def _flat(intervals: dict[str, tuple[float, float]]) -> dict[str, float]:
    return {
        f"{name} {end}": round(value, 1)
        for name, ends in intervals.items()
        for end, value in zip(("low", "high"), ends, strict=True)
    }
