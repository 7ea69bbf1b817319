"""The rule-based reader: the whole way from an article's blocks to its reading."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import (
    Act,
    Article,
    Block,
    BlockKind,
    Certainty,
    Link,
    Mode,
    Name,
    Polarity,
    Reading,
    SourceKind,
    Span,
    Speaker,
    Statement,
    sha256,
    statement_id,
)
from onrecord.reading.acts import find_assertions, find_conditions, find_hedges, force_of
from onrecord.reading.attribution import Attribution, find_attributions
from onrecord.reading.chains import build_chain
from onrecord.reading.confidence import OWN, UNATTRIBUTED, confidence_of
from onrecord.reading.earlier import Earlier
from onrecord.reading.names import find_names
from onrecord.reading.quantities import find_quantities
from onrecord.reading.quotes import Quote
from onrecord.reading.sentence import Sentence, quotes_within, read_sentences
from onrecord.reading.speakers import describe, resolve
from onrecord.reading.times import find_times

READER = "rules-1"
"""Name and version: raise the version whenever the same article may get another reading."""

_DATELINE = re.compile(
    r"[A-Z][\w.’' -]{1,40}(?:,\s[A-Z][\w.’' -]{1,30}){0,2}(?:,?\s\d{1,2})?(?:,\s\d{4})?\s?"
    r"(?:\([A-Z][\w ]{1,20}\)\s?[-–—]|\s?[–—]|\s--)\s?"
)
READ_BLOCKS = frozenset({BlockKind.STANDFIRST, BlockKind.PARAGRAPH, BlockKind.QUOTE})
"""Captions, credits, subheads and headlines are never read as statements."""


def read_by_rules(article: Article) -> Reading:
    """The reading of an article whose blocks and language are known."""
    if article.language is not None and article.language != "en":
        reason = f"the language is {article.language}, and only English is read"
        return Reading(reader=READER, language=article.language, blocks=article.blocks, unread=reason)
    times = find_times(article.text, article.published)
    names = find_names(article.text, article.blocks)
    return Reading(
        reader=READER,
        language=article.language,
        blocks=article.blocks,
        statements=_Statements.of(article, names).read(),
        names=names,
        times=times,
        quantities=find_quantities(article.text, [(t.start, t.end) for t in times]),
    )


def read_spans(article: Article) -> list[Span]:
    """The stretches of the text that are read as statements: body blocks without their datelines."""
    return [(_after_dateline(article.text, b), b.end) for b in article.blocks if b.kind in READ_BLOCKS]


@dataclass(slots=True)
class _Statements:
    """Builds the statements of one article, in order; `earlier` are the sources met so far."""

    article: Article
    sha: str
    earlier: Earlier

    @classmethod
    def of(cls, article: Article, names: tuple[Name, ...]) -> _Statements:
        sha = sha256(article.text.encode("utf-8", "surrogatepass"))
        read = read_spans(article)
        body = [n for n in names if (i := bisect_right(read, n.start, key=lambda s: s[0])) and n.end <= read[i - 1][1]]
        return cls(article, sha, Earlier(article.text, body))

    def read(self) -> tuple[Statement, ...]:
        text = self.article.text
        sentences, quotes = read_sentences(text, read_spans(self.article))
        attributed = [self._attributed(sentences, quotes, a) for a in find_attributions(sentences)]
        own = [self._own(s, quotes) for s in _left_over(sentences, attributed)]
        return tuple(sorted([*attributed, *own], key=lambda s: (s.content[0], s.source)))

    def _attributed(self, sentences: Sequence[Sentence], quotes: Sequence[Quote], found: Attribution) -> Statement:
        text = self.article.text
        source = resolve(found.source[0], self.earlier) if found.source else None
        if source:
            self.earlier.add(source)
        cue_text = " ".join(text[start:end] for start, end in found.cue)
        said = text[found.content[0][0] : found.content[-1][1]]
        force = force_of(found.group, cue_text, said)
        asks = force[0] in {Act.QUESTIONS, Act.DECLINES}
        holder = _holder(sentences, found)
        links = build_chain(text, holder, found, source, lambda span: describe(span, self.earlier))
        chain = tuple(link for link in links if not self._is_publisher(link))
        return self._statement(
            found,
            force=force,
            mode=_mode(text, found.content, quotes),
            speaker=Speaker(name=source.link.name, kind=source.link.kind) if source and source.safe else None,
            chain=chain,
            hedges=_hedges(text, [*found.source, *found.cue, *found.content], quotes),
            condition=find_conditions(text, found.content, indirect_question=asks),
            confidence=confidence_of(text, found),
        )

    def _is_publisher(self, link: Link) -> bool:
        return link.kind is SourceKind.OUTLET and self.article.is_by(link.name)

    def _own(self, sentence: Sentence, quotes: Sequence[Quote]) -> Statement:
        text, span = self.article.text, _without_stop(self.article.text, sentence)
        quoted = sentence.wholly_quoted
        words = text[sentence.start : sentence.end]
        asks = words.rstrip("”\"'’ ").endswith("?") or words.startswith("Whether ")
        force = (
            (Act.QUESTIONS, Certainty.UNKNOWN, Polarity.UNKNOWN)
            if asks
            else (Act.ASSERTS, Certainty.CERTAIN, Polarity.POSITIVE)
        )
        outlet = self.article.outlet
        own_voice = Speaker(name=outlet, kind=SourceKind.OUTLET) if outlet else None
        return self._statement(
            Attribution(sentence=0, source=(), cue=(), content=(span,)),
            force=force,
            mode=Mode.DIRECT if quoted else Mode.OWN,
            speaker=None if quoted else own_voice,
            chain=(),
            hedges=_hedges(text, [span], quotes),
            condition=find_conditions(text, [span], indirect_question=False),
            confidence=UNATTRIBUTED if quoted else OWN,
        )

    def _statement(
        self, found: Attribution, *, force: tuple[Act, Certainty, Polarity], mode: Mode, **rest: object
    ) -> Statement:
        text = self.article.text
        speaks = mode is not Mode.OWN and found.lexical is not None and "q" in found.lexical.frames
        whole = found.pattern in {"expected", "passive"}
        assertions = find_assertions(text, found.content, force, speaker_own=speaks, whole=whole)
        certainty, polarity = assertions[0].certainty, assertions[0].polarity
        return Statement(
            id=statement_id(self.sha, found.source, found.cue, found.content),
            source=found.source,
            cue=found.cue,
            content=found.content,
            mode=mode,
            act=force[0],
            certainty=certainty,
            polarity=polarity,
            assertions=assertions,
            **rest,  # type: ignore[arg-type]
        )


def _after_dateline(text: str, block: Block) -> int:
    """Where the block's own words begin: after "CORVANE, June 4 (NPA) - "."""
    dateline = _DATELINE.match(text, block.start, block.end)
    return dateline.end() if dateline else block.start


def _left_over(sentences: Sequence[Sentence], attributed: Sequence[Statement]) -> Iterator[Sentence]:
    """Sentences that no attribution touches: the outlet's own voice, or a quotation whose speaker isn't told."""
    taken = _merged(span for s in attributed for span in (*s.content, *s.cue, *s.source))
    for sentence in sentences:
        words = sum(token.is_word for token in sentence.tokens)
        index = bisect_right(taken, sentence.start, key=lambda span: span[1])
        if words > 1 and not (index < len(taken) and taken[index][0] < sentence.end):
            yield sentence


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _holder(sentences: Sequence[Sentence], found: Attribution) -> Sentence:
    """The sentence that the cue stands in."""
    at = found.cue[0][0] if found.cue else found.content[0][0]
    return sentences[bisect_right(sentences, at, key=lambda s: s.start) - 1]


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
