"""Rules for dates told from another one: from the publication ("last week") or a date named before ("a day later")."""

from __future__ import annotations

import itertools
import re
from datetime import date

from onrecord.model import TimeType
from onrecord.reading import times_words as words
from onrecord.reading.calendar import DAYS_IN, MONTHS_IN, SEASONS, Direction, Grain, Moment, choose, containing, shift
from onrecord.reading.times_cycle import yearly
from onrecord.reading.times_scene import QUARTER_REACH, REACH, Found, Rule, Scene, at_clock, dated, part, rule
from onrecord.reading.times_words import ABOUT, MONTH, QUANTITY, SEASON, UNIT, WEEKDAY, S

DAYS = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}
FROM_PUBLICATION = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1}
FROM_TEXT = {"previous": -1, "preceding": -1, "prior": -1, "that": 0, "same": 0, "following": 1}
SIDES = {-1: Direction.LAST, 0: Direction.THIS, 1: Direction.NEXT}
OVER = ("over", "during", "in", "for", "within", "throughout")
"""The words before "the last year" that make it a stretch up to the publication."""
SCHOOL = ("school", "academic")
SCHOOL_STARTS = 8
"""The month in which a school year starts, at the earliest."""
_WHICH = words.any_of({**FROM_PUBLICATION, **FROM_TEXT})
_PART = words.any_of(words.DAYPARTS)
UNKNOWN = {
    Grain.DAY: "XXXX-XX-XX",
    Grain.WEEK: "XXXX-WXX",
    Grain.WEEKEND: "XXXX-WXX-WE",
    Grain.MONTH: "XXXX-XX",
    Grain.QUARTER: "XXXX-QX",
}


