"""What happened, is planned, slipped or was cancelled, and when: from the times inside assertions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from onrecord.linking.units import Unit
from onrecord.model import Act, Certainty, Event, EventState, Polarity, Time, TimeType

CANCELLED = re.compile(r"\bcancel(?:led|ed|s|ling)?\b|\bcalled off\b|\bscrapped\b|\babandoned\b", re.IGNORECASE)
SLIPPED = re.compile(
    r"\bpostpone[ds]?\b|\bdelay(?:ed|s)?\b|\bput off\b|\bpushed back\b|\bdeferred\b|\bslipped\b|"
    r"\b(?:will|would|shall) not (?:arrive|come|begin|start|take place|open|leave|happen|be held)\b",
    re.IGNORECASE,
)
AHEAD = re.compile(
    r"\b(?:will|shall|would|is to|are to|was to|is due|are due|planned|plans|plan|expected|scheduled|could|may|might|"
    r"should|next|intends?|due)\b|[’']ll\b",
    re.IGNORECASE,
)
_BESIDE = 45
"""A time this many characters away from source or cue still tells when something was said."""
_NOT_AS_SO = frozenset({Act.DENIES, Act.REJECTS, Act.QUESTIONS, Act.DECLINES, Act.WARNS, Act.FEARS, Act.DEMANDS})
_FIRM = frozenset({Certainty.CERTAIN, Certainty.PROBABLE})
_AHEAD_ACTS = frozenset({Act.PLANS, Act.PROMISES, Act.DEMANDS})
_DATE = re.compile(r"(\d{4})((?:-\d\d){0,2})")
_PARTS = {
    "-21": ("-03", "-05"),
    "-22": ("-06", "-08"),
    "-23": ("-09", "-11"),
    "-24": ("-12", "-12"),
    "-33": ("-01", "-03"),
    "-34": ("-04", "-06"),
    "-35": ("-07", "-09"),
    "-36": ("-10", "-12"),
    "-37": ("-01", "-04"),
    "-38": ("-05", "-08"),
    "-39": ("-09", "-12"),
    "-40": ("-01", "-06"),
    "-41": ("-07", "-12"),
}
"""EDTF's seasons, quarters, thirds and halves by their first and last month; a winter goes by its December."""


def events_of(units: Sequence[Unit], home: Mapping[str, str]) -> tuple[Event, ...]:
    """The dated events by date, then by day of evidence. `home` is unit -> claim."""
    found = [event for unit in units for event in _events(unit, home)]
    return tuple(sorted(found, key=lambda e: (_sortable(e.edtf), e.evidence.day, e.evidence.article, e.evidence.start)))


def state_of(unit: Unit, time: Time) -> EventState:
    """What the assertion says became of what it dates, as told on the day of its article."""
    text = unit.text
    if CANCELLED.search(text):
        return EventState.CANCELLED
    if SLIPPED.search(text):
        return EventState.SLIPPED
    first, last = _ends(time.edtf or "")
    if first and first > unit.day[: len(first)]:
        return EventState.PLANNED
    over = bool(last) and last < unit.day[: len(last)]
    ahead = bool(AHEAD.search(text)) or unit.assertion.act in _AHEAD_ACTS
    return EventState.PLANNED if ahead and not over else EventState.HAPPENED


def _spoken(unit: Unit, home: Mapping[str, str]) -> Iterator[Event]:
    """When something was said: times beside source and cue, outside what is said. One for each statement."""
    statement = unit.statement
    if not statement.cue or unit.assertion != statement.assertions[0]:
        return
    first = min(start for start, _ in (*statement.source, *statement.cue))
    last = max(end for _, end in (*statement.source, *statement.cue))
    for time in unit.record.reading.times:
        beside = first - _BESIDE <= time.start and time.end <= last + _BESIDE
        inside = any(start <= time.start < end for start, end in statement.content)
        if beside and not inside and _is_day(time) and _same_line(unit, first, time):
            evidence = unit.evidence_at(min(first, time.start), max(last, time.end))
            yield Event(edtf=time.edtf or "", state=EventState.HAPPENED, claim=home[unit.id], evidence=evidence)
            return


def _is_day(time: Time) -> bool:
    """Whether it can be put on a line: no duration, no repetition, no "now"."""
    dated = time.edtf is not None and time.timex != "PRESENT_REF"
    return dated and time.type in {TimeType.DATE, TimeType.TIME}


def _same_line(unit: Unit, first: int, time: Time) -> bool:
    between = unit.record.article.text[min(first, time.start) : max(first, time.end)]
    return not any(mark in between for mark in ("\n", ". ", "! ", "? "))


def _events(unit: Unit, home: Mapping[str, str]) -> Iterator[Event]:
    yield from _spoken(unit, home)
    for time in unit.times:
        if not _is_day(time):
            continue
        state = state_of(unit, time)
        if state is EventState.HAPPENED and not _puts_as_happened(unit):
            continue
        yield Event(edtf=time.edtf or "", state=state, claim=home[unit.id], evidence=unit.evidence())


def _puts_as_happened(unit: Unit) -> bool:
    """Whether an assertion puts what it dates as a fact: not if it denies, asks, doubts, rejects or has an if."""
    assertion, statement = unit.assertion, unit.statement
    conditional = any(start < assertion.end and end > assertion.start for start, end in statement.condition)
    firm = assertion.polarity is Polarity.POSITIVE and assertion.certainty in _FIRM
    return firm and not conditional and (unit.is_deed or assertion.act not in _NOT_AS_SO)


def _sortable(edtf: str) -> str:
    return _ends(edtf)[0]


def _ends(edtf: str) -> tuple[str, str]:
    """The first and last date in an EDTF string, seasons and parts of a year as months; what is open is left out."""
    found = [(year, *_PARTS.get(rest, (rest, rest))) for year, rest in _DATE.findall(edtf)]
    return (found[0][0] + found[0][1], found[-1][0] + found[-1][2]) if found else ("", "")
