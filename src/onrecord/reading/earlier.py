"""What an article has told so far of those who speak in it: looked up for pronouns and short descriptions."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from onrecord.model import EntityKind, Link, Name, SourceKind

_TITLE_REACH = 40
_APPOSITION_REACH = 60
_APPOSITION = re.compile(r",\s+[\w\s'-]*")


@dataclass(frozen=True, slots=True)
class Source:
    """A source as one link, with the entity resolved; `safe` is false for a guess that must not become a speaker."""

    link: Link
    safe: bool = True


@dataclass(slots=True)
class Earlier:
    """The names of an article, and the sources met in it so far; every look-up is quick, however long the article."""

    text: str
    names: Sequence[Name]
    last: Source | None = None
    last_person: Source | None = None
    last_outlet: Link | None = None
    _bodies: dict[tuple[SourceKind, str], dict[str, bool]] = field(default_factory=dict)
    _titled: dict[str, dict[str, int]] | None = None

    def add(self, source: Source) -> None:
        """Take in the next source."""
        link = source.link
        self.last = source
        if link.kind is SourceKind.PERSON and link.named and source.safe:
            self.last_person = source
        if link.kind is SourceKind.OUTLET and link.named:
            self.last_outlet = link
        words = link.name.lower().split()
        for description in _endings_of(words) if len(words) > 1 else ():
            alike = self._bodies.setdefault((link.kind, description), {})
            alike[link.name] = alike.get(link.name, False) or link.named

    def within(self, start: int, end: int) -> Sequence[Name]:
        """The names that lie within [start, end), in order."""
        first = bisect_left(self.names, start, key=lambda n: n.start)
        return self.names[first : max(first, bisect_right(self.names, end, key=lambda n: n.end))]

    def only_body(self, kind: SourceKind, description: str) -> tuple[str, bool] | None:
        """The one source of this kind whose name of several words ends so, and whether it's named."""
        alike = self._bodies.get((kind, description), {})
        return next(iter(alike.items())) if len(alike) == 1 else None

    def only_titled(self, description: str, before: int) -> str | None:
        """The one person given this title or office before the offset ("General Ruzhin", "Ruzhin, the general")."""
        if self._titled is None:
            self._titled = self._find_titles()
        met = self._titled.get(description, {})
        first = [entity for entity, start in islice(met.items(), 2) if start < before]
        return first[0] if len(first) == 1 else None

    def _find_titles(self) -> dict[str, dict[str, int]]:
        titles: dict[str, dict[str, int]] = {}
        for name in self.names:
            if name.kind is EntityKind.PERSON:
                for word in self._titles_of(name):
                    titles.setdefault(word, {}).setdefault(name.entity, name.start)
        return titles

    def _titles_of(self, name: Name) -> Iterator[str]:
        before = self.text[max(0, name.start - _TITLE_REACH) : name.start].lower().replace("’", "'")
        after = self.text[name.end : name.end + _APPOSITION_REACH].lower()
        if before[-1:].isspace():
            yield from _endings_of(before.split())
        if apart := _APPOSITION.match(after):
            words = apart.group()[1:].split()
            for stop in range(1, len(words) + 1):
                yield from _endings_of(words[:stop])


def _endings_of(words: Sequence[str]) -> Iterator[str]:
    """The last word, what follows each hyphen in it, and the last two: "the minister", "the defence minister"."""
    word = words[-1] if words else ""
    while word:
        yield word
        word = word.partition("-")[2]
    if len(words) > 1:
        yield " ".join(words[-2:])
