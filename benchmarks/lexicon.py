"""How many of PolNeAR's cues the cue lexicon knows: those in whose words a head is found.

Rows were added on the train part only. What a head does isn't scored: the set doesn't tell it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks import polnear
from onrecord.reading.cue_heads import head_of


def run(data: Path) -> dict[str, float]:
    """The share of cues with a head, in percent, of each part; FileNotFoundError when it isn't there."""
    return {f"{part} cues with a head": share(cues(polnear.load(data, part))) for part in ("dev", "train")}


def cues(documents: dict[str, dict[str, Any]]) -> Iterator[str]:
    """The words of each cue, its pieces joined; attributions without a cue are left out."""
    for document in documents.values():
        for attribution in document["attributions"]:
            if attribution["cue"]:
                yield " ".join(document["text"][start:end] for start, end in attribution["cue"])


def share(found: Iterator[str]) -> float:
    """How many of the cues have a head, in percent with one decimal."""
    known = [head_of(cue) is not None for cue in found]
    return round(100 * sum(known) / len(known), 1) if known else 0.0
