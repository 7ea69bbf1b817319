"""Time expressions in English text: where they are, their TIMEX3 values, and the dates they mean.

Method: a table of patterns, each with a reader (as in HeidelTime, Strötgen and Gertz 2010), swept once from left to
right, the longest match first; then the words around an expression (time of day, "since", "from ... to") are read.
The extents follow TimeML: prepositions stay outside, "early" and "nearly" inside.

What an expression means (`edtf`) takes those prepositions in: "since March 2015" has the value `2015-03` and means
`2015-03/..`; "until June" means `../2024-06`; both ends of "from Monday to Wednesday" mean the whole interval.
"""

from __future__ import annotations

from datetime import date, datetime

from onrecord.model import Time
from onrecord.reading import (
    times_dates,
    times_lengths,
    times_nth,
    times_relative,
    times_reports,
    times_same,
    times_years,
)
from onrecord.reading.times_meaning import joined, meant
from onrecord.reading.times_scene import Rule, Scene

RULES: tuple[Rule, ...] = (
    *times_dates.RULES,
    *times_years.RULES,
    *times_nth.RULES,
    *times_same.RULES,
    *times_relative.RULES,
    *times_reports.RULES,
    *times_lengths.RULES,
)


def find_times(text: str, published: str | None) -> tuple[Time, ...]:
    """The time expressions of a text in order, without overlaps; `published` is an ISO 8601 date or date-time.

    `edtf` is None for what can't be known: anything relative without `published`, plain durations, sets, and words
    that only point to the past or the future. Times of day keep their clock in `timex`; their `edtf` is the day.
    """
    anchor, clock = _anchor(published)
    scene = Scene(text, anchor, clock)
    _sweep(scene)
    found = joined(scene.found, text)
    return tuple(
        Time(start=item.start, end=item.end, type=item.type, timex=item.timex, edtf=item.edtf)
        for item in meant(found, text)
    )


def _anchor(published: str | None) -> tuple[date | None, datetime | None]:
    if not published:
        return None, None
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return _day(published[: len("2024-06-06")]), None
    return moment.date(), moment if "T" in published or ":" in published else None


def _day(published: str) -> date | None:
    try:
        return date.fromisoformat(published)
    except ValueError:
        return None


def _sweep(scene: Scene) -> None:
    matches = [(match, rule) for rule in RULES for match in rule.pattern.finditer(scene.text)]
    matches.sort(key=lambda pair: (pair[0].start(), -pair[0].end()))
    place = 0
    for match, rule in matches:
        if match.start() >= place and match.end() > match.start():
            found = rule.read(match, scene)
            scene.found += found
            place = found[-1].end if found else place
