"""Who is competent to confirm or deny a claim: a visible policy over who the claim is about and who speaks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.linking.terms import name_terms
from onrecord.linking.units import Unit
from onrecord.model import SourceKind

OFFICIAL_WORDS = re.compile(
    r"\b(?:ministry|minister|government|president|presidency|premier|chancellor|office|parliament|congress|senate|"
    r"court|army|military|forces|police|spokes\w+|governor|mayor|commander|general|admiral|agency|embassy|"
    r"secretary|committee|commission|council|board|department|chief executive|company)\b",
    re.IGNORECASE,
)
"""A speaker must hold one of these roles, or be one of these bodies, to be competent on what its country does."""

OUT_OF_OFFICE = re.compile(r"\b(?:opposition|former(?:ly)?|ex-\w+|retired|exiled|ousted)\b", re.IGNORECASE)
"""Whoever is called this speaks for no office."""

_NEVER = frozenset({SourceKind.OUTLET, SourceKind.UNNAMED, SourceKind.DOCUMENT, SourceKind.LEAK, SourceKind.PUBLIC})
"""Nobody with an office. A document that somebody has seen isn't yet one on record."""

OWN_DEED = re.compile(r"(?:its|our|we)\b", re.IGNORECASE)
OWN_DEED_OF_A_PERSON = re.compile(r"(?:(?:i|we|he|she)\s+(?:had|have|has|did|\w+ed)|had|has|have)\b", re.IGNORECASE)
"""How an assertion begins that is of the speaker's own deed; a wish or an opinion confirms nothing."""

_POSSESSIVE = re.compile(r"^(?:its|his|her|their)\b", re.IGNORECASE)
_SPOKES = re.compile(r"\bspokes\w+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Competence:
    """Whether a speaker is competent on a claim, and why."""

    competent: bool
    reason: str


def affiliations(units: Sequence[Unit], leads: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    """Speaker's name -> the names (as terms) that the texts put beside it: "Vesna's commander-in-chief, General …".

    A spokesperson also has those of the body that spoke right before in the same article. Whoever holds an office
    that no text puts a name to ("Defence Minister Haldane") is taken to hold it where the articles are about (`leads`).
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    around: defaultdict[str, set[str]] = defaultdict(set)
    previous: dict[str, str] = {}
    for unit in sorted(units, key=lambda u: u.order):
        said = source_text(unit)
        if unit.statement.speaker is None or not said:
            continue
        name = unit.statement.speaker.name
        if OFFICIAL_WORDS.search(said) and not OUT_OF_OFFICE.search(said):
            found[name] |= _names_in(said) - _own_terms(name, unit)
            around[name] |= {leads[unit.article]} if unit.article in leads else set()
        if _SPOKES.search(said):
            found[name] |= _names_in(previous.get(unit.article, ""))
        previous[unit.article] = said
    return {name: frozenset(terms or around[name]) for name, terms in found.items()}


def spoken_for(units: Sequence[Unit]) -> Mapping[str, str]:
    """Spokesperson -> the body that spoke right before in the same article, for which they speak."""
    found: dict[str, str] = {}
    previous: dict[str, str] = {}
    for unit in sorted(units, key=lambda u: u.order):
        speaker = unit.statement.speaker
        if speaker is None:
            continue
        if speaker.kind is SourceKind.PERSON and _SPOKES.search(source_text(unit)) and unit.article in previous:
            found.setdefault(speaker.name, previous[unit.article])
        elif speaker.kind is SourceKind.ORGANISATION:
            previous[unit.article] = speaker.name
    return found


def lead_subjects(units: Sequence[Unit]) -> Mapping[str, str]:
    """Article -> whom its first assertions are about: for claims that name nobody themselves."""
    found: dict[str, str] = {}
    for unit in sorted(units, key=lambda u: (u.article, u.assertion.start)):
        if unit.subject:
            found.setdefault(unit.article, unit.subject)
    return found


def source_text(unit: Unit) -> str:
    """The words of the source spans."""
    text = unit.record.article.text
    return " ".join(text[start:end] for start, end in unit.statement.source)


def judge_competence(unit: Unit, subject: str | None, affiliated: Mapping[str, frozenset[str]]) -> Competence:
    """Whether who speaks is the subject itself or an office of it; `subject` is the claim's subject as a name term."""
    speaker = unit.statement.speaker
    if unit.is_deed:
        return Competence(False, "the article tells what was done, and quotes nobody")
    if speaker is None or speaker.kind in _NEVER:
        return Competence(False, "no speaker, or nobody with an office")
    own = name_terms(speaker.name)
    said = source_text(unit)
    if speaker.kind is SourceKind.OFFICIAL and not _SPOKES.search(said):
        return Competence(False, f"{speaker.name} has no name, and speaks for nobody on the record")
    if subject in own and speaker.kind is not SourceKind.PERSON:
        return Competence(True, f"{speaker.name} is whom the claim is about, or an office of it")
    holds_office = bool(OFFICIAL_WORDS.search(f"{said} {speaker.name}"))
    if subject in affiliated.get(speaker.name, frozenset()):
        return Competence(True, f"{speaker.name} speaks for whom the claim is about")
    if _speaks_of_itself(unit) and (speaker.kind is SourceKind.ORGANISATION or holds_office):
        return Competence(True, f"{speaker.name} speaks of its own doings")
    if holds_office and _POSSESSIVE.match(said) and unit.subject == subject:
        return Competence(True, f"“{said}” is an office of whom the sentence is about")
    return Competence(False, f"{speaker.name} isn't known to speak for whom the claim is about")


def _speaks_of_itself(unit: Unit) -> bool:
    """Whether the assertion is of what the speaker did: "its forces had hit", "we signed", "he had already signed"."""
    person = unit.statement.speaker is not None and unit.statement.speaker.kind is SourceKind.PERSON
    return bool((OWN_DEED_OF_A_PERSON if person else OWN_DEED).match(unit.text))


def _names_in(said: str) -> set[str]:
    """The names of countries and bodies in a source's words, as terms; titles are no names."""
    return set(name_terms(OFFICIAL_WORDS.sub("x", said)))


def _own_terms(name: str, unit: Unit) -> set[str]:
    """The terms of a person's own name, which are no affiliation."""
    person = unit.statement.speaker is not None and unit.statement.speaker.kind is SourceKind.PERSON
    return set(name_terms(name)) if person else set()
