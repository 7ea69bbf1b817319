"""What a source span says by itself: a name, a document, an organisation, or a description without a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import EntityKind, Link, Name, SourceKind, Span
from onrecord.reading import names_tables as tables
from onrecord.reading.earlier import Earlier, Source
from onrecord.reading.names_kinds import is_outlet
from onrecord.reading.source_names import (
    HONOURS,
    OF_ENTITY,
    after_office,
    apposed,
    apposed_body,
    description_of,
    entity_of,
    head_of_name,
    kind_of_entity,
    link_of,
    name_at,
    party_of,
)
from onrecord.reading.source_nouns import PARTIES, POLLS, is_group, is_handful, is_station, kind_of_head, kind_of_noun
from onrecord.reading.source_phrases import Phrase, bare, parse
from onrecord.reading.tokens import PREPOSITIONS

_AUTHORED = frozenset({SourceKind.DOCUMENT, SourceKind.LEAK})
_BY_AUTHOR = frozenset("by from".split())
_WITH_OUTLET = frozenset("with in".split())
_GENERIC = frozenset("agency service network newspaper magazine group channel broadcaster website station".split())
_ORDINALS = frozenset("first second third latter former last".split())
_SEVERAL = frozenset("media press news".split())
_PLURALS_OF_PERSONS = ("ists", "ers", "ors", "ians", "men", "women", "people")
_DOMAIN = re.compile(r"[\w-]+\.(?:com|org|net|info)\b")
# "a memo obtained by the Post": whose hands it came through, not who wrote it.
_NOT_WRITTEN = frozenset(
    "obtained seen led run quoted cited reviewed reported leaked viewed broadcast intercepted signed".split()
)
# What somebody got hold of isn't its author's public word: "a memo by the ministry, seen by the Tribune".
_UNPUBLISHED = frozenset("seen obtained leaked reviewed viewed intercepted unpublished confidential secret".split())
_WRITTEN = frozenset("published released conducted written prepared compiled issued drafted authored produced".split())
_WROTE = frozenset("wrote published released issued posted penned sent circulated".split())
_MAY_BE_NAMED = frozenset({SourceKind.OFFICIAL, SourceKind.UNNAMED, None})
# "People familiar with the talks" are some who know, no public.
_PLATFORMS = frozenset("Facebook Twitter Instagram YouTube X Telegram Tumblr Medium Reddit".split())
"""Where somebody posts is not who posts."""
_PERSONS = frozenset("people persons those men women".split())
_INITIATED = frozenset("familiar with close briefed involved near inside interviewed".split())
_SOMEBODY = frozenset(
    "another others one some many several few most all none both each either somebody someone".split()
)
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
    if phrase.words[-1] in _SOMEBODY and len(phrase.core) == 1:
        return link_of(phrase, description_of(phrase, earlier), SourceKind.UNNAMED, named=False)
    if domain := _DOMAIN.search(earlier.text, phrase.core[0].start, phrase.core[-1].end):
        return link_of(phrase, domain[0], SourceKind.OUTLET, named=True)
    if named := name_at(head_of_name(phrase.core), names):
        return entity_of(named, phrase, earlier)
    kind = kind_of_noun(phrase.words)
    if phrase.words[-1] in _PERSONS and phrase.rest and phrase.rest[0].lower in _INITIATED:
        kind = SourceKind.UNNAMED
    if kind in _MAY_BE_NAMED and (named_beside := _named_beside(phrase, names, earlier)):
        return named_beside
    if (kind in _AUTHORED or POLLS & set(phrase.words[-1:])) and (author := _author(phrase, names, earlier)):
        return author
    if phrase.head.is_capital and (by_name := _capitalised(phrase, kind, earlier)):
        return by_name
    return _described(phrase, kind, names, earlier)


def _named_beside(phrase: Phrase, names: Sequence[Name], earlier: Earlier) -> Source | None:
    """Who is described and named, too: "the mayor, Ann Brown", "the ferry's owner, Lautan Lines"."""
    if person := apposed(phrase, names) or after_office(phrase, names, earlier.text):
        return link_of(phrase, person, SourceKind.PERSON, named=True)
    body = apposed_body(phrase, names)
    return entity_of(body, phrase, earlier) if body else None


def unknown(text: str, span: Span, kind: SourceKind = SourceKind.UNKNOWN) -> Source:
    """A source of which nobody can say who it is."""
    return Source(Link(name=text[span[0] : span[1]], kind=kind, named=False, span=span), safe=False)


def _counted(phrase: Phrase, earlier: Earlier) -> Source:
    """“Two of the officials”, “a group of scientists”, “33% of voters”: many of a kind, none by name."""
    one = "one" in phrase.counted and apposed(phrase, earlier.named_in(phrase.span))
    if one:
        return link_of(phrase, one, SourceKind.PERSON, named=True)
    kind = kind_of_noun(phrase.words)
    if phrase.words[-1] in _PERSONS and phrase.rest and phrase.rest[0].lower in _INITIATED:
        kind = SourceKind.UNNAMED
    elif {"percent", "%"} & set(phrase.counted):
        kind = SourceKind.PUBLIC
    elif kind is None or (kind is SourceKind.PUBLIC and (is_group(phrase.counted) or is_handful(phrase.counted))):
        kind = SourceKind.UNNAMED
    return link_of(phrase, description_of(phrase, earlier), kind, named=False)


def _author(phrase: Phrase, names: Sequence[Name], earlier: Earlier) -> Source | None:
    """Whose document or poll it is: "the ministry's report", "a poll by Harvard", "NATO data"."""
    if any(t.lower in _UNPUBLISHED for t in (*phrase.core, *phrase.rest)):
        return None
    words = [t.lower for t in phrase.rest[:_ROOM]]
    writer = next((n for n in names if phrase.rest and n.start == phrase.rest[0].start), None)
    if writer and next((t.lower for t in phrase.rest if t.start >= writer.end), "") in _WROTE:
        return entity_of(writer, Phrase(phrase.span, phrase.rest[:1], ()), earlier)
    for index, word in enumerate(words[:-1]):
        dated = phrase.rest[index + 1].text.isdigit()
        if word in _BY_AUTHOR | _WITH_OUTLET and not dated and not any(_is_other_deed(one) for one in words[:index]):
            start = phrase.rest[index + 1].start
            author = describe((start, phrase.span[1]), earlier)
            if author.link.kind is SourceKind.OUTLET or (word in _BY_AUTHOR and not author.guessed):
                return Source(author.link)
    inside = [n for n in names if phrase.core[0].start <= n.start and n.end <= phrase.core[-1].start]
    inside = [n for n in inside if n.entity not in _PLATFORMS]
    if inside and inside[-1].kind in {EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.OUTLET}:
        return entity_of(inside[-1], Phrase(phrase.span, phrase.core[:-1], ()), earlier)
    return None


def _is_other_deed(word: str) -> bool:
    """Whether a participle before "by" says that somebody did something else than write: "funded by the state"."""
    return word in _NOT_WRITTEN or (word.endswith(("ed", "en")) and word not in _WRITTEN)


def _capitalised(phrase: Phrase, kind: SourceKind | None, earlier: Earlier) -> Source | None:
    """A name that the names of the article don't hold."""
    head = phrase.core[-1]
    word = head.text.removesuffix("’s").removesuffix("'s")
    if phrase.words[-1] in PARTIES:
        return party_of(phrase, earlier)
    spelled = earlier.text[phrase.core[0].start : head.start] + word
    if phrase.core[0].lower in HONOURS and len(phrase.core) > 1:
        person = earlier.person_called(word) or spelled.split(maxsplit=1)[1]
        return link_of(phrase, person, SourceKind.PERSON, named=True)
    if sure := _known_name(phrase, spelled, kind, earlier):
        return sure
    alone = len(phrase.core) == 1
    common = _is_plural(word) and word.lower() in tables.common_words()
    persons = head.start == phrase.span[0] and word.lower().endswith(_PLURALS_OF_PERSONS)
    return None if kind is not None or (alone and (common or persons)) else _guessed_name(phrase, spelled)


