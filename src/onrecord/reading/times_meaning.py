"""What the prepositions around expressions add to their meaning: ranges, "since", "until", "about"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.model import TimeType
from onrecord.reading.calendar import Grain
from onrecord.reading.times_scene import Found, at_clock
from onrecord.reading.times_words import DAYPARTS, WEEKDAY, S, any_of

_PART = re.compile(rf"(?:{S}|-)(?:(?i:in|at){S}(?:(?i:the){S})?)?({any_of(DAYPARTS)})(?!\w)")
_JOINT = re.compile(r"[\s,(]{0,4}(?:(?i:on|of|the)\s{1,3})?")
_AGAIN = re.compile(r"\s{0,3}\([^()]{3,40}\),?\s{1,3}(?:(?i:on)\s{1,3})?")
"""A time of day told again for another zone, between the first one and its day."""
_EARLY = re.compile(
    rf"(?<!\w)(?:(?i:the){S})?"
    rf"(?:(?i:early|late|mid|later|earlier|sometime|(?:middle|end|beginning|start){S}of)(?:-|{S})"
    rf"|(?i:around|about){S})(?:(?i:the){S})?$"
)
_PART_OF = re.compile(rf"(?<!\w)(?:(?i:the){S})?({any_of(DAYPARTS)}){S}(?i:of){S}$")
_EARLY_REACH = 30
"""The longest of those prefixes, in characters."""
_THROUGH = re.compile(r"\s{0,3}(?:(?i:until|till|through|into)\s{1,3}|[-–—]\s{0,3})(?:(?i:the)\s{1,3})?")
_TO = re.compile(r"\s{1,3}(?i:to)\s{1,3}(?:(?i:the)\s{1,3})?")
_AND = re.compile(r"\s{1,3}(?i:and)\s{1,3}(?:(?i:the)\s{1,3})?")
CONNECTED = ((_THROUGH, r""), (_TO, r""), (_AND, r"(?i:between)"))
"""What joins the two ends of a range, and the word that must stand before the first end."""
_AT_LEAST = r"(?:(?i:at\s{1,3}least|about|around)\s{1,3})?(?:(?i:the)\s{1,3})?"
MOVED = re.compile(
    r"(?<!\w)(?i:mov|postpon|delay|push|shift|put|brought|bring|reschedul|chang|extend|adjourn|defer|compar)"
    r"[^.;!?]{0,50}$"
)
"""What is moved from Monday to Wednesday doesn't last from the one to the other."""
OPEN_END = re.compile(rf"(?<!\w)(?i:since|(?:starting|beginning)(?:\s{{1,3}}(?:in|on|from))?)\s{{1,3}}{_AT_LEAST}$")
FROM_THEN = re.compile(
    rf"(?:(?<!\w)(?i:will|would|shall|can|may|must){S}[^.;!?\n]{{0,50}}?(?<!\w)from|(?:^|[.!?]\s{{1,3}}|\n)From)"
    rf"\s{{1,3}}{_AT_LEAST}$"
)
"""Where what is to be begins: "will send them from September"."""
OPEN_START = re.compile(rf"(?<!\w)(?i:until|till|through|by)\s{{1,3}}{_AT_LEAST}$")
NOT_UNTIL = re.compile(r"(?i:\bnot|n['’]t)\s{1,3}(?:\w{1,20}\s{1,3}){0,3}(?i:until|till)\s{1,3}(?:(?i:the)\s{1,3})?$")
ONWARDS = re.compile(r"\s{1,3}(?i:onwards?|on(?=\s*[,.;]))")
ROUGHLY = re.compile(r"(?<!\w)(?i:around|about|circa|approximately)\s{1,3}$")
# What follows a beginning: the clause's end, or what is to be.
_AHEAD = re.compile(r"\s{0,3}(?:[.,;:!?)\"'”’]|$|and\b|(?:\w+\s){0,4}(?:will|would)\b)")
_BEFORE = 60
"""How many characters before an expression are looked at."""


