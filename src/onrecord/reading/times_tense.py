"""Whether the verbs around an expression look back or ahead.

The nearest cue before the expression in its sentence decides, otherwise the nearest after it; a sentence without a cue
looks back, as news does. No parser: the closed classes of English auxiliaries and the past endings carry it.
"""

from __future__ import annotations

import re

from onrecord.reading.calendar import Direction

WINDOW = 240
AHEAD = (
    r"(?:will|would|shall|(?-i:may)|might|should|must|to)(?: not| also| \w{1,20}ly)? (?:be|have|get) [a-z]+"
    r"|will|won't|shall|'ll|would|going to|to be|(?-i:may)|might|could|can|should|must|expects?|expected|scheduled|due"
    r"|planned|plans?|planning|slated|set (?:to|for)|intends?|hopes?|hoping|aims? to|upcoming|likely|deadline|payable"
    r"|effective"
    r"|(?:wants?|wanted|agreed|decided|prepar\w+|promis\w+|vow\w*|about|order\w*|supposed|ready|try) to"
    r"|(?:postpon|delay|extend|adjourn|defer|put)[a-z]{0,4}\s[^.;]{0,60}?\buntil"
    r"|(?:is|are|am) to|(?:has|have) (?:until|till)|takes? (?:place|effect|office|over)|goe?s? to the polls"
    r"|opens|ends|travels|flies|faces|continues|reopens"
    r"|(?:is|are) (?:meeting|holding|voting|leaving|travell?ing|flying|returning|visiting|opening|closing|starting)"
    r"|(?:is|are) (?:facing|heading)|running (?:for|to)|predicts?|forecasts?|look(?:s|ing)? forward to"
    r"|(?<!the )(?<!a )(?<!to )(?<!not )(?<!n't )(?:begins?|meets?|starts?|expires?|resumes?|convenes?)"
)
BACK = (
    r"had been (?:scheduled|due|expected|set|slated|planned)(?: to)?|was|were|wasn't|weren't|had|hadn't|has|hasn't|have"
    r"|haven't|did|didn't|been|said|told|made|took|came|went|began|begun|became|won|lost|met|held|left|rose|fell|grew"
    r"|gave|given|found|got|saw|seen|known|knew|led|paid|put|read|sent|spoke|stood|struck|taken|thought|wrote|written"
    r"|broke|broken|brought|built|bought|chose|cut|died|drew|drove|fought|fled|flew|heard|hit|hurt|kept|shot|shut|sold"
    r"|spent|stole|swept|taught|threw|understood|woke|since|ran|sank|sought|slid|dealt|beat|lay|let|rang|sat|shook"
    r"|shown|sprang|stuck|set|swore|wore|quit|ate|bore|bound|agreed|freed|guaranteed|decreed|follows(?=\s+$)"
    r"|(?-i:[a-z]{2,})(?<!e)ed"
)
"""Closed classes and irregular pasts; the last line is the regular past ("need" and "succeed" aren't).

`AHEAD` ends with the present of what is on a calendar: talks that begin on Monday haven't begun.
"""
_CUE = re.compile(rf"(?<![\w])(?:(?P<ahead>{AHEAD})|(?P<back>{BACK}))(?!\w)", re.IGNORECASE)
_DEADLINE = re.compile(r"(?<!\w)(?i:until|till|by)\s{1,3}$")
_STARTING = re.compile(r"(?<!\w)(?i:starting|beginning|effective|is|are)\s{1,3}(?:(?:in|on|from)\s{1,3})?$")
_AHEAD_OF = re.compile(r"(?<!\w)(?i:ahead|in\s{1,3}advance)\s{1,3}(?i:of)\s{1,3}(?:(?i:the)\s{1,3})?$")
_PLANNED = re.compile(r"(?<!\w)(?i:planned|scheduled|slated|set|due)\s[^.;:,]{0,60}$")
_OFF = re.compile(
    r"\s{1,3}(?i:was|were|has\s{1,3}been|have\s{1,3}been|had\s{1,3}been)\s{1,3}(?:(?i:abruptly|later|also)\s{1,3})?"
    r"(?i:cancell?ed|called\s{1,3}off|postponed|put\s{1,3}off|scrapped|dropped|abandoned)\b"
)
_DONE = re.compile(r"(?:had|has|have|was|were|wasn't|weren't|hadn't|been)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(
    r"(?<=[a-z0-9][a-z0-9\"'”’)][.!?])(?<!Gen\.)(?<!Sen\.)(?<!Gov\.)(?<!Rep\.)"
    r"[\"'”’)]{0,2}\s+(?=[\"'“‘(`]{0,2}[A-Z])|\n\s*\n"
)


def direction(text: str, start: int, end: int) -> Direction:
    """`PAST` or `FUTURE` for the expression at `[start, end)`."""
    return told(text, start, end) or Direction.PAST


def told(text: str, start: int, end: int) -> Direction | None:
    """The same, or None where no verb tells."""
    left, right = _sentence(text, start, end)
    cues = list(_CUE.finditer(left)) or list(_CUE.finditer(right))[:1]
    deadline = _DEADLINE.search(left)
    if _AHEAD_OF.search(left):
        return Direction.FUTURE
    if not cues:
        return Direction.FUTURE if deadline or _STARTING.search(left) else None
    if deadline and not any(_DONE.match(cue.group()) for cue in cues):
        return Direction.FUTURE  # "demanded an answer by Friday"; "had left by Friday" looks back
    return Direction.FUTURE if cues[-1].group("ahead") else Direction.PAST


def called_off(text: str, start: int, end: int) -> bool:
    """Whether "a march planned for `[start, end)` was cancelled", which may be said before that day or after it."""
    return bool(_OFF.match(text, end) and _PLANNED.search(_sentence(text, start, end)[0]))


def _sentence(text: str, start: int, end: int) -> tuple[str, str]:
    left = text[max(0, start - WINDOW) : start]
    breaks = list(_SENTENCE_END.finditer(left))
    close = _SENTENCE_END.search(text, end, end + WINDOW)  # not in a slice: the end may follow at once
    return left[breaks[-1].end() :] if breaks else left, text[end : close.start() if close else end + WINDOW]
