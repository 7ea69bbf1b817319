"""The database behind a ledger, and all that is particular to its dialect: opening, locking, errors, text search.

Kill safety. SQLite in WAL mode with synchronous=NORMAL: a killed process loses only the transaction it was in. A power
cut can also take the last few committed ones, never the file; they are added again by the next run, since adding is
idempotent. FULL would cost one fsync for each article.

Reading only never writes, not even side files: a ledger at rest (no -wal file) is opened as immutable, and opened again
as soon as its file changes.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from onrecord.errors import LedgerError, LedgerUnavailable, NotALedger
from onrecord.ledger.payloads import escape, unescape

Row = tuple[Any, ...]

APPLICATION_ID = 0x4F6E5265
"""`OnRe`, at offset 68 of every ledger's file."""

MAGIC = b"SQLite format 3\0"

TROUBLES: dict[int, tuple[type[LedgerError], str]] = {
    sqlite3.SQLITE_BUSY: (LedgerUnavailable, "is in use by another process: try again when it is done"),
    sqlite3.SQLITE_LOCKED: (LedgerUnavailable, "is in use by another process: try again when it is done"),
    sqlite3.SQLITE_READONLY: (LedgerUnavailable, "can't be written: check the rights on the file and its folder"),
    sqlite3.SQLITE_PERM: (LedgerUnavailable, "can't be written: check the rights on the file and its folder"),
    sqlite3.SQLITE_CANTOPEN: (LedgerUnavailable, "can't be opened: check that its folder exists and may be written to"),
    sqlite3.SQLITE_FULL: (LedgerUnavailable, "has no disk space left: free some and run again"),
    sqlite3.SQLITE_IOERR: (LedgerUnavailable, "couldn't be read or written by the disk: check it and run again"),
    sqlite3.SQLITE_NOTADB: (NotALedger, "isn't a ledger but something else: name another file"),
    sqlite3.SQLITE_CORRUPT: (LedgerError, "is damaged: go back to a copy"),
}
"""What SQLite's primary result codes mean to a user; any other code is a bug and stays what it is."""

SEARCH_COLUMNS = {"words": 10.0, "sources": 5.0, "outlet": 1.0, "headline": 2.0}
"""What is searched of a statement, and how much a hit there weighs. The columns of an existing ledger are fixed."""


