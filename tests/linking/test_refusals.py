import random
from dataclasses import replace

import pytest

from onrecord.linking.refusals import attach_refusals
from onrecord.linking.units import Unit
from onrecord.model import Act
from tests.linking.invented import told

LEAD = told("Arvenia will send military instructors to Vesna", "Ilva Öst", article="a")
SECOND = told("the river Sela was crossed by Karskin soldiers", "Ilva Öst", article="a", cue="added")


def refusal(content: str = "to comment on the report", article: str = "a", act: Act = Act.DECLINES) -> Unit:
    """Further on in the article than its lead."""
    unit = told(content, "the ministry", cue="declined", act=act, article=article, first=True)
    return replace(unit, assertion=replace(unit.assertion, start=unit.assertion.start))


def together(*clusters: list[Unit]) -> set[frozenset[str]]:
    found = attach_refusals(clusters)
    mixed = random.Random(2).sample([members[::-1] for members in clusters], len(clusters))
    assert [[u.id for u in members] for members in attach_refusals(mixed)] == [[u.id for u in m] for m in found]
    assert sorted(u.id for members in found for u in members) == sorted(u.id for members in clusters for u in members)
    return {frozenset(unit.id for unit in members) for members in found}


@pytest.mark.parametrize("content", ["to comment", "to comment on the report", "to answer questions", "to discuss it"])
def test_a_refusal_that_refers_back_joins_the_lead(content: str) -> None:
    unit = refusal(content)
    assert together([LEAD], [unit]) == {frozenset({LEAD.id, unit.id})}


@pytest.mark.parametrize(
    "unit",
    [
        refusal("to comment", article="b"),
        refusal("to comment", act=Act.REJECTS),
        refusal("to sing"),
        refusal("to comment on the tower, the goats, the ferry and the flag"),
    ],
)
def test_what_stays_alone(unit: Unit) -> None:
    assert len(together([LEAD], [unit])) == 2


def test_a_refusal_that_has_company_stays_in_it() -> None:
    one, other = refusal("to comment on it"), refusal("to comment on this")
    assert together([LEAD], [one, other]) == {frozenset({LEAD.id}), frozenset({one.id, other.id})}


def test_the_outlets_own_words_and_light_ones_are_no_lead() -> None:
    own, light = told("The ferry to Tarn has been mended in Skerry", article="a"), told("so", "Ilva Öst", article="a")
    unit = refusal()
    assert len(together([own], [light], [unit])) == 3


def test_verbatim_copies_of_a_refusal_move_together() -> None:
    unit = refusal()
    article = replace(unit.record.article, id="z")
    copy = replace(unit, record=replace(unit.record, article=article))
    found = attach_refusals([[unit, copy], [LEAD]])
    assert [[u.article for u in members] for members in found] == [["a", "a", "z"]]


def test_nothing_comes_of_nothing() -> None:
    assert attach_refusals([]) == []
    assert len(together([LEAD, SECOND])) == 1
