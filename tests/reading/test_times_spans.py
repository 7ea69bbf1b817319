from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import TimeType
from onrecord.reading.times import find_times
from tests.reading.test_times import PUBLISHED, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("since March 2015", [("March 2015", "2015-03", "2015-03/..")]),
        ("since last week", [("last week", "2024-W22", "2024-05-27/..")]),
        ("from June 1 onwards", [("June 1", "2024-06-01", "2024-06-01/..")]),
        ("until the end of June", [("the end of June", "2024-06", "../2024-06")]),
        ("since at least 2015", [("2015", "2015", "2015/..")]),
        ("starting in March 2025", [("March 2025", "2025-03", "2025-03/..")]),
        ("by the end of the year", [("the end of the year", "2024", "../2024")]),
        ("until 2027", [("2027", "2027", "../2027")]),
        ("until at least 2027", [("2027", "2027", "../2027")]),
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
        (
            "moved from Monday to Wednesday",
            [("Monday", "2024-06-03", "2024-06-03"), ("Wednesday", "2024-06-05", "2024-06-05")],
        ),
        (
            "from tomorrow into Saturday",
            [("tomorrow", "2024-06-07", "2024-06-07/2024-06-08"), ("Saturday", "2024-06-08", "2024-06-07/2024-06-08")],
        ),
        ("2015 to 2019", [("2015", "2015", "2015/2019"), ("2019", "2019", "2015/2019")]),
        (
            "from March to May 2015",
            [("March", "2015-03", "2015-03/2015-05"), ("May 2015", "2015-05", "2015-03/2015-05")],
        ),
        (
            "from December to February 2016",
            [("December", "2015-12", "2015-12/2016-02"), ("February 2016", "2016-02", "2015-12/2016-02")],
        ),
        (
            "3 June to 5 July 2015",
            [("3 June", "2015-06-03", "2015-06-03/2015-07-05"), ("5 July 2015", "2015-07-05", "2015-06-03/2015-07-05")],
        ),
        ("March and April 2015", [("March", "2015-03", "2015-03"), ("April 2015", "2015-04", "2015-04")]),
        ("2022 and 2023", [("2022", "2022", "2022"), ("2023", "2023", "2023")]),
        ("from 2015 to 2019", [("2015", "2015", "2015/2019"), ("2019", "2019", "2015/2019")]),
    ],
)
def test_prepositions_stay_outside_but_count(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "span", "timex", "edtf"),
    [
        ("the first week of June", "the first week of June", "2024-W23", "2024-06-03/2024-06-09"),
        ("the last week of last year", "the last week of last year", "2023-W52", "2023-12-25/2023-12-31"),
        ("the first weekend of July 2025", "the first weekend of July 2025", "2025-W27-WE", "2025-07-05/2025-07-06"),
        ("the third Tuesday of June", "the third Tuesday of June", "2024-06-18", "2024-06-18"),
        ("the last Friday in May", "the last Friday in May", "2024-05-31", "2024-05-31"),
        ("the first day of June 2023", "the first day of June 2023", "2023-06-01", "2023-06-01"),
        ("the twenty-third day of May", "the twenty-third day of May", "2024-05-23", "2024-05-23"),
        ("the last day of May", "the last day of May", "2024-05-31", "2024-05-31"),
        ("the final month of 2023", "the final month of 2023", "2023-12", "2023-12"),
    ],
)
def test_stretches_counted_inside_a_longer_one(text: str, span: str, timex: str, edtf: str) -> None:
    assert read(text) == [(span, timex, edtf)]


def test_a_month_without_a_fifth_friday_has_none() -> None:
    assert "2024-07-05" not in {timex for _, timex, _ in read("the fifth Friday of June")}


def test_the_first_months_of_a_year_are_a_length_that_has_a_place() -> None:
    assert read("In the first nine months of 2023 it fell.")[0] == ("the first nine months", "P9M", "2023-01/2023-09")
    assert read("In the last three months of 2023 it fell.")[0] == ("the last three months", "P3M", "2023-10/2023-12")


@pytest.mark.parametrize(
    ("text", "type_", "timex"),
    [
        ("It was built in three days.", TimeType.DURATION, "P3D"),
        ("It will be the highest level in ten years.", TimeType.DURATION, "P10Y"),
        ("It can result in up to five years in jail.", TimeType.DURATION, "P5Y"),
        ("It would take in a year that many.", TimeType.DURATION, "P1Y"),
        ("two and a half years", TimeType.DURATION, "P30M"),
        ("a three-and-a-half-year term", TimeType.DURATION, "P42M"),
        ("a year and a half", TimeType.DURATION, "P18M"),
        ("a half-century", TimeType.DURATION, "P50Y"),
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
        ("In the years that followed it grew.", TimeType.DURATION, "PXY"),
        ("In the months since it has grown.", TimeType.DURATION, "PXM"),
        ("Over the years, many have left.", TimeType.DURATION, "PXY"),
        ("It is about the town's future.", TimeType.DATE, "FUTURE_REF"),
        ("It is about their future in the town.", TimeType.DATE, "FUTURE_REF"),
        ("It fell in recent decades.", TimeType.DATE, "PAST_REF"),
        ("They paid the then current price.", TimeType.DATE, "PAST_REF"),
        ("It closed for one day.", TimeType.DURATION, "P1D"),
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
        ("They met this weekend.", "XXXX-WXX-WE"),
        ("They met the week before last.", "XXXX-WXX"),
        ("They met on the last Friday in May.", "XXXX-XX-XX"),
        ("They will meet in three days.", "P3D"),
        ("They will meet later in the week.", "XXXX-WXX"),
        ("They met over Easter weekend.", "XXXX-WXX-WE"),
        ("They met last June 12.", "XXXX-06-12"),
    ],
)
def test_without_a_publication_date_nothing_relative_is_dated(text: str, timex: str) -> None:
    assert [(value, edtf) for _, value, edtf in read(text, None)] == [(timex, None)]


def test_the_first_of_two_kinds_of_nights_is_a_set_too() -> None:
    text = "It is open on Monday, Tuesday and Friday nights."
    assert [timex for _, timex, _ in read(text)] == ["XXXX-WXX-1TNI", "XXXX-WXX-2TNI", "XXXX-WXX-5TNI"]


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
        "An upward current of water met a strong current.",
        "They left as soon as they could; in the evening they slept.",
        "The H1-B list of Easter Island.",
        "He told 60 Minutes that he would go.",
        "He told the Daily Herald of it.",
        "They met on the 5th floor, on the 45th.",
        "He sold his 1987 Ford Escort and bought a 1994 Volvo.",
        "It was heard on BBC Today.",
        "It is about the town's future earnings.",
        "The quarter-to-quarter comparison was flat.",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "published", ["", "yesterday", "2024", "2024-13-40", "2024-06-06 at noon", "0001-01-01", "9999-12-31"]
)
def test_any_publication_date_is_survived(published: str) -> None:
    text = (
        "On Monday, last week, next year, in March, last summer, this winter, the last 30 years, a decade ago, Easter. "
        "A year ago today, two weeks ago Friday, ten years ago this week, Easter weekend, last June 12."
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
