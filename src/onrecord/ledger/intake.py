"""Articles and readings on their way into the ledger."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import fields
from itertools import chain

from onrecord.errors import LedgerError
from onrecord.ledger.backends import SqliteBackend
from onrecord.ledger.moments import begin, now
from onrecord.ledger.payloads import write_blocks, write_reading
from onrecord.model import Article, Raw, Reading, Span, Statement, sha256

PLAIN = tuple(field.name for field in fields(Article) if field.name not in {"id", "blocks", "raw"})
"""The fields of an article that are columns of the same name."""


def add_article(backend: SqliteBackend, article: Article, recorded: str | None) -> tuple[str, bool]:
    """Append an article unless it is there; must run in a transaction."""
    lineage = f"url:{article.url}" if article.url else f"id:{article.id}"
    text_sha = sha256(article.text.encode("utf-8", "surrogatepass"))
    known = backend.rows("SELECT id FROM article WHERE lineage = ? AND text_sha = ?", (lineage, text_sha))
    if known:
        return str(known[0][0]), False
    stored = next(name for name in _names(article.id, lineage, text_sha) if not _taken(backend, name))
    plain = {name: getattr(article, name) for name in PLAIN}
    backend.insert(
        "article",
        {"id": stored, "lineage": lineage, "text_sha": text_sha, "blocks": write_blocks(article.blocks)}
        | plain
        | _times(article, recorded or now())
        | _raw(backend, article.raw),
    )
    return stored, True


def add_reading(backend: SqliteBackend, article_id: str, reading: Reading, recorded: str | None) -> bool:
    """Append a reading with its statements unless it is there; must run in a transaction."""
    article, text, outlet, headline = _article(backend, article_id)
    row = {"article": article, "reader": reading.reader, "recorded": recorded or now()}
    seq = backend.insert("reading", row | {"payload": write_reading(reading)})
    if seq is None:
        return False
    rows = ((statement.id, seq, article, order) for order, statement in enumerate(reading.statements))
    backend.insert_many("statement", ("id", "reading", "article", "ord"), rows)
    entries = backend.rows("SELECT seq FROM statement WHERE reading = ? ORDER BY ord", (seq,))
    backend.index_statements(
        (entry, _passage(text, statement.content), _sources(text, statement), outlet or "", headline or "")
        for (entry,), statement in zip(entries, reading.statements, strict=True)
    )
    return True


def article_seq(backend: SqliteBackend, article_id: str) -> int:
    """An article's row number; raises `LedgerError` for an unknown id."""
    return int(_article(backend, article_id)[0])


def _article(backend: SqliteBackend, article_id: str) -> tuple[int, str, str | None, str | None]:
    rows = backend.rows("SELECT seq, text, outlet, headline FROM article WHERE id = ?", (article_id,))
    if not rows:
        raise LedgerError(f"there is no article {article_id!r} in {backend.path}")
    seq, text, outlet, headline = rows[0]
    return seq, text, outlet, headline


def _names(given: str, lineage: str, text_sha: str) -> Iterator[str]:
    yield given
    yield f"{given}~{text_sha[:6]}"
    rest = sha256(f"{lineage}\n{text_sha}".encode("utf-8", "surrogatepass"))
    for length in range(12, len(rest) + 1):  # the same text under one given id at several urls
        yield f"{given}~{rest[:length]}"


def _taken(backend: SqliteBackend, name: str) -> bool:
    return bool(backend.rows("SELECT 1 FROM article WHERE id = ?", (name,)))


def _times(article: Article, recorded: str) -> dict[str, str | None]:
    recorded_at = begin(recorded)
    if recorded_at is None:
        raise ValueError(f"recorded must be ISO 8601, not {recorded!r}")
    return {
        "recorded": recorded,
        "recorded_at": recorded_at,
        "published_at": begin(article.published),
        "modified_at": begin(article.modified),
        "retrieved_at": begin(article.retrieved),
    }


def _raw(backend: SqliteBackend, raw: Raw | None) -> dict[str, object]:
    if raw is None:
        return {}
    digest = sha256(raw.content)
    backend.insert("blob", {"sha256": digest, "content": zlib.compress(raw.content)})
    return {
        "blob": backend.rows("SELECT seq FROM blob WHERE sha256 = ?", (digest,))[0][0],
        "media_type": raw.media_type,
    }


def _sources(text: str, statement: Statement) -> str:
    names = (link.name for link in statement.chain)
    speaker = (statement.speaker.name,) if statement.speaker else ()
    return " · ".join(dict.fromkeys(chain((_passage(text, statement.source),), speaker, names)))


def _passage(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(text[start:end] for start, end in spans)
