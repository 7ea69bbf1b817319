"""What a reader finds in an article: statements, names, times and quantities."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.article import Block
from onrecord.model.kinds import Act, Bound, Certainty, Change, EntityKind, Mode, Polarity, SourceKind, TimeType
from onrecord.model.spans import Span, check_span


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A mention of a person, body or place; `entity` is the fullest variant of the name in the article."""

    start: int
    end: int
    kind: EntityKind
    entity: str

    def __post_init__(self) -> None:
        check_span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression: its TIMEX3 value, and what it means against the publication date as EDTF, or None."""

    start: int
    end: int
    type: TimeType
    timex: str
    edtf: str | None = None

    def __post_init__(self) -> None:
        check_span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its bounds (None is open).

    `unit` is the unit or counted noun as a lemma, `of` what is counted or measured in the text's words.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    bound: Bound
    change: Change | None = None
    unit: str | None = None
    of: str | None = None

    def __post_init__(self) -> None:
        check_span(self.start, self.end)
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"a quantity's low {self.low} is above its high {self.high}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """The entity behind a source span, pronouns and descriptions resolved."""

    name: str
    kind: SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One source of a chain; for an unnamed one, `name` is its description in the article's words."""

    name: str
    kind: SourceKind
    named: bool
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """One proposition of a statement: a clause-sized part of its content."""

    start: int
    end: int
    act: Act
    certainty: Certainty
    polarity: Polarity

    def __post_init__(self) -> None:
        check_span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """An attribution relation. An own statement (mode `OWN`) has the outlet as its source and no source span."""

    id: str
    content: tuple[Span, ...]
    mode: Mode
    act: Act
    certainty: Certainty
    polarity: Polarity
    assertions: tuple[Assertion, ...]
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    hedges: tuple[Span, ...] = ()
    condition: tuple[Span, ...] = ()
    speaker: Speaker | None = None
    chain: tuple[Link, ...] = ()
    confidence: float = 1.0

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("a statement needs a content span")
        for start, end in (*self.content, *self.source, *self.cue, *self.hedges, *self.condition):
            check_span(start, end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one reader found in one article; `unread` says why an article was kept but not read."""

    reader: str
    language: str | None
    blocks: tuple[Block, ...] = ()
    statements: tuple[Statement, ...] = ()
    names: tuple[Name, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    unread: str | None = None
