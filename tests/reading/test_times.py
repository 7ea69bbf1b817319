from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import TimeType
from onrecord.reading.times import find_times

PUBLISHED = "2024-06-06"
"""A Thursday."""


def read(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str, str | None]]:
    return [(text[time.start : time.end], time.timex, time.edtf) for time in find_times(text, published)]


@pytest.mark.parametrize(
    ("text", "span", "timex", "edtf"),
    [
        ("It began on 24 February 2022.", "24 February 2022", "2022-02-24", "2022-02-24"),
        ("It began on Feb. 24, 2022.", "Feb. 24, 2022", "2022-02-24", "2022-02-24"),
        ("It began on the 24th of February 2022.", "the 24th of February 2022", "2022-02-24", "2022-02-24"),
        ("It began on Thursday, February 24, 2022.", "Thursday, February 24, 2022", "2022-02-24", "2022-02-24"),
        ("It began on 2022-02-24.", "2022-02-24", "2022-02-24", "2022-02-24"),
        ("It began on 24/02/2022.", "24/02/2022", "2022-02-24", "2022-02-24"),
        ("It began on 24.02.2022.", "24.02.2022", "2022-02-24", "2022-02-24"),
        ("It began on 03/04/2022.", "03/04/2022", "2022-XX-XX", "2022"),
        ("It began in February 2022.", "February 2022", "2022-02", "2022-02"),
        ("It began in early February.", "early February", "2024-02", "2024-02"),
        ("It began in mid-2021.", "mid-2021", "2021", "2021"),
        ("It began at the end of February.", "the end of February", "2024-02", "2024-02"),
        ("It began in nineteen ninety-six.", "nineteen ninety-six", "1996", "1996"),
        ("It began in the 1990s.", "the 1990s", "199", "199X"),
        ("It began in the late eighties.", "the late eighties", "198", "198X"),
        ("It began in the 19th century.", "the 19th century", "18", "18XX"),
        ("It began in the second quarter of 2023.", "the second quarter of 2023", "2023-Q2", "2023-34"),
        ("It began in Q3 2022.", "Q3 2022", "2022-Q3", "2022-35"),
        ("It began in the first half of 2023.", "the first half of 2023", "2023-H1", "2023-40"),
        ("It began in the spring of 2022.", "the spring of 2022", "2022-SP", "2022-21"),
        ("It began in fiscal 2023.", "fiscal 2023", "2023", "2023~"),
        ("It began in the school year 2022-23.", "the school year 2022-23", "2022", "2022/2023"),
        ("It began around 5 May 2024.", "around 5 May 2024", "2024-05-05", "2024-05-05~"),
        ("It began on Christmas Day 2023.", "Christmas Day 2023", "2023-12-25", "2023-12-25"),
        ("It began on 29 February 2023.", "29 February 2023", "2023-02-29", None),
    ],
)
def test_named_dates(text: str, span: str, timex: str, edtf: str | None) -> None:
    assert read(text) == [(span, timex, edtf)]


