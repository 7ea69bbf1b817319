import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.cli.clean import clean, clean_line
from onrecord.cli.parts import Run, verbatim, words

from .invented import HOSTILE

KEPT = "\t\n"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "␛[31m"),
        ("\x07\x08\x00", "␇␈␀"),
        ("\x7f", "␡"),
        ("\x9b31m", "\ufffd31m"),
        ("a\r\x0bb", "a␍␋b"),
        ("\u202etxt", "\ufffdtxt"),
        ("\ud800", "\ufffd"),
        ("\u2028", "\ufffd"),
        ("plain – “text” é 字", "plain – “text” é 字"),
        ("a\tb\nc", "a\tb\nc"),
    ],
)
def test_harmful_characters_become_visible(text: str, shown: str) -> None:
    assert clean(text) == shown


def test_one_line_has_no_breaks() -> None:
    assert clean_line("a\n b\t\tc\u2028d\x1b") == "a b c d␛"


@given(st.text())
def test_nothing_that_commands_a_terminal_is_left(text: str) -> None:
    shown = clean(text)
    assert len(shown) == len(text)
    assert not any(unicodedata.category(letter) in {"Cc", "Cs"} and letter not in KEPT for letter in shown)
    shown.encode()


@given(st.text())
def test_no_run_takes_raw_text(text: str) -> None:
    for run in (Run(text), verbatim(text), *words(text, (text, "title"))):
        assert run.text == clean(run.text)


def test_hostile_text_holds_what_it_should() -> None:
    assert clean(HOSTILE) != HOSTILE
