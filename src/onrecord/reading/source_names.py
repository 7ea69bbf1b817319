"""What a name within a source stands for: whose it is, of what kind, and whether it's there at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import EntityKind, Link, Name, SourceKind
from onrecord.reading import names_tables as tables
from onrecord.reading.earlier import Earlier, Source
from onrecord.reading.names_kinds import is_outlet
from onrecord.reading.source_nouns import PARTIES, is_station, kind_of_head
from onrecord.reading.source_phrases import Phrase, bare
from onrecord.reading.tokens import PREPOSITIONS, Token

OF_ENTITY: dict[EntityKind, SourceKind] = {
    EntityKind.PERSON: SourceKind.PERSON,
    EntityKind.ORGANISATION: SourceKind.ORGANISATION,
    EntityKind.OUTLET: SourceKind.OUTLET,
    EntityKind.COUNTRY: SourceKind.ORGANISATION,
    EntityKind.PLACE: SourceKind.ORGANISATION,
}
"""What a named entity is as a source."""
_CHAMBERS = frozenset("house senate congressional congress".split())
HONOURS = frozenset("mr mrs ms dr sen gov rep gen president former".split())
"""Words that stand right before a person's name."""
_BETWEEN_COMMAS = 2
_BODIES = frozenset({EntityKind.ORGANISATION, EntityKind.OUTLET})
_TITLE = 8
_TITLED = re.compile(
    r"\b(?:Mayor|Senator|Sen\.|Rep\.|Representative|Gov\.|Governor|President|Secretary|Minister|Justice|Judge|Speaker"
    r"|Chairman|Director|Gen\.|Republican|Democrat) ([A-Z][\w’'-]+(?: [A-Z][\w.’'-]+){1,2})$"
)
_ADDRESSED = re.compile(r"(?:Mr|Mrs|Ms|Dr)\.? ([A-Z].*)$")
_SURNAME = re.compile(r"(?:Mc|Mac|O['’]|De|La)?[A-Z][^\W\d_A-Z]{3,}")
_INITIAL = re.compile(r"[A-Z]\. [A-Z]")
_PERSONS = frozenset({SourceKind.OFFICIAL, SourceKind.UNNAMED, SourceKind.PUBLIC})
_ROOM = 12


def link_of(phrase: Phrase, name: str, kind: SourceKind, *, named: bool) -> Source:
    """A source of a phrase's span."""
    return Source(Link(name=name, kind=kind, named=named, span=phrase.span))


def description_of(phrase: Phrase, earlier: Earlier) -> str:
    """All words up to the first comma or "via", without a leading article."""
    start, end = phrase.span
    comma, via = (earlier.text.find(mark, start, end) for mark in (",", " via "))
    words = earlier.text[start : min(mark if mark > start else end for mark in (comma, via))].strip(" ,").split()
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() in {"the", "a", "an"} else words)


def name_at(head: Token, names: Sequence[Name]) -> Name | None:
    """The name that ends with the head noun, a possessive ending aside."""
    found = next((n for n in names if n.start <= head.start and n.end >= head.end - 2), None)
    return None if found and found.end <= head.end and found.entity == head.text and _is_office(head) else found


def head_of_name(core: tuple[Token, ...]) -> Token:
    """The head noun, "II" and "Jr." left out."""
    return next((t for t in reversed(core) if t.lower not in {"ii", "iii", "iv", "jr", "sr", "."}), core[-1])


def _is_office(head: Token) -> bool:
    """Whether a word names an office: "Assemblywoman" by itself names nobody."""
    return kind_of_head(bare(head)) is SourceKind.OFFICIAL


def entity_of(name: Name, phrase: Phrase, earlier: Earlier) -> Source:
    """The entity of a name; "some Republicans" and "Republicans" are told apart."""
    doubtful = name.kind in {EntityKind.ORGANISATION, EntityKind.PLACE}
    doubtful = doubtful and not earlier.is_told_body(earlier.text[name.start : name.end])
    if doubtful and (person := _surname(name, earlier) or _misjudged(name, phrase)):
        return link_of(phrase, person, SourceKind.PERSON, named=True)
    if phrase.words[-1] in PARTIES:
        return party_of(phrase, earlier)
    before = [token for token in phrase.core if token.end <= name.start]
    return link_of(phrase, _fullest(name, earlier), kind_of_entity(name, [bare(t) for t in before]), named=True)


def kind_of_entity(name: Name, before: Sequence[str]) -> SourceKind:
    """A name's kind as a source; outlets that were taken for another body are told by the tables."""
    kind = OF_ENTITY[name.kind]
    spelled = name.entity.title() if name.entity.isupper() else name.entity
    outlet = is_outlet(name.entity, before) or is_outlet(spelled) or is_station(name.entity)
    return SourceKind.OUTLET if kind is SourceKind.ORGANISATION and outlet else kind


