"""The English words of time, and the pattern fragments made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.reading.calendar import Grain

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb", "febr"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tues", "tue"),
            ("wednesday", "wed"),
            ("thursday", "thurs", "thur", "thu"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        )
    )
    for name in names
}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""First month of each, in the north; only the code of the season is ever shown."""
DAYPARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "overnight": "NI"}
CLOCK_WORDS = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"} | {
    f"mid{hyphen}{part}": DAYPARTS[part] for part in ("morning", "afternoon") for hyphen in ("-", "")
}
DIGITS = {
    word: value
    for value, word in enumerate(
        ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
         "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
    )
}  # fmt: skip
TENS = {
    word: value * 10
    for value, word in enumerate(
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), start=2
    )
}  # fmt: skip
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
QUANTIFIERS: dict[str, float] = {
    "a": 1, "an": 1, "another": 1, "a single": 1, "an additional": 1, "half a": 0.5, "half an": 0.5,
    "a half": 0.5, "half": 0.5,
    "a couple of": 2, "couple of": 2, "couple": 2, "a pair of": 2, "a dozen": 12, "half a dozen": 6,
}  # fmt: skip
VAGUE = (
    "a few", "few", "several", "many", "some", "a number of", "dozens of", "hundreds of", "thousands of",
    "a handful of", "countless", "numerous", "a good many",
)  # fmt: skip
ORDINALS = {
    word: value
    for value, word in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
         "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
         "twentieth"),
        start=1,
    )
}  # fmt: skip
ORDINALS |= {
    f"{tens}-{unit}": number + value
    for tens, number, last in (("twenty", 20, 9), ("thirty", 30, 1))
    for unit, value in list(ORDINALS.items())[:last]
} | {"thirtieth": 30}
UNITS: dict[str, tuple[str, Grain | None, int]] = {
    "second": ("PT{}S", None, 1),
    "minute": ("PT{}M", None, 1),
    "hour": ("PT{}H", None, 1),
    "day": ("P{}D", Grain.DAY, 1),
    "night": ("P{}D", Grain.DAY, 1),
    "weekend": ("P{}WE", Grain.WEEKEND, 1),
    "week": ("P{}W", Grain.WEEK, 1),
    "fortnight": ("P{}W", Grain.WEEK, 2),
    "month": ("P{}M", Grain.MONTH, 1),
    "quarter": ("P{}Q", Grain.QUARTER, 1),
    "year": ("P{}Y", Grain.YEAR, 1),
    "decade": ("P{}Y", Grain.YEAR, 10),
    "century": ("P{}Y", Grain.YEAR, 100),
    "millennium": ("P{}Y", Grain.YEAR, 1000),
}
"""Singular -> TIMEX3 pattern, the grain it is counted in, and how many of it."""
VAGUE_CODES = {"decade": "PXDE", "century": "PXCE", "millennium": "PXML"}
PLURALS = {"centuries": "century", "millennia": "millennium", "millenniums": "millennium"}
ADVERB_SETS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "biweekly": "P2W",
    "monthly": "P1M", "quarterly": "P1Q", "annually": "P1Y", "yearly": "P1Y",
}  # fmt: skip
REFERENCES = {
    "PRESENT_REF": (
        "now", "right now", "currently", "current", "at present", "presently", "at the moment", "these days",
        "nowadays", "at this time", "at this moment", "this moment", "for the time being",
    ),
    "PAST_REF": (
        "recently", "more recently", "most recently", "the past", "lately",
        "in the recent past", "recent days", "recent weeks", "recent months", "recent years", "in years past",
        "past years", "the distant past", "the recent past", "recent decades", "recent quarters", "then current",
        "then-current",
    ),
    "FUTURE_REF": (
        "soon", "the future", "the near future", "the foreseeable future", "the coming days", "the coming weeks",
        "the coming months", "the coming years", "coming days", "coming weeks", "coming months", "coming years",
        "the days ahead", "the weeks ahead", "the months ahead", "the years ahead", "a later date",
        "the short term", "the immediate future", "the not too distant future",
    ),
}  # fmt: skip


