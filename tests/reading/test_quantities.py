from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Bound, Change, Quantity
from onrecord.reading.quantities import find_quantities


def only(text: str) -> Quantity:
    found = find_quantities(text)
    assert len(found) == 1, [text[each.start : each.end] for each in found]
    return found[0]


def spans(text: str) -> list[str]:
    return [text[each.start : each.end] for each in find_quantities(text)]


COUNTED = [
    ("A total of 97 members of border units stayed.", "97 members", 97, "member", "members of border units"),
    ("It trained 400 Ostrian soldiers there.", "400 Ostrian soldiers", 400, "soldier", "Ostrian soldiers"),
    ("He met twelve heads of state and government.", "twelve heads", 12, "head", "heads of state and government"),
    ("The harbour lost three of its cranes.", "three of its cranes", 3, "crane", "cranes"),
    ("One of the oldest bridges was closed.", "One of the oldest bridges", 1, "bridge", "oldest bridges"),
    ("A five-member panel will decide.", "five-member", 5, "member", "member"),
    ("Police found 30 children unharmed.", "30 children", 30, "child", "children unharmed"),
    ("The two security forces commanders agreed.", "two security forces commanders", 2, "commander", None),
    ("A blast left 14 dead in the port.", "14 dead", 14, "dead", "dead"),
    ("It took 40 convention-goers home.", "40 convention-goers", 40, "convention-goer", "convention-goers"),
    ("It cost 500 crowns.", "500 crowns", 500, "crown", "crowns"),
    ("Two were killed.", "Two", 2, "person", None),
    ("They hired 2000 nurses.", "2000 nurses", 2000, "nurse", "nurses"),
    ("It sells 500,000 barrels a day.", "500,000 barrels a day", 500_000, "barrel per day", None),
    ("One man stayed.", "One man", 1, "man", "man"),
    ("A three course meal was served.", "three course", 3, "course", "course meal"),
]


@pytest.mark.parametrize(("text", "span", "value", "unit", "of"), COUNTED)
def test_counted_nouns(text: str, span: str, value: float, unit: str | None, of: str | None) -> None:
    found = only(text)
    assert text[found.start : found.end] == span
    assert (found.low, found.high, found.bound, found.unit) == (value, value, Bound.EXACT, unit)
    if of is not None and unit is not None and unit != "child":
        assert found.of == of


@pytest.mark.parametrize(
    ("text", "low", "high", "bound"),
    [
        ("up to 150,000 boats", None, 150_000, Bound.AT_MOST),
        ("no more than 12 boats", None, 12, Bound.AT_MOST),
        ("as many as 60 boats", None, 60, Bound.AT_MOST),
        ("60 boats at most", None, 60, Bound.AT_MOST),
        ("a fleet limited to 60 boats", None, 60, Bound.AT_MOST),
        ("a law that caps the fleet at 60 boats", None, 60, Bound.AT_MOST),
        ("60-plus boats", 60, None, Bound.AT_LEAST),
        ("under 60 boats", None, 60, Bound.LESS),
        ("fewer than sixty boats", None, 60, Bound.LESS),
        ("more than twenty boats", 20, None, Bound.MORE),
        ("over 60 boats", 60, None, Bound.MORE),
        ("at least 60 boats", 60, None, Bound.AT_LEAST),
        ("60 or more boats", 60, None, Bound.AT_LEAST),
        ("60 boats or more", 60, None, Bound.AT_LEAST),
        ("nearly 500 boats", 500, 500, Bound.ABOUT),
        ("some 60 boats", 60, 60, Bound.ABOUT),
        ("roughly 60 boats", 60, 60, Bound.ABOUT),
        ("60 or so boats", 60, 60, Bound.ABOUT),
        ("between 40 and 60 boats", 40, 60, Bound.RANGE),
        ("40 to 60 boats", 40, 60, Bound.RANGE),
        ("40-60 boats", 40, 60, Bound.RANGE),
        ("40–60 boats", 40, 60, Bound.RANGE),
        ("two or three boats", 2, 3, Bound.RANGE),
        ("about 40 to 60 boats", 40, 60, Bound.ABOUT),
        ("a few dozen boats", 24, 60, Bound.RANGE),
        ("tens of thousands of boats", 10_000, 100_000, Bound.RANGE),
        ("more than a few hundred boats", 200, None, Bound.MORE),
        ("up to several hundred boats", None, 900, Bound.AT_MOST),
        ("5 to 7 million boats", 5e6, 7e6, Bound.RANGE),
        ("over the 60 boats", 60, 60, Bound.EXACT),
    ],
)
def test_bounds(text: str, low: float | None, high: float | None, bound: Bound) -> None:
    found = only(f"They counted {text} there.")
    assert (found.low, found.high, found.bound, found.unit) == (low, high, bound, "boat")


