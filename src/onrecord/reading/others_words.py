"""Pieces of a content that somebody else may have said: between them and the cue, somebody else acts or a turn ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from onrecord.model import Span
from onrecord.reading.attribution import Attribution
from onrecord.reading.clauses import has_verb
from onrecord.reading.sentence import Sentence, number_at


def without_others_words(found: Attribution, sentences: Sequence[Sentence]) -> Attribution:
    """The attribution without the pieces of its content beyond a sentence that tells of something else.

    “I am leaving,” Holt said. Stein nodded. “So am I.” is two people's: whose the last words are, nothing says.
    """
    if len(found.content) < 2:
        return found
    cue = found.cue[0]
    after = [piece for piece in found.content if piece[0] >= cue[0]]
    before = [piece for piece in reversed(found.content) if piece[0] < cue[0]]
    kept = [*_joined(cue, before, sentences), *_joined(cue, after, sentences)]
    return replace(found, content=tuple(sorted(kept))) if kept else found


def _joined(cue: Span, pieces: Sequence[Span], sentences: Sequence[Sentence]) -> Iterator[Span]:
    """The pieces that follow each other, away from the cue, with nothing else between."""
    steps = zip([cue, *pieces], pieces, strict=False)
    yield from (piece for _, piece in takewhile(lambda step: not _is_parted(*step, sentences), steps))


def _is_parted(near: Span, far: Span, sentences: Sequence[Sentence]) -> bool:
    first, last = sorted((near, far))
    begin, end = number_at(sentences, first[0]), number_at(sentences, last[0])
    if begin < 0 or end < 0:
        return False
    between = [s for s in sentences[begin : end + 1] if s.start >= first[1] and s.end <= last[0]]
    if any(_tells(sentence) for sentence in between):
        return True
    # Closed in a paragraph before, it was a turn of its own: words that go on over paragraphs stay open.
    ends = sentences[number_at(sentences, first[1] - 1)]
    quote = ends.quote[-1]
    closed = quote is not None and quote.closed
    return far < near and closed and ends.paragraph < sentences[end].paragraph


def _tells(sentence: Sentence) -> bool:
    return not any(sentence.quote) and has_verb(list(sentence.tokens))
