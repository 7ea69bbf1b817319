"""From attributions to statements, the same way for every reader: mode, speaker, chain, and the outlet's own voice."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.model import (
    Act,
    Article,
    Assertion,
    Block,
    BlockKind,
    Certainty,
    Link,
    Mode,
    Name,
    Polarity,
    SourceKind,
    Span,
    Speaker,
    Statement,
    sha256,
    statement_id,
)
from onrecord.reading.acts import find_assertions, find_conditions, find_hedges
from onrecord.reading.attribution import Attribution, place_of
from onrecord.reading.carried import take_in_scenes
from onrecord.reading.chains import Scene, build_chain
from onrecord.reading.confidence import UNATTRIBUTED
from onrecord.reading.cue_forces import PLAIN, Force
from onrecord.reading.distance import find_distance, without_distance
from onrecord.reading.earlier import Earlier, Source
from onrecord.reading.names_kinds import is_one_outlet
from onrecord.reading.overlaps import meets, merged
from onrecord.reading.quotes import Quote
from onrecord.reading.resolving import resolve
from onrecord.reading.sentence import Sentence, number_at, quotes_within
from onrecord.reading.sentences import split_sentences
from onrecord.reading.speakers import describe, unknown
from onrecord.reading.turns import LABEL, UNTOLD, Turn, is_in_turn, with_turns

READ_BLOCKS = frozenset({BlockKind.STANDFIRST, BlockKind.PARAGRAPH, BlockKind.QUOTE})
"""Captions, credits, subheads and headlines are never read as statements."""
_DATELINE = re.compile(
    r"[A-Z][\w.’' -]{1,40}(?:,\s[A-Z][\w.’' -]{1,30}){0,2}(?:,?\s\d{1,2})?(?:,\s\d{4})?\s?"
    r"(?:\([A-Z][\w ]{1,20}\)\s?[-–—]|\s?[–—]|\s--)\s?"
)
_FIRST_PERSON = re.compile(r"[“\"‘']?(?:I|We)\b")
_ASKING: Force = (Act.QUESTIONS, Certainty.UNKNOWN, Polarity.UNKNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What a reader makes of an attribution beyond its spans; `act` is what its cue does."""

    act: Act
    assertions: tuple[Assertion, ...]
    confidence: float


_SHARES = frozenset("percent % half most majority third two-thirds".split())
_SHARE = 6
"""Tokens after the comma within which a share must stand."""

Judge = Callable[[str, Attribution, Mode], Judged]
OwnVoice = Callable[[Sentence], float]
"""How sure a reader is that a sentence in which it found no attribution is the outlet's own."""


def read_spans(article: Article) -> list[Span]:
    """The stretches of the text that are read as statements: body blocks without their datelines."""
    return [(_after_dateline(article.text, b), b.end) for b in article.blocks if b.kind in READ_BLOCKS]


@dataclass(slots=True)
class Statements:
    """Builds the statements of one article, in order; `earlier` are the sources met so far."""

    article: Article
    sha: str
    earlier: Earlier
    sentences: Sequence[Sentence]
    quotes: Sequence[Quote]
    judge: Judge

    @classmethod
    def of(
        cls,
        article: Article,
        names: Sequence[Name],
        sentences: Sequence[Sentence],
        quotes: Sequence[Quote],
        judge: Judge,
    ) -> Statements:
        """For an article whose sentences and names are known."""
        sha = sha256(article.text.encode("utf-8", "surrogatepass"))
        read = read_spans(article)
        body = [n for n in names if (i := bisect_right(read, n.start, key=lambda s: s[0])) and n.end <= read[i - 1][1]]
        earlier = Earlier(article.text, body, names, sentences, quotes)
        return cls(article, sha, earlier, sentences, quotes, judge)

    def build(
        self, attributions: Sequence[Attribution], own_voice: OwnVoice, turns: Sequence[Turn]
    ) -> tuple[Statement, ...]:
        """The attributed statements and, for every sentence that none of them touches, one of the outlet's own.

        In the `turns` of a transcript the outlet says nothing, and each is one statement of its speaker.
        """
        found = sorted(with_turns(self.article.text, attributions, turns), key=place_of)
        attributed = [self._attributed(one) for one in found]
        left = [s for s in _left_over(self.sentences, attributed) if not is_in_turn((s.start, s.end), turns)]
        own = [self._own(s, own_voice(s)) for s in left]
        return tuple(sorted([*attributed, *own], key=lambda s: (s.content[0], s.source)))

    def _attributed(self, given: Attribution) -> Statement:
        text = self.article.text
        found = without_distance(text, given)
        source = self._source(found) if found.source else None
        if source:
            self.earlier.add(source)
        labelled = found.pattern == LABEL
        mode = Mode.DIRECT if labelled else _mode(text, found.content, self.quotes)
        judged = _judged_turn(text, found) if labelled else self.judge(text, found, mode)
        asks = judged.act in {Act.QUESTIONS, Act.DECLINES}
        holder = _holder(self.sentences, found)
        spans = [*found.source, *found.cue, *found.content]
        scene = Scene(holder, found, source, self.earlier, self._named)
        number = self.earlier.sentence_at(holder.start)
        take_in_scenes(self.earlier, number)
        links = (source.link,) if labelled and source else build_chain(scene)
        self.earlier.last_chain = links or self.earlier.last_chain
        self.earlier.occasions.hear(links, holder, number, text)
        return self._statement(
            found,
            judged,
            mode=mode,
            speaker=Speaker(name=source.link.name, kind=source.link.kind) if source and source.safe else None,
            chain=tuple(link for link in links if not self._is_publisher(link)),
            hedges=tuple(sorted({*find_distance(text, found), *_hedges(text, spans, self.quotes)})),
            condition=find_conditions(text, found.content, indirect_question=asks),
        )

    def _source(self, found: Attribution) -> Source:
        span = found.source[0]
        if found.pattern == LABEL and self.article.text[slice(*span)].lower() in UNTOLD:
            return unknown(self.article.text, span)
        return resolve(span, self.earlier, found.content)

    def _named(self, span: Span) -> Source:
        return describe(span, self.earlier)

    def _is_publisher(self, link: Link) -> bool:
        body = link.kind in {SourceKind.OUTLET, SourceKind.ORGANISATION}
        return body and (self.article.is_by(link.name) or is_one_outlet(link.name, self.article.outlet or ""))

    def _own(self, sentence: Sentence, confidence: float) -> Statement:
        text, span = self.article.text, _without_stop(self.article.text, sentence)
        quoted = sentence.wholly_quoted
        words = text[sentence.start : sentence.end]
        asks = words.rstrip("”\"'’ ").endswith("?") or words.startswith("Whether ")
        force = _ASKING if asks else PLAIN
        assertions = find_assertions(text, [span], force, speaker_own=quoted)
        outlet = self.article.outlet
        own_voice = Speaker(name=outlet, kind=SourceKind.OUTLET) if outlet else None
        return self._statement(
            Attribution(source=(), cue=(), content=(span,)),
            Judged(act=force[0], assertions=assertions, confidence=UNATTRIBUTED if quoted else confidence),
            mode=Mode.DIRECT if quoted else Mode.OWN,
            speaker=None if quoted else own_voice,
            hedges=_hedges(text, [span], self.quotes),
            condition=find_conditions(text, [span], indirect_question=False),
        )

    def _statement(self, found: Attribution, judged: Judged, **rest: object) -> Statement:
        return Statement(
            id=statement_id(self.sha, found.source, found.cue, found.content),
            source=found.source,
            cue=found.cue,
            content=found.content,
            act=judged.act,
            certainty=judged.assertions[0].certainty,
            polarity=judged.assertions[0].polarity,
            assertions=judged.assertions,
            confidence=judged.confidence,
            **rest,  # type: ignore[arg-type]
        )


