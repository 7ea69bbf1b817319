"""Pronouns, relatives and short descriptions as sources: who they mean, against the article so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import EntityKind, Link, SourceKind, Span
from onrecord.reading.earlier import Earlier, Source
from onrecord.reading.genders import PRONOUNS, Gender
from onrecord.reading.phrases import subject_before
from onrecord.reading.referents import person_meant
from onrecord.reading.sentence import Sentence
from onrecord.reading.source_names import OF_ENTITY
from onrecord.reading.source_phrases import Phrase, parse, words_of
from onrecord.reading.speakers import describe, unknown
from onrecord.reading.tokens import AUXILIARIES, CONJUNCTIONS, IRREGULAR_PASTS, PREPOSITIONS, SUBORDINATORS, WH

_THEY = frozenset("they them their theirs".split())
_IT = frozenset("it its".split())
_RELATIVES = frozenset("who which that whose whom".split())
_SPEAKER_OR_READER: dict[str, SourceKind] = {
    **dict.fromkeys(("i", "me", "my"), SourceKind.UNNAMED),
    **dict.fromkeys(("we", "us", "our", "you", "your"), SourceKind.PUBLIC),
}
_BODIES_AND_STATES = frozenset({EntityKind.COUNTRY, EntityKind.ORGANISATION, EntityKind.PLACE})
_BODY_KINDS = frozenset({SourceKind.ORGANISATION, SourceKind.OUTLET, SourceKind.DOCUMENT})
_COMPANIES = frozenset(
    "company firm organisation organization agency group airline manufacturer university school bank".split()
)
_OWNERS = {"its": _BODIES_AND_STATES, "his": frozenset({EntityKind.PERSON}), "her": frozenset({EntityKind.PERSON})}
_ONE_OR_NOBODY = frozenset({SourceKind.PERSON, SourceKind.UNKNOWN, SourceKind.DOCUMENT, SourceKind.PUBLIC})
_NEAR = 400
_FAR = 1200
_TOUCHING = 2
_APART = 90
_HIDING = _COMPANIES | frozenset("university state party school bank academy couple pair team ".split())
"""Nouns that stand for somebody named elsewhere: no speaker by themselves."""
_UNSAFE = frozenset("this that these each both self there nobody".split())
_SUBJECT = 10
_NO_SUBJECTS = (
    frozenset(PRONOUNS)
    | _THEY
    | _IT
    | _RELATIVES
    | _SPEAKER_OR_READER.keys()
    | {"this", "that", "there"}
    | WH
    | SUBORDINATORS
    | PREPOSITIONS
    | CONJUNCTIONS
)
_SURE = 0.85
"""The least belief where several persons have the title."""
_EPITHETS = frozenset(
    "candidate nominee frontrunner front-runner republican democrat senator congressman businessman billionaire "
    "mogul man woman".split()
)
"""Nouns for persons that have been named before, more often than not. "The engineer" may be anybody's first mention."""


def resolve(span: Span, earlier: Earlier, content: Sequence[Span] = ()) -> Source:
    """A source span with pronouns, relatives and short descriptions resolved; `content` is what it says."""
    text = earlier.text
    words = text[span[0] : min(span[1], span[0] + _NEAR)].lower().split()
    if not words:
        return unknown(text, span)
    alone = words[0].strip("“”\"'’,") if len(words) == 1 or words[1] in {"all", "both", "each"} else ""
    if gender := PRONOUNS.get(alone):
        return _person(span, earlier, gender, content)
    if alone in _SPEAKER_OR_READER:
        return unknown(text, span, _SPEAKER_OR_READER[alone])
    for pronouns, resolved in ((_IT, _body), (_THEY, _several), (_RELATIVES, _antecedent)):
        if alone in pronouns:
            return resolved(span, earlier)
    if len(words) > 1 and (first := _first_pronoun(words)):
        start = text.lower().index(first, span[0])
        return _person((start, start + len(first)), earlier, PRONOUNS[first], content)
    source = describe(span, earlier)
    if words[0] in _OWNERS and source.link.kind is SourceKind.ORGANISATION:
        return _owned(source, words[0], earlier, content)
    if words[0] in _UNSAFE or (words[0] in _OWNERS and source.link.kind is SourceKind.DOCUMENT):
        return _unsafe(source)
    if source.link.named or words[0] != "the":
        return source
    return _short_description(source, span, earlier, content)


def _first_pronoun(words: Sequence[str]) -> str | None:
    """“Both he and Ann Brown”, “she and her husband”: the first one of them."""
    rest = words[1:] if words[0] == "both" else words
    return rest[0] if rest[0] in {"he", "she"} and rest[1:2] == ["and"] else None


