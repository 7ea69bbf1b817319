"""Attributions against PolNeAR's dev part: who is given as the source of what, by which cue.

The way is the product's, but that every line is read, titles too, since the set annotates them. Own statements and
quotations whose speaker isn't told are no attributions and left out. `attribution_score` explains the measures.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks import attribution_score, polnear
from benchmarks.attribution_score import ROLES, TYPES
from onrecord.pipeline import read

SCORER: Any = attribution_score
"""An untyped script."""


def run(data: Path, reader: str = "trained") -> dict[str, float]:
    """F1s and accuracy in percent; FileNotFoundError when the data isn't there."""
    gold = polnear.load(data, "dev")
    return figures(SCORER.evaluate(gold, {name: predict(document, reader) for name, document in gold.items()}))


def predict(document: dict[str, Any], reader: str = "trained") -> dict[str, Any]:
    """A document with the attributions that the product finds in it."""
    statements = read(polnear.as_article(document), reader).statements
    found = [polnear.as_attribution(s) for s in statements if s.source or s.cue]
    return {"id": document["id"], "attributions": found}


def figures(report: dict[str, Any]) -> dict[str, float]:
    """The figures that count from the scorer's report."""
    shares = {f"token F1 {role}": report["token"][role]["f1"] for role in ROLES}
    shares |= {f"span F1 {role}": report["span"][role]["exact"]["f1"] for role in ROLES}
    shares |= {f"relation F1 {level}": report["relation"][level]["f1"] for level in ("loose", "strict")}
    shares |= {f"relation F1 loose {kind}": report["by_type"][kind]["loose"]["f1"] for kind in TYPES}
    shares["source accuracy"] = report["source_accuracy"]["all_pairs"] or 0.0
    return {name: round(100 * share, 1) for name, share in shares.items()}
