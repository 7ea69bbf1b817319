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
_AROUND = 300
Row = dict[str, Any]


def errors_of(document: Row) -> Iterator[Row]:
    """All errors in one document."""
    text = SCORER.Text(document["text"])
    sides = {"gold": document["attributions"], "found": predict(document)["attributions"]}
    sides = {side: [one for one in some if one["content"]] for side, some in sides.items()}
    tokens = {side: SCORER.read_attributions(text, some) for side, some in sides.items()}
    rest = {side: list(range(len(some))) for side, some in sides.items()}
    for gold, found in SCORER.pair_contents(tokens["gold"], tokens["found"], _ENOUGH):
        pair = {"gold": tokens["gold"].index(gold), "found": tokens["found"].index(found)}
        for side, number in pair.items():
            rest[side].remove(number)
        if not SCORER.sources_agree(gold["source"], found["source"]):
            yield _row("source", document, {side: sides[side][number] for side, number in pair.items()}, {})
    for kind, mine, other in (("missed", "gold", "found"), ("extra", "found", "gold")):
        for number in rest[mine]:
            yield _row(kind, document, {mine: sides[mine][number]}, {"near": sides[other]})


def _row(kind: str, document: Row, parts: Mapping[str, Row], others: Mapping[str, Sequence[Row]]) -> Row:
    text = document["text"]
    one = next(iter(parts.values()))
    start, end = one["content"][0][0], one["content"][-1][1]
    spans = [span for role in ("source", "cue", "content") for span in one[role] or ()]
    first = text.rfind("\n", 0, min(span[0] for span in spans)) + 1
    last = text.find("\n", max(span[1] for span in spans))
    last = len(text) if last < 0 else last
    near = [_words(text, other) for other in others.get("near", ()) if _overlaps(other, first, last)]
    return {
        "document": document["id"],
        "error": kind,
        "content": [start, end],
        "context": text[max(first, start - 3 * _AROUND) : min(last, end + 3 * _AROUND)],
        **{side: _words(text, given) for side, given in parts.items()},
        **({"near": near} if others else {}),
    }


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
