"""Numbers that name something instead of counting it: dates, clock times, articles, models, scores, phone numbers."""

from __future__ import annotations

import re
from functools import cache

from onrecord.model import Span
from onrecord.reading.quantities_tables import words
from onrecord.reading.quantities_units import currency_letters, currency_signs

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%,.]\d|\d)"
_YEAR = r"(?:1[0-9]|20)\d\d(?![\d,.]\d|\d)"
_MODERN_YEAR = r"(?:1[4-9]|20)\d\d(?![\d,.]\d|\d)"
_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty)\b"
_BEFORE_YEARS = "in|since|until|during|by|before|after"
_BEFORE_HYPHEN = "to|and|or|by|plus|nearly|almost|about|over|magnitude|foot|feet"
_INDICES = "ASX|Hang Seng|Stoxx|Russell|Nikkei|Nasdaq|DAX|CAC|FTSE|Dow"
_DIGITS = r"\d+(?![\d,.]\d)\b"
_NUMBERED = "|".join(re.escape(word) for word in words("numbered_things"))
_SCORED = "|".join(words("scored"))
_BEFORE_DIGITS = r"(?=[^\W\d_]+\.? #?\d)"
_BEFORE_WORD = rf"(?=[^\W\d_]+\.? (?i:{_WORD}))"
"""What follows is looked for before the many words that it may follow."""

LABELS = (
    ("url or address", r"(?:https?://|www\.)\S{1,500}|\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}"),
    ("month and day", rf"\b{_MONTH} {_DAY}(?:\s?(?:-|–|to|and) ?{_DAY}\b)?(?:,? {_YEAR})?"),
    ("day and month", rf"\b{_DAY}(?: of)? {_MONTH}(?: {_YEAR})?"),
    ("month and year", rf"\b{_MONTH},? {_YEAR}"),
    ("date in digits", r"(?<![\d.,])\d{1,4}([-/.])\d{1,2}\1\d{1,4}(?![\d])"),
    ("hour", r"(?<![\d.,$€£])\d{1,2}(?:[:.]?\d\d)?\s?(?i:[ap]\.m\b\.?|[ap]m\b|o['’]clock)"),
    ("clock", r"\b[0-2]?\d:[0-5]\d(?::\d\d)?(?:\.\d+)?"),
    ("clock with zone", r"\b[0-2]\d[0-5]\d(?= (?:GMT|UTC|CET|EST|local time))"),
    ("season", rf"\b{_YEAR} \d\d(?= season\b)"),
    ("span of years", rf"\b{_YEAR}\s?[-–/]\s?(?:{_YEAR}|\d\d\b)"),
    (
        "year named",
        rf"\b(?:A\.?D\.?|BC|years?|mid-|early|late|circa|summer|winter|spring|autumn) {_YEAR}(?: (?:and|or) {_YEAR})?",
    ),
    (
        "year after",
        rf"\b(?i:{_BEFORE_YEARS}) {_MODERN_YEAR}(?:(?:,| and| or| to) {_MODERN_YEAR}){{0,3}}(?! [a-z]+s\b)",
    ),
    ("ordinal or decade", r"(?<![\d.,])\d+(?:st|nd|rd|th)\b|\b\d{2,4}['’]?s\b"),
    ("numbered thing", rf"\b{_BEFORE_DIGITS}(?i:{_NUMBERED}) #?{_DIGITS}"),
    (
        "numbered thing in words",
        rf"\b{_BEFORE_WORD}(?i:(?:{_NUMBERED}) {_WORD})(?! [a-z]+s\b)",
    ),
    ("name with digits", rf"\b(?:Top|Big|Fortune|Group of|Radio|BBC|Euro|No) {_DIGITS}"),
    (
        "name with a number word",
        rf"\b(?:Big|Group of|Radio|BBC) (?i:{_WORD})",
    ),
    ("model or code", rf"\b(?!(?:{_BEFORE_HYPHEN})[-‑])[^\W\d_]+[-‑]\d+[\w.-]*"),
    ("version or network address", r"(?<![\d.,])\d+\.\d+\.\d+[\d.]*"),
    ("phone abroad", r"\+\d[\d ()-]{7,18}\d"),
    ("phone", r"\(\d{3,5}\) ?\d{3,4}[- ]?\d{3,4}|\b\d{3}-(?:\d{3}-)?\d{4}\b|\b0\d{2,4}[ -]\d{3,4}[ -]\d{3,4}\b"),
    ("resolution", r"\b(?:480|720|1080|1440|2160)p\b|(?<![$€£])\b[48]K\b"),
    ("hash", r"#\d+"),
    ("list number", r"(?m)^[ \t]*\(?\d{1,3}[.)](?=\s)"),
    ("date as a name", r"\b(?:9/11|24/7|7/7)\b"),
    ("index", rf"\b(?i:(?:S ?&? ?P(?:/[A-Z]{{2,4}})?|{_INDICES}) \d{{2,4}})\b"),
    (
        "idiom",
        r"\b(?:360-degree|one-off|one-way|two-way|one-on-one|fifty-fifty|50[/-]50)\b",
    ),
    ("one time", r"\bat one (?:point|time|stage)\b"),
    ("score", rf"(?<![\d.,$€£-])\d{{1,3}}[-–]\d{{1,3}}(?= (?:{_SCORED})\b)"),
)
"""Kinds of labels and their patterns, all of bounded reach but for runs of digits and letters, which can't overlap."""


def find_labels(text: str) -> tuple[Span, ...]:
    """The spans of `text` whose numbers aren't quantities."""
    return tuple(match.span() for pattern in _patterns() for match in pattern.finditer(text))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    signs = "|".join(re.escape(sign) for sign in currency_signs())
    large = rf"[{currency_letters()}](?:\d{{1,3}},\d{{3}}|[\d.]{{1,9}}(?:m|bn|b|[ -]?(?:million|billion|trillion))\b)"
    lettered = rf"(?<!\$)\b(?=[^\W\d_]+\d)(?!(?:{signs})\d|k?m[23]\b|{large})[^\W\d_]+\d[\w.]*"
    return tuple(re.compile(pattern) for pattern in (*(pattern for _, pattern in LABELS), lettered))
