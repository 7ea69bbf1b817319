"""What a rule knows while it reads: the text, the publication date, what was read before, and the tense around."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from onrecord.model import TimeType
from onrecord.reading.calendar import Direction, Grain, Moment, containing
from onrecord.reading.times_tense import called_off, direction, surely, told

REACH = 400
"""How far back, in characters, an expression finds the date that it is told from."""
QUARTER_REACH = 1200
"""The same for the quarter that a report on earnings is about."""
MONTHS_TOLD = ("P6M", "P9M")
"""Lengths that take a quarter's place in such a report: after them "a year earlier" is no quarter."""
ORDER = tuple(Grain)
"""From the longest grain to the shortest."""


@dataclass(frozen=True, slots=True)
class Found:
    """An expression with its TIMEX3 value; `moment` is the stretch of the calendar that it names, if known.

    `interval` is the EDTF of expressions that reach over more than one moment.
    """

    start: int
    end: int
    type: TimeType
    timex: str
    moment: Moment | None = None
    interval: str | None = None
    clock: str | None = None

    @property
    def edtf(self) -> str | None:
        """The EDTF date or interval, or None where it isn't known."""
        return self.interval or (self.moment.edtf if self.moment else None)


@dataclass(slots=True)
class Scene:
    """A text being read from left to right. `anchor` is the publication date, `clock` its time of day, if known."""

    text: str
    anchor: date | None
    clock: datetime | None = None
    found: list[Found] = field(default_factory=list)

    def direction(self, start: int, end: int) -> Direction:
        """Whether the verbs around a span look back or ahead."""
        return direction(self.text, start, end)

    def told(self, start: int, end: int) -> Direction | None:
        """The same, or None where no verb tells."""
        return told(self.text, start, end)

    def surely(self, start: int, side: Direction) -> bool:
        """Whether a verb right before a place puts it on that side."""
        return surely(self.text, start, side)

    def called_off(self, start: int, end: int) -> bool:
        """Whether a span is the day of what was planned for it and then wasn't to be."""
        return called_off(self.text, start, end)

    def latest(self, *grains: Grain, start: int, within: int) -> Moment | None:
        """The last moment named in the `within` characters before a place, of one of the grains (or any)."""
        for item in reversed(self.found):
            if item.end < start - within:
                return None
            if item.moment and (not grains or item.moment.grain in grains):
                return item.moment
        return None

    def base(self, grain: Grain, *, start: int) -> date | None:
        """Where a count in that grain sets out from: the date named last, unless it is coarser than what is counted."""
        moment = self.latest(start=start, within=REACH)
        known = moment is not None and ORDER.index(moment.grain) >= ORDER.index(grain)
        return moment.first if moment and known else None

    def quarter(self, *, start: int, within: int) -> Moment | None:
        """The last quarter named before a place: of the year that is talked about, not of the one compared with."""
        if self.months_told(start=start, within=within):
            return None
        near = itertools.takewhile(lambda item: item.end >= start - within, reversed(self.found))
        quarters = [item.moment for item in near if item.moment and item.moment.grain is Grain.QUARTER]
        now = containing(Grain.QUARTER, self.anchor).first if self.anchor else None
        over = [moment for moment in quarters if now and moment.first < now]
        return max(over or quarters, key=lambda moment: moment.first, default=None)

    def months_told(self, *, start: int, within: int) -> bool:
        """Whether a length like "the first nine months" was named after the last quarter."""
        near = itertools.takewhile(lambda item: item.end >= start - within, reversed(self.found))
        last = next((item for item in near if item.timex in MONTHS_TOLD or _is_quarter(item)), None)
        return last is not None and last.timex in MONTHS_TOLD

    def before(self, start: int, words: int = 1) -> str:
        """The last words before a place, in lower case, joined by one blank."""
        return " ".join(self.text[max(0, start - 40) : start].lower().split()[-words:])

    def after(self, end: int) -> str:
        """A short stretch of the text after a place."""
        return self.text[end : end + 30]


def _is_quarter(found: Found) -> bool:
    return found.moment is not None and found.moment.grain is Grain.QUARTER


Reader = Callable[[re.Match[str], Scene], tuple[Found, ...]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what reads its matches; no result means that the match isn't a time expression."""

    pattern: re.Pattern[str]
    read: Reader


def rule(pattern: str, read: Reader) -> Rule:
    """A rule whose pattern begins and ends at a word's edge."""
    return Rule(re.compile(rf"(?<![\w$£€])(?<!\d[.,:/])(?:{pattern})(?!\w)"), read)


def part(match: re.Match[str], name: str) -> str:
    """What a group matched, in lower case with single blanks; empty where the pattern has no such group."""
    return " ".join((match.groupdict().get(name) or "").lower().split())


def dated(span: tuple[int, int], moment: Moment | None, unknown: str) -> tuple[Found, ...]:
    """A date that names a moment, or, where that isn't known, the value with its gaps."""
    return (Found(*span, TimeType.DATE, moment.timex if moment else unknown, moment),)


def at_clock(found: Found, clock: str, span: tuple[int, int]) -> Found:
    """The same day at a time of day; EDTF keeps the day."""
    day = found.timex.partition("T")[0]
    return replace(found, start=span[0], end=span[1], type=TimeType.TIME, timex=f"{day}T{clock}", clock=clock)
