import itertools
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.linking.claims import (
    RELATED_FROM,
    SAME_FROM,
    canonical,
    cluster,
    is_weighty,
    judge_claim,
    keys_of,
    likeness,
)
from onrecord.linking.units import Unit
from onrecord.model import Judgement
from tests.linking.invented import same, told

SAME = [
    ("Arvenia will send military instructors to Vesna", "Arvenia plans to send instructors to Vesna"),
    ("the bridge over the Sela was blown up at night", "The bridge across the river Sela was blown up overnight"),
    ("Vesnan soldiers will be trained in Lipnik", "Vesna's soldiers will be trained in Lypnyk"),
]
OTHER = [
    ("Arvenia will send military instructors to Vesna", "The ferry to Tarn will sail again in June"),
    ("Brennia will not send instructors", "Arvenia will send instructors"),
    ("Vesna has 150 tanks", "Vesna asked for talks"),
    ("it is", "it is"),
    ("We have seen it", "We have seen it"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_claim(a: str, b: str) -> None:
    one, other = told(a, "Ilva Öst"), told(b, "Tomas Verrin")
    judgement = judge_claim(one, other)
    assert judgement is not None
    assert judgement == judge_claim(other, one)
    assert (judgement.verdict, judgement.strength) == ("same", "evident")
    assert judgement.score >= SAME_FROM
    assert judgement.reason.startswith("share ")
    assert keys_of(one) & keys_of(other)


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_two_claims(a: str, b: str) -> None:
    judgement = judge_claim(told(a, "Ilva Öst"), told(b, "Tomas Verrin"))
    assert judgement is None or (judgement.verdict, judgement.strength) == ("related", "suspected")


def test_nothing_is_judged_against_itself() -> None:
    unit = told("Arvenia will send military instructors to Vesna")
    assert judge_claim(unit, unit) is None


def test_another_subject_makes_another_claim() -> None:
    one = told("Arvenia will send military instructors to the river Sela")
    other = told("Brennia will send military instructors to the river Sela")
    nobody = told("military instructors will be sent to the river Sela")
    assert likeness(one, other) < SAME_FROM <= likeness(one, nobody)


def test_a_light_sentence_has_no_keys() -> None:
    light = told("he said so")
    assert not is_weighty(light)
    assert keys_of(light) == frozenset()


WORDS = st.lists(
    st.sampled_from("Arvenia Brennia Vesnan Lypnyk sends instructors soldiers to the river bridge 150 1,200".split()),
    min_size=1,
    max_size=9,
).map(" ".join)


@settings(max_examples=80, deadline=None)
@given(WORDS, WORDS)
def test_judgements_are_symmetric_bounded_and_give_a_reason(a: str, b: str) -> None:
    one, other = told(a, article="one"), told(b, article="other")
    judgement = judge_claim(one, other)
    assert judgement == judge_claim(other, one)
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1
    if judgement:
        assert judgement.reason
        assert judgement.score >= RELATED_FROM


def some(count: int) -> list[Unit]:
    """Units of no likeness, in the order of their days."""
    return [told(f"matter {number}", day=f"2031-05-{number + 1:02}") for number in range(count)]


def numbers(clusters: list[list[Unit]], units: list[Unit]) -> set[frozenset[int]]:
    place = {unit.id: number for number, unit in enumerate(units)}
    return {frozenset(place[unit.id] for unit in members) for members in clusters}


def test_clusters_hang_on_no_order() -> None:
    units, dice = some(12), random.Random(4)
    judged = [
        same(a.id, b.id, round(dice.uniform(0.3, 1), 1))
        for a, b in itertools.combinations(units, 2)
        if dice.random() < 0.4
    ]
    decided = {_pair(units[0], units[1]): "apart", _pair(units[2], units[9]): "same"}
    expected = cluster(units, judged, decided)
    assert 1 < len(expected) < len(units)
    for _ in range(20):
        dice.shuffle(units)
        dice.shuffle(judged)
        mixed = dict(dice.sample(list(decided.items()), 2))
        assert cluster(units, judged, mixed) == expected


@pytest.mark.parametrize("length", [5, 9, 14])
def test_a_chain_of_likeness_is_no_claim(length: int) -> None:
    units = some(length)
    chain = [same(a.id, b.id, 0.6) for a, b in itertools.pairwise(units)]
    assert max(len(members) for members in cluster(units, chain, {})) <= 3


def test_likeness_all_round_is_one_claim() -> None:
    units = some(6)
    judged = [same(a.id, b.id, 0.6) for a, b in itertools.combinations(units, 2)]
    assert numbers(cluster(units, judged, {}), units) == {frozenset(range(6))}


def test_related_is_not_the_same() -> None:
    units = some(2)
    judged = [same(units[0].id, units[1].id, 0.45, verdict="related")]
    assert len(cluster(units, judged, {})) == 2


def test_judgements_on_units_that_are_gone_are_passed_over() -> None:
    units = some(2)
    assert len(cluster(units, [same(units[0].id, "s-gone.0")], {_pair(units[1], told("gone")): "same"})) == 2


def _pair(one: Unit, other: Unit) -> tuple[str, str]:
    return min(one.id, other.id), max(one.id, other.id)


def all_alike(units: list[Unit]) -> list[Judgement]:
    return [same(a.id, b.id, 0.9) for a, b in itertools.combinations(units, 2)]


def test_apart_wins_over_likeness() -> None:
    units = some(4)
    clusters = cluster(units, all_alike(units), {_pair(units[0], units[3]): "apart"})
    homes = numbers(clusters, units)
    assert not any({0, 3} <= home for home in homes)
    assert len(homes) == 2


@pytest.mark.parametrize("count", [2, 3, 7])
def test_same_wins_without_any_likeness(count: int) -> None:
    units = some(count)
    decided = {_pair(a, b): "same" for a, b in itertools.pairwise(units)}
    assert len(cluster(units, [], decided)) == 1


def test_apart_wins_over_same_by_way_of_a_third() -> None:
    units = some(3)
    decided = {
        _pair(units[0], units[1]): "same",
        _pair(units[1], units[2]): "same",
        _pair(units[0], units[2]): "apart",
    }
    clusters = cluster(units, [], decided)
    assert not any({0, 2} <= home for home in numbers(clusters, units))
    assert len(clusters) == 2


def test_verbatim_copies_stay_together_and_none_is_lost() -> None:
    unit = told("the ferry will sail")
    article = replace(unit.record.article, id="copy", outlet="Skerry Post")
    copy = replace(unit, record=replace(unit.record, article=article))
    assert copy.id == unit.id
    other = told("the tower fell")
    clusters = cluster([copy, other, unit], [same(unit.id, other.id, 0.9)], {})
    assert [sorted(u.article for u in members) for members in clusters] == [
        sorted([unit.article, "copy", other.article])
    ]


def test_the_canonical_member_is_the_one_most_like_the_others() -> None:
    units = [told(f"The bridge over the Sela number {number} fell", day=f"2031-05-0{number}") for number in (1, 2, 3)]
    scores = {_pair(units[0], units[2]): 0.6, _pair(units[1], units[2]): 0.6}
    for members in itertools.permutations(units):
        assert canonical(members, scores) is units[2]
        assert canonical(members, {}) is units[0]


def test_a_fragment_is_canonical_only_among_fragments() -> None:
    fragment, whole = told("so", day="2031-04-01"), told("The bridge over the Sela fell into the river")
    assert canonical([fragment, whole], {_pair(fragment, whole): 0.5}) is whole
    assert canonical([fragment], {}) is fragment