def _known_name(phrase: Phrase, spelled: str, kind: SourceKind | None, earlier: Earlier) -> Source | None:
    """A name of the tables, a people, or a surname of the article."""
    word = spelled.rsplit(maxsplit=1)[-1]
    if is_station(spelled) or (len(phrase.core) > 1 and is_outlet(spelled) and not tables.known(spelled)):
        return link_of(phrase, spelled, SourceKind.OUTLET, named=True)
    if known := tables.known(spelled):
        return link_of(phrase, known[1], OF_ENTITY[known[0]], named=True)
    if kind is None and (person := earlier.person_called(word)):
        return link_of(phrase, person, SourceKind.PERSON, named=True)
    if word.rsplit("-", maxsplit=1)[-1] in tables.demonyms() and _is_plural(word):
        return link_of(phrase, spelled, SourceKind.PUBLIC, named=False)
    return None


def _guessed_name(phrase: Phrase, spelled: str) -> Source:
    """What a name that nothing knows is, by a noun before it ("the newspaper …") or a given name in it."""
    outlet = kind_of_head(phrase.core[0].lower) is SourceKind.OUTLET
    announced = [t for t in phrase.core[: -1 if outlet else -2] if not t.is_capital]
    if announced and announced[-1].lower in PREPOSITIONS:
        return link_of(phrase, spelled, SourceKind.ORGANISATION, named=True)
    if announced and (said := kind_of_head(announced[-1].lower)) in {SourceKind.OUTLET, SourceKind.ORGANISATION}:
        return link_of(phrase, spelled[phrase.core[len(announced)].start - phrase.core[0].start :], said, named=True)
    person_like = announced or any(t.lower in tables.given_names() for t in phrase.core[-3:-1])
    return link_of(phrase, spelled, SourceKind.PERSON if person_like else SourceKind.ORGANISATION, named=True)


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss")