def _person(span: Span, earlier: Earlier, gender: Gender, content: Sequence[Span]) -> Source:
    meant = person_meant(span, earlier, gender, content)
    return _meant(meant, span) if meant and meant.safe else unknown(earlier.text, span)


def _as_person(name: str, span: Span) -> Source:
    return Source(Link(name=name, kind=SourceKind.PERSON, named=True, span=span))


def _meant(source: Source, span: Span) -> Source:
    return replace(_like(source.link, span), safe=source.safe)


def _like(link: Link, span: Span) -> Source:
    return Source(Link(name=link.name, kind=link.kind, named=link.named, span=span))


def _body(span: Span, earlier: Earlier) -> Source:
    """“It”: the body or document that spoke last, if it did so just before."""
    if earlier.recent:
        link = earlier.recent[-1].link
        near = link.span is not None and 0 <= span[0] - link.span[0] <= _NEAR
        if near and link.kind in _BODY_KINDS:
            return _like(link, span)
    subject = _subject_before(span, earlier)
    if subject and subject.link.kind in _BODY_KINDS:
        return _like(subject.link, span)
    return unknown(earlier.text, span)


def _subject_before(span: Span, earlier: Earlier) -> Source | None:
    """What the sentence before begins with, where a pronoun opens its own: "The ministry met. It said"."""
    number = earlier.sentence_at(span[0])
    if number < 1 or earlier.sentences[number].start != span[0]:
        return None
    before = earlier.sentences[number - 1]
    verb = next((i for i in range(1, min(len(before.tokens), _SUBJECT)) if _is_verb(before, i)), 0)
    if (
        not verb
        or before.quote[0] is not None
        or before.lower(0) in _NO_SUBJECTS
        or any(before.is_mark(i, ",;:—–") for i in range(verb))
    ):
        return None
    verb -= before.tokens[verb - 1].is_adverb
    source = describe(before.span(0, verb), earlier)
    return source if source.safe and not source.guessed else None


def _is_verb(sentence: Sentence, index: int) -> bool:
    word = sentence.lower(index)
    return word in AUXILIARIES | IRREGULAR_PASTS or (word.endswith("ed") and not sentence.tokens[index].is_capital)


def _several(span: Span, earlier: Earlier) -> Source:
    """“They”: whom the sentence before begins with, or the persons without a name, or the body, that spoke last."""
    subject = _subject_before(span, earlier)
    if subject and subject.link.kind not in _ONE_OR_NOBODY and _is_many(subject.link):
        return _like(subject.link, span)
    for source in reversed(earlier.recent):
        link = source.link
        near = link.span is not None and 0 < span[0] - link.span[0] <= _FAR
        if near and link.kind not in _ONE_OR_NOBODY and not _is_one(link):
            away = earlier.sentence_at(span[0]) - earlier.sentence_at(link.span[0] if link.span else 0)
            return replace(_like(link, span), safe=source.safe and away <= 1)
    if subject and subject.link.kind not in _ONE_OR_NOBODY and not _is_one(subject.link):
        return _like(subject.link, span)
    return unknown(earlier.text, span)


def _is_many(link: Link) -> bool:
    """Whether a description is of several: "consumer groups", "the officers"."""
    return not link.named and words_of(link.name)[-1].endswith(("s", "people", "men", "women", "police"))


def _is_one(link: Link) -> bool:
    """Whether a description without a name is of one person: "a professor"."""
    nouns = words_of(link.name)
    one = not nouns[-1].endswith(("s", "people", "men", "women", "team", "group", "police", "staff", "some", "many"))
    return link.kind in {SourceKind.OFFICIAL, SourceKind.UNNAMED} and one


def _antecedent(span: Span, earlier: Earlier) -> Source:
    """“Who”, “which”: the noun phrase right before, or the person of it: "Ann Brown of Tolmark, who"."""
    before = earlier.within(max(0, span[0] - _APART), span[0])
    sentence = earlier.sentence_at(span[0])
    here = [n for n in before if earlier.sentence_at(n.start) == sentence]
    who = earlier.text[span[0] : span[1]].lower() in {"who", "whom"}
    touching = [n for n in here[-1:] if span[0] - n.end <= _TOUCHING and (not who or n.kind is EntityKind.PERSON)]
    persons = [n for n in here if n.kind is EntityKind.PERSON] if who else []
    phrase = _phrase_before(span, earlier, sentence)
    source = describe(phrase, earlier) if phrase else None
    apart = [n for n in persons if phrase and earlier.text[n.end : phrase[0]].strip() == ","]
    named = not source or source.guessed or source.link.kind in _BODY_KINDS
    for name in (apart or touching or (persons if named else []))[-1:]:
        if not source or source.guessed or source.link.kind is not SourceKind.UNNAMED or apart:
            return Source(Link(name=name.entity, kind=OF_ENTITY[name.kind], named=True, span=span))
    return _like(source.link, span) if source and not source.guessed else unknown(earlier.text, span)


