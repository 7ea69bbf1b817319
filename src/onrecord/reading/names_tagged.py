"""Names by the model and by the rules together, with the finer kinds and the fullest variants that the text gives."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from onrecord.encoders import Seen, name_odds, names_of
from onrecord.model import Block, EntityKind, Name, Span
from onrecord.reading import names_tables as tables
from onrecord.reading.names import find_names
from onrecord.reading.names_entities import Found, entities_of
from onrecord.reading.names_kinds import COARSE, is_outlet, is_people, is_state
from onrecord.reading.names_told import kinds_told
from onrecord.reading.overlaps import meets

BY_RULES, BY_MODEL, MOST = 2.5, 0.3, 3.0
"""What it adds to the model's log-odds that the rules found a name, and that it's the model's own best reading; and the
most that the log-odds count, so that the rules' evidence has weight where the model is sure of a word it never met."""

SURE = 1.0
"""The log-odds at which the model alone is believed about a person."""

_TITLE_REACH = 30
_WORD_REACH = 30
_COMPOUND_BEFORE = re.compile(r"\b[^\W\d_a-z]{3,}-$")
_COMPOUND_AFTER = re.compile(r"-[^\W\d_a-z]{3,}\b")
_LOCATING = re.compile(r"\b(?:in|near|across|outside|inside|throughout|around)\s+$", re.IGNORECASE)
_KINDS = {"person": EntityKind.PERSON, "organisation": EntityKind.ORGANISATION, "place": EntityKind.PLACE}
_PLACES = frozenset({EntityKind.COUNTRY, EntityKind.PLACE})
Candidate = tuple[Span, str]
_ARTICLES = frozenset({"the", "a", "an"})


def names_seen(text: str, blocks: Sequence[Block], seen: Seen) -> tuple[Name, ...]:
    """The names of a text in order, without overlaps: those that model and rules together find likelier than not."""
    ruled = find_names(text, blocks)
    kinds = {text[name.start : name.end]: name.kind for name in ruled}
    by_rules = {((name.start, name.end), COARSE.get(name.kind, "person")) for name in ruled}
    scores = _scores(seen, by_rules)
    places = [name for name, kind in kinds.items() if kind in _PLACES]
    scores = {(span, kind): s for (span, kind), s in scores.items() if not is_people(text[slice(*span)], places)}
    scores = _without_lone_persons(text, seen, _without_parts(text, scores, by_rules), by_rules)
    scores = _with_located(text, scores, by_rules)
    scores = {(span, kind): s for (span, kind), s in scores.items() if text[slice(*span)].lower() not in _ARTICLES}
    agreed, spans = _agreed(text, scores), _apart(scores)
    persons = (name for name, kind in agreed.items() if kind is EntityKind.PERSON and " " in name)
    told = kinds_told(text, spans, persons)
    written = [(span, text[slice(*span)]) for span in spans]
    found = [Found(span, name, told.get(name) or _fine(name, agreed, kinds)) for span, name in written]
    entities = entities_of(text, found)
    return tuple(
        Name(start=m.span[0], end=m.span[1], kind=m.kind, entity=entity)
        for m, entity in zip(found, entities, strict=True)
    )


def _scores(seen: Seen, by_rules: set[Candidate]) -> dict[Candidate, float]:
    spans = seen.words.spans
    by_model = {((spans[first][0], spans[last - 1][1]), kind) for first, last, kind in names_of(seen)}
    ruled = by_rules | _holding(by_model, by_rules)
    return {
        (span, kind): min(name_odds(seen, span, kind), MOST)
        + BY_RULES * ((span, kind) in ruled)
        + BY_MODEL * ((span, kind) in by_model)
        for span, kind in by_rules | by_model
    }


def _holding(names: Iterable[Candidate], parts: Iterable[Candidate]) -> set[Candidate]:
    """The names that hold one of the parts, which is of their kind: what speaks for it speaks for them too.

    The rules stop at what links a name's words: they see the "Ministry of Roads" in the "Ministry of Roads and Ports".
    """
    by_kind: defaultdict[str, list[Span]] = defaultdict(list)
    for span, kind in sorted(parts):
        by_kind[kind].append(span)
    found: set[Candidate] = set()
    for (start, end), kind in names:
        at = bisect_left(by_kind[kind], (start, start))
        if at < len(by_kind[kind]) and by_kind[kind][at][1] <= end:
            found.add(((start, end), kind))
    return found


def _without_parts(text: str, scores: Mapping[Candidate, float], by_rules: set[Candidate]) -> dict[Candidate, float]:
    """Without what the model alone takes for a name and is a title before one, or a piece of "SAINT-CLAIR"."""
    ruled = {span[0] for span, _ in by_rules}
    return {
        (span, kind): score
        for (span, kind), score in scores.items()
        if (span, kind) in by_rules or not (_announces(text, span, ruled) or _is_piece(text, span))
    }


def _announces(text: str, span: Span, ruled: Collection[int]) -> bool:
    """Whether a title, or its first word, stands right before a name that the rules found: "Rabbi", "Fire" "chief"."""
    first = text[slice(*span)].lower()
    titles = (f"{first} {text[span[1] : at]}" for at in ruled if span[1] < at <= span[1] + _TITLE_REACH)
    return any(tables.titles().get(tuple(title.lower().split())) == "person" for title in titles)


def _is_piece(text: str, span: Span) -> bool:
    """Whether a span in capitals begins or ends within a hyphenated word in capitals."""
    start, end = span
    if not text[start:end].rsplit(maxsplit=1)[-1].isupper():
        return False
    after = _COMPOUND_AFTER.match(text, end - (text[end - 1] == "-"))
    return bool(after or _COMPOUND_BEFORE.search(text, max(0, start - _WORD_REACH), start))


def _without_lone_persons(
    text: str, seen: Seen, scores: Mapping[Candidate, float], by_rules: set[Candidate]
) -> dict[Candidate, float]:
    """What the model alone is not sure is a person, a single word that no person's name here has, is a place or body.

    It tends to take the names of places it never met for persons.
    """
    longer = [text[slice(*span)].split() for span, kind in scores if kind == "person"]
    parts = {word for words in longer if len(words) > 1 for word in words}

    def kind_of(span: Span, kind: str) -> str:
        name = text[slice(*span)]
        alone = kind == "person" and (span, kind) not in by_rules and " " not in name and name not in parts
        return _place_or_body(seen, span) if alone and name_odds(seen, span, kind) < SURE else kind

    return _with_kinds(scores, kind_of)


def _with_located(text: str, scores: Mapping[Candidate, float], by_rules: set[Candidate]) -> dict[Candidate, float]:
    """What rules and text both say is a place, "the ministry in Corvane", is none of the bodies of names never met."""

    def kind_of(span: Span, kind: str) -> str:
        ruled = kind == "organisation" and (span, "place") in by_rules and not tables.known(text[slice(*span)])
        return "place" if ruled and _is_located(text, span) else kind

    return _with_kinds(scores, kind_of)


def _with_kinds(scores: Mapping[Candidate, float], kind_of: Callable[[Span, str], str]) -> dict[Candidate, float]:
    """The names with the kinds that they are given; of two that become one, the better score."""
    found: dict[Candidate, float] = {}
    for (span, kind), score in sorted(scores.items()):
        key = (span, kind_of(span, kind))
        found[key] = max(score, found.get(key, score))
    return found


def _is_located(text: str, span: Span) -> bool:
    return bool(_LOCATING.search(text, max(0, span[0] - _WORD_REACH), span[0]))


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
