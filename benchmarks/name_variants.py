"""Name variants: pairs of names from sanctions screening, labelled same or not (CSV, one pair a row).

Labels follow screening: a slip in one letter counts as the same name. Dev is every row whose index is divisible by 3.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from onrecord.linking.entities import SUSPECTED, compare_names
from onrecord.model import EntityKind

KINDS = {
    "Person": EntityKind.PERSON,
    "Company": EntityKind.ORGANISATION,
    "Organization": EntityKind.ORGANISATION,
}

Pair = tuple[str, str, EntityKind | None, bool]


def run(data: Path) -> dict[str, float]:
    """Precision, recall and F1 (0..100) of `compare_names` at the threshold of suspicion, on dev and on the rest."""
    pairs = read(data)
    dev = [pair for index, pair in enumerate(pairs) if index % 3 == 0]
    train = [pair for index, pair in enumerate(pairs) if index % 3]
    return {
        f"{part}.{name}": value
        for part, chosen in (("dev", dev), ("train", train))
        for name, value in score(chosen).items()
    }


def read(data: Path) -> list[Pair]:
    """The labelled pairs in the file's order; FileNotFoundError if the set isn't there."""
    path = data / "name-bench" / "dev.csv"
    if not path.exists():
        raise FileNotFoundError(f"{path} is missing: the pairs of names are part of the development data.")
    with path.open(encoding="utf-8", newline="") as file:
        return [
            (row["name1"], row["name2"], KINDS.get(row["schema"]), row["is_match"] == "true")
            for row in csv.DictReader(file)
        ]


def score(pairs: Sequence[Pair]) -> dict[str, float]:
    """Precision, recall and F1 in percent."""
    said = [(compare_names(a, b, kind)[0] >= SUSPECTED, gold) for a, b, kind, gold in pairs]
    hits = sum(1 for predicted, gold in said if predicted and gold)
    predicted = sum(1 for yes, _ in said if yes)
    gold = sum(1 for _, yes in said if yes)
    precision, recall = hits / max(predicted, 1), hits / max(gold, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"precision": round(100 * precision, 1), "recall": round(100 * recall, 1), "f1": round(100 * f1, 1)}
