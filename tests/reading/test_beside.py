import pytest

from onrecord.model import Span
from onrecord.reading.attribution import Attribution
from onrecord.reading.beside import with_each_speaker
from onrecord.reading.sentence import read_sentences
from onrecord.reading.verbs import find_groups
from tests.reading.told import words


def span(text: str, part: str) -> Span:
    return text.index(part), text.index(part) + len(part)


def mended(text: str, source: str, cue: str, *content: str) -> list[tuple[str, str, str]]:
    """What becomes of one attribution that a model found in a sentence."""
    sentences, _ = read_sentences(text, [(0, len(text))])
    group = find_groups(sentences[0])[0]
    pieces = tuple(span(text, piece) for piece in content)
    found = Attribution(source=(span(text, source),), cue=(span(text, cue),), content=pieces, group=group)
    parts = with_each_speaker(text, [found], sentences)
    return [(words(text, a.source), words(text, a.cue), words(text, a.content)) for a in parts]


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        (
            "Bell said the vote was fair and Brask said it was stolen.",
            ("the vote was fair and Brask", "it was stolen"),
            [("Bell", "said", "the vote was fair"), ("Brask", "said", "it was stolen")],
        ),
        (
            "Bell said two had died; the rebels claimed that ten had been killed.",
            ("two had died", "that ten had been killed"),
            [("Bell", "said", "two had died"), ("the rebels", "claimed", "that ten had been killed")],
        ),
        (
            "Bell said the ferry was safe, while engineers warned that it would sink.",
            ("the ferry was safe, while engineers warned that it would sink",),
            [("Bell", "said", "the ferry was safe"), ("engineers", "warned", "that it would sink")],
        ),
        (
            "Bell said the ferry was safe; she added that it would sail.",
            ("the ferry was safe; she added that it would sail",),
            [("Bell", "said", "the ferry was safe"), ("she", "added", "that it would sail")],
        ),
        (
            "Bell says the river is clean and the doctors say it makes children ill.",
            ("the river is clean", "it makes children ill"),
            [("Bell", "says", "the river is clean"), ("the doctors", "say", "it makes children ill")],
        ),
    ],
)
def test_each_speaker_has_a_row(text: str, content: tuple[str, ...], expected: list[tuple[str, str, str]]) -> None:
    assert mended(text, "Bell", expected[0][1], *content) == expected


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Bell said that the ferry was safe and that Brask said so.",
            "that the ferry was safe and that Brask said so",
        ),
        (
            "Bell said voters backed the ferry and workers backed the bridge.",
            "voters backed the ferry and workers backed the bridge",
        ),
        ("Bell said the ferry was safe and would say it was cheap.", "the ferry was safe and would say it was cheap"),
        ("Bell said Ann Brown and Odo Brask said it was fair.", "Ann Brown and Odo Brask said it was fair"),
    ],
)
def test_what_one_speaker_says_stays_whole(text: str, content: str) -> None:
    assert mended(text, "Bell", "said", content) == [("Bell", "said", content)]
