"""Rules for days counted back from one that is named: "a year ago today", "two weeks ago Friday"."""

from __future__ import annotations

import re
from datetime import date

from onrecord.reading import times_words as words
from onrecord.reading.calendar import DAYS_IN, MONTHS_IN, Grain, Moment, containing, day_of, shift
from onrecord.reading.times_relative import DAYS
from onrecord.reading.times_scene import Found, Rule, Scene, dated, part, rule
from onrecord.reading.times_words import QUANTITY, WEEKDAY, WEEKDAY_NAME, S

HALF_A_WEEK = 3


def _ago(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    _, grain, size = words.UNITS[words.singular(match["unit"])]
    count = words.quantity(match["count"])
    start = _start(match, scene.anchor, grain) if scene.anchor else None
    if not start or not grain or not count or count != int(count):
        return ()
    day = _back(start.first, grain, int(count * size))
    return dated(match.span(), containing(Grain(part(match, "within") or "day"), day), "") if day else ()


def _weekdays_ago(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    """“Two Fridays ago”: the second one back from the publication."""
    count = words.quantity(match["count"])
    if scene.anchor is None or not count or count != int(count) or count < 1:
        return ()
    back = (scene.anchor.weekday() - words.weekday(match["weekday"].removesuffix("s")) - 1) % 7 + 1
    moment = shift(scene.anchor, Grain.DAY, -back - 7 * (int(count) - 1))
    return dated(match.span(), moment, "") if moment else ()


def _start(match: re.Match[str], anchor: date, grain: Grain | None) -> Moment | None:
    """The day that is counted back from. "A week ago Friday" has a Friday gone by, "a year ago Friday" the nearest."""
    if not part(match, "weekday"):
        return shift(anchor, Grain.DAY, DAYS.get(part(match, "day"), 0))
    ahead = (words.weekday(match["weekday"]) - anchor.weekday()) % 7
    latest = 0 if grain is Grain.WEEK else HALF_A_WEEK
    return shift(anchor, Grain.DAY, ahead if ahead <= latest else ahead - 7)


def _back(day: date, grain: Grain, count: int) -> date | None:
    """The same day of the week or month that many weeks, months or years before; None where there is none."""
    if grain in DAYS_IN:
        moment = shift(day, Grain.DAY, -count * DAYS_IN[grain])
    else:
        month = shift(day, Grain.MONTH, -count * MONTHS_IN[grain])
        moment = day_of(month.first.year, month.first.month, day.day) if month else None
    return moment.first if moment else None


RULES: tuple[Rule, ...] = (
    rule(
        rf"(?:(?i:exactly|just){S})?(?P<count>{QUANTITY}){S}(?P<unit>(?i:weeks?|months?|years?|decades?)){S}(?i:ago){S}"
        rf"(?:(?P<weekday>{WEEKDAY})|(?P<day>(?i:yesterday|today|tomorrow))|(?i:this){S}(?P<within>(?i:week|month)))",
        _ago,
    ),
    rule(rf"(?P<count>{QUANTITY}){S}(?P<weekday>{WEEKDAY_NAME}s?){S}(?i:ago)", _weekdays_ago),
)