def _fullest(name: Name, earlier: Earlier) -> str:
    """The fullest form of a name that differs from it by accents, or that it abbreviates."""
    if " " in name.entity:
        return name.entity
    if name.kind is EntityKind.PERSON:
        return earlier.person_called(name.entity) or name.entity
    return earlier.spelled_out(name.entity) or name.entity


def _surname(name: Name, earlier: Earlier) -> str | None:
    """The person whose surname was taken for a body or a place: "Gingrich"."""
    word = earlier.text[name.start : name.end]
    known = tables.known(word)
    may_be = " " not in word and (not known or known[0] is EntityKind.PLACE)
    person = earlier.person_called(word) if may_be else None
    return person if person and " " in person else None


def _misjudged(name: Name, phrase: Phrase) -> str | None:
    """A person taken for a body: with an initial, or with an office right after it."""
    office = [t.lower for t in phrase.rest[:3] if t.lower not in {",", "the", "a"}]
    apart = (
        bool(phrase.rest) and phrase.rest[0].text == "," and kind_of_head(*office[:1] or [""]) is SourceKind.OFFICIAL
    )
    if is_outlet(name.entity) or is_station(name.entity):
        return None
    if _like_surname(name.entity):
        return name.entity
    if title := _TITLED.search(name.entity) or _ADDRESSED.match(name.entity):
        return title[1]
    return name.entity if " " in name.entity and (apart or _INITIAL.match(name.entity)) else None


def _like_surname(name: str) -> bool:
    """Whether one unknown word written like a name is more often somebody's than a body's."""
    known = tables.known(name) or name.lower() in tables.common_words() or name in tables.demonyms()
    return bool(_SURNAME.fullmatch(name)) and not known


def party_of(phrase: Phrase, earlier: Earlier) -> Source:
    """“Republicans” are a party, "some Republicans" a few of its people, "Republicans in Congress" hold an office."""
    within = [t.lower for t in phrase.rest[:2]]
    whole = len(phrase.core) == 1 or not _CHAMBERS.isdisjoint(phrase.words[-2:-1])
    some = not whole or bool(phrase.rest and within[0] not in {",", "and", "’", "'"})
    kind = SourceKind.UNNAMED if some else SourceKind.ORGANISATION
    if some and not _CHAMBERS.isdisjoint([*phrase.words, *within]):
        kind = SourceKind.OFFICIAL
    return link_of(phrase, description_of(phrase, earlier), kind, named=not some)


def apposed_body(phrase: Phrase, names: Sequence[Name]) -> Name | None:
    """The body in "the ferry's owner, Lautan Lines,": between two commas, or up to the end."""
    if len(phrase.rest) < _BETWEEN_COMMAS or phrase.rest[0].text != ",":
        return None
    body = next((n for n in names if n.start == phrase.rest[1].start), None)
    after = next((t.text for t in phrase.rest if body and t.start >= body.end), ",")
    return body if body and body.kind in _BODIES and after == "," else None


def apposed(phrase: Phrase, names: Sequence[Name]) -> str | None:
    """The person in "the mayor, Ann Brown" and "the mayor of Tolmark, Ann Brown"."""
    for index, token in enumerate(phrase.rest[:_ROOM]):
        if token.text == "," and index + 1 < len(phrase.rest):
            after = phrase.rest[index + 1].start
            person = next((n for n in names if n.start >= after), None)
            if person and person.kind is EntityKind.PERSON and _only_titles(phrase, after, person.start):
                return person.entity
    return None


def _only_titles(phrase: Phrase, start: int, end: int) -> bool:
    between = [t.lower for t in phrase.rest if start <= t.start < end]
    return len(between) <= _TITLE and PREPOSITIONS.isdisjoint(between) and "like" not in between[:1]


def after_office(phrase: Phrase, names: Sequence[Name], text: str) -> str | None:
    """The person in "ambassador to Karsk Ann Brown", "a writer and chemist Ann Brown"."""
    person = next((n for n in names if n.kind is EntityKind.PERSON and n.start > phrase.core[-1].start), None)
    between = [t for t in phrase.rest if person and t.end <= person.start]
    if (
        not person
        or not between
        or len(between) > _TITLE
        or "," in {t.text for t in between}
        or between[0].text in {"'", "’"}
    ):
        return None
    if between[0].lower == "and":
        return person.entity if len(between) > 1 and PREPOSITIONS.isdisjoint(t.lower for t in between) else None
    titled = any(kind_of_head(t.lower) in _PERSONS or t.lower in HONOURS for t in between)
    titled = titled and between[0].lower != "of"
    inner = [t for t in between[1:] if t.is_word and t.lower not in {"the", "of", "staff"}]
    place = between[0].lower in {"of", "to", "for"} and between[-1].lower != "the" and all(t.is_capital for t in inner)
    opening, _, rest = text[person.start : person.end].partition(" ")
    if len(between) == 1 and " " in rest and tables.known(opening):
        return person.entity.removeprefix(f"{opening} ")
    return person.entity if place and len(between) > 1 and not titled else None
