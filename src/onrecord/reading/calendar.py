"""Stretches of the calendar of one grain, their TIMEX3 values and EDTF dates.

EDTF (ISO 8601-2) has no weeks: a week or weekend is written as the interval of its days. Seasons and quarters are the
sub-year codes 21-24 and 33-36, halves 40-41, so that nobody has to guess in which months a summer lies.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Grain(StrEnum):
    """How long a moment is."""

    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    SEASON = "season"
    MONTH = "month"
    WEEK = "week"
    WEEKEND = "weekend"
    DAY = "day"


class Direction(StrEnum):
    """On which side of the publication date a named moment lies; `LAST` and `NEXT` leave the current one out."""

    LAST = "last"
    PAST = "past"
    THIS = "this"
    FUTURE = "future"
    NEXT = "next"


MONTHS_IN = {
    Grain.CENTURY: 1200,
    Grain.DECADE: 120,
    Grain.YEAR: 12,
    Grain.HALF: 6,
    Grain.QUARTER: 3,
    Grain.SEASON: 3,
    Grain.MONTH: 1,
}
DAYS_IN = {Grain.WEEK: 7, Grain.WEEKEND: 7, Grain.DAY: 1}
SEASON_START = 2
"""Spring starts with March, counted from 0; a winter belongs to the year in which it starts."""
SEASONS = {3: ("SP", 21), 6: ("SU", 22), 9: ("FA", 23), 12: ("WI", 24)}
"""First month -> TIMEX3 code, EDTF code."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of one grain that begins on `first` (of a weekend: its Saturday)."""

    grain: Grain
    first: date

    @property
    def timex(self) -> str:
        """The TIMEX3 value, in the precision of the grain."""
        return _TIMEX[self.grain](self.first)

    @property
    def edtf(self) -> str:
        """The EDTF date, or interval of days for weeks and weekends."""
        if self.grain in (Grain.WEEK, Grain.WEEKEND):
            return "/".join(self.ends)
        return _EDTF[self.grain](self.first)

    @property
    def ends(self) -> tuple[str, str]:
        """What stands on either side of the slash when an EDTF interval begins or ends with this moment."""
        if self.grain not in (Grain.WEEK, Grain.WEEKEND):
            return self.edtf, self.edtf
        length = 6 if self.grain is Grain.WEEK else 1
        last = self.first + timedelta(days=min(length, (date.max - self.first).days))
        return self.first.isoformat(), last.isoformat()

    def shifted(self, count: int) -> Moment | None:
        """The moment `count` steps of its grain later; None outside the years 1 to 9999."""
        return shift(self.first, self.grain, count)


def containing(grain: Grain, day: date) -> Moment:
    """The moment of that grain that a day lies in; on a weekday, the weekend at the end of its week."""
    if grain is Grain.DAY:
        return Moment(grain, day)
    if grain is Grain.WEEK:
        return Moment(grain, day - timedelta(days=min(day.weekday(), day.toordinal() - 1)))
    if grain is Grain.WEEKEND:
        ordinal = min(day.toordinal() + 5 - day.weekday(), date.max.toordinal())
        return Moment(grain, date.fromordinal(max(ordinal, 1)))
    offset = SEASON_START if grain is Grain.SEASON else 0
    size = MONTHS_IN[grain]
    months = (day.year * 12 + day.month - 1 - offset) // size * size + offset
    return Moment(grain, _month(max(months, 12)))


def shift(day: date, grain: Grain, count: int) -> Moment | None:
    """The moment of that grain `count` steps after the one with `day`; None outside the years 1 to 9999."""
    start = containing(grain, day).first
    try:
        if grain in DAYS_IN:
            return Moment(grain, start + timedelta(days=count * DAYS_IN[grain]))
        months = start.year * 12 + start.month - 1 + count * MONTHS_IN[grain]
        return containing(grain, _month(months))
    except (OverflowError, ValueError):
        return None


def day_of(year: int, month: int, day: int) -> Moment | None:
    """The day, or None where the calendar has no such day."""
    try:
        return Moment(Grain.DAY, date(year, month, day))
    except ValueError:
        return None


def choose(candidates: Iterable[Moment | None], anchor: date, direction: Direction) -> Moment | None:
    """The candidate nearest to the anchor on that side; `THIS` takes the first one in the anchor's year or later."""
    known = sorted((item for item in candidates if item), key=lambda item: item.first)
    if not known:
        return None
    now = containing(known[0].grain, anchor).first
    if direction in (Direction.LAST, Direction.PAST):
        before = [item for item in known if item.first < now or (item.first == now and direction is Direction.PAST)]
        return before[-1] if before else None
    after = [item for item in known if item.first > now or (item.first == now and direction is not Direction.NEXT)]
    if direction is Direction.THIS:
        after = [item for item in known if item.first == now or item.first.year >= anchor.year]
    return after[0] if after else None


def easter(year: int) -> date:
    """Western Easter Sunday, by the Gregorian algorithm of Meeus, Jones and Butcher."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7  # noqa: E741 - the letters of the published algorithm
    m = (a + 11 * h + 22 * l) // 451
    month, day = divmod(h + l - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _month(months: int) -> date:
    return date(months // 12, months % 12 + 1, 1)


def _iso_week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


_TIMEX = {
    Grain.CENTURY: lambda day: f"{day.year // 100:02}",
    Grain.DECADE: lambda day: f"{day.year // 10:03}",
    Grain.YEAR: lambda day: f"{day.year:04}",
    Grain.HALF: lambda day: f"{day.year:04}-H{1 + day.month // 7}",
    Grain.QUARTER: lambda day: f"{day.year:04}-Q{1 + day.month // 3}",
    Grain.SEASON: lambda day: f"{day.year:04}-{SEASONS[day.month][0]}",
    Grain.MONTH: lambda day: f"{day.year:04}-{day.month:02}",
    Grain.WEEK: _iso_week,
    Grain.WEEKEND: lambda day: _iso_week(day) + "-WE",
    Grain.DAY: date.isoformat,
}

_EDTF = {
    Grain.CENTURY: lambda day: f"{day.year // 100:02}XX",
    Grain.DECADE: lambda day: f"{day.year // 10:03}X",
    Grain.YEAR: lambda day: f"{day.year:04}",
    Grain.HALF: lambda day: f"{day.year:04}-{40 + day.month // 7}",
    Grain.QUARTER: lambda day: f"{day.year:04}-{33 + day.month // 3}",
    Grain.SEASON: lambda day: f"{day.year:04}-{SEASONS[day.month][1]}",
    Grain.MONTH: lambda day: f"{day.year:04}-{day.month:02}",
    Grain.DAY: date.isoformat,
}
