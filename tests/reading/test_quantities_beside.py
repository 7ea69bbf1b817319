"""Money, and what the words and numbers beside a number make of it."""

from __future__ import annotations

import pytest

from onrecord.model import Bound, Change
from onrecord.reading.quantities import find_quantities
from tests.reading.test_quantities import only, spans


@pytest.mark.parametrize(
    ("money", "value", "unit"),
    [
        ("$3.5-4 million", 4e6, "USD"),
        ("€17bn", 17e9, "EUR"),
        ("40 rupees", 40, "INR"),
        ("Rs 40 crore", 4e8, "INR"),
        ("₹2.5 lakh", 250_000, "INR"),
        ("three lakh crore rupees", 3e12, "INR"),
        ("40 billion yen", 4e10, "JPY"),
        ("¥120bn", 1.2e11, "JPY"),
        ("300 million won", 3e8, "KRW"),
        ("40 million zloty", 4e7, "PLN"),
        ("2 million hryvnias", 2e6, "UAH"),
        ("5 million CFA francs", 5e6, "XOF"),
        ("FCFA 500,000", 500_000, "XOF"),
        ("R$40 million", 4e7, "BRL"),
        ("HK$40m", 4e7, "HKD"),
        ("US$40bn", 4e10, "USD"),
        ("C$4.5 million", 4.5e6, "CAD"),
        ("USD 5m", 5e6, "USD"),
        ("SEK 40 million", 4e7, "SEK"),
        ("5 million PLN", 5e6, "PLN"),
        ("KSh12m", 12e6, "KES"),
        ("Sh12 million", 12e6, "KES"),
        ("N40 billion", 4e10, "NGN"),
        ("R1,200", 1200, "ZAR"),
        ("$1.9t", 1.9e12, "USD"),
        ("a half million dollars", 500_000, "USD"),
        ("12 million Philippine pesos", 12e6, "PHP"),
        ("40 million Jordanian dinars", 4e7, "JOD"),
        ("900 kwacha", 900, "ZMW"),
        ("7 trillion toman", 7e12, "IRR"),
        ("$30 per square foot", 30, "USD per square foot"),
        ("$300 per metric ton", 300, "USD per tonne"),
        ("$1,870 an ounce", 1870, "USD per ounce"),
    ],
)
def test_money(money: str, value: float, unit: str) -> None:
    text = f"It cost {money}."
    found = only(text)
    assert text[found.start : found.end] == money
    assert found.high == pytest.approx(value)
    assert found.unit == unit


