from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.numerals import Style, digits_value, read_numeral
from onrecord.reading.quantities_tokens import tokenize


def read(text: str) -> tuple[str, float, float | None, Style] | None:
    found = read_numeral(tokenize(text), 0)
    return None if found is None else (text[found.start : found.end], found.low, found.high, found.style)


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("97 members", "97", 97),
        ("12,500 seats", "12,500", 12_500),
        ("1,234,567.5 litres", "1,234,567.5", 1_234_567.5),
        ("12\u202f500 seats", "12\u202f500", 12_500),
        (".5 of it", ".5", 0.5),
        ("3.8 billion", "3.8 billion", 3.8e9),
        ("3.8-billion-crown", "3.8-billion", 3.8e9),
        ("5m people", "5m", 5e6),
        ("2bn", "2bn", 2e9),
        ("2 bn crowns", "2 bn", 2e9),
        ("25k", "25k", 25_000),
        ("2 dozen eggs", "2 dozen", 24),
        ("4½ hours", "4½", 4.5),
        ("twenty-one ships", "twenty-one", 21),
        ("sixty five ships", "sixty five", 65),
        ("two hundred and fifty men", "two hundred and fifty", 250),
        ("one million two hundred thousand", "one million two hundred thousand", 1.2e6),
        ("three hundred thousand", "three hundred thousand", 300_000),
        ("two and a half million", "two and a half million", 2.5e6),
        ("a million and a half", "a million and a half", 1.5e6),
        ("half a million", "half a million", 500_000),
        ("half a dozen", "half a dozen", 6),
        ("a quarter of a million", "a quarter of a million", 250_000),
        ("a hundred", "a hundred", 100),
        ("half million", "half million", 500_000),
        ("16.4 million", "16.4 million", 16_400_000),
        ("10 1/2 hours", "10 1/2", 10.5),
        ("12,34,567 voters", "12,34,567", 1_234_567),
        ("35 lakh", "35 lakh", 3.5e6),
        ("two five", "two", 2),
        ("five and ten", "five", 5),
    ],
)
def test_exact_numbers(text: str, span: str, value: float) -> None:
    found = read(text)
    assert found is not None
    assert found[0] == span
    assert found[1] == found[2] == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("two-thirds of them", "two-thirds", 2 / 3),
        ("three quarters", "three quarters", 0.75),
        ("a third of voters", "a third", 1 / 3),
        ("one-fifth", "one-fifth", 0.2),
        ("half of the fleet", "half", 0.5),
        ("3/4 of it", "3/4", 0.75),
        ("½ a loaf", "½", 0.5),
    ],
)
def test_fractions(text: str, span: str, value: float) -> None:
    found = read(text)
    assert found is not None
    assert found[0] == span
    assert found[1] == pytest.approx(value)
    assert found[3] is Style.FRACTION


@pytest.mark.parametrize(
    ("text", "span", "low", "high"),
    [
        ("a few dozen", "a few dozen", 24, 60),
        ("several hundred thousand", "several hundred thousand", 300_000, 900_000),
        ("tens of thousands", "tens of thousands", 10_000, 100_000),
        ("scores of tents", "scores", 40, 100),
        ("a handful of clerks", "a handful of", 3, 7),
        ("trillions", "trillions", 1e12, None),
    ],
)
def test_vague_numbers(text: str, span: str, low: float, high: float | None) -> None:
    assert read(text) == (span, low, high, Style.VAGUE)


@pytest.mark.parametrize(
    "text", ["a third party", "half-time", "a few clerks", "several", "word", "9/11", "a", "٣", "²"]
)
def test_no_number(text: str) -> None:
    found = read(text)
    assert found is None or found[0] == "9"


def test_short_scales_can_be_left_out() -> None:
    found = read_numeral(tokenize("5m wide"), 0, short=False)
    assert found is not None
    assert (found.low, found.end) == (5, 1)


@given(st.integers(min_value=0, max_value=10**15))
def test_digits_with_and_without_commas_agree(number: int) -> None:
    assert digits_value(f"{number:,}") == digits_value(str(number)) == number


@given(st.text())
def test_tokens_are_spans_of_the_text(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert "".join(token.text for token in tokens) == "".join(char for char in text if not char.isspace()) or any(
        char.isspace() for token in tokens for char in token.text
    )
