"""The chain of a statement: its sources from the outermost inwards to whoever knew, the publishing outlet left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.model import Link, SourceKind, Span
from onrecord.reading.attribution import Attribution
from onrecord.reading.carried import carried_on
from onrecord.reading.carriers import APART, adjoins, carriers
from onrecord.reading.earlier import Earlier, Source
from onrecord.reading.nested import closing_source, nested, tells
from onrecord.reading.phrases import subject_after, subject_before
from onrecord.reading.resolving import resolve
from onrecord.reading.sentence import Sentence
from onrecord.reading.verbs import find_groups
from onrecord.reading.voices import voices

Describe = Callable[[Span], Source]

_CAPITALISED = re.compile(r"(?:\s[A-Z][\w’'-]*)*")
_CITING = frozenset("citing quoting".split())
_QUOTED_SOURCES = re.compile(r"\b(?:that|which)\s+(?:quoted|cited)\s+", re.IGNORECASE)
# "According to the Gazette, which cited two officials, it is over."
_WHO_CITED = re.compile(r",\s(?:which|who)\s(?:cited|cites|quoted|quotes)\s([^,;.]{3,120}),", re.IGNORECASE)
# Participles after a noun that name whose hands it came through, and what kind of link that makes.
_THROUGH: dict[str, SourceKind | None] = {
    "leaked": SourceKind.LEAK,
    "intercepted": SourceKind.LEAK,
    **dict.fromkeys(
        "obtained seen quoted carried cited published broadcast reported reviewed relayed aired interviewed".split(),
        None,
    ),
}
# What the source of a statement says of its own sources.
_RESTS_ON = re.compile(
    r"\bbased on (?:accounts|interviews|information|conversations|testimony) (?:from|with|of|by)\s+"
    r"|\b(?:published|carried|ran|printed|aired|released) an? (?:\w+ )?(?:report|study|article|essay|letter|interview)"
    r" (?:by|from|with)\s+",
    re.IGNORECASE,
)
# "A memo leaked to the Gazette": who got it passed it on.
_HANDED_TO = re.compile(r"\b(?:leaked|provided|given|handed|sent|shown) to (?:the )?")
_WHOSE_SOURCES = re.compile(r"(?:[’']s?|\bof)\s+(?:own\s+)?sources\b|\bsources (?:of|at|close to)\b", re.IGNORECASE)
_WORDS_OF = re.compile(
    r"([A-Z][\w.’-]*(?:\s[A-Z][\w.’-]*){0,3})[’']s?\s(?:\w+\s)?"
    r"(?:remarks|comments|statements?|words|account|testimony|admission|claims?|allegations?)\b"
)
_WHO_TELL = frozenset({SourceKind.PERSON, SourceKind.OFFICIAL, SourceKind.OUTLET})
_DEPTH = 4


@dataclass(frozen=True, slots=True)
class Scene:
    """Where the links of one attribution are looked for."""

    sentence: Sentence
    attribution: Attribution
    source: Source | None
    earlier: Earlier
    describe: Describe

    def resolve(self, span: Span) -> Source:
        """What a span stands for, "the judge" by name where that's safe."""
        source = resolve(span, self.earlier, self.attribution.content)
        return source if source.safe else self.describe(span)


def build_chain(scene: Scene) -> tuple[Link, ...]:
    """Links from the outermost inwards; `describe` tells what a span stands for."""
    own = [scene.source.link] if scene.source else []
    through = list(_through(scene)) if own else []
    through += [link for link in _according_to(scene) if link.name != own[0].name] if own else []
    carried = list(carriers(scene.sentence, scene.attribution, scene.earlier)) if _may_be_carried(own) else []
    carried = carried or list(carried_on(scene.sentence, scene.attribution, own[0], scene.earlier) if own else ())
    inner = list(_inner_links(scene))
    around = inner if _rests_on(scene, inner) else []
    return _without_repeats([*through, *carried, *around, *own, *inner])


