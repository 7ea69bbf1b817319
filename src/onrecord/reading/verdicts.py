"""What a content says of a claim instead of claiming: that it isn't so, or that the speaker can't say.

"It was untrue that the bridge was unsafe" and "the claim that it was unsafe was false" deny it; "she could not say
whether the talks would go on" gives no answer. The words between cue and claim tell, whatever the cue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Span
from onrecord.reading.cue_forces import DENIED, SILENT, Force

# White space is taken whole and from its beginning: a run of it is looked at once, however long.
_S = r"(?:(?<!\s)\s++)"
_OPENING = rf"[\s\"“‘'’,]*+(?:that{_S})?"
_IS = (
    rf"(?:(?:{_S}(?:is|was|are|were)|['’](?:s|re))(?:{_S}(?:simply|just|absolutely|completely|entirely|totally|all))?)"
)
_UNTRUE = (
    rf"(?:not{_S}(?:at{_S}all{_S})?true|untrue|false|not{_S}the{_S}case|(?:an?{_S})?(?:outright{_S})?lies?|nonsense|baseless"
    rf"|unfounded|groundless|fabricated|without{_S}(?:any{_S})?foundation|(?:pure{_S})?(?:fiction|fabrications?))"
)
_CLAIMS = (
    r"(?:claims?|reports?|allegations?|rumou?rs?|accusations?|suggestions?|stor(?:y|ies)|speculation|assertions?|idea"
    r"|notion|charges)"
)
_FEW = rf"(?:[\w’'-]++{_S}){{0,3}}?"
_END = r"[\s.,;!\"”’']*"
_IT_IS_UNTRUE = rf"(?:it|this){_IS}{_S}{_UNTRUE}"
# "It is untrue that …", "there is no truth to the report that …": what follows is denied.
_BEFORE = re.compile(
    rf"{_OPENING}(?:{_IT_IS_UNTRUE},?|there{_IS}{_S}no{_S}truth{_S}(?:to|in){_S}{_FEW}{_CLAIMS}){_S}that{_S}",
    re.IGNORECASE,
)
_NOT_SO = re.compile(rf"{_OPENING}{_IT_IS_UNTRUE}{_END}", re.IGNORECASE)
_THAT = re.compile(r"that\s+", re.IGNORECASE)
# "The claim that … was false", "reports of a takeover are baseless", "that is a lie".
_AFTER = re.compile(
    rf"{_OPENING}(?:{_FEW}{_CLAIMS}\b(?:{_S}that{_S}(?P<claim>.+?)|[^,;.]*?)"
    rf"{_IS}{_S}(?:{_UNTRUE}|wrong|incorrect|inaccurate|mistaken)|(?:that|this|it){_IS}{_S}{_UNTRUE}){_END}",
    re.IGNORECASE,
)
_WONDERING = r"(?:if|whether|how|when|where|why|who|what|which)\b"
_CANNOT = rf"(?:(?:could|can|would|will|did|do|does)(?:{_S}not|n[’']t)|cannot|won[’']t|can[’']t)"
_ADVERBS = rf"(?:{_S}(?:yet|immediately|currently|still|even|really|exactly))*"
_BE = r"(?:is|was|are|were|am|['’]m|['’]re|['’]s)"
_SILENT = re.compile(
    rf"{_OPENING}(?:he|she|it|they|we|I|(?:the|his|her|its|their){_S}(?:[\w’'-]++{_S}){{1,3}}?)\s*+"
    rf"(?:{_CANNOT}{_ADVERBS}{_S}(?:say|know|tell|recall|remember){_ADVERBS}{_S}{_WONDERING}"
    rf"|{_CANNOT}{_ADVERBS}{_S}be{_S}(?:drawn{_S}on|sure{_S}{_WONDERING})"
    rf"|{_BE}{_S}not{_ADVERBS}{_S}(?:sure|certain|aware){_S}{_WONDERING}"
    rf"|{_BE}{_ADVERBS}{_S}unable{_S}to{_S}(?:confirm|say|comment|verify|discuss)\b"
    rf"|(?:could|can|would|will){_S}neither{_S}confirm{_S}nor{_S}deny\b"
    rf"|(?:had|has|have){_S}(?:no{_S}(?:further{_S})?comment\b|nothing{_S}(?:(?:more|further){_S})?to{_S}(?:say|add)\b))",
    re.IGNORECASE,
)


def verdict_on(text: str, clause: Span) -> tuple[Span, Force] | None:
    """What of a clause is denied or left unanswered, and the force of that; None where it claims something."""
    start, end = clause
    if before := _BEFORE.match(text, start, end):
        return (before.end(), end), DENIED
    if after := _AFTER.fullmatch(text, start, end):
        return (after.span("claim") if after["claim"] else clause), DENIED
    return (clause, SILENT) if _SILENT.match(text, start, end) else None


def parted_denial(text: str, content: Sequence[Span]) -> Span | None:
    """Of "it is not true" | "that the bridge is unsafe", said with the cue between, what is denied."""
    if len(content) < 2 or not _NOT_SO.fullmatch(text, *content[0]):
        return None
    that = _THAT.match(text, *content[1])
    return (that.end(), content[1][1]) if that else None
