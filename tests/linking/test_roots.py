import itertools
import random
from dataclasses import replace

import pytest

from onrecord.linking.derivations import derive
from onrecord.linking.roots import count_origins
from onrecord.linking.units import Unit
from onrecord.model import Origins, SourceKind
from tests.linking.invented import NOBODY, PAPER, UNNAMED, link, same, told

OUTLETS = ("Corvane Herald", "Skerry Post", "Tarn Courier", "Tolmark Tribune", "Daily Spark")
WIRE = ("wire credit", "same words")


def each(by: str | None = None, **more: object) -> list[Unit]:
    """One article of each of five outlets, day by day."""
    return [
        told("the ferry will sail", by, outlet=outlet, article=outlet, day=f"2031-05-0{day}", **more)  # type: ignore[arg-type]
        for day, outlet in enumerate(OUTLETS, start=1)
    ]


def origins(units: list[Unit], verdict: str | None = None) -> Origins:
    """The origins, with all articles reprints of the first if a verdict says so."""
    first = units[0].article if units else ""
    wording = (
        {(u.article, first): same(u.article, first, kind="derivation", verdict=verdict) for u in units[1:]}
        if verdict
        else {}
    )
    found = count_origins(units, derive(units, wording, NOBODY, {}))
    mixed = random.Random(1).sample(units, len(units))
    again = count_origins(mixed, derive(mixed, wording, NOBODY, {}))
    assert (again.low, again.high, again.roots) == (found.low, found.high, found.roots)
    return found


@pytest.mark.parametrize(
    ("units", "verdict", "low", "high"),
    [
        ([], None, 0, 0),
        (each()[:1], None, 0, 1),
        (each(), None, 0, 5),
        (each("two officials", chain=(UNNAMED,))[:1], None, 1, 1),
        (each("two officials", chain=(UNNAMED,)), None, 5, 5),
        (each("two officials", chain=(UNNAMED,)), "wire credit", 1, 1),
        (each("two officials", chain=(UNNAMED,)), "same words", 1, 5),
        (each("two officials", chain=(UNNAMED,)), "version", 1, 1),
        (each("Ilva Öst"), None, 1, 1),
        (each("two officials", chain=(link("Inselblatt", PAPER), UNNAMED)), None, 1, 1),
        (each("reports", chain=(link("media reports", SourceKind.UNNAMED, named=False),)), None, 1, 5),
    ],
    ids=lambda value: str(value) if not isinstance(value, list) else f"{len(value)} outlets",
)
def test_an_estimate(units: list[Unit], verdict: str | None, low: int, high: int) -> None:
    found = origins(units, verdict)
    assert (found.low, found.high) == (low, high)
    assert len(found.roots) == low
    assert found.low <= found.high
    assert found.reasons[0] == f"{len(units)} members in {len(units)} outlets"


def test_several_speakers_are_several_origins_however_many_outlets_heard_them() -> None:
    units = [
        *each("Ilva Öst"),
        *(told("the ferry will sail", "Tomas Verrin", outlet=o, day="2031-05-09") for o in OUTLETS),
    ]
    found = origins(units)
    assert (found.low, found.high) == (2, 2)
    assert [root.name for root in found.roots] == ["Ilva Öst", "Tomas Verrin"]


def test_those_without_a_basis_are_kept_in_the_high_count_only() -> None:
    basis = told("the ferry will sail", "Ilva Öst", outlet="Inselblatt", day="2031-05-08")
    found = origins([*each(), basis])
    assert (found.low, found.high) == (1, 6)
    assert any("no basis given by Corvane Herald" in reason for reason in found.reasons)
    assert all(root.basis for root in found.roots)


def test_a_chain_of_citations_is_one_origin() -> None:
    first = told("the ferry will sail", "two officials", chain=(UNNAMED,), outlet=OUTLETS[0], day="2031-05-01")
    rest = [
        told("the ferry will sail", "they", chain=(link(before, PAPER), UNNAMED), outlet=outlet, day=f"2031-05-0{day}")
        for day, (before, outlet) in enumerate(itertools.pairwise(OUTLETS), start=2)
    ]
    found = origins([first, *rest])
    assert (found.low, found.high) == (1, 1)
    assert found.roots[0].statements[0] == first.statement.id


def test_unnamed_sources_of_one_document_are_one() -> None:
    one = told("the ferry will sail", "two officials", chain=(UNNAMED,), article="v1")
    two = told("the boat will sail", "a sailor", chain=(link("a sailor", named=False),), article="v2", version_of="v1")
    assert origins([one, two]).low == 1


def test_only_derivations_of_those_who_say_it_count() -> None:
    says, denies = each("Ilva Öst")[:2]
    edges = derive([says, denies], {}, NOBODY, {})
    found = count_origins([says], edges)
    assert {edge.source for edge in found.derivations} == {says.statement.id}


def test_verbatim_copies_are_one_origin_in_both_counts() -> None:
    unit = told("the ferry will sail", "two officials", chain=(UNNAMED,))
    article = replace(unit.record.article, id="copy", outlet="Skerry Post")
    copy = replace(unit, record=replace(unit.record, article=article))
    found = origins([unit, copy])
    assert (found.low, found.high) == (1, 1)
    assert found.reasons[0] == "2 members in 2 outlets"
