from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.linking.events import events_of, state_of
from onrecord.linking.units import Unit
from onrecord.model import Act, EventState, Time, TimeType
from tests.linking.invented import told

PLANNED, HAPPENED = EventState.PLANNED, EventState.HAPPENED
SLIPPED, CANCELLED = EventState.SLIPPED, EventState.CANCELLED


def dated(content: str, edtf: str, day: str = "2031-06-10", act: Act = Act.ASSERTS) -> Unit:
    return told(content, dates=((content.rsplit(maxsplit=1)[-1], edtf),), day=day, act=act)


@pytest.mark.parametrize(
    ("content", "edtf", "state"),
    [
        ("instructors landed in Lipnik on Thursday", "2031-06-05", HAPPENED),
        ("instructors will land in Lipnik on Thursday", "2031-06-12", PLANNED),
        ("instructors land in Lipnik in July", "2031-07", PLANNED),
        ("instructors landed today", "2031-06-10", HAPPENED),
        ("instructors will land today", "2031-06-10", PLANNED),
        ("instructors landed this year", "2031", HAPPENED),
        ("instructors could land this year", "2031", PLANNED),
        ("they said that they would land on Thursday", "2031-06-05", HAPPENED),
        ("the landing was put off until July", "2031-07", SLIPPED),
        ("instructors will not arrive in June", "2031-06", SLIPPED),
        ("the landing was delayed in May", "2031-05", SLIPPED),
        ("the landing was called off on Thursday", "2031-06-05", CANCELLED),
        ("the delayed landing is cancelled for July", "2031-07", CANCELLED),
        ("they will land by autumn", "2031-23", PLANNED),
        ("they landed in spring", "2031-21", HAPPENED),
        ("they would land in spring", "2031-21", HAPPENED),
        ("they may land in the first half", "2031-40", PLANNED),
        ("they landed in the first half", "2031-40", HAPPENED),
        ("soldiers have been there since 2029", "2029/..", HAPPENED),
        ("they will land within the month", "2031-06-01/2031-06-30", PLANNED),
        ("they landed by May", "../2031-05", HAPPENED),
    ],
)
def test_the_state_of_what_is_dated(content: str, edtf: str, state: EventState) -> None:
    unit = dated(content, edtf)
    assert state_of(unit, unit.times[0]) is state


@pytest.mark.parametrize(
    ("edtf", "day", "state"),
    [
        ("2031-23", "2031-12-05", HAPPENED),
        ("2031-23", "2031-10-05", PLANNED),
        ("2031-33", "2031-04-01", HAPPENED),
        ("2031-41", "2031-06-30", PLANNED),
    ],
)
def test_a_season_is_over_after_its_last_month(edtf: str, day: str, state: EventState) -> None:
    unit = dated("they would land then", edtf, day)
    assert state_of(unit, unit.times[0]) is state


@pytest.mark.parametrize("act", [Act.PLANS, Act.PROMISES, Act.DEMANDS])
def test_a_plan_without_a_word_of_the_future(act: Act) -> None:
    unit = dated("to land instructors this year", "2031", act=act)
    assert state_of(unit, unit.times[0]) is PLANNED


def test_events_are_told_by_date_with_their_claim_and_evidence() -> None:
    units = [dated("they landed on Monday", "2031-06-02"), dated("they land in autumn", "2031-23")]
    units += [dated("they land in July", "2031-07"), dated("they came in 2029", "2029")]
    found = events_of(units, {unit.id: f"c-{number}" for number, unit in enumerate(units)})
    assert [event.edtf for event in found] == ["2029", "2031-06-02", "2031-07", "2031-23"]
    assert [event.claim for event in found] == ["c-3", "c-0", "c-2", "c-1"]
    assert found[0].evidence.text == "they came in 2029"
    assert found == events_of(units[::-1], {unit.id: f"c-{number}" for number, unit in enumerate(units)})


@pytest.mark.parametrize(
    ("kind", "timex", "edtf"),
    [
        (TimeType.DURATION, "P3D", "2031-06"),
        (TimeType.SET, "P1W", "2031-06"),
        (TimeType.DATE, "PRESENT_REF", "2031-06"),
        (TimeType.DATE, "2031-06", None),
    ],
)
def test_what_is_no_day_is_no_event(kind: TimeType, timex: str, edtf: str | None) -> None:
    unit = told("they land in June")
    time = Time(start=13, end=17, type=kind, timex=timex, edtf=edtf)
    assert events_of([replace(unit, times=(time,))], {unit.id: "c-1"}) == ()


def test_the_day_on_which_something_was_said_is_an_event() -> None:
    unit = told("it will sail", "Ilva Öst", cue="said on Monday", dates=(("Monday", "2031-06-09"),), day="2031-06-10")
    (event,) = events_of([unit], {unit.id: "c-1"})
    assert (event.edtf, event.state, event.evidence.text) == ("2031-06-09", HAPPENED, "Ilva Öst said on Monday")


@given(st.text(max_size=20), st.sampled_from(["2031-06-10", "2031"]))
def test_any_date_has_a_state(edtf: str, day: str) -> None:
    unit = told("they land in June", dates=(("June", edtf),), day=day)
    assert state_of(unit, unit.times[0]) in EventState
