"""The outlet's own distance from what it passes on: "falsely claimed", "said, without offering evidence, that …".

The ledger doesn't say what is true: such words are hedges of the reporter's, wherever they stand about the cue. Within
what is said they are the speaker's own ("said that he was wrongly convicted").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.model import Span
from onrecord.reading.attribution import Attribution
from onrecord.reading.overlaps import meets, merged

_ADVERB = (
    r"(?:falsely|wrongly|incorrectly|mistakenly|erroneously|inaccurately|baselessly|groundlessly|untruthfully"
    r"|misleadingly|dubiously|implausibly)"
)
_OFFERING = r"(?:offering|providing|giving|presenting|citing|showing|producing|supplying)"
_PROOF = r"(?:(?:any|further|clear|credible|concrete|immediate)\s+){0,2}(?:evidence|proof|substantiation|corroboration)"
_BARELY = rf"without\s+(?:{_OFFERING}\s+)?{_PROOF}"
_DISTANCE = re.compile(rf"\b(?:{_ADVERB}|{_BARELY})\b", re.IGNORECASE)
_BEFORE = re.compile(rf"\b(?:{_ADVERB}|{_BARELY}\s*,)\s*$", re.IGNORECASE)
_AFTER = re.compile(rf"\s*,?\s*(?:{_ADVERB}|{_BARELY})\b", re.IGNORECASE)
# "claimed" "falsely that the dam had failed", "without evidence that": before "that" it goes with the cue.
_OPENING = re.compile(rf"\s*,?\s*(?:{_ADVERB}|{_BARELY})\s*,?\s+(?=that\b)", re.IGNORECASE)
# Without a participle it may be said of the deed: "were jailed, without evidence".
_CLOSING = re.compile(rf"\s*,\s*without\s+{_OFFERING}\s+{_PROOF}\s*$", re.IGNORECASE)
_QUOTING = frozenset('“”"»«’')
_MARK = re.compile(r"[^\w\s]|\n")
_REACH = 90


def without_distance(text: str, found: Attribution) -> Attribution:
    """The attribution with such words cut off both ends of what is said."""
    first, *others = found.content
    opening = _OPENING.match(text, *first) if _follows(first, found) else None
    pieces = [(opening.end(), first[1]) if opening else first, *others]
    start, end = pieces[-1]
    closing = _CLOSING.search(text, max(start, end - _REACH), end)
    if closing and closing.start() > start and not _QUOTING.intersection(text[end : end + 2]):
        pieces[-1] = (start, closing.start())
    return replace(found, content=tuple(pieces))


def find_distance(text: str, found: Attribution) -> tuple[Span, ...]:
    """Such words in the cue, next to it, before who says it, and after what is said."""
    near = [match.span() for start, end in found.cue for match in _DISTANCE.finditer(text, start, end)]
    for at in [spans[0][0] for spans in (found.source, found.cue) if spans]:
        near += _matched(_BEFORE.search(text, max(0, at - _REACH), at))
    if found.cue:
        near += _matched(_AFTER.match(text, found.cue[-1][1], found.cue[-1][1] + _REACH))
    last = found.content[-1][1]
    near += _matched(_CLOSING.match(text, last, _clause_end(text, last)))
    said = merged(found.content)
    return tuple(sorted({span for span in near if not meets(span, said)}))


def _matched(match: re.Match[str] | None) -> Iterator[Span]:
    """The words of distance within what matched."""
    if match:
        yield from (inner.span() for inner in _DISTANCE.finditer(match.string, *match.span()))


def _follows(span: Span, found: Attribution) -> bool:
    return bool(found.cue) and found.cue[-1][1] <= span[0]


def _clause_end(text: str, at: int) -> int:
    """The next mark that isn't the comma that opens the words."""
    end = _MARK.search(text, at + 1, at + _REACH)
    return end.start() if end else min(len(text), at + _REACH)