def _rests_on(scene: Scene, inner: Sequence[Link]) -> bool:
    """“The Gazette reported that it was over, according to two officials”: what an outlet tells rests on their word."""
    passed_on = scene.attribution.lexical is None and bool(inner) and inner[0].kind is SourceKind.OUTLET
    return passed_on and scene.source is not None and scene.source.link.kind is not SourceKind.OUTLET


def _may_be_carried(own: Sequence[Link]) -> bool:
    return bool(own) and own[0].kind is not SourceKind.OUTLET


def _through(scene: Scene) -> Iterator[Link]:
    """Hands that it came through: "in a conversation leaked by Russia", "a memo quoted by the Tribune"."""
    sentence, tokens = scene.sentence, scene.sentence.tokens
    for i in range(len(tokens) - 2):
        if sentence.quote[i] is None and tokens[i].lower in _THROUGH and tokens[i + 1].lower == "by":
            held = subject_after(sentence, i + 2, len(tokens))
            if held and _concerns(tokens[i].start, scene.attribution) and not _before_source(tokens[i].start, scene):
                link = scene.describe(_named_first(sentence.span(*held), scene.earlier)).link
                kind = _THROUGH[tokens[i].lower]
                if link.named:
                    yield replace(link, kind=kind) if kind else link
    for start, end in scene.attribution.source:
        if match := _HANDED_TO.search(scene.earlier.text, start, end):
            link = scene.describe(_named_first((match.end(), end), scene.earlier)).link
            if link.named and link.kind is SourceKind.OUTLET:
                yield link
        if (match := _WHOSE_SOURCES.search(scene.earlier.text, start, end)) and match.start() > start:
            link = scene.describe((start, match.start())).link
            if link.named:
                yield link


def _according_to(scene: Scene) -> Iterator[Link]:
    """“Ann Brown decided, according to a summary, that …”: what the whole rests on, where the cue is another."""
    sentence, tokens = scene.sentence, scene.sentence.tokens
    for i in range(len(tokens) - 2):
        if (sentence.lower(i), sentence.lower(i + 1)) != ("according", "to") or sentence.quote[i] is not None:
            continue
        told = subject_after(sentence, i + 2, len(tokens), any_start=True)
        if told and _is_of_whole(i, told[1], scene):
            source = scene.resolve(sentence.span(*told))
            if source.safe and not source.guessed and not _is_source(sentence.span(*told), scene.attribution):
                yield source.link


def _is_of_whole(index: int, told_end: int, scene: Scene) -> bool:
    """Whether "according to" leads in what is said, opens a sentence that the statement fills, or comes right after."""
    sentence, attribution = scene.sentence, scene.attribution
    at, spans = sentence.tokens[index].start, (*attribution.source, *attribution.cue, *attribution.content)
    if not _concerns(at, attribution) or _is_cue(at, attribution):
        return False
    if index == 0:
        after = told_end + (sentence.lower(told_end) == ",")
        return after < len(sentence.tokens) and sentence.tokens[after].start == min(start for start, _ in spans)
    by_outlet = scene.source is not None and scene.source.link.kind is SourceKind.OUTLET
    closes = at >= max(end for _, end in spans) and not by_outlet and adjoins(sentence, attribution, index)
    return closes or _leads_in(at, attribution) or _after_source(at, attribution)


def _after_source(at: int, attribution: Attribution) -> bool:
    """Whether a word stands between the source and its cue: "Ann Brown, according to the indictment, told"."""
    return bool(attribution.source and attribution.cue) and attribution.source[-1][1] <= at < attribution.cue[0][0]


