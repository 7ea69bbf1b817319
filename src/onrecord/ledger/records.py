"""Articles with the readings that count, as they are asked for: by id, by date, by words.

The versions of an article are the rows of one lineage (one url, or one given id where there is no url), in the order of
when they say they were modified or else published, then retrieved. The text of the first is known since it was modified
if it says so, else published, else retrieved; of a later one since it was modified, else retrieved, else published.
Where no date helps it is known since it was recorded. A date that isn't ISO 8601 is kept but doesn't help.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from onrecord.errors import LedgerError
from onrecord.ledger.backends import Row, SqliteBackend
from onrecord.ledger.intake import PLAIN
from onrecord.ledger.moments import asked, begin, end
from onrecord.ledger.payloads import read_blocks, read_reading
from onrecord.model import Article, Raw, Record

KNOWN_FIRST = ("modified", "published", "retrieved", "recorded")
KNOWN_LATER = ("modified", "retrieved", "published", "recorded")
"""Since when the text of a first and of a later version is known: the first of these dates that there is."""

SEARCH_TERMS = 32
"""How many different words of a query are looked for."""


COUNTING = "(SELECT max(seq) FROM reading WHERE article = a.seq)"
"""The reading that counts of the article `a`: the one appended last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which articles are asked for; `as_of` and `recorded_until` include the whole of the day they name."""

    as_of: str | None = None
    story: str | None = None
    recorded_since: str | None = None
    recorded_until: str | None = None

    def conditions(self) -> dict[str, str]:
        """SQL conditions on an article `a` and its version `v`, each with its value; raises `BadQuestion`."""
        conditions = {}
        if self.as_of is not None:
            conditions["v.known_at <= ?"] = asked(end(self.as_of), "as_of")
        if self.story is not None:
            conditions["a.story = ?"] = self.story
        if self.recorded_since is not None:
            conditions["a.recorded_at >= ?"] = asked(begin(self.recorded_since), "recorded_since")
        if self.recorded_until is not None:
            conditions["a.recorded_at <= ?"] = asked(end(self.recorded_until), "recorded_until")
        return conditions


def records(backend: SqliteBackend, wanted: Filter) -> list[Record]:
    """All articles that were read, by when they were known, then by id."""
    conditions = wanted.conditions()
    where = " AND ".join(conditions) or "TRUE"
    return [_record(row) for row in backend.rows(_selection("TRUE", where), tuple(conditions.values()))]


def record(backend: SqliteBackend, article_id: str) -> Record:
    """One article with its reading; raises `LedgerError` where there is no such article or it wasn't read yet."""
    sql = _selection("lineage = (SELECT lineage FROM article WHERE id = ?)", "a.id = ?")
    found = backend.rows(sql, (article_id, article_id))
    if not found:
        raise LedgerError(f"there is no article {article_id!r} that was read in {backend.path}")
    return _record(found[0])


def raw(backend: SqliteBackend, article_id: str) -> Raw | None:
    """The bytes of an article as received; raises `LedgerError` where there is no such article."""
    sql = "SELECT a.media_type, b.content FROM article a LEFT JOIN blob b ON b.seq = a.blob WHERE a.id = ?"
    found = backend.rows(sql, (article_id,))
    if not found:
        raise LedgerError(f"there is no article {article_id!r} in {backend.path}")
    media_type, content = found[0]
    return None if content is None else Raw(content=zlib.decompress(content), media_type=media_type)


def search(backend: SqliteBackend, query: str, wanted: Filter, limit: int) -> list[tuple[str, str, float]]:
    """Statements (id, article id, score) that hold all the words of a query, or else any of them."""
    words = (word for word in query.replace("\0", " ").split() if any(map(str.isalnum, word)))
    terms = list(dict.fromkeys(words))[:SEARCH_TERMS]
    if not terms:
        return []
    hits = _hits(backend, backend.wanted(terms, every=True), wanted, limit)
    return hits or _hits(backend, backend.wanted(terms, every=False), wanted, limit)


def _hits(backend: SqliteBackend, words: str, wanted: Filter, limit: int) -> list[tuple[str, str, float]]:
    conditions = wanted.conditions()
    dated = f"JOIN ({_versions('TRUE')}) v ON v.seq = a.seq" if wanted.as_of is not None else ""
    sql = f"""
        SELECT s.id, a.id, m.score FROM ({backend.matches()}) m
        JOIN statement s ON s.seq = m.statement JOIN article a ON a.seq = s.article {dated}
        WHERE {" AND ".join([f"s.reading = {COUNTING}", *conditions])}
        ORDER BY m.score DESC, s.id, a.id LIMIT ?
    """  # noqa: S608 - own names; values are bound
    return [
        (statement, article, score)
        for statement, article, score in backend.rows(sql, (words, *conditions.values(), limit))
    ]


def _versions(scope: str) -> str:
    first, later = (f"coalesce({', '.join(f'{date}_at' for date in dates)})" for dates in (KNOWN_FIRST, KNOWN_LATER))
    return f"""
        SELECT seq, first_value(id) OVER lineages AS first_id,
            CASE WHEN row_number() OVER lineages = 1 THEN {first} ELSE {later} END AS known_at
        FROM article WHERE {scope}
        WINDOW lineages AS (PARTITION BY lineage ORDER BY {first}, coalesce(retrieved_at, recorded_at), text_sha)
    """  # noqa: S608 - own names


def _selection(scope: str, where: str) -> str:
    return f"""
        SELECT v.first_id, a.id, a.recorded, a.blocks, r.payload, {", ".join(f"a.{date}_at" for date in KNOWN_FIRST)},
            {", ".join(f"a.{name}" for name in PLAIN)}
        FROM article a JOIN ({_versions(scope)}) v ON v.seq = a.seq JOIN reading r ON r.seq = {COUNTING}
        WHERE {where} ORDER BY v.known_at, a.id
    """  # noqa: S608 - own names; values are bound


def _record(row: Row) -> Record:
    first_id, article_id, recorded, blocks, payload, *rest = row
    instants = dict(zip(KNOWN_FIRST, rest, strict=False))
    plain = dict(zip(PLAIN, rest[len(KNOWN_FIRST) :], strict=True))
    dates = plain | {"recorded": recorded}
    order = KNOWN_FIRST if first_id == article_id else KNOWN_LATER
    return Record(
        article=Article(id=article_id, blocks=read_blocks(blocks), **plain),
        reading=read_reading(payload),
        known=next(dates[date] for date in order if instants[date]),
        recorded=recorded,
        version_of=None if first_id == article_id else first_id,
    )
