"""The outlet's own remarks on what is said, cut off from it: "…, a figure the army disputes", "…, which he denies"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from onrecord.model import Span
from onrecord.reading.attribution import Attribution, place_of

_NOUNS = (
    r"(?:claim|allegation|accusation|assertion|charge|contention|suggestion|statement|figure|number|sum|amount|estimate"
    r"|account|version|report|theory|argument|notion|narrative|explanation|characteri[sz]ation|finding|toll|view)s?"
)
_THAT = rf"(?:(?:an?|the|this|that|these|those|both)\s+)?(?:[a-z-]{{1,20}}\s+){{0,2}}{_NOUNS}(?:\s+of\s+\w{{1,20}})?"
_HAS = r"(?:(?:has|have|had|was|were|is|are)\s+)?(?:been\s+)?(?:(?:\w{1,20}ly|also|long|always|since|later)\s+)?"
_DOUBTED = (
    r"(?:den(?:y|ies|ied)|disput(?:e|es|ed)|reject(?:s|ed)?|contest(?:s|ed)?|refut(?:e|es|ed)|rebut(?:s|ted)?"
    r"|dismiss(?:es|ed)?|question(?:s|ed)?|challeng(?:e|es|ed)|contradict(?:s|ed)?|debunk(?:s|ed)?|disproved)"
)
_UNPROVED = (
    r"(?:not|never)\s+(?:been\s+|be\s+)?(?:\w{1,20}ly\s+)?"
    r"(?:verif(?:ied|y)|confirm(?:ed)?|substantiated?|corroborated?|proved|proven)"
)
_SOMEBODY = (
    r"(?:he|she|they|it|we|(?:the|his|her|its|their|our|many|some|most|several)(?:\s+[\w’'-]{1,30}){1,5}?"
    r"|(?-i:[A-Z])[\w’'-]{0,30}(?:\s+[\w’'-]{1,30}){0,5}?)"
)
_PEOPLE = r"(?!(?:has|was|is|does|says)\b)[a-z]{3,20}s"
_OTHERS_DOUBT = rf"(?:that\s+|which\s+)?(?:{_SOMEBODY}|{_PEOPLE})\s+{_HAS}{_DOUBTED}"
_IS_DOUBTED = (
    rf"(?:that\s+|which\s+)?{_HAS}(?:denied|disputed|rejected|contested|refuted|rebutted|dismissed|questioned|challenged"
    r"|contradicted|debunked|disproved|denounced)"
)
_IS_UNPROVED = rf"(?:[^\s.;,“”\"]{{1,30}}\s+){{0,4}}?{_UNPROVED}"
_REMARK = re.compile(
    rf",\s+(?:(?:which|something)\s+(?:{_OTHERS_DOUBT}|{_IS_UNPROVED})"
    rf"|{_THAT}\s+(?:{_OTHERS_DOUBT}|{_IS_DOUBTED}|{_IS_UNPROVED}))\b(?!\s+that\b)[^.;,“”\"]*,?"
    rf"|,\s+an?(?:\s+[\w’'-]{{1,30}}){{1,3}}?\s+(?:that\s+)?{_SOMEBODY}\s+{_HAS}{_DOUBTED}(?=,|\.|\Z)",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(rf"(?:which|something|{_THAT})", re.IGNORECASE)
_DENIES = re.compile(rf"\b{_DOUBTED}\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never|no)\b|n[’']t\b", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,;.”\"—–-]{0,4}")
_REACH = 250


def without_asides(text: str, found: Iterable[Attribution]) -> list[Attribution]:
    """The attributions with such remarks cut off the end of what is said and of who says it.

    Whoever denies "a claim", "something", "which" denies what stands right before it.
    """
    cut = [_cut(text, one) for one in sorted(found, key=place_of)]
    return [_pointed(text, one, before) for one, before in zip(cut, [None, *cut], strict=False)]


def _cut(text: str, found: Attribution) -> Attribution:
    source = tuple((start, _remark_in(text, (start, end)) or end) for start, end in found.source)
    content = found.content
    if remark := _remark_in(text, (content[0][0], content[-1][1])):
        content = tuple((start, min(end, remark)) for start, end in content if start < remark)
    return replace(found, source=source, content=content)


def _remark_in(text: str, span: Span) -> int | None:
    """Where a remark begins that goes on to the end of the span at least."""
    start, end = span
    line = text.find("\n", end, end + _REACH)
    comma = text.find(",", max(start + 1, end - _REACH), end)
    while comma >= 0:
        remark = _REMARK.match(text, comma, line if line >= 0 else end + _REACH)
        if remark and remark.end() >= end:
            return comma
        comma = text.find(",", comma + 1, end)
    return None


def _pointed(text: str, found: Attribution, before: Attribution | None) -> Attribution:
    """The attribution with what it points back to as its content."""
    start, end = found.content[0][0], found.content[-1][1]
    cue = text[found.cue[0][0] : found.cue[-1][1]]
    denies = _DENIES.search(cue) and not _NOT.search(cue)
    if before is None or not denies or not _POINTS_BACK.fullmatch(text, start, end):
        return found
    ends = max(end for _, end in (*before.source, *before.cue, *before.content))
    touches = ends <= start and _BETWEEN.fullmatch(text, ends, start)
    return replace(found, content=before.content) if touches else found
