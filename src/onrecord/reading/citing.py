"""Sources that cite or quote others: "the Herald reported, citing two officials, that …", by rules in any reader."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.model import Span
from onrecord.reading.attribution import Attribution, find_attributions
from onrecord.reading.confidence import MEASURED
from onrecord.reading.sentence import Sentence

_CITING = frozenset("citing quoting".split())
_QUOTING = frozenset("quoted quotes quote quoting cited cites cite citing".split())
_AS_SAYING = frozenset({"quoting", "as clause"})
"""Patterns that are made for it."""


def with_citing(found: Sequence[Attribution], sentences: Iterable[Sentence]) -> list[Attribution]:
    """The attributions, but where a sentence cites or quotes somebody, what the rules make of that place."""
    cited = [attribution for sentence in sentences if _may_cite(sentence) for attribution in _cited(sentence)]
    reaches = [_reach(attribution) for attribution in cited]
    kept = [a for a in found if not any(_meets(a.cue[0], r) or _meets(a.content[0], r) for r in reaches)]
    return [*kept, *cited]


def _may_cite(sentence: Sentence) -> bool:
    words = zip(sentence.tokens, sentence.quote, strict=True)
    return any(quote is None and token.lower in _QUOTING for token, quote in words)


def _cited(sentence: Sentence) -> list[Attribution]:
    return [
        replace(a, confidence=MEASURED[a.pattern, ""] if a.pattern in _AS_SAYING else MEASURED["plain", "that"])
        for a in find_attributions([sentence])
        if a.pattern in _AS_SAYING or _cites_between(sentence, a)
    ]


def _cites_between(sentence: Sentence, found: Attribution) -> bool:
    """Whether "citing somebody" stands between cue and content."""
    first, last = found.cue[-1][1], found.content[0][0]
    return any(token.lower in _CITING for token in sentence.tokens if first <= token.start < last)


def _reach(found: Attribution) -> Span:
    spans = [*found.cue, *found.content]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _meets(span: Span, reach: Span) -> bool:
    return span[0] < reach[1] and reach[0] < span[1]
