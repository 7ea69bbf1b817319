import pytest

from onrecord.ledger import Ledger
from onrecord.model import Status
from onrecord.questions import status
from tests.questions.world import FERRY


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2031-04-30", None),
        ("2031-05-01", Status.SINGLE_ORIGIN),
        ("2031-05-02", Status.DISPUTED),
        (None, Status.DISPUTED),
    ],
)
def test_the_status_by_a_day(as_of: str | None, expected: Status | None, ledger: Ledger) -> None:
    assert status.ask(ledger, "ferry sail June", as_of=as_of).status == expected


def test_the_history_with_where_it_was_read(ledger: Ledger) -> None:
    answer = status.ask(ledger, FERRY)
    table = answer.table()
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert [(row["date"], row["status"], row["text"]) for row in rows] == [
        ("2031-05-01", "single-origin", None),
        ("2031-05-02", "disputed", "The ferry will sail again in June"),
        ("2031-05-02", "disputed", "No boat will sail"),
    ]
    assert [evidence.article for evidence in answer.evidence] == ["courier-1", "post-1"]
