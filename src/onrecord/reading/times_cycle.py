"""Moments that come once a year, and the year that a match puts them in."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR

from onrecord.reading import times_words as words
from onrecord.reading.calendar import Direction, Grain, Moment, choose
from onrecord.reading.times_scene import Scene, part
from onrecord.reading.times_words import DAY_NUMBER, MONTH, SPELLED_YEAR, S

RELATIVE_STEPS = {"last": -1, "this": 0, "next": 1}
YEAR_WORDS = rf"(?:{words.YEAR}|{SPELLED_YEAR})"
OF_YEAR = (
    rf"(?:(?:\s?,\s{{0,3}}|{S})(?:(?i:of|in){S})?(?:(?P<year>{YEAR_WORDS})"
    rf"|(?P<shift>(?i:last|this|next)){S}(?i:year)\b))"
)
_SECOND = re.compile(
    rf"(?:\s?[-–—]\s?|,?{S}(?i:to|until|till|through){S}|,?{S}(?P<and>(?i:and|or)){S})(?:(?i:early|mid|late)[-\s])?"
    rf"(?:(?:(?i:the){S})?(?:{DAY_NUMBER}{S}(?:(?i:of){S})?)?(?P<month>{MONTH})"
    rf"|(?P<named>{MONTH}){S}{DAY_NUMBER}),?{S}(?P<year>{words.YEAR})"
)
TWINS = {Direction.PAST: (280, 80), Direction.FUTURE: (240, 120)}
"""Days. A bare date whose verbs put it further away than the first number, while its twin on the other side of the
publication is nearer than the second, is the twin: nobody leaves the year out of a date that is ten months away."""
OPPOSITE = {Direction.PAST: Direction.FUTURE, Direction.FUTURE: Direction.PAST}


def yearly(make: Callable[[int], Moment | None], scene: Scene, side: Direction, *, sure: bool = False) -> Moment | None:
    """The moment that comes once a year, on that side of the publication date; `sure` if nothing else can be meant."""
    if scene.anchor is None:
        return None
    options = [make(year) for year in range(max(MINYEAR, scene.anchor.year - 2), min(MAXYEAR, scene.anchor.year + 3))]
    moment = choose(options, scene.anchor, side)
    if side not in TWINS or moment is None or sure:
        return moment
    twin = choose(options, scene.anchor, OPPOSITE[side])
    far, near = (abs((item.first - scene.anchor).days) if item else sys.maxsize for item in (moment, twin))
    if moment.grain is Grain.QUARTER:
        return twin if side is Direction.FUTURE and near < far else moment
    return twin if far > TWINS[side][0] and near < TWINS[side][1] else moment


def in_year(match: re.Match[str], scene: Scene) -> tuple[int | None, str]:
    """The year that a match names in digits, in words or by "last year", with its digits for a value with gaps."""
    named = None
    if part(match, "year"):
        named = words.year(part(match, "year"))
    elif part(match, "month") and not part(match, "shift"):
        named = _shared_year(words.month(match["month"]), scene.text, match.end())
    elif part(match, "shift") and scene.anchor:
        named = scene.anchor.year + RELATIVE_STEPS[part(match, "shift")]
    return (named, f"{named:04}") if named and MINYEAR <= named <= MAXYEAR else (None, "XXXX")


def _shared_year(month: int, text: str, end: int) -> int | None:
    """The year that the second of two dates names for both: "from March to May 2015"."""
    second = _SECOND.match(text, end)
    if not second:
        return None
    later = words.month(second["month"] or second["named"]) >= month
    return int(second["year"]) - (0 if later or part(second, "and") else 1)


def placed(match: re.Match[str], scene: Scene, make: Callable[[int], Moment | None]) -> Moment | None:
    """The moment in the year that the match names, otherwise on the side that "last" or the verbs around it look to."""
    named, _ = in_year(match, scene)
    if named is not None:
        return make(named)
    if part(match, "shift"):
        return None
    if which := part(match, "which"):
        return yearly(make, scene, Direction(which))
    side = scene.direction(*match.span())
    return yearly(make, scene, side, sure=scene.surely(match.start(), side))
