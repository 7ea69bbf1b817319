"""Every enumeration of the project's words."""

from __future__ import annotations

from enum import StrEnum


class BlockKind(StrEnum):
    """What a stretch of an article's text is."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    CREDIT = "credit"
    QUOTE = "quote"
    OTHER = "other"


class Mode(StrEnum):
    """How the content is given; `OWN` is the outlet's own voice."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    OWN = "own"


class Act(StrEnum):
    """What the cue does."""

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    DENIES = "denies"
    REJECTS = "rejects"
    SUPPORTS = "supports"
    DEMANDS = "demands"
    PLANS = "plans"
    PROMISES = "promises"
    WARNS = "warns"
    FEARS = "fears"
    QUESTIONS = "questions"
    ADMITS = "admits"
    CORRECTS = "corrects"
    DECLINES = "declines"


class Certainty(StrEnum):
    """How sure the speaker is; `UNKNOWN` where the speaker leaves it open ("did not say whether")."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class Polarity(StrEnum):
    """Whether the proposition is put as holding; a denial of p keeps the polarity of p as worded."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNKNOWN = "unknown"


class SourceKind(StrEnum):
    """Who or what a source is; `OFFICIAL` and `UNNAMED` have no name."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    OFFICIAL = "official"
    UNNAMED = "unnamed"
    DOCUMENT = "document"
    LEAK = "leak"
    PUBLIC = "public"
    UNKNOWN = "unknown"


class EntityKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    COUNTRY = "country"
    PLACE = "place"


class TimeType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Bound(StrEnum):
    """How a quantity's low and high ends are meant."""

    EXACT = "="
    ABOUT = "~"
    MORE = ">"
    AT_LEAST = ">="
    LESS = "<"
    AT_MOST = "<="
    RANGE = "range"


class Change(StrEnum):
    """Direction of a quantity that is itself a change ("rose by 3 percent")."""

    UP = "up"
    DOWN = "down"


class Strength(StrEnum):
    """How a judgement is meant: plain from the text, or a suspicion to look into."""

    EVIDENT = "evident"
    SUSPECTED = "suspected"


class Stance(StrEnum):
    """How a member stands to its claim."""

    SAYS = "says"
    DENIES = "denies"
    QUESTIONS = "questions"


class Status(StrEnum):
    """Of a claim on a date, the first that applies in this order."""

    CORRECTED = "corrected"
    DISPUTED = "disputed"
    DENIED = "denied"
    CONFIRMED = "confirmed"
    OPEN = "open"
    CORROBORATED = "corroborated"
    SINGLE_ORIGIN = "single-origin"


class DerivationKind(StrEnum):
    """How a statement goes back to another, to an outlet or to a speaker."""

    CITES = "cites"
    SAME_UTTERANCE = "same utterance"
    SAME_WORDS = "same words"
    WIRE_CREDIT = "wire credit"


class Support(StrEnum):
    """An actor's stance on a proposal."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"
    WARY = "wary"
    UNDECIDED = "undecided"


class EventState(StrEnum):
    """What became of something dated."""

    HAPPENED = "happened"
    PLANNED = "planned"
    SLIPPED = "slipped"
    CANCELLED = "cancelled"
