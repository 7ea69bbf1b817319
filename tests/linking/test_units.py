from dataclasses import replace

import pytest

from onrecord.linking.units import units_of
from onrecord.model import Act, Assertion, Certainty, Mode, Polarity, SourceKind
from tests.linking.invented import PAPER, UNNAMED, Count, link, told


def test_a_unit_is_one_assertion_with_what_stands_in_it() -> None:
    unit = told(
        "Vesna has 150 soldiers since May",
        "Irena Solveh",
        counts=(Count(words="150", low=150, high=150),),
        dates=(("May", "2031-05"), ("2031-05-01", "2031-05-01")),
    )
    assert unit.text == "Vesna has 150 soldiers since May"
    assert unit.id == f"{unit.statement.id}.0"
    assert [quantity.low for quantity in unit.quantities] == [150]
    assert [time.edtf for time in unit.times] == ["2031-05"]
    assert unit.subject in unit.terms
    assert (unit.outlet, unit.day, unit.document) == ("Tarn Courier", "2031-05-01", unit.article)


def test_two_assertions_of_one_statement_are_two_units() -> None:
    whole = told("Vesna welcomes it and Brennia rejects it", "Irena Solveh")
    spans = [(0, 17), (22, 40)]
    parts = tuple(
        Assertion(start=s, end=e, act=Act.ASSERTS, certainty=Certainty.CERTAIN, polarity=Polarity.POSITIVE)
        for s, e in spans
    )
    reading = replace(whole.record.reading, statements=(replace(whole.statement, assertions=parts),))
    found = units_of(replace(whole.record, reading=reading))
    assert [unit.text for unit in found] == ["Vesna welcomes it", "Brennia rejects it"]
    assert [unit.id for unit in found] == [f"{whole.statement.id}.{number}" for number in (0, 1)]


@pytest.mark.parametrize(
    ("content", "by", "cue", "act", "text"),
    [
        ("to send instructors", "Arvenia", "plans", Act.PLANS, "Arvenia plans to send instructors"),
        ("the idea", "Brennia", "rejects", Act.REJECTS, "Brennia rejects the idea"),
        ("that it will send instructors", "Arvenia", "promises", Act.PROMISES, "that it will send instructors"),
        ("instructors were sent", "Arvenia", "says", Act.ASSERTS, "instructors were sent"),
    ],
)
def test_a_deed_is_read_with_its_doer(content: str, by: str, cue: str, act: Act, text: str) -> None:
    unit = told(content, by, cue=cue, act=act, first=True)
    assert unit.text == text
    assert unit.evidence().text == content


@pytest.mark.parametrize(
    ("by", "chain", "said_by", "word"),
    [
        (None, (), "Tarn Courier", ()),
        ("Ilva Öst", None, "Ilva Öst", ("Ilva Öst",)),
        ("the Herald", (link("Corvane Herald", PAPER), UNNAMED), "two officials", ("Corvane Herald", "two officials")),
        ("he", (link("he", SourceKind.UNKNOWN, named=False),), "unknown", ("he",)),
        ("Ilva Öst", (), "Ilva Öst", ()),
    ],
)
def test_who_says_it(by: str | None, chain: tuple[object, ...] | None, said_by: str, word: tuple[str, ...]) -> None:
    unit = told("the ferry will sail", by, chain=chain)  # type: ignore[arg-type]
    assert (unit.said_by, unit.whose_word) == (said_by, word)
    assert unit.gives_basis is bool(word)


def test_a_quotation_without_a_speaker_is_said_by_nobody_known() -> None:
    unit = told("the ferry will sail")
    lone = replace(unit.statement, mode=Mode.DIRECT)
    assert replace(unit, statement=lone).said_by == "unknown"


def test_units_are_ordered_by_when_they_were_known() -> None:
    late, early = told("the ferry will sail", day="2031-05-02"), told("the ferry has sailed", day="2031-05-01")
    assert sorted([late, early], key=lambda unit: unit.order) == [early, late]


def test_a_version_is_of_the_document_of_the_first() -> None:
    unit = told("the ferry will sail", article="v2", version_of="v1")
    assert (unit.article, unit.document) == ("v2", "v1")


def test_evidence_is_the_exact_text() -> None:
    unit = told("the ferry will sail", "Ilva Öst")
    evidence = unit.evidence_at(0, 3)
    assert (evidence.text, evidence.article, evidence.statement) == ("the", unit.article, unit.statement.id)
