"""Rules for years and what is named with them: fiscal years, decades, centuries, quarters, halves, seasons."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from onrecord.model import TimeType
from onrecord.reading import times_words as words
from onrecord.reading.calendar import SEASONS, Grain, Moment
from onrecord.reading.times_cycle import OF_YEAR, YEAR_WORDS, in_year, placed
from onrecord.reading.times_scene import Found, Rule, Scene, dated, part, rule
from onrecord.reading.times_words import SEASON, S
from onrecord.reading.tokens import MODALS, NEGATIVE_MODALS

# "Prices would fall next year."
_BEFORE_VERBS = MODALS | NEGATIVE_MODALS | {"to", "not", "also"}
_SEASON_CUES = ("in", "since", "until", "by", "early", "late", "mid", "during", "for", "through")
_NAMED = r"(?i:first|second|third|fourth|final|1st|2nd|3rd|4th)"
_ORDINAL = rf"(?P<ordinal>{_NAMED})"
_YEAR_CUES = re.compile(
    r"(?:in|since|from|until|till|by|between|and|to|of|before|after|during|through|late|early|mid|year|around|about|for|"
    r"the|a|an|that|fiscal|its|his|her|their|our|my|[’']s|\()$"
)
_COUNTED = re.compile(r"\s*(?:percent|dollars|pounds|euros|people|men|women|children|feet|miles|GMT)\b|-[a-z]")
_MODEL = re.compile(
    r"\s(?:Chevrolet|Chevy|Ford|Honda|Toyota|Nissan|Mazda|Buick|Cadillac|Chrysler|Dodge|Jeep|Pontiac|Plymouth|Mercury"
    r"|Oldsmobile|Lincoln|Volkswagen|VW|Volvo|Saab|Audi|BMW|Mercedes|Porsche|Fiat|Renault|Peugeot|Hyundai|Kia|Subaru)"
    r"(?=\s[A-Z]|\s?[,.;]|\s(?:and|with|that|was|in)\b)"
)
"""What is named by the year it was made for; nothing took place in that year."""
_COUNT_CUES = ("to", "about", "around", "for", "of", "and", "by", "or")
_NOT_COUNTED = re.compile(
    r"\s+(?:to|through|and|or|when|as|the|in|was|were|is|at|by|on|for|with|after|but|from|while|until|that|who|which|had|has|"
    r"election|campaign|season|crash|accord|law|war|treaty|report|budget|results|earnings|levels|elections|figures)\b"
)


def _year(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    number = words.year(match["year"])
    kind = part(match, "kind")
    if match["year"].isdigit() and not kind and not _is_year(number, match, scene):
        return ()
    moment = Moment(Grain.YEAR, date(number, 1, 1))
    interval = f"{number:04}~" if re.search(_NOT_THE_CALENDARS, kind) else None
    return (Found(*match.span(), TimeType.DATE, moment.timex, moment, interval),)


def _short_fiscal(match: re.Match[str], _: Scene) -> tuple[Found, ...]:
    moment = Moment(Grain.YEAR, date(2000 + int(match["short"]), 1, 1))
    return (Found(*match.span(), TimeType.DATE, moment.timex, moment, f"{moment.edtf}~"),)


def _is_year(number: int, match: re.Match[str], scene: Scene) -> bool:
    before, after = scene.before(match.start()), scene.after(match.end())
    cued = bool(_YEAR_CUES.search(before))
    counted = bool(re.match(r"\s+[a-z]", after)) and not _NOT_COUNTED.match(after)
    plural = counted and bool(re.match(r"\s+[a-z]{2,20}s\b", after))
    if _COUNTED.match(after) or _MODEL.match(after) or (plural and (number % 100 == 0 or before in _COUNT_CUES)):
        return False
    return cued and (number >= 1500 or not counted) if number < 1900 else cued or not counted


def _span_of_years(match: re.Match[str], _: Scene) -> tuple[Found, ...]:
    first = int(match["first"])
    last = int(str(first)[: 4 - len(match["last"])] + match["last"])
    if not first < last <= first + 99:
        return ()
    moment = Moment(Grain.YEAR, date(first, 1, 1))
    return (Found(*match.span(), TimeType.DATE, moment.timex, moment, f"{first}/{last}"),)


def _decade(match: re.Match[str], _: Scene) -> tuple[Found, ...]:
    if part(match, "digits"):
        text = match["digits"]
        start = int(text) if len(text) == 4 else 1900 + int(text)
    else:
        start = 1900 + words.TENS[match["word"].lower().removesuffix("ies") + "y"]
    return dated(match.span(), Moment(Grain.DECADE, date(start, 1, 1)), "")


def _century(match: re.Match[str], _: Scene) -> tuple[Found, ...]:
    number = words.ordinal(match["ordinal"])
    if not 1 <= number <= 99 or match["era"]:
        return ()
    return dated(match.span(), Moment(Grain.CENTURY, date(max((number - 1) * 100, 1), 1, 1)), "")


def _quarter(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    half = match["unit"].lower() == "half"
    count = 2 if half else 4
    number = count if match["ordinal"].lower() in ("final", "last") else words.ordinal(match["ordinal"])
    if number > count:
        return ()
    grain, size, letter = (Grain.HALF, 6, "H") if half else (Grain.QUARTER, 3, "Q")
    moment = placed(match, scene, _stretch_of(grain, 1 + (number - 1) * size))
    if half and in_year(match, scene)[0] is None and not match.group(0).lower().endswith("year"):
        return ()
    return dated(match.span(), moment, f"{in_year(match, scene)[1]}-{letter}{number}")


def _season(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    name = match["season"].lower()
    if name in ("fall", "spring") and scene.before(match.start()) in _BEFORE_VERBS:
        return ()
    cued = scene.before(match.start()) in _SEASON_CUES
    cued = cued or (match.group(0).lower().startswith("the") and name not in ("fall", "spring"))
    cued = cued and (name not in ("fall", "spring") or not re.match(r"\s+[a-z]{4,}", scene.after(match.end())))
    if in_year(match, scene)[0] is None and not cued:
        return ()
    moment = placed(match, scene, _stretch_of(Grain.SEASON, words.SEASONS[name]))
    return dated(match.span(), moment, f"{in_year(match, scene)[1]}-{SEASONS[words.SEASONS[name]][0]}")


def _stretch_of(grain: Grain, first: int) -> Callable[[int], Moment | None]:
    return lambda year: Moment(grain, date(year, first, 1))


def _short_quarter(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    number, half = int(match["ordinal"]), match["unit"] == "H"
    if half and number > 2:
        return ()
    grain, size = (Grain.HALF, 6) if half else (Grain.QUARTER, 3)
    make = _stretch_of(grain, 1 + (number - 1) * size)
    moment = make(2000 + int(match["short"])) if part(match, "short") else placed(match, scene, make)
    return dated(match.span(), moment, f"{in_year(match, scene)[1]}-{match['unit']}{number}")


_SORT = r"(?i:fiscal|financial|tax|budget|school|academic)"
_NOT_THE_CALENDARS = rf"{_SORT}|^fy"
_KIND = rf"(?:(?i:the){S})?(?:(?i:fiscal)|(?:{_SORT}{S})?(?i:year)){S}"
_YEARS = r"(?<!\d-)(?P<first>[12]\d{3})[-–/](?P<last>\d\d(?:\d\d)?)(?![-–/\d])"
RULES: tuple[Rule, ...] = (
    rule(rf"(?:{_KIND}|FY\s?)?{_YEARS}", _span_of_years),
    rule(rf"(?:(?i:the){S})?{_YEARS}{S}(?:{_SORT}{S}(?i:year)|(?i:season))", _span_of_years),
    rule(
        rf"(?P<kind>{_KIND})?(?P<year>{YEAR_WORDS})(?![-–/]\d)",
        _year,
    ),
    rule(rf"(?:(?i:the){S})?(?P<year>{words.YEAR}){S}(?P<kind>{_SORT}{S}(?i:year))", _year),
    rule(rf"(?P<kind>FY)\s?(?P<year>{words.YEAR})(?![-–/]\d)", _year),
    rule(r"FY\s?['’]?(?P<short>\d\d)", _short_fiscal),
    rule(rf"(?i:the){S}(?:(?i:early|mid|late)[-\s])?(?P<digits>[3-9]0)s", _decade),
    rule(r"(?<=\d0s\sand\s)(?P<digits>[3-9]0)s", _decade),
    rule(
        r"(?:(?i:the)\s{1,3})?(?:(?i:early|mid|late)[-\s])?(?:(?P<digits>(?:1\d|20)\d0|(?<=['’`])\d0)['’]?s"
        r"|(?P<word>(?i:(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies)))",
        _decade,
    ),
    rule(
        rf"(?:(?i:the){S})?(?:(?i:early|mid|late)[-\s])?(?P<ordinal>\d\d?(?:st|nd|rd|th)|{words.ORDINAL})"
        rf"[-\s](?i:century)(?P<era>{S}(?:BC|B\.C\.|BCE))?",
        _century,
    ),
    rule(
        rf"(?:(?i:the){S})?(?:(?:(?P<year>{words.YEAR})|(?P<shift>(?i:this|last|next)){S}(?i:year)['’]s){S})?"
        rf"(?:(?i:fiscal)[-\s])?{_ORDINAL}[-\s](?:(?i:fiscal){S})?(?P<unit>(?i:quarter|half))s?",
        _quarter,
    ),
    rule(
        rf"(?:(?i:the){S})?(?:(?i:fiscal)[-\s])?(?P<ordinal>(?i:last)|{_NAMED})"
        rf"[-\s](?:(?i:fiscal){S})?(?P<unit>(?i:quarter|half))"
        rf"(?:{S}(?i:of{S}(?:the{S})?(?:fiscal|financial)(?:{S}year)?)(?={S}\d))?"
        rf"(?:{OF_YEAR}|{S}(?i:of{S}the{S}year))",
        _quarter,
    ),
    rule(rf"(?P<unit>Q|H)(?P<ordinal>[1-4])(?:{OF_YEAR}|(?!-[A-Z]))", _short_quarter),
    rule(rf"(?P<ordinal>[1-4])(?P<unit>Q)(?:{OF_YEAR})?", _short_quarter),
    rule(rf"(?P<year>{words.YEAR})[-\s]?(?P<unit>Q|H)(?P<ordinal>[1-4])", _short_quarter),
    rule(rf"(?P<unit>Q|H)(?P<ordinal>[1-4])[-/](?P<year>{words.YEAR})", _short_quarter),
    rule(r"(?P<unit>Q|H)(?P<ordinal>[1-4])\s?['’](?P<short>\d\d)", _short_quarter),
    rule(rf"(?:(?i:the){S})?(?P<season>{SEASON})(?:{OF_YEAR}(?:[-–/]\d\d(?:\d\d)?)?)?", _season),
)
