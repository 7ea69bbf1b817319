"""Rules for a stretch told from the one that the text is about: "the same period last year", "the year before last"."""

from __future__ import annotations

import re

from onrecord.reading import times_words as words
from onrecord.reading.calendar import MONTHS_IN, Grain, Moment, containing, shift
from onrecord.reading.times_scene import QUARTER_REACH, REACH, Found, Rule, Scene, dated, rule
from onrecord.reading.times_words import MONTH, SEASON, UNIT, WEEKDAY, S

PERIODS = {
    "period": (Grain.QUARTER, Grain.MONTH, Grain.HALF),
    "quarter": (Grain.QUARTER,),
    "month": (Grain.MONTH,),
    "half": (Grain.HALF,),
}
"""What a word for a stretch may stand for, what is told first coming first."""
GAPS = {Grain.DAY: "XXXX-XX-XX", Grain.WEEK: "XXXX-WXX", Grain.WEEKEND: "XXXX-WXX-WE", Grain.MONTH: "XXXX-XX"}
_BESIDE = {"before": -1, "previous": -1, "earlier": -1, "after": 1}


def _same(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    """The quarter or month that the text is about, in the year that is named or the one before."""
    about = _about(match["unit"].lower(), match.start(), scene)
    year = match["year"]
    if about is None:
        moment = Moment(Grain.YEAR, containing(Grain.YEAR, scene.anchor).first) if scene.anchor and not year else None
        return dated(match.span(), moment.shifted(-1), "XXXX") if moment else ()
    count = (int(year) - about.first.year if year else -1) * MONTHS_IN[Grain.YEAR]
    return dated(match.span(), about.shifted(count // MONTHS_IN[about.grain]), "XXXX")


def _about(unit: str, start: int, scene: Scene) -> Moment | None:
    for grain in PERIODS[unit]:
        near = scene.quarter if grain is Grain.QUARTER else None
        named = near(start=start, within=QUARTER_REACH) if near else scene.latest(grain, start=start, within=REACH)
        if named:
            return named
    return None


def _beyond(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    """The second one back or ahead: "the week before last", "the year after next"."""
    grain = Grain(match["unit"].lower())
    moment = shift(scene.anchor, grain, 2 * _BESIDE[match["way"].lower()]) if scene.anchor else None
    return dated(match.span(), moment, GAPS.get(grain, "XXXX"))


def _beside(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    """The one before or after the date named last: "the day before", at the end of its clause."""
    grain = Grain(match["unit"].lower())
    base = scene.base(grain, start=match.start())
    return dated(match.span(), shift(base, grain, _BESIDE[match["way"].lower()]), "") if base else ()


def _current(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    """The stretch of the publication: "later in the week", "the rest of the month"."""
    grain = Grain(match["unit"].lower())
    moment = containing(grain, scene.anchor) if scene.anchor else None
    return dated((match.start("span"), match.end()), moment, GAPS.get(grain, "XXXX"))


_UNITS = r"(?P<unit>(?i:day|week|weekend|month|year|decade|century))"
_NAMED = rf"(?:{UNIT}|{WEEKDAY}|{MONTH}|{SEASON}|{words.any_of(words.DAYPARTS)})"
_LONG_UNITS = r"(?P<unit>(?i:week|month|year|decade|century))"
RULES: tuple[Rule, ...] = (
    rule(
        rf"(?:(?i:the){S})?(?i:same|corresponding|comparable|equivalent|similar|matching){S}"
        rf"(?P<unit>{words.any_of(PERIODS)}){S}(?:(?i:of|in){S})?(?:(?i:last|the{S}previous|the{S}prior){S}(?i:year)"
        rf"|(?i:a|one){S}(?i:year){S}(?i:ago|earlier|before)|(?i:the{S}year){S}(?i:before|earlier)|(?P<year>{words.YEAR}))",
        _same,
    ),
    rule(rf"(?i:the){S}(?P<unit>(?i:quarter|month|half)){S}(?i:a|one){S}(?i:year){S}(?i:ago|earlier)(?P<year>)", _same),
    rule(
        rf"(?i:the){S}{_UNITS}{S}(?P<way>(?i:before(?={S}last)|after(?={S}next))){S}(?i:last|next)(?!{S}{_NAMED})",
        _beyond,
    ),
    rule(rf"(?i:the){S}{_UNITS}{S}(?P<way>(?i:before|previous|earlier|after))(?=\s*(?:[.,;:)]|$))", _beside),
    rule(
        rf"(?i:later|earlier|early|late|middle|end|rest|remainder|sometime){S}(?i:in|of){S}"
        rf"(?P<span>(?i:the){S}{_LONG_UNITS})",
        _current,
    ),
)