def _phrase_before(span: Span, earlier: Earlier, number: int) -> Span | None:
    if number < 0:
        return None
    sentence = earlier.sentences[number]
    index = sentence.index_at(span[0])
    if index and sentence.tokens[index - 1].text in {",", "—", "–"}:
        index -= 1
    found = subject_before(sentence, index) if index else None
    return sentence.span(*found) if found else None


def _owned(source: Source, possessive: str, earlier: Earlier, content: Sequence[Span]) -> Source:
    """“Its defence ministry”, “his office”: of whom the sentence named first, with that name put in."""
    span = source.link.span
    assert span is not None
    owner = None if source.link.kind is SourceKind.OUTLET else _owner(span, possessive, earlier, content)
    if owner is None:
        return Source(Link(name=source.link.name, kind=source.link.kind, named=True, span=span))
    name = f"{owner}'s {source.link.name.split(maxsplit=1)[-1]}"
    return Source(Link(name=name, kind=source.link.kind, named=True, span=span))


def _owner(span: Span, possessive: str, earlier: Earlier, content: Sequence[Span]) -> str | None:
    if gender := PRONOUNS.get(possessive):
        meant = person_meant(span, earlier, gender, content)
        return meant.link.name if meant and meant.safe else None
    number = earlier.sentence_at(span[0])
    start = earlier.sentences[number].start if number >= 0 else 0
    near = earlier.within(max(start, span[0] - _FAR), span[0])
    return next((n.entity for n in near if n.kind in _OWNERS[possessive]), None)


def _short_description(source: Source, span: Span, earlier: Earlier, content: Sequence[Span]) -> Source:
    """“The general”, “the ministry”: the one person with that title, or the one body with that head noun, so far."""
    phrase = parse(earlier.text, span, earlier.named_in(span))
    one = bool(phrase.words) and not phrase.words[-1].endswith("s") and source.link.kind is SourceKind.UNNAMED
    if phrase.rest or phrase.counted:
        return _unsafe(source) if one and not phrase.counted else source
    kind, words = source.link.kind, phrase.words
    description = " ".join(words)
    if kind is SourceKind.OUTLET and (outlet := earlier.last_outlet):
        return _like(outlet, span)
    if words == ["paper"] and (paper := earlier.newspaper_before(span[0])):
        return Source(Link(name=paper, kind=SourceKind.OUTLET, named=True, span=span))
    if titled := _titled(phrase, span, earlier, content):
        return titled
    if body := earlier.only_body(kind, description):
        return Source(Link(name=body[0], kind=kind, named=body[1], span=span))
    if kind is SourceKind.ORGANISATION:
        alone = words[-1] in _HIDING or (len(words) == 1 and not words[0].endswith("s"))
        return _known_body(words, span, earlier) or (_unsafe(source) if alone else source)
    if (words[-1] in _EPITHETS or words[-1].endswith("year-old")) and "'s" not in source.link.name:
        meant = person_meant(span, earlier, None, content)
        return _meant(meant, span) if meant and meant.safe else _unsafe(source)
    return _unsafe(source) if source.guessed or one or words[-1] in _HIDING else source


def _unsafe(source: Source) -> Source:
    """The same source, of which nobody can say who it is."""
    return replace(source, safe=False)


def _titled(phrase: Phrase, span: Span, earlier: Earlier, content: Sequence[Span]) -> Source | None:
    """The person with this title or office; where several have it, the one that is clearly meant."""
    words = phrase.words
    fits = all(token.is_capital for token in phrase.core[:-1])
    for title in (" ".join(words), *(words[-1:] if fits else ())):
        persons = earlier.titled(title, span[0])
        if len(persons) == 1:
            return _as_person(persons[0], span)
        if len(persons) > 1:
            meant = person_meant(span, earlier, None, content, among=persons, least=_SURE)
            return _meant(meant, span) if meant and meant.safe else None
    return None


def _known_body(words: Sequence[str], span: Span, earlier: Earlier) -> Source | None:
    """“The court”: the body with this noun in its name that was named last; "the company": the last one named."""
    if len(words) > 1:
        return None
    name = earlier.body_headed(words[0], span[0])
    if words[0] in _COMPANIES:
        near = earlier.within(max(0, span[0] - _FAR), span[0])
        bodies = [n for n in near if n.kind is EntityKind.ORGANISATION]
        before = earlier.sentence_at(span[0]) - 1
        last = {n.entity for n in bodies if earlier.sentence_at(n.start) == before} or {n.entity for n in bodies[-1:]}
        if not name or words[0] not in name.lower().split():
            name = last.pop() if len(last) == 1 else None
    return Source(Link(name=name, kind=SourceKind.ORGANISATION, named=True, span=span)) if name else None
