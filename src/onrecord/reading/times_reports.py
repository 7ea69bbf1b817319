"""Rules for the stretches of reports on business: the quarter, the year-earlier period, the year's end."""

from __future__ import annotations

import re
from datetime import date

from onrecord.reading import times_words as words
from onrecord.reading.calendar import Grain, Moment, containing, shift
from onrecord.reading.times_cycle import yearly
from onrecord.reading.times_relative import UNKNOWN
from onrecord.reading.times_scene import QUARTER_REACH, Found, Rule, Scene, dated, part, rule
from onrecord.reading.times_words import MONTH, S


def _year_ago(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    if match["ordinal"]:
        number = words.ordinal(match["ordinal"])
        base = scene.anchor
        first = date(base.year - 1, number * 3 - 2, 1) if base and base.year > 1 else None
        return dated(match.span(), Moment(Grain.QUARTER, first) if first else None, f"XXXX-Q{number}")
    quarter = scene.quarter(start=match.start(), within=QUARTER_REACH)
    if quarter and (match["unit"] or "") != "month":
        return dated(match.span(), quarter.shifted(-4), "")
    moment = shift(scene.anchor, Grain.YEAR, -1) if scene.anchor else None
    return dated(match.span(), moment, "XXXX")


def _ended(match: re.Match[str], scene: Scene) -> Moment | None:
    """The quarter that "ended Sept. 30" tells of."""
    end = _ENDED.match(scene.text, match.end())
    if not end:
        return None
    number = words.month(end["month"])
    moment = yearly(lambda year: Moment(Grain.MONTH, date(year, number, 1)), scene, scene.direction(*end.span()))
    return containing(Grain.QUARTER, moment.first) if moment else None


def _the_quarter(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    latest = scene.quarter(start=match.start(), within=QUARTER_REACH)
    named = match["year"]
    if named:
        number = words.year(named)
        if not latest:
            return dated(match.span(), Moment(Grain.YEAR, date(number, 1, 1)), "")
        return dated(match.span(), Moment(Grain.QUARTER, latest.first.replace(year=number)), "")
    latest = latest or _ended(match, scene)
    if latest is None and scene.anchor and match["latest"]:
        latest = shift(scene.anchor, Grain.QUARTER, -1)
    if latest is None and match["unit"].lower() == "period":
        return ()
    return dated(match.span(), latest, UNKNOWN[Grain.QUARTER])


def _end_of_year(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    unit = Grain(part(match, "unit") or part(match, "head"))
    moment = containing(unit, scene.anchor) if scene.anchor else None
    return dated(match.span(), moment, UNKNOWN.get(unit, "XXXX"))


_ENDED = re.compile(rf"{S}(?i:ended|ending|that{S}ended|to){S}(?:(?i:in|on){S})?(?P<month>{MONTH})")
RULES: tuple[Rule, ...] = (
    rule(
        rf"(?:(?i:the|a){S})?(?i:year)-(?i:ago|earlier)(?:{S}(?:(?P<ordinal>(?i:first|second|third|fourth)){S})?"
        rf"(?P<unit>(?i:quarter|period)))?",
        _year_ago,
    ),
    rule(
        rf"(?i:the){S}(?:(?P<latest>(?i:latest|most{S}recent)){S}|(?P<year>{words.YEAR}){S})?(?:(?i:fiscal){S})?"
        rf"(?P<unit>(?i:quarter|period))(?!-to-)",
        _the_quarter,
    ),
    rule(
        rf"(?:(?i:the){S})?(?i:(?P<head>year|month)(?:['’]s)?[-\s]end)"
        rf"|(?i:the{S}end{S}of{S}the{S}(?P<unit>year|month|week|decade|century))",
        _end_of_year,
    ),
)
