from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.encoders.windows import CONTEXT, SIZE, Window, Words, case_of, windows_of, words_of
from tests.reading.told import paragraphs

TEXT = "The mayor, Ann Brown, said on Monday that the bridge would close.\n\n“We are done,” she said.\n"


def cut(text: str) -> tuple[Words, list[Window]]:
    words = words_of(text, paragraphs(text))
    return words, list(windows_of(words))


def check(text: str, words: Words, windows: list[Window]) -> None:
    """What holds of any text: words are the text's, in order, and every word is some window's own, once."""
    assert all(not text[start:end].isspace() and start < end for start, end in words.spans)
    assert all(one[1] <= other[0] for one, other in pairwise(words.spans))
    assert all(words.pieces)
    owned = [word for window in windows for word in range(window.own, window.last)]
    assert owned == list(range(len(words.spans)))
    for window in windows:
        assert len(window.ids) == len(window.cases) <= SIZE
        assert len(window.heads) == window.last - window.first
        assert all(
            window.ids[head] == words.pieces[window.first + i][0] for i, head in enumerate(window.heads.tolist())
        )


def test_words_are_runs_of_letters_and_single_marks() -> None:
    words = words_of("Don’t go, U.S. army!", [(0, 20)])
    shown = ["Don’t go, U.S. army!"[start:end] for start, end in words.spans]
    assert shown == ["Don", "’", "t", "go", ",", "U", ".", "S", ".", "army", "!"]


@pytest.mark.parametrize(
    ("word", "case"),
    [("bridge", 1), ("Bridge", 2), ("A", 2), ("NATO", 3), ("iPhone", 4), ("McKay", 4), ("1999", 5), (",", 6), ("“", 6)],
)
def test_the_case_of_a_word(word: str, case: int) -> None:
    assert case_of(word) == case


def test_a_short_text_is_one_window_with_its_paragraphs_marked() -> None:
    words, (window,) = cut(TEXT)
    assert (window.first, window.own, window.last) == (0, 0, len(words.spans))
    assert window.ids[0] == 101
    assert window.ids.tolist().count(102) == 2


def test_a_long_text_goes_on_with_some_of_what_was_before() -> None:
    words, windows = cut(TEXT * 60)
    check(TEXT * 60, words, windows)
    assert len(windows) > 5
    assert all(0 < window.own - window.first <= CONTEXT for window in windows[1:])
    ends = {i for i in range(1, len(words.spans)) if words.paragraph[i] != words.paragraph[i - 1]}
    assert {window.last for window in windows[:-1]} <= ends


def test_a_paragraph_too_long_for_a_window_is_cut_after_a_sentence() -> None:
    text = "The bridge was closed again on Monday morning. " * 100
    words, windows = cut(text)
    check(text, words, windows)
    assert all(text[slice(*words.spans[window.last - 1])] == "." for window in windows[:-1])


@given(st.text(max_size=400))
@settings(deadline=None)
def test_any_text(text: str) -> None:
    check(text, *cut(text))


@given(st.lists(st.sampled_from(["bridge", "\n", "“", ".", "Ω", "x" * 90, "\x00", "7", "é", "漢字"]), max_size=900))
@settings(deadline=None)
def test_any_long_text(parts: list[str]) -> None:
    text = " ".join(parts)
    check(text, *cut(text))


def test_nothing_is_no_window() -> None:
    assert cut("") == (Words((), (), (), ()), [])
