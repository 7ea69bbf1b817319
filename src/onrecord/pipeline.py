"""The way of the data: an article is read, put into the ledger, and linked with what is there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from onrecord import reading as readers
from onrecord.articles import Failure, detect, find_blocks
from onrecord.errors import OnrecordError
from onrecord.ledger import Ledger
from onrecord.linking import claims, entities, wording
from onrecord.linking.identities import mention_id
from onrecord.linking.units import Unit, units_of
from onrecord.model import Article, EntityKind, Judgement, Reading, Record
from onrecord.reading import DEFAULT

LINKER = "lexical-1"
"""Name and version: raise the version whenever the same pair may get another judgement."""


@dataclass(slots=True)
class Added:
    """What became of the articles that were added.

    `unread` are (id, reason). What is in `failures` isn't in the ledger, but for articles whose reading failed: they
    are kept and read again the next time.
    """

    new: int = 0
    known: int = 0
    versions: int = 0
    unread: list[tuple[str, str]] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)


def read(article: Article, reader: str = DEFAULT) -> Reading:
    """The reading of one article; blocks and language are found where nobody has yet.

    `reader` is `trained`, or `rules` for the one that needs no model.
    """
    return readers.read(prepare(article), reader)


def prepare(article: Article) -> Article:
    """The article with its blocks and language."""
    blocks = article.blocks or find_blocks(article.text, article.headline)
    return replace(article, blocks=blocks, language=article.language or detect(article.text))


def add(
    ledger: Ledger,
    found: Iterable[Article | Failure],
    *,
    reader: str = DEFAULT,
    progress: Callable[[Article], None] | None = None,
) -> Added:
    """Put articles into the ledger, each in a transaction of its own: what was added stays, whatever comes after."""
    added, unread = Added(), set(ledger.pending(readers.reader_id(reader)))
    for item in found:
        if isinstance(item, Failure):
            added.failures.append(item)
            continue
        _add_one(ledger, item, added, unread, reader)
        if progress:
            progress(item)
    return added


def _add_one(ledger: Ledger, article: Article, added: Added, unread: set[str], reader: str) -> None:
    with ledger.transaction():
        stored, is_new = ledger.add_article(article)
        if not is_new and stored not in unread:
            added.known += 1
            return
        try:
            record = _read_and_link(ledger, replace(article, id=stored), reader)
        except OnrecordError:
            raise
        except Exception as error:  # noqa: BLE001 - one article must never stop the others
            reason = f"{stored}: the reader failed ({type(error).__name__}: {error}): please report it with the article"
            added.failures.append(Failure(location=stored, reason=reason))
            return
    unread.discard(stored)
    if record.reading.unread:
        added.unread.append((stored, record.reading.unread))
    added.new += 1
    added.versions += record.version_of is not None


def _read_and_link(ledger: Ledger, article: Article, reader: str) -> Record:
    """All that follows from an article or, where it fails, nothing of it."""
    with ledger.transaction():
        reading = readers.read(prepare(article), reader)
        ledger.add_reading(article.id, reading)
        record = ledger.record(article.id)
        if not reading.unread:
            ledger.add_judgements(link(ledger, record), LINKER)
        return record


def link(ledger: Ledger, record: Record) -> list[Judgement]:
    """The judgements on a record against what the ledger holds; its keys are put in, so that later records find it."""
    found = [*_link_names(ledger, record), *_link_wording(ledger, record), *_link_claims(ledger, record)]
    return sorted(set(found), key=lambda j: (j.kind, j.left, j.right))


def _link_names(ledger: Ledger, record: Record) -> Iterator[Judgement]:
    """A name that the ledger has was judged when it came; every later one is judged against it."""
    names = {mention_id(n.kind, n.entity): n for n in record.reading.names}
    for key, name in sorted(names.items()):
        mine = entities.EntityMention(id=key, name=name.entity, kind=name.kind)
        keys = entities.keys(name.entity)
        others = ledger.candidates("entity", keys)
        if key in others:
            continue
        for other in others:
            kind, _, spelled = other.partition(":")
            theirs = entities.EntityMention(id=other, name=spelled, kind=EntityKind(kind))
            judgement = entities.judge_entities(mine, theirs)
            if judgement:
                yield judgement
        ledger.add_keys("entity", [(k, key) for k in sorted(keys)], record.article.id)


def _link_wording(ledger: Ledger, record: Record) -> Iterator[Judgement]:
    keys = wording.keys_of_article(record)
    for other in sorted(set(ledger.candidates("wording", keys)) - {record.article.id}):
        judgement = wording.judge_wording(record, ledger.record(other))
        if judgement:
            yield judgement
    ledger.add_keys("wording", [(key, record.article.id) for key in sorted(keys)], record.article.id)


def _link_claims(ledger: Ledger, record: Record) -> Iterator[Judgement]:
    """Assertions of one article are judged too: it may say the same twice, on the word of two sources."""
    units = units_of(record)
    keyed = [(unit, claims.keys_of(unit)) for unit in units]
    ledger.add_keys("claim", [(key, unit.id) for unit, keys in keyed for key in sorted(keys)], record.article.id)
    near: dict[str, dict[str, Unit]] = {record.article.id: {unit.id: unit for unit in units}}
    for unit, keys in keyed:
        for name, article in ledger.candidates("claim", keys).items():
            if article not in near:
                near[article] = {other.id: other for other in units_of(ledger.record(article))}
            other = near[article].get(name)
            judgement = claims.judge_claim(unit, other) if other else None
            if judgement:
                yield judgement
