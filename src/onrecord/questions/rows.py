"""The values that answers are made of beside those of the model."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model import Act, Evidence, SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A claim that fits a question less well: its id, its canonical text, and how well it fits (higher is better)."""

    id: str
    text: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimText:
    """A claim by its id, with its canonical text."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureClaim:
    """The claim that a figure stands in: the figure's id, the claim's id and its canonical text.

    `said` is the assertion that the figure was read in, in the article's words.
    """

    figure: str
    claim: str
    text: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch [start, end) of the text of an article, with its outlet and the day (ISO) since when it is known."""

    article: str
    start: int
    end: int
    outlet: str | None
    day: str
    text: str


class Novelty(StrEnum):
    """What kind of thing is new."""

    ARTICLE = "new article"
    VERSION = "new version"
    CLAIM = "new claim"
    STATUS = "status"
    POSITION = "position"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that is new or has moved.

    `what` names it in words, `before` and `after` are how it stood (`before` is None for what wasn't there) and `claim`
    is the id of the claim it concerns. `evidence` is where it was read. A new version has instead the sentences
    `removed` from the version before and those `added`; a new article has its first line in `added`. `minor` is true of
    a new claim that only repeats an article known before, or that an outlet makes once in its own voice.
    """

    kind: Novelty
    what: str
    before: str | None = None
    after: str | None = None
    claim: str | None = None
    evidence: tuple[Evidence, ...] = ()
    removed: tuple[Passage, ...] = ()
    added: tuple[Passage, ...] = ()
    minor: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceUse:
    """A source that an outlet rests on: in how many statements, and where each of them names it.

    `name` is its description in the article's words where `named` is false. `outlet` is None where it isn't known.
    """

    outlet: str | None
    name: str
    kind: SourceKind
    named: bool
    statements: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of an outlet's statements with a source go back to a named and to an unnamed one.

    The innermost source counts: whoever knew. `share` is the named part of both, 0..1, or None where there are none.
    `own` is how many statements the outlet makes in its own voice, on nobody's word.
    """

    outlet: str | None
    named: int
    unnamed: int
    share: float | None
    own: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A statement that a search found: who speaks (None where unknown), what the cue does, and its claim's id, if any.

    An own statement's speaker is its outlet. `score` is higher for a better hit, and comparable within one answer only.
    """

    statement: str
    claim: str | None
    speaker: str | None
    act: Act
    score: float
    evidence: Evidence
