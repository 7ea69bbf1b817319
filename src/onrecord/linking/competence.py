"""Who is competent to confirm or deny a claim: a visible policy over who the claim is about and who speaks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.linking.terms import terms_of
from onrecord.linking.units import Unit
from onrecord.model import SourceKind

OFFICIAL_WORDS = re.compile(
    r"\b(?:ministry|minister|government|president|presidency|premier|chancellor|office|parliament|congress|senate|"
    r"court|army|military|forces|police|spokes\w+|governor|mayor|commander|general|admiral|agency|embassy|"
    r"secretary|committee|commission|council|board|department|chief executive|company)\b",
    re.IGNORECASE,
)
"""A speaker must hold one of these roles, or be one of these bodies, to be competent on what its country does."""

_POSSESSIVE = re.compile(r"^(?:its|his|her|their)\b", re.IGNORECASE)
_SPOKES = re.compile(r"\bspokes\w+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Competence:
    """Whether a speaker is competent on a claim, and why."""

    competent: bool
    reason: str


def affiliations(units: Sequence[Unit]) -> Mapping[str, frozenset[str]]:
    """Speaker's name -> the names (as terms) that the texts put beside it: "Vesna's commander-in-chief, General …".

    A spokesperson also has those of the body that spoke right before in the same article.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    previous: dict[str, str] = {}
    for unit in sorted(units, key=lambda u: u.order):
        said = source_text(unit)
        if unit.statement.speaker is None or not said:
            continue
        name = unit.statement.speaker.name
        found[name] |= {term for term in terms_of(f"x {said}") if term.startswith("@")} - _own_terms(name, unit)
        if _SPOKES.search(said):
            found[name] |= {t for t in terms_of(f"x {previous.get(unit.article, '')}") if t.startswith("@")}
        previous[unit.article] = said
    return {name: frozenset(terms) for name, terms in found.items()}


def source_text(unit: Unit) -> str:
    """The words of the source spans."""
    text = unit.record.article.text
    return " ".join(text[start:end] for start, end in unit.statement.source)


def judge_competence(unit: Unit, subject: str | None, affiliated: Mapping[str, frozenset[str]]) -> Competence:
    """Whether who speaks is the subject itself or an office of it; `subject` is the claim's subject as a name term."""
    speaker = unit.statement.speaker
    if speaker is None or subject is None or speaker.kind in {SourceKind.OUTLET, SourceKind.UNNAMED}:
        return Competence(False, "no speaker, or nobody with an office")
    own = {term for term in terms_of(f"x {speaker.name}") if term.startswith("@")}
    said = source_text(unit)
    if subject in own and (speaker.kind is SourceKind.ORGANISATION or len(own) <= 2):
        return Competence(True, f"{speaker.name} is whom the claim is about, or an office of it")
    holds_office = bool(OFFICIAL_WORDS.search(f"{said} {speaker.name}"))
    if subject in affiliated.get(speaker.name, frozenset()):
        return Competence(True, f"{speaker.name} speaks for whom the claim is about")
    if holds_office and _POSSESSIVE.match(said) and unit.subject == subject:
        return Competence(True, f"“{said}” is an office of whom the sentence is about")
    return Competence(False, f"{speaker.name} isn't known to speak for whom the claim is about")


def _own_terms(name: str, unit: Unit) -> set[str]:
    """The terms of a person's own name, which are no affiliation."""
    person = unit.statement.speaker is not None and unit.statement.speaker.kind is SourceKind.PERSON
    return {term for term in terms_of(f"x {name}") if term.startswith("@")} if person else set()
