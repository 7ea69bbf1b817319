from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.tokens import Token, cover, tokenize


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann won’t go.", ["Ann", "won’t", "go", "."]),
        ("a well-known 'plan'", ["a", "well-known", "'", "plan", "'"]),
        ("``Yes,'' she said", ["``", "Yes", ",", "''", "she", "said"]),
        ("“No!”—never", ["“", "No", "!", "”", "—", "never"]),
        ("", []),
        (" \n\t", []),
    ],
)
def test_words_and_marks(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == expected


def test_a_stretch_keeps_the_offsets_of_the_text() -> None:
    text = "Ann Brown said so"
    tokens = tokenize(text, 4, 14)
    assert [(t.start, t.end, t.text) for t in tokens] == [(4, 9, "Brown"), (10, 14, "said")]
    assert cover(tokens) == (4, 14)


@pytest.mark.parametrize(
    ("word", "adverb"), [("quickly", True), ("again", True), ("Italy", False), ("fly", False), ("bridge", False)]
)
def test_adverbs(word: str, adverb: bool) -> None:
    (token,) = tokenize(word)
    assert token.is_adverb is adverb


@given(st.text())
def test_tokens_are_the_text_and_hold_all_but_white_space(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    assert "".join(t.text for t in tokens) == "".join(text.split())
    assert all(isinstance(t, Token) for t in tokens)
