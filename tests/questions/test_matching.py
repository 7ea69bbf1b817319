import pytest

from onrecord.ledger import Ledger
from onrecord.questions.matching import claims_about, find_claims, find_statements
from onrecord.questions.spellings import terms
from onrecord.questions.standing import standing
from tests.questions.world import FERRY, JOBS, TOWER


@pytest.mark.parametrize(
    ("about", "best"),
    [
        ("ferry", FERRY),
        ("radio tower", TOWER),
        ("what fell over", TOWER),
        ("how many jobs depend on the ferry", JOBS),
        ("S-400", None),
        ("c-130", None),
    ],
)
def test_free_text_finds_the_claim(about: str, best: str | None, ledger: Ledger) -> None:
    found = find_claims(standing(ledger), ledger, about)
    assert (found[0][1].id if found else None) == best
    assert found == find_claims(standing(ledger), ledger, about)
    assert [score for score, _ in found] == sorted((score for score, _ in found), reverse=True)


def test_claims_about_hold_as_many_terms_as_any(ledger: Ledger) -> None:
    assert {claim.id for claim in claims_about(standing(ledger), ledger, "June April jobs")} == {FERRY, JOBS, TOWER}
    assert [claim.id for claim in claims_about(standing(ledger), ledger, "radio tower in June")] == [TOWER]


def test_statements_that_hold_more_terms_come_first(ledger: Ledger) -> None:
    found = find_statements(ledger, terms("boat sail", ()))
    texts = {
        s.id: record.article.text[slice(*s.content[0])]
        for record in standing(ledger).records
        for s in record.reading.statements
    }
    assert texts[found[0][0]] == "No boat will sail"
    assert len(found) == len({hit[:2] for hit in found}) > 1
