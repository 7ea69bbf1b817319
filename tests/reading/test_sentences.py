from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.sentences import keep_whole, split_sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["The bridge fell.", "Nobody was hurt."],
        ["Dr. Brown came.", "Gen. Ruzhin left."],
        ["It cost 3.5 million.", "That is much!", "Is it?"],
        ["The U.S. envoy left.", "He was tired."],
        ["He lives in the U.S.", "The envoy left."],
        ["J. Q. Brown came at 5 p.m. on Monday.", "It rained."],
        ["“We won.”", "She smiled."],
        ["(It rained.)", "It stopped."],
        ["It fell… slowly."],
        ["A line without a stop\n", "Another line"],
        ["No. 5 was closed."],
    ],
)
def test_boundaries(sentences: list[str]) -> None:
    text = " ".join(sentences).replace("\n ", "\n")
    assert [text[a:b] for a, b in split_sentences(text, 0, len(text))] == [s.strip() for s in sentences]


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_nothing_in_nothing(text: str) -> None:
    assert split_sentences(text, 0, len(text)) == ()


def test_a_quotation_is_never_cut() -> None:
    assert keep_whole([(0, 5), (6, 9), (10, 15)], [(2, 8)]) == ((0, 9), (10, 15))
    assert keep_whole([(0, 5), (6, 9), (10, 15)], [(2, 12)]) == ((0, 15),)
    assert keep_whole([(0, 5), (6, 9)], []) == ((0, 5), (6, 9))


@given(st.text(alphabet='aB .!?…"”\n', max_size=80))
def test_sentences_hold_all_but_white_space_in_order(text: str) -> None:
    spans = split_sentences(text, 0, len(text))
    assert all(a < b for a, b in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


def test_a_long_run_of_stops_is_gone_through_once() -> None:
    text = "." * 60_000 + "x"
    assert split_sentences(text, 0, len(text)) == ((0, len(text)),)
