"""What happened, is planned, slipped or was cancelled, in the order in which it happens."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.ledger import Ledger
from onrecord.model import Event
from onrecord.questions.matching import claims_about
from onrecord.questions.rows import ClaimText
from onrecord.questions.standing import standing
from onrecord.questions.table import TRACE, Table, trace

_DATE = re.compile(r"\d.*", re.DOTALL)
_UNTIL = ("/", "../")
_LAST = "\U0010ffff"  # sorts after whatever begins within the year, month or day


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Dated events.

    about: what was asked about, as it was asked; None for all events.
    events: by when they happen or begin, then by the day of their evidence. Empty if there are none.
    claims: the claims that tell of these events.
    as_of: the date by which it was known, as asked; None for now.
    story: the story that was asked of; None for all.
    """

    about: str | None
    events: tuple[Event, ...]
    claims: tuple[ClaimText, ...]
    as_of: str | None
    story: str | None

    def table(self) -> Table:
        """One row for each event; `when` is EDTF, `day` is when it was told."""
        columns = ("when", "state", "claim", "what", *TRACE)
        texts = {claim.id: claim.text for claim in self.claims}
        rows = (
            (event.edtf, event.state.value, event.claim, texts.get(event.claim), *trace(event.evidence))
            for event in self.events
        )
        return Table(columns=columns, rows=tuple(rows))


def ask(ledger: Ledger, about: str | None = None, *, as_of: str | None = None, story: str | None = None) -> Answer:
    """All events, or those that the claims tell of that `about` (an id or free text) fits."""
    projection = standing(ledger, as_of=as_of, story=story)
    found = projection.events
    if about is not None:
        claims = {claim.id for claim in claims_about(projection, ledger, about, as_of=as_of, story=story)}
        found = tuple(event for event in projection.events if event.claim in claims)
    events = tuple(sorted(found, key=_when))
    told = {event.claim for event in events}
    texts = tuple(ClaimText(id=claim.id, text=claim.text) for claim in projection.claims if claim.id in told)
    return Answer(about=about, events=events, claims=texts, as_of=as_of, story=story)


def _when(event: Event) -> tuple[str, str, str, int]:
    """EDTF sorts as text from its first digit on: an interval by its beginning, or after its end if that is open."""
    dated = _DATE.search(event.edtf)
    when = dated.group() if dated else event.edtf
    if event.edtf.startswith(_UNTIL):
        when += _LAST
    evidence = event.evidence
    return (when, evidence.day, evidence.article, evidence.start)
