"""Outlets without a name that a statement came through: "told the newspaper", "an interview with a local station"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import EntityKind, Link, SourceKind
from onrecord.reading.attribution import Attribution
from onrecord.reading.earlier import Earlier
from onrecord.reading.phrases import subject_after
from onrecord.reading.sentence import Sentence
from onrecord.reading.source_names import kind_of_entity
from onrecord.reading.speakers import describe
from onrecord.reading.tokens import DETERMINERS

_NOUNS = frozenset(
    "newspaper newspapers paper broadcaster broadcasters magazine station stations channel outlet outlets network "
    "website affiliate tabloid publication".split()
)
_IN_GENERAL = frozenset({"media"})
"""Many at once: "the media" are nobody in particular, "local media" are."""
_HEARERS = frozenset("told tells telling to with".split())
_INTERVIEWS = frozenset("interview interviews speaking spoke remarks comments".split())
_BODIES = frozenset({EntityKind.ORGANISATION, EntityKind.OUTLET})
_REACH = 4
_BACK = 1500
"""Characters back to where "the newspaper" must have been named."""


def described_carrier(sentence: Sentence, attribution: Attribution, earlier: Earlier) -> Link | None:
    """The outlet that the words around the cue describe."""
    for index, token in enumerate(sentence.tokens):
        if token.lower in _NOUNS | _IN_GENERAL and not token.is_capital and sentence.quote[index] is None:
            first = _phrase_start(sentence, index)
            if first is not None and _hears(sentence, attribution, first):
                return _named_before(sentence, first, index, earlier) or _by_description(
                    sentence, first, index, earlier
                )
    return None


def _phrase_start(sentence: Sentence, index: int) -> int | None:
    """Where the noun phrase begins: right after who tells whom."""
    for first in range(index, max(0, index - _REACH), -1):
        if sentence.lower(first - 1) in _HEARERS:
            inner = (sentence.lower(i) for i in range(first + 1, index))
            return first if DETERMINERS.isdisjoint(inner) else None
        if not sentence.tokens[first - 1].is_word:
            return None
    return None


def _hears(sentence: Sentence, attribution: Attribution, first: int) -> bool:
    """Whether the statement was made to it: it follows the cue, or "in an interview with" outside of what is said."""
    at = sentence.tokens[first].start
    if any(start <= at < end for start, end in attribution.content) or not attribution.cue:
        return False
    near = [sentence.lower(i) for i in range(max(0, first - _REACH), first)]
    start, end = attribution.cue[-1]
    follows = any(start <= t.start and t.start <= end + 1 for t in sentence.tokens[first - 1 : first])
    return follows or not _INTERVIEWS.isdisjoint(near)


def _named_before(sentence: Sentence, first: int, index: int, earlier: Earlier) -> Link | None:
    """“The newspaper”: the outlet that was named last."""
    if sentence.lower(first) != "the" or index - first > 1 or sentence.lower(index) in _IN_GENERAL:
        return None
    at = sentence.tokens[first].start
    names = [n for n in earlier.named_in((max(0, at - _BACK), at)) if n.kind in _BODIES]
    last = next((n for n in reversed(names) if kind_of_entity(n, ()) is SourceKind.OUTLET), None)
    if last is None:
        return None
    return replace(describe((last.start, last.end), earlier).link, span=sentence.span(first, index + 1))


def _by_description(sentence: Sentence, first: int, index: int, earlier: Earlier) -> Link | None:
    """“A station in Tolmark”, "local media"; nobody in particular is no link."""
    phrase = subject_after(sentence, first, len(sentence.tokens), any_start=True, inside=True)
    if phrase is None or sentence.lower(first) == "the" or (first == index and sentence.lower(index) in _IN_GENERAL):
        return None
    goes_on = index + 1 < len(sentence.tokens) and sentence.tokens[index + 1].is_capital
    start, end = sentence.span(first + (sentence.lower(first) in DETERMINERS), max(phrase[1], index + 1))
    described = earlier.text[start:end]
    link = Link(name=described, kind=SourceKind.OUTLET, named=False, span=sentence.span(*phrase))
    return None if goes_on else link
