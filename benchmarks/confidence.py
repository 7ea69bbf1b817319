"""How often each pattern is right on PolNeAR's train part: the figures of `MEASURED` in `reading/confidence.py`.

Run as `python -m benchmarks.confidence` with the data folder in ONRECORD_DATA; prints the table to paste. An
attribution is right where it pairs with a gold one by content (token Jaccard of at least a half) and their sources
share a token. Rare patterns are drawn towards the share of all: `PRIOR` attributions of that share are added to each.
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks import attribution_score, polnear
from onrecord.pipeline import prepare
from onrecord.reading.attribution import Attribution, find_attributions
from onrecord.reading.confidence import opening_of
from onrecord.reading.sentence import read_sentences
from onrecord.reading.statements import read_spans

SCORER: Any = attribution_score
"""An untyped script."""
PRIOR = 10
JACCARD = 0.5

Pattern = tuple[str, str]


def measure(data: Path) -> dict[Pattern, tuple[int, int]]:
    """(right, found) by pattern and opening on the train part; FileNotFoundError when it isn't there."""
    right: Counter[Pattern] = Counter()
    found: Counter[Pattern] = Counter()
    for document in polnear.load(data, "train").values():
        for pattern, hit in _judged(document):
            found[pattern] += 1
            right[pattern] += hit
    return {pattern: (right[pattern], count) for pattern, count in found.items()}


def smoothed(counts: dict[Pattern, tuple[int, int]]) -> dict[Pattern, float]:
    """The share of right ones by pattern, surest first."""
    total = sum(right for right, _ in counts.values()) / sum(found for _, found in counts.values())
    shares = {key: (right + PRIOR * total) / (found + PRIOR) for key, (right, found) in counts.items()}
    return {key: round(share, 2) for key, share in sorted(shares.items(), key=lambda item: -item[1])}


def _judged(document: dict[str, Any]) -> list[tuple[Pattern, bool]]:
    article = prepare(polnear.as_article(document))
    sentences, _ = read_sentences(article.text, read_spans(article))
    found = find_attributions(sentences)
    text = SCORER.Text(article.text)
    gold = [a for a in SCORER.read_attributions(text, document["attributions"]) if a["content"]]
    predicted = SCORER.read_attributions(text, [_spans(a) for a in found])
    pairs = SCORER.pair_contents(gold, predicted, JACCARD)
    right = {id(ours) for theirs, ours in pairs if SCORER.sources_agree(theirs["source"], ours["source"])}
    patterns = [(a.pattern, opening_of(article.text, a)) for a in found]
    return [(pattern, id(ours) in right) for pattern, ours in zip(patterns, predicted, strict=True)]


def _spans(found: Attribution) -> dict[str, Any]:
    return {"source": found.source, "cue": found.cue, "content": found.content}


def main() -> None:
    counts = measure(Path(os.environ["ONRECORD_DATA"]))
    for pattern, share in smoothed(counts).items():
        print(f'    ("{pattern[0]}", "{pattern[1]}"): {share},  # {counts[pattern][1]}')


if __name__ == "__main__":
    main()
