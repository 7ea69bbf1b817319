from collections.abc import Callable

import pytest

from onrecord.model import Act, Mode, Reading
from onrecord.reading import read as trained
from tests.reading.told import article, words
from tests.reading.told import read as by_rules

READERS = {"rules": by_rules, "trained": lambda text: trained(article(text))}
CAPITALS = (
    "The council met on Monday.\n\n"
    "BELL: We will not sell the ferry.\n"
    "BRASK: You will have to.\n"
    "BELL: The engineers told me that it was sound. I believed them."
)
LETTERS = (
    "Q: Will the ferry sail again?\n\nA: It will, in May.\n\nIt needs a new crew, though.\n\n"
    "Q: Who pays?\n\nA: The council does."
)
NAMES = (
    "Ana Corvin (minister): The law will be passed in May.\n"
    "Ivo Marn (opposition): It will not pass. We have the votes.\n"
    "Ana Corvin: (laughs) You were wrong last year, too."
)


def said(reading: Reading, text: str) -> list[tuple[str, str]]:
    """Who says what, but for the outlet's own words."""
    return [(words(text, s.source), words(text, s.content)) for s in reading.statements if s.mode is not Mode.OWN]


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            CAPITALS,
            [
                ("BELL", "We will not sell the ferry"),
                ("BRASK", "You will have to"),
                ("BELL", "The engineers told me that it was sound. I believed them"),
            ],
        ),
        (
            LETTERS,
            [
                ("Q", "Will the ferry sail again?"),
                ("A", "It will, in May. | It needs a new crew, though"),
                ("Q", "Who pays?"),
                ("A", "The council does"),
            ],
        ),
        (
            NAMES,
            [
                ("Ana Corvin", "The law will be passed in May"),
                ("Ivo Marn", "It will not pass. We have the votes"),
                ("Ana Corvin", "You were wrong last year, too"),
            ],
        ),
    ],
)
def test_lines_with_a_label_are_the_speakers(
    reader: Callable[[str], Reading], text: str, expected: list[tuple[str, str]]
) -> None:
    assert said(reader(text), text) == expected


def test_two_labels_that_do_not_come_back_must_both_be_heard() -> None:
    text = "Ann Bell, 43, teacher: I will vote for it.\nOdo Brask, 61, farmer: We need a road."
    assert said(by_rules(text), text) == [("Ann Bell", "I will vote for it"), ("Odo Brask", "We need a road")]


def test_a_line_is_spoken_by_its_label() -> None:
    spoken = [s for s in trained(article(CAPITALS)).statements if s.mode is not Mode.OWN]
    assert {(s.mode, s.speaker and s.speaker.name) for s in spoken} == {
        (Mode.DIRECT, "BELL"),
        (Mode.DIRECT, "BRASK"),
    }


def test_a_letter_tells_nobody() -> None:
    text = "Q: Will it sail?\nA: It will not.\nQ: Why do you say so?\nA: I have seen it."
    statements = trained(article(text)).statements
    assert {s.speaker for s in statements} == {None}
    assert [s.act for s in statements] == [Act.QUESTIONS, Act.ASSERTS, Act.QUESTIONS, Act.ASSERTS]


def test_only_the_first_person_does_what_the_verb_says() -> None:
    text = "BELL: I deny it all.\nBRASK: She denies it all. Do you?\nBELL: You know me."
    denied, other, told = by_rules(text).statements
    assert [denied.act, other.act, told.act] == [Act.DENIES, Act.ASSERTS, Act.ASSERTS]
    assert [a.act for a in other.assertions] == [Act.ASSERTS, Act.QUESTIONS]


def test_who_is_told_of_in_a_turn_is_no_source_of_all_of_it() -> None:
    told = trained(article(CAPITALS)).statements[-1]
    assert [link.name for link in told.chain] == ["BELL"]


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
@pytest.mark.parametrize(
    "text",
    [
        "Vesna: the war goes on\n\nTwo bridges fell on Monday.",
        "The ferry sank.\n\nDate: 3 May 2031.\nPlace: Otter Ford.\nDate: 4 May 2031.\nPlace: Sela.",
        "Note: You can bring your dog.\nNote: You can bring your cat.",
        "Odo Brask: The mayor has lost two votes since May.\nAnn Bell: The rival has a ferry to sell.",
        "Brask: 1,204 votes.\nBell: 1,100 votes.\nBrask: 52 percent.",
        "Ferry fares: You pay four crowns.\n\nThe river rose.\n\nFerry fares: You pay five crowns.",
    ],
)
def test_fields_and_headlines_are_no_speakers(reader: Callable[[str], Reading], text: str) -> None:
    assert [s for s in reader(text).statements if s.mode is Mode.DIRECT] == []


def test_what_may_still_be_an_answer_is_not_the_outlets() -> None:
    text = (
        "Ana Corvin: We will pass it.\n\nThe law is needed.\n\nIvo Marn: You will not.\n\nAna Corvin: We shall see.\n\n"
        "We have the votes.\n\nThe house votes in May."
    )
    own = [words(text, s.content) for s in trained(article(text)).statements if s.mode is Mode.OWN]
    assert own == ["The house votes in May"]