def _judged_turn(text: str, found: Attribution) -> Judged:
    """A speaker's own words: what they do, their clauses say; only of "I" and "we" is it the speaker's own act."""
    sentences = [one for start, end in found.content for one in split_sentences(text, start, end)]
    judged = (
        find_assertions(text, [one], PLAIN, speaker_own=bool(_FIRST_PERSON.match(text, *one))) for one in sentences
    )
    assertions = tuple(assertion for part in judged for assertion in part)
    acts = {one.act for one in assertions}
    return Judged(act=acts.pop() if len(acts) == 1 else PLAIN[0], assertions=assertions, confidence=found.confidence)


def _after_dateline(text: str, block: Block) -> int:
    """Where the block's own words begin: after "CORVANE, June 4 (NPA) - "."""
    dateline = _DATELINE.match(text, block.start, block.end)
    return dateline.end() if dateline else block.start


def _left_over(sentences: Sequence[Sentence], attributed: Sequence[Statement]) -> Iterator[Sentence]:
    """Sentences that no attribution touches: the outlet's own voice, or a quotation whose speaker isn't told."""
    taken = merged(span for s in attributed for span in (*s.content, *s.cue, *s.source))
    for sentence in sentences:
        words = sum(token.is_word for token in sentence.tokens)
        if words > 1 and not meets((sentence.start, sentence.end), taken):
            yield sentence
        elif (answered := _answers(sentence)) and not meets((answered.start, answered.end), taken):
            yield answered


def _answers(sentence: Sentence) -> Sentence | None:
    """What is told after a question to many: "Asked about uniforms, 44 percent were in favour"."""
    comma = next((i for i, token in enumerate(sentence.tokens) if token.text == ","), 0)
    after = sentence.tokens[comma + 1 : comma + 1 + _SHARE]
    shares = any(token.lower in _SHARES for token in after)
    if sentence.lower(0) != "asked" or not comma or not shares:
        return None
    start = sentence.tokens[comma + 1].start
    return replace(sentence, start=start, tokens=sentence.tokens[comma + 1 :], quote=sentence.quote[comma + 1 :])


def _holder(sentences: Sequence[Sentence], found: Attribution) -> Sentence:
    """The sentence that the cue stands in."""
    at = found.cue[0][0] if found.cue else found.content[0][0]
    return sentences[number_at(sentences, at)]


def _hedges(text: str, spans: Iterable[Span], quotes: Sequence[Quote]) -> tuple[Span, ...]:
    near = ((span, [(q.start, q.end) for q in quotes_within(quotes, *span)]) for span in spans)
    return tuple(hedge for span, quoted in near for hedge in find_hedges(text, [span], quoted))


def _without_stop(text: str, sentence: Sentence) -> Span:
    end = sentence.end
    while end > sentence.start + 1 and text[end - 1] in ".…":
        end -= 1
    return sentence.start, end


def _mode(text: str, content: Sequence[Span], quotes: Sequence[Quote]) -> Mode:
    """Direct where every word stands inside quotation marks, mixed where some do."""
    inside = outside = 0
    for start, end in content:
        letters = _letters(text, start, end)
        held = sum(_letters(text, max(start, q.start), min(end, q.end)) for q in quotes_within(quotes, start, end))
        inside, outside = inside + held, outside + letters - held
    if not inside:
        return Mode.INDIRECT
    return Mode.MIXED if outside else Mode.DIRECT


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end]))
