import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.errors import LedgerError, LedgerUnavailable, NotALedger
from onrecord.ledger import Ledger, backends, open_ledger
from tests.ledger.invented import article, as_somebody_else, files, reading


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that any user can reach, which pytest's own isn't."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def _fill(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.add_article(article())
        ledger.add_reading("ferry", reading())


def _texts(path: Path) -> str:
    with open_ledger(path, read_only=True) as ledger:
        return " ".join(record.article.id for record in ledger.records())


def test_a_ledger_is_one_signed_file(path: Path) -> None:
    _fill(path)
    content = files(path.parent)
    assert list(content) == [path.name]
    assert content[path.name][68:72] == b"OnRe"


@pytest.mark.parametrize("name", ["plain", "two words?#%41.db", "ünïcode☃"])
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    _fill(tmp_path / name)
    assert _texts(tmp_path / name) == "ferry"
    assert list(files(tmp_path)) == [name]


def test_a_name_may_be_a_string_and_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with open_ledger("here.ledger") as ledger:
        assert ledger.records() == []
    assert (tmp_path / "here.ledger").exists()


@pytest.mark.parametrize("url", ["postgres://tarn/ledger", "postgresql://tarn/ledger"])
def test_postgresql_is_not_built_yet(url: str) -> None:
    with pytest.raises(LedgerError, match="PostgreSQL"):
        open_ledger(url)


@pytest.mark.parametrize("options", [{"create": False}, {"read_only": True}, {"create": False, "read_only": True}])
def test_a_missing_ledger_is_not_made_unasked(path: Path, options: dict[str, bool]) -> None:
    with pytest.raises(LedgerError, match="there is no ledger"):
        open_ledger(path, **options)
    assert files(path.parent) == {}


@pytest.mark.parametrize(
    "content", [b"Dear diary", b"SQLite format 3", b"\0" * 4096, b"SQLite format 3\0" + b"x" * 4096]
)
@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_that_is_something_else(path: Path, content: bytes, read_only: bool) -> None:
    path.write_bytes(content)
    with pytest.raises(NotALedger, match="isn't a ledger"):
        open_ledger(path, read_only=read_only)
    assert files(path.parent) == {path.name: content}


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("foreign", ["CREATE TABLE bird (name)", "PRAGMA application_id = 7"])
def test_a_database_of_another_program(path: Path, foreign: str, read_only: bool) -> None:
    connection = sqlite3.connect(path)
    connection.execute(foreign)
    connection.close()
    before = files(path.parent)
    with pytest.raises(NotALedger, match="another program"):
        open_ledger(path, read_only=read_only)
    assert files(path.parent) == before


def test_a_folder_is_not_a_ledger(tmp_path: Path) -> None:
    with pytest.raises(NotALedger, match="isn't a file"):
        open_ledger(tmp_path)


def test_a_ledger_needs_its_folder(tmp_path: Path) -> None:
    with pytest.raises(LedgerUnavailable, match="folder"):
        open_ledger(tmp_path / "missing" / "ledger")


def test_an_empty_file_becomes_a_ledger_only_when_written(path: Path) -> None:
    path.touch()
    for options in ({"create": False}, {"read_only": True}):
        with pytest.raises(NotALedger, match="empty"):
            open_ledger(path, **options)
    _fill(path)
    assert _texts(path) == "ferry"


def test_a_damaged_ledger_says_so(path: Path) -> None:
    _fill(path)
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    with pytest.raises(LedgerError, match="damaged"):
        open_ledger(path)