class SqliteBackend:
    """One connection to one SQLite file, for one thread. `timeout` is how many seconds a writer waits for another."""

    def __init__(self, path: Path, *, create: bool, read_only: bool, timeout: float) -> None:
        self.path = path.absolute()
        self.read_only = read_only
        self._timeout = timeout
        self._depth = 0
        may_create = create and not read_only
        _check_file(self.path, create=may_create, write=not read_only)
        self._connection, self._stamp = self._connect()
        try:
            self._prepare(may_create=may_create)
        except BaseException:
            self._connection.close()
            raise

    def close(self) -> None:
        """Let go of the file; a second call does nothing."""
        self._connection.close()

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """All rows of a query."""
        while True:
            self._follow()
            try:
                with self._explained():
                    found = self._connection.execute(sql, _bound(values)).fetchall()
            except LedgerError:
                if not self._moved():
                    raise
            else:
                if not self._moved():
                    return found

    def insert(self, table: str, values: Mapping[str, object]) -> int | None:
        """Append one row and give its `seq`, or None where a row of the same unique key is there already."""
        sql = _insertion(table, tuple(values)) + " RETURNING seq"
        with self._explained():
            self._must_be_in_transaction()
            appended = self._connection.execute(sql, _bound(tuple(values.values()))).fetchall()
        return appended[0][0] if appended else None

    def insert_many(self, table: str, columns: tuple[str, ...], rows: Iterable[Sequence[object]]) -> int:
        """Append rows and say how many were new."""
        with self._explained():
            self._must_be_in_transaction()
            return self._connection.executemany(_insertion(table, columns), map(_bound, rows)).rowcount

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing. An inner call joins the outer transaction, and undoes only its own part when it fails."""
        step = f"step_{self._depth}"
        with self._explained():
            if self._depth:
                self._must_be_in_transaction()
            self._connection.execute(f"SAVEPOINT {step}" if self._depth else "BEGIN IMMEDIATE")
        self._depth += 1
        try:
            yield
            with self._explained():
                self._must_be_in_transaction()
                self._connection.execute(f"RELEASE {step}" if self._depth > 1 else "COMMIT")
        except BaseException:
            self._undo(step)
            raise
        finally:
            self._depth -= 1

    def is_fresh(self) -> bool:
        """Whether there is nothing in the file yet; raises `NotALedger` for another application's database."""
        mark = self.rows("PRAGMA application_id")[0][0]
        if mark == APPLICATION_ID:
            return False
        if mark == 0 and not self.rows("SELECT 1 FROM sqlite_master LIMIT 1"):
            return True
        raise NotALedger(f"{self.path} is the database of another program: name another file")

    def sign(self) -> None:
        """Mark the file as a ledger."""
        with self._explained():
            self._connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")

    def define(self, sql: str) -> None:
        """Run one statement that defines something."""
        with self._explained():
            self._must_be_in_transaction()
            self._connection.execute(sql)

    def create_table(self, name: str, columns: str) -> None:
        """A table with `seq`, the order in which rows were appended, before the given columns."""
        self.define(f"CREATE TABLE {name} (seq INTEGER PRIMARY KEY, {columns}) STRICT")

    def forbid_changes(self, table: str) -> None:
        """Make a table append-only."""
        for change in ("UPDATE", "DELETE"):
            self.define(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'a ledger is append-only'); END"
            )

    def create_search(self) -> None:
        """The text index over statements: words folded to lower case without diacritics, English endings cut."""
        self.define(
            f"CREATE VIRTUAL TABLE statement_words USING fts5({', '.join(SEARCH_COLUMNS)}, content='', "
            "tokenize='porter unicode61 remove_diacritics 2')"
        )

    def index_statements(self, rows: Iterable[Sequence[object]]) -> None:
        """Index statements, each given by its `seq` and a text for each of `SEARCH_COLUMNS`."""
        marks = ", ".join("?" * (len(SEARCH_COLUMNS) + 1))
        sql = f"INSERT INTO statement_words (rowid, {', '.join(SEARCH_COLUMNS)}) VALUES ({marks})"  # noqa: S608 - own names
        with self._explained():
            self._must_be_in_transaction()
            self._connection.executemany(sql, map(_bound, rows))

    def matches(self) -> str:
        """A query with one value, from `wanted`, that gives the `statement` (its seq) and `score` of every hit."""
        weights = ", ".join(map(str, SEARCH_COLUMNS.values()))
        return (
            f"SELECT rowid AS statement, -bm25(statement_words, {weights}) AS score "  # noqa: S608 - own numbers
            "FROM statement_words WHERE statement_words MATCH ?"
        )

    def wanted(self, terms: Sequence[str], *, every: bool) -> str:
        """The value for `matches`: all of the terms or any of them, each taken literally."""
        quoted = ('"' + term.replace('"', '""') + '"' for term in terms)
        return (" AND " if every else " OR ").join(quoted)

    def _connect(self) -> tuple[sqlite3.Connection, Row | None]:
        stamp = _stamp(self.path) if self.read_only else None
        at_rest = stamp is not None and not stamp[-1]
        mode = "ro" + "&immutable=1" * at_rest if self.read_only else "rwc"
        with self._explained():
            connection = sqlite3.connect(
                f"{self.path.as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=self._timeout
            )
        connection.text_factory = _text
        return connection, stamp if at_rest else None

    def _prepare(self, *, may_create: bool) -> None:
        if self.is_fresh() and not may_create:
            raise NotALedger(f"{self.path} is empty: add an article to make it a ledger")
        if self.read_only:
            return
        with self._explained():
            self._connection.execute("PRAGMA foreign_keys = ON")
            self._connection.execute("PRAGMA synchronous = NORMAL")
            self._connection.execute("PRAGMA journal_mode = WAL")

    def _moved(self) -> bool:
        return self._stamp is not None and self._stamp != _stamp(self.path)

    def _follow(self) -> None:
        if self._moved():
            self._connection.close()
            self._connection, self._stamp = self._connect()

    def _must_be_in_transaction(self) -> None:
        if not self._connection.in_transaction:
            raise LedgerUnavailable(f"{self.path} gave up the transaction after an error: run again")

    def _undo(self, step: str) -> None:
        if self._connection.in_transaction:  # SQLite gives up a transaction by itself after some errors
            self._connection.execute(f"ROLLBACK TO {step}" if self._depth > 1 else "ROLLBACK")

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            trouble = TROUBLES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
            if trouble is None:
                raise
            kind, meaning = trouble
            raise kind(f"{self.path} {meaning}") from error


def _check_file(path: Path, *, create: bool, write: bool) -> None:
    try:
        if not path.exists():
            if not create:
                raise LedgerError(f"there is no ledger at {path}: add an article to make one")
            return
        if not path.is_file():
            raise NotALedger(f"{path} isn't a file: name a file")
        with path.open("rb") as file:
            start = file.read(len(MAGIC))
    except OSError as error:
        raise LedgerUnavailable(f"{path} can't be read: {error.strerror}") from error
    if write and not os.access(path, os.W_OK):
        raise LedgerUnavailable(f"{path} can't be written: check the rights on the file and its folder")
    if start not in (b"", MAGIC):
        raise NotALedger(f"{path} isn't a ledger but something else: name another file")


def _stamp(path: Path) -> Row:
    try:
        state = path.stat()
    except OSError as error:
        raise LedgerUnavailable(f"{path} can't be read: {error.strerror}") from error
    return state.st_ino, state.st_size, state.st_mtime_ns, path.with_name(path.name + "-wal").exists()


def _insertion(table: str, columns: tuple[str, ...]) -> str:
    marks = ", ".join("?" * len(columns))
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks}) ON CONFLICT DO NOTHING"  # noqa: S608 - own names


def _bound(values: Sequence[object]) -> Row:
    return tuple(escape(value) if isinstance(value, str) else value for value in values)


def _text(data: bytes) -> str:
    return unescape(data.decode())
