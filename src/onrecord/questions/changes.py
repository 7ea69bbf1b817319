"""What is new since somebody last looked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from onrecord.errors import BadQuestion
from onrecord.ledger import Ledger
from onrecord.ledger.moments import asked, begin, end
from onrecord.questions.differences import differences
from onrecord.questions.rows import Difference
from onrecord.questions.standing import standing
from onrecord.questions.table import TRACE, Cell, Table, trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The differences between how things stood just before `since` and how they stood at `until`.

    since: the first day or moment that counts, as asked.
    until: the last one, as asked; None for now.
    story_time: whether it is about when things were known (published), not about when the ledger recorded them.
    changes: articles and versions, then claims, statuses, positions, figures. Empty if nothing is new.
    story: the story that was asked of; None for all.
    """

    since: str
    until: str | None
    story_time: bool
    changes: tuple[Difference, ...]
    story: str | None

    def table(self) -> Table:
        """One row for each difference and each place where it was read; a version has one for each sentence."""
        columns = ("kind", "what", "before", "after", "claim", *TRACE)
        return Table(columns=columns, rows=tuple(row for d in self.changes for row in _rows(d)))


def ask(
    ledger: Ledger, since: str, *, until: str | None = None, story_time: bool = False, story: str | None = None
) -> Answer:
    """What the ledger recorded since, and what that changed; or with `story_time` what became known since.

    A day counts from its beginning, and until its end. Raises `BadQuestion` for malformed dates and for `until` before
    `since`.
    """
    first = asked(begin(since), "since")
    last = None if until is None else asked(end(until), "until")
    if last is not None and last < first:
        raise BadQuestion(f"until ({until}) must not be before since ({since})")
    span = (_just_before(first), last)
    if story_time:
        before, after = (standing(ledger, as_of=moment, story=story) for moment in span)
    else:
        before, after = (standing(ledger, recorded_until=moment, story=story) for moment in span)
    found = differences(before, after)
    return Answer(since=since, until=until, story_time=story_time, changes=found, story=story)


def _just_before(instant: str) -> str:
    """The microsecond before, which is as fine as the ledger's clock goes."""
    try:
        return (datetime.fromisoformat(instant) - timedelta(microseconds=1)).isoformat(timespec="microseconds")
    except OverflowError:
        return instant


def _rows(difference: Difference) -> Iterator[tuple[Cell, ...]]:
    kind, what = difference.kind.value, difference.what
    both = (difference.before, difference.after)
    for evidence in difference.evidence:
        yield (kind, what, *both, difference.claim, *trace(evidence))
    for passage in difference.removed:
        yield (kind, what, passage.text, None, None, *trace(passage))
    for passage in difference.added:
        yield (kind, what, None, passage.text, None, *trace(passage))
    if not (difference.evidence or difference.removed or difference.added):
        yield (kind, what, *both, difference.claim, *trace(None))
