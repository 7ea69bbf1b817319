"""Pieces of a content that somebody else may have said: between them and the cue, somebody else acts or a turn ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from onrecord.model import Span
from onrecord.reading.attribution import Attribution
from onrecord.reading.clauses import has_verb
from onrecord.reading.sentence import Sentence, number_at

_STOPS = frozenset(".!?…")


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


def within_sentence(found: Attribution, sentences: Sequence[Sentence]) -> Attribution:
    """The attribution with each piece that isn't quoted cut off where its sentence ends.

    What is told in other words ends with its sentence: the next one is somebody else's until it says whose.
    """
    return replace(found, content=tuple(_cut(piece, found.cue[0], sentences) for piece in found.content))


def _cut(piece: Span, cue: Span, sentences: Sequence[Sentence]) -> Span:
    first, last = number_at(sentences, piece[0]), number_at(sentences, piece[1] - 1)
    if first < 0 or last <= first:
        return piece
    held = sentences[first : last + 1]
    if any(q for s in held for q, t in zip(s.quote, s.tokens, strict=True) if piece[0] <= t.start < piece[1]):
        return piece
    home = number_at(sentences, cue[0])
    kept = sentences[home if first <= home <= last else first]
    tokens = [t for t in kept.tokens if piece[0] <= t.start < piece[1]]
    while len(tokens) > 1 and tokens[-1].text in _STOPS:
        tokens.pop()
    return (tokens[0].start, tokens[-1].end) if tokens else piece


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
