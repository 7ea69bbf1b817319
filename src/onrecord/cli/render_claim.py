"""What screens about claims share: a claim's head, evidence, statuses, and other claims that may have been meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.cli.counts import number_of
from onrecord.cli.parts import GAP, Grid, Line, Part, Run, Words, joined, quoted, stacked, words
from onrecord.model import Claim, Evidence, SourceKind, Stance, Status
from onrecord.questions.rows import Candidate

STATUS_STYLES = {
    Status.CORRECTED: "bad",
    Status.DISPUTED: "warn",
    Status.DENIED: "bad",
    Status.CONFIRMED: "good",
    Status.OPEN: "calm",
    Status.CORROBORATED: "good",
    Status.SINGLE_ORIGIN: "warn",
}
"""How statuses look."""

STANCE_STYLES = {Stance.SAYS: "good", Stance.DENIES: "bad", Stance.QUESTIONS: "warn"}
"""How stances look."""

PARTICIPLES = {Stance.SAYS: "said", Stance.DENIES: "denied", Stance.QUESTIONS: "questioned"}

NAMELESS = frozenset({SourceKind.OFFICIAL, SourceKind.UNNAMED, SourceKind.PUBLIC})
"""Kinds of source that say by themselves that they have no name."""


def claim_head(claim: Claim) -> Iterator[Part]:
    """The claim's sentence, its id, and how many members it has by stance."""
    counted = {stance: sum(member.stance is stance for member in claim.members) for stance in Stance}
    members = [f"{PARTICIPLES[stance]} {count}×" for stance, count in counted.items() if count]
    outlets = len({member.evidence.outlet for member in claim.members})
    facts = (claim.id, "a proposal" if claim.proposal else "", *members, f"in {number_of(outlets, 'outlet')}")
    yield Line(quoted(claim.text, "title"))
    yield Line(joined((words((fact, "faint")) for fact in facts if fact), " · "))
    yield GAP


def lacking(lacks: Sequence[str]) -> Iterator[Part]:
    """That a claim is only the closest there is, and which words of the question it lacks."""
    if lacks:
        yield Line(words(("closest match", "warn"), f", it lacks: {', '.join(lacks)}"))


def status_word(status: Status) -> Words:
    """A status in its colour."""
    return words((status.value, STATUS_STYLES[status]))


def stance_word(stance: Stance) -> Words:
    """A stance in its colour."""
    return words((stance.value, STANCE_STYLES[stance]))


def place(evidence: Evidence) -> Words:
    """Where it was read: the article's id and the offsets, like a footnote."""
    return words((f"{evidence.article}[{evidence.start}:{evidence.end}]", "faint"))


def outlet_of(evidence: Evidence) -> Words:
    """Who published it."""
    return words((evidence.outlet, "name") if evidence.outlet else ("unknown outlet", "faint"))


def cited(evidence: Evidence) -> Words:
    """The quoted words, then below them the outlet, the day and the place."""
    where = words(outlet_of(evidence), f", {evidence.day}", Run("  "), place(evidence))
    return stacked(quoted(evidence.text), where)


def source_kind(kind: SourceKind, *, named: bool) -> Words:
    """What kind of source it is, in brackets, and that it isn't named where the kind alone doesn't say so."""
    return words(f"({kind}", ("" if named or kind in NAMELESS else ", not named", "warn"), ")")


def on_word_of(names: Sequence[str]) -> Words:
    """A chain of sources from the outermost inwards; nothing for an empty one."""
    return joined((words((name, "source")) for name in names), " ← ")


def others_parts(others: Sequence[Candidate]) -> Iterator[Part]:
    """Further claims that may have been meant, each with the id to ask by."""
    if others:
        yield Line(words(("Or did you mean", "faint")))
        yield Grid(tuple((words((other.id, "faint")), quoted(other.text, "")) for other in others), indent=2)