def _named_day(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    name = " ".join(match.group(0).lower().split())
    if match.group(0) == "Today" and _PROGRAMME.search(scene.text, max(0, match.start() - 20), match.start()):
        return ()
    moment = shift(scene.anchor, Grain.DAY, DAYS[name]) if scene.anchor else None
    found = dated(match.span(), moment, "XXXX-XX-XX")
    return (at_clock(found[0], "NI", match.span()),) if name == "tonight" else found


def _unit(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    which, name = match["which"].lower(), match["unit"].lower()
    if match["which"].istitle() and match["unit"].istitle():
        return ()
    grain = Grain(name)
    if grain is Grain.DAY and match.group(0).lower().startswith("the next"):
        which = "following"
    if which in FROM_PUBLICATION:
        base, count = scene.anchor, FROM_PUBLICATION[which]
    else:
        base, count = scene.base(grain, start=match.start()), FROM_TEXT[which]
    moment = shift(base, grain, count) if base else None
    interval = reach(base, grain, -1) if base and _is_rolling(which, match, scene) else None
    if grain is Grain.WEEKEND and which == "this" and base and scene.told(*match.span()) is Direction.PAST:
        moment = _weekend_at(base, Direction.PAST)
    if part(match, "kind") and moment and base:
        moment, interval = _own_year(part(match, "kind"), moment, base)
    return (Found(*match.span(), TimeType.DATE, moment.timex if moment else _gaps(grain), moment, interval),)


def _out(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    """“Before the month is out”: by the end of this one."""
    grain = Grain(match["unit"].lower())
    moment = containing(grain, scene.anchor) if scene.anchor else None
    interval = f"../{moment.ends[1]}" if moment else None
    timex = moment.timex if moment else _gaps(grain)
    return (Found(*match.span("span"), TimeType.DATE, timex, moment, interval),)


def _is_rolling(which: str, match: re.Match[str], scene: Scene) -> bool:
    """Whether "the last year" is the twelve months up to the publication, as "the past year" always is."""
    over = which == "last" and scene.before(match.start()) in OVER
    return which == "past" or (over and match.group(0).lower().startswith("the"))


def _own_year(kind: str, moment: Moment, base: date) -> tuple[Moment | None, str | None]:
    """A year that isn't the calendar's: a school year by where it starts, a fiscal one only roughly."""
    if kind not in SCHOOL:
        return moment, f"{moment.edtf}~"
    start = moment.shifted(0 if base.month >= SCHOOL_STARTS else -1)
    end = start.shifted(1) if start else None
    return start, f"{start.edtf}/{end.edtf}" if start and end else None


def _gaps(grain: Grain) -> str:
    return UNKNOWN.get(grain, "XXXX")


def reach(base: date, grain: Grain, count: int) -> str | None:
    """The EDTF interval that ends (count > 0: begins) at the base, by days for days and weeks, otherwise by months."""
    fine, size = (Grain.DAY, DAYS_IN[grain]) if grain in DAYS_IN else (Grain.MONTH, MONTHS_IN[grain])
    steps = count * size
    far, near = shift(base, fine, steps), containing(fine, base)
    if far is None:
        return None
    return f"{far.edtf}/{near.edtf}" if count < 0 else f"{near.edtf}/{far.edtf}"


def _cyclic(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    which = match["which"].lower()
    base = scene.anchor
    if which in FROM_TEXT:
        grain = Grain.DAY if part(match, "weekday") else Grain.MONTH
        base = scene.base(grain, start=match.start())
    side = SIDES[{**FROM_PUBLICATION, **FROM_TEXT}[which]]
    if part(match, "past"):
        side = Direction.LAST
    if part(match, "weekday"):
        return _cyclic_day(match, base, Direction.FUTURE if side is Direction.THIS else side)
    there = Scene(scene.text, base)
    if match["month"]:
        number = words.month(match["month"])
        moment = yearly(lambda year: Moment(Grain.MONTH, date(year, number, 1)), there, side)
        return dated(match.span(), moment, f"XXXX-{number:02}")
    first = words.SEASONS[match["season"].lower()]
    moment = yearly(lambda year: Moment(Grain.SEASON, date(year, first, 1)), there, side)
    if base and side is Direction.THIS and containing(Grain.SEASON, base).first.month == first:
        moment = containing(Grain.SEASON, base)
    return dated(match.span(), moment, f"XXXX-{SEASONS[first][0]}")


def _cyclic_day(match: re.Match[str], base: date | None, side: Direction) -> tuple[Found, ...]:
    number = words.weekday(match["weekday"])
    moment = None
    if base:
        around = (shift(base, Grain.DAY, step) for step in range(-7, 8))
        moment = choose((day for day in around if day and day.first.weekday() == number), base, side)
    return dated(match.span(), moment, f"XXXX-WXX-{number + 1}")


def _part(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    which, clock = match["which"].lower(), words.DAYPARTS[match["part"].lower()]
    which = "following" if match.group(0).lower().startswith("the next") else which
    if which in FROM_TEXT:
        latest = scene.latest(Grain.DAY, start=match.start(), within=REACH)
        moment = latest.shifted(FROM_TEXT[which]) if latest else None
    else:
        moment = shift(scene.anchor, Grain.DAY, FROM_PUBLICATION[which]) if scene.anchor else None
    found = dated(match.span(), moment, "XXXX-XX-XX")
    return (at_clock(found[0], clock, match.span()),)


def _weekend(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    if scene.anchor is None:
        return dated(match.span(), None, UNKNOWN[Grain.WEEKEND])
    moment = _weekend_at(scene.anchor, scene.direction(*match.span()))
    return dated(match.span(), moment, UNKNOWN[Grain.WEEKEND])


def _weekend_at(anchor: date, side: Direction) -> Moment | None:
    this = containing(Grain.WEEKEND, anchor)
    moment = choose([this.shifted(-1), this], anchor, side)
    if moment == this and side is Direction.PAST and anchor < this.first:
        return this.shifted(-1)
    return moment


def _ago(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    code, grain, size = words.UNITS[words.singular(match["unit"])]
    count = words.quantity(match["count"]) if match["count"] else None
    if count is None:
        return (Found(*match.span(), TimeType.DATE, "PAST_REF"),)
    if words.singular(match["unit"]) == "year" and count == 1:
        quarter = scene.quarter(start=match.start(), within=QUARTER_REACH)
        if quarter:
            return dated(match.span(), quarter.shifted(-4), "")
    if grain is None:
        return _hours_ago(match, scene, code, count)
    if grain is Grain.YEAR and count * size % 1:
        grain, size = Grain.MONTH, MONTHS_IN[Grain.YEAR] * size
    moment = shift(scene.anchor, grain, -int(count * size)) if scene.anchor else None
    return dated(match.span(), moment, _gaps(grain))


def _hours_ago(match: re.Match[str], scene: Scene, code: str, count: float) -> tuple[Found, ...]:
    seconds = {"PT{}H": 3600, "PT{}M": 60, "PT{}S": 1}[code] * count
    if scene.clock is None or seconds > 86400 * 7:
        return (Found(*match.span(), TimeType.TIME, "PAST_REF"),)
    then = scene.clock.fromtimestamp(scene.clock.timestamp() - seconds, tz=scene.clock.tzinfo)
    day = containing(Grain.DAY, then.date())
    return (Found(*match.span(), TimeType.TIME, then.strftime("%Y-%m-%dT%H:%M"), day),)


def _in_time(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    """Read "in three days" as the day that it leads to, where the verbs look ahead."""
    _, grain, size = words.UNITS[words.singular(match["unit"])]
    count = words.quantity(match["count"])
    before = scene.text[max(0, match.start() - 60) : match.start()]
    ahead = scene.direction(*match.span()) is Direction.FUTURE
    loose = part(match, "count") in ("a", "an", "another") and not _CLAUSE_END.match(scene.after(match.end()))
    if not _IN.search(before) or _FIRST_IN.search(before) or loose or not (ahead and grain and count and scene.anchor):
        return ()
    moment = shift(scene.anchor, grain, int(count * size)) if count == int(count) else None
    return dated(match.span(), moment, _gaps(grain)) if moment else ()


def _later(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    _, grain, size = words.UNITS[words.singular(match["unit"])]
    count = words.quantity(match["count"])
    ahead = match["way"].lower() != "earlier"
    from_now = match["way"].lower().startswith(("from", "hence", "time"))
    unknown = (Found(*match.span(), TimeType.DATE, "FUTURE_REF" if ahead else "PAST_REF"),)
    if grain is None or count is None:
        return unknown
    if again := _again(match, scene):
        return again
    latest = scene.latest(start=match.start(), within=REACH)
    if grain is Grain.YEAR and count == 1:
        latest = scene.quarter(start=match.start(), within=QUARTER_REACH) or latest
    if grain is Grain.YEAR and latest and latest.grain in (Grain.QUARTER, Grain.MONTH):
        grain, size = latest.grain, size * (4 if latest.grain is Grain.QUARTER else 12)
    named = latest.first if latest and latest.grain is grain else scene.base(grain, start=match.start())
    compared = (
        grain is Grain.YEAR and count == 1 and _COMPARED.search(scene.text[max(0, match.start() - 80) : match.start()])
    )
    base = scene.anchor if from_now or (named is None and compared) else named
    moment = shift(base, grain, int(count * size) * (1 if ahead else -1)) if base else None
    return dated(match.span(), moment, _gaps(grain)) if moment else unknown


def _again(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    """A second "a year earlier" is told from where the first one was, not from it."""
    words_of = " ".join(match.group(0).lower().split())
    near = itertools.takewhile(lambda item: item.end >= match.start() - REACH, reversed(scene.found))
    last = next((item for item in near if item.moment), None)
    if not last or last.moment is None or not words_of.endswith("earlier"):
        return ()
    same = " ".join(scene.text[last.start : last.end].lower().split()) == words_of
    return dated(match.span(), last.moment, "") if same else ()


_PROGRAMME = re.compile(r"\b(?:[A-Z]{2,8}|(?<=[a-z]\s)[A-Z][a-z]{2,14}|[A-Z][a-z]{2,14}\s[A-Z][a-z]{2,14})\s$")
"""Before "Today" the name of a paper or a programme: "USA Today"."""
_CLAUSE_END = re.compile(r"\s*(?:[.,;:!?)\"'”’]|$|and\b|from\b)")
_IN = re.compile(r"(?<!\w)(?i:in)\s{1,3}$")
_COMPARED = re.compile(r"(?<!\w)(?i:compared|than|from|against|versus)\s[^.;:!?]{0,60}(?:\.\d[^.;:!?]{0,30})?$")
"""What is compared with "a year earlier" is of the publication's time, if no other was named."""
_FIRST_IN = re.compile(
    r"(?<!\w)(?i:first|second|third|only|once|twice|times?|most|least|worst|best|\w{3,20}est)\s[^.,;:]{0,50}$"
)
_UNITS = r"(?P<unit>(?i:day|week|weekend|month|quarter|year|decade|century))"
_FISCAL = rf"(?:(?:(?P<kind>(?i:fiscal|school|academic|financial|tax|budget))|(?i:calendar|full|business)){S})?"
RULES: tuple[Rule, ...] = (
    rule(words.any_of(DAYS), _named_day),
    rule(
        rf"(?i:before){S}(?P<span>(?i:the){S}(?P<unit>(?i:day|week|month|year|decade))){S}"
        rf"(?i:is|was){S}(?i:out|over|up|through)",
        _out,
    ),
    rule(rf"(?:(?i:the){S})?(?P<which>{_WHICH}){S}{_FISCAL}{_UNITS}(?!{S}(?i:ago|or{S}two))", _unit),
    rule(
        rf"(?:(?i:the){S})?(?P<which>{_WHICH}){S}(?P<past>(?i:past|last){S})?(?:(?i:coming){S})?"
        rf"(?:(?P<weekday>{WEEKDAY})|(?P<month>{MONTH})|(?P<season>{SEASON}))",
        _cyclic,
    ),
    rule(rf"(?:(?i:the){S})?(?P<which>{_WHICH}){S}(?P<part>{_PART})", _part),
    rule(rf"(?i:the{S}weekend)", _weekend),
    rule(
        rf"(?:(?:{ABOUT}{S})?(?P<count>{QUANTITY})[-\s]{{1,3}})?(?P<unit>{UNIT}){S}"
        rf"(?:(?i:or{S}(?:so|two)){S})?(?i:ago)",
        _ago,
    ),
    rule(
        rf"(?:(?i:about|around|roughly){S})?(?P<count>{QUANTITY}){S}(?P<unit>{UNIT})(?!-|{S}(?i:or|of|in|behind|that){S})",
        _in_time,
    ),
    rule(
        rf"(?:{ABOUT}{S})?(?P<count>{QUANTITY}){S}(?P<unit>{UNIT})(?:['’]s?)?{S}"
        rf"(?P<way>(?i:earlier|later|from{S}now|hence|time))",
        _later,
    ),
)
