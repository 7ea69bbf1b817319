"""Rules for dates that are named: days, months, weekdays, holidays."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from onrecord.model import TimeType
from onrecord.reading import times_words as words
from onrecord.reading.calendar import Direction, Grain, Moment, choose, containing, day_of, easter, shift
from onrecord.reading.times_cycle import OF_YEAR, RELATIVE_STEPS, in_year, placed, yearly
from onrecord.reading.times_scene import Found, Rule, Scene, at_clock, dated, part, rule
from onrecord.reading.times_words import DAY_NUMBER, MONTH, SHORT_WEEKDAY, WEEKDAY, S

MONTH_CUES = (
    "in", "since", "until", "till", "by", "of", "from", "to", "and", "or", "late", "early", "mid", "last", "next",
    "this", "for", "through", "between", "during", "before", "after", "on", "every", "each", "the",
)  # fmt: skip
"""The words before a bare "May" or "March" that make it a month."""
ON = ("on", "by", "until", "since", "before", "after")
"""The words before "the 5th" that make it a day of the month."""
SEPTEMBER_11 = Moment(Grain.DAY, date(2001, 9, 11))
"""The one day that news names without its year for good: "the Sept. 11 attacks", "9/11"."""
LEAP_YEAR = 2000
HOLIDAYS: dict[str, Callable[[int], date]] = {
    "new year's day": lambda year: date(year, 1, 1),
    "new year's eve": lambda year: date(year, 12, 31),
    "valentine's day": lambda year: date(year, 2, 14),
    "st. patrick's day": lambda year: date(year, 3, 17),
    "ash wednesday": lambda year: easter(year) - timedelta(days=46),
    "palm sunday": lambda year: easter(year) - timedelta(days=7),
    "good friday": lambda year: easter(year) - timedelta(days=2),
    "easter": easter,
    "easter sunday": easter,
    "easter monday": lambda year: easter(year) + timedelta(days=1),
    "may day": lambda year: date(year, 5, 1),
    "juneteenth": lambda year: date(year, 6, 19),
    "presidents' day": lambda year: _nth_weekday(year, 2, 0, 3),
    "remembrance day": lambda year: date(year, 11, 11),
    "memorial day": lambda year: _nth_weekday(year, 6, 0, 0),
    "independence day": lambda year: date(year, 7, 4),
    "bastille day": lambda year: date(year, 7, 14),
    "labor day": lambda year: _nth_weekday(year, 9, 0, 1),
    "columbus day": lambda year: _nth_weekday(year, 10, 0, 2),
    "halloween": lambda year: date(year, 10, 31),
    "election day": lambda year: _nth_weekday(year, 11, 0, 1) + timedelta(days=1),
    "veterans day": lambda year: date(year, 11, 11),
    "thanksgiving": lambda year: _nth_weekday(year, 11, 3, 4),
    "thanksgiving day": lambda year: _nth_weekday(year, 11, 3, 4),
    "christmas": lambda year: date(year, 12, 25),
    "christmas day": lambda year: date(year, 12, 25),
    "christmas eve": lambda year: date(year, 12, 24),
    "boxing day": lambda year: date(year, 12, 26),
}
"""Moving feasts by the calendar of the country that the name belongs to (Election Day: the United States)."""
AROUND = {"": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE"}
"""What may be named by a holiday ("Easter week"), and its value without a year."""
TUESDAY = 1
"""The last day of the week whose weekend is the one before it: Labor Day is a Monday."""


def _day(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    number = words.month(match["month"])
    spans = {name: match.span(name) for name in ("left", "day", "right") if part(match, name)}
    first, *_, last = [*spans, *spans]
    spans[first] = (match.start(), spans[first][1])
    spans[last] = (spans[last][0], match.end())
    found: list[Found] = []
    for name, span in spans.items():
        day = words.ordinal(match[name])
        if day_of(LEAP_YEAR, number, day) is None:
            return ()
        attacks = (number, day) == (9, 11) and not match["year"] and _ATTACKS.match(scene.text, match.end())
        moment = SEPTEMBER_11 if attacks else placed(match, scene, _day_in(number, day))
        found += dated(span, moment, f"{in_year(match, scene)[1]}-{number:02}-{day:02}")
    return tuple(found)


def _month(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    name = match["month"]
    number = words.month(name)
    bare = in_year(match, scene)[0] is None and not match["shift"]
    if bare and len(name) < 5 and name.lower() not in ("may", "june", "july") and not name.endswith("."):
        return ()
    if bare and name.lower() in ("may", "march") and scene.before(match.start()) not in MONTH_CUES:
        return ()
    moment = placed(match, scene, lambda year: Moment(Grain.MONTH, date(year, number, 1)))
    return dated(match.span(), moment, f"{in_year(match, scene)[1]}-{number:02}")


def _day_in(month: int, day: int) -> Callable[[int], Moment | None]:
    return lambda year: day_of(year, month, day)


def _nine_eleven(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    before = scene.anchor and scene.anchor < SEPTEMBER_11.first
    return () if before else dated(match.span(), SEPTEMBER_11, "")


def _iso(match: re.Match[str], _: Scene) -> tuple[Found, ...]:
    moment = day_of(int(match["year"]), int(match["month"]), int(match["day"]))
    return dated(match.span(), moment, "") if moment else ()


def _of_month(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    """Read "on the 5th" as the nearest such day on the side that the verbs look to."""
    day = words.ordinal(match["day"])
    if scene.before(match.start()) not in ON or not scene.anchor or day_of(LEAP_YEAR, 1, day) is None:
        return ()
    if part(match, "shift"):
        month = shift(scene.anchor, Grain.MONTH, RELATIVE_STEPS[part(match, "shift")])
        return dated(match.span(), month and day_of(month.first.year, month.first.month, day), f"XXXX-XX-{day:02}")
    around = [shift(scene.anchor, Grain.MONTH, step) for step in range(-2, 3)]
    days = [day_of(month.first.year, month.first.month, day) for month in around if month]
    return dated(match.span(), choose(days, scene.anchor, scene.direction(*match.span())), f"XXXX-XX-{day:02}")


def _iso_time(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    return tuple(at_clock(found, match["clock"], match.span()) for found in _iso(match, scene))


def _numeric(match: re.Match[str], _: Scene) -> tuple[Found, ...]:
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    readings = {day_of(year, first, second), day_of(year, second, first)} - {None}
    if match["mark"] == ".":
        readings = {day_of(year, second, first)} - {None}
    if len(readings) == 1:
        return dated(match.span(), readings.pop(), "")
    if not readings:
        return ()
    return (Found(*match.span(), TimeType.DATE, f"{year}-XX-XX", Moment(Grain.YEAR, date(year, 1, 1))),)


def _weekday(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    number = words.weekday(match["weekday"])
    if scene.anchor is None:
        return dated(match.span(), None, f"XXXX-WXX-{number + 1}")
    around = (containing(Grain.DAY, scene.anchor).shifted(step) for step in range(-7, 8))
    days = [moment for moment in around if moment and moment.first.weekday() == number]
    if part(match, "week"):
        week = shift(scene.anchor, Grain.WEEK, RELATIVE_STEPS[part(match, "week")])
        return dated(match.span(), shift(week.first, Grain.DAY, number) if week else None, f"XXXX-WXX-{number + 1}")
    if scene.called_off(*match.span()):
        moment = _nearest(days, scene.anchor)
    else:
        moment = choose(days, scene.anchor, scene.direction(*match.span()))
    return dated(match.span(), moment, f"XXXX-WXX-{number + 1}")


def _each_week(match: re.Match[str], _: Scene) -> tuple[Found, ...]:
    """The Monday of "on Monday and Tuesday nights"."""
    value = f"XXXX-WXX-{words.weekday(match['weekday']) + 1}T{words.DAYPARTS[part(match, 'part')]}"
    return (Found(*match.span(), TimeType.SET, value),)


def _nearest(days: list[Moment], anchor: date) -> Moment | None:
    return min(days, key=lambda day: abs(day.first - anchor), default=None)


def _holiday(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    name = " ".join(match["holiday"].lower().replace("’", "'").split())
    which, around = part(match, "which"), part(match, "around")
    side = Direction(which) if which else scene.direction(*match.span())

    def make(year: int) -> Moment | None:
        return _around(HOLIDAYS[name](year), around)

    named = in_year(match, scene)[0]
    moment = make(named) if named is not None else yearly(make, scene, side)
    return dated(match.span(), moment, AROUND[around])


def _around(day: date, name: str) -> Moment:
    """A holiday, or the week or weekend that is named by it."""
    if name == "weekend" and day.weekday() <= TUESDAY:
        day -= timedelta(days=day.weekday() + 1)
    return containing(Grain(name or "day"), day)


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday of a month; the 0th is the last one of the month before."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


_HOLIDAY = words.any_of(HOLIDAYS).replace("'", "['’]")
_ATTACKS = re.compile(
    r"[’']?\s{1,3}(?:(?i:terror\w{0,6})\s{1,3})?(?i:attack|victim|survivor|hijack|commission|memorial)"
)
_MORE_DAYS = rf"(?:(?:,|,?{S}(?i:and|or)){S}{WEEKDAY}){{1,6}}"
_DASH = r"\s?[-–—]\s?"
RULES: tuple[Rule, ...] = (
    rule(
        rf"(?:{SHORT_WEEKDAY},?{S}(?:(?i:the){S})?|(?P<which>(?i:last|this|next)){S})?"
        rf"(?P<month>{MONTH})\s{{0,3}}(?:(?i:the){S})?(?P<day>{DAY_NUMBER})"
        rf"(?:(?:{_DASH}|{S}(?i:to|through|until){S}|{S}and{S}(?=\d\d?\s?[,.;]))(?P<right>{DAY_NUMBER})(?!\s?[ap]\.?m))?"
        rf"{OF_YEAR}?",
        _day,
    ),
    rule(
        rf"(?:{SHORT_WEEKDAY},?{S}(?:(?i:the){S})?)?"
        rf"(?:(?P<left>{DAY_NUMBER})(?:{_DASH}|{S}(?i:to|and|or|until){S}))?"
        rf"(?:(?i:the){S})?(?P<day>{DAY_NUMBER})(?:{S}(?i:of))?{S}(?P<month>{MONTH}){OF_YEAR}?",
        _day,
    ),
    rule(rf"(?P<month>{MONTH}){OF_YEAR}?", _month),
    rule(rf"(?P<weekday>{WEEKDAY})(?={_MORE_DAYS}{S}(?P<part>(?i:morning|afternoon|evening|night))s\b)", _each_week),
    rule(rf"(?P<weekday>{WEEKDAY})(?:,?{S}(?:(?i:of){S})?(?P<week>(?i:last|this|next)){S}(?i:week))?", _weekday),
    rule(r"(?P<weekday>(?:Tues?|Wed|Thurs?|Fri)\.)(?=\s)", _weekday),
    rule(r"(?P<year>[12]\d{3})-(?P<month>\d\d)-(?P<day>\d\d)", _iso),
    rule(r"(?<![\d/])9/11(?![\d/])", _nine_eleven),
    rule(r"(?P<year>[12]\d{3})/(?P<month>\d\d)/(?P<day>\d\d)", _iso),
    rule(r"(?P<year>[12]\d{3})-(?P<month>\d\d)-(?P<day>\d\d)[T ](?P<clock>[0-2]\d:[0-5]\d)(?::\d\d)?Z?", _iso_time),
    rule(
        rf"(?i:the){S}(?P<day>\d\d?(?:st|nd|rd|th))(?:{S}(?:of{S})?(?P<shift>(?i:this|last|next)){S}month|(?=\s?[.,;)]))",
        _of_month,
    ),
    rule(r"(?P<first>\d\d?)(?P<mark>[/.-])(?P<second>\d\d?)(?P=mark)(?P<year>[12]\d{3})", _numeric),
    rule(
        rf"(?:(?P<which>(?i:last|this|next)){S})?(?P<holiday>{_HOLIDAY})(?!{S}(?:Island|Rising)\b)"
        rf"(?:{S}(?P<around>(?i:week|weekend)))?{OF_YEAR}?",
        _holiday,
    ),
)
