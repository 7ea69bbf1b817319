"""Names as the model tags them, with the finer kinds and the fullest variants that tables and the text give."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from onrecord.encoders import Seen, names_of
from onrecord.model import Block, EntityKind, Name, Span
from onrecord.reading.names import find_names
from onrecord.reading.names_entities import Found, entities_of
from onrecord.reading.names_kinds import is_outlet, is_state
from onrecord.reading.names_words import lines_of

_COARSE = {"person": EntityKind.PERSON, "organisation": EntityKind.ORGANISATION, "place": EntityKind.PLACE}


def names_seen(text: str, blocks: Sequence[Block], seen: Seen) -> tuple[Name, ...]:
    """The names of a text in order, without overlaps.

    In lines written in capitals or like a headline, where the model can't go by letter case, the names that the rules
    know from the rest of the text or a table come on top.
    """
    ruled = find_names(text, blocks)
    kinds = {text[name.start : name.end]: name.kind for name in ruled}
    tagged = [(_span(seen, first, last), kind) for first, last, kind in names_of(seen)]
    spans = [span for span, _ in tagged]
    agreed = _agreed(text, tagged)
    found = [Found(span, text[slice(*span)], _fine(text[slice(*span)], agreed, kinds)) for span in spans]
    loud = _loud(text, blocks)
    found += [
        Found((n.start, n.end), text[n.start : n.end], _fine(text[n.start : n.end], agreed, kinds))
        for n in ruled
        if _lies_in((n.start, n.end), loud) and not _overlaps((n.start, n.end), spans)
    ]
    found.sort(key=lambda mention: mention.span)
    return tuple(
        Name(start=m.span[0], end=m.span[1], kind=m.kind, entity=entity)
        for m, entity in zip(found, entities_of(text, found), strict=True)
    )


def _agreed(text: str, tagged: Sequence[tuple[Span, str]]) -> dict[str, EntityKind]:
    """One coarse kind for all mentions of a name: the most frequent, the first one met where two are as frequent."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for span, kind in tagged:
        votes[text[slice(*span)]][kind] += 1
    return {name: _COARSE[counted.most_common(1)[0][0]] for name, counted in votes.items()}


def _fine(name: str, agreed: Mapping[str, EntityKind], ruled: Mapping[str, EntityKind]) -> EntityKind:
    """The kind with outlets told from other bodies, and countries from other places."""
    coarse, by_rule = agreed.get(name) or ruled[name], ruled.get(name)
    if coarse is EntityKind.ORGANISATION and (by_rule is EntityKind.OUTLET or is_outlet(name)):
        return EntityKind.OUTLET
    if coarse is EntityKind.PLACE and (by_rule is EntityKind.COUNTRY or is_state(name)):
        return EntityKind.COUNTRY
    return coarse


def _loud(text: str, blocks: Sequence[Block]) -> list[Span]:
    return [(line[0].start, line[-1].end) for line in lines_of(text, blocks) if line[0].loud]


def _lies_in(span: Span, lines: Sequence[Span]) -> bool:
    at = bisect_right(lines, span[0], key=lambda line: line[0]) - 1
    return at >= 0 and span[1] <= lines[at][1]


def _overlaps(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span shares a character with one of the others, which are in order and don't overlap."""
    at = bisect_right(others, span[0], key=lambda other: other[1])
    return at < len(others) and others[at][0] < span[1]


def _span(seen: Seen, first: int, last: int) -> Span:
    return seen.words.spans[first][0], seen.words.spans[last - 1][1]
