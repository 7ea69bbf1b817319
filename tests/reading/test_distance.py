"""The outlet's own distance from what it passes on."""

import pytest

from tests.reading.told import only, words


@pytest.mark.parametrize(
    ("text", "hedges", "content"),
    [
        ("The governor falsely claimed that the dam had failed.", "falsely", "that the dam had failed"),
        ("The minister wrongly said the vaccine was banned.", "wrongly", "the vaccine was banned"),
        ("The senator claimed without evidence that votes were stolen.", "without evidence", "that votes were stolen"),
        (
            "Without offering evidence, the president said the rebels had fled.",
            "Without offering evidence",
            "the rebels had fled",
        ),
        (
            "The union said the firm had lied, without offering evidence.",
            "without offering evidence",
            "the firm had lied",
        ),
        ("They were jailed without evidence, the lawyer said.", "", "They were jailed without evidence"),
        ("The lawyer said the man was wrongly convicted.", "", "the man was wrongly convicted"),
        ("The mayor claimed the bridge was safe.", "", "the bridge was safe"),
    ],
)
def test_the_reporters_distance_is_a_hedge_and_no_part_of_what_is_said(text: str, hedges: str, content: str) -> None:
    statement = only(text)
    assert words(text, statement.hedges) == hedges
    assert words(text, statement.content) == content
