from __future__ import annotations

import pytest

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
        ("It began on 24-02-2022.", "24-02-2022", "2022-02-24", "2022-02-24"),
        (
            "It began on the twenty-second of February 2022.",
            "the twenty-second of February 2022",
            "2022-02-22",
            "2022-02-22",
        ),
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
        ("It began in fiscal year 2016.", "fiscal year 2016", "2016", "2016~"),
        ("It began in the 2016 fiscal year.", "the 2016 fiscal year", "2016", "2016~"),
        ("It began in FY16.", "FY16", "2016", "2016~"),
        ("It began in FY 2016-17.", "FY 2016-17", "2016", "2016/2017"),
        ("It began in the school year 2022-23.", "the school year 2022-23", "2022", "2022/2023"),
        ("It began in the 2015-16 school year.", "the 2015-16 school year", "2015", "2015/2016"),
        ("It began in the winter of 2022-23.", "the winter of 2022-23", "2022-WI", "2022-24"),
        ("It began in 3Q 2022.", "3Q 2022", "2022-Q3", "2022-35"),
        ("It began in 2022 Q3.", "2022 Q3", "2022-Q3", "2022-35"),
        ("It began in Q3'22.", "Q3'22", "2022-Q3", "2022-35"),
        ("It began in Q3/2022.", "Q3/2022", "2022-Q3", "2022-35"),
        ("It began in the last quarter of 2022.", "the last quarter of 2022", "2022-Q4", "2022-36"),
        ("It began in the final half of 2022.", "the final half of 2022", "2022-H2", "2022-41"),
        ("It began in early 2019.", "early 2019", "2019", "2019"),
        ("It began in mid-June.", "mid-June", "2024-06", "2024-06"),
        ("It began in the late 80s.", "the late 80s", "198", "198X"),
        ("It began on 2024/06/05.", "2024/06/05", "2024-06-05", "2024-06-05"),
        ("It began at 2024-06-05T10:30:00Z.", "2024-06-05T10:30:00Z", "2024-06-05T10:30", "2024-06-05"),
        ("It began on Presidents’ Day 2024.", "Presidents’ Day 2024", "2024-02-19", "2024-02-19"),
        ("It began around 5 May 2024.", "around 5 May 2024", "2024-05-05", "2024-05-05~"),
        ("It began after the Sept. 11 attacks.", "Sept. 11", "2001-09-11", "2001-09-11"),
        ("It began after 9/11.", "9/11", "2001-09-11", "2001-09-11"),
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
        ("They met two weeks ago.", "two weeks ago", "2024-W21", "2024-05-20/2024-05-26"),
        ("They met in the third quarter.", "the third quarter", "2023-Q3", "2023-35"),
        ("They will meet in the third quarter.", "the third quarter", "2024-Q3", "2024-35"),
        ("They met about three years ago.", "about three years ago", "2021", "2021~"),
        ("They met several years ago.", "several years ago", "PAST_REF", None),
        ("They will meet in two weeks' time.", "two weeks' time", "2024-W25", "2024-06-17/2024-06-23"),
        ("They now agree.", "now", "PRESENT_REF", "2024-06-06"),
        ("They recently agreed.", "recently", "PAST_REF", None),
        ("They will agree soon.", "soon", "FUTURE_REF", None),
        ("They met over the last year.", "the last year", "2023", "2023-06/2024-06"),
        ("They met over the past decade.", "the past decade", "201", "2014-06/2024-06"),
        ("They met over the last eight years.", "the last eight years", "P8Y", "2016-06/2024-06"),
        ("They will meet over the next six months.", "the next six months", "P6M", "2024-06/2024-12"),
        ("They met in the past ten days.", "the past ten days", "P10D", "2024-05-27/2024-06-06"),
        ("They met over the weekend.", "the weekend", "2024-W22-WE", "2024-06-01/2024-06-02"),
        ("They met late last month.", "late last month", "2024-05", "2024-05"),
        ("They met overnight.", "overnight", "2024-06-06TNI", "2024-06-06"),
        ("They met the day before last Friday.", "last Friday", "2024-05-31", "2024-05-31"),
        ("They met two and a half years ago.", "two and a half years ago", "2021-12", "2021-12"),
        ("They will meet over the next couple weeks.", "the next couple weeks", "P2W", "2024-06-06/2024-06-20"),
        ("They met the week before last.", "the week before last", "2024-W21", "2024-05-20/2024-05-26"),
        ("They will meet the year after next.", "the year after next", "2026", "2026"),
        ("They will meet in three days.", "three days", "2024-06-09", "2024-06-09"),
        ("They meet this weekend.", "this weekend", "2024-W23-WE", "2024-06-08/2024-06-09"),
        ("They met this weekend.", "this weekend", "2024-W22-WE", "2024-06-01/2024-06-02"),
        ("They meet this fiscal year.", "this fiscal year", "2024", "2024~"),
        ("They meet this school year.", "this school year", "2023", "2023/2024"),
        ("They will meet later in the week.", "the week", "2024-W23", "2024-06-03/2024-06-09"),
        ("They will meet on the 5th.", "the 5th", "2024-07-05", "2024-07-05"),
        ("They met on the 5th.", "the 5th", "2024-06-05", "2024-06-05"),
        ("They met on the 3rd of last month.", "the 3rd of last month", "2024-05-03", "2024-05-03"),
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
        ("The talks begin on Monday.", "2024-06-10"),
        ("The generals meet on Monday.", "2024-06-10"),
        ("The generals are to meet on Monday.", "2024-06-10"),
        ("The offer had been due to expire on Monday.", "2024-06-03"),
        ("The talks, starting Monday.", "2024-06-10"),
        ("Elections are on Monday.", "2024-06-10"),
        ("The general is running for office in September.", "2024-09"),
        ("Forecasters predict rain on Monday.", "2024-06-10"),
        ("The general took aim at him on Monday.", "2024-06-03"),
        ("The two generals are meeting on Monday.", "2024-06-10"),
        ("The general flies home on Monday.", "2024-06-10"),
        ("He has until Monday to answer.", "2024-06-10"),
        ("The general signed on Monday. They will meet again.", "2024-06-03"),
        ("They spoke ahead of Monday's visit.", "2024-06-10"),
        ("The general was ahead of the rest on Monday.", "2024-06-03"),
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
        ("Profit fell in the third quarter of 2023. In the same period last year it rose.", ["2023-Q3", "2022-Q3"]),
        ("Sales rose in April. The same month a year earlier saw a fall.", ["2024-04", "2023-04"]),
        ("Profit fell in the third quarter of 2023. The quarter a year ago was better.", ["2023-Q3", "2022-Q3"]),
        ("Sales rose in April from the corresponding month of 2021.", ["2024-04", "2021-04"]),
        ("Sales rose from the same period last year.", ["2023"]),
        ("He came on 5 March. The day before, he had left.", ["2024-03-05", "2024-03-04"]),
        (
            "Profit rose in the third quarter. In the first nine months it fell to 3 from 4 a year ago.",
            ["2023-Q3", "P9M", "2023"],
        ),
        ("In 2019 costs fell from a year earlier. Sales rose from a year earlier.", ["2019", "2018", "2018"]),
        ("The loss narrowed to 3% from 4.5% a year earlier.", ["2023"]),
        ("It began at 10:35 a.m. (0735 GMT) on Friday.", ["2024-05-31T10:35", "2024-05-31"]),
        ("In the quarter ended Sept. 30 it rose.", ["2023-Q3", "2023-09-30"]),
        ("They met on Monday and left in the evening.", ["2024-06-03", "2024-06-03TEV"]),
        ("A year earlier he had left.", ["PAST_REF"]),
        ("In 2019 he left; two days later he returned.", ["2019", "FUTURE_REF"]),
        ("In 2019 he left, and that day he returned.", ["2019", "XXXX-XX-XX"]),
        ("It opened in March 2019 and closed the following Friday.", ["2019-03", "XXXX-WXX-5"]),
    ],
)
def test_dates_told_from_a_date_named_before(text: str, expected: list[str]) -> None:
    assert [timex for _, timex, _ in read(text)] == expected
