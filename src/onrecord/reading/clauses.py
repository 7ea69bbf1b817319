"""Clause-sized parts of a content: the spans of its assertions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Span
from onrecord.reading.lexicon import is_verb_form
from onrecord.reading.sentences import split_sentences
from onrecord.reading.tokens import AUXILIARIES, DETERMINERS, PREPOSITIONS, SUBJECTS, Token, tokenize

_MARKS = r"[\s,;:—–.\"“”„‟«»‹›'‘’‚`]"
_EDGE = re.compile(_MARKS)
# In "that is a lie" the first word is the subject.
_POINTING = r"that\s+(?:is|was|has|had|will|would|can|could|may|might|must|should|does|did|(?:is|was|does|did)n[’']t)\b"
_LEAD = re.compile(rf"{_MARKS}*(?:(?!{_POINTING})(?:that|and|but)(?=\s){_MARKS}+)*", re.IGNORECASE)
# Closing mark -> the marks that may have opened what it closes.
_OPENED_BY = {"”": "“„‟", "“": "„", "»": "«", "«": "»", "›": "‹", "’": "‘‚", '"': '"'}
_JOINTS = frozenset("and but while whereas although though".split())
_NO_VERBS = frozenset("need feed speed indeed hundred red shed seed breed bed".split())
_ADDED = frozenset("also then later still already never now".split())
_WORDS_FOR_A_CLAUSE = 3


def split_clauses(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The clauses of `text[start:end]`, in order, without the joints between them; at least one.

    Cut at sentence ends, at semicolons, and at "and", "but", "while" where both sides have a verb of their own.
    """
    found: list[Span] = []
    for left, right in split_sentences(text, start, end):
        tokens = tokenize(text, left, right)
        for first, last in _pieces(tokens):
            found.append((tokens[first].start, tokens[last - 1].end))
    return tuple(_trim(text, span) for span in found) or ((start, end),)


def has_verb(tokens: list[Token]) -> bool:
    """Whether a finite verb is there, as far as forms tell: nouns like "talks" stand after a determiner."""
    before = [""] + [t.lower for t in tokens[:-1]]
    return any(
        t.lower in AUXILIARIES - {"to"}
        or t.lower.endswith(("n’t", "n't"))
        or (t.lower.endswith(("ed", "said", "told")) and word not in DETERMINERS and t.lower not in _NO_VERBS)
        or (is_verb_form(t.lower) and not t.lower.endswith("ing") and word not in DETERMINERS | PREPOSITIONS)
        for t, word in zip(tokens, before, strict=True)
    )


def _pieces(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    begin = 0
    for index, token in enumerate(tokens):
        joint = token.text == ";" or (token.lower in _JOINTS and _starts_clause(tokens, index + 1))
        long = min(index - begin, len(tokens) - index - 1) >= _WORDS_FOR_A_CLAUSE
        if joint and long and has_verb(tokens[begin:index]) and has_verb(tokens[index + 1 :]):
            yield begin, index
            begin = index + 1
    if begin < len(tokens):
        yield begin, len(tokens)


def _starts_clause(tokens: list[Token], index: int) -> bool:
    """Whether a new clause starts here: a subject with a verb soon after, or a finite verb that shares the subject."""
    while index < len(tokens) and tokens[index].lower in _ADDED:
        index += 1
    if index >= len(tokens):
        return False
    word = tokens[index].lower
    if word in SUBJECTS | (AUXILIARIES - {"to", "being", "been", "be", "having"}):
        return True
    if is_verb_form(word) and word.endswith("ed"):
        return True
    soon = tokens[index + 1 : index + 7]
    return any(t.lower in AUXILIARIES - {"to", "been", "be"} for t in soon) and not any(
        t.text in {",", ";"} or t.lower in {"that", "which", "who"} for t in soon
    )


def _trim(text: str, span: Span) -> Span:
    """Without white space and marks at the edges; the span itself where nothing else is in it."""
    start, end = span
    opening = _LEAD.match(text, start, end)
    left = opening.end() if opening else start
    right = end
    while right > left and _EDGE.match(text, right - 1) and not _closes_within(text, left, right):
        right -= 1
    return (left, right) if left < right else span


def _closes_within(text: str, left: int, right: int) -> bool:
    """Whether the last character closes a quotation that was opened after `left`: then it stays."""
    return any(text.find(opener, left, right - 1) >= 0 for opener in _OPENED_BY.get(text[right - 1], ""))