def _described(phrase: Phrase, kind: SourceKind | None, names: Sequence[Name], earlier: Earlier) -> Source:
    description = description_of(phrase, earlier)
    if kind is None:
        word = phrase.core[-1].text
        if not phrase.core[-1].is_word or word[0].isdigit():
            percent = any("%" in t.text for t in (*phrase.core, *phrase.rest[:1])) or "percent" in phrase.words
            return link_of(phrase, description, SourceKind.PUBLIC if percent else SourceKind.UNNAMED, named=False)
        return Source(Link(name=description, kind=SourceKind.UNNAMED, named=False, span=phrase.span), guessed=True)
    if kind is SourceKind.ORGANISATION and phrase.words[-1] in _GENERIC:
        outlet = next((n for n in names if n.end <= phrase.core[-1].start and n.start >= phrase.core[0].start), None)
        if outlet and kind_of_entity(outlet, ()) is SourceKind.OUTLET:
            return link_of(phrase, outlet.entity, SourceKind.OUTLET, named=True)
    named = kind in {SourceKind.ORGANISATION, SourceKind.OUTLET} and _is_named(phrase, names)
    if kind is SourceKind.DOCUMENT and phrase.head and phrase.head.is_capital and len(phrase.core) > 1:
        named = True
    if kind is SourceKind.UNNAMED and phrase.words[-1] in {"team", "teams"} and _is_named(phrase, names):
        kind, named = SourceKind.ORGANISATION, True
    return link_of(phrase, description, kind, named=named)


def _is_named(phrase: Phrase, names: Sequence[Name]) -> bool:
    """Whether a body's description names it: a name or a people in it, or large letters that no sentence opens."""
    core = phrase.core
    if core[-1].is_capital and len(core) > 1:
        return True
    if _is_plural(bare(core[-1])) or bare(core[-1]) in _SEVERAL:
        return False
    near = phrase.rest[1].end if len(phrase.rest) > 1 and phrase.rest[0].lower == "of" else core[-1].end
    if any(core[0].start <= n.start and n.start < near for n in names) or any(
        t.text.endswith(("'s", "’s")) for t in core[:-1]
    ):
        return True
    opens = core[0].start == phrase.span[0]
    return any(t.is_capital for t in core[1:]) or (
        core[0].is_capital and (not opens or core[0].text in tables.demonyms())
    )
