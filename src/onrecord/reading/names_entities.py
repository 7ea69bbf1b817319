"""The fullest variant of every name within one article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import EntityKind, Span
from onrecord.reading import names_tables as tables

_BODIES = frozenset({EntityKind.ORGANISATION, EntityKind.OUTLET})
_IN_BRACKETS = re.compile(r"\s*\(\s*([^\W\d_][\w.&-]{1,9})\s*[);,]")
_MOST_RIVALS = 20
_SHORTEST_ACRONYM = 3
_LEGAL = frozenset("ag inc ltd limited corp corporation co company plc llc gmbh group holdings sa se".split())
_SMALL = frozenset("of the and for on de du des la le les et in y und der die das".split())


@dataclass(frozen=True, slots=True)
class Found:
    """A mention with its kind."""

    span: Span
    name: str
    kind: EntityKind


def entities_of(text: str, found: Sequence[Found]) -> list[str]:
    """For every mention, in order, the fullest variant of its name in the article.

    Where two full names compete for a short form, it's the one that alone was introduced before it, as newspapers
    have it; where both were, the short form stays its own entity.
    """
    acronyms = _acronyms(text, found)
    full_names: defaultdict[EntityKind, set[str]] = defaultdict(set)
    for mention in found:
        full_names[mention.kind].add(mention.name)
    persons = _fullest(full_names[EntityKind.PERSON], _person_contains)
    bodies = _fullest(full_names[EntityKind.ORGANISATION] | full_names[EntityKind.OUTLET], _body_contains)
    entities: list[str] = []
    introduced: set[str] = set()
    for mention in found:
        introduced.add(mention.name)
        entities.append(_entity(mention, acronyms, _choose(persons, mention, introduced), bodies))
    return entities


def _choose(fullest: Mapping[str, tuple[str, ...]], mention: Found, introduced: set[str]) -> str:
    """The fullest variant of a person's name, by which of those that compete have been named so far."""
    rivals = fullest.get(mention.name, ())
    if len(rivals) > 1:
        rivals = tuple(name for name in rivals if name in introduced)
    return rivals[0] if len(rivals) == 1 else mention.name


def _entity(mention: Found, acronyms: Mapping[str, str], person: str, bodies: Mapping[str, tuple[str, ...]]) -> str:
    if mention.kind is EntityKind.PERSON:
        return person
    if mention.name in acronyms:
        return acronyms[mention.name]
    known = tables.known(mention.name)
    if mention.kind is EntityKind.COUNTRY and known:
        return known[1]
    fullest = bodies.get(mention.name, ())
    return fullest[0] if mention.kind in _BODIES and len(fullest) == 1 else mention.name


def _fullest(names: set[str], contains: Callable[[str, str], bool]) -> dict[str, tuple[str, ...]]:
    """Each name with the longest names that contain it; with itself where none does."""
    by_token: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        for token in _tokens(name):
            by_token[token].add(name)
    fullest: dict[str, tuple[str, ...]] = {}
    for name in names:
        near = {other for token in _tokens(name)[-1:] for other in by_token[token]} - {name}
        longer = sorted(other for other in near if contains(other, name))[:_MOST_RIVALS]
        tops = [other for other in longer if not any(contains(third, other) for third in longer)]
        fullest[name] = tuple(tops) or (name,)
    return fullest


def _person_contains(longer: str, shorter: str) -> bool:
    """Macron in Emmanuel Macron, Hans Friedrich in Hans J. Friedrich, Xi in Xi Jinping."""
    long, short = _tokens(longer), _tokens(shorter)
    if len(short) >= len(long) or not short:
        return False
    if len(short) == 1:
        first = long[0] in tables.family_first() or _is_given(short[0])
        return short[0] == long[-1] or (first and short[0] == long[0]) or long[-len(short) :] == short
    ends = short[-1] == long[-1] and _fits(short[0], long[0])
    return long[-len(short) :] == short or (ends and all(any(_fits(s, t) for t in long) for s in short))


def _body_contains(longer: str, shorter: str) -> bool:
    """The Herald in Corvane Herald: a body's last word or words, of at least one word that heads a body."""
    long, short = _tokens(longer), _tokens(shorter)
    if len(short) >= len(long) or not short:
        return False
    is_tail = long[-len(short) :] == short and shorter.rsplit(" ", maxsplit=1)[-1] in tables.body_words()
    is_name = long[: len(short)] == short and len(long) == len(short) + 1 and long[-1] in _LEGAL
    return is_tail or is_name


def _acronyms(text: str, found: Sequence[Found]) -> dict[str, str]:
    """Acronyms that the text itself explains: "Direction of Arms (DA)"."""
    acronyms: dict[str, str] = {}
    for mention in found:
        match = _IN_BRACKETS.match(text, mention.span[1]) if mention.kind in _BODIES else None
        if match and len(mention.name.split()) > 1 and _is_acronym(match[1], mention.name):
            acronyms.setdefault(match[1], mention.name)
    return _by_initials({mention.name for mention in found if mention.kind in _BODIES}) | acronyms


def _by_initials(names: set[str]) -> dict[str, str]:
    """Acronyms of three letters and more that are the initials of exactly one body of the article."""
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        words = [word for word in re.split(r"[\s\-]+", name) if word and word.lower() not in _SMALL]
        bearers["".join(word[0] for word in words).upper()].add(name)
    return {
        short: next(iter(full))
        for short, full in bearers.items()
        if len(full) == 1 and short in names and len(short) >= _SHORTEST_ACRONYM and not tables.known(short)
    }


def _is_acronym(short: str, full: str) -> bool:
    letters = short.replace(".", "").lower()
    words = [word.lower() for word in re.split(r"[\s\-]+", full) if word]
    initials = ("".join(w[0] for w in words), "".join(w[0] for w in words if w not in _SMALL))
    return short.isupper() and len(letters) > 1 and (letters in initials or letters[0] == words[0][0])


def _fits(short: str, long: str) -> bool:
    return short == long or (len(short) == 1 and long.startswith(short))


def _is_given(token: str) -> bool:
    return token in tables.given_names()


def _tokens(name: str) -> list[str]:
    return [
        token.strip(".").lower()
        for token in name.split()
        if token.strip(".") and token.lower() not in {"jr.", "jr", "the"}
    ]
