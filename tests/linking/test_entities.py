from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.linking.entities import (
    EVIDENT,
    SUSPECTED,
    EntityMention,
    compare_names,
    group_entities,
    judge_entities,
    keys,
)
from onrecord.model import EntityKind, Judgement, Strength

P, ORG, OUT, C, L = (
    EntityKind.PERSON,
    EntityKind.ORGANISATION,
    EntityKind.OUTLET,
    EntityKind.COUNTRY,
    EntityKind.PLACE,
)

SAME = [
    ("Volodymyr Zelensky", "Wolodymyr Selenskyj", P),
    ("Zelenskiy", "Zelenskyy", P),
    ("Olexander Sirski", "Oleksandr Syrskyi", P),
    ("Pavlo Lipnik", "Pavlo Lypnyk", P),
    ("Muhammad Karim", "Mohamed Kareem", P),
    ("Aleksandr Orlow", "Alexander Orlov", P),
    ("VERRIN, Tomas", "Tomas Verrin", P),
    ("General Tomas Verrin", "Mr. Tomas Verrin", P),
    ("Verrin Tomas", "Tomas Verrin", P),
    ("Bob Aldous", "Robert Aldous", P),
    ("Émile Marrow", "Emile Marrow", P),
    ("Kiev", "Kyiv", L),
    ("UK", "Great Britain", C),
    ("Velmar AG", "Velmar Aktiengesellschaft", ORG),
    ("The Velmar Group Ltd", "Velmar Group Limited", ORG),
    ("Defence Ministry", "Ministry of Defense", ORG),
    ("44th Brigade", "Brigade Forty-Four", ORG),
    ("Hask & Sons", "Hask and Sons", ORG),
]
APART = [
    ("Ann Lee", "Bob Lee", P),
    ("Tomas Verrin", "Octavian Verrin", P),
    ("Ivan Borisovich Orlov", "Ivan Petrovich Orlov", P),
    ("Yuri Orlov", "Yuri Orlova", P),
    ("Kim Jong-un", "Kim Jong-il", P),
    ("Iran", "Iraq", C),
    ("Austria", "Australia", C),
    ("12th Brigade", "13th Brigade", ORG),
    ("Bank of Hask", "Bank of Drovna", ORG),
    ("Velmar Holdings II", "Velmar Holdings III", ORG),
    ("高石", "高市", P),
]


@pytest.mark.parametrize(("a", "b", "kind"), SAME)
def test_one_entity(a: str, b: str, kind: EntityKind) -> None:
    score, reason = compare_names(a, b, kind)
    assert score >= EVIDENT, reason
    assert keys(a) & keys(b)


@pytest.mark.parametrize(("a", "b", "kind"), APART)
def test_two_entities(a: str, b: str, kind: EntityKind) -> None:
    score, reason = compare_names(a, b, kind)
    assert score < SUSPECTED, reason


@pytest.mark.parametrize(
    ("a", "b", "kind", "reason"),
    [
        ("Verrin", "Tomas Verrin", P, "surname only"),
        ("Xi", "Xi Jinping", P, "surname only"),
        ("Tomas", "Tomas Verrin", P, "given name only"),
        ("Henry Q. Aldous", "Henry Aldous", P, "the shorter name lacks a part of the longer"),
        ("H. Aldous", "Henry Aldous", P, "an initial that fits"),
        ("Ilse Marrow", "Ilse Morrow", P, "vowels that vary between transcriptions"),
        ("Ilse Markow", "Ilse Marlow", P, "a spelling slip"),
        ("DBS", "Directorate of Border Security", ORG, "an acronym that fits"),
        ("DGA", "Direction générale de l’armement", None, "an acronym that fits"),
        ("Ann Lee", "Bob Lee", P, "different given names"),
    ],
)
def test_reasons(a: str, b: str, kind: EntityKind | None, reason: str) -> None:
    assert compare_names(a, b, kind)[1] == reason
    assert compare_names(b, a, kind)[1] == reason


