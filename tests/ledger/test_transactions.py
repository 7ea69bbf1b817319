import multiprocessing
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord.errors import LedgerUnavailable
from onrecord.ledger import Ledger, open_ledger
from tests.ledger.invented import article, reading

ROOT = Path(__file__).parents[2]

ADD = """
import sys
from onrecord.ledger import open_ledger
from onrecord.model import Raw
from tests.ledger.invented import article, reading
with open_ledger(sys.argv[1]) as ledger:
    print("ready", flush=True)
    for number in range(ledger.counts()["articles"], 100_000):
        text = f"Number {number} sails. " + "A long sentence about goats. " * 50
        raw = Raw(content=text.encode(), media_type="text/plain")
        with ledger.transaction():
            stored, _ = ledger.add_article(article(text, id=f"n{number}", raw=raw))
            ledger.add_reading(stored, reading(text))
            ledger.add_keys("claim", [(f"k{number}", f"s-{number}")], stored)
        print("added", flush=True)
"""

HOLD = """
import sys
from onrecord.ledger import open_ledger
with open_ledger(sys.argv[1]) as ledger, ledger.transaction():
    print("ready", flush=True)
    sys.stdin.read()
"""


def _start(program: str, path: Path) -> subprocess.Popen[bytes]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    return process


def test_a_killed_process_leaves_a_sound_ledger(path: Path) -> None:
    pauses = random.Random(7)
    before = 0
    for _ in range(8):
        with _start(ADD, path) as process:
            assert process.stdout is not None
            for _ in range(pauses.randint(1, 100)):
                assert process.stdout.readline() == b"added\n"
            time.sleep(pauses.uniform(0, 0.01))
            process.send_signal(signal.SIGKILL)
        with open_ledger(path, read_only=True) as ledger:
            assert ledger._backend.rows("PRAGMA integrity_check") == [("ok",)]
            assert ledger.pending() == []
            counts = ledger.counts()
            assert (
                counts["articles"] == counts["readings"] == len(ledger.candidates("claim", _keys(counts["articles"])))
            )
            assert counts["statements"] == 2 * counts["articles"]
        assert counts["articles"] > before
        before = counts["articles"]
    with open_ledger(path) as ledger:
        assert {record.article.id for record in ledger.records()} == {f"n{number}" for number in range(before)}
        assert len(ledger.search(f"sails {before - 1}")) == 1


def _keys(count: int) -> list[str]:
    return [f"k{number}" for number in range(count)]


def test_a_second_writer_waits_and_then_gives_up(path: Path) -> None:
    open_ledger(path).close()
    with _start(HOLD, path) as holder, open_ledger(path, timeout=0.1) as ledger:
        with pytest.raises(LedgerUnavailable, match="in use"):
            ledger.add_article(article())
        assert ledger.counts()["articles"] == 0
        holder.communicate(b"")
        assert ledger.add_article(article()) == ("ferry", True)


def test_a_second_writer_gets_its_turn(path: Path) -> None:
    with open_ledger(path) as ledger, ledger.transaction():
        ledger.add_article(article("One.", id="one"))
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            waiting = pool.apply_async(_add, (path, "two"))
            with pytest.raises(multiprocessing.TimeoutError):
                waiting.get(timeout=0.5)
            ledger._backend._connection.execute("COMMIT")
            assert waiting.get(timeout=30) == "two"
            ledger._backend._connection.execute("BEGIN IMMEDIATE")
    assert sorted(_ids(path)) == ["one", "two"]


def test_many_processes_make_one_ledger(path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        assert len(pool.starmap(_add, [(path, f"p{number}") for number in range(12)], chunksize=1)) == 12
    assert sorted(_ids(path)) == sorted(f"p{number}" for number in range(12))


def _add(path: Path, name: str) -> str:
    with open_ledger(path, timeout=20) as ledger:
        return ledger.add_article(article(name, id=name))[0]


def _ids(path: Path) -> list[str]:
    with open_ledger(path, read_only=True) as ledger:
        return ledger.pending()


def _failing(ledger: Ledger, text: str, *, nested: bool = False) -> None:
    with ledger.transaction():
        if nested:
            _failing(ledger, text)
        stored, new = ledger.add_article(article(text, id=text))
        assert new
        assert ledger.add_reading(stored, reading(text))
        assert ledger.record(text).article.text == text
        assert ledger.counts()["statements"] > 0
        raise RuntimeError


def test_all_or_nothing(ledger: Ledger) -> None:
    with pytest.raises(RuntimeError):
        _failing(ledger, "Ferry.")
    assert ledger.revision() == (0, 0, 0, 0, 0)
    assert ledger.search("ferry") == []


@pytest.mark.parametrize("nested", [False, True])
def test_an_inner_transaction_undoes_only_its_own_part(ledger: Ledger, nested: bool) -> None:
    with ledger.transaction():
        ledger.add_article(article("One.", id="one"))
        with pytest.raises(RuntimeError):
            _failing(ledger, "Two.", nested=nested)
        ledger.add_article(article("Three.", id="three"))
    assert ledger.pending() == ["one", "three"]
    assert ledger.counts()["articles"] == 2


def test_an_inner_transaction_joins_the_outer(ledger: Ledger) -> None:
    with pytest.raises(RuntimeError), ledger.transaction():
        _add_and_fail(ledger)
    assert ledger.pending() == []


def _add_and_fail(ledger: Ledger) -> None:
    with ledger.transaction():
        ledger.add_article(article())
    raise RuntimeError


def test_what_was_undone_is_not_remembered(ledger: Ledger) -> None:
    with pytest.raises(RuntimeError):
        _failing(ledger, "ferry")
    ledger.add_article(article("Done."))
    ledger.add_reading("ferry", reading("Done."))
    assert ledger.record("ferry").article.text == "Done."


def test_a_record_is_read_once(ledger: Ledger) -> None:
    ledger.add_article(article())
    ledger.add_reading("ferry", reading())
    assert ledger.record("ferry") is ledger.record("ferry")
