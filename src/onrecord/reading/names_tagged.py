"""Names by the model and by the rules together, with the finer kinds and the fullest variants that the text gives."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.encoders import Seen, name_odds, names_of
from onrecord.model import Block, EntityKind, Name, Span
from onrecord.reading.names import find_names
from onrecord.reading.names_entities import Found, entities_of
from onrecord.reading.names_kinds import COARSE, is_outlet, is_people, is_state
from onrecord.reading.overlaps import meets

BY_RULES, BY_MODEL, MOST = 2.5, 0.3, 3.0
"""What it adds to the model's log-odds that the rules found a name, and that it's the model's own best reading; and the
most that the log-odds count, so that the rules' evidence has weight where the model is sure of a word it never met."""

_KINDS = {"person": EntityKind.PERSON, "organisation": EntityKind.ORGANISATION, "place": EntityKind.PLACE}
_PLACES = frozenset({EntityKind.COUNTRY, EntityKind.PLACE})
Candidate = tuple[Span, str]


def names_seen(text: str, blocks: Sequence[Block], seen: Seen) -> tuple[Name, ...]:
    """The names of a text in order, without overlaps: those that model and rules together find likelier than not."""
    ruled = find_names(text, blocks)
    kinds = {text[name.start : name.end]: name.kind for name in ruled}
    by_rules = {((name.start, name.end), COARSE.get(name.kind, "person")) for name in ruled}
    scores = _scores(seen, by_rules)
    places = [name for name, kind in kinds.items() if kind in _PLACES]
    scores = {(span, kind): s for (span, kind), s in scores.items() if not is_people(text[slice(*span)], places)}
    scores = _without_lone_persons(text, seen, scores, by_rules)
    agreed = _agreed(text, scores)
    found = [Found(span, text[slice(*span)], _fine(text[slice(*span)], agreed, kinds)) for span in _apart(scores)]
    entities = entities_of(text, found)
    return tuple(
        Name(start=m.span[0], end=m.span[1], kind=m.kind, entity=entity)
        for m, entity in zip(found, entities, strict=True)
    )


def _scores(seen: Seen, by_rules: set[Candidate]) -> dict[Candidate, float]:
    spans = seen.words.spans
    by_model = {((spans[first][0], spans[last - 1][1]), kind) for first, last, kind in names_of(seen)}
    return {
        (span, kind): min(name_odds(seen, span, kind), MOST)
        + BY_RULES * ((span, kind) in by_rules)
        + BY_MODEL * ((span, kind) in by_model)
        for span, kind in by_rules | by_model
    }


def _without_lone_persons(
    text: str, seen: Seen, scores: Mapping[Candidate, float], by_rules: set[Candidate]
) -> dict[Candidate, float]:
    """What the model alone takes for persons, single words that no person's name here has, become places or bodies.

    It tends to take the names of places it never met for persons.
    """
    longer = [text[slice(*span)].split() for span, kind in scores if kind == "person"]
    parts = {word for words in longer if len(words) > 1 for word in words}
    found: dict[Candidate, float] = {}
    for (span, kind), score in sorted(scores.items()):
        name = text[slice(*span)]
        lone = kind == "person" and (span, kind) not in by_rules and " " not in name and name not in parts
        key = (span, _place_or_body(seen, span) if lone else kind)
        found[key] = max(score, found.get(key, score))
    return found


def _place_or_body(seen: Seen, span: Span) -> str:
    return max(("place", "organisation"), key=lambda kind: name_odds(seen, span, kind))


def _apart(scores: Mapping[Candidate, float]) -> list[Span]:
    """The best spans that don't overlap, in order."""
    kept: list[Span] = []
    for (span, _), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score > 0 and not meets(span, kept):
            insort(kept, span)
    return kept


def _agreed(text: str, scores: Mapping[Candidate, float]) -> dict[str, EntityKind]:
    """One coarse kind for all mentions of a name: the one that all of them together speak for most."""
    votes: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for (span, kind), score in sorted(scores.items()):
        votes[text[slice(*span)]][kind] += max(score, 0.0)
    return {name: _KINDS[_best(counted.items())] for name, counted in votes.items()}


def _best(votes: Iterable[tuple[str, float]]) -> str:
    return max(sorted(votes), key=lambda vote: vote[1])[0]


def _fine(name: str, agreed: Mapping[str, EntityKind], ruled: Mapping[str, EntityKind]) -> EntityKind:
    """The kind with outlets told from other bodies, and countries from other places."""
    coarse, by_rule = agreed[name], ruled.get(name)
    if by_rule is EntityKind.COUNTRY:
        return by_rule  # by what only a state has, such as a capital
    if coarse is EntityKind.ORGANISATION and (by_rule is EntityKind.OUTLET or is_outlet(name)):
        return EntityKind.OUTLET
    if coarse is EntityKind.PLACE and is_state(name):
        return EntityKind.COUNTRY
    return coarse