def any_of(words: Iterable[str], *, fold: bool = True) -> str:
    """A group that matches any of the words, longest first; blanks stand for any white space."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    inner = "|".join(re.escape(word).replace(r"\ ", S) for word in ordered)
    return f"(?i:{inner})" if fold else f"(?:{inner})"


def _cased(names: Iterable[str]) -> str:
    return any_of({form for name in names for form in (name.capitalize(), name.upper())}, fold=False)


S = r"\s{1,3}"
_FULL_MONTHS = [name for name in MONTHS if len(name) > 4 or name in ("may", "june", "july")]
_SHORT_MONTHS = [name for name in MONTHS if name not in ("may", "june", "july") and len(name) <= 4]
MONTH = rf"(?:{_cased(_FULL_MONTHS)}\b|{_cased(_SHORT_MONTHS)}\b\.?)"
WEEKDAY_NAME = _cased(name for name in WEEKDAYS if name.endswith("day"))
WEEKDAY = rf"{WEEKDAY_NAME}\b"
SHORT_WEEKDAY = rf"(?:{_cased(WEEKDAYS)}\b\.?)"
ORDINAL = any_of(ORDINALS).replace(r"\-", r"[-\s]")
DAY_NUMBER = rf"(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|:\d|%|[.,]\d)\b|{ORDINAL}\b)"
_ONES = any_of(list(DIGITS)[1:10])
_SMALL = any_of(DIGITS)
_TENS = any_of(TENS)
_AND_A_HALF = r"(?:[-\s](?i:and)[-\s](?i:a)[-\s](?i:half))"
SPELLED = rf"(?:{_TENS}(?:[-\s]{_ONES})?|{_SMALL})"
YEAR = r"(?:1\d\d\d|20\d\d)(?![\d%]|[.,]\d)\b"
SPELLED_YEAR = (
    rf"(?:(?i:nineteen|eighteen|seventeen|twenty){S}(?:{_TENS}(?:[-\s]{_ONES})?|(?i:ten|eleven|twelve|\w{{3,5}}teen))"
    rf"|(?i:two{S}thousand)(?:{S}(?i:and{S})?{SPELLED})?)\b"
)
NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d\d\d)+|\d{{1,6}}(?:\.\d)?(?:{S}\d/\d)?|(?:(?i:a){S})?(?i:hundred|thousand)"
    rf"|{SPELLED}(?:{_AND_A_HALF}|{S}(?i:hundred|thousand|million))?)"
)
QUANTITY = rf"(?:{any_of(QUANTIFIERS)}|{any_of(VAGUE)}|{NUMBER})"
UNIT = (
    r"(?i:seconds?|minutes?|hours?|days?|nights?|weekends?|weeks?|fortnights?|months?|quarters?|years?"
    r"|decades?|centur(?:y|ies)|millenni(?:um|a))\b"
)
ABOUT = (
    r"(?i:about|around|almost|nearly|over|more\s{1,3}than|less\s{1,3}than|fewer\s{1,3}than|at\s{1,3}least"
    r"|at\s{1,3}most|up\s{1,3}to|no\s{1,3}more\s{1,3}than|roughly|some|approximately|just\s{1,3}over|just\s{1,3}under)"
)
SEASON = any_of(SEASONS) + r"\b"


def month(word: str) -> int:
    """1-12."""
    return MONTHS[word.lower().rstrip(".")]


def weekday(word: str) -> int:
    """0-6, Monday first."""
    return WEEKDAYS[word.lower().rstrip(".")]


def singular(unit: str) -> str:
    """The key of a unit in `UNITS`."""
    unit = unit.lower()
    return PLURALS.get(unit, unit.removesuffix("s") if unit not in UNITS else unit)


def quantity(words: str) -> float | None:
    """What a `QUANTITY` says; None for a vague one."""
    words = " ".join(words.lower().split())
    if words in VAGUE:
        return None
    if words in QUANTIFIERS:
        return QUANTIFIERS[words]
    if words[0].isdigit():
        whole, _, part = words.partition(" ")
        return float(whole.replace(",", "")) + (int(part[0]) / int(part[2]) if part and part[2] != "0" else 0)
    return spelled(words) + (0.5 if words.endswith("half") else 0)


def spelled(words: str) -> int:
    """The value of a number written in words ("twenty-four", "two thousand"); unknown words count nothing."""
    total = 0
    for word in re.split(r"[-\s]+", words.lower()):
        if word in SCALES:
            total = max(total, 1) * SCALES[word]
        else:
            total += DIGITS.get(word, TENS.get(word, 0))
    return total


def year(words: str) -> int:
    """A year in digits or words ("nineteen ninety-six")."""
    if words.isdigit():
        return int(words)
    if "thousand" in words.lower():
        return spelled(words)
    century, _, rest = " ".join(words.lower().split()).partition(" ")
    return spelled(century) * 100 + spelled(rest)


def ordinal(word: str) -> int:
    """The value of "3", "3rd" or "third"."""
    digits = re.match(r"\d+", word)
    return int(digits.group()) if digits else ORDINALS["-".join(word.lower().split())]
