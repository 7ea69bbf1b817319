"""The whole ledger as rows of the JSON contract of `docs/schema/dump.schema.json`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.export import statement_json
from onrecord.ledger import Ledger
from onrecord.model import Claim, Derivation, Entity, Event, Evidence, Figure, Member, Position, Record, sha256
from onrecord.questions.standing import standing

Row = dict[str, Any]

CARRIED = ("outlet", "url", "byline", "headline", "published", "modified", "language", "story")
"""Fields of an article that its row carries under the same name."""


def dump(ledger: Ledger, *, as_of: str | None = None, story: str | None = None) -> Iterator[Row]:
    """Every article that was read, its statements, then what follows from them, in a fixed order.

    An article that came without bytes has the hash of its text in UTF-8; one that nobody says when it was retrieved
    has the moment in which it was recorded. Raises `BadQuestion` for a malformed date.
    """
    projection = standing(ledger, as_of=as_of, story=story)
    for record in projection.records:
        yield _article(ledger, record)
        yield from _statements(record)
    yield from map(_entity, projection.entities)
    yield from map(_claim, projection.claims)
    yield from map(_derivation, projection.derivations)
    yield from map(_position, projection.positions)
    yield from map(_figure, projection.figures)
    yield from map(_event, projection.events)


def _article(ledger: Ledger, record: Record) -> Row:
    article, reading = record.article, record.reading
    raw = ledger.raw(article.id)
    received = article.text.encode("utf-8", "surrogatepass") if raw is None else raw.content
    return {
        "type": "article",
        "id": article.id,
        **{name: getattr(article, name) for name in CARRIED},
        "version_of": record.version_of,
        "retrieved": article.retrieved or record.recorded,
        "recorded": record.recorded,
        "sha256": sha256(received),
        "unread": reading.unread,
        "reader": reading.reader if reading.unread is None else None,
    }


def _statements(record: Record) -> Iterator[Row]:
    for statement in record.reading.statements:
        reading = statement_json(statement)
        yield {"type": "statement", "id": statement.id, "article": record.article.id, "reading": reading}


def _entity(entity: Entity) -> Row:
    return {
        "type": "entity",
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind.value,
        "variants": list(entity.variants),
        "reasons": list(entity.reasons),
        "mentions": [{"article": article, "start": start, "end": end} for article, start, end in entity.mentions],
    }


def _claim(claim: Claim) -> Row:
    origins = claim.origins
    return {
        "type": "claim",
        "id": claim.id,
        "text": claim.text,
        "proposal": claim.proposal,
        "status": claim.status.value,
        "history": [{"date": c.date, "status": c.status.value, "because": list(c.because)} for c in claim.history],
        "origins": {"low": origins.low, "high": origins.high, "reasons": list(origins.reasons)},
        "members": [_member(member) for member in claim.members],
    }


def _member(member: Member) -> Row:
    return _place(member.evidence) | {"stance": member.stance.value}


def _derivation(derivation: Derivation) -> Row:
    return {
        "type": "derivation",
        "from": derivation.source,
        "to": derivation.target,
        "kind": derivation.kind.value,
        "strength": derivation.strength.value,
        "reason": derivation.reason,
    }


def _position(position: Position) -> Row:
    return {
        "type": "position",
        "actor": {"name": position.actor.name, "kind": position.actor.kind.value},
        "claim": position.claim,
        "stance": position.stance.value,
        "date": position.date,
        "evidence": _places(position.evidence),
    }


def _figure(figure: Figure) -> Row:
    return {
        "type": "figure",
        "id": figure.id,
        "measure": figure.measure,
        "low": figure.low,
        "high": figure.high,
        "bound": figure.bound.value,
        "unit": figure.unit,
        "time": figure.time,
        "said_by": figure.said_by,
        **_span(figure.evidence),
        "conflicts": list(figure.conflicts),
    }


def _event(event: Event) -> Row:
    return {
        "type": "event",
        "edtf": event.edtf,
        "state": event.state.value,
        "claim": event.claim,
        **_span(event.evidence),
    }


def _places(evidence: Iterable[Evidence]) -> list[Row]:
    return [_place(one) for one in evidence]


def _place(evidence: Evidence) -> Row:
    return {"statement": evidence.statement, **_span(evidence)}


def _span(evidence: Evidence) -> Row:
    return {"article": evidence.article, "start": evidence.start, "end": evidence.end}
