"""Number words and digits become values: "3.8 billion", "twenty-one", "half a million", "two-thirds", "a few dozen"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from onrecord.reading.quantities_tables import load_table, word_set, words
from onrecord.reading.quantities_tokens import Token


class Style(StrEnum):
    """How a numeral is written; only a `VAGUE` one has a low that differs from its high."""

    DIGITS = "digits"
    WORDS = "words"
    VAGUE = "vague"
    FRACTION = "fraction"


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number as written: its span, its tokens `[first, last)`, and what it spans (None is open)."""

    start: int
    end: int
    first: int
    last: int
    low: float
    high: float | None
    style: Style
    scaled: float = 1.0
    """The scale word's factor, which the first end of a range shares ("40 to 60 million")."""


UNITS = {word: value for value, word in enumerate(words("units"))}
TENS = {word: 10 * n for n, word in enumerate(words("tens"), 2)}
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
SCALES |= {"lakh": 1e5, "crore": 1e7}
SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12}
SHORT_SCALES |= {"mil": 1e6, "mio": 1e6, "tln": 1e12, "t": 1e12}
"""Only straight after digits. A lone `m`, `b` or `t` may also be a unit: callers look at units first."""

PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "tenth": 10}
PARTS |= {"fourth": 4, "ninth": 9, "twelfth": 12, "twentieth": 20, "hundredth": 100, "thousandth": 1000}
GLYPHS = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅛": 1 / 8}

_NUMBER = re.compile(r"[0-9]{0,18}(?:\.[0-9]{1,18})?")
_NOT_DIGITS = re.compile(r"[,\u00a0\u2009\u202f]")
_OF_A_WHOLE = word_set("of_a_whole")
_PORTION_BEFORE = word_set("portion_before")
_SAID_OF_TIME = word_set("said_of_time")
_AFTER_A_PART = frozenset(["of", "more", "less", "fewer", "higher", "lower", "larger", "smaller"])


def read_numeral(tokens: Sequence[Token], first: int, *, short: bool = True) -> Numeral | None:
    """The longest numeral that starts at token `first`, or None; `short` takes letters as scales, too ("5m", "25k")."""
    if first >= len(tokens) or not opens_numeral(tokens[first].lower):
        return None
    if not tokens[first].text[0].isalpha():
        return _digits(tokens, first, short=short)
    for read in (_vague, _half_scale, _fraction, _words):
        found = read(tokens, first)
        if found is not None:
            return found
    return None


def opens_numeral(word: str) -> bool:
    """Whether a numeral may begin with the token, which is in lower case."""
    return not word[0].isalpha() or word in _starters()


def past_and_a_half(tokens: Sequence[Token], at: int) -> int | None:
    """The index after "and a half" or "-and-a-half" at token `at`, or None."""
    for word in ("and", "a", "half"):
        at = _past_hyphen(tokens, at)
        if _lower(tokens, at) != word:
            return None
        at += 1
    return at


def digits_value(text: str) -> float | None:
    """The value of a number in digits with "," or thin spaces between thousands; None for other digits than 0-9."""
    plain = _NOT_DIGITS.sub("", text)
    return float(plain) if plain and _NUMBER.fullmatch(plain) else None


def _numeral(
    tokens: Sequence[Token], first: int, last: int, value: tuple[float, float | None], style: Style
) -> Numeral:
    low, high = value
    start, end = tokens[first].start, tokens[last - 1].end
    return Numeral(start=start, end=end, first=first, last=last, low=low, high=high, style=style)