def _closing_with(scene: Scene) -> Iterator[Link]:
    """“The Gazette reported that it was over, according to two officials”, where "reported" is the cue."""
    sentence, end = scene.sentence, scene.attribution.content[-1][1]
    after = next((i for i, t in enumerate(sentence.tokens) if t.start >= end and t.is_word), len(sentence.tokens))
    by_outlet = scene.source is not None and scene.source.link.kind is SourceKind.OUTLET
    if by_outlet and (sentence.lower(after), sentence.lower(after + 1)) == ("according", "to"):
        told = subject_after(sentence, after + 2, len(sentence.tokens), any_start=True)
        source = scene.describe(sentence.span(*told)) if told else None
        another = not _is_cue(sentence.tokens[after].start, scene.attribution)
        if source and source.safe and not source.guessed and another:
            yield source.link


def _leads_in(at: int, attribution: Attribution) -> bool:
    """Whether a word stands between the cue and what is said."""
    return bool(attribution.cue) and attribution.cue[-1][1] <= at < attribution.content[0][0]


def _before_source(at: int, scene: Scene) -> bool:
    return bool(scene.attribution.source) and at < scene.attribution.source[0][0]


def _is_source(span: Span, attribution: Attribution) -> bool:
    return any(start < span[1] and span[0] < end for start, end in attribution.source)


def _named_first(span: Span, earlier: Earlier) -> Span:
    """The span up to the end of the name that opens it: a verb may follow without a mark."""
    first = next((n for n in earlier.named_in(span) if n.start - span[0] <= len("the ")), None)
    run = _CAPITALISED.match(earlier.text, first.end, span[1]) if first else None
    return (span[0], run.end()) if run else span


def _concerns(at: int, attribution: Attribution) -> bool:
    """Whether a word stands in the source or between cue and content, not inside what is said."""
    return not any(start <= at < end for start, end in attribution.content)


def _inner_links(scene: Scene) -> Iterator[Link]:
    """Whom the source goes by: "citing two officials", and a source named again at the head of the content."""
    yield from _cited(scene)
    closing = list(_closing_with(scene))
    yield from closing
    heard = _heard_from(scene.sentence, scene.attribution) or _told_with_it(scene.sentence, scene.attribution)
    if heard:
        yield scene.describe(scene.sentence.span(*heard)).link
    if scene.attribution.pattern == "quoting" and scene.attribution.group:
        tokens = scene.sentence.tokens
        quoted = subject_after(scene.sentence, scene.attribution.group.last, len(tokens), any_start=True)
        if quoted:
            yield scene.describe(scene.sentence.span(*quoted)).link
    if scene.attribution.pattern != "continued" and scene.source:
        by_outlet = scene.source.link.kind is SourceKind.OUTLET and not closing
        if _told_apart(scene) and scene.source.link.kind is not SourceKind.OUTLET:
            return
        within = list(nested(scene.sentence, scene.attribution, scene.resolve, by_outlet=by_outlet))
        if by_outlet and not within:
            within = list(closing_source(scene.sentence, scene.attribution, scene.resolve))
            within = within or (list(_whose_words(scene)) if scene.attribution.lexical else [])
        yield from within or voices(scene.earlier.text, scene.attribution, scene.describe, by_outlet=by_outlet)


def _whose_words(scene: Scene) -> Iterator[Link]:
    """“Ann Brown's remarks, first reported by the Gazette”: hers, at the head of what the outlet tells."""
    start, end = scene.attribution.content[0]
    if not tells(scene.attribution):
        return
    if match := _WORDS_OF.match(scene.earlier.text, start, end):
        source = scene.describe(match.span(1))
        if source.safe and not source.guessed and source.link.kind in _WHO_TELL - {SourceKind.OUTLET}:
            yield source.link


def _told_apart(scene: Scene) -> bool:
    """“The Gazette reported a fire, but ten are dead, according to officials”: these said the second half only."""
    start, end = scene.attribution.content[0][0], scene.attribution.content[-1][1]
    words = zip(scene.sentence.tokens, scene.sentence.quote, strict=True)
    inside = {token.lower for token, quote in words if quote is None and start <= token.start < end}
    return scene.attribution.lexical is None and not APART.isdisjoint(inside)


