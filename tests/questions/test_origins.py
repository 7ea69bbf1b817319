from onrecord.ledger import Ledger
from onrecord.questions import origins
from tests.questions.world import FERRY, JOBS, TOWER


def test_the_best_claim_and_the_others(ledger: Ledger) -> None:
    answer = origins.ask(ledger, "will the ferry sail again in June?")
    assert answer.claim is not None
    assert answer.claim.id == FERRY
    assert answer.others == ()
    assert answer.about == "will the ferry sail again in June?"


def test_further_candidates_have_text_and_falling_scores(ledger: Ledger) -> None:
    answer = origins.ask(ledger, "the radio tower, the jobs and the ferry")
    assert answer.claim is not None
    found = {answer.claim.id} | {other.id for other in answer.others}
    assert found == {FERRY, JOBS, TOWER}
    scores = [other.score for other in answer.others]
    assert scores == sorted(scores, reverse=True)
    assert {other.text for other in answer.others} < {
        "The ferry will sail again in June",
        "About 40 jobs depend on it",
        "The radio tower fell over in April",
    }


def test_a_row_for_each_member_that_says_it_with_its_root(ledger: Ledger) -> None:
    table = origins.ask(ledger, FERRY).table()
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert [(row["article"], row["text"], row["origin"]) for row in rows] == [
        ("courier-1", "The ferry will sail again in June", "Ilva Öst"),
        ("post-1", "The ferry will sail in June", "Ilva Öst"),
        ("post-1", "supports the ferry", None),
        ("courier-2", "The ferry may sail again in June", None),
    ]
    assert [row["basis"] for row in rows] == [True, True, None, None]
    assert {(row["low"], row["high"]) for row in rows} == {(1, 2)}
    assert rows[1]["goes_back_to"] == "cites: Tarn Courier of 2031-05-01 (evident: names the Courier)"
    assert rows[0]["goes_back_to"] == ""


def test_a_statement_id_stands_for_its_claim(ledger: Ledger) -> None:
    claim = origins.ask(ledger, FERRY).claim
    assert claim is not None
    for member in claim.members:
        assert origins.ask(ledger, member.evidence.statement).claim == claim


def test_another_story_has_another_claim(ledger: Ledger) -> None:
    assert origins.ask(ledger, "ferry June", story="tower").claim is None
