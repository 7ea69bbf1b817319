"""Units and currencies around a number as written, and their canonical names (`kilometre`, `EUR`, `USD per barrel`)."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from onrecord.reading.quantities_nouns import singular
from onrecord.reading.quantities_tables import load_table, word_set


class Measure(NamedTuple):
    """A unit as written at `[start, end)`, its canonical name and its kind ("length", "money", …)."""

    start: int
    end: int
    unit: str
    kind: str


RATE_NOUNS = (
    "second minute hour day night week month quarter year share unit person head piece barrel tonne ton gallon "
    "litre liter kilo kilometre mile pound pop time bottle ticket ounce acre hectare game match plate piece dose trip "
    "ride shot customer employee household passenger student pupil child worker patient night bushel gram kilogram cent"
)
"""What may follow "a" in a rate ("3,500 dollars a month"); after "per" any word may."""

MONEY_CUES = word_set("money_cues")
"""Words near "500 pounds" that make them money, as a scale of a million does; otherwise they are a mass."""

TOUCHED = {"C": ("celsius", "temperature"), "F": ("fahrenheit", "temperature"), "in": ("inch", "length")}
TOUCHED |= dict.fromkeys('"”″', ("inch", "length"))
"""What may stand straight after digits ("35C", "13in"); quotation marks after decimals only."""

TOUCHING = frozenset(["PS", "Ft", "R", "N", "Sh", "Shs", "SR", "TL", "Bs", "DM", "ALL", "TRY", "TOP"])
"""Signs that must stand straight before the number: apart from it they may be words or initials."""

_AMBIGUOUS_POUND = "pound"
_DOUBTFUL = frozenset(["won", "sterling", "lei", "kip", "soles", "leva", "lek", "kina"])
_LARGE = 1000
_TOUCHED = re.compile(r"(?<=\d)(?:[CF]|in)(?![\w-])|(?<=\.\d)[\"”]|(?<=\d)″")
_OBJECTS = frozenset(["the", "a", "an", "their", "his", "her", "its", "seats", "prizes", "medals", "praise"])
_BEFORE = 8
_PER = re.compile(r"\sper\s|\s?/\s?")
_RATE = re.compile(r"(?:\sper\s|\s?/\s?)([^\W\d_]+(?: (?:foot|metre|meter|mile|kilometre|inch)\b)?)(?![^\W_])")
_RATE_A = re.compile(
    rf"[\s-]an?[ -]({'|'.join(RATE_NOUNS.split())})\b(?! (?:earlier|ago|later|before|after|old)\b)",
    re.IGNORECASE,
)


def unit_at(text: str, position: int) -> Measure | None:
    """The unit or currency written at `position`, or after one space or hyphen there, with its rate if it has one."""
    gap = 1 if text[position : position + 1] in {" ", "-", "\u00a0", "\u202f"} else 0
    start = position + gap
    if not gap and (touched := _TOUCHED.match(text, start)) is not None:
        return Measure(start, touched.end(), *TOUCHED[touched.group()])
    symbol, word = _symbols().match(text, start), _words().match(text, start)
    found = max(filter(None, (symbol, word)), key=lambda match: match.end(), default=None)
    if found is None:
        return None
    unit, kind = _canonical()[found.group() if found is symbol else _plain(found.group())]
    return with_rate(text, Measure(start, found.end(), unit, kind))


def currency_before(text: str, position: int, *, scaled: bool = True) -> Measure | None:
    """The currency sign that ends at `position` or one space before it; a letter needs a `scaled` number ("R40m")."""
    end = position - 1 if text[position - 1 : position] in {" ", "\u00a0"} and position else position
    for sign, code in _signs_by_end().get(text[end - 1 : end], ()):
        start = end - len(sign)
        if start < 0 or text[start:end] != sign:
            continue
        apart = not (sign[0].isalpha() and text[start - 1 : start].isalnum() and start)
        if apart and (end == position or sign not in TOUCHING) and (len(sign) > 1 or not sign.isalpha() or scaled):
            return Measure(start, end, code, "money")
    return None


def with_rate(text: str, measure: Measure) -> Measure:
    """`measure`, extended by "per barrel", "a month" or "/km" after it."""
    per = _PER.match(text, measure.end)
    long = _words().match(text, per.end()) if per is not None else None
    if long is not None and " " in long.group():
        known = _canonical()[_plain(long.group())][0]
        return Measure(measure.start, long.end(), f"{measure.unit} per {known}", measure.kind)
    found = _RATE.match(text, measure.end) or _RATE_A.match(text, measure.end)
    if found is None or (not measure.kind and "/" in found.group()) or found.group(1).lower() == "cent":
        return measure
    word = found.group(1).lower()
    known = _canonical().get(_plain(word), (singular(word), ""))[0]
    return Measure(measure.start, found.end(), f"{measure.unit} per {known}", measure.kind)


def is_money(text: str, measure: Measure, value: float) -> bool:
    """Whether a "pound" is the currency: by its size, or by a word for money in the text before it."""
    if measure.unit != _AMBIGUOUS_POUND:
        return measure.kind == "money"
    nearby = text[max(0, measure.start - 60) : measure.start].lower().split()[-_BEFORE:]
    return value >= 1e6 or not MONEY_CUES.isdisjoint(nearby)


def is_likely(text: str, measure: Measure, value: float) -> bool:
    """Whether a unit's name that is also another word means the unit: the number is large and the clause ends there."""
    if text[measure.start : measure.end].lower() not in _DOUBTFUL:
        return True
    after = text[measure.end : measure.end + 12].split()
    return value >= _LARGE and (not after or after[0] not in _OBJECTS)


