"""Where statements were read, as evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from onrecord.linking.projection import Projection
from onrecord.model import Claim, Evidence, Figure, Record, Statement
from onrecord.questions.rows import FigureClaim


def statements(projection: Projection) -> Iterator[tuple[Record, Statement]]:
    """All statements, each with the record that it stands in."""
    return ((record, statement) for record in projection.records for statement in record.reading.statements)


def whole(record: Record, statement: Statement) -> Evidence:
    """The statement's content, from its first span to the end of its last."""
    starts, ends = zip(*statement.content, strict=True)
    return at(record, statement, min(starts), max(ends))


def at(record: Record, statement: Statement, start: int, end: int) -> Evidence:
    """A stretch of the article that the statement stands in."""
    article = record.article
    return Evidence(
        statement=statement.id,
        article=article.id,
        start=start,
        end=end,
        outlet=article.outlet,
        day=record.known[:10],
        text=article.text[start:end],
    )


def of_statements(projection: Projection, claim: Claim, wanted: Collection[str]) -> tuple[Evidence, ...]:
    """The evidence for statements that a claim goes by, in their order: as its members, or else as whole statements."""
    members = {member.evidence.statement: member.evidence for member in reversed(claim.members)}
    missing = set(wanted) - set(members)
    if missing:
        others = {s.id: whole(record, s) for record, s in statements(projection) if s.id in missing}
        members = others | members
    return tuple(members[statement] for statement in dict.fromkeys(wanted) if statement in members)


def claims_of_figures(projection: Projection, figures: Sequence[Figure]) -> tuple[FigureClaim, ...]:
    """The claim of each figure: that of the shortest assertion around it."""
    members: defaultdict[tuple[str, str], list[tuple[Evidence, Claim]]] = defaultdict(list)
    for claim in projection.claims:
        for member in claim.members:
            members[member.evidence.article, member.evidence.statement].append((member.evidence, claim))
    found = []
    for figure in figures:
        at = figure.evidence
        around = [(e, c) for e, c in members[at.article, at.statement] if e.start <= at.start and at.end <= e.end]
        if around:
            told, claim = min(around, key=lambda pair: len(pair[0].text))
            found.append(FigureClaim(figure=figure.id, claim=claim.id, text=claim.text, said=told.text))
    return tuple(dict.fromkeys(found))