@pytest.mark.parametrize(
    ("text", "span", "value", "unit"),
    [
        ("It gave 3.8 billion euros.", "3.8 billion euros", 3.8e9, "EUR"),
        ("It gave $5m.", "$5m", 5e6, "USD"),
        ("It gave €2bn.", "€2bn", 2e9, "EUR"),
        ("It gave £3.50.", "£3.50", 3.5, "GBP"),
        ("It gave US$ 4 million.", "US$ 4 million", 4e6, "USD"),
        ("It gave $US4m.", "$US4m", 4e6, "USD"),
        ("It gave RM79.", "RM79", 79, "MYR"),
        ("It gave 4 million kroner.", "4 million kroner", 4e6, "krone"),
        ("It gave 4 Danish kroner.", "4 Danish kroner", 4, "DKK"),
        ("It gave 12m Swiss francs.", "12m Swiss francs", 12e6, "CHF"),
        ("It gave 300 million pounds.", "300 million pounds", 3e8, "GBP"),
        ("She was fined 300 pounds.", "300 pounds", 300, "GBP"),
        ("It weighs 300 pounds.", "300 pounds", 300, "pound"),
        ("It fetched $58.24 per barrel.", "$58.24 per barrel", 58.24, "USD per barrel"),
        ("It was a $70-a-share offer.", "$70-a-share", 70, "USD per share"),
        ("It is $900 a month.", "$900 a month", 900, "USD per month"),
        ("It was $900 million a year earlier.", "$900 million", 9e8, "USD"),
        ("Turnout was 12 per cent.", "12 per cent", 12, "percent"),
        ("Turnout was 12%.", "12%", 12, "percent"),
        ("The lead is 12 percentage points.", "12 percentage points", 12, "percentage point"),
        ("The wall is 5m tall.", "5m", 5, "metre"),
        ("The road runs 80 km.", "80 km", 80, "kilometre"),
        ("Gusts hit 60mph.", "60mph", 60, "mile per hour"),
        ("The 45-year-old guard left.", "45-year-old", 45, "year"),
        ("The guard, aged 45, left.", "45", 45, "year"),
        ("Lena Voss, 45, left.", "45", 45, "year"),
        ("The night fell to -3 degrees.", "-3 degrees", -3, "degree"),
        ("One in five adults agreed.", "One in five", 0.2, "fraction"),
        ("Two-thirds of voters agreed.", "Two-thirds", 2 / 3, "fraction"),
    ],
)
def test_units(text: str, span: str, value: float, unit: str) -> None:
    found = only(text)
    assert text[found.start : found.end] == span
    assert found.low == found.high == pytest.approx(value)
    assert found.unit == unit


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Prices rose 3 percent to 12 percent.", [Change.UP, None]),
        ("Exports fell by a third.", [Change.DOWN]),
        ("The ministry cut its budget by 3 percent.", [Change.DOWN]),
        ("The index lost 190 points, or 0.6%.", [Change.DOWN, Change.DOWN]),
        ("Output was up about 19 percent.", [Change.UP]),
        ("Output fell from 9 to 5 percent.", [None, None]),
        ("The party is up 3 % to 12.", [Change.UP, None]),
        ("Oxo fell 2 percent, while Lumo gained 0.4.", [Change.DOWN, Change.UP]),
        ("Oxo rose $6.20, or 1 percent, to $758.", [Change.UP, Change.UP, None]),
        ("It was a 4 percent drop.", [Change.DOWN]),
        ("Rents are 4 percent higher.", [Change.UP]),
        ("An increase of 4 percent is planned.", [Change.UP]),
        ("The team raised $10m.", [None]),
        ("The motion lost by 54 votes.", [None]),
        ("The army lost 12 tanks.", [None]),
        ("Women make up 40 percent.", [None]),
        ("She woke up 48 minutes later.", [None]),
        ("He ripped up a $5m contract.", [None]),
        ("It falls four days before the fair.", [None]),
        ("A slimmed-down 12in screen came.", [None]),
    ],
)
def test_changes(text: str, changes: list[Change | None]) -> None:
    assert [each.change for each in find_quantities(text)] == changes


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("The country sent military aid worth 3.8 billion euros.", "military aid"),
        ("It promised $5m in military aid.", "military aid"),
        ("It ships 3 tonnes of dried fish.", "dried fish"),
        ("It won a $5m contract.", "contract"),
        ("Core inflation rose 3 percent.", "Core inflation"),
        ("They cut the harbour budget by 3 percent.", "harbour budget"),
        ("The bill came to 30 euros.", None),
        ("Half of the fleet sailed.", "fleet"),
    ],
)
def test_what_is_measured(text: str, of: str | None) -> None:
    assert only(text).of == of