def test_a_full_disk(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger._backend.rows("PRAGMA max_page_count = 60")
        with pytest.raises(LedgerUnavailable, match="disk space"):
            _fill_up(ledger)
        stored = [record.article.id for record in ledger.records()]
        assert ledger.pending() == []
        assert stored
        ledger._backend.rows("PRAGMA max_page_count = 6000")
        _, new = ledger.add_article(article("Later.", id="later"))
        assert new
    with open_ledger(path, read_only=True) as ledger:
        assert [record.article.id for record in ledger.records()] == stored


def _fill_up(ledger: Ledger) -> None:
    for number in range(1000):
        text = f"Number {number}. " + "word " * 200
        with ledger.transaction():
            stored, _ = ledger.add_article(article(text, id=f"n{number}"))
            ledger.add_reading(stored, reading(text))


def test_nothing_is_written_after_the_database_gave_up(ledger: Ledger) -> None:
    with pytest.raises(LedgerUnavailable, match="run again"):
        _add_around_a_rollback(ledger)
    assert ledger.counts()["articles"] == 0


def _add_around_a_rollback(ledger: Ledger) -> None:
    with ledger.transaction():
        ledger.add_article(article())
        ledger._backend._connection.execute("ROLLBACK")
        ledger.add_article(article("Other."))


def test_reading_leaves_no_trace(path: Path) -> None:
    _fill(path)
    before = files(path.parent)
    with open_ledger(path, read_only=True) as ledger:
        assert [record.article.id for record in ledger.records()] == ["ferry"]
        assert len(ledger.search("ferry")) == 1
        assert files(path.parent) == before
        with pytest.raises(LedgerUnavailable, match="can't be written"):
            ledger.add_article(article("Other."))
    assert files(path.parent) == before


def test_a_reader_follows_a_writer(path: Path) -> None:
    _fill(path)
    with open_ledger(path, read_only=True) as reader:
        assert reader.counts()["articles"] == 1
        with open_ledger(path) as writer:
            writer.add_article(article("Two.", id="two"))
            assert reader.counts()["articles"] == 2
            writer.add_article(article("Three.", id="three"))
            assert reader.counts()["articles"] == 3
        with open_ledger(path) as writer:
            writer.add_article(article("Four.", id="four"))
        assert reader.counts()["articles"] == 4


def test_a_reader_at_rest_sees_what_was_written_meanwhile(path: Path) -> None:
    _fill(path)
    with open_ledger(path, read_only=True) as reader:
        assert reader.counts()["articles"] == 1
        with open_ledger(path) as writer:
            for number in range(50):
                writer.add_article(article(f"Number {number}.", id=f"n{number}"))
        assert reader.counts()["articles"] == 51


def test_a_query_is_asked_again_when_the_file_changed_under_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _fill(path)
    with open_ledger(path, read_only=True) as reader:
        stamps = iter([reader._backend._stamp, ("changed",), ("changed",)])
        real = backends._stamp
        monkeypatch.setattr(backends, "_stamp", lambda path: next(stamps, None) or real(path))
        first = reader._backend._connection
        assert reader.counts()["articles"] == 1
        assert reader._backend._connection is not first


def test_a_folder_that_cannot_be_written_can_be_read(shared: Path) -> None:
    path = shared / "ledger"
    _fill(path)
    shared.chmod(0o555)
    path.chmod(0o444)
    assert as_somebody_else(lambda: _texts(path)) == "ferry"
    said = as_somebody_else(lambda: str(open_ledger(path)))
    assert said.startswith("LedgerUnavailable: ")
    assert "can't be written" in said


def test_a_new_ledger_in_a_folder_that_cannot_be_written(shared: Path) -> None:
    shared.chmod(0o555)
    assert as_somebody_else(lambda: str(open_ledger(shared / "ledger"))).startswith("LedgerUnavailable: ")


def test_a_file_that_cannot_be_read(shared: Path) -> None:
    path = shared / "ledger"
    _fill(path)
    path.chmod(0)
    for read_only in (False, True):
        said = as_somebody_else(lambda: str(open_ledger(path, read_only=read_only)))  # noqa: B023 - called at once
        assert said.startswith("LedgerUnavailable: ")


def test_a_vanished_file(path: Path) -> None:
    _fill(path)
    with open_ledger(path, read_only=True) as ledger:
        path.rename(path.with_suffix(".gone"))
        with pytest.raises(LedgerUnavailable, match="can't be read"):
            ledger.counts()
