import pytest

from onrecord.ledger import Ledger
from onrecord.ledger.pairs import CHUNK
from onrecord.model import Decision
from tests.ledger.invented import article, judgement


def test_candidates_are_the_units_under_any_of_the_keys(ledger: Ledger) -> None:
    for name in ("late", "early"):
        ledger.add_article(article(id=name))
    ledger.add_keys("claim", [("ferry", "s-2"), ("dawn", "s-2"), ("ferry", "s-1")], "late")
    ledger.add_keys("claim", [("ferry", "s-3"), ("ferry", "s-2"), ("goat", "s-4")], "early")
    ledger.add_keys("entity", [("ferry", "s-5")], "early")
    found = ledger.candidates("claim", ["dawn", "ferry", "ferry", "zeppelin"])
    assert list(found.items()) == [("s-1", "late"), ("s-2", "late"), ("s-3", "early")]
    assert ledger.candidates("claim", []) == {}
    assert ledger.candidates("entity", ["ferry"]) == {"s-5": "early"}


def test_keys_are_filed_once(ledger: Ledger) -> None:
    ledger.add_article(article())
    ledger.add_keys("claim", [("k", "s-1"), ("k", "s-1")], "ferry")
    before = ledger.revision()
    ledger.add_keys("claim", [("k", "s-1")], "ferry")
    assert ledger.revision() == before
    ledger.add_keys("claim", [("k", "s-2")], "ferry")
    assert ledger.revision() > before


def test_more_keys_and_units_than_one_query_takes(ledger: Ledger) -> None:
    ledger.add_article(article())
    names = [f"u{number:05}" for number in range(2 * CHUNK + 1)]
    ledger.add_keys("claim", ((f"k{name}", name) for name in names), "ferry")
    assert list(ledger.candidates("claim", (f"k{name}" for name in reversed(names)))) == names
    pairs = [judgement(name, "z") for name in names]
    assert ledger.add_judgements(pairs, "linker-1") == len(names)
    assert ledger.judgements(units=set(names)) == pairs
    assert ledger.judgements(units={"z", *names}) == pairs


def test_a_linker_judges_once_and_a_newer_one_counts(ledger: Ledger) -> None:
    old, other, new = judgement("a", "b"), judgement("a", "c"), judgement("a", "b", "apart")
    assert ledger.add_judgements([other, old], "linker-1") == 2
    assert ledger.add_judgements([old, new], "linker-1") == 0
    assert ledger.judgements() == [old, other]
    assert ledger.add_judgements([new], "linker-2", recorded="2001-01-01") == 1
    assert ledger.judgements() == [new, other]


def test_judgements_of_a_kind_and_of_units(ledger: Ledger) -> None:
    same, entity, derived = (
        judgement("b", "c"),
        judgement("a", "b", kind="entity"),
        judgement("c", "a", kind="derivation"),
    )
    ledger.add_judgements([derived, same, entity], "linker-1")
    assert ledger.judgements() == [same, derived, entity]
    assert ledger.judgements("claim") == [same]
    assert ledger.judgements(units=["a"]) == [derived, entity]
    assert ledger.judgements("entity", units=("a", "c")) == [entity]
    assert ledger.judgements(units=()) == []


@pytest.mark.parametrize("odd", ["\ud800", "nul\0", "\U0010fffd", "'; DROP TABLE judgement; --"])
def test_names_may_hold_anything(ledger: Ledger, odd: str) -> None:
    ledger.add_judgements([judgement("a", odd, kind="derivation")], odd)
    assert ledger.judgements(units=[odd]) == [judgement("a", odd, kind="derivation")]


def test_decisions_are_kept_in_their_order(ledger: Ledger) -> None:
    def decision(verdict: str, at: str, kind: str = "claim") -> Decision:
        return Decision(kind=kind, left="a", right="b", verdict=verdict, who="Mira", at=at, note="checked")

    made = [decision("same", "2030-02"), decision("apart", "2030-01"), decision("same", "2030-03", "entity")]
    assert [ledger.decide(one) for one in made] == [True, True, True]
    assert not ledger.decide(made[0])
    assert ledger.decisions() == made
    assert ledger.decisions("entity") == made[2:]
    assert ledger.counts()["decisions"] == 3


def test_revision_changes_with_every_kind_of_row(ledger: Ledger) -> None:
    seen = [ledger.revision()]
    ledger.add_article(article())
    seen.append(ledger.revision())
    ledger.add_judgements([judgement("a", "b")], "linker-1")
    seen.append(ledger.revision())
    ledger.decide(Decision(kind="claim", left="a", right="b", verdict="same", who="Mira", at="2030"))
    seen.append(ledger.revision())
    assert len(set(seen)) == 4
    assert ledger.revision() == seen[-1]
