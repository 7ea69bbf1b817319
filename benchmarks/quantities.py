"""Quantity reading against newsquant (news sentences with value, unit and bound or direction; Almasian et al. 2023).

Dev is every third sentence. Values are compared as numbers: ranges by both ends, a one-sided quantity by its only
end. Units are compared by normalised names, a counted noun with the last word of the set's phrase. The set has one
field where we have two, so a bound counts before a direction. Where it cuts differently, ours is cut as it does: a
value that goes from one to another is one entry, "one or the other" is two, and "doubled" is none.
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
from onrecord.reading.quantities_tables import load_table

SAME_UNIT = {
    "percent": "percentage",
    "fraction": "percentage",
    "pound": "pound-mass",
    "tonne": "metric ton",
    "light year": "light-year",
    "nautical mile": "mile",
    "nit": "candela per square metre",
    "part per million": "parts-per-million",
    "part per billion": "parts-per-billion",
    "milliampere hour": "milliampere-hour",
    "cubic centimetre": "millilitre",
    "pound-foot": "foot pound-force",
    "revolution per minute": "revolutions per minute",
    "million british thermal units": "mega british thermal unit",
    "time": "count",
    "person": "people",
    "USD": "dollar",
    "EUR": "euro",
    "GBP": "pound sterling",
    "JPY": "japanese yen",
    "CNY": "chinese yuan",
    "CHF": "swiss franc",
    "CAD": "canadian dollar",
    "AUD": "australian dollar",
    "NZD": "new zealand dollar",
    "HKD": "hong kong dollar",
    "SGD": "singapore dollar",
    "KRW": "south korean won",
    "INR": "indian rupee",
    "LKR": "sri lankan rupee",
    "IDR": "indonesian rupiah",
    "MYR": "malaysian ringgit",
    "BDT": "bangladeshi taka",
    "SEK": "swedish krone",
    "NOK": "norwegian krone",
    "DKK": "danish krone",
    "PLN": "polish złoty",
    "CZK": "czech koruna",
    "HUF": "hungarian forint",
    "RUB": "russian ruble",
    "UAH": "ukrainian hryvnia",
    "TRY": "turkish lira",
    "ZAR": "south african rand",
    "KES": "kenyan shilling",
    "GHS": "ghanaian cedi",
    "BRL": "brazilian real",
    "MXN": "mexican peso",
    "ARS": "argentine peso",
    "SAR": "saudi riyal",
    "AED": "united arab emirates dirham",
    "IRR": "iranian rial",
    "BTC": "bitcoin",
}
"""Our unit to the set's name for it (those of its own list of units); everything else is compared as it is."""

ALSO = {
    "year of age": "year",
    "month of age": "month",
    "week of age": "week",
    "day of age": "day",
    "brake horsepower": "horsepower",
    "pound-foot": "foot pound-force",
    "rupee": "indian rupee",
    "barrel of oil": "barrel",
}
"""Names of the set that we don't tell apart from another one."""

LABEL = {Bound.ABOUT: "~", Bound.MORE: ">", Bound.AT_LEAST: ">", Bound.LESS: "<", Bound.AT_MOST: "<"}

ROUNDED = 0.005
"""How far a share in words may be from the set's, which rounds it (a third as 0.33)."""

MULTIPLIED = frozenset(row[1] for row in load_table("vague_numbers.tsv") if row[0] == "multiple")
"""Verbs that the set has no entry for."""

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
        found = entries(sentence["text"], find_quantities(sentence["text"]))
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


def entries(text: str, quantities: Sequence[Quantity]) -> list[Entry]:
    """Our quantities in the set's terms, cut as the set does."""
    found: list[Entry] = []
    last: Quantity | None = None
    for quantity in quantities:
        entry, written = reported(quantity), text[quantity.start : quantity.end].lower()
        if written in MULTIPLIED:
            continue
        if found and last is not None and _goes_on(text, last, quantity):
            found[-1] = entry._replace(ends=(found[-1].ends[0], entry.ends[1]))
        elif quantity.low is not None and entry.ends[0] != entry.ends[1] and " or " in written:
            found += [entry._replace(ends=(end, end)) for end in entry.ends]
        else:
            found.append(entry)
        last = quantity
    return found


def _goes_on(text: str, last: Quantity, quantity: Quantity) -> bool:
    """Whether two quantities are those that a value goes from and to ("from 13.5 to 14 mm")."""
    between = text[last.end : quantity.start]
    moved = text[: last.start].endswith("from ") and between.endswith(" to ") and not set(between) & set(",;.!?")
    return moved and last.unit == quantity.unit


def reported(quantity: Quantity) -> Entry:
    """Our quantity in the set's terms."""
    low = quantity.low if quantity.low is not None else quantity.high
    high = quantity.high if quantity.high is not None else quantity.low
    if low is None or high is None:
        raise ValueError(f"a quantity without any end at {quantity.start}")
    label = LABEL.get(quantity.bound, quantity.change.value if quantity.change else "=")
    return Entry((low, high), quantity.unit or "-", label)


def matched(gold: Sequence[Entry], found: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """Pairs of equal values, each entry used once, equal units first."""
    left = list(found)
    pairs: list[tuple[Entry, Entry]] = []
    for exact in (True, False):
        for entry in [entry for entry in gold if all(entry is not pair[0] for pair in pairs)]:
            same = [
                other
                for other in left
                if _same_ends(entry.ends, other) and (not exact or same_unit(entry.unit, other.unit))
            ]
            if same:
                left.remove(same[0])
                pairs.append((entry, same[0]))
    return pairs


def same_unit(gold: str, found: str) -> bool:
    return _normal(gold) == _normal(found) or _head(gold) == _normal(found)


def _same_ends(gold: Ends, found: Entry) -> bool:
    near = ROUNDED if found.unit == "fraction" else 0.0
    pairs = zip(gold, found.ends, strict=True)
    return all(math.isclose(one, other, rel_tol=1e-6, abs_tol=near) for one, other in pairs)


def _normal(unit: str) -> str:
    parts = [unit] if unit in SAME_UNIT else unit.split(" per ", 1)
    parts = [SAME_UNIT.get(part, part) for part in parts]
    whole = " per ".join(ALSO.get(part, part) for part in parts)
    return re.sub(r"\s+", " ", whole).lower()


def _head(unit: str) -> str:
    """The head of a counted phrase of the set: it keeps modifiers ("heart transplant"), we count by the head."""
    words = unit.split()
    return _normal(singular(words[-1])) if words else ""


def _percent(part: float, whole: float) -> float:
    return round(100 * part / whole, 1) if whole else 0.0
