"""What a ledger holds, story by story."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model import Record
from onrecord.questions.table import Table

HEADS = ("story", "articles", "outlets", "statements", "unread", "first", "last")


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What is filed under one story (None: under none); `first` and `last` are the days that its articles are of."""

    story: str | None
    articles: int
    outlets: int
    statements: int
    unread: int
    first: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stories:
    """What a ledger holds, story by story."""

    stories: tuple[Story, ...]

    def table(self) -> Table:
        """One row for each story."""
        return Table(columns=HEADS, rows=tuple(tuple(getattr(s, head) for head in HEADS) for s in self.stories))


def holdings(records: Iterable[Record]) -> Stories:
    """The records by their story, those without one first."""
    by_story: dict[str, list[Record]] = {}
    for record in records:
        by_story.setdefault(record.article.story or "", []).append(record)
    return Stories(stories=tuple(_story(name, by_story[name]) for name in sorted(by_story)))


def _story(name: str, records: list[Record]) -> Story:
    days = [record.known[:10] for record in records]
    return Story(
        story=name or None,
        articles=len(records),
        outlets=len({record.article.outlet for record in records if record.article.outlet}),
        statements=sum(len(record.reading.statements) for record in records),
        unread=sum(record.reading.unread is not None for record in records),
        first=min(days),
        last=max(days),
    )
