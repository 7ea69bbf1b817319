"""A sentence at work: its verb groups, and the attributions found in it so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.reading.phrases import Range
from onrecord.reading.sentence import Sentence
from onrecord.reading.verbs import Group


@dataclass(slots=True)
class Found:
    """Token ranges of one attribution within its sentence."""

    source: Range | None
    cue: Range
    content: list[Range]
    group: Group | None = None
    pattern: str = "according to"


@dataclass(slots=True)
class State:
    """A sentence with what is already claimed in it."""

    sentence: Sentence
    groups: tuple[Group, ...]
    found: list[Found] = field(default_factory=list)

    @property
    def end(self) -> int:
        """The number of tokens."""
        return len(self.sentence.tokens)

    def claimed(self, index: int) -> bool:
        """Whether the token belongs to a content already."""
        quoting = [(f.cue[0], f.content[0][1]) for f in self.found if f.pattern == "quoting"]
        return any(a <= index < b for a, b in (*quoting, *(piece for f in self.found for piece in f.content)))

    def floor(self, index: int) -> int:
        """The first token after the last content claimed before `index`."""
        return max((b for f in self.found for _, b in f.content if b <= index), default=0)