def _cited(scene: Scene) -> Iterator[Link]:
    """“Citing two officials”, "a report that quoted sources": those who can be a source, no facts or reasons."""
    sentence, tokens = scene.sentence, scene.sentence.tokens
    for i in range(len(tokens) - 1):
        if sentence.quote[i] is None and tokens[i].lower in _CITING and _concerns(tokens[i].start, scene.attribution):
            cited = subject_after(sentence, i + 1, _before_cue(scene, i), any_start=True)
            if cited and not _is_cue(tokens[i].start, scene.attribution):
                source = scene.describe(sentence.span(*cited))
                if source.safe and not source.guessed and _speaks(source.link, tokens[i].lower, scene):
                    yield source.link
    for start, end in scene.attribution.source:
        if match := _QUOTED_SOURCES.search(scene.earlier.text, start, end):
            yield scene.describe((match.end(), end)).link
        elif match := _WHO_CITED.match(scene.earlier.text, end, scene.sentence.end):
            source = scene.describe(match.span(1))
            if source.safe and not source.guessed:
                yield source.link
        cue = scene.attribution.cue[0][0] if scene.attribution.cue else end
        reach = max(end, min(cue, scene.sentence.end))
        if match := _RESTS_ON.search(scene.earlier.text, start, reach):
            yield scene.describe((match.end(), reach)).link


def _before_cue(scene: Scene, index: int) -> int:
    """Up to where somebody cited before the cue can reach: "the Times, citing two people, reported"."""
    tokens = scene.sentence.tokens
    cue = scene.attribution.cue[0][0] if scene.attribution.cue else 0
    if tokens[index].start >= cue:
        return len(tokens)
    marks = (i for i in range(index + 1, len(tokens)) if tokens[i].text == "," or tokens[i].start >= cue)
    return next(marks, len(tokens))


def _speaks(link: Link, word: str, scene: Scene) -> bool:
    """Outlets and documents cite documents; of a person who cites "the report" the report isn't the source."""
    person = scene.source is not None and scene.source.link.kind is SourceKind.PERSON
    if link.name.endswith(("'s", "’s")):
        return False
    return not person or word == "quoting" or link.kind in _WHO_TELL


def _is_cue(at: int, attribution: Attribution) -> bool:
    return any(start <= at < end for start, end in attribution.cue)


def _heard_from(sentence: Sentence, attribution: Attribution) -> tuple[int, int] | None:
    """Whom it was learned from: "has learned from two officials that", "was confirmed by the Gazette with an aide"."""
    group = attribution.group
    if group is None:
        return None
    if group.cue.lemma in {"learn", "hear"} and sentence.lower(group.last) == "from":
        return subject_after(sentence, group.last + 1, len(sentence.tokens), any_start=True)
    if group.cue.lemma == "confirm" and attribution.source:
        after = sentence.index_at(attribution.source[0][1])
        if sentence.lower(after) == "with":
            return subject_after(sentence, after + 1, len(sentence.tokens), any_start=True)
    return None


def _told_with_it(sentence: Sentence, attribution: Attribution) -> tuple[int, int] | None:
    """Who says so in a document, by a verb of their own: "the judge ruled, according to a summary, that"."""
    if attribution.lexical is not None or not attribution.cue or not tells(attribution):
        return None
    cue = sentence.index_at(attribution.cue[0][0])
    group = next((g for g in find_groups(sentence) if g.last == cue - 1 and sentence.is_mark(cue - 1, ",")), None)
    if group is None or group.passive or not _concerns(sentence.tokens[group.head].start, attribution):
        return None
    told = {"t", "q"} & {*group.cue.frames} and attribution.content[0][0] > attribution.cue[-1][1]
    return subject_before(sentence, group.first) if told else None


def _without_repeats(links: Sequence[Link]) -> tuple[Link, ...]:
    kept: list[Link] = []
    for link in links:
        if all(link.name.lower() != other.name.lower() for other in kept):
            kept.append(link)
    return tuple(kept[:_DEPTH])
