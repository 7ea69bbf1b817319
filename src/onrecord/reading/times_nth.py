"""Rules for a stretch counted inside a longer one: "the first week of June", "the last Friday in May".

A week belongs to the month or year in which its Thursday lies, as ISO 8601 has it for years.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.model import TimeType
from onrecord.reading import times_words as words
from onrecord.reading.calendar import MONTHS_IN, Grain, Moment, containing, shift
from onrecord.reading.times_cycle import OF_YEAR, placed
from onrecord.reading.times_scene import REACH, Found, Rule, Scene, dated, part, rule
from onrecord.reading.times_words import MONTH, WEEKDAY, S

LAST = ("last", "final", "closing")
THURSDAY, SATURDAY = 3, 5
_STEPS = {"last": -1, "this": 0, "next": 1, "the": 0}
_ORDINALS = rf"(?:{words.ORDINAL}|{words.any_of(LAST)}|\d\d?(?:st|nd|rd|th))"


def _nth(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    whole = _whole(match, scene)
    weekday = part(match, "weekday")
    unit = Grain.DAY if weekday else Grain(part(match, "unit"))
    if whole is None or MONTHS_IN[whole.grain] <= MONTHS_IN.get(unit, 0):
        return dated(match.span(), None, "XXXX-XX-XX" if unit is Grain.DAY else "XXXX-XX")
    name = part(match, "nth")
    number = -1 if name in LAST else words.ordinal(name) - 1
    moment = _counted(whole, unit, number, words.weekday(weekday) if weekday else None)
    return dated(match.span(), moment, "") if moment else ()


def _whole(match: re.Match[str], scene: Scene) -> Moment | None:
    """The month or year that is counted in."""
    if part(match, "month"):
        number = words.month(match["month"])
        return placed(match, scene, lambda year: Moment(Grain.MONTH, date(year, number, 1)))
    if part(match, "whole_year"):
        return Moment(Grain.YEAR, date(words.year(match["whole_year"]), 1, 1))
    which, grain = part(match, "which"), Grain(part(match, "whole"))
    named = scene.latest(grain, start=match.start(), within=REACH) if which in ("the", "that") else None
    if named or scene.anchor is None:
        return named
    return shift(scene.anchor, grain, _STEPS.get(which, 0))


def _counted(whole: Moment, unit: Grain, number: int, weekday: int | None) -> Moment | None:
    """The moment with that number (from 0; -1 is the last one), or None where the whole has fewer."""
    after = whole.shifted(1)
    if unit is Grain.MONTH:
        moment = shift(whole.first if number >= 0 else _before(after), unit, max(number, 0))
        return moment if moment and after and moment.first < after.first else None
    step = 1 if unit is Grain.DAY and weekday is None else 7
    pivot = {Grain.WEEK: THURSDAY, Grain.WEEKEND: SATURDAY}.get(unit, weekday)
    if number < 0:
        end = _before(after)
        day = end - timedelta(days=0 if pivot is None else (end.weekday() - pivot) % 7)
        return containing(unit, day)
    lead = 0 if pivot is None else (pivot - whole.first.weekday()) % 7
    day = whole.first + timedelta(days=lead + number * step)
    return containing(unit, day) if after is None or day < after.first else None


def _before(after: Moment | None) -> date:
    """The day before a moment; the last one of the calendar before None."""
    return after.first - timedelta(days=1) if after else date.max


def _first_months(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    """Read "the first nine months" with the year that follows: the value is a length, its meaning an interval."""
    whole = _whole(match, scene)
    count = int(words.quantity(match["count"]) or 0)
    last = whole.shifted(1) if whole else None
    span = (match.start(), match.end("unit"))
    interval = None
    if whole and last and 0 < count <= MONTHS_IN[Grain.YEAR]:
        start = 0 if part(match, "nth") not in LAST else MONTHS_IN[Grain.YEAR] - count
        first, end = (shift(whole.first, Grain.MONTH, start + step) for step in (0, count - 1))
        interval = f"{first.edtf}/{end.edtf}" if first and end else None
    return (Found(*span, TimeType.DURATION, f"P{count}M", None, interval),)


_IN_MONTH = rf"(?P<month>{MONTH}){OF_YEAR}?"
_IN_YEAR = rf"(?P<whole_year>{words.YEAR})|(?P<which>(?i:the|this|last|next|that)){S}(?P<whole>(?i:year|month))\b"
_THE = rf"(?:(?i:the){S})?"
RULES: tuple[Rule, ...] = (
    rule(
        rf"{_THE}(?P<nth>{_ORDINALS}){S}(?:(?i:full|trading|working|business){S})?"
        rf"(?:(?P<weekday>{WEEKDAY})|(?P<unit>(?i:day|week|weekend|month))){S}(?i:of|in){S}(?:{_IN_MONTH}|{_IN_YEAR})",
        _nth,
    ),
    rule(
        rf"{_THE}(?P<nth>(?i:first|last|final)){S}(?P<count>{words.SPELLED}|\d{{1,2}}){S}(?P<unit>(?i:months))"
        rf"(?={S}(?i:of|in){S}(?:{_IN_YEAR}))",
        _first_months,
    ),
)
