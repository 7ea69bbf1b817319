"""Time expressions in English text: where they are, their TIMEX3 values, and the dates they mean.

Method: a table of patterns, each with a reader (as in HeidelTime, Strötgen and Gertz 2010), swept once from left to
right over the places where one may match, the longest match first; then the words around an expression (time of day,
"since", "from ... to") are read. The extents follow TimeML: prepositions stay outside, "early" and "nearly" inside.

What an expression means (`edtf`) takes those prepositions in: "since March 2015" has the value `2015-03` and means
`2015-03/..`; "until June" means `../2024-06`; both ends of "from Monday to Wednesday" mean the whole interval.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from onrecord.model import Time
from onrecord.reading import (
    times_ago,
    times_dates,
    times_lengths,
    times_nth,
    times_relative,
    times_reports,
    times_same,
    times_years,
)
from onrecord.reading.times_meaning import joined, meant
from onrecord.reading.times_places import Places
from onrecord.reading.times_scene import Found, Rule, Scene

RULES: tuple[Rule, ...] = (
    *times_dates.RULES,
    *times_years.RULES,
    *times_nth.RULES,
    *times_same.RULES,
    *times_relative.RULES,
    *times_ago.RULES,
    *times_reports.RULES,
    *times_lengths.RULES,
)
_PLACES = Places(RULES)


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
    read_to = 0
    for start, rules in _PLACES.of(scene.text):
        if start >= read_to and (found := _longest(scene, start, rules)):
            scene.found += found
            read_to = found[-1].end


def _longest(scene: Scene, start: int, rules: Sequence[Rule]) -> tuple[Found, ...]:
    """What the longest match at a place says, of those that say something."""
    matches = [(match, rule) for rule in rules if (match := rule.pattern.match(scene.text, start))]
    matches.sort(key=lambda pair: -pair[0].end())
    return next((found for match, rule in matches if (found := rule.read(match, scene))), ())
