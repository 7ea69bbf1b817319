"""Interviews and articles that go on: what somebody told an outlet, or wrote in it, over several sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.model import Link, Name, SourceKind
from onrecord.reading.attribution import Attribution
from onrecord.reading.sentence import Sentence

_OCCASION = r"interview\w*|op-ed|column|essay|editorial|guest|podcast|wrote|writing|appear\w+|sat down|sitting down"
SCENE = re.compile(rf"\b(?:{_OCCASION}|spoke|speaking)\b")
"""Words of a sentence that may tell of an occasion without telling what was said."""
_SAID_AT = re.compile(rf"\b(?:{_OCCASION})\b")
# How an outlet is named that somebody speaks to or writes in; "according to the Gazette" passes on by itself.
_HELD = re.compile(
    r"(?<!according )\b(?:told|telling|tells|tell|to|with|on|in|for|by|of)\s+(?:the\s+|an?\s+)?(?:\w+\s+){0,2}[“\"‘']?$"
    r"|\b(?:interview|op-ed|column|essay)\b[^.]{0,20}$",
)
_NO_OCCASION = re.compile(r"\b(?:statement|link\w*|town hall|taping)\b[^.]{0,30}$")
_REACH = 60
# Another place or time than that of the occasion.
_ELSEWHERE = re.compile(
    r"\b(?:tweet\w*|Twitter|Facebook|Instagram|YouTube|statement|news conference|press conference|rally|speech|"
    r"address|remarks|reporters|debate|hearing|town hall|event|email|letter|memo|testif\w+|tribunal|court|filing|"
    r"In (?:January|February|March|April|May|June|July|August|September|October|November|December|\d{4})|"
    r"earlier|last (?:week|month|year)|previously|later|has (?:also )?(?:said|called|promised|vowed|long)|have said)\b"
)
_NO_SAYING = re.compile(
    r"\b(?:not|never|declin\w+|refus\w+|without|intend\w*|want\w*|hop\w+|plan\w*|announc\w+|vow\w*|support\w*|back\w*|"
    r"oppos\w+|suggesting|seeking|press\w*|tweet\w*|post\w*|releas\w+|sign\w*|introduc\w+)\b|n[’']t\b"
)
_QUOTES = "“\"‘'«„"
THIRD_PERSONS = frozenset({"he", "she", "they"})
_SENTENCES = 12
"""How far an occasion reaches without being told of again."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """Who spoke at which outlet; `present` are the names in the sentence that tells of it: who asks is among them."""

    outlet: Link
    sentence: int
    present: frozenset[str]


@dataclass(slots=True)
class Occasions:
    """The occasions that are still on, by speaker; `read` sentences have been searched for them."""

    read: int = 0
    _on: dict[str, Occasion] = field(default_factory=dict)

    def begin(self, outlet: Link, speaker: str, sentence: Sentence, number: int) -> None:
        """Take in that somebody speaks at an outlet."""
        present = frozenset(_surname(token.text) for token in sentence.tokens if token.is_capital)
        self._on[_surname(speaker)] = Occasion(outlet, number, present)

    def tell_of(self, outlet: Link, persons: Sequence[Name], sentence: Sentence, number: int) -> None:
        """Take in a sentence that says no more than that: "Brown was a guest on the Spark's morning show"."""
        speaker = next((one.entity for one in persons if outlet.span and one.end <= outlet.span[0]), None)
        if speaker is not None:
            self.begin(outlet, speaker, sentence, number)

    def hear(self, chain: Sequence[Link], sentence: Sentence, number: int, text: str) -> None:
        """Take in the next statement's chain: whoever else speaks ends the occasion, but for those present."""
        if not chain:
            return
        last = chain[-1]
        if last.kind is not SourceKind.UNKNOWN:
            word = _surname(last.name)
            self._on = {who: one for who, one in self._on.items() if who == word or word in one.present}
        told = _SAID_AT.search(text, sentence.start, sentence.end)
        if told and last.named and len(chain) > 1 and _is_held(chain[0], last, sentence, text):
            self.begin(chain[0], last.name, sentence, number)

    def goes_on(self, own: Link, sentence: Sentence, number: int, found: Attribution, text: str) -> Link | None:
        """The outlet of the occasion that a statement of this source goes on with."""
        one = self._on.get(_surname(own.name))
        if one is None or not 0 < number - one.sentence <= _SENTENCES:
            return None
        quoted = text[found.content[0][0]] in _QUOTES
        if not quoted and text[slice(*found.source[0])].lower() not in THIRD_PERSONS:
            return None
        if _NO_SAYING.search(" ".join(text[start:end] for start, end in found.cue)):
            return None
        return None if _is_elsewhere(sentence, found, text) else one.outlet


def _surname(name: str) -> str:
    """The word by which somebody is called again."""
    return re.sub(r"[’']s$", "", name.rsplit(maxsplit=1)[-1])


def _is_held(outlet: Link, speaker: Link, sentence: Sentence, text: str) -> bool:
    """Whether the words before an outlet say that somebody spoke to it, and not only what post they have there."""
    if outlet.kind is not SourceKind.OUTLET or outlet.span is None or speaker.span is None:
        return False
    start = outlet.span[0]
    owner = text[outlet.span[1] : outlet.span[1] + 2] in {"'s", "’s"}
    within = speaker.span[0] <= start < speaker.span[1] and not owner
    if within or not sentence.start <= start < sentence.end:
        return False
    first = max(0, start - _REACH)
    return (owner or bool(_HELD.search(text, first, start))) and not _NO_OCCASION.search(text, first, start)


def _is_elsewhere(sentence: Sentence, found: Attribution, text: str) -> bool:
    """Whether the sentence, outside of what is said, tells of another place or time."""
    at = sentence.start
    for start, end in (*found.content, (sentence.end, sentence.end)):
        if at < start and _ELSEWHERE.search(text, at, min(start, sentence.end)):
            return True
        at = max(at, end)
    return False
