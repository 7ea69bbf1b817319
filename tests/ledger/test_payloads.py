from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ledger.payloads import escape, read_blocks, read_reading, unescape, write_blocks, write_reading
from onrecord.model import Block, Reading
from tests.ledger.invented import blocks, reading, readings


@given(st.text(st.characters(exclude_categories=()) | st.sampled_from("\0\ud800\udfff\U0010fffd0a")))
def test_any_text_comes_back_and_can_be_stored(text: str) -> None:
    stored = escape(text)
    assert "\0" not in stored
    assert stored.encode().decode() == stored
    assert unescape(stored) == text


def test_a_plain_text_stays_as_it_is() -> None:
    assert escape("Öst 👋 \ue000") == "Öst 👋 \ue000"


@given(readings)
def test_a_reading_comes_back(value: Reading) -> None:
    assert read_reading(write_reading(value)) == value


@given(blocks)
def test_blocks_come_back(value: tuple[Block, ...]) -> None:
    assert read_blocks(write_blocks(value)) == value


@pytest.mark.parametrize("confidence", [float("nan"), float("inf")])
def test_what_json_cannot_hold_is_refused(confidence: float) -> None:
    whole = reading()
    broken = replace(whole, statements=(replace(whole.statements[0], confidence=confidence),))
    with pytest.raises(ValueError, match="reader-1"):
        write_reading(broken)


def test_a_list_where_a_tuple_belongs_is_refused() -> None:
    broken = replace(reading(), names=[])  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="lists"):
        write_reading(broken)
