"""Sentences in which the model found nothing: there the rules add what they are surest of.

The model's set marks what is said. Who gives no answer ("did not answer", "did not rule it out") isn't marked, nor is
what a document says of which the sentence before tells that it was published.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.model import Act
from onrecord.reading.acts import force_of
from onrecord.reading.attribution import Attribution
from onrecord.reading.confidence import MEASURED, opening_of
from onrecord.reading.overlaps import meets, merged

SURE = frozenset({("inverted", ""), ("continued", ""), ("plain", "quotation"), ("estimate", "")})
"""Patterns that find more than they spoil there, on the documents kept for tuning."""


def with_untouched(text: str, found: Sequence[Attribution], by_rules: Iterable[Attribution]) -> list[Attribution]:
    """The attributions and, of sentences that none of them touches, some of those by the rules.

    Who puts something at a figure is told by the rules: of "puts support for the mission at 52 percent" the model makes
    support.
    """
    by_rules = list(by_rules)
    put = merged(span for a in by_rules if a.pattern == "estimate" for span in a.cue)
    found = [a for a in found if not any(meets(span, put) for span in a.cue)]
    taken = merged(span for a in found for span in (*a.source, *a.cue, *a.content))
    return [*found, *(a for a in _sure(text, by_rules) if not _touches(a, taken))]


def _sure(text: str, by_rules: Iterable[Attribution]) -> Iterator[Attribution]:
    for found in by_rules:
        pattern = (found.pattern, opening_of(text, found))
        if pattern in SURE:
            yield replace(found, confidence=MEASURED[pattern])
        elif _is_silent(text, found):
            yield replace(found, confidence=MEASURED["declined", ""])


def _is_silent(text: str, found: Attribution) -> bool:
    group = found.group
    if group is None or not found.source:
        return found.pattern == "declined"
    open_still = group.negated and group.cue.act is Act.REJECTS
    words = " ".join(text[start:end] for start, end in found.cue)
    return open_still or force_of(group, words)[0] is Act.DECLINES


def _touches(found: Attribution, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether its cue or content shares a character with what is taken; a published document's cue is shared anyway."""
    spans = found.content if found.pattern == "continued" else (*found.cue, *found.content)
    return any(meets(span, taken) for span in spans)
