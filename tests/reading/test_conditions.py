import pytest

from onrecord.model import Span
from onrecord.reading.attribution import Attribution
from onrecord.reading.conditions import with_conditions
from onrecord.reading.sentence import read_sentences
from tests.reading.told import words


def span(text: str, part: str) -> Span:
    return text.index(part), text.index(part) + len(part)


def mended(text: str, *found: tuple[str, ...]) -> list[str]:
    """The contents of attributions (source, cue, pieces of content) with their conditions."""
    sentences, _ = read_sentences(text, [(0, len(text))])
    attributions = [
        Attribution(
            source=(span(text, source),), cue=(span(text, cue),), content=tuple(span(text, piece) for piece in pieces)
        )
        for source, cue, *pieces in found
    ]
    return [words(text, one.content) for one in with_conditions(text, attributions, sentences)]


@pytest.mark.parametrize(
    "condition",
    [
        ", unless the talks fail",
        " if parliament agrees to it",
        ", provided that the regulator agrees",
        ", as long as the repairs are finished",
        ", but only if it was changed",
        ", on condition that the blockade is lifted",
    ],
)
def test_a_condition_belongs_to_what_is_said(condition: str) -> None:
    text = f"The union said it would strike{condition}."
    assert mended(text, ("The union", "said", "it would strike")) == [f"it would strike{condition}"]


def test_a_condition_after_the_speaker_is_a_piece_of_its_own() -> None:
    text = "“We will leave,” Bell said, if the law is passed."
    assert mended(text, ("Bell", "said", "“We will leave,”")) == ["“We will leave,” | if the law is passed"]


def test_what_the_model_found_of_a_condition_is_filled_up() -> None:
    text = "Bell said it would join, on condition that the truce holds."
    found = mended(text, ("Bell", "said", "it would join", "that the truce holds"))
    assert found == ["it would join, on condition that the truce holds"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Bell said it would sail. If it rains, nobody goes.", "it would sail"),
        ("Bell said it would sail, if so.", "it would sail"),
        ("Bell said it would sail, and nobody knew if it was safe.", "it would sail"),
    ],
)
def test_other_words_do_not(text: str, content: str) -> None:
    assert mended(text, ("Bell", "said", content)) == [content]


def test_a_condition_ends_where_another_attribution_begins() -> None:
    text = "Bell said it would sail if the crew agreed to it, Brask warned of a storm."
    found = mended(text, ("Bell", "said", "it would sail"), ("Brask", "warned of", "a storm"))
    assert found == ["it would sail if the crew agreed to it", "a storm"]
    taken = mended(
        "Bell said it would sail if Brask asked him.", ("Bell", "said", "it would sail"), ("Brask", "asked", "him")
    )
    assert taken == ["it would sail", "him"]
