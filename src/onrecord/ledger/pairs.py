"""Candidate keys, judgements on pairs and decisions of people, on their way in and out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from onrecord.ledger.backends import Row, SqliteBackend
from onrecord.ledger.intake import article_seq
from onrecord.ledger.moments import now
from onrecord.model import Decision, Judgement, Strength

CHUNK = 500
"""How many values one query asks for."""

JUDGEMENT = ("kind", "left_unit", "right_unit", "verdict", "strength", "score", "reason")
DECISION = ("kind", "left_unit", "right_unit", "verdict", "who", "decided", "note")
"""Columns in the order of the fields of the model's type."""

_LATEST = """seq = (
    SELECT max(seq) FROM judgement
    WHERE kind = j.kind AND left_unit = j.left_unit AND right_unit = j.right_unit
)"""


def add_keys(backend: SqliteBackend, kind: str, keys: Iterable[tuple[str, str]], article_id: str) -> None:
    """File units of one article under keys; must run in a transaction."""
    article = article_seq(backend, article_id)
    rows = ((kind, key, unit, article) for key, unit in keys)
    backend.insert_many("candidate_key", ("kind", "key", "unit", "article"), rows)


def candidates(backend: SqliteBackend, kind: str, keys: Iterable[str]) -> dict[str, str]:
    """Every unit under any of the keys, with the first article that has it."""
    found: set[Row] = set()
    for chunk in _chunks(dict.fromkeys(keys)):
        sql = f"""
            SELECT a.seq, k.unit, a.id FROM candidate_key k JOIN article a ON a.seq = k.article
            WHERE k.kind = ? AND k.key IN ({_marks(chunk)})
        """  # noqa: S608 - only marks; values are bound
        found.update(backend.rows(sql, (kind, *chunk)))
    first: dict[str, str] = {}
    for _, unit, article in sorted(found):
        first.setdefault(unit, article)
    return first


def add_judgements(backend: SqliteBackend, judgements: Iterable[Judgement], linker: str, recorded: str | None) -> int:
    """Append judgements that this linker hasn't made before; must run in a transaction."""
    moment = recorded or now()
    rows = ((j.kind, j.left, j.right, j.verdict, j.strength, j.score, j.reason, linker, moment) for j in judgements)
    return backend.insert_many("judgement", (*JUDGEMENT, "linker", "recorded"), rows)


def judgements(backend: SqliteBackend, kind: str | None, units: Collection[str] | None) -> list[Judgement]:
    """The judgement of each pair that was appended last, by kind, left and right."""
    conditions, values = ([_LATEST], ()) if kind is None else ([_LATEST, "kind = ?"], (kind,))
    found: set[Row] = set()
    if units is None:
        found.update(_judged(backend, conditions, values))
    else:
        for chunk in _chunks(sorted(units)):
            among = f"(left_unit IN ({_marks(chunk)}) OR right_unit IN ({_marks(chunk)}))"
            found.update(_judged(backend, [*conditions, among], (*values, *chunk, *chunk)))
    return [
        Judgement(
            kind=kind, left=left, right=right, verdict=verdict, strength=Strength(strength), score=score, reason=reason
        )
        for kind, left, right, verdict, strength, score, reason in sorted(found)
    ]


def decide(backend: SqliteBackend, decision: Decision, recorded: str | None) -> bool:
    """Append a decision unless the very same one is there; must run in a transaction."""
    values = (decision.kind, decision.left, decision.right, decision.verdict, decision.who, decision.at, decision.note)
    row = dict(zip(DECISION, values, strict=True))
    return backend.insert("decision", row | {"recorded": recorded or now()}) is not None


def decisions(backend: SqliteBackend, kind: str | None) -> list[Decision]:
    """All decisions in the order in which they were appended."""
    rows = backend.rows(
        f"SELECT {', '.join(DECISION)} FROM decision WHERE kind = coalesce(?, kind) ORDER BY seq",  # noqa: S608 - own names
        (kind,),
    )
    return [
        Decision(kind=kind, left=left, right=right, verdict=verdict, who=who, at=at, note=note)
        for kind, left, right, verdict, who, at, note in rows
    ]


def _judged(backend: SqliteBackend, conditions: list[str], values: tuple[str, ...]) -> list[Row]:
    sql = f"SELECT {', '.join(JUDGEMENT)} FROM judgement j WHERE {' AND '.join(conditions)}"  # noqa: S608 - values are bound
    return backend.rows(sql, values)


def _chunks(values: Iterable[str]) -> Iterator[tuple[str, ...]]:
    rest = iter(values)
    while chunk := tuple(islice(rest, CHUNK)):
        yield chunk


def _marks(values: Collection[str]) -> str:
    return ", ".join("?" * len(values))
