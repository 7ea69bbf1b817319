"""The ledger: what goes in is appended, what comes out is in a fixed order.

Every method raises `LedgerUnavailable` where the file is in use by another process, can't be written or has no disk
space left. A ledger belongs to the thread that opened it; other threads and processes open their own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Self

from onrecord.errors import LedgerError
from onrecord.ledger import intake, pairs, records
from onrecord.ledger.backends import SqliteBackend
from onrecord.ledger.records import COUNTING, Filter
from onrecord.ledger.schema import bring_up_to_date
from onrecord.model import Article, Decision, Judgement, Raw, Reading, Record

CACHED_RECORDS = 256

TIMEOUT = 5.0
"""How many seconds a writer waits for another process to finish."""

_COUNTS = {
    "articles": "SELECT count(*) FROM article",
    "stories": "SELECT count(DISTINCT story) FROM article",
    "readings": "SELECT count(*) FROM reading",
    "statements": f"SELECT count(*) FROM article a JOIN statement s ON s.reading = {COUNTING}",  # noqa: S608 - own names
    "judgements": "SELECT count(*) FROM judgement",
    "decisions": "SELECT count(*) FROM decision",
}

_LATEST = "(SELECT coalesce(max(seq), 0) FROM {})"

_REVISION = "SELECT " + ", ".join(map(_LATEST.format, ("article", "reading", "candidate_key", "judgement", "decision")))


def open_ledger(where: str | Path, *, create: bool = True, read_only: bool = False, timeout: float = TIMEOUT) -> Ledger:
    """Open the ledger at a path, made if need be unless `create` is false or it is only to be read.

    Raises `NotALedger` for a file that is something else, `LedgerTooNew` for one that a newer version wrote,
    `LedgerUnavailable` where it can't be read or written, and `LedgerError` where there is none.
    """
    if str(where).startswith(("postgres://", "postgresql://")):
        raise LedgerError("a ledger in PostgreSQL isn't built yet: name a file")
    backend = SqliteBackend(Path(where), create=create, read_only=read_only, timeout=timeout)
    try:
        bring_up_to_date(backend)
    except BaseException:
        backend.close()
        raise
    return Ledger(backend)


class Ledger:
    """An open ledger; `open_ledger` makes one. As a context manager it closes itself."""

    def __init__(self, backend: SqliteBackend) -> None:
        self._backend = backend
        self._cached = lru_cache(maxsize=CACHED_RECORDS)(lambda article_id, _: records.record(backend, article_id))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._backend.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is added inside is there afterwards, or none of it. Inner calls join the outer transaction.

        Add an article with its reading, keys and judgements in one: a killed process then leaves no half article.
        """
        try:
            with self._backend.transaction():
                yield
        except BaseException:
            self._cached.cache_clear()  # rows that come next may take the numbers of those undone
            raise

    def add_article(self, article: Article, *, recorded: str | None = None) -> tuple[str, bool]:
        """Append an article; gives the id it is stored under, and whether it is new.

        The same text at the same url (or, without url, of the same id) is there already: nothing is written, whatever
        the other fields say. Another text at a known url is a new version. An id that is taken is stored with `~` and
        the first six digits of the text's hash. `recorded` is ISO 8601, by default now.
        """
        with self.transaction():
            return intake.add_article(self._backend, article, recorded)

    def add_reading(self, article_id: str, reading: Reading, *, recorded: str | None = None) -> bool:
        """Append a reading, which counts from then on; False where the article has one by this reader already.

        Raises `LedgerError` for an unknown article, and ValueError for a reading that JSON can't hold.
        """
        with self.transaction():
            return intake.add_reading(self._backend, article_id, reading, recorded)

    def add_keys(self, kind: str, keys: Iterable[tuple[str, str]], article_id: str) -> None:
        """File units of an article (statement ids, names) under keys, given as (key, unit), for `candidates`."""
        with self.transaction():
            pairs.add_keys(self._backend, kind, keys, article_id)

    def candidates(self, kind: str, keys: Iterable[str]) -> dict[str, str]:
        """The units filed under any of the keys, each with the id of the first article that has it, in that order.

        Units of readings that no longer count are among them.
        """
        return pairs.candidates(self._backend, kind, keys)

    def add_judgements(self, judgements: Iterable[Judgement], linker: str, *, recorded: str | None = None) -> int:
        """Append judgements and say how many are new; a linker's first judgement of a pair stands."""
        with self.transaction():
            return pairs.add_judgements(self._backend, judgements, linker, recorded)

    def judgements(self, kind: str | None = None, *, units: Collection[str] | None = None) -> list[Judgement]:
        """The latest judgement of each pair, of one kind and touching any of the units if given.

        Ordered by kind, left and right. A newer linker takes back what an older one said by judging the pair again.
        """
        return pairs.judgements(self._backend, kind, units)

    def decide(self, decision: Decision, *, recorded: str | None = None) -> bool:
        """Append a person's decision; False where the very same one is there already."""
        with self.transaction():
            return pairs.decide(self._backend, decision, recorded)

    def decisions(self, kind: str | None = None) -> list[Decision]:
        """All decisions, of one kind if given, in the order in which they were appended."""
        return pairs.decisions(self._backend, kind)

    def records(
        self,
        *,
        as_of: str | None = None,
        story: str | None = None,
        recorded_since: str | None = None,
        recorded_until: str | None = None,
    ) -> list[Record]:
        """All articles that were read, by when their text was known, then by id.

        The options are ISO 8601 dates or times, in UTC where they name no zone, and inclusive: a day, month or year
        lasts until its end. Raises `BadQuestion` for anything else. The articles come without their `raw` bytes.
        """
        wanted = Filter(as_of=as_of, story=story, recorded_since=recorded_since, recorded_until=recorded_until)
        return records.records(self._backend, wanted)

    def record(self, article_id: str) -> Record:
        """One article without its `raw` bytes; raises `LedgerError` where it is unknown or wasn't read yet."""
        return self._cached(article_id, self.revision())

    def raw(self, article_id: str) -> Raw | None:
        """The bytes that an article was made from, or None; raises `LedgerError` for an unknown article."""
        return records.raw(self._backend, article_id)

    def search(
        self, query: str, *, limit: int = 20, story: str | None = None, as_of: str | None = None
    ) -> list[tuple[str, str, float]]:
        """Statements of readings that count, as (statement id, article id, score), best first.

        Looks in the statement, its sources, the outlet and the headline, for all words of the query or else for any.
        The query is plain text: none of its characters is an operator. Raises `BadQuestion` for a bad `as_of`.
        """
        return records.search(self._backend, query, Filter(as_of=as_of, story=story), limit)

    def stories(self) -> list[str]:
        """The stories that articles are filed under, sorted."""
        sql = "SELECT DISTINCT story FROM article WHERE story IS NOT NULL ORDER BY story"
        return [story for (story,) in self._backend.rows(sql)]

    def counts(self) -> dict[str, int]:
        """How many articles, stories, readings, judgements, decisions and statements there are.

        Only the statements of readings that count are counted.
        """
        return {what: self._backend.rows(sql)[0][0] for what, sql in _COUNTS.items()}

    def pending(self, reader: str | None = None) -> list[str]:
        """The articles without a reading by this reader, or by any if none is named, in the order they came in."""
        sql = """
            SELECT id FROM article a WHERE NOT EXISTS
                (SELECT 1 FROM reading WHERE article = a.seq AND reader = coalesce(?, reader))
            ORDER BY seq
        """
        return [article_id for (article_id,) in self._backend.rows(sql, (reader,))]

    def revision(self) -> tuple[int, ...]:
        """A value that changes whenever anything was appended, the same in every process; cheap to ask for."""
        return self._backend.rows(_REVISION)[0]
