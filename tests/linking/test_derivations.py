from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from onrecord.linking.derivations import derive
from onrecord.linking.identities import identify
from onrecord.linking.units import Unit
from onrecord.model import EntityKind, Judgement, SourceKind
from tests.linking.invented import BODY, NOBODY, PAPER, UNNAMED, link, same, told

HERALD = link("Corvane Herald", PAPER)
REPORTS = link("media reports", SourceKind.UNNAMED, named=False)


def edges(*units: Unit, wording: Mapping[tuple[str, str], Judgement] | None = None) -> list[tuple[str, str, str, str]]:
    """(source's article, target's article or name, kind, strength)."""
    article = {unit.statement.id: unit.article for unit in units}
    found = derive(units, wording or {}, NOBODY, {})
    assert found == derive(units[::-1], wording or {}, NOBODY, {})
    assert all(edge.reason for edge in found)
    return [(article[e.source], article.get(e.target, e.target), str(e.kind), str(e.strength)) for e in found]


HERALDS = told("it will sail", "two officials", chain=(UNNAMED,), outlet="The Corvane Herald", article="herald")
LATER = {"outlet": "Skerry Post", "article": "post", "day": "2031-05-02"}


def later(content: str = "the boat sails", by: str | None = None, **more: object) -> Unit:
    return told(content, by, **{**LATER, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["Corvane Herald", "the Herald", "The Corvane Herald", "Herald"])
def test_an_outlet_in_the_ledger_is_cited_by_its_statement(name: str) -> None:
    cites = later(by="they", chain=(link(name, PAPER), UNNAMED))
    assert edges(HERALDS, cites) == [("post", "herald", "cites", "evident")]


def test_an_outlet_outside_the_ledger_is_cited_by_its_name() -> None:
    cites = later(by="they", chain=(link("Tolmark Tribune", PAPER), UNNAMED))
    assert edges(HERALDS, cites) == [("post", "Tolmark Tribune", "cites", "evident")]


def test_an_outlet_that_said_it_only_later_is_cited_by_its_name() -> None:
    cites = later(by="they", chain=(HERALD, UNNAMED), day="2031-04-01")
    assert ("post", "Corvane Herald", "cites", "evident") in edges(HERALDS, cites)


def test_an_outlet_that_names_itself_cites_nobody() -> None:
    own = told("it will sail", "they", chain=(HERALD, UNNAMED), outlet="The Corvane Herald")
    assert edges(own) == []


@pytest.mark.parametrize(
    ("kind", "named", "target"),
    [
        (SourceKind.PERSON, True, True),
        (SourceKind.ORGANISATION, True, True),
        (SourceKind.DOCUMENT, True, True),
        (SourceKind.LEAK, True, True),
        (SourceKind.PERSON, False, False),
        (SourceKind.OFFICIAL, False, False),
        (SourceKind.PUBLIC, True, False),
        (SourceKind.UNKNOWN, True, False),
    ],
)
def test_whoever_quotes_somebody_goes_back_to_them(kind: SourceKind, *, named: bool, target: bool) -> None:
    unit = told("it will sail", "Ilva Öst", chain=(link("Ilva Öst", kind, named=named),), article="a")
    assert edges(unit) == ([("a", "Ilva Öst", "cites", "evident")] if target else [])


def test_two_spellings_of_a_speaker_are_one_target() -> None:
    names = (("Ilva Öst", EntityKind.PERSON), ("Ilva Oest", EntityKind.PERSON))
    units = [
        told("it will sail", name, names=((name, kind),), day=f"2031-05-0{day}")
        for day, (name, kind) in enumerate(names, start=1)
    ]
    joined = identify(
        [unit.record for unit in units], [same("person:Ilva Oest", "person:Ilva Öst", 1.0, kind="entity")]
    )
    assert len({edge.target for edge in derive(units, {}, joined, {})}) == 1


def test_a_spokesperson_is_the_body() -> None:
    unit = told("it will sail", "Ines Torvald")
    found = derive([unit], {}, NOBODY, {"Ines Torvald": "the ministry"})
    assert [edge.target for edge in found] == ["the ministry"]


@pytest.mark.parametrize(
    ("verdict", "kind", "strength"),
    [
        ("wire credit", "wire credit", "evident"),
        ("same words", "same words", "suspected"),
        ("version", "same words", "evident"),
        ("same", "same words", "evident"),
    ],
)
def test_reprints(verdict: str, kind: str, strength: str) -> None:
    reprint = later(by="two officials", chain=(UNNAMED,))
    wording = {("post", "herald"): same("post", "herald", kind="derivation", verdict=verdict)}
    assert edges(HERALDS, reprint, wording=wording) == [("post", "herald", kind, strength)]


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        (later(by="media reports", chain=(REPORTS,)), [("post", "herald", "cites", "suspected")]),
        (later(), [("post", "herald", "same words", "suspected")]),
        (later(by="two officials", chain=(UNNAMED,)), []),
        (later(by="media reports", chain=(REPORTS,), day="2031-04-01"), []),
        (later(version_of="herald"), []),
    ],
)
def test_hearsay_is_suspected_to_go_back_to_the_first(unit: Unit, expected: Sequence[tuple[str, ...]]) -> None:
    assert edges(HERALDS, unit) == list(expected)


def test_hearsay_after_nobody_who_gave_a_basis_goes_back_to_nobody() -> None:
    assert edges(told("it will sail"), later()) == []


def test_a_verbatim_copy_does_not_go_back_to_itself() -> None:
    copy = replace(
        HERALDS, record=replace(HERALDS.record, article=replace(HERALDS.record.article, id="post"), known="2031-05-02")
    )
    wording = {("post", "herald"): same("post", "herald", kind="derivation", verdict="same words")}
    assert edges(HERALDS, copy, wording=wording) == []


def test_a_statement_goes_back_to_one_target_once() -> None:
    cites = later(by="they", chain=(HERALD, link("Corvane Herald", BODY)))
    found = edges(HERALDS, cites)
    assert len(found) == len(set(found))
