import pytest

from onrecord.ledger import Ledger
from onrecord.questions import positions
from tests.questions.world import FERRY

ALL = [("Ilva Öst", "supports"), ("Ilva Öst", "wary"), ("Tarn council", "opposes")]


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        (None, ALL),
        (FERRY, ALL),
        ("ferry", ALL),
        ("council", ALL[2:]),
        ("Ilva Oest", ALL[:2]),
        ("Oest", ALL[:2]),
        ("radio tower", []),
        ("jobs", []),
        ("ferry zebra", []),
        ("june council", ALL[2:]),
        ("", []),
    ],
)
def test_of_all_of_an_actor_or_on_a_claim(about: str | None, expected: list[tuple[str, str]], ledger: Ledger) -> None:
    answer = positions.ask(ledger, about)
    assert [(p.actor.name, p.stance) for p in answer.positions] == expected
    assert [claim.id for claim in answer.proposals] == [FERRY] * bool(expected)


def test_the_table_names_the_proposal(ledger: Ledger) -> None:
    table = positions.ask(ledger).table()
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert {row["proposal"] for row in rows} == {"The ferry will sail again in June"}
    assert [row["text"] for row in rows] == [
        "supports the ferry",
        "The ferry may sail again in June",
        "No boat will sail",
    ]