def joined(found: list[Found], text: str) -> list[Found]:
    """Expressions with what belongs inside them: times of day with their day, "early", "the end of".

    Of two times of day before one day ("from 9 a.m. to 5 p.m. Tuesday"), the first is of that day, too.
    """
    result: list[Found] = []
    for raw in found:
        item = _with_part(raw, text)
        last = result[-1] if result else None
        if last and last.clock and _names_day(item) and _AGAIN.fullmatch(text, last.end, item.start):
            result[-1] = at_clock(item, last.clock, (last.start, last.end))
        elif last and last.clock and _names_day(item) and _JOINT.fullmatch(text, last.end, item.start):
            result[-1] = at_clock(item, last.clock, (last.start, item.end))
            if len(result) > 1 and result[-2].clock and result[-2] in found and _connected(result[-2], last, text):
                result[-2] = at_clock(item, result[-2].clock, (result[-2].start, result[-2].end))
            continue
        floor = max(last.end if last else 0, item.start - _EARLY_REACH)
        result.append(_with_prefix(item, text, floor))
    return result


def meant(found: list[Found], text: str) -> list[Found]:
    """Expressions with the EDTF interval that their surroundings give them; both ends of a range mean the range."""
    result = list(found)
    for place, item in enumerate(result):
        if item.moment is None or item.interval is not None:
            continue
        following = result[place + 1] if place + 1 < len(result) else None
        if following and following.moment and _is_range(item, following, text):
            result[place], result[place + 1] = _range(item, following, text)
        else:
            result[place] = _open(item, text)
    return result


def _connected(first: Found, second: Found, text: str) -> bool:
    return any(joint.fullmatch(text, first.end, second.start) for joint, _ in CONNECTED)


def _names_day(found: Found) -> bool:
    return found.type is TimeType.DATE and found.moment is not None and found.moment.grain is Grain.DAY


def _with_prefix(found: Found, text: str, floor: int) -> Found:
    of = _PART_OF.search(text, floor, found.start)
    if of and _names_day(found):
        return at_clock(found, DAYPARTS[of.group(1).lower()], (of.start(), found.end))
    early = _EARLY.search(text, floor, found.start)
    return replace(found, start=early.start()) if early else found


def _with_part(found: Found, text: str) -> Found:
    part = _PART.match(text, found.end)
    if not part or not _names_day(found):
        return found
    return at_clock(found, DAYPARTS[part.group(1).lower()], (found.start, part.end()))


def _is_range(first: Found, second: Found, text: str) -> bool:
    before = text[max(0, first.start - _BEFORE) : first.start]
    if MOVED.search(before) and not _AND.fullmatch(text, first.end, second.start):
        return False
    return any(
        joint.fullmatch(text, first.end, second.start) and re.search(rf"{word}\s{{0,3}}(?:(?i:the)\s{{1,3}})?$", before)
        for joint, word in CONNECTED
    )


def _range(first: Found, second: Found, text: str) -> tuple[Found, Found]:
    start, end = first.moment, second.moment
    if start and end and end.first < start.first and re.search(WEEKDAY, text[second.start : second.end]):
        end = end.shifted(7)
    if start is None or end is None or end.first < start.first or start == end:
        return first, second
    interval = f"{start.ends[0]}/{end.ends[1]}"
    timex = second.timex.replace(second.moment.timex, end.timex) if second.moment else second.timex
    return replace(first, interval=interval), replace(second, timex=timex, moment=end, interval=interval)


def _open(found: Found, text: str) -> Found:
    if found.moment is None:
        return found
    before = text[max(0, found.start - _BEFORE) : found.start]
    start, end = found.moment.ends
    if FROM_THEN.search(before) and _AHEAD.match(text, found.end) and not MOVED.search(before):
        return replace(found, interval=f"{start}/..")
    if OPEN_END.search(before) or ONWARDS.match(text, found.end):
        return replace(found, interval=f"{start}/..")
    if OPEN_START.search(before) and not NOT_UNTIL.search(before):
        return replace(found, interval=f"../{end}")
    exact = found.type is TimeType.TIME or found.moment.grain not in (Grain.YEAR, Grain.MONTH, Grain.DAY)
    if not exact and (ROUGHLY.search(before) or re.match(r"(?i:around|about)\s", text[found.start : found.end])):
        return replace(found, interval=f"{end}~")
    return found
