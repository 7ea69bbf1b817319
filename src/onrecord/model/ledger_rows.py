"""What the ledger keeps beside articles and readings: judgements on pairs, decisions, and records."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.article import Article
from onrecord.model.kinds import Strength
from onrecord.model.reading import Reading

SYMMETRIC = frozenset({"entity", "claim", "contradiction"})
"""Kinds of judgement whose two sides can be swapped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What was judged of a pair, and why.

    `kind` is entity, claim, contradiction or derivation. For the symmetric kinds `left < right`; a derivation goes
    from `left`, the statement that goes back to something, to `right`, a statement or a name outside the ledger.
    """

    kind: str
    left: str
    right: str
    verdict: str
    strength: Strength
    score: float
    reason: str

    def __post_init__(self) -> None:
        if self.kind in SYMMETRIC and self.left >= self.right:
            raise ValueError(f"a judgement of kind {self.kind} needs left < right, not {self.left!r}, {self.right!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided of a pair (`same`, `apart`) or a row (`correct`, `reject`); it wins over judgements."""

    kind: str
    left: str
    right: str
    verdict: str
    who: str
    at: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """An article in the ledger with the reading that counts.

    `known` is when its text was known to be so (ISO 8601): when it was published, for a later version when it says
    it was modified or else when it was retrieved, for an undated article when it was retrieved. `recorded` is when
    the ledger recorded it. `version_of` is the id of the first version at the same url, None for that one itself.
    """

    article: Article
    reading: Reading
    known: str
    recorded: str
    version_of: str | None = None