@pytest.mark.parametrize(
    "text",
    [
        "It fell under Article 5 of the treaty.",
        "A Boeing 747 and two-way radios from No. 10 came.",
        "The F-16 came with the S23 model and 5G.",
        "The council voted 4-3 to leave.",
        "The final ended 2-2.",
        "It was a 4-3 vote.",
        "He came on 3 May 2024 at 10:30, or at 9 p.m.",
        "It was built in 1998, and again in 2003 and 2004.",
        "The 2016 elections were close.",
        "Call +49 30 1234567 or 555-0123.",
        "No one said which one it was.",
        "1. Leave\n2. Stay",
        "The 19th of the 1990s came third.",
        "The Group of Seven met.",
        "One thing led to another one.",
        "See https://example.org/a/12/tables or write to 5@example.org.",
        "It is version 2.0.1 of #5.",
        "They scored in the second half.",
        "It opens at 10 AM on weekdays and shuts at 1027 PM.",
        "the iphone 11 and windows 10 came in a covid 19 summer",
        "The Nikkei 225 and the Russell 2000 fell.",
        "A 1080p camera and 4K video came in the 2018 19 season.",
        "It goes back to at least 2010, up to the 2012 presidential election.",
        "The two talked, and one warned of it.",
        "She woke up one morning.",
        "It stands at 1 World Square near the Seven Sisters.",
    ],
)
def test_names_dates_and_scores_are_not_quantities(text: str) -> None:
    assert spans(text) == []


def test_skipped_spans_are_left_out() -> None:
    text = "After six months 20 guards left."
    start = text.index("six")
    assert spans(text) == ["six months", "20 guards"]
    assert [text[each.start : each.end] for each in find_quantities(text, [(start, start + 10)])] == ["20 guards"]


def test_a_rate_never_overlaps_the_next_quantity() -> None:
    assert spans("They lent 20 boats a year, 30 boats / one crew.") == ["20 boats a year", "30 boats", "one crew"]


def test_a_second_unit_keeps_the_bound_of_the_first() -> None:
    bounds = [each.bound for each in find_quantities("It can go more than 100 kilometres (60 miles).")]
    assert bounds == [Bound.MORE, Bound.MORE]


def test_a_compared_number_takes_the_unit_before_it() -> None:
    found = find_quantities("Sales came to 3.9 million lamps, up from 2.4 million.")
    assert [each.unit for each in found] == ["lamp", "lamp"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "$",
        "5",
        "of 5",
        "five",
        "- 5",
        "a",
        "half",
        "$1",
        "1" * 500,
        "1," * 500,
        "one " * 300,
        "two two-" * 300,
        "half a " * 300,
        "5 of 5 " * 300,
        "doubled has " * 300,
        "a couple of thousand " * 99,
    ],
)
def test_odd_texts_raise_nothing(text: str) -> None:
    assert all(0 <= each.start < each.end <= len(text) for each in find_quantities(text))


PIECES = st.sampled_from(
    "5 12 1,000 2.5 $ € £ US$ % m bn km one two half a third dozen hundred million thousands tens of the in to and or "
    "between more than up by - – ( ) / . , people percent euros -year-old rose fell ٣ ² ½ 一 \n \u00a0".split(" ")
)


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)))
def test_any_text_gives_ordered_spans_with_an_end(text: str) -> None:
    found = find_quantities(text)
    assert all(left.end <= right.start for left, right in pairwise(found))
    for each in found:
        assert 0 <= each.start < each.end <= len(text)
        assert each.low is not None or each.high is not None
        assert each.of is None or each.of in text


@given(st.lists(PIECES).map(" ".join), st.data())
def test_nothing_is_found_in_skipped_spans(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, max(0, len(text) - 1)))
    end = data.draw(st.integers(start + 1, len(text) + 1))
    for each in find_quantities(text, [(start, end)]):
        assert each.end <= start or each.start >= end
