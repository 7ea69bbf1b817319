import pytest

from onrecord.errors import BadQuestion
from onrecord.ledger import Ledger
from onrecord.model import Act
from onrecord.questions import search
from tests.questions.world import FERRY, TOWER


@pytest.mark.parametrize("query", ["Öst", "Oest", "oest", "Ilva Oest", "ILVA ÖST"])
def test_a_name_finds_all_its_spellings(query: str, ledger: Ledger) -> None:
    hits = search.ask(ledger, query).hits
    assert {hit.evidence.article for hit in hits} == {"courier-1", "post-1", "courier-2"}
    assert {hit.speaker for hit in hits} == {"Ilva Öst"}


def test_hits_carry_their_claim_speaker_act_and_place(ledger: Ledger) -> None:
    first, *others = search.ask(ledger, "radio towers").hits
    assert (first.claim, first.speaker, first.act) == (TOWER, "Skerry Post", Act.ASSERTS)
    assert first.evidence.text == "The radio tower fell over in April"
    assert others == []


def test_more_words_rank_higher(ledger: Ledger) -> None:
    hits = search.ask(ledger, "who says that no boat will sail in June").hits
    assert hits[0].evidence.text == "No boat will sail"
    assert hits[0].claim == FERRY
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_a_limit(ledger: Ledger) -> None:
    all_hits = search.ask(ledger, "ferry").hits
    assert search.ask(ledger, "ferry", limit=2).hits == all_hits[:2]
    with pytest.raises(BadQuestion, match="limit"):
        search.ask(ledger, "ferry", limit=0)


def test_the_spellings_that_were_looked_for(ledger: Ledger) -> None:
    assert search.ask(ledger, "Oest and the ferry").spellings == (("Oest", "Öst"), ("ferry",))
