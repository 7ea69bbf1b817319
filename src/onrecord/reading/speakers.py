"""What a source span says by itself: a name, a document, an organisation, or a description without a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import EntityKind, Link, Name, SourceKind, Span
from onrecord.reading import names_tables as tables
from onrecord.reading.earlier import Earlier, Source
from onrecord.reading.names_kinds import is_outlet
from onrecord.reading.source_nouns import PARTIES, POLLS, is_group, is_station, kind_of_head, kind_of_noun
from onrecord.reading.source_phrases import Phrase, bare, parse
from onrecord.reading.tokens import PREPOSITIONS, Token

OF_ENTITY: dict[EntityKind, SourceKind] = {
    EntityKind.PERSON: SourceKind.PERSON,
    EntityKind.ORGANISATION: SourceKind.ORGANISATION,
    EntityKind.OUTLET: SourceKind.OUTLET,
    EntityKind.COUNTRY: SourceKind.ORGANISATION,
    EntityKind.PLACE: SourceKind.ORGANISATION,
}
_AUTHORED = frozenset({SourceKind.DOCUMENT, SourceKind.LEAK})
_BY_AUTHOR = frozenset("by from".split())
_WITH_OUTLET = frozenset("with in".split())
_CHAMBERS = frozenset("house senate congressional congress".split())
_HONOURS = frozenset("mr mrs ms dr sen gov rep gen president former".split())
_GENERIC = frozenset("agency service network newspaper magazine group channel broadcaster website station".split())
_ORDINALS = frozenset("first second third latter former last".split())
_SEVERAL = frozenset("media press news".split())
_TITLE = 8
_PLURALS_OF_PERSONS = ("ists", "ers", "ors", "ians", "men", "women", "people")
_INITIAL = re.compile(r"[A-Z]\. [A-Z]")
# "a memo obtained by the Post": whose hands it came through, not who wrote it.
_NOT_WRITTEN = frozenset(
    "obtained seen quoted carried cited reviewed reported leaked viewed broadcast intercepted signed".split()
)
_MAY_BE_NAMED = frozenset({SourceKind.OFFICIAL, SourceKind.UNNAMED, None})
_PERSONS = frozenset({SourceKind.OFFICIAL, SourceKind.UNNAMED, SourceKind.PUBLIC})
_ROOM = 12
"""Tokens after the head noun in which a name or an author is looked for."""


def describe(span: Span, earlier: Earlier) -> Source:
    """What a source span says by itself: a name, a document, an organisation, or a description without a name."""
    names = earlier.named_in(span)
    phrase = parse(earlier.text, span, names)
    if phrase.head is None:
        return unknown(earlier.text, span)
    if phrase.counted:
        return _counted(phrase, earlier)
    if named := _name_at(_without_numerals(phrase.core), names):
        return _entity(named, phrase, earlier)
    kind = kind_of_noun(phrase.words)
    if kind in _MAY_BE_NAMED and (person := _apposed(phrase, names) or _after_office(phrase, names)):
        return _link(phrase, person, SourceKind.PERSON, named=True)
    if (kind in _AUTHORED or POLLS & set(phrase.words[-1:])) and (author := _author(phrase, names, earlier)):
        return author
    if phrase.head.is_capital and (by_name := _capitalised(phrase, kind, earlier)):
        return by_name
    return _described(phrase, kind, names, earlier)


def unknown(text: str, span: Span, kind: SourceKind = SourceKind.UNKNOWN) -> Source:
    """A source of which nobody can say who it is."""
    return Source(Link(name=text[span[0] : span[1]], kind=kind, named=False, span=span), safe=False)


def _link(phrase: Phrase, name: str, kind: SourceKind, *, named: bool) -> Source:
    return Source(Link(name=name, kind=kind, named=named, span=phrase.span))


def _description(phrase: Phrase, earlier: Earlier) -> str:
    """All words up to the first comma, without a leading article."""
    start, end = phrase.span
    comma = earlier.text.find(",", start, end)
    words = earlier.text[start : end if comma <= start else comma].strip(" ,").split()
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() in {"the", "a", "an"} else words)


def _counted(phrase: Phrase, earlier: Earlier) -> Source:
    """“Two of the officials”, “a group of scientists”, “33% of voters”: many of a kind, none by name."""
    kind = kind_of_noun(phrase.words)
    if {"percent", "%"} & set(phrase.counted):
        kind = SourceKind.PUBLIC
    elif kind is None or (kind is SourceKind.PUBLIC and is_group(phrase.counted)):
        kind = SourceKind.UNNAMED
    return _link(phrase, _description(phrase, earlier), kind, named=False)


def _without_numerals(core: tuple[Token, ...]) -> Token:
    """The head noun, "II" and "Jr." left out."""
    return next((t for t in reversed(core) if t.lower not in {"ii", "iii", "iv", "jr", "sr", "."}), core[-1])


def _name_at(head: Token, names: Sequence[Name]) -> Name | None:
    """The name that ends with the head noun, a possessive ending aside."""
    found = next((n for n in names if n.start <= head.start and n.end >= head.end - 2), None)
    return None if found and found.kind is EntityKind.PERSON and found.start == head.start and _is_office(head) else found


def _is_office(head: Token) -> bool:
    """"Assemblywoman" by itself names nobody."""
    return kind_of_head(bare(head)) is SourceKind.OFFICIAL


def _entity(name: Name, phrase: Phrase, earlier: Earlier) -> Source:
    """The entity of a name; "some Republicans" and "Republicans" are told apart."""
    if name.kind is not EntityKind.PERSON and (person := _surname(name, earlier) or _misjudged(name, phrase)):
        return _link(phrase, person, SourceKind.PERSON, named=True)
    if phrase.words[-1] in PARTIES:
        return _party(phrase, earlier)
    before = [token for token in phrase.core if token.end <= name.start]
    return _link(phrase, _fullest(name, earlier), _kind_of_entity(name, [bare(t) for t in before]), named=True)


def _kind_of_entity(name: Name, before: Sequence[str]) -> SourceKind:
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
    apart = bool(phrase.rest) and phrase.rest[0].text == "," and kind_of_head(office[0] if office else "") in {
        SourceKind.OFFICIAL
    }
    return name.entity if " " in name.entity and (apart or _INITIAL.match(name.entity)) else None


def _party(phrase: Phrase, earlier: Earlier) -> Source:
    within = [t.lower for t in phrase.rest[:2]]
    whole = len(phrase.core) == 1 or not _CHAMBERS.isdisjoint(phrase.words[-2:-1])
    some = not whole or bool(phrase.rest and within[0] not in {",", "and", "’", "'"})
    kind = SourceKind.UNNAMED if some else SourceKind.ORGANISATION
    if some and not _CHAMBERS.isdisjoint([*phrase.words, *within]):
        kind = SourceKind.OFFICIAL
    return _link(phrase, _description(phrase, earlier), kind, named=not some)


def _apposed(phrase: Phrase, names: Sequence[Name]) -> str | None:
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


def _after_office(phrase: Phrase, names: Sequence[Name]) -> str | None:
    """The person in "ambassador to Karsk Ann Brown", "a writer and chemist Ann Brown"."""
    person = next((n for n in names if n.kind is EntityKind.PERSON and n.start > phrase.core[-1].start), None)
    between = [t for t in phrase.rest if person and t.end <= person.start]
    if not person or not between or len(between) > _TITLE or "," in {t.text for t in between} or between[0].text in {"'", "’"}:
        return None
    if between[0].lower == "and":
        return person.entity if len(between) > 1 and PREPOSITIONS.isdisjoint(t.lower for t in between) else None
    titled = any(kind_of_head(t.lower) in _PERSONS or t.lower in _HONOURS for t in between)
    place = between[0].lower in {"of", "to", "for"} and all(t.is_capital or not t.is_word for t in between[1:])
    opening, _, rest = person.entity.partition(" ")
    if len(between) == 1 and " " in rest and tables.known(opening):
        return rest
    return person.entity if place and len(between) > 1 and not titled else None


def _author(phrase: Phrase, names: Sequence[Name], earlier: Earlier) -> Source | None:
    """Whose document or poll it is: "the ministry's report", "a poll by Harvard", "NATO data"."""
    words = [t.lower for t in phrase.rest[:_ROOM]]
    for index, word in enumerate(words[:-1]):
        if word in _BY_AUTHOR | _WITH_OUTLET and not (set(words[:index]) & _NOT_WRITTEN):
            start = phrase.rest[index + 1].start
            author = describe((start, phrase.span[1]), earlier)
            if author.link.kind is SourceKind.OUTLET or (word in _BY_AUTHOR and not author.guessed):
                return Source(author.link)
    inside = [n for n in names if phrase.core[0].start <= n.start and n.end <= phrase.core[-1].start]
    if inside and inside[-1].kind in {EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.OUTLET}:
        return _entity(inside[-1], Phrase(phrase.span, phrase.core[:-1], ()), earlier)
    return None


def _capitalised(phrase: Phrase, kind: SourceKind | None, earlier: Earlier) -> Source | None:
    """A name that the names of the article don't hold."""
    head = phrase.core[-1]
    word = head.text.removesuffix("’s").removesuffix("'s")
    if phrase.words[-1] in PARTIES:
        return _party(phrase, earlier)
    spelled = earlier.text[phrase.core[0].start : head.start] + word
    if is_station(spelled):
        return _link(phrase, spelled, SourceKind.OUTLET, named=True)
    if known := tables.known(spelled):
        return _link(phrase, known[1], OF_ENTITY[known[0]], named=True)
    if len(phrase.core) > 1 and is_outlet(spelled):
        return _link(phrase, spelled, SourceKind.OUTLET, named=True)
    if kind is None and (person := earlier.person_called(word)):
        return _link(phrase, person, SourceKind.PERSON, named=True)
    if word in tables.demonyms() and _is_plural(word):
        return _link(phrase, spelled, SourceKind.PUBLIC, named=False)
    if kind is not None or (len(phrase.core) == 1 and _is_plural(word) and word.lower() in tables.common_words()):
        return None
    if len(phrase.core) == 1 and head.start == phrase.span[0] and word.lower().endswith(_PLURALS_OF_PERSONS):
        return None
    announced = [t for t in phrase.core[:-2] if not t.is_capital]
    if announced and announced[-1].lower in PREPOSITIONS:
        return _link(phrase, spelled, SourceKind.ORGANISATION, named=True)
    if announced and (said := kind_of_head(announced[-1].lower)) in {SourceKind.OUTLET, SourceKind.ORGANISATION}:
        return _link(phrase, spelled[phrase.core[len(announced)].start - phrase.core[0].start :], said, named=True)
    person_like = announced or any(t.lower in tables.given_names() for t in phrase.core[-3:-1])
    return _link(phrase, spelled, SourceKind.PERSON if person_like else SourceKind.ORGANISATION, named=True)


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss")


