"""Quantity reading against newsquant (news sentences with value, unit and bound or direction; Almasian et al. 2023).

Dev is every third sentence. Values are compared as numbers: ranges by both ends, a one-sided quantity by its only
end. Units are compared by normalised names, a counted noun with the last word of the set's phrase. The set has one
field where we have two, so a direction counts before a bound.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.model import Bound, Quantity
from onrecord.reading.quantities import find_quantities
from onrecord.reading.quantities_nouns import singular

SAME_UNIT = {
    "percent": "percentage",
    "USD": "dollar",
    "EUR": "euro",
    "GBP": "pound sterling",
    "JPY": "japanese yen",
    "CNY": "chinese yuan",
    "MYR": "malaysian ringgit",
    "AUD": "australian dollar",
    "CAD": "canadian dollar",
    "INR": "indian rupee",
    "pound": "pound-mass",
    "pound-foot": "foot pound-force",
    "revolution per minute": "revolutions per minute",
    "person": "people",
    "million british thermal units": "mega british thermal unit",
    "fraction": "percentage",
}
"""Our unit to the set's name for it; everything else is compared as it is."""

ALSO = {
    "year of age": "year",
    "brake horsepower": "horsepower",
    "count per minute": "time per minute",
    "pound-foot": "foot pound-force",
}
"""Names of the set that we don't tell apart from another one."""

LABEL = {Bound.EXACT: "=", Bound.ABOUT: "~", Bound.MORE: ">", Bound.AT_LEAST: ">", Bound.LESS: "<", Bound.AT_MOST: "<"}

Ends = tuple[float, float]


class Entry(NamedTuple):
    """A quantity of the set or of ours in the set's terms."""

    ends: Ends
    unit: str
    label: str


def run(data: Path) -> dict[str, float]:
    """F1 of values, F1 of values with units, and the accuracy of bounds on matched values, on the dev sentences."""
    return score([sentence for index, sentence in enumerate(load(data)) if index % 3 == 0])


def load(data: Path) -> list[dict[str, Any]]:
    path = data / "newsquant" / "dev.json"
    if not path.exists():
        raise FileNotFoundError(f"newsquant is not at {path}: put its dev.json there")
    sentences: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return sentences


def score(sentences: Sequence[dict[str, Any]]) -> dict[str, float]:
    gold_total = found_total = values = units = bounds = 0
    for sentence in sentences:
        gold = [expected(quantity) for quantity in sentence["quantities"]]
        found = [reported(quantity) for quantity in find_quantities(sentence["text"])]
        pairs = matched(gold, found)
        gold_total, found_total, values = gold_total + len(gold), found_total + len(found), values + len(pairs)
        units += sum(same_unit(left.unit, right.unit) for left, right in pairs)
        bounds += sum(left.label == right.label for left, right in pairs)
    return {
        "value F1": _percent(2 * values, gold_total + found_total),
        "value+unit F1": _percent(2 * units, gold_total + found_total),
        "bound accuracy": _percent(bounds, values),
    }


def expected(quantity: dict[str, str]) -> Entry:
    """A quantity as the set gives it."""
    low, _, high = quantity["value"].partition("-")
    return Entry((float(low), float(high or low)), quantity["normalized_unit"], quantity["change"])


def reported(quantity: Quantity) -> Entry:
    """Our quantity in the set's terms."""
    low = quantity.low if quantity.low is not None else quantity.high
    high = quantity.high if quantity.high is not None else quantity.low
    if low is None or high is None:
        raise ValueError(f"a quantity without any end at {quantity.start}")
    label = quantity.change.value if quantity.change else LABEL.get(quantity.bound, "=")
    scale = 100.0 if quantity.unit == "fraction" else 1.0
    return Entry((low * scale, high * scale), quantity.unit or "-", label)


def matched(gold: Sequence[Entry], found: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """Pairs of equal values, each entry used once, equal units first."""
    left = list(found)
    pairs: list[tuple[Entry, Entry]] = []
    for exact in (True, False):
        for entry in [entry for entry in gold if all(entry is not pair[0] for pair in pairs)]:
            same = [
                other
                for other in left
                if _same_ends(entry.ends, other.ends) and (not exact or same_unit(entry.unit, other.unit))
            ]
            if same:
                left.remove(same[0])
                pairs.append((entry, same[0]))
    return pairs


def same_unit(gold: str, found: str) -> bool:
    return _normal(gold) == _normal(found) or _head(gold) == _normal(found)


def _same_ends(gold: Ends, found: Ends) -> bool:
    return all(math.isclose(one, other, rel_tol=1e-6) for one, other in zip(gold, found, strict=True))


def _normal(unit: str) -> str:
    base, _, rate = unit.partition(" per ")
    base = SAME_UNIT.get(base, base) if unit not in SAME_UNIT else SAME_UNIT[unit]
    whole = f"{base} per {rate}" if rate and unit not in SAME_UNIT else base
    return re.sub(r"\s+", " ", ALSO.get(whole, whole)).lower()


def _head(unit: str) -> str:
    """The head of a counted phrase of the set: it keeps modifiers ("heart transplant"), we count by the head."""
    words = unit.split()
    return _normal(singular(words[-1])) if words else ""


def _percent(part: float, whole: float) -> float:
    return round(100 * part / whole, 1) if whole else 0.0