def test_a_slip_is_suspected_and_not_merged() -> None:
    a, b = EntityMention(id="1", name="Ilse Markow", kind=P), EntityMention(id="2", name="Ilse Marlow", kind=P)
    judgement = judge_entities(a, b)
    assert judgement is not None
    assert (judgement.verdict, judgement.strength) == ("unsure", "suspected")
    assert group_entities([a, b], [judgement]) == (("1",), ("2",))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (EntityMention(id="1", name="Velmar", kind=P), EntityMention(id="2", name="Velmar", kind=L)),
        (EntityMention(id="1", name="Velmar", kind=P), EntityMention(id="1", name="Velmar", kind=P)),
        (EntityMention(id="1", name="Tomas Verrin", kind=P), EntityMention(id="2", name="Ilse Marrow", kind=P)),
    ],
)
def test_nothing_to_say(a: EntityMention, b: EntityMention) -> None:
    assert judge_entities(a, b) is None


def test_judgements_are_symmetric() -> None:
    a, b = EntityMention(id="b", name="Verrin", kind=P), EntityMention(id="a", name="Tomas Verrin", kind=P)
    one, other = judge_entities(a, b), judge_entities(b, a)
    assert one is not None
    assert one == other
    assert (one.left, one.right, one.verdict) == ("a", "b", "shorter form")


def grouped(*names: str) -> set[frozenset[str]]:
    mentions = [EntityMention(id=name, name=name, kind=P) for name in names]
    judged = [judge_entities(a, b) for a, b in itertools.combinations(mentions, 2)]
    judgements = [judgement for judgement in judged if judgement is not None]
    clusters = group_entities(mentions, judgements)
    assert clusters == group_entities(mentions[::-1], judgements[::-1])
    return {frozenset(cluster) for cluster in clusters}


@pytest.mark.parametrize(
    ("names", "clusters"),
    [
        (["Verrin", "Tomas Verrin", "Gen. Tomas Verrin"], [{"Verrin", "Tomas Verrin", "Gen. Tomas Verrin"}]),
        (["Lee", "Ann Lee", "Bob Lee"], [{"Lee"}, {"Ann Lee"}, {"Bob Lee"}]),
        (["Zelensky", "Selensky", "Wolodymyr Selenskyj"], [{"Zelensky", "Selensky", "Wolodymyr Selenskyj"}]),
        (["Verrin", "T. Verrin", "Tomas Verrin"], [{"Verrin", "T. Verrin", "Tomas Verrin"}]),
        (["A. Lee", "Ann Lee", "Anton Lee"], [{"A. Lee"}, {"Ann Lee"}, {"Anton Lee"}]),
    ],
)
def test_groups(names: list[str], clusters: list[set[str]]) -> None:
    assert grouped(*names) == {frozenset(cluster) for cluster in clusters}


def test_different_wins_over_a_chain() -> None:
    mentions = [EntityMention(id=name, name="Ann Lee", kind=P) for name in "abc"]
    chain = [_judgement("a", "b", "same"), _judgement("b", "c", "same"), _judgement("a", "c", "different")]
    assert group_entities(mentions, chain) == (("a", "b"), ("c",))


def test_a_judgement_has_its_sides_in_order() -> None:
    for left, right in (("b", "a"), ("a", "a")):
        with pytest.raises(ValueError, match="left < right"):
            _judgement(left, right, "same")


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=20), st.text(max_size=20), st.sampled_from([None, *EntityKind]))
def test_comparison_is_symmetric_and_bounded(a: str, b: str, kind: EntityKind | None) -> None:
    score, reason = compare_names(a, b, kind)
    assert (score, reason) == compare_names(b, a, kind)
    assert 0.0 <= score <= 1.0
    assert reason


NAME = st.lists(
    st.sampled_from("Tomas Verrin Ilse Marrow Q. Oleksandr Orlow Alexander Orlov al Hask".split()),
    min_size=1,
    max_size=4,
)


@settings(max_examples=150, deadline=None)
@given(NAME, NAME)
def test_names_that_agree_share_a_key(a: list[str], b: list[str]) -> None:
    one, other = " ".join(a), " ".join(b)
    if compare_names(one, other, P)[0] >= SUSPECTED:
        assert keys(one) & keys(other)


def _judgement(left: str, right: str, verdict: str) -> Judgement:
    return Judgement(
        kind="entity", left=left, right=right, verdict=verdict, strength=Strength.EVIDENT, score=1.0, reason="said so"
    )
