"""A sentence as the rules see it: tokens, and which of them stand inside a quotation."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Span
from onrecord.reading.quotes import Quote, find_quotes
from onrecord.reading.sentences import keep_whole, split_sentences
from onrecord.reading.tokens import Token, tokenize

LONGEST = 600
"""Tokens of a sentence; what runs on is cut there: it's a list or a broken page, and rules look at whole sentences."""

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen lt col sgt maj capt cmdr adm sen rep gov pres st rev hon jr sr u.s u.k inc ltd no".split()
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens of one sentence; a sentence is never cut inside a quotation.

    `quote[i]` is the quotation that holds token i, or None. `paragraph` counts the paragraphs of the article.
    """

    start: int
    end: int
    paragraph: int
    tokens: tuple[Token, ...]
    quote: tuple[Quote | None, ...]

    def span(self, first: int, last: int) -> Span:
        """The characters of tokens [first, last)."""
        return self.tokens[first].start, self.tokens[last - 1].end

    def index_at(self, offset: int) -> int:
        """The first token that begins at an offset or after it; 0 where none does."""
        index = bisect_left(self.tokens, offset, key=lambda token: token.start)
        return index if index < len(self.tokens) else 0

    def lower(self, index: int) -> str:
        """The token in lower case; the empty string beyond either end."""
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""

    def is_mark(self, index: int, marks: str = ",;:—–.!?()[]…-\"“”''") -> bool:
        """Whether the token is one of the marks and not the dot of an abbreviation."""
        token = self.tokens[index]
        return token.text in marks and not token.is_word and not self.is_abbreviation_dot(index)

    def is_abbreviation_dot(self, index: int) -> bool:
        """Whether the token is the dot of "Mr." or of an initial, with the sentence going on after it."""
        if self.tokens[index].text != "." or not 0 < index < len(self.tokens) - 1:
            return False
        before = self.tokens[index - 1]
        touches = before.end == self.tokens[index].start
        return touches and (before.lower in _ABBREVIATIONS or (len(before.text) == 1 and before.is_capital))

    @property
    def wholly_quoted(self) -> bool:
        """Whether no word stands outside quotations."""
        return all(q is not None or not t.is_word for q, t in zip(self.quote, self.tokens, strict=True))


def read_sentences(text: str, paragraphs: Sequence[Span]) -> tuple[tuple[Sentence, ...], tuple[Quote, ...]]:
    """The sentences and quotations of the paragraphs, in order."""
    quotes = find_quotes(text, paragraphs)
    found: list[Sentence] = []
    for number, (start, end) in enumerate(paragraphs):
        inside = [(q.start, q.end) for q in quotes_within(quotes, start, end)]
        for left, right in keep_whole(split_sentences(text, start, end), inside):
            for tokens in _bounded(tokenize(text, left, right)):
                first, last = tokens[0].start, tokens[-1].end
                found.append(Sentence(first, last, number, tuple(tokens), _holders(tokens, quotes)))
    return tuple(found), quotes


def number_at(sentences: Sequence[Sentence], offset: int) -> int:
    """The number of the sentence that an offset stands in or after; -1 before the first."""
    return bisect_right(sentences, offset, key=lambda s: s.start) - 1


def quotes_within(quotes: Sequence[Quote], start: int, end: int) -> Sequence[Quote]:
    """The quotations, in order, that share a character with [start, end)."""
    first = bisect_right(quotes, start, key=lambda q: q.end)
    return quotes[first : bisect_left(quotes, end, lo=first, key=lambda q: q.start)]


def _bounded(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    for first in range(0, len(tokens), LONGEST):
        yield tokens[first : first + LONGEST]


def _holders(tokens: Sequence[Token], quotes: Sequence[Quote]) -> tuple[Quote | None, ...]:
    near = quotes_within(quotes, tokens[0].start, tokens[-1].end)
    held: list[Quote | None] = []
    index = 0
    for token in tokens:
        while index < len(near) and near[index].end <= token.start:
            index += 1
        held.append(near[index] if index < len(near) and near[index].start <= token.start else None)
    return tuple(held)
