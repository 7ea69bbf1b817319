from dataclasses import replace

import pytest

from onrecord.model import Span
from onrecord.reading.asides import without_asides
from onrecord.reading.attribution import Attribution
from tests.reading.told import words


def span(text: str, part: str) -> Span:
    return text.index(part), text.index(part) + len(part)


def attribution(text: str, source: str, cue: str, content: str) -> Attribution:
    return Attribution(source=(span(text, source),), cue=(span(text, cue),), content=(span(text, content),))


@pytest.mark.parametrize(
    ("said", "remark"),
    [
        ("400 soldiers had been killed", ", a figure the army disputes"),
        ("Brask had taken the money", ", which he denies"),
        ("Brask had taken the money", ", which Velland's own police have repeatedly denied"),
        ("the ferry was overloaded", ", a claim denied by the owner"),
        ("two missiles struck the bridge", ", something Velland has denied"),
        ("his troops held the town", ", a claim that could not be independently verified"),
        ("his troops held the town", ", which the Tribune could not verify"),
        ("a drone had hit the ship", ", a version of events that Velland contests"),
        ("they had shot down a jet", ", a claim the air force dismissed as a lie"),
        ("the judge had been bribed", ", charges he denies"),
        ("Brask owed 4,000 crowns", ", a debt he disputes"),
    ],
)
def test_the_outlets_remark_is_no_part_of_what_is_said(said: str, remark: str) -> None:
    text = f"Bell said {said}{remark}."
    (found,) = without_asides(text, [attribution(text, "Bell", "said", said + remark)])
    assert words(text, found.content) == said


def test_a_remark_that_was_found_in_part_is_cut_off_too() -> None:
    text = "Bell said Brask had taken the money, which the bank denies."
    (found,) = without_asides(text, [attribution(text, "Bell", "said", "Brask had taken the money, which")])
    assert words(text, found.content) == "Brask had taken the money"
    apart = replace(found, content=(*found.content, span(text, "which")))
    assert without_asides(text, [apart]) == [found]


@pytest.mark.parametrize(
    "said",
    [
        "the plant was sold to Orlan, which has denied any part in the leak",
        "it would close the plant, which employs 400 people",
        "the owner was there, and denied it all",
        "the report was wrong",
        "a claim the army denies",
        "“it was theirs, a claim the army denies,” for years",
    ],
)
def test_other_clauses_stay(said: str) -> None:
    text = f"Bell said {said}."
    (found,) = without_asides(text, [attribution(text, "Bell", "said", said)])
    assert words(text, found.content) == said


def test_a_remark_is_no_part_of_the_speaker() -> None:
    text = "“They shot at us,” said Odo Brask, a claim the police deny."
    (found,) = without_asides(
        text, [attribution(text, "Odo Brask, a claim the police deny", "said", "“They shot at us,”")]
    )
    assert words(text, found.source) == "Odo Brask"


@pytest.mark.parametrize("points_back", ["something", "a claim", "an accusation"])
def test_who_denies_what_stands_before_denies_just_that(points_back: str) -> None:
    text = f"Bell said the bridge was struck, {points_back} Velland has denied."
    said = attribution(text, "Bell", "said", "the bridge was struck")
    denied = attribution(text, "Velland", "has denied", points_back)
    assert [words(text, a.content) for a in without_asides(text, [denied, said])] == ["the bridge was struck"] * 2


def test_what_stands_further_off_is_not_meant() -> None:
    text = "Bell said the bridge was struck. On Monday the ministry rejected the claim."
    said = attribution(text, "Bell", "said", "the bridge was struck")
    denied = attribution(text, "the ministry", "rejected", "the claim")
    assert [words(text, a.content) for a in without_asides(text, [said, denied])] == [
        "the bridge was struck",
        "the claim",
    ]