def _described(phrase: Phrase, kind: SourceKind | None, names: Sequence[Name], earlier: Earlier) -> Source:
    description = _description(phrase, earlier)
    if kind is None:
        word = phrase.core[-1].text
        if not phrase.core[-1].is_word or word[0].isdigit():
            percent = any("%" in t.text for t in (*phrase.core, *phrase.rest[:1])) or "percent" in phrase.words
            return _link(phrase, description, SourceKind.PUBLIC if percent else SourceKind.UNNAMED, named=False)
        return Source(
            Link(name=description, kind=SourceKind.UNNAMED, named=False, span=phrase.span), guessed=True
        )
    if kind is SourceKind.ORGANISATION and phrase.words[-1] in _GENERIC:
        outlet = next((n for n in names if n.end <= phrase.core[-1].start and n.start >= phrase.core[0].start), None)
        if outlet and _kind_of_entity(outlet, ()) is SourceKind.OUTLET:
            return _link(phrase, outlet.entity, SourceKind.OUTLET, named=True)
    named = kind in {SourceKind.ORGANISATION, SourceKind.OUTLET} and _is_named(phrase, names)
    if kind is SourceKind.DOCUMENT and phrase.head and phrase.head.is_capital and len(phrase.core) > 1:
        named = True
    if kind is SourceKind.UNNAMED and phrase.words[-1] in {"team", "teams"} and _is_named(phrase, names):
        kind, named = SourceKind.ORGANISATION, True
    return _link(phrase, description, kind, named=named)


def _is_named(phrase: Phrase, names: Sequence[Name]) -> bool:
    """Whether a body's description names it: a name or a people in it, or large letters that no sentence opens."""
    core = phrase.core
    if core[-1].is_capital and len(core) > 1:
        return True
    if _is_plural(bare(core[-1])) or bare(core[-1]) in _SEVERAL:
        return False
    near = phrase.rest[1].end if len(phrase.rest) > 1 and phrase.rest[0].lower == "of" else core[-1].end
    if any(core[0].start <= n.start and n.start < near for n in names) or any(t.text.endswith(("'s", "’s")) for t in core[:-1]):
        return True
    opens = core[0].start == phrase.span[0]
    return any(t.is_capital for t in core[1:]) or (
        core[0].is_capital and (not opens or core[0].text in tables.demonyms())
    )
