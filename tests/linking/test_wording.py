from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.linking.wording import (
    SHARED_FROM,
    directed,
    gives_credit,
    initials,
    judge_wording,
    keys_of_article,
    overlap,
)
from onrecord.model import Record
from tests.linking.invented import page, same

FERRY = (
    "The old ferry to Tarn will sail again in June after three years in the dock, the harbour office told islanders.",
    "Forty people have worked on her hull since the winter, and the engine that was lost has been found in Skerry.",
    "Nobody would say who is to pay for the second boat, which was promised two summers ago and has not been seen.",
)
GOATS = (
    "Goats have eaten the flag of the council for the second time this year, and the mayor wants a taller pole.",
    "A pole of nine metres would cost more than the flag, the goats and the council hall taken together.",
)
WIRE = page(*FERRY, outlet="Norvia Press Agency", day="2031-05-01")


@pytest.mark.parametrize(
    ("other", "verdict", "strength"),
    [
        (page(*FERRY, outlet="Halvery Post", day="2031-05-02", byline="Norvia Press Agency"), "wire credit", "evident"),
        (page(*FERRY, outlet="Halvery Post", day="2031-05-02", credit="(NPA)"), "wire credit", "evident"),
        (
            page("TARN (NPA) - " + FERRY[0], *FERRY[1:], outlet="Halvery Post", day="2031-05-02"),
            "wire credit",
            "evident",
        ),
        (page(*FERRY, outlet="Halvery Post", day="2031-05-02"), "same words", "suspected"),
        (page(*FERRY, outlet="Halvery Post", day="2031-05-02", credit="(Snapshot)"), "same words", "suspected"),
        (page(*FERRY[:2], GOATS[0], outlet="Halvery Post", day="2031-05-02", byline="NPA"), "wire credit", "evident"),
        (
            page(*FERRY[:2], outlet="Norvia Press Agency", day="2031-05-02", version_of=WIRE.article.id),
            "version",
            "evident",
        ),
    ],
)
def test_a_reprint(other: Record, verdict: str, strength: str) -> None:
    judgement = judge_wording(WIRE, other)
    assert judgement is not None
    assert judgement == judge_wording(other, WIRE)
    assert (judgement.left, judgement.right) == (other.article.id, WIRE.article.id)
    assert (judgement.verdict, judgement.strength) == (verdict, strength)
    assert judgement.score >= SHARED_FROM
    assert "sequences stand in both" in judgement.reason
    assert keys_of_article(WIRE) & keys_of_article(other)


@pytest.mark.parametrize("other", [page(*GOATS, outlet="Halvery Post"), page("Goats.", outlet="Halvery Post")])
def test_no_reprint(other: Record) -> None:
    assert judge_wording(WIRE, other) is None
    assert not keys_of_article(WIRE) & keys_of_article(other)


def test_only_the_body_counts() -> None:
    credit = " ".join(FERRY)
    assert judge_wording(page(*GOATS, credit=credit), page(*GOATS[:0], "Ferry.", credit=credit)) is None


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Norvia Press Agency", "NPA"),
        ("The Tarn Courier", "TC"),
        ("Inselblatt", "Inselblatt"),
        ("the post", "the post"),
    ],
)
def test_initials(name: str, short: str) -> None:
    assert initials(name) == short


@pytest.mark.parametrize(
    ("line", "credited"),
    [
        ("By Edda Kroner, NPA", True),
        ("norvia press agency", True),
        ("NPAX", False),
        ("SNPA", False),
        ("", False),
    ],
)
def test_credit(line: str, *, credited: bool) -> None:
    assert gives_credit(page(*GOATS, byline=line), "Norvia Press Agency") is credited


def test_a_judgement_turns_round_when_an_earlier_version_comes_in() -> None:
    post = page(*FERRY, outlet="Halvery Post", day="2031-05-02", credit="(NPA)")
    judged = judge_wording(WIRE, post)
    assert judged is not None
    assert directed([WIRE, post], [judged]) == {(post.article.id, WIRE.article.id): judged}
    later = replace(WIRE, known="2031-05-03", version_of="first")
    turned = directed([later, post], [judged])
    assert turned.keys() == {(WIRE.article.id, post.article.id)}
    assert {j.verdict for j in turned.values()} == {"same words"}


def test_a_persons_word_on_a_reprint_holds_either_way_round() -> None:
    post = page(*GOATS, outlet="Halvery Post", day="2031-05-02")
    pair = (post.article.id, WIRE.article.id)
    for decided in (same(*pair, kind="derivation"), same(*pair[::-1], kind="derivation")):
        assert directed([WIRE, post], [decided]).keys() == {pair}
    assert directed([WIRE], [decided]) == {}


@given(st.text(st.characters(exclude_categories=()), max_size=80), st.text(max_size=80))
def test_overlap_is_symmetric_and_a_share(one: str, other: str) -> None:
    assert overlap(one, other) == overlap(other, one)
    assert 0 <= overlap(one, other) <= 1
