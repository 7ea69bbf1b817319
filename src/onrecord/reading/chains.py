"""The chain of a statement: its sources from the outermost inwards to whoever knew, the publishing outlet left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from onrecord.model import Link, SourceKind, Span
from onrecord.reading.attribution import Attribution
from onrecord.reading.earlier import Source
from onrecord.reading.phrases import subject_after, subject_before
from onrecord.reading.sentence import Sentence
from onrecord.reading.verbs import find_groups

Describe = Callable[[Span], Source]

_CITING = frozenset("citing quoting".split())
# Participles after a noun that name whose hands it came through, and what kind of link that makes.
_THROUGH: dict[str, SourceKind | None] = {
    "leaked": SourceKind.LEAK,
    "intercepted": SourceKind.LEAK,
    **dict.fromkeys("obtained seen quoted carried cited published released broadcast reported reviewed".split(), None),
}
_WHOSE_SOURCES = re.compile(r"(?:[’']s?|\bof)\s+(?:own\s+)?sources\b|\bsources (?:of|at|close to)\b", re.IGNORECASE)
_SPEECH = frozenset("report reveal say write quote cite tell publish disclose announce claim suggest show note".split())
_DEPTH = 4


def build_chain(
    text: str, sentence: Sentence, attribution: Attribution, source: Source | None, describe: Describe
) -> tuple[Link, ...]:
    """Links from the outermost inwards. `describe` tells what a source span stands for."""
    outer = list(_outer_links(text, sentence, attribution, describe))
    inner = list(_inner_links(sentence, attribution, describe))
    own = [source.link] if source else []
    return _without_repeats([*outer, *own, *inner])


def _outer_links(text: str, sentence: Sentence, attribution: Attribution, describe: Describe) -> Iterator[Link]:
    """Hands that it came through: "in a conversation leaked by Russia", "a memo quoted by the Tribune"."""
    tokens = sentence.tokens
    for i in range(len(tokens) - 2):
        if sentence.quote[i] is None and tokens[i].lower in _THROUGH and tokens[i + 1].lower == "by":
            held = subject_after(sentence, i + 2, len(tokens))
            if held and _concerns(sentence, i, attribution):
                link = describe(sentence.span(*held)).link
                yield _as_kind(link, _THROUGH[tokens[i].lower])
    for start, end in attribution.source:
        if (match := _WHOSE_SOURCES.search(text, start, end)) and match.start() > start:
            link = describe((start, match.start())).link
            if link.named:
                yield link
    told = _told(sentence, attribution, describe)
    if told:
        yield told


def _concerns(sentence: Sentence, index: int, attribution: Attribution) -> bool:
    """Whether the participle stands in the source or between cue and content, not inside what is said."""
    at = sentence.tokens[index].start
    return not any(start <= at < end for start, end in attribution.content)


def _told(sentence: Sentence, attribution: Attribution, describe: Describe) -> Link | None:
    if attribution.group is None or attribution.group.cue.lemma not in {"tell", "inform", "say"}:
        return None
    i = attribution.group.last
    while i < len(sentence.tokens) and sentence.lower(i) in {"in", "an", "to", "interview", "with"}:
        i += 1
    addressed = (
        subject_after(sentence, i, len(sentence.tokens))
        if sentence.quote[min(i, len(sentence.quote) - 1)] is None
        else None
    )
    if addressed is None:
        return None
    link = describe(sentence.span(*addressed)).link
    return link if link.kind is SourceKind.OUTLET and link.named else None


def _inner_links(sentence: Sentence, attribution: Attribution, describe: Describe) -> Iterator[Link]:
    """Whom the source goes by: "citing two officials", and a source named again at the head of the content."""
    tokens = sentence.tokens
    for i in range(1, len(tokens) - 1):
        if sentence.quote[i] is None and tokens[i].lower in _CITING and _concerns(sentence, i, attribution):
            cited = subject_after(sentence, i + 1, len(tokens), any_start=True)
            if cited:
                yield describe(sentence.span(*cited)).link
    if heard := _heard_from(sentence, attribution):
        yield describe(sentence.span(*heard)).link
    if attribution.pattern == "quoting" and attribution.group:
        quoted = subject_after(sentence, attribution.group.last, len(tokens), any_start=True)
        if quoted:
            yield describe(sentence.span(*quoted)).link
    if attribution.lexical and attribution.lexical.lemma in _SPEECH and attribution.pattern != "continued":
        yield from _nested(sentence, attribution, describe)


def _heard_from(sentence: Sentence, attribution: Attribution) -> tuple[int, int] | None:
    """Whom it was learned from: "has learned from two officials that"."""
    group = attribution.group
    if group is None or group.cue.lemma not in {"learn", "hear"} or sentence.lower(group.last) != "from":
        return None
    return subject_after(sentence, group.last + 1, len(sentence.tokens), any_start=True)


def _nested(sentence: Sentence, attribution: Attribution, describe: Describe) -> Iterator[Link]:
    """A source at the head of an indirect content: "reported that officials had said that …"."""
    start, end = attribution.content[0]
    inside = [i for i, t in enumerate(sentence.tokens) if start <= t.start < end]
    if not inside or sentence.quote[inside[0]] is not None:
        return
    floor = inside[0] + (sentence.lower(inside[0]) == "that")
    for group in [g for g in find_groups(sentence) if floor < g.first <= floor + 12][:_DEPTH]:
        if "t" not in group.cue.frames or group.cue.lemma not in _SPEECH | {"warn", "confirm", "deny", "tell"}:
            return
        subject = subject_before(sentence, group.first, floor)
        if subject is None or subject[0] != floor or group.passive:
            return
        source = describe(sentence.span(*subject))
        if source.link.kind is SourceKind.UNKNOWN:
            return
        yield source.link
        floor = group.last + (sentence.lower(group.last) == "that")


def _as_kind(link: Link, kind: SourceKind | None) -> Link:
    if kind is None:
        return link
    return Link(name=link.name, kind=kind, named=link.named, span=link.span)


def _without_repeats(links: Sequence[Link]) -> tuple[Link, ...]:
    kept: list[Link] = []
    for link in links:
        if all(link.name != other.name for other in kept):
            kept.append(link)
    return tuple(kept[:_DEPTH])