@pytest.mark.parametrize(
    "text", ["They won 300 won medals.", "Ann Sh 5 left.", "Take the R2 or N4 bus.", "It was 12,5 then."]
)
def test_letters_and_verbs_are_no_currency(text: str) -> None:
    assert not {"KRW", "KES", "ZAR", "NGN"} & {each.unit for each in find_quantities(text)}


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It took half an hour.", 0.5, "hour"),
        ("It lasted two-and-a-half hours.", 2.5, "hour"),
        ("It lasted a year and a half.", 1.5, "year"),
        ("It weighs a quarter of a tonne.", 0.25, "tonne"),
        ("It is a half-mile walk.", 0.5, "mile"),
        ("It was 35C there.", 35, "celsius"),
        ("It is a 13in screen.", 13, "inch"),
        ("The train does 120 km/h.", 120, "kilometre per hour"),
        ("It holds 5t.", 5, "tonne"),
        ("The magnitude 6.2 quake came.", 6.2, "magnitude"),
        ("It is a 5-foot-11 door.", 5, "foot"),
        ("Nine out of ten agreed.", 0.9, "fraction"),
        ("One in every five agreed.", 0.2, "fraction"),
        ("Two-thirds agreed.", 2 / 3, "fraction"),
        ("There is a three-in-five chance.", 0.6, "fraction"),
        ("They served a 10,000-strong force.", 10_000, "member"),
        ("He has nine grandchildren.", 9, "grandchild"),
        ("Six of the injured died.", 6, "person"),
        ("It sent 17 U.S. guards.", 17, "guard"),
        ("It rose by 2 degrees Celsius.", 2, "celsius"),
        ("They came in ten Oxo police vans.", 10, "van"),
        ("It sent 75 troops overseas.", 75, "troop"),
        ('It has a 9.7" screen.', 9.7, "inch"),
        ("Eleven large and small towns agreed.", 11, "town"),
        ("She gave two in-person talks.", 2, "talk"),
        ("They had 53 sports-related injuries.", 53, "injury"),
        ("It has 30 “quiet zones” now.", 30, "zone"),
        ("More than twenty were injured.", 20, "person"),
        ("A blast came, killing four.", 4, "person"),
        ("A town of 12,000 slept.", 12_000, "person"),
        ("A mother of two left.", 2, "child"),
        ("At least three died.", 3, "person"),
        ("Some 40 who stayed were fed.", 40, "person"),
        ("Bo McAdoo, 49, left.", 49, "year"),
        ("She was 19, then.", 19, "year"),
        ("Bo McAdoo died at 58.", 58, "year"),
        ("It took the lives of 12.", 12, "person"),
        ("Voters under 30 stayed.", 30, "year"),
        ("It asks those 45 or older.", 45, "year"),
        ("The 97 members stayed.", 97, "member"),
        ("A dozen or so guards left.", 12, "guard"),
    ],
)
def test_what_the_words_beside_a_number_make_it(text: str, value: float, unit: str) -> None:
    found = only(text)
    assert (found.high if found.low is None else found.low) == pytest.approx(value)
    assert found.unit == unit


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They fixed 21 of the 30 lamps.", [(21, "lamp"), (30, "lamp")]),
        ("It lost 10 of the first 11 games.", [(10, "game"), (11, "game")]),
        ("It is 3 x 5 m, at 2,732x1,536 pixels.", [(3, "metre"), (5, "metre"), (2732, "pixel"), (1536, "pixel")]),
        ("Two 17-year-old girls came.", [(2, "girl"), (17, "year")]),
        ("One seven-year-old girl came.", [(1, "girl"), (7, "year")]),
        ("They left two four-door cars.", [(2, "car"), (4, "door")]),
        ("He paid with five $20 notes.", [(5, "note"), (20, "USD")]),
        ("It built 435 homes by sale and 187 by tender.", [(435, "home"), (187, "home")]),
        ("Cases rose by 1,245 to 45,300.", [(1245, None), (45_300, None)]),
        ("It made six arrests, compared to just 47 before.", [(6, "arrest"), (47, "arrest")]),
        ("The index closed at 6,110.4, up 12.5 points.", [(6110.4, None), (12.5, "point")]),
        ("The index (6110.4 up 12.5 points) rose.", [(6110.4, "point"), (12.5, "point")]),
        ("They are 13 and 14 years old.", [(13, "year"), (14, "year")]),
        ("Five of them left, three of whom cried.", [(5, None), (3, "person")]),
        ("The index added 23.4 points or 0.3% to 7,345.6.", [(23.4, "point"), (0.3, "percent"), (7345.6, None)]),
    ],
)
def test_numbers_that_belong_together(text: str, found: list[tuple[float, str | None]]) -> None:
    assert [(each.low, each.unit) for each in find_quantities(text)] == found


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("It is a two- or three-week trial.", 2, 3, "week"),
        ("It is a two- to three-year plan.", 2, 3, "year"),
        ("Voters ages 18 to 39 stayed.", 18, 39, "year"),
        ("Men between the ages of 39 and 74 stayed.", 39, 74, "year"),
        ("It asked boys aged between 13 and 14.", 13, 14, "year"),
        ("It is between 30 and 40.", 30, 40, None),
        ("It has 30 to 40.", 30, 40, None),
        ("It left a couple days ago.", 2, 3, "day"),
        ("Hundreds of people left.", 100, 1000, "person"),
    ],
)
def test_ranges(text: str, low: float, high: float, unit: str | None) -> None:
    found = only(text)
    assert (found.low, found.high, found.unit) == (low, high, unit)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "change", "of"),
    [
        ("Prices doubled.", 2, 2, "time", Change.UP, "Prices"),
        ("Prices have more than tripled.", 3, None, "time", Change.UP, "Prices"),
        ("The group halved its debt.", 0.5, 0.5, "fraction", Change.DOWN, "debt"),
        ("Sales fell by half.", 0.5, 0.5, "fraction", Change.DOWN, "Sales"),
        ("Output rose tenfold.", 10, 10, "time", Change.UP, "Output"),
        ("Output grew 20-fold.", 20, 20, "time", Change.UP, "Output"),
        ("A 12 percent rise came.", 12, 12, "percent", Change.UP, None),
    ],
)
def test_multiples(text: str, low: float, high: float | None, unit: str, change: Change, of: str | None) -> None:
    found = only(text)
    assert (found.low, found.high, found.unit, found.change, found.of) == (low, high, unit, change, of)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Nearly half of the voters agreed.", [(0.5, 0.5, Bound.ABOUT, "fraction")]),
        ("At least three dead were found.", [(3, None, Bound.AT_LEAST, "dead")]),
        ("No fewer than 40 were hurt.", [(40, None, Bound.AT_LEAST, "person")]),
        ("A dozen or so guards left.", [(12, 12, Bound.ABOUT, "guard")]),
        ("The bid was $3.5-4 million.", [(3.5e6, 4e6, Bound.RANGE, "USD")]),
        ("It plans to send up to 150,000.", [(None, 150_000, Bound.AT_MOST, None)]),
        ("The margin is plus or minus 3 points.", [(3, 3, Bound.EXACT, "point")]),
        ("The death toll has risen to 23.", [(23, 23, Bound.EXACT, "person")]),
        ("The number of jobs lost fell to 400.", [(400, 400, Bound.EXACT, "job")]),
        ("It passed by 201 votes to 148.", [(201, 201, Bound.EXACT, "vote"), (148, 148, Bound.EXACT, "vote")]),
        ("Prices rose 2 to 3 percentage points.", [(2, 3, Bound.RANGE, "percentage point")]),
        ("Support rose by 5 to 60 percent.", [(5, 5, Bound.EXACT, None), (60, 60, Bound.EXACT, "percent")]),
        ("The party is up 3 % to 12.", [(3, 3, Bound.EXACT, "percent"), (12, 12, Bound.EXACT, None)]),
        ("It had just under a third.", [(None, pytest.approx(1 / 3), Bound.LESS, "fraction")]),
    ],
)
def test_ends_bounds_and_units(text: str, ends: list[tuple[float | None, float | None, Bound, str | None]]) -> None:
    assert [(each.low, each.high, each.bound, each.unit) for each in find_quantities(text)] == ends


def test_a_doubled_bed_is_no_multiple() -> None:
    assert spans("He doubled down, and it doubled as a bed.") == []
