"""ISO 8601 strings of any precision become UTC instants that sort as text.

`2024-05-01T12:00+02:00` is `2024-05-01T10:00:00.000000+00:00`. A time without a zone is taken as UTC. A day, month or
year is a stretch of time: `begin` gives its first instant, `end` its last.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time

from onrecord.errors import BadQuestion

_YEAR_OR_MONTH = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?")


def now() -> str:
    """The present moment in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def begin(text: str | None) -> str | None:
    """The first instant of a date; None for None and for what isn't ISO 8601."""
    span = _span(text) if text else None
    return span and span[0]


def end(text: str) -> str | None:
    """The last instant of a date; None for what isn't ISO 8601."""
    span = _span(text)
    return span and span[1]


def asked(moment: str | None, option: str) -> str:
    """The instant that an option gave; raises `BadQuestion` where `begin` or `end` made nothing of it."""
    if moment is None:
        raise BadQuestion(f"{option} must be an ISO 8601 date or time such as 2024-05-01 or 2024-05-01T10:00:00Z")
    return moment


def _span(text: str) -> tuple[str, str] | None:
    try:
        first, last = _ends(text.strip())
        return _instant(first), _instant(last)
    except (ValueError, OverflowError):
        return None


def _ends(text: str) -> tuple[datetime, datetime]:
    if partial := _YEAR_OR_MONTH.fullmatch(text):
        year, month = int(partial[1]), partial[2]
        first = date(year, int(month or 1), 1)
        last = date(year, int(month or 12), monthrange(year, int(month or 12))[1])
        return _midnight(first), _last_moment(last)
    try:
        day = date.fromisoformat(text)
    except ValueError:
        moment = datetime.fromisoformat(text)
        return moment, moment
    return _midnight(day), _last_moment(day)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)


def _last_moment(day: date) -> datetime:
    return datetime.combine(day, time.max, UTC)


def _instant(moment: datetime) -> str:
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat(timespec="microseconds")
