"""Statements that hold the words of a query, whatever the spelling of its names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.errors import BadQuestion
from onrecord.ledger import Ledger
from onrecord.linking.projection import Projection
from onrecord.model import Claim, Mode, Record, Statement
from onrecord.questions.evidence import statements, whole
from onrecord.questions.matching import find_statements
from onrecord.questions.rows import Hit
from onrecord.questions.spellings import Term, terms
from onrecord.questions.standing import standing
from onrecord.questions.table import TRACE, Table, trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a search found.

    about: the query, as it was asked.
    hits: statements, best first. Empty if there are none.
    spellings: for each word or name of the query, the spellings that were looked for.
    as_of: the date by which it was known, as asked; None for now.
    story: the story that was asked of; None for all.
    """

    about: str
    hits: tuple[Hit, ...]
    spellings: tuple[tuple[str, ...], ...]
    as_of: str | None
    story: str | None

    def table(self) -> Table:
        """One row for each hit."""
        columns = ("claim", "statement", "speaker", "act", "score", *TRACE)
        rows = (
            (hit.claim, hit.statement, hit.speaker, hit.act.value, hit.score, *trace(hit.evidence)) for hit in self.hits
        )
        return Table(columns=columns, rows=tuple(rows))


def ask(ledger: Ledger, query: str, *, as_of: str | None = None, story: str | None = None, limit: int = 20) -> Answer:
    """At most `limit` statements for a query in plain words; raises `BadQuestion` for a limit below 1."""
    if limit < 1:
        raise BadQuestion(f"limit must be at least 1, not {limit}")
    projection = standing(ledger, as_of=as_of, story=story)
    asked = terms(query, projection.entities)
    found = find_statements(ledger, asked, as_of=as_of, story=story)[:limit]
    return Answer(
        about=query,
        hits=_hits(projection, found, asked),
        spellings=tuple(term.spellings for term in asked),
        as_of=as_of,
        story=story,
    )


def _hits(projection: Projection, found: Sequence[tuple[str, str, float]], asked: Sequence[Term]) -> tuple[Hit, ...]:
    wanted = {(statement, article) for statement, article, _ in found}
    where = {
        key: (record, statement)
        for record, statement in statements(projection)
        if (key := (statement.id, record.article.id)) in wanted
    }
    claims = _claims(projection, wanted, asked)
    return tuple(
        Hit(
            statement=statement,
            claim=claims.get((statement, article)),
            speaker=_speaker(*where[statement, article]),
            act=where[statement, article][1].act,
            score=score,
            evidence=whole(*where[statement, article]),
        )
        for statement, article, score in found
        if (statement, article) in where
    )


def _claims(projection: Projection, wanted: set[tuple[str, str]], asked: Sequence[Term]) -> dict[tuple[str, str], str]:
    """The claim of each statement: of its assertions, the one that holds most of the query."""
    held: defaultdict[tuple[str, str], list[tuple[int, Claim]]] = defaultdict(list)
    for claim in projection.claims:
        for member in claim.members:
            key = (member.evidence.statement, member.evidence.article)
            if key in wanted:
                held[key].append((sum(term.held_by(member.evidence.text) for term in asked), claim))
    return {key: max(claims, key=lambda scored: scored[0])[1].id for key, claims in held.items()}


def _speaker(record: Record, statement: Statement) -> str | None:
    if statement.speaker:
        return statement.speaker.name
    if statement.chain:
        return statement.chain[-1].name
    return record.article.outlet if statement.mode is Mode.OWN else None
