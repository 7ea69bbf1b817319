from dataclasses import replace

import pytest

from onrecord.ledger import Ledger
from onrecord.model import Status
from onrecord.questions import origins, status
from onrecord.questions.matching import find_statements
from onrecord.questions.spellings import terms
from tests.questions import world
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


@pytest.mark.parametrize(
    ("about", "claim", "lacks"),
    [
        ("ferry sails June", FERRY, ()),
        ("Oest ferry", FERRY, ()),
        ("Skerry Post ferry", FERRY, ()),
        ("ferry zebras June", FERRY, ("zebras",)),
        ("zebra", None, ()),
        ("Tarn zebra", FERRY, ("zebra",)),
        (FERRY, FERRY, ()),
    ],
)
def test_a_partial_match_says_what_it_lacks(
    about: str, claim: str | None, lacks: tuple[str, ...], ledger: Ledger
) -> None:
    for answer in (status.ask(ledger, about), origins.ask(ledger, about)):
        assert (answer.claim.id if answer.claim else None, answer.lacks) == (claim, lacks)


def test_a_claim_that_holds_no_word_is_not_found(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    world_articles = [replace(world.ARTICLES[4], id="post-3", headline="Zebra crossing", story=None)]
    monkeypatch.setattr(world, "TABLE", (*world.TABLE, replace(world.TABLE[-1], article="post-3")))
    world.fill(ledger, world_articles)
    assert find_statements(ledger, terms("zebra", ()))
    assert status.ask(ledger, "zebra").claim is None
