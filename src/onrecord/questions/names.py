"""The one name that a source or an outlet goes by, whatever its spelling."""

from __future__ import annotations

from collections import Counter, defaultdict

from onrecord.linking.projection import Projection
from onrecord.model import Actor, Link, SourceKind
from onrecord.questions.spellings import folded


class Names:
    """The names of the sources and outlets of a projection."""

    def __init__(self, projection: Projection) -> None:
        spelled = Counter(record.article.outlet for record in projection.records if record.article.outlet)
        self._outlets = {_bare(name): name for name, _ in reversed(spelled.most_common())}
        self._actors = projection.actors
        owners: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        for entity in projection.entities:
            for variant in (entity.name, *entity.variants):
                owners[folded(variant)].add(entity.name)
        self._full = {variant: min(names) for variant, names in owners.items() if len(names) == 1}

    def outlet(self, name: str | None) -> str | None:
        """An outlet as most of its articles have it: "Tarn Courier" and "The Tarn Courier" are one."""
        return None if name is None else self._outlets.get(_bare(name), name)

    def source(self, link: Link) -> tuple[str, SourceKind, bool]:
        """A source's name, unless two share it; its kind, and whether it is named."""
        actor = self._actors.get(link.name, Actor(name=link.name, kind=link.kind))
        name = self._full.get(folded(link.name), actor.name) if link.named else actor.name
        told = link.kind is not SourceKind.UNKNOWN or actor.kind is SourceKind.UNKNOWN
        kind, named = (link.kind, link.named) if told else (actor.kind, True)
        return (self.outlet(name) or name) if kind is SourceKind.OUTLET else name, kind, named


def _bare(outlet: str) -> tuple[str, ...]:
    return tuple(word for word in folded(outlet) if word != "the")
