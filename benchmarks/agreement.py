"""How far two annotators agree: the second one's labels scored as if a program had found them.

The figures are those of `benchmarks.statements`, as a ceiling to hold them against, with Cohen's kappa for acts. Both
annotators are language models, so that agreement shows how clear the guidelines are more than how right the labels.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from benchmarks.annotations import FOLDER, load
from benchmarks.statements import figures, pairs_of, percent, share


def run(data: Path) -> dict[str, float]:
    """Figures in percent; FileNotFoundError when the data isn't there."""
    first = {one.article.id: one for dev in (True, False) for one in load(data, dev=dev, folder=FOLDER / "first")}
    second = {one.article.id: one for dev in (True, False) for one in load(data, dev=dev, folder=FOLDER / "second")}
    both = [(first[name], second[name]) for name in sorted(first.keys() & second.keys())]
    pairs = [pair for one, other in both for pair in pairs_of(one, other.statements)]
    whole = [(one, other) for one, other in both if one.whole]
    gold = sum(len(one.statements) for one, _ in both)
    found = sum(len(other.statements) for _, other in whole)
    met = sum(len(list(pairs_of(one, other.statements))) for one, other in whole)
    f1 = 2 * met / (found + sum(len(one.statements) for one, _ in whole))
    return {
        "articles annotated twice": len(whole),
        "statements annotated twice": len(pairs),
        "statements, F1": percent(f1),
        "act kappa": percent(kappa([(g["act"], f["act"]) for g, f in pairs])),
        **{name: value for name, value in figures(pairs, gold).items() if "majority" not in name},
    }


def kappa(pairs: list[tuple[str, str]]) -> float:
    """Agreement beyond chance (Cohen, 1960)."""
    observed = share(sum(a == b for a, b in pairs), len(pairs)) / 100
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(first[label] * second[label] for label in first) / len(pairs) ** 2
    return (observed - chance) / (1 - chance)