def currency_signs() -> tuple[str, ...]:
    """Signs of letters that stand straight before digits ("RM79", "EUR5m"), single letters left out."""
    return tuple(sign for sign, _ in _signs() if sign.isalpha() and len(sign) > 1)


def currency_letters() -> str:
    """Letters that are signs before large numbers ("R40m")."""
    return "".join(sign for sign, _ in _signs() if sign.isalpha() and len(sign) == 1 and sign.isascii())


def _plain(word: str) -> str:
    return " ".join(word.lower().replace("-", " ").split())


@cache
def _canonical() -> dict[str, tuple[str, str]]:
    """Every form, plural words too, to its unit and kind."""
    forms: dict[str, tuple[str, str]] = {}
    for unit, kind, words, symbols in _rows():
        for word in filter(None, words.split("|")):
            forms[_plain(word)] = forms[_plural(_plain(word))] = (unit, kind)
        forms.update((symbol, (unit, kind)) for symbol in filter(None, symbols.split("|")))
    forms.update((sign, (code, "money")) for sign, code in _signs() if not sign.isalnum())
    return forms | {code: (code, "money") for _, code in _signs()}


def _rows() -> list[tuple[str, str, str, str]]:
    units = [(row[0], row[1], row[2], row[3] if row[3:] else "") for row in load_table("units.tsv")]
    return units + [(row[0], "money", row[1], "") for row in load_table("currencies.tsv")]


def _plural(word: str) -> str:
    return word if word.endswith(("s", "z", "feet")) else word + "s"


@cache
def _words() -> re.Pattern[str]:
    forms = {_plain(word) for row in _rows() for word in row[2].split("|") if word}
    ordered = sorted(forms | {_plural(form) for form in forms}, key=lambda form: (-len(form), form))
    pattern = "|".join(re.escape(form).replace(r"\ ", "[ -]") for form in ordered)
    return re.compile(rf"(?:{pattern})(?![^\W_])", re.IGNORECASE)


@cache
def _symbols() -> re.Pattern[str]:
    codes = [row[0] for row in load_table("currencies.tsv")]
    symbols = [symbol for row in _rows() for symbol in row[3].split("|") if symbol]
    signs = [sign for sign, _ in _signs() if not sign[0].isalpha() and len(sign) == 1]
    ordered = sorted({*codes, *symbols, *signs}, key=lambda form: (-len(form), form))
    units = "|".join(re.escape(form) for form in ordered if form not in {"x", "×"})
    return re.compile(rf"(?:{units})(?![^\W_])(?!['’]\w)|(?<=\d)[x×](?!\w)|(?<=[ \u00a0])[x×](?!\w| ?\d)")


@cache
def _signs_by_end() -> dict[str, list[tuple[str, str]]]:
    by_end: dict[str, list[tuple[str, str]]] = {}
    for sign, code in _signs():
        by_end.setdefault(sign[-1], []).append((sign, code))
    return by_end


@cache
def _signs() -> tuple[tuple[str, str], ...]:
    pairs = [(sign, row[0]) for row in load_table("currencies.tsv") for sign in row[2].split("|")]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))
