"""What happened, is planned, slipped or was cancelled, and when: from the times inside assertions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from onrecord.linking.units import Unit
from onrecord.model import Act, Event, EventState, Time, TimeType

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
_AHEAD_ACTS = frozenset({Act.PLANS, Act.PROMISES, Act.DEMANDS})
_YEAR = re.compile(r"\d{4}(?:-\d\d){0,2}")


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
    first = _sortable(time.edtf or "")[:10]
    if first and first > unit.day[: len(first)]:
        return EventState.PLANNED
    over = bool(first) and first < unit.day[: len(first)]
    ahead = bool(AHEAD.search(text)) or unit.assertion.act in _AHEAD_ACTS
    return EventState.PLANNED if ahead and not over else EventState.HAPPENED


def _events(unit: Unit, home: Mapping[str, str]) -> Iterator[Event]:
    for time in unit.times:
        if time.edtf is None or time.timex == "PRESENT_REF" or time.type in {TimeType.SET, TimeType.DURATION}:
            continue
        yield Event(edtf=time.edtf, state=state_of(unit, time), claim=home[unit.id], evidence=unit.evidence())


def _sortable(edtf: str) -> str:
    """The first date in an EDTF string; what is open to the left goes by its end."""
    match = _YEAR.search(edtf)
    return match.group() if match else ""
