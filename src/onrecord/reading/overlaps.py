"""Whether spans share a character, quickly however many there are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from onrecord.model import Span


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same characters as spans in order, of which none overlaps or touches another."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def meets(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span shares a character with one of the others, which are in order and don't overlap."""
    at = bisect_right(others, span[0], key=lambda other: other[1])
    return at < len(others) and others[at][0] < span[1]
