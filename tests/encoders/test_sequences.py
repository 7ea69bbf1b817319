from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.encoders.sequences import Range, best_labels, best_range, best_ranges

LABELS = ("O", "B-x", "I-x", "B-y", "I-y")
WORD = st.tuples(st.integers(-9, 9), st.integers(-9, 9), st.integers(-9, 9), st.booleans())


def choices(breaks: list[bool], first: int = 0) -> Iterator[list[Range]]:
    """All sets of ranges of words that don't reach over a break."""
    yield []
    for a in range(first, len(breaks)):
        for b in range(a + 1, len(breaks) + 1):
            if not any(breaks[a + 1 : b]):
                yield from ([(a, b), *rest] for rest in choices(breaks, b))


@given(st.lists(WORD, max_size=6))
def test_no_other_ranges_are_worth_more(words: list[tuple[int, int, int, bool]]) -> None:
    inside, opening, closing, breaks = ([row[i] for row in words] for i in range(4))

    def worth(ranges: list[Range]) -> int:
        return sum(opening[a] + closing[b - 1] + sum(inside[a:b]) for a, b in ranges)

    found = best_ranges(inside, opening, closing, [bool(one) for one in breaks])
    assert worth(found) == max(map(worth, choices([bool(one) for one in breaks])))
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    value, single = best_range(inside, opening, closing)
    if words:
        everything = [[one] for a in range(len(words)) for one in ((a, b) for b in range(a + 1, len(words) + 1))]
        assert value == worth([single]) == max(map(worth, everything))


@given(st.lists(st.tuples(*[st.integers(-9, 0)] * 5, st.booleans()), max_size=5))
def test_no_other_labels_are_likelier(rows: list[tuple[int, ...]]) -> None:
    scores = np.array([row[:5] for row in rows], np.float32).reshape(len(rows), 5)
    scores -= np.log(np.exp(scores).sum(axis=1, keepdims=True))
    breaks = [bool(row[5]) for row in rows]
    among = scores[:, 0] < np.log(0.9)
    spans = best_labels(scores, LABELS, breaks, among.tolist())

    def worth(labels: list[int]) -> float:
        return float(sum(scores[i, label] for i, label in enumerate(labels)))

    mine = [0] * len(rows)
    for first, last, kind in spans:
        begin = LABELS.index(f"B-{kind}")
        mine[first:last] = [begin] + [begin + 1] * (last - first - 1)
    others = [one for one in sequences(breaks) if not any(one[i] for i in np.flatnonzero(~among))]
    assert worth(mine) == pytest.approx(max(map(worth, others)), abs=1e-4)


def sequences(breaks: list[bool]) -> Iterator[list[int]]:
    """All labels that may follow one another."""
    if not breaks:
        yield []
        return
    for rest in sequences(breaks[:-1]):
        for label in range(5):
            inner = label in {2, 4}
            if not inner or (rest and not breaks[-1] and rest[-1] in {label, label - 1}):
                yield [*rest, label]


@pytest.mark.parametrize("breaks", [[True, False, False], [True, False, True]])
def test_a_range_ends_with_its_paragraph(breaks: list[bool]) -> None:
    expected = [(0, 2), (2, 3)] if breaks[2] else [(0, 3)]
    assert best_ranges([1.0] * 3, [0.0] * 3, [0.0] * 3, breaks) == expected
