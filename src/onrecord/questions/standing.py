"""How things stand in a ledger: its projection, made anew only when something was appended."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from onrecord.ledger import Ledger
from onrecord.linking import projection
from onrecord.linking.projection import Projection

KEPT = 8
"""How many projections (of dates, of stories) are kept for a ledger."""

_Asked = tuple[str | None, str | None, str | None]

_known: WeakKeyDictionary[Ledger, tuple[tuple[int, ...], dict[_Asked, Projection]]] = WeakKeyDictionary()


def standing(
    ledger: Ledger, *, as_of: str | None = None, story: str | None = None, recorded_until: str | None = None
) -> Projection:
    """What was known by `as_of` of a story, of what the ledger had recorded by `recorded_until`; by default all of it.

    Judgements and decisions count whenever they were made. Raises `BadQuestion` for a malformed date.
    """
    kept = _kept(ledger)
    asked = (as_of, story, recorded_until)
    found = kept.pop(asked, None) or _project(ledger, as_of=as_of, story=story, recorded_until=recorded_until)
    kept[asked] = found  # the one asked for last is the last to go
    if len(kept) > KEPT:
        del kept[next(iter(kept))]
    return found


def _kept(ledger: Ledger) -> dict[_Asked, Projection]:
    revision = ledger.revision()
    known, kept = _known.get(ledger, (None, {}))
    if known != revision:
        kept = {}
        _known[ledger] = revision, kept
    return kept


def _project(ledger: Ledger, *, as_of: str | None, story: str | None, recorded_until: str | None) -> Projection:
    records = ledger.records(as_of=as_of, story=story, recorded_until=recorded_until)
    return projection.project(records, ledger.judgements(), ledger.decisions())