@pytest.mark.parametrize(
    ("text", "span", "timex", "edtf"),
    [
        ("The ministry replied today.", "today", "2024-06-06", "2024-06-06"),
        ("They met yesterday morning.", "yesterday morning", "2024-06-05TMO", "2024-06-05"),
        ("They meet tonight.", "tonight", "2024-06-06TNI", "2024-06-06"),
        ("They met last week.", "last week", "2024-W22", "2024-05-27/2024-06-02"),
        ("They could meet as early as next week.", "next week", "2024-W24", "2024-06-10/2024-06-16"),
        ("They met last month.", "last month", "2024-05", "2024-05"),
        ("They met last year.", "last year", "2023", "2023"),
        ("They met last summer.", "last summer", "2023-SU", "2023-22"),
        ("They met last Monday.", "last Monday", "2024-06-03", "2024-06-03"),
        ("They will meet next Monday.", "next Monday", "2024-06-10", "2024-06-10"),
        ("They met last March.", "last March", "2024-03", "2024-03"),
        ("They met on Wednesday last week.", "Wednesday last week", "2024-05-29", "2024-05-29"),
        ("They met two days ago.", "two days ago", "2024-06-04", "2024-06-04"),
        ("They met about three years ago.", "about three years ago", "2021", "2021~"),
        ("They met several years ago.", "several years ago", "PAST_REF", None),
        ("They will meet in two weeks' time.", "two weeks' time", "2024-W25", "2024-06-17/2024-06-23"),
        ("They now agree.", "now", "PRESENT_REF", "2024-06-06"),
        ("They recently agreed.", "recently", "PAST_REF", None),
        ("They will agree soon.", "soon", "FUTURE_REF", None),
        ("They met over the last eight years.", "the last eight years", "P8Y", "2016-06/2024-06"),
        ("They will meet over the next six months.", "the next six months", "P6M", "2024-06/2024-12"),
        ("They met in the past ten days.", "the past ten days", "P10D", "2024-05-27/2024-06-06"),
        ("They met over the weekend.", "the weekend", "2024-W22-WE", "2024-06-01/2024-06-02"),
        ("They met at 7:15 p.m. on Tuesday.", "7:15 p.m. on Tuesday", "2024-06-04T19:15", "2024-06-04"),
        ("They met on the morning of June 3.", "the morning of June 3", "2024-06-03TMO", "2024-06-03"),
    ],
)
def test_dates_told_from_the_publication(text: str, span: str, timex: str, edtf: str | None) -> None:
    assert read(text) == [(span, timex, edtf)]


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("The general signed on Thursday.", "2024-06-06"),
        ("The general signed on Friday.", "2024-05-31"),
        ("The general will sign on Friday.", "2024-06-07"),
        ("On Friday, the general will sign.", "2024-06-07"),
        ("The general said he would sign on Friday.", "2024-06-07"),
        ("The general said on Friday that he would sign.", "2024-05-31"),
        ("The general will succeed him on Friday.", "2024-06-07"),
        ("The general could not be reached on Friday.", "2024-05-31"),
        ("The talks are scheduled for Monday.", "2024-06-10"),
        ("Nothing was signed until Monday.", "2024-06-03"),
        ("The talks were postponed until Monday.", "2024-06-10"),
        ("The papers were signed in September.", "2023-09"),
        ("The papers will be signed in September.", "2024-09"),
        ("The papers were signed on 3 May.", "2024-05-03"),
        ("The papers will be signed on 3 July.", "2024-07-03"),
        ("A ceremony on 12 June was announced.", "2024-06-12"),
    ],
)
def test_the_verbs_around_decide_between_past_and_future(text: str, timex: str) -> None:
    assert [value for _, value, _ in read(text)] == [timex]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2019 he left; two years later he returned.", ["2019", "2021"]),
        ("It passed in 2003. That year he retired.", ["2003", "2003"]),
        ("He arrived on 5 March. The next day he left.", ["2024-03-05", "2024-03-06"]),
        ("Profit fell in the third quarter of 2023 from a year earlier.", ["2023-Q3", "2022-Q3"]),
        ("A year earlier he had left.", ["PAST_REF"]),
        ("In 2019 he left; two days later he returned.", ["2019", "FUTURE_REF"]),
        ("In 2019 he left, and that day he returned.", ["2019", "XXXX-XX-XX"]),
        ("It opened in March 2019 and closed the following Friday.", ["2019-03", "XXXX-WXX-5"]),
    ],
)
def test_dates_told_from_a_date_named_before(text: str, expected: list[str]) -> None:
    assert [timex for _, timex, _ in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("since March 2015", [("March 2015", "2015-03", "2015-03/..")]),
        ("since last week", [("last week", "2024-W22", "2024-05-27/..")]),
        ("from June 1 onwards", [("June 1", "2024-06-01", "2024-06-01/..")]),
        ("until the end of June", [("the end of June", "2024-06", "../2024-06")]),
        ("by 2030", [("2030", "2030", "../2030")]),
        ("not until 2023", [("2023", "2023", "2023")]),
        (
            "from Monday to Wednesday",
            [("Monday", "2024-06-03", "2024-06-03/2024-06-05"), ("Wednesday", "2024-06-05", "2024-06-03/2024-06-05")],
        ),
        (
            "between 3 and 5 June",
            [("3", "2024-06-03", "2024-06-03/2024-06-05"), ("5 June", "2024-06-05", "2024-06-03/2024-06-05")],
        ),
        (
            "June 3-5, 2024",
            [("June 3", "2024-06-03", "2024-06-03/2024-06-05"), ("5, 2024", "2024-06-05", "2024-06-03/2024-06-05")],
        ),
        ("2022 and 2023", [("2022", "2022", "2022"), ("2023", "2023", "2023")]),
        ("from 2015 to 2019", [("2015", "2015", "2015/2019"), ("2019", "2019", "2015/2019")]),
    ],
)
def test_prepositions_stay_outside_but_count(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "type_", "timex"),
    [
        ("every Monday", TimeType.SET, "XXXX-WXX-1"),
        ("on Sundays", TimeType.SET, "XXXX-WXX-7"),
        ("each July", TimeType.SET, "XXXX-07"),
        ("every two years", TimeType.SET, "P2Y"),
        ("every other week", TimeType.SET, "P2W"),
        ("held annually", TimeType.SET, "P1Y"),
        ("twice a week", TimeType.SET, "P1W"),
        ("for six months", TimeType.DURATION, "P6M"),
        ("a few days", TimeType.DURATION, "PXD"),
        ("a twelve-hour raid", TimeType.DURATION, "PT12H"),
        ("two decades", TimeType.DURATION, "P20Y"),
        ("half an hour", TimeType.DURATION, "PT30M"),
        ("for years", TimeType.DURATION, "PXY"),
        ("a decades-long dispute", TimeType.DURATION, "PXDE"),
    ],
)
def test_durations_and_sets_have_no_date(text: str, type_: TimeType, timex: str) -> None:
    assert [(time.type, time.timex, time.edtf) for time in find_times(text, PUBLISHED)] == [(type_, timex, None)]


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("They met on Thursday.", "XXXX-WXX-4"),
        ("They met last week.", "XXXX-WXX"),
        ("They met in March.", "XXXX-03"),
        ("They met on 5 March.", "XXXX-03-05"),
        ("They met yesterday.", "XXXX-XX-XX"),
        ("They met in the third quarter.", "XXXX-Q3"),
        ("They now agree.", "PRESENT_REF"),
        ("They met over the last two years.", "P2Y"),
        ("They met two hours ago.", "PAST_REF"),
    ],
)
def test_without_a_publication_date_nothing_relative_is_dated(text: str, timex: str) -> None:
    assert [(value, edtf) for _, value, edtf in read(text, None)] == [(timex, None)]


