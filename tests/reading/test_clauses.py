from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.clauses import split_clauses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("that he came", ["he came"]),
        ("“We will win.”", ["We will win"]),
        ("„We will win“", ["We will win"]),
        ("«We will win»", ["We will win"]),
        ("``We will win,''", ["We will win"]),
        ("“and the talks are going on.”", ["the talks are going on"]),
        ("she was “very, very sad”", ["she was “very, very sad”"]),
        ('she was "very sad"', ['she was "very sad"']),
        (
            "that he welcomed the plan and had already signed the papers",
            ["he welcomed the plan", "had already signed the papers"],
        ),
        ("the bridge is closed; nobody may cross it", ["the bridge is closed", "nobody may cross it"]),
        ("the bridge is closed, but the ferry will run", ["the bridge is closed", "the ferry will run"]),
        ("the bridge is closed while the ferry has stopped", ["the bridge is closed", "the ferry has stopped"]),
        ("“We won. We will win again.”", ["We won", "We will win again"]),
        ("bread and butter were sold", ["bread and butter were sold"]),
        ("the talks and the votes have ended", ["the talks and the votes have ended"]),
        ("“…”", ["…"]),
    ],
)
def test_clauses(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in split_clauses(text, 0, len(text))] == expected


@given(st.text(max_size=100), st.integers(0, 50), st.integers(1, 50))
def test_clauses_lie_within_and_in_order(text: str, start: int, length: int) -> None:
    end = min(len(text), start + length)
    if start < end:
        spans = split_clauses(text, start, end)
        assert spans
        assert all(start <= a < b <= end for a, b in spans)
        assert all(one[1] <= two[0] for one, two in pairwise(spans))
