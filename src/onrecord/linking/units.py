"""Assertions as linking sees them: with their statement, article, terms, quantities and times."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from onrecord.linking.terms import subject_of, terms_of
from onrecord.model import Act, Assertion, Evidence, Mode, Name, Quantity, Record, SourceKind, Statement, Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One assertion, with the words that linking compares."""

    id: str
    statement: Statement
    assertion: Assertion
    record: Record
    text: str
    terms: Mapping[str, float]
    subject: str | None
    names: tuple[Name, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]

    @property
    def article(self) -> str:
        """The id of its article."""
        return self.record.article.id

    @property
    def document(self) -> str:
        """The id of its article's first version."""
        return self.record.version_of or self.record.article.id

    @property
    def outlet(self) -> str | None:
        """Who published it."""
        return self.record.article.outlet

    @property
    def day(self) -> str:
        """The ISO date from which it was known."""
        return self.record.known[:10]

    @property
    def order(self) -> tuple[str, str, int, str]:
        """By when it was known, then by article and place: the same whatever came first."""
        return self.record.known, self.article, self.assertion.start, self.id

    @property
    def whose_word(self) -> tuple[str, ...]:
        """The names of the chain's links, outermost first."""
        return tuple(link.name for link in self.statement.chain)

    @property
    def is_deed(self) -> bool:
        """Whether it tells what its source did ("Brennia rejects the idea") rather than what somebody says."""
        return len(self.text) > self.assertion.end - self.assertion.start

    @property
    def gives_basis(self) -> bool:
        """Whether it says where it has it from; the outlet's own voice gives none."""
        return self.statement.mode is not Mode.OWN and bool(self.statement.chain)

    @property
    def said_by(self) -> str:
        """Who says it, for a reader: the innermost source, else the outlet."""
        if self.statement.chain:
            inner = self.statement.chain[-1]
            return "unknown" if inner.kind is SourceKind.UNKNOWN and inner.name.lower() in _PRONOUNS else inner.name
        if self.statement.speaker:
            return self.statement.speaker.name
        return (self.outlet or "unknown") if self.statement.mode is Mode.OWN else "unknown"

    def evidence(self) -> Evidence:
        """Where it stands; of a refusal ("declined to comment") with who refuses, since the rest says nothing alone."""
        start, end = self.assertion.start, self.assertion.end
        if self.assertion.act is Act.DECLINES:
            spans = (*self.statement.source, *self.statement.cue)
            start, end = min([start, *(s for s, _ in spans)]), max([end, *(e for _, e in spans)])
        return self.evidence_at(start, end)

    def evidence_at(self, start: int, end: int) -> Evidence:
        """Evidence of another stretch of the same article."""
        return Evidence(
            statement=self.statement.id,
            article=self.article,
            start=start,
            end=end,
            outlet=self.outlet,
            day=self.day,
            text=self.record.article.text[start:end],
        )


_PRONOUNS = frozenset("he she it they we i you who which that this".split())


@lru_cache(maxsize=512)
def units_of(record: Record) -> tuple[Unit, ...]:
    """The assertions of a record's reading, in the order of the text; ids are the statement's with a number."""
    reading, text = record.reading, record.article.text
    found: list[Unit] = []
    for statement in reading.statements:
        for number, assertion in enumerate(statement.assertions):
            start, end = _proposition(text, statement, assertion)
            found.append(
                Unit(
                    id=f"{statement.id}.{number}",
                    statement=statement,
                    assertion=assertion,
                    record=record,
                    text=text[start:end],
                    terms=terms_of(text[start:end]),
                    subject=subject_of(text[start:end]),
                    names=tuple(n for n in reading.names if start <= n.start < end),
                    quantities=tuple(q for q in reading.quantities if start <= q.start < end),
                    times=tuple(t for t in reading.times if start <= t.start < end),
                )
            )
    return tuple(found)


def _proposition(text: str, statement: Statement, assertion: Assertion) -> tuple[int, int]:
    """The stretch that says what is claimed: with its source and cue where the content alone is no clause.

    "Arvenia" "plans" "to send instructors" is about Arvenia's plan, "Brennia" "rejects" "the idea" about Brennia.
    """
    start, end = assertion.start, assertion.end
    if statement.act not in _DEEDS or not statement.source or start != statement.content[0][0]:
        return start, end
    first = statement.source[0][0]
    opening = text[start:end].split(maxsplit=1)[0].lower()
    clause = opening == "that" or not opening[:1].isalpha()
    near = first < start and start - statement.source[0][1] <= _NEAR
    return (first, end) if near and not clause else (start, end)


_DEEDS = frozenset({Act.PLANS, Act.PROMISES, Act.DEMANDS, Act.SUPPORTS, Act.REJECTS})
_NEAR = 40
