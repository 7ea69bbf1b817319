from dataclasses import replace

import pytest

from onrecord.ledger import Ledger
from onrecord.model import Bound
from onrecord.questions import figures
from onrecord.questions.amounts import amount
from tests.questions.world import JOBS


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        (None, ["f-40", "f-60"]),
        (JOBS, ["f-40", "f-60"]),
        ("job", ["f-40", "f-60"]),
        ("two officials", ["f-40", "f-60"]),
        ("radio tower", []),
    ],
)
def test_all_of_a_measure_or_in_a_claim(about: str | None, expected: list[str], ledger: Ledger) -> None:
    assert [figure.id for figure in figures.ask(ledger, about).figures] == expected


def test_the_table_says_the_bound_in_words_and_names_conflicts(ledger: Ledger) -> None:
    table = figures.ask(ledger).table()
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert [(row["bound"], row["low"], row["unit"], row["conflicts"]) for row in rows] == [
        ("about", 40.0, "job", "f-60"),
        ("about", 60.0, "job", "f-40"),
    ]


@pytest.mark.parametrize(
    ("bound", "low", "high", "unit", "expected"),
    [
        (Bound.EXACT, 150_000, 150_000, "man", "exactly 150000 man"),
        (Bound.AT_MOST, None, 3.5, "EUR", "at most 3.5 EUR"),
        (Bound.RANGE, 40, 60, None, "between 40 and 60"),
        (Bound.ABOUT, 24, 48, "soldier", "about 24 to 48 soldier"),
        (Bound.MORE, 20, None, None, "more than 20"),
        (Bound.EXACT, 123_456_789, 123_456_789, None, "exactly 123456789"),
    ],
)
def test_amounts_in_words(
    bound: Bound, low: float | None, high: float | None, unit: str | None, expected: str, ledger: Ledger
) -> None:
    figure = figures.ask(ledger).figures[0]
    assert amount(replace(figure, bound=bound, low=low, high=high, unit=unit)) == expected
