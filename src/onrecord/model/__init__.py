"""The words of the project as frozen values; no I/O. Read this first.

Offsets are code points into an article's stored text, end exclusive: `article.text[start:end]` is the span, always.
Dates are ISO 8601 strings (`published`, `retrieved`) or EDTF strings (`edtf`), since a missing day must stay missing.
"""

from onrecord.model.article import Article, Block, Raw
from onrecord.model.claims import (
    Actor,
    Claim,
    Derivation,
    Entity,
    Event,
    Evidence,
    Figure,
    Member,
    Origin,
    Origins,
    Position,
    StatusChange,
)
from onrecord.model.kinds import (
    Act,
    BlockKind,
    Bound,
    Certainty,
    Change,
    DerivationKind,
    EntityKind,
    EventState,
    Mode,
    Polarity,
    SourceKind,
    Stance,
    Status,
    Strength,
    Support,
    TimeType,
)
from onrecord.model.ledger_rows import SYMMETRIC, Decision, Judgement, Record
from onrecord.model.reading import Assertion, Link, Name, Quantity, Reading, Speaker, Statement, Time
from onrecord.model.spans import Span, check_span, sha256, statement_id

SCHEMA = 1
"""Version of the JSON contract in `docs/schema/`."""

__all__ = [
    "SCHEMA",
    "SYMMETRIC",
    "Act",
    "Actor",
    "Article",
    "Assertion",
    "Block",
    "BlockKind",
    "Bound",
    "Certainty",
    "Change",
    "Claim",
    "Decision",
    "Derivation",
    "DerivationKind",
    "Entity",
    "EntityKind",
    "Event",
    "EventState",
    "Evidence",
    "Figure",
    "Judgement",
    "Link",
    "Member",
    "Mode",
    "Name",
    "Origin",
    "Origins",
    "Polarity",
    "Position",
    "Quantity",
    "Raw",
    "Reading",
    "Record",
    "SourceKind",
    "Span",
    "Speaker",
    "Stance",
    "Statement",
    "Status",
    "StatusChange",
    "Strength",
    "Support",
    "Time",
    "TimeType",
    "check_span",
    "sha256",
    "statement_id",
]
