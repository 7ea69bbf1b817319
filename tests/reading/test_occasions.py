"""Interviews and articles that go on: the outlet stays in the chain until something else is told of."""

import pytest

from tests.reading.told import read

INTERVIEW = "Ann Brown said in an interview with the Tolmark Tribune that it was over."


def last_chain(text: str) -> list[str]:
    return [link.name for link in read(text).statements[-1].chain]


@pytest.mark.parametrize(
    "text",
    [
        f"{INTERVIEW} She added that it was good.",
        f"{INTERVIEW}\nShe said that nobody was hurt.",
        f"{INTERVIEW}\n“Nobody was hurt,” Brown said.",
        "Ann Brown was a guest on the Tolmark Tribune. The day was cold. She said that it was good.",
        "Ann Brown wrote a Tolmark Tribune op-ed on Monday. “It is good,” Brown argued.",
    ],
)
def test_what_somebody_says_next_was_said_to_the_same_outlet(text: str) -> None:
    assert last_chain(text) == ["Tolmark Tribune", "Ann Brown"]


@pytest.mark.parametrize(
    "text",
    [
        f"{INTERVIEW}\nIn a speech on Monday, Brown said that it was good.",
        f"{INTERVIEW}\nBrown earlier said that it was good.",
        f"{INTERVIEW}\nBrown said that it was good.",
        "Ann Brown told the Tolmark Tribune that it was over.\nShe said that nobody was hurt.",
        f"{INTERVIEW}\nBrown did not say whether it was good.",
        f"{INTERVIEW}\nPavo Orlinek said that it was bad.\nBrown said that it was good.",
        "Ann Brown, a pollster for the Tolmark Tribune, said that it was over.\nBrown said that it was good.",
        f"{INTERVIEW}{' The day was cold.' * 13} Brown said that it was good.",
    ],
)
def test_another_place_time_or_speaker_ends_it(text: str) -> None:
    assert last_chain(text) == ["Ann Brown"]


def test_who_spoke_to_an_outlet_is_told_in_the_source() -> None:
    text = "The mayor will resign, according to two officials who spoke to the Tolmark Tribune."
    assert last_chain(text)[0] == "Tolmark Tribune"


def test_a_reporters_outlet_is_told_by_its_owner() -> None:
    text = "“It is over,” Ann Brown said in an interview with WKRX-TV’s Pavo Orlinek."
    assert last_chain(text) == ["WKRX-TV", "Ann Brown"]


def test_a_programme_is_an_outlet_of_its_own() -> None:
    assert last_chain("“It is over,” Ann Brown said on The Pavo Orlinek Show.") == [
        "The Pavo Orlinek Show",
        "Ann Brown",
    ]


def test_words_with_a_pronoun_in_them_are_no_source_within() -> None:
    assert last_chain("“He’s backed everything I’ve said,” Ann Brown said.") == ["Ann Brown"]
