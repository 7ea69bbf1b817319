"""Sets the shipped model's thresholds and calibrates its confidence, on the documents of PolNeAR kept out of fitting.

    python -m training.tune src/onrecord/data/reader.json

Thresholds and weights are those with the best mean of the F1 of attributions, loose and strict, and of their exact
spans; the confidence is a logistic function of the score's logit (Platt, 1999), fitted to whether an attribution is
right.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks import attribution_score, polnear
from onrecord.encoders import Seen, Tagged, attributions_of, see
from onrecord.encoders.decode import chance_of, odds
from onrecord.encoders.model import Settings, about
from training.sets import is_for_tuning
from training.sheets import paragraphs

SCORER: Any = attribution_score
Document = dict[str, Any]
# Tried one after the other, twice around.
_GRID = {
    "cue": (0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8),
    "edges": (0.5, 1.0, 1.5, 2.0, 3.0),
    "labels": (0.0, 0.3, 0.6, 0.9, 1.2),
    "piece": (-1.0, 0.0, 1.0, 2.0, 3.0, 4.0),
    "sourceless": (-4.0, -2.0, 0.0, 2.0, 4.0, 6.0),
    "other_cue": (0.0, 1.5, 3.0, 6.0),
    "content": (0.0, 0.3, 0.5, 0.6, 0.7),
}
_STEPS, _RATE = 4000, 0.3


def main() -> None:
    """Tune and write the settings into the file named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("about", type=Path, help="the file beside the model's weights that gets the settings")
    path = parser.parse_args().about
    documents = [d for d in polnear.load(Path(os.environ["ONRECORD_DATA"]), "train").values() if is_for_tuning(d["id"])]
    seen = {d["id"]: see(d["text"], paragraphs(d["text"])) for d in documents}
    settings, best = about().settings, 0.0
    for name, values in (*_GRID.items(), *_GRID.items()):
        tried = {value: quality(documents, seen, replace(settings, **{name: value})) for value in values}
        chosen = max(tried, key=lambda value: (tried[value], value))
        settings, best = replace(settings, **{name: chosen}), tried[chosen]
    slope, intercept = calibrated(outcomes(documents, seen, settings))
    settings = replace(settings, slope=round(slope, 3), intercept=round(intercept, 3))
    row = json.loads(path.read_text(encoding="utf-8"))
    row["settings"] = {name: getattr(settings, name) for name in (*_GRID, "slope", "intercept")}
    path.write_text(json.dumps(row, indent=2) + "\n", encoding="utf-8")
    print(f"{len(documents)} documents, mean F1 {best:.4f} with {row['settings']}")


def quality(documents: Sequence[Document], seen: Mapping[str, Seen], settings: Settings) -> float:
    """The mean of the five F1 under some settings."""
    found = {d["id"]: predicted(d, seen[d["id"]], settings) for d in documents}
    report = SCORER.evaluate({d["id"]: d for d in documents}, found)
    relations = [report["relation"][level]["f1"] for level in ("loose", "strict")]
    spans = [report["span"][role]["exact"]["f1"] for role in ("source", "cue", "content")]
    return float(sum(relations) + sum(spans)) / 5


def predicted(document: Document, seen: Seen, settings: Settings) -> Document:
    """A document with the attributions that are found under some settings."""
    return {"id": document["id"], "attributions": [as_spans(seen, t) for t in attributions_of(seen, settings)]}


def as_spans(seen: Seen, tagged: Tagged) -> Document:
    """An attribution's spans as the scorer reads them."""
    spans = seen.words.spans

    def span(words: tuple[int, int]) -> list[int]:
        return [spans[words[0]][0], spans[words[1] - 1][1]]

    return {
        "source": [span(tagged.source)] if tagged.source else [],
        "cue": [span(tagged.cue)],
        "content": [span(piece) for piece in tagged.contents],
    }


def outcomes(documents: Sequence[Document], seen: Mapping[str, Seen], settings: Settings) -> list[tuple[float, bool]]:
    """The score of each attribution found, and whether it is right (loose relation)."""
    found: list[tuple[float, bool]] = []
    for document in documents:
        text = SCORER.Text(document["text"])
        gold = SCORER.read_attributions(text, document["attributions"])
        for tagged in attributions_of(seen[document["id"]], settings):
            mine = SCORER.read_attributions(text, [as_spans(seen[document["id"]], tagged)])
            pairs = SCORER.pair_contents(gold, mine, 0.5)
            found.append((tagged.score, any(SCORER.sources_agree(g["source"], m["source"]) for g, m in pairs)))
    return found


def calibrated(found: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Slope and intercept of the logistic function, by gradient descent."""
    slope, intercept = 1.0, 0.0
    points = [(odds(score), right) for score, right in found]
    for _ in range(_STEPS):
        gaps = [(chance_of(slope * x + intercept) - right, x) for x, right in points]
        slope -= _RATE * sum(gap * x for gap, x in gaps) / len(gaps)
        intercept -= _RATE * sum(gap for gap, _ in gaps) / len(gaps)
    return slope, intercept


if __name__ == "__main__":
    main()
