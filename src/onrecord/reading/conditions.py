"""Conditions at the end of what is said: they belong to it, "…, unless the talks fail", "…, Ann said, if it rains"."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.model import Span
from onrecord.reading.attribution import Attribution
from onrecord.reading.phrases import clause_end
from onrecord.reading.sentence import Sentence, number_at

_OPENING = re.compile(
    r"(?:,\s{1,2}|\s{1,2})(?=(?:but\s+)?(?:only\s+)?(?:unless|if|provided(?:\s+that)?|as\s+long\s+as|so\s+long\s+as"
    r"|on\s+(?:the\s+)?condition(?:\s+that)?|in\s+case|only\s+(?:once|when|after))\s)",
    re.IGNORECASE,
)
_LEAST = 3
"""Words of a condition: "if so", "if any" are none."""


_Start = tuple[int, int]
"""Where a span begins and whose content it is: the number of its attribution, or none of them."""
_NONE = -1


def with_conditions(text: str, found: Sequence[Attribution], sentences: Sequence[Sentence]) -> list[Attribution]:
    """The attributions, each with the condition that follows what is said, as far as no other takes it."""
    contents = [(start, i) for i, one in enumerate(found) for start, _ in one.content]
    starts = sorted([*contents, *((start, _NONE) for one in found for start, _ in (*one.source, *one.cue))])
    return [_with_condition(text, one, sentences, _Starts(starts, i)) for i, one in enumerate(found)]


class _Starts:
    """Where other spans begin than the content of one attribution."""

    def __init__(self, starts: Sequence[_Start], own: int) -> None:
        self.starts, self.own = starts, own

    def after(self, offset: int) -> float:
        """The first one at the offset or after it."""
        at = bisect_left(self.starts, (offset, _NONE))
        while at < len(self.starts) and self.starts[at][1] == self.own:
            at += 1
        return self.starts[at][0] if at < len(self.starts) else math.inf


def _with_condition(text: str, found: Attribution, sentences: Sequence[Sentence], others: _Starts) -> Attribution:
    pieces = [(start, _condition_end(text, end, sentences, others) or end) for start, end in found.content]
    last = max((end for _, end in (*found.source, *found.cue)), default=0)
    if last > pieces[-1][1] and text[last : last + 1] == ",":
        end = _condition_end(text, last, sentences, others)
        pieces += [(last + 2, end)] if end else []
    return replace(found, content=tuple(_apart(pieces)))


def _condition_end(text: str, offset: int, sentences: Sequence[Sentence], others: _Starts) -> int | None:
    """Where the condition ends that opens right after the offset; None where none does."""
    sentence = sentences[number_at(sentences, offset - 1)]
    opening = _OPENING.match(text, offset, sentence.end)
    if opening is None:
        return None
    first = bisect_left(sentence.tokens, opening.end(), key=lambda t: t.start)
    ends = min(others.after(opening.end()), sentence.end)
    last = bisect_left(sentence.tokens, ends, lo=first, key=lambda t: t.start)
    commas = (i for i in range(first, last) if sentence.tokens[i].text == "," or sentence.quote[i] is not None)
    last = clause_end(sentence, first, next(commas, last))
    return sentence.tokens[last - 1].end if last - first >= _LEAST else None


def _apart(pieces: Sequence[Span]) -> Iterator[Span]:
    """The pieces but for those that lie within the one before."""
    ends = 0
    for start, end in pieces:
        if start >= ends:
            yield start, end
            ends = end
