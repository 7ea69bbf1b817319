"""What a text itself says that a name is: "the newspaper Lime Post", "Sternwind, the Norvian space agency"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.model import EntityKind, Span
from onrecord.reading import names_tables as tables

_BEFORE_REACH = 60
_AFTER_REACH = 90
_BODIES = (
    r"(?:company|firm|start-?up|charity|airline|retailer|manufacturer|think\s+tank|consultancy|non-profit|agency|"
    r"regulator|watchdog|ministry|union|militia|coalition|bank|insurer|carmaker|operator)"
)
_OUTLETS = (
    r"(?:newspaper|daily|weekly|tabloid|broadcaster|magazine|newswire|"
    r"news\s+(?:agency|site|website|portal|channel|service|outlet)|(?:radio|television|tv)\s+(?:station|channel|network))"
)
_CALLED_A_BODY = re.compile(rf"\b(?:the|an?)\s+(?:[\w-]{{1,20}}\s+){{0,2}}?{_BODIES}\s+$", re.IGNORECASE)
_CALLED_AN_OUTLET = re.compile(rf"\b{_OUTLETS}\s+$", re.IGNORECASE)
_APPOSED = r",\s+(?:the|an?)\s+(?:[\w’'-]{1,20}\s+){0,4}?"
_NOTHING_MORE = r"(?=\s*[,.;—–)]|\s+(?:that|which)\b)"
_IS_A_BODY = re.compile(f"{_APPOSED}{_BODIES}{_NOTHING_MORE}")
_IS_AN_OUTLET = re.compile(f"{_APPOSED}{_OUTLETS}{_NOTHING_MORE}")
# Somebody called by one unknown word alone who "reported that": an outlet far more often than a person.
_REPORTS = re.compile(
    r"\s+(?:(?:also|has|had|later|earlier|first|recently)\s+)?(?:reported|reports)\b(?!\s+(?:to|for|on)\b)"
)


def kinds_told(text: str, spans: Iterable[Span], persons: Iterable[str]) -> dict[str, EntityKind]:
    """The kinds of names that the text tells by a noun before or after one of their mentions, or by what they do.

    `persons` are the names of persons with a given name: nothing is told by what one of them does.
    """
    parts = {word for name in persons for word in name.split()}
    found: dict[str, EntityKind] = {}
    for start, end in spans:
        name = text[start:end]
        if kind := _told(text, (start, end)) or _by_deed(text, (start, end), parts):
            found.setdefault(name, kind)
    return found


def _told(text: str, span: Span) -> EntityKind | None:
    before, after = max(0, span[0] - _BEFORE_REACH), span[1] + _AFTER_REACH
    if _CALLED_AN_OUTLET.search(text, before, span[0]):
        return EntityKind.OUTLET
    if _CALLED_A_BODY.search(text, before, span[0]):
        return EntityKind.ORGANISATION
    if text[slice(*span)].split(maxsplit=1)[0].lower() in tables.given_names():
        return None
    if _IS_AN_OUTLET.match(text, span[1], after):
        return EntityKind.OUTLET
    return EntityKind.ORGANISATION if _IS_A_BODY.match(text, span[1], after) else None


def _by_deed(text: str, span: Span, parts: set[str]) -> EntityKind | None:
    """An outlet by the tables, or one word that no person's name has and that reports."""
    name = text[slice(*span)]
    if " " in name or name in parts:
        return None
    known = tables.known(name)
    if known:
        return known[0] if known[0] is EntityKind.OUTLET else None
    unheard = name.lower() not in tables.given_names() and name.lower() not in tables.common_words()
    return EntityKind.OUTLET if unheard and _REPORTS.match(text, span[1], span[1] + _AFTER_REACH) else None