def test_hours_ago_need_a_clock() -> None:
    assert read("Two hours ago it fell.", "2024-06-06T01:30") == [("Two hours ago", "2024-06-05T23:30", "2024-06-05")]


@pytest.mark.parametrize(
    "text",
    [
        "Some 2000 soldiers and 1,990 shells.",
        "A 44-year-old man, 39 years old.",
        "May I ask? They march at dawn.",
        "About three-quarters of it, and a quarter of that.",
        "A second attempt, in the second half.",
        "They left as soon as they could.",
        "It costs $2020 and weighs 1990 kilograms.",
        "They fall in spring water.",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "published", ["", "yesterday", "2024", "2024-13-40", "2024-06-06 at noon", "0001-01-01", "9999-12-31"]
)
def test_any_publication_date_is_survived(published: str) -> None:
    text = (
        "On Monday, last week, next year, in March, last summer, this winter, the last 30 years, a decade ago, Easter."
    )
    assert read(text, published)


_WORDS = st.sampled_from(
    [
        "the",
        "last",
        "next",
        "this",
        "two",
        "3",
        "5",
        "30",
        "2024",
        "June",
        "May",
        "Monday",
        "summer",
        "week",
        "years",
        "ago",
        "since",
        "until",
        "from",
        "to",
        "between",
        "and",
        "early",
        "of",
        "third",
        "quarter",
        "night",
        "7:15",
        "p.m.",
        "every",
        "a",
        "few",
        "now",
        "1990s",
        "century",
        ",",
        ".",
        "-",
        "é",
        "”",
        "1/2",
        "99999",
        "later",
        "end",
        "year",
        "weekend",
        "noon",
    ]
)


@given(st.one_of(st.text(), st.lists(_WORDS).map(" ".join)), st.none() | st.dates().map(date.isoformat))
def test_spans_are_ordered_apart_and_inside_the_text(text: str, published: str | None) -> None:
    end = 0
    for time in find_times(text, published):
        assert end <= time.start < time.end <= len(text)
        assert text[time.start : time.end].strip() == text[time.start : time.end]
        end = time.end


@given(st.lists(_WORDS).map(" ".join))
def test_without_a_date_nobody_invents_a_day(text: str) -> None:
    days = {time.edtf for time in find_times(text, None) if time.edtf and len(time.edtf) == len("2024-06-06")}
    assert all("2024" in day or "1990" in day for day in days)