def _lower(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def _touching(tokens: Sequence[Token], at: int) -> bool:
    """Whether token `at` stands straight after the one before it."""
    return 0 < at < len(tokens) and tokens[at].start == tokens[at - 1].end


def _past_hyphen(tokens: Sequence[Token], at: int) -> int:
    """The index after a hyphen that joins two words at `at`, or `at`."""
    joined = _lower(tokens, at) == "-" and _touching(tokens, at) and _touching(tokens, at + 1)
    return at + 1 if joined else at


@cache
def _starters() -> frozenset[str]:
    vague = {phrase[0] for role in ("times", "alone") for phrase in _vague_table(role)}
    return frozenset(vague | UNITS.keys() | TENS.keys() | {"half", "a", "an"})


@cache
def _vague_table(role: str) -> dict[tuple[str, ...], tuple[float, float | None]]:
    rows = [row for row in load_table("vague_numbers.tsv") if row[0] == role]
    rows.sort(key=lambda row: -len(row[1].split()))
    return {tuple(row[1].split()): (float(row[2]), float(row[3]) if row[3:] and row[3] else None) for row in rows}


def _matched(tokens: Sequence[Token], first: int, role: str) -> tuple[int, tuple[float, float | None]] | None:
    window = tuple(token.lower for token in tokens[first : first + 4])
    for phrase, span in _vague_table(role).items():
        if window[: len(phrase)] == phrase:
            return first + len(phrase), span
    return None


def _vague(tokens: Sequence[Token], first: int) -> Numeral | None:
    many = _matched(tokens, first, "times")
    if many is not None:
        at, (low, high) = many
        factor, last = _scale(tokens, at)
        if last > at:
            span = (low * factor, high * factor if high is not None else None)
            return _numeral(tokens, first, last, span, Style.VAGUE)
    alone = _matched(tokens, first, "alone")
    return None if alone is None else _numeral(tokens, first, alone[0], alone[1], Style.VAGUE)


def _scale(tokens: Sequence[Token], at: int) -> tuple[float, int]:
    """The product of the scale words from token `at` on, and the token after them."""
    factor = 1.0
    for _ in range(2):
        word = _past_hyphen(tokens, at)
        if _lower(tokens, word) not in SCALES:
            break
        factor *= SCALES[_lower(tokens, word)]
        at = word + 1
    return factor, at


def _fraction(tokens: Sequence[Token], first: int) -> Numeral | None:
    word = _lower(tokens, first)
    if word == "half":
        whole = _lower(tokens, first + 1) in _OF_A_WHOLE and _lower(tokens, first - 1) not in _SAID_OF_TIME
        portion = whole or (
            _lower(tokens, first - 1) in _PORTION_BEFORE and _lower(tokens, first + 1) not in {"a", "-"}
        )
        return _numeral(tokens, first, first + 1, (0.5, 0.5), Style.FRACTION) if portion else None
    count = 1 if word in {"a", "one"} else UNITS.get(word, 0)
    at = _past_hyphen(tokens, first + 1)
    part = _lower(tokens, at)
    hyphened = at > first + 1
    if count == 1:
        limited = _lower(tokens, first - 1) in _PORTION_BEFORE and not _lower(tokens, at + 1)[:1].isalpha()
        beside = limited or _lower(tokens, at + 1) in _AFTER_A_PART or _lower(tokens, first - 1) == "by"
        fits = part in PARTS and (hyphened or beside)
    else:
        fits = 1 < count < 10 and part.endswith("s") and part[:-1] in PARTS
    if not fits or (part == "half" and count != 1):
        return None
    value = count / PARTS[part if count == 1 else part[:-1]]
    return _numeral(tokens, first, at + 1, (value, value), Style.FRACTION)


def _half_scale(tokens: Sequence[Token], first: int) -> Numeral | None:
    """Read "half a million", "a quarter of a million" and "a hundred"."""
    here = tuple(_lower(tokens, first + n) for n in range(5))
    starts: tuple[tuple[tuple[str, ...], float], ...] = (
        (("half", "a"), 0.5),
        (("half", "-"), 0.5),
        (("half",), 0.5),
        (("a", "half"), 0.5),
        (("a", "quarter"), 0.25),
        (("a", "quarter", "of", "a"), 0.25),
        (("a", "half", "-"), 0.5),
        (("a",), 1.0),
        (("an",), 1.0),
    )
    for start, share in starts:
        if here[: len(start)] == start and here[len(start)] in SCALES:
            factor, last = _scale(tokens, first + len(start))
            value, last = _and_a_half(tokens, last, share, factor)
            return replace(_numeral(tokens, first, last, (value, value), Style.WORDS), scaled=factor)
    return None


def _and_a_half(tokens: Sequence[Token], at: int, count: float, factor: float) -> tuple[float, int]:
    """Count "a million and a half" as 1.5 million."""
    last = past_and_a_half(tokens, at)
    return (count * factor, at) if last is None else ((count + 0.5) * factor, last)


def _digits(tokens: Sequence[Token], first: int, *, short: bool) -> Numeral | None:
    value = GLYPHS.get(tokens[first].text)
    style = Style.DIGITS if value is None else Style.FRACTION
    value = digits_value(tokens[first].text) if value is None else value
    if value is None:
        return None
    if (slashed := _slashed(tokens, first)) is not None:
        return slashed
    at = first + 1
    if _lower(tokens, at) in GLYPHS:
        value, at = value + GLYPHS[tokens[at].text], at + 1
    elif (part := _slashed(tokens, at)) is not None and not _touching(tokens, at):
        value, at = value + part.low, part.last
    factor, last = _scale(tokens, at)
    letters = _lower(tokens, at)
    if short and last == at and letters in SHORT_SCALES and (len(letters) > 1 or _touching(tokens, at)):
        factor, last = SHORT_SCALES[letters], at + 1
    value = float(f"{value * factor:.15g}")
    start, end = tokens[first].start, tokens[last - 1].end
    style = Style.DIGITS if factor != 1 else style
    return Numeral(start=start, end=end, first=first, last=last, low=value, high=value, style=style, scaled=factor)


def _slashed(tokens: Sequence[Token], first: int) -> Numeral | None:
    """Read "3/4"; dates and names such as 9/11 and 24/7 stay out."""
    parts = tokens[first : first + 3]
    if len(parts) < 3 or parts[1].text != "/" or not all(_touching(tokens, first + n) for n in (1, 2)):
        return None
    top, bottom = digits_value(parts[0].text), digits_value(parts[2].text)
    if top is None or bottom not in {2, 3, 4, 5, 8} or top >= bottom or _lower(tokens, first + 3) == "/":
        return None
    return _numeral(tokens, first, first + 3, (top / bottom, top / bottom), Style.FRACTION)


def _words(tokens: Sequence[Token], first: int) -> Numeral | None:
    total, group, at, factor = 0.0, None, first, 1.0
    while at < len(tokens):
        word = _past_hyphen(tokens, at) if at > first else at
        if _lower(tokens, word) == "and" and group is not None and group >= 100 and _small(tokens, word + 1):
            word += 1
        name = _lower(tokens, word)
        if name in SCALES and group is not None:
            factor = SCALES[name]
            total, group = _multiplied(total, group, factor)
        elif (fits := _next_small(name, group)) is not None:
            group, factor = fits, 1.0
        else:
            break
        at = word + 1
        if factor > 1 and group == 0 and not _small(tokens, at) and _lower(tokens, at) not in SCALES:
            break
    if group is None:
        return None
    value, at = _half_after(tokens, at, total + group) if factor == 1 else (total + group, at)
    start, end = tokens[first].start, tokens[at - 1].end
    return Numeral(start=start, end=end, first=first, last=at, low=value, high=value, style=Style.WORDS, scaled=factor)


def _multiplied(total: float, group: float, factor: float) -> tuple[float, float]:
    """What is read so far times a scale word: the group before it, or all of it ("three lakh crore")."""
    if group == 0 and total:
        return total * factor, 0.0
    return (total, group * factor) if factor < 1e3 else (total + group * factor, 0.0)


def _small(tokens: Sequence[Token], at: int) -> bool:
    return _lower(tokens, at) in UNITS or _lower(tokens, at) in TENS


def _next_small(word: str, group: float | None) -> float | None:
    """The group's value with a unit or ten added to it, or None where the words don't make one number."""
    value = UNITS.get(word, TENS.get(word))
    if value is None or group is None:
        return value
    if group == 0 or (group >= 100 and group % 100 == 0):
        return group + value
    if group % 10 == 0 and group % 100 >= 20 and value < 10:
        return group + value
    return None


def _half_after(tokens: Sequence[Token], at: int, value: float) -> tuple[float, int]:
    """Add the half of "two and a half million", and the scale that may follow it."""
    half = past_and_a_half(tokens, at)
    if half is None:
        return value, at
    factor, last = _scale(tokens, half)
    return (value + 0.5) * factor, last
