"""Who stands behind a source span: names, descriptions, documents, and pronouns where it's safe."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import EntityKind, Link, Name, SourceKind, Span
from onrecord.reading.earlier import Earlier, Source
from onrecord.reading.tokens import Token, tokenize

# Head nouns of descriptions, by what they are; the first row with a word of the description wins.
HEADS: tuple[tuple[SourceKind, frozenset[str]], ...] = (
    (SourceKind.LEAK, frozenset("leak leaks leaked wiretap intercept intercepts".split())),
    (
        SourceKind.DOCUMENT,
        frozenset(
            "memo memorandum letter document documents statement email e-mail emails filing filings report lawsuit "
            "complaint affidavit indictment transcript study analysis review audit paper draft minutes ruling "
            "communique communiqué decree order contract treaty agreement record records data figures statistics "
            "constitution resolution article story book video recording footage message messages post tweet release "
            "dossier plan law bill files".split()
        ),
    ),
    (
        SourceKind.PUBLIC,
        frozenset(
            "poll polls survey surveys voters voter residents users public respondents crowd "
            "protesters demonstrators".split()
        ),
    ),
    (
        SourceKind.ORGANISATION,
        frozenset(
            "ministry government army navy military police office party company agency department court parliament "
            "senate congress house council committee commission union association bank university institute group "
            "campaign administration cabinet embassy bureau authority authorities board team firm alliance coalition "
            "foundation organisation organization force forces command fund service secretariat opposition staff "
            "palace presidency chancellery kremlin pentagon headquarters".split()
        ),
    ),
    (
        SourceKind.OFFICIAL,
        frozenset(
            "official officials officer officers diplomat diplomats spokesman spokeswoman spokesperson spokespeople "
            "minister ministers general generals president premier chancellor governor mayor judge prosecutor "
            "prosecutors commander commanders aide aides adviser advisers advisor advisors lawmaker lawmakers senator "
            "envoy ambassador secretary chief head leader leaders deputy investigator investigators".split()
        ),
    ),
    (
        SourceKind.OUTLET,
        frozenset("newspaper paper daily weekly broadcaster magazine station channel website outlet".split()),
    ),
)
_UNNAMED = frozenset(
    "source sources person people insider insiders witness witnesses expert experts analyst analysts observer "
    "observers critic critics reports newspapers media outlets supporter supporters some many others man woman "
    "anonymous rumours rumors".split()
)
_OF_ENTITY: dict[EntityKind, SourceKind] = {
    EntityKind.PERSON: SourceKind.PERSON,
    EntityKind.ORGANISATION: SourceKind.ORGANISATION,
    EntityKind.OUTLET: SourceKind.OUTLET,
    EntityKind.COUNTRY: SourceKind.ORGANISATION,
    EntityKind.PLACE: SourceKind.ORGANISATION,
}
_BEFORE_A_NAME = frozenset("the a an newspaper daily weekly agency broadcaster magazine network company group".split())
_INDEFINITE = frozenset("a an one two three four five six seven several some many other another".split())
_SINGULAR = frozenset("he she him her".split())
_PLURAL = frozenset("they them we".split())
_LEAD = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_BODIES_AND_STATES = frozenset({EntityKind.COUNTRY, EntityKind.ORGANISATION, EntityKind.PLACE})
_OWNERS: dict[str, frozenset[EntityKind]] = {
    "its": _BODIES_AND_STATES,
    "his": frozenset({EntityKind.PERSON}),
    "her": frozenset({EntityKind.PERSON}),
}
_ANTECEDENT = re.compile(r"^(?:who|which|that)$", re.IGNORECASE)


def describe(span: Span, earlier: Earlier) -> Source:
    """What a source span says by itself: a name, a document, an organisation, or a description without a name."""
    text, (start, end) = earlier.text, span
    here = earlier.within(start, end)
    words = [token.lower for token in tokenize(text, start, end)]
    head_end = _head_end(text, start, end)
    persons = [n for n in here if n.kind is EntityKind.PERSON and not _belongs(text, n)]
    person = next((n for n in reversed(persons) if n.start < head_end), None) or next(iter(persons), None)
    description = _LEAD.sub("", text[start:head_end].strip(" ,"), count=1)
    kind = _kind_of(words, tokenize(text, start, head_end))
    if person:
        return Source(Link(name=person.entity, kind=SourceKind.PERSON, named=True, span=span))
    main = [n for n in here if n.start < head_end]
    whole = next((n for n in main if _covers(text, n, start, head_end)), None)
    if whole:
        return Source(Link(name=whole.entity, kind=_OF_ENTITY[whole.kind], named=True, span=span))
    if kind is None and words[0] in _INDEFINITE:
        kind = SourceKind.UNNAMED
    if kind is None:
        core = start + len(re.split(r"\b(?:of|in|at|for|with|from)\b", text[start:head_end])[0])
        last = next((n for n in reversed(main) if not _belongs(text, n) and n.start < core), None)
        if last:
            return Source(Link(name=last.entity, kind=_OF_ENTITY[last.kind], named=True, span=span))
        return Source(Link(name=description or text[start:end], kind=SourceKind.UNKNOWN, named=False, span=span), False)
    named = kind is SourceKind.ORGANISATION and bool(main)
    return Source(Link(name=description, kind=kind, named=named, span=span))


def resolve(span: Span, earlier: Earlier) -> Source:
    """A source span with pronouns, relatives and short descriptions resolved against the article so far."""
    text = earlier.text
    words = text[span[0] : span[1]].lower().split()
    alone = words[0] if len(words) == 1 else ""
    if alone in _SINGULAR:
        return _pronoun(span, earlier)
    if alone == "it":
        return _body(span, earlier)
    if alone in _PLURAL or alone in {"i", "you", "this"}:
        return _unknown(text, span)
    if _ANTECEDENT.match(alone):
        before = earlier.within(max(0, span[0] - _NEAR), span[0])[-1:]
        if before and span[0] - before[0].end <= _TOUCHING:
            return Source(Link(name=before[0].entity, kind=_OF_ENTITY[before[0].kind], named=True, span=span))
        return _unknown(text, span)
    source = describe(span, earlier)
    if words[0] in _OWNERS and source.link.kind is SourceKind.ORGANISATION:
        return _owned(source, words[0], earlier)
    if source.link.named or len(words) > 3 or words[0] != "the":
        return source
    return _short_description(source, earlier)


def _owned(source: Source, possessive: str, earlier: Earlier) -> Source:
    """“Its defence ministry”, “his office”: of whom the sentence named first, with that name put in."""
    span = source.link.span
    assert span is not None
    text = earlier.text
    start = max(text.rfind(mark, max(0, span[0] - _NEAR), span[0]) for mark in (". ", "\n", "” "))
    owner = next((n for n in earlier.within(max(0, start), span[0]) if n.kind in _OWNERS[possessive]), None)
    if owner is None:
        return source
    name = f"{owner.entity}'s {source.link.name.split(maxsplit=1)[-1]}"
    return Source(Link(name=name, kind=source.link.kind, named=True, span=span))


def _short_description(source: Source, earlier: Earlier) -> Source:
    """“The general”, “the ministry”: the one person with that title, or the one body with that head noun, so far."""
    span = source.link.span
    assert span is not None
    description = source.link.name.lower()
    if source.link.kind is SourceKind.OUTLET and (outlet := earlier.last_outlet):
        return Source(Link(name=outlet.name, kind=SourceKind.OUTLET, named=True, span=span))
    if titled := earlier.only_titled(description, span[0]):
        return Source(Link(name=titled, kind=SourceKind.PERSON, named=True, span=span))
    if body := earlier.only_body(source.link.kind, description):
        return Source(Link(name=body[0], kind=source.link.kind, named=body[1], span=span))
    return source


def _pronoun(span: Span, earlier: Earlier) -> Source:
    """The one person named shortly before, else the speaker of the statement before if nobody was named since."""
    near = _persons(earlier, span[0] - _NEAR - _LONGEST_NAME, span[0], least_end=span[0] - _NEAR)
    last = earlier.last_person
    if len(near) == 1:
        name = near.pop()
    elif last and last.link.span and 0 <= span[0] - last.link.span[0] <= _REACH:
        between = _persons(earlier, last.link.span[1], span[0]) - {last.link.name}
        name = "" if between else last.link.name
    else:
        name = ""
    if not name:
        return _unknown(earlier.text, span)
    return Source(Link(name=name, kind=SourceKind.PERSON, named=True, span=span))


def _persons(earlier: Earlier, start: int, end: int, least_end: int = 0) -> set[str]:
    return {n.entity for n in earlier.within(max(0, start), end) if n.kind is EntityKind.PERSON and n.end >= least_end}


def _body(span: Span, earlier: Earlier) -> Source:
    """“It”: the body or document that spoke last, if it did so just before."""
    if earlier.last:
        link = earlier.last.link
        near = link.span is not None and 0 <= span[0] - link.span[0] <= _NEAR
        if near and link.kind in {SourceKind.ORGANISATION, SourceKind.OUTLET, SourceKind.DOCUMENT}:
            return Source(Link(name=link.name, kind=link.kind, named=link.named, span=span))
    return _unknown(earlier.text, span)


# Beyond this many characters a pronoun more often means somebody else.
_REACH = 900
_NEAR = 400
_LONGEST_NAME = 200
_TOUCHING = 2


def _unknown(text: str, span: Span) -> Source:
    return Source(Link(name=text[span[0] : span[1]], kind=SourceKind.UNKNOWN, named=False, span=span), safe=False)


def _kind_of(words: Sequence[str], head: Sequence[Token]) -> SourceKind | None:
    heads = [token.lower for token in head]
    core = _core(heads)
    for word in reversed(core):
        if word in _UNNAMED:
            return SourceKind.UNNAMED
        for kind, nouns in HEADS:
            if word in nouns:
                return kind
    if any(word in _UNNAMED for word in words):
        return SourceKind.UNNAMED
    return None


def _core(words: Sequence[str]) -> list[str]:
    """The words up to the first "of", "in", "for", "with", "from": where the head noun stands last."""
    for index, word in enumerate(words):
        if index and word in {"of", "in", "for", "with", "from", "at", "on", "by", "who", "close", "familiar"}:
            return list(words[:index])
    return list(words)


def _head_end(text: str, start: int, end: int) -> int:
    comma = text.find(",", start, end)
    return end if comma <= start else comma


def _belongs(text: str, name: Name) -> bool:
    """Whether the name is a possessor: "Vesna's ministry"."""
    return text[name.end : name.end + 2] in {"'s", "’s", "s'", "s’"} or text[name.end : name.end + 1] in {"’", "'"}


def _covers(text: str, name: Name, start: int, end: int) -> bool:
    """Whether the name is all there is but for an article or words like "the newspaper" before it."""
    before = [word for word in text[start : name.start].lower().split() if word not in _BEFORE_A_NAME]
    return not text[name.end : end].strip(" ,.’'") and not before and not _belongs(text, name)
