import sqlite3
from pathlib import Path

import pytest

from onrecord.errors import LedgerTooNew, LedgerUnavailable
from onrecord.ledger import Ledger, open_ledger, schema
from onrecord.ledger.backends import SqliteBackend
from onrecord.model import Decision, Raw
from tests.ledger.invented import article, files, judgement, reading


def _fill(ledger: Ledger) -> None:
    ledger.add_article(article(raw=Raw(content=b"x", media_type="text/plain")))
    ledger.add_reading("ferry", reading())
    ledger.add_judgements([judgement("a", "b")], "linker-1")
    ledger.decide(Decision(kind="claim", left="a", right="b", verdict="same", who="Mira", at="2030"))


@pytest.mark.parametrize("table", schema.APPEND_ONLY)
@pytest.mark.parametrize("change", ["UPDATE {} SET seq = seq + 1000", "DELETE FROM {}"])
def test_what_is_in_stays_as_it_is(ledger: Ledger, path: Path, table: str, change: str) -> None:
    _fill(ledger)
    connection = sqlite3.connect(path)
    count = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(change.format(table))
    assert connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == count > 0
    connection.close()


def test_the_file_is_strict_and_sound(ledger: Ledger) -> None:
    _fill(ledger)
    rows = ledger._backend.rows
    assert rows("PRAGMA journal_mode") == [("wal",)]
    assert rows("PRAGMA foreign_keys") == [(1,)]
    assert rows("PRAGMA integrity_check") == [("ok",)]
    assert rows("PRAGMA foreign_key_check") == []
    tables = rows("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    loose = {name for name, strict in tables if not strict and not name.startswith("sqlite_")}
    assert loose == set()
    assert rows("SELECT name FROM migration") == [(migration.__name__,) for migration in schema.MIGRATIONS]


def add_colour(backend: SqliteBackend) -> None:
    backend.create_table("colour", "name TEXT NOT NULL")
    backend.insert("colour", {"name": "teal"})


def add_shade(backend: SqliteBackend) -> None:
    backend.create_table("shade", "name TEXT NOT NULL")


def fail(backend: SqliteBackend) -> None:
    backend.create_table("half", "name TEXT NOT NULL")
    raise RuntimeError("no further")


def _tables(path: Path) -> set[str]:
    connection = sqlite3.connect(path)
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    connection.close()
    return names


def test_an_older_ledger_is_brought_up_to_date(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_ledger(path) as ledger:
        _fill(ledger)
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, add_colour, add_shade))
    for _ in range(2):
        with open_ledger(path) as ledger:
            done = ledger._backend.rows("SELECT name FROM migration ORDER BY seq")
            assert done == [("create_ledger",), ("add_colour",), ("add_shade",)]
            assert ledger._backend.rows("SELECT name FROM colour") == [("teal",)]
            assert ledger.record("ferry").article == article()


def test_a_failing_migration_leaves_the_ledger_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_ledger(path).close()
    before = _tables(path)
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, add_colour, fail))
    with pytest.raises(RuntimeError, match="no further"):
        open_ledger(path)
    assert _tables(path) == before
    monkeypatch.undo()
    with open_ledger(path) as ledger:
        assert ledger.add_article(article()) == ("ferry", True)


def test_a_failing_first_migration_leaves_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", (schema.create_ledger, fail))
        with pytest.raises(RuntimeError):
            open_ledger(path)
    assert _tables(path) == set()
    with open_ledger(path) as ledger:
        assert ledger.records() == []


@pytest.mark.parametrize("read_only", [False, True])
def test_a_ledger_of_a_newer_version(path: Path, monkeypatch: pytest.MonkeyPatch, read_only: bool) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, add_colour))
        open_ledger(path).close()
    before = files(path.parent)
    with pytest.raises(LedgerTooNew, match="add_colour"):
        open_ledger(path, read_only=read_only)
    assert files(path.parent) == before


def test_an_older_ledger_is_not_changed_by_reading(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_ledger(path).close()
    before = files(path.parent)
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, add_colour))
    with pytest.raises(LedgerUnavailable, match="older version"):
        open_ledger(path, read_only=True)
    assert files(path.parent) == before
