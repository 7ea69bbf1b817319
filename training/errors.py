"""Draws errors of attribution to be read one by one, on the documents of PolNeAR on which thresholds are set.

    python -m training.errors 160 > errors.jsonl

One error a line: `missed` (in the set, not found), `extra` (found, not in the set) or `source` (the content is found,
its source is another), by chance among all errors of the loose relation. `gold` and `found` are texts of source, cue
and content; where one is missing, `near` is what the other side has in the same lines. Offsets are of the content.
"""

from __future__ import annotations

import argparse
import json
import os
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks import polnear
from benchmarks.attribution import SCORER, predict
from training.sets import is_for_tuning

_ENOUGH = 0.5
_AROUND = 900
Row = dict[str, Any]


def errors_of(document: Row) -> Iterator[Row]:
    """All errors in one document."""
    text = SCORER.Text(document["text"])
    gold, found = (
        [one for one in some if one["content"]]
        for some in (document["attributions"], predict(document)["attributions"])
    )
    left = {"gold": list(range(len(gold))), "found": list(range(len(found)))}
    for one, other in _paired(text, gold, found):
        left["gold"].remove(one["number"])
        left["found"].remove(other["number"])
        if not SCORER.sources_agree(one["source"], other["source"]):
            yield _row("source", document, {"gold": gold[one["number"]], "found": found[other["number"]]})
    for number in left["gold"]:
        yield _row("missed", document, {"gold": gold[number]}, near=found)
    for number in left["found"]:
        yield _row("extra", document, {"found": found[number]}, near=gold)


def _paired(text: object, gold: Sequence[Row], found: Sequence[Row]) -> list[tuple[Row, Row]]:
    """The scorer's pairs, each side with the `number` of its attribution."""
    sides = [
        [one | {"number": number} for number, one in enumerate(SCORER.read_attributions(text, some))]
        for some in (gold, found)
    ]
    pairs: list[tuple[Row, Row]] = SCORER.pair_contents(*sides, _ENOUGH)
    return pairs


def _row(kind: str, document: Row, parts: Mapping[str, Row], near: Sequence[Row] | None = None) -> Row:
    text = document["text"]
    one = next(iter(parts.values()))
    start, end = one["content"][0][0], one["content"][-1][1]
    spans = [span for role in ("source", "cue", "content") for span in one[role] or ()]
    first = text.rfind("\n", 0, min(span[0] for span in spans)) + 1
    last = text.find("\n", max(span[1] for span in spans))
    last = len(text) if last < 0 else last
    row = {
        "document": document["id"],
        "error": kind,
        "content": [start, end],
        "context": text[max(first, start - _AROUND) : min(last, end + _AROUND)],
        **{side: _words(text, given) for side, given in parts.items()},
    }
    return row if near is None else row | {"near": [_words(text, o) for o in near if _overlaps(o, first, last)]}


def _overlaps(one: Row, first: int, last: int) -> bool:
    return any(first <= start < last for start, _ in one["content"])


def _words(text: str, one: Row) -> Row:
    return {role: " | ".join(text[a:b] for a, b in one[role] or ()) for role in ("source", "cue", "content")}


def main() -> None:
    """Draw and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    documents = polnear.load(Path(os.environ["ONRECORD_DATA"]), "train").values()
    found = [row for document in documents if is_for_tuning(document["id"]) for row in errors_of(document)]
    for number, row in enumerate(random.Random(options.seed).sample(found, options.count), start=1):
        print(json.dumps({"number": number, "of": len(found), **row}, ensure_ascii=False))


if __name__ == "__main__":
    main()
