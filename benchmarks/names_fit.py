"""Fits the table of evidence for names on the train parts of the sets that `benchmarks.names` reads.

Run as `python -m benchmarks.names_fit DATA`; writes `src/onrecord/data/name_evidence.tsv`. Multinomial logistic
regression by stochastic gradient descent with averaging, in plain Python, with a fixed seed. Only weights leave the
data.
"""

from __future__ import annotations

import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.names import READERS, Gold
from onrecord.reading.names import written_small
from onrecord.reading.names_chunks import Chunk, chunks_of
from onrecord.reading.names_kinds import CLASSES, evidence_of, explained
from onrecord.reading.names_words import lines_of

TARGET = Path(__file__).parent.parent / "src" / "onrecord" / "data" / "name_evidence.tsv"
EPOCHS = 12
RATE = 0.1
DECAY = 1e-4
RARE = 25
HEADER = (
    "# A piece of evidence and its weight for a name being a person, an organisation, a place or none; fitted by\n"
    "# benchmarks/names_fit.py on the train parts of CrossNER politics, UNER EWT, re3d and EN-Worldwide.\n"
)

Example = tuple[list[str], int]


def fit(data: Path) -> dict[str, list[float]]:
    """Averaged weights by piece of evidence, one for each class."""
    examples = [
        example for reader in READERS.values() for d in reader(data / "ner", dev=False) for example in _examples(*d)
    ]
    counts = Counter(item for evidence, _ in examples for item in evidence)
    examples = [([item for item in evidence if counts[item] >= RARE], gold) for evidence, gold in examples]
    weights: defaultdict[str, list[float]] = defaultdict(lambda: [0.0] * len(CLASSES))
    sums: defaultdict[str, list[float]] = defaultdict(lambda: [0.0] * len(CLASSES))
    shuffle = random.Random(7)
    for epoch in range(EPOCHS):
        shuffle.shuffle(examples)
        for evidence, gold in examples:
            _step(weights, evidence, gold, RATE / (1 + epoch))
        if epoch >= EPOCHS // 2:
            for item, row in weights.items():
                sums[item] = [a + b for a, b in zip(sums[item], row, strict=True)]
    return {item: [value / (EPOCHS - EPOCHS // 2) for value in row] for item, row in sums.items()}


def _step(weights: Mapping[str, list[float]], evidence: Sequence[str], gold: int, rate: float) -> None:
    totals = [sum(weights[item][column] for item in evidence) for column in range(len(CLASSES))]
    top = max(totals)
    shares = [math.exp(total - top) for total in totals]
    whole = sum(shares)
    for column, share in enumerate(shares):
        gradient = (1.0 if column == gold else 0.0) - share / whole
        for item in evidence:
            weights[item][column] += rate * (gradient - DECAY * weights[item][column])


def _examples(_: str, text: str, gold: Gold) -> Iterator[Example]:
    lines = list(lines_of(text, ()))
    lowered = written_small(lines)
    chunks = [chunk for line in lines if not line[0].loud for chunk in chunks_of(line)]
    spans = dict(sorted(gold))
    labels = {chunk.name: label for chunk in chunks if (label := _label(chunk, spans)) not in (None, "none")}
    tokens = explained({name: label for name, label in labels.items() if label and " " in name})
    for chunk in chunks:
        label = _label(chunk, spans)
        if label is not None:
            own, context = evidence_of(chunk, lowered, tokens)
            yield own + context, CLASSES.index(label)


def _label(chunk: Chunk, spans: Mapping[tuple[int, int], str]) -> str | None:
    """The gold kind, none, or None where gold overlaps without being the same span."""
    start, end = chunk.words[0].start, chunk.words[-1].end
    if (start, end) in spans:
        return spans[start, end]
    return None if any(a < end and start < b for a, b in spans) else "none"


def main() -> None:
    rows = fit(Path(sys.argv[1]))
    table = "".join(
        f"{item}\t" + "\t".join(f"{value:.2f}" for value in row) + "\n" for item, row in sorted(rows.items())
    )
    TARGET.write_text(HEADER + table, encoding="utf-8")


if __name__ == "__main__":
    main()
