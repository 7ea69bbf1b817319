"""Stances told in so many words rather than by an act: "remains wary", "took no position", "could be interested"."""

from __future__ import annotations

import re

from onrecord.linking.terms import name_terms
from onrecord.linking.units import Unit
from onrecord.model import Act, EntityKind, Polarity, SourceKind, Support

_IS = r"\b(?:is|was|are|were|be|remains?|remained|stays?|stayed|seems?|seemed)\s+(?:\w+\s+)?"
WORDS: tuple[tuple[Support, re.Pattern[str]], ...] = tuple(
    (stance, re.compile(pattern, re.IGNORECASE))
    for stance, pattern in (
        (Support.WARY, _IS + r"(?:wary|sceptical|skeptical|worried|cautious|uneasy|reluctant|hesitant)\b"),
        (
            Support.UNDECIDED,
            (
                r"\b(?:takes?|took|has|had|have)\s+(?:not taken a|no)\s+(?:position|stance)\b"
                r"|\b(?:is|are|was|were) undecided\b"
                r"|\b(?:has|had|have)(?:n[’']t| not)(?: yet)? (?:decided|discussed)\b"
                r"|\bnothing (?:has|had) been decided\b"
                r"|\bcould (?:also )?be interested\b|\b(?:is|are) (?:still )?considering\b|\bno longer sure\b"
            ),
        ),
        (Support.OPPOSES, _IS + r"(?:opposed|against)\b|\bvoted against\b"),
        (Support.SUPPORTS, _IS + r"(?:in favou?r|behind)\b|\bvoted (?:for|in favou?r)\b"),
    )
)
"""The first that matches holds; a stance on what is to be done, so that a proposal must be near."""

_AHEAD = re.compile(r"\b(?:will|shall|is to|are to|is going to)\b|[’']ll\b", re.IGNORECASE)
_FIRST_WORDS = 30
_CAPITAL = re.compile(r"[A-Z]\w+")
_KINDS = {EntityKind.PERSON: SourceKind.PERSON}


def attitude_of(unit: Unit) -> Support | None:
    """The stance that an assertion's words tell, or None."""
    return next((stance for stance, words in WORDS if words.search(unit.text)), None)


def intention_of(unit: Unit, actor: str) -> Support | None:
    """What an actor's own announcement says of its stance: "Arvenia will send …, its ministry said"; else None."""
    if unit.assertion.act not in {Act.ASSERTS, Act.CONFIRMS} or not _AHEAD.search(unit.text):
        return None
    if unit.subject is None or unit.subject not in name_terms(actor):
        return None
    return Support.OPPOSES if unit.assertion.polarity is Polarity.NEGATIVE else Support.SUPPORTS


def whose(unit: Unit) -> tuple[str, SourceKind] | None:
    """Whom the assertion is about, if a name opens it, and as what they take a stance."""
    start = unit.assertion.end - len(unit.text)
    first = next((n for n in unit.names if n.start - start <= _FIRST_WORDS), None)
    if first:
        return first.entity, _KINDS.get(first.kind, SourceKind.ORGANISATION)
    opening = _CAPITAL.match(unit.text)
    return (opening.group(), SourceKind.UNKNOWN) if opening and unit.subject else None
