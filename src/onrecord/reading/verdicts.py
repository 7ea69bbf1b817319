"""What a content says of a claim instead of claiming: that it isn't so, or that the speaker can't say.

"It was untrue that the bridge was unsafe" and "the claim that it was unsafe was false" deny it; "she could not say
whether the talks would go on" gives no answer. The words between cue and claim tell, whatever the cue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Act, Certainty, Polarity, Span
from onrecord.reading.cue_forces import Force

DENIED: Force = (Act.DENIES, Certainty.CERTAIN, Polarity.POSITIVE)
SILENT: Force = (Act.DECLINES, Certainty.UNKNOWN, Polarity.UNKNOWN)

_OPENING = r"[\s\"“‘'’,]*(?:that\s+)?"
_IS = r"(?:(?:\s+(?:is|was|are|were)|['’](?:s|re))(?:\s+(?:simply|just|absolutely|completely|entirely|totally|all))?)"
_UNTRUE = (
    r"(?:not\s+(?:at\s+all\s+)?true|untrue|false|not\s+the\s+case|(?:an?\s+)?(?:outright\s+)?lies?|nonsense|baseless"
    r"|unfounded|groundless|fabricated|without\s+(?:any\s+)?foundation|(?:pure\s+)?(?:fiction|fabrications?))"
)
_CLAIMS = (
    r"(?:claims?|reports?|allegations?|rumou?rs?|accusations?|suggestions?|stor(?:y|ies)|speculation|assertions?|idea"
    r"|notion|charges)"
)
_END = r"[\s.,;!\"”’']*"
# "It is untrue that …", "there is no truth to the report that …": what follows is denied.
_BEFORE = re.compile(
    rf"{_OPENING}(?:(?:it|this){_IS}\s+{_UNTRUE},?|there{_IS}\s+no\s+truth\s+(?:to|in)\s+(?:[\w’'-]+\s+){{0,3}}?{_CLAIMS})"
    r"\s+that\s+",
    re.IGNORECASE,
)
_NOT_SO = re.compile(rf"{_OPENING}(?:it|this){_IS}\s+{_UNTRUE}{_END}", re.IGNORECASE)
# "The claim that … was false", "reports of a takeover are baseless", "that is a lie".
_AFTER = re.compile(
    rf"{_OPENING}(?:(?:[\w’'-]+\s+){{0,3}}?{_CLAIMS}\b(?:\s+that\s+(?P<claim>.+?)|[^,;.]*?)"
    rf"{_IS}\s+(?:{_UNTRUE}|wrong|incorrect|inaccurate|mistaken)|(?:that|this|it){_IS}\s+{_UNTRUE}){_END}",
    re.IGNORECASE,
)
_WONDERING = r"(?:if|whether|how|when|where|why|who|what|which)\b"
_CANNOT = r"(?:(?:could|can|would|will|did|do|does)(?:\s+not|n[’']t)|cannot|won[’']t|can[’']t)"
_ADVERBS = r"(?:\s+(?:yet|immediately|currently|still|even|really|exactly))*"
_BE = r"(?:is|was|are|were|am|['’]m|['’]re|['’]s)"
_SILENT = re.compile(
    rf"{_OPENING}(?:he|she|it|they|we|I|(?:the|his|her|its|their)\s+(?:[\w’'-]+\s+){{1,3}}?)\s*"
    rf"(?:{_CANNOT}{_ADVERBS}\s+(?:say|know|tell|recall|remember){_ADVERBS}\s+{_WONDERING}"
    rf"|{_CANNOT}{_ADVERBS}\s+be\s+(?:drawn\s+on|sure\s+{_WONDERING})"
    rf"|{_BE}\s+not{_ADVERBS}\s+(?:sure|certain|aware)\s+{_WONDERING}"
    rf"|{_BE}{_ADVERBS}\s+unable\s+to\s+(?:confirm|say|comment|verify|discuss)\b"
    rf"|(?:could|can|would|will)\s+neither\s+confirm\s+nor\s+deny\b"
    r"|(?:had|has|have)\s+(?:no\s+(?:further\s+)?comment\b|nothing\s+(?:more\s+|further\s+)?to\s+(?:say|add)\b))",
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
    that = re.compile(r"that\s+", re.IGNORECASE).match(text, *content[1])
    return (that.end(), content[1][1]) if that else None
