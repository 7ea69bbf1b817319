"""What a content says of a claim: that it isn't so, or that the speaker can't say."""

import pytest

from onrecord.model import Act, Certainty, Polarity
from tests.reading.told import only, tagged


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The minister said it was untrue that the bridge was unsafe.", "the bridge was unsafe"),
        ("The minister said it was not true that the bridge was unsafe.", "the bridge was unsafe"),
        ("It is not true, the minister added, that the bridge is unsafe.", "the bridge is unsafe"),
        ("The mayor said there was no truth to reports that she had resigned.", "she had resigned"),
        ("The minister said the claim that the bridge was unsafe was false.", "the bridge was unsafe"),
        ("The company said reports of a takeover were wrong.", "reports of a takeover were wrong"),
        ("The mayor said the allegations were baseless.", "the allegations were baseless"),
        ("“That is a lie,” the mayor said.", "That is a lie"),
    ],
)
def test_what_is_said_not_to_be_so_is_denied(text: str, denied: str) -> None:
    (statement,) = tagged(text)
    (one,) = statement.assertions
    assert text[one.start : one.end] == denied
    assert (one.act, one.polarity) == (Act.DENIES, Polarity.POSITIVE)


@pytest.mark.parametrize(
    "text",
    [
        "The spokeswoman said she could not say whether the talks would go on.",
        "The spokesman said he did not know if the general had left.",
        "The police chief said she had no comment on the arrests.",
        "The ministry said it was unable to confirm the deaths.",
        "The ministry said it could neither confirm nor deny the deaths.",
    ],
)
def test_who_says_that_they_can_not_say_gives_no_answer(text: str) -> None:
    (statement,) = tagged(text)
    (one,) = statement.assertions
    assert (one.act, one.certainty, one.polarity) == (Act.DECLINES, Certainty.UNKNOWN, Polarity.UNKNOWN)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said it was wrong that the rich paid less.",
        "The mayor said she could not say enough good things about the crew.",
        "The mayor said the report that she had read was long.",
        "The mayor said that she knew who had paid.",
    ],
)
def test_what_only_looks_like_it_is_said(text: str) -> None:
    assert {one.act for one in only(text).assertions} == {Act.ASSERTS}


def test_one_clause_of_two_is_denied() -> None:
    (statement,) = tagged("The mayor said the rumours were false and that the pool would open in May.")
    assert [one.act for one in statement.assertions] == [Act.DENIES, Act.ASSERTS]


def test_who_would_not_be_drawn_gives_no_answer() -> None:
    (statement,) = tagged("The minister would not be drawn on whether troops would be sent.")
    assert statement.act is Act.DECLINES


def test_no_fewer_than_negates_nothing() -> None:
    (statement,) = tagged("The government told reporters that no fewer than 40 people had died.")
    assert statement.polarity is Polarity.POSITIVE
