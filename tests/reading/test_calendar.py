from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.calendar import DAYS_IN, Direction, Grain, Moment, choose, containing, day_of, easter, shift


@pytest.mark.parametrize(
    ("grain", "timex", "edtf"),
    [
        (Grain.CENTURY, "20", "20XX"),
        (Grain.DECADE, "202", "202X"),
        (Grain.YEAR, "2024", "2024"),
        (Grain.HALF, "2024-H1", "2024-40"),
        (Grain.QUARTER, "2024-Q2", "2024-34"),
        (Grain.SEASON, "2024-SU", "2024-22"),
        (Grain.MONTH, "2024-06", "2024-06"),
        (Grain.WEEK, "2024-W23", "2024-06-03/2024-06-09"),
        (Grain.WEEKEND, "2024-W23-WE", "2024-06-08/2024-06-09"),
        (Grain.DAY, "2024-06-06", "2024-06-06"),
    ],
)
def test_values_keep_the_precision_of_the_grain(grain: Grain, timex: str, edtf: str) -> None:
    moment = containing(grain, date(2024, 6, 6))
    assert (moment.timex, moment.edtf) == (timex, edtf)


def test_a_winter_belongs_to_the_year_in_which_it_starts() -> None:
    assert containing(Grain.SEASON, date(2024, 2, 1)).timex == "2023-WI"


def test_the_first_days_of_a_year_can_lie_in_the_last_iso_week_of_the_one_before() -> None:
    assert containing(Grain.WEEK, date(2021, 1, 1)).timex == "2020-W53"


@pytest.mark.parametrize(("grain", "count"), [(Grain.DAY, 10**9), (Grain.YEAR, -3000), (Grain.CENTURY, 10**6)])
def test_nothing_lies_outside_the_calendar(grain: Grain, count: int) -> None:
    assert shift(date(2024, 6, 6), grain, count) is None


@pytest.mark.parametrize(("year", "month", "day"), [(2023, 2, 29), (2024, 13, 1), (2024, 4, 31)])
def test_a_day_that_does_not_exist_is_none(year: int, month: int, day: int) -> None:
    assert day_of(year, month, day) is None


@pytest.mark.parametrize(
    ("side", "expected"),
    [
        (Direction.LAST, "2023-06"),
        (Direction.PAST, "2024-06"),
        (Direction.THIS, "2024-06"),
        (Direction.FUTURE, "2024-06"),
        (Direction.NEXT, "2025-06"),
    ],
)
def test_last_and_next_leave_the_current_one_out(side: Direction, expected: str) -> None:
    junes = [Moment(Grain.MONTH, date(year, 6, 1)) for year in (2023, 2024, 2025)]
    chosen = choose(junes, date(2024, 6, 6), side)
    assert chosen is not None
    assert chosen.timex == expected


def test_nothing_can_be_chosen_from_nothing() -> None:
    assert choose([None], date(2024, 6, 6), Direction.PAST) is None


@pytest.mark.parametrize(
    ("year", "expected"), [(1998, date(1998, 4, 12)), (2000, date(2000, 4, 23)), (2024, date(2024, 3, 31))]
)
def test_easter(year: int, expected: date) -> None:
    assert easter(year) == expected


@given(st.sampled_from(Grain), st.dates())
def test_every_day_lies_in_a_moment_with_values(grain: Grain, day: date) -> None:
    moment = containing(grain, day)
    assert moment.timex
    assert moment.edtf
    assert containing(grain, moment.first) == moment


@given(st.sampled_from(Grain), st.dates(date(1000, 1, 1), date(3000, 1, 1)), st.integers(-9, 9))
def test_steps_forth_and_back_end_where_they_began(grain: Grain, day: date, count: int) -> None:
    there = containing(grain, day).shifted(count)
    assert there is not None
    assert there.shifted(-count) == containing(grain, day)
    if grain in DAYS_IN:
        assert (there.first - containing(grain, day).first).days == count * DAYS_IN[grain]
