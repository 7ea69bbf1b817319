"""The tables of a ledger, as an append-only list of migrations.

Every pending migration runs in one transaction together with its row in `migration`: a ledger is either brought up to
date or left as it was. Never change a migration that was released; append one.
"""

from __future__ import annotations

from collections.abc import Callable

from onrecord.errors import LedgerTooNew, LedgerUnavailable
from onrecord.ledger.backends import SqliteBackend
from onrecord.ledger.moments import now

ARTICLE_COLUMNS = """
    id TEXT NOT NULL UNIQUE,
    lineage TEXT NOT NULL,
    text_sha TEXT NOT NULL,
    outlet TEXT, url TEXT, byline TEXT, headline TEXT, published TEXT, modified TEXT, language TEXT, story TEXT,
    retrieved TEXT, recorded TEXT NOT NULL,
    published_at TEXT, modified_at TEXT, retrieved_at TEXT, recorded_at TEXT NOT NULL,
    blob INTEGER REFERENCES blob (seq), media_type TEXT,
    blocks TEXT NOT NULL, text TEXT NOT NULL,
    UNIQUE (lineage, text_sha)
"""
"""`lineage` is what the versions of an article have in common; `…_at` are the dates as UTC instants, or NULL."""

APPEND_ONLY = ("migration", "blob", "article", "reading", "statement", "judgement", "decision")
"""Tables that refuse UPDATE and DELETE. Candidate keys and the text index can be made anew from these."""


def create_ledger(backend: SqliteBackend) -> None:
    """The first tables."""
    backend.sign()
    backend.create_table("migration", "name TEXT NOT NULL UNIQUE, recorded TEXT NOT NULL")
    backend.create_table("blob", "sha256 TEXT NOT NULL UNIQUE, content BLOB NOT NULL")
    backend.create_table("article", ARTICLE_COLUMNS)
    backend.define("CREATE INDEX article_story ON article (story)")
    backend.create_table(
        "reading",
        "article INTEGER NOT NULL REFERENCES article (seq), reader TEXT NOT NULL, recorded TEXT NOT NULL, "
        "payload TEXT NOT NULL, UNIQUE (article, reader)",
    )
    backend.create_table(
        "statement",
        "id TEXT NOT NULL, reading INTEGER NOT NULL REFERENCES reading (seq), "
        "article INTEGER NOT NULL REFERENCES article (seq), ord INTEGER NOT NULL, UNIQUE (reading, ord)",
    )
    backend.define("CREATE INDEX statement_id ON statement (id)")
    backend.create_search()
    _create_pairs(backend)
    for table in APPEND_ONLY:
        backend.forbid_changes(table)


MIGRATIONS: tuple[Callable[[SqliteBackend], None], ...] = (create_ledger,)
"""All migrations in the order in which they run, known by their names."""


def bring_up_to_date(backend: SqliteBackend) -> None:
    """Run the migrations that the ledger hasn't seen; raises `LedgerTooNew`, or `LedgerUnavailable` if read-only."""
    if not _pending(backend):
        return
    if backend.read_only:
        raise LedgerUnavailable(
            f"{backend.path} is from an older version: open it once for writing to bring it up to date"
        )
    with backend.transaction():
        for migration in _pending(backend):  # asked again: another process may have been faster
            migration(backend)
            backend.insert("migration", {"name": migration.__name__, "recorded": now()})


def _pending(backend: SqliteBackend) -> list[Callable[[SqliteBackend], None]]:
    if backend.is_fresh():
        return list(MIGRATIONS)
    done = {name for (name,) in backend.rows("SELECT name FROM migration")}
    if unknown := done - {migration.__name__ for migration in MIGRATIONS}:
        raise LedgerTooNew(f"{backend.path} was written by a newer version ({min(unknown)}): update onrecord")
    return [migration for migration in MIGRATIONS if migration.__name__ not in done]


def _create_pairs(backend: SqliteBackend) -> None:
    backend.create_table(
        "candidate_key",
        "kind TEXT NOT NULL, key TEXT NOT NULL, unit TEXT NOT NULL, article INTEGER NOT NULL REFERENCES article (seq), "
        "UNIQUE (kind, key, unit, article)",
    )
    backend.create_table(
        "judgement",
        "kind TEXT NOT NULL, left_unit TEXT NOT NULL, right_unit TEXT NOT NULL, verdict TEXT NOT NULL, "
        "strength TEXT NOT NULL, score REAL NOT NULL, reason TEXT NOT NULL, linker TEXT NOT NULL, "
        "recorded TEXT NOT NULL, UNIQUE (kind, left_unit, right_unit, linker)",
    )
    backend.define("CREATE INDEX judgement_left ON judgement (left_unit)")
    backend.define("CREATE INDEX judgement_right ON judgement (right_unit)")
    backend.create_table(
        "decision",
        "kind TEXT NOT NULL, left_unit TEXT NOT NULL, right_unit TEXT NOT NULL, verdict TEXT NOT NULL, "
        "who TEXT NOT NULL, decided TEXT NOT NULL, note TEXT NOT NULL, recorded TEXT NOT NULL, "
        "UNIQUE (kind, left_unit, right_unit, verdict, who, decided, note)",
    )
