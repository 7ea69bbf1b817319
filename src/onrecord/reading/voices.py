"""Further sources in the words that are attributed, quoted or not: "my doctor told me that"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from onrecord.model import Link, SourceKind, Span
from onrecord.reading.attribution import Attribution
from onrecord.reading.earlier import Source
from onrecord.reading.tokens import AUXILIARIES, DETERMINERS, IRREGULAR_PASTS, PRONOUNS, Token, tokenize

_SAID = frozenset("said says replied reported warned wrote claimed argued insisted".split())
_TOLD = frozenset("told tells".split())
_HEARERS = frozenset("me us colleagues reporters".split())
_SPOKEN = frozenset("spoken spoke talked interviewed".split())
_STOPS = frozenset(".;:?!")
_CONTRACTED = re.compile(r"(?:^(?:i|we|you|they|he|she|it)[’']|[’'](?:ve|re|ll|m|d)$)")
_OPENERS = frozenset("\"“”'’‘,.;:—–")
_LONGEST_SUBJECT = 7
_LONGEST_CLAUSE = 18
_HEAD = 300
"""Characters at the head of a content in which another voice is looked for."""
_TAIL = 120
"""Characters at the end of a content in which another voice is looked for."""
_HEARING = 4
"""Words after the last verb that may say who was told."""
_KNOWN = frozenset(SourceKind) - {SourceKind.UNKNOWN, SourceKind.DOCUMENT}


def voices(
    text: str, attribution: Attribution, describe: Callable[[Span], Source], *, by_outlet: bool = False
) -> Iterator[Link]:
    """The source inside a content, by its first verb of saying; in what is told `by_outlet` also by its last."""
    passed_on = attribution.lexical is None and bool(attribution.cue)
    for start, end in attribution.content[:2]:
        tokens = tokenize(text, start, min(end, start + _HEAD))
        found = _told(tokens) or _said_first(tokens) or _came_and_said(tokens) or _spoken_with(tokens)
        found = found or (_said_after(tokens) if passed_on else None)
        found = found or (_said_at_end(tokenize(text, max(start, end - _TAIL), end)) if by_outlet else None)
        source = describe(found) if found else None
        if source and source.safe and not source.guessed and source.link.kind in _KNOWN:
            yield source.link
            return


def _told(tokens: Sequence[Token]) -> Span | None:
    """“Ann Brown told me”."""
    for index in range(1, len(tokens) - 1):
        if tokens[index].lower in _TOLD and tokens[index + 1].lower in _HEARERS:
            return _subject(tokens, index)
    return None


def _said_first(tokens: Sequence[Token]) -> Span | None:
    """“Ann Brown said it was over” at the very head."""
    first = next((i for i, t in enumerate(tokens) if t.is_word and t.lower != "that"), 0)
    for index in range(first + 1, min(first + _LONGEST_SUBJECT + 1, len(tokens))):
        if tokens[index].lower in _SAID:
            subject = _subject(tokens, index)
            return subject if subject and subject[0] == tokens[first].start else None
    return None


def _came_and_said(tokens: Sequence[Token]) -> Span | None:
    """“A man came in and said it was over” at the very head."""
    first = next((i for i, t in enumerate(tokens) if t.is_word), 0)
    for index in range(first + 2, min(first + _LONGEST_CLAUSE, len(tokens))):
        if tokens[index].text in _STOPS:
            return None
        if tokens[index].lower in _SAID and tokens[index - 1].lower == "and":
            verbs = (i for i in range(first + 1, index) if tokens[i].lower in IRREGULAR_PASTS)
            subject = _subject(tokens, next(verbs, first))
            return subject if subject and subject[0] == tokens[first].start else None
    return None


def _spoken_with(tokens: Sequence[Token]) -> Span | None:
    """“That officers she has spoken with are worried”: whom the source has it from."""
    first = next((i for i, t in enumerate(tokens) if t.is_word and t.lower != "that"), 0)
    for index in range(first + 2, min(first + _LONGEST_SUBJECT + 1, len(tokens) - 1)):
        if tokens[index].lower in _SPOKEN and tokens[index + 1].lower in {"to", "with"}:
            last = next((i for i in range(first + 1, index) if tokens[i].lower in PRONOUNS), first)
            return (tokens[first].start, tokens[last - 1].end) if last > first else None
    return None


def _said_after(tokens: Sequence[Token]) -> Span | None:
    """““It's over,” Ann Brown said” as a whole is what somebody else passes on."""
    for index in range(1, len(tokens)):
        if tokens[index].lower in _SAID and (subject := _subject(tokens, index)):
            before = [t for t in tokens[:index] if t.end <= subject[0]]
            if before and before[-1].text in {"”", '"', "''", "’"}:
                return subject
    return None


def _said_at_end(tokens: Sequence[Token]) -> Span | None:
    """““…, two people told the Gazette,” the Gazette reported”."""
    words = [i for i, token in enumerate(tokens) if token.is_word]
    for index in reversed(words[-_HEARING - 1 :]):
        if tokens[index].lower in _SAID | _TOLD and (subject := _subject(tokens, index, any_start=True)):
            before = [t for t in tokens[:index] if t.end <= subject[0]]
            return subject if before and before[-1].text == "," else None
    return None


def _subject(tokens: Sequence[Token], verb: int, *, any_start: bool = False) -> Span | None:
    """The noun phrase right before a verb, back to a mark; no pronoun, and without a determiner only by `any_start`."""
    last = verb
    while last > 0 and (tokens[last - 1].lower in AUXILIARIES or tokens[last - 1].is_adverb):
        last -= 1
    first = last
    while first > 0 and last - first < _LONGEST_SUBJECT and tokens[first - 1].text not in _OPENERS:
        if tokens[first - 1].lower in {"that", "and", "but"}:
            break
        first -= 1
    if first == last or tokens[first].lower in PRONOUNS | {"who", "which", "there"}:
        return None
    if any(_CONTRACTED.search(token.lower) for token in tokens[first:last]):
        return None  # "he’s backed everything I’ve" is no subject
    noun_phrase = any_start or tokens[first].is_capital or tokens[first].lower in DETERMINERS
    return (tokens[first].start, tokens[last - 1].end) if noun_phrase else None
