"""A text becomes words, word pieces and overlapping windows, the same way in training and in use.

A word is a run of letters and digits or a single mark: the unit that every head of the reader labels. Words are known
by their offsets into the text, whatever the tokenizer makes of them, so that spans are exact for any input.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from onrecord.errors import ModelError
from onrecord.model import Span, sha256

ADVICE = "install onrecord again, or read by rules (--reader rules)"
_VOCABULARY = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"
"""The hash of the word pieces that the model was taught with: others would read wrongly in silence."""

SIZE = 256
"""Most pieces of a window, marks of its beginning, paragraphs and end among them."""
CONTEXT = 16
"""Pieces before a window's own words that are only read along."""
CASES = 7
_WORD = re.compile(r"\w+|[^\w\s]")
_LONGEST = 40
"""Characters of a word that are looked at: what is longer is no word."""
_CLS, _SEP, _UNK = 101, 102, 100
_UNKNOWN = "[UNK]"

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text's paragraphs: offsets, the paragraph each is in, its class of letters, its pieces."""

    spans: tuple[Span, ...]
    paragraph: tuple[int, ...]
    case: tuple[int, ...]
    pieces: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Window:
    """Words [first, last) of a text as the encoder's input; the answers for [own, last) are taken from here.

    `ids` and `cases` are of the pieces, `heads` the place of each word's first piece.
    """

    first: int
    own: int
    last: int
    ids: Ints
    cases: Ints
    heads: Ints


def words_of(text: str, paragraphs: Sequence[Span]) -> Words:
    """The words of the paragraphs, in order."""
    spans, where = [], []
    for number, (start, end) in enumerate(paragraphs):
        for match in _WORD.finditer(text, start, end):
            spans.append(match.span())
            where.append(number)
    shown = [text[start : min(end, start + _LONGEST)] for start, end in spans]
    return Words(tuple(spans), tuple(where), tuple(map(case_of, shown)), _pieces(shown))


def windows_of(words: Words) -> Iterator[Window]:
    """Windows that hold whole paragraphs where they fit, each with some of what stands before it."""
    costs = [len(pieces) for pieces in words.pieces]
    first = 0
    while first < len(costs):
        begin = _context(words, costs, first)
        last = _last(words, costs, begin, first)
        yield _window(words, begin, first, last)
        first = last


def case_of(word: str) -> int:
    """1 small, 2 Large, 3 ALL CAPITALS, 4 miXed, 5 digits, 6 a mark; 0 is for the marks of a window."""
    if word.isdigit():
        return 5
    if not any(map(str.isalpha, word)):
        return 6
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 2
    return 2 if word[0].isupper() and word[1:].islower() else 4


def _context(words: Words, costs: Sequence[int], first: int) -> int:
    begin, spent = first, 0
    while begin > 0:
        spent += costs[begin - 1] + (words.paragraph[begin - 1] != words.paragraph[begin])
        if spent > CONTEXT:
            break
        begin -= 1
    return begin


def _last(words: Words, costs: Sequence[int], begin: int, first: int) -> int:
    """Where the window ends: after the last whole paragraph that fits, else after a sentence, else where it is full."""
    spent, at = 2, begin
    paragraph_end = sentence_end = None
    while at < len(costs):
        opens = at > begin and words.paragraph[at] != words.paragraph[at - 1]
        spent += costs[at] + opens
        if spent > SIZE and at > first:
            break
        if opens and at > first:
            paragraph_end = at
        if at > first and words.case[at - 1] == _MARK and words.case[at] in _OPENING:
            sentence_end = at
        at += 1
    if at == len(costs):
        return at
    full = at - first
    for end, least in ((paragraph_end, 0.5), (sentence_end, 0.6)):
        if end is not None and end - first > least * full:
            return end
    return at


_MARK = 6
_OPENING = frozenset({2, 3, 6})


def _window(words: Words, begin: int, first: int, last: int) -> Window:
    ids, cases, heads = [_CLS], [0], []
    for at in range(begin, last):
        if at > begin and words.paragraph[at] != words.paragraph[at - 1]:
            ids.append(_SEP)
            cases.append(0)
        heads.append(len(ids))
        ids.extend(words.pieces[at])
        cases.extend([words.case[at]] * len(words.pieces[at]))
    ids.append(_SEP)
    cases.append(0)
    return Window(begin, first, last, np.array(ids), np.array(cases), np.array(heads))


def _pieces(words: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    """The piece ids of each word, at least one, at most what fits beside others in a window."""
    distinct = list(dict.fromkeys(words))
    # A lone surrogate is no text to the tokenizer.
    sent = [word.encode("utf-8", "replace").decode() for word in distinct]
    encoded = tokenizer().encode_batch_fast(sent, add_special_tokens=False)
    known = {word: tuple(one.ids[:_LONGEST]) or (_UNK,) for word, one in zip(distinct, encoded, strict=True)}
    return tuple(known[word] for word in words)


@cache
def tokenizer() -> Tokenizer:
    """The WordPiece tokenizer of the encoder (uncased BERT): one word at a time."""
    path = folder().joinpath("reader_vocabulary.txt")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelError(f"the reader's vocabulary {path} is missing or can't be read: {ADVICE}") from error
    if sha256(content) != _VOCABULARY:
        raise ModelError(f"the reader's vocabulary {path} is damaged: {ADVICE}")
    vocabulary = {piece: i for i, piece in enumerate(content.decode("utf-8").splitlines())}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token=_UNKNOWN, max_input_chars_per_word=_LONGEST))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return tokenizer


def folder() -> Traversable:
    """Where the model's files are."""
    return resources.files("onrecord.data")
