"""Whom a pronoun or "the senator" means: every person named shortly before gets a score, and the best must be clear."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.model import EntityKind, Link, Name, SourceKind, Span
from onrecord.reading.earlier import Earlier, Source
from onrecord.reading.genders import Gender, gender_of
from onrecord.reading.tokens import PREPOSITIONS

# What speaks for a person as the one meant. Fitted on the training part of our annotations; "beside the pronoun", which
# hardly occurs there, by hand: of "asked whether she trusted Price, she" grammar rules Price out.
WEIGHTS: dict[str, float] = {
    "same sentence": 2.4,
    "sentence before": 1.8,
    "two sentences before": 0.9,
    "named last": 1.0,
    "opens its sentence": 1.3,
    "after a preposition": -1.0,
    "possessor": -0.5,
    "in quotation marks": -1.0,
    "in what is said": -2.0,
    "spoken to": -3.0,
    "beside the pronoun": -3.0,
    "spoke last": 1.0,
    "spoke before": 0.0,
    "often named": 1.2,
    "fits by name": 1.3,
}
CLEAR = 0.65
"""The least share of the belief that the best must have."""
LIKELY = 0.5
"""The least share for a guess."""

_REACH = 2000
_MENTIONS = 40
_OPENING = 40
_APART = 120
_SUBJECTS = frozenset({"he", "she"})
_TITLE = 12
_SPOKEN_TO = frozenset(
    {("speaking", "to"), ("speaking", "with"), ("talking", "to"), ("talking", "with"), ("interview", "with")}
)
"""Words before whoever asks, not answers."""


@dataclass(slots=True)
class Candidate:
    """A person who may be meant, with what speaks for it."""

    entity: str
    link: Link | None = None
    signs: dict[str, float] = field(default_factory=dict)

    @property
    def score(self) -> float:
        """The sum of its signs' weights."""
        return sum(WEIGHTS[sign] * value for sign, value in self.signs.items())


def person_meant(
    span: Span,
    earlier: Earlier,
    gender: Gender | None,
    content: Sequence[Span] = (),
    *,
    among: Collection[str] | None = None,
    least: float = CLEAR,
) -> Source | None:
    """The person that a pronoun or description at this place means, as safe where it's clear; None where nobody is."""
    found = candidates(span, earlier, gender, content)
    if among is not None:
        found = [c for c in found if c.entity in among]
    if not found:
        return None
    best = max(found, key=lambda c: c.score)
    belief = 1 / sum(math.exp(max(-50.0, c.score - best.score)) for c in found)
    link = best.link or Link(name=best.entity, kind=SourceKind.PERSON, named=True)
    return Source(link, safe=belief >= least) if belief >= LIKELY else None


def candidates(span: Span, earlier: Earlier, gender: Gender | None, content: Sequence[Span] = ()) -> list[Candidate]:
    """The persons named or speaking shortly before, but for those of another gender."""
    mentions = _mentions(span, earlier)
    met: dict[str, Candidate] = {}
    counted: dict[str, int] = {}
    for name in mentions:
        counted[name.entity] = counted.get(name.entity, 0) + 1
        if name.entity not in met:
            signs = dict.fromkeys(_signs(name, span, earlier, content), 1.0)
            met[name.entity] = Candidate(name.entity, signs=signs)
    if mentions:
        met[mentions[0].entity].signs["named last"] = 1.0
    _heard(span, earlier, met)
    for entity, count in counted.items():
        met[entity].signs["often named"] = count / len(mentions)
    return list(_fitting(met, mentions, earlier, gender))


def _mentions(span: Span, earlier: Earlier) -> list[Name]:
    near = [n for n in earlier.within(max(0, span[0] - _REACH), span[0]) if n.kind is EntityKind.PERSON]
    return near[: -_MENTIONS - 1 : -1]


def _signs(name: Name, span: Span, earlier: Earlier, content: Sequence[Span]) -> Iterator[str]:
    """What speaks for and against the last mention of a person."""
    here = earlier.sentence_at(name.start)
    away = earlier.sentence_at(span[0]) - here
    yield from _AWAY.get(away, ())
    start = earlier.sentences[here].start if here >= 0 else 0
    before = earlier.text[max(start, name.start - _OPENING) : name.start].lower().split()
    if name.start - start < _OPENING and not _follows_another(name, start, earlier):
        yield "opens its sentence"
    if before and not PREPOSITIONS.isdisjoint(before[-2:]):
        yield "after a preposition"
    if len(before) > 1 and (before[-2], before[-1]) in _SPOKEN_TO:
        yield "spoken to"
    pronoun = earlier.text[slice(*span)].lower()
    if here == earlier.sentence_at(span[0]) and pronoun in _SUBJECTS and pronoun in _words(earlier.text, start, name):
        yield "beside the pronoun"
    if earlier.text[name.end : name.end + 2] in {"'s", "’s", "s'", "s’"}:
        yield "possessor"
    if earlier.is_quoted(name.start) and not earlier.is_quoted(span[0]):
        yield "in quotation marks"
    if any(first <= name.start < last for first, last in content):
        yield "in what is said"


def _words(text: str, start: int, name: Name) -> list[str]:
    """The words of a sentence up to a name: in "asked whether she trusted Price, she" Price isn't she."""
    return text[max(start, name.start - _APART) : name.start].lower().split()


def _follows_another(name: Name, start: int, earlier: Earlier) -> bool:
    """Whether somebody else is named before in the sentence that begins at `start`."""
    others = (n for n in earlier.within(start, name.start) if n.kind is EntityKind.PERSON)
    return any(n.entity != name.entity for n in others)


_AWAY: dict[int, tuple[str, ...]] = {
    0: ("same sentence",),
    1: ("sentence before",),
    2: ("two sentences before",),
}


def _heard(span: Span, earlier: Earlier, met: dict[str, Candidate]) -> None:
    """Put in who spoke before, pronouns resolved."""
    last = True
    for source in reversed(earlier.recent):
        link = source.link
        near = link.span is not None and 0 < span[0] - link.span[0] <= _REACH
        if link.span is None or not near or not _is_one_person(link):
            continue
        one = met.setdefault(link.name, Candidate(link.name, link))
        one.signs.setdefault("spoke last" if last else "spoke before", 1.0)
        away = earlier.sentence_at(span[0]) - earlier.sentence_at(link.span[0])
        if not one.signs.keys() & {"same sentence", "sentence before", "two sentences before"}:
            one.signs.update(dict.fromkeys(_AWAY.get(away, ()), 1.0))
        last = False


def _is_one_person(link: Link) -> bool:
    """A person, or one without a name: "a woman from Tolmark", no "officials"."""
    if link.kind in {SourceKind.OFFICIAL, SourceKind.UNNAMED}:
        words = link.name.lower().split()
        return not any(word.endswith("s") for word in words[:3]) and words[-1] not in {"police", "staff", "some", "i"}
    return link.kind is SourceKind.PERSON


def _fitting(
    met: dict[str, Candidate], mentions: Sequence[Name], earlier: Earlier, gender: Gender | None
) -> Iterator[Candidate]:
    before: dict[str, str] = {}
    for name in mentions:
        before[name.entity] = before.get(name.entity, "") or _title(earlier.text, name)
    for one in met.values():
        known = gender_of(before.get(one.entity, ""), one.entity)
        if gender and known is gender:
            one.signs["fits by name"] = 1.0
        if gender is None or known is None or known is gender:
            yield one


def _title(text: str, name: Name) -> str:
    """The word before a name if it's right before it."""
    words = text[max(0, name.start - _TITLE) : name.start].split()
    return words[-1] if words else ""
