"""Sources that cite or quote others: "the Herald reported, citing two officials, that …", by rules in any reader."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.model import Span
from onrecord.reading.attribution import Attribution, find_attributions
from onrecord.reading.confidence import MEASURED
from onrecord.reading.overlaps import meets, merged
from onrecord.reading.sentence import Sentence

_CITING = frozenset("citing quoting".split())
_QUOTING = frozenset("quoted quotes quote quoting cited cites cite citing".split())
_AS_SAYING = frozenset({"quoting", "as clause"})
"""Patterns that are made for it."""


def with_citing(found: Sequence[Attribution], sentences: Iterable[Sentence]) -> list[Attribution]:
    """The attributions, but where a sentence cites or quotes somebody, what the rules make of that place."""
    cited = [pair for sentence in sentences if _may_cite(sentence) for pair in _cited(sentence)]
    reaches = merged(reach for _, reach in cited)
    kept = [a for a in found if not (meets(a.cue[0], reaches) or meets(a.content[0], reaches))]
    return [*kept, *(attribution for attribution, _ in cited)]


def _may_cite(sentence: Sentence) -> bool:
    words = zip(sentence.tokens, sentence.quote, strict=True)
    return any(quote is None and token.lower in _QUOTING for token, quote in words)


def _cited(sentence: Sentence) -> list[tuple[Attribution, Span]]:
    """Attributions with the stretch of the sentence that they account for."""
    found = []
    for attribution in find_attributions([sentence]):
        citing = _citing_beside(sentence, attribution)
        if attribution.pattern in _AS_SAYING or citing:
            sure = attribution.pattern if attribution.pattern in _AS_SAYING else "as clause"
            found.append((replace(attribution, confidence=MEASURED[sure, ""]), _reach(attribution, citing)))
    return found


def _citing_beside(sentence: Sentence, found: Attribution) -> list[Span]:
    """Where "citing" stands after the cue and outside what is said."""
    words = zip(sentence.tokens, sentence.quote, strict=True)
    places = [(t.start, t.end) for t, quote in words if quote is None and t.lower in _CITING]
    after = [place for place in places if place[0] >= found.cue[-1][1]]
    said = merged(found.content)
    return [place for place in after if not meets(place, said)]


def _reach(found: Attribution, citing: Sequence[Span]) -> Span:
    spans = [*found.cue, *found.content, *citing]
    return min(start for start, _ in spans), max(end for _, end in spans)
