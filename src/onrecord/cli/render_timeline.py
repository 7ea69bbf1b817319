"""Events on the screen, in the order in which they happen or are to happen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.cli.parts import Grid, Part, Run, Words, quoted, stacked, words
from onrecord.cli.render_claim import outlet_of, place
from onrecord.model import Event, EventState

if TYPE_CHECKING:
    from onrecord.questions.timeline import Answer

STATE_STYLES = {
    EventState.HAPPENED: "good",
    EventState.PLANNED: "calm",
    EventState.SLIPPED: "warn",
    EventState.CANCELLED: "bad",
}
"""How states of events look."""

PARTS_OF_YEAR = {
    "21": "spring",
    "22": "summer",
    "23": "autumn",
    "24": "winter",
    **{str(32 + number): f"quarter {number} of" for number in range(1, 5)},
    "40": "first half of",
    "41": "second half of",
}
"""What EDTF's numbers for parts of a year mean."""


def parts(answer: Answer) -> Iterator[Part]:
    """The screen of `onrecord timeline`."""
    told: dict[tuple[str, EventState, str], list[Event]] = {}
    for event in answer.events:
        told.setdefault((event.edtf, event.state, event.evidence.text), []).append(event)
    if told:
        yield Grid(tuple(map(_row, told.values())))


def spoken_date(edtf: str) -> str:
    """An EDTF date or interval as an editor would read it: "by 2031-06-30", "from 2031-09", "about 2031"."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _single(edtf)
    if first in {"", ".."}:
        return f"by {_single(last)}"
    if last in {"", ".."}:
        return f"from {_single(first)}"
    return f"{_single(first)} to {_single(last)}"


def _single(date: str) -> str:
    year, _, part = date.partition("-")
    if part in PARTS_OF_YEAR:
        return f"{PARTS_OF_YEAR[part]} {year}"
    if date.endswith(("~", "%")):
        return f"about {date[:-1]}"
    return f"perhaps {date[:-1]}" if date.endswith("?") else date


def _row(same: list[Event]) -> tuple[Words, ...]:
    """One row for what several articles tell in the same words."""
    event = same[0]
    state = words((event.state.value, STATE_STYLES[event.state]))
    lines = (quoted(event.evidence.text), *map(_told, same))
    return words((spoken_date(event.edtf), "date")), state, stacked(*lines)


def _told(event: Event) -> Words:
    evidence = event.evidence
    day = f", {evidence.day}"
    return words(
        ("told by ", "faint"), outlet_of(evidence), day, Run("  "), place(evidence), Run("  "), (event.claim, "faint")
    )
