"""The trained reader: one pass of a small model over the text; what follows from it goes by tables and rules."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.encoders import Seen, Tagged, about, attributions_of, force_at, see
from onrecord.model import Article, Mode, Reading, Span
from onrecord.reading.acts import judged_assertions
from onrecord.reading.attribution import Attribution
from onrecord.reading.cue_forces import force_of_words
from onrecord.reading.names_tagged import names_seen
from onrecord.reading.quantities import find_quantities
from onrecord.reading.sentence import Sentence, read_sentences
from onrecord.reading.statements import Judge, Judged, Statements, read_spans
from onrecord.reading.times import find_times
from onrecord.reading.verbs import Group, find_groups

_VERSION = 1
"""To be raised whenever the same article may get another reading from the same model."""


def reader_id() -> str:
    """Name and version of this reader and of its model."""
    return f"{about().name}.{_VERSION}"


def read(article: Article) -> Reading:
    """The reading of an article in English whose blocks are known; ModelError where the model can't be used."""
    text = article.text
    times = find_times(text, article.published)
    seen = see(text, [(b.start, b.end) for b in article.blocks])
    names = names_seen(text, article.blocks, seen)
    body = read_spans(article)
    sentences, quotes = read_sentences(text, body)
    statements = Statements.of(article, names, sentences, quotes, _judge(seen))
    return Reading(
        reader=reader_id(),
        language=article.language,
        blocks=article.blocks,
        statements=statements.build(_attributions(seen, body, sentences)),
        names=names,
        times=times,
        quantities=find_quantities(text, [(t.start, t.end) for t in times]),
    )


def _judge(seen: Seen) -> Judge:
    """Force by what the model sees of the cue's words and of each clause's; the lexicon where there are none."""

    def judge(text: str, found: Attribution, mode: Mode) -> Judged:  # noqa: ARG001 - the rules' judge goes by the mode
        words = " ".join(text[start:end] for start, end in found.cue)
        force = force_at(seen, found.cue) or force_of_words(words)
        assertions = judged_assertions(text, found.content, lambda span: force_at(seen, [span]) or force)
        return Judged(act=force[0], assertions=assertions, confidence=found.confidence)

    return judge


def _attributions(seen: Seen, body: Sequence[Span], sentences: Sequence[Sentence]) -> list[Attribution]:
    """What the model tagged within the body, in the order of their first characters."""
    found = [a for tagged in attributions_of(seen) if (a := _attribution(seen, tagged, body, sentences))]
    return sorted(found, key=lambda a: min(s for s, _ in (*a.source, *a.cue, *a.content)))


def _attribution(seen: Seen, tagged: Tagged, body: Sequence[Span], sentences: Sequence[Sentence]) -> Attribution | None:
    cue = _span(seen, tagged.cue)
    content = tuple(span for piece in tagged.contents if _lies_in(span := _span(seen, piece), body))
    if not content or not _lies_in(cue, body):
        return None
    return Attribution(
        source=(_span(seen, tagged.source),) if tagged.source else (),
        cue=(cue,),
        content=content,
        group=_group(sentences, cue),
        pattern="tagged",
        confidence=round(tagged.confidence, 3),
    )


def _span(seen: Seen, words: tuple[int, int]) -> Span:
    return seen.words.spans[words[0]][0], seen.words.spans[words[1] - 1][1]


def _lies_in(span: Span, body: Sequence[Span]) -> bool:
    at = bisect_right(body, span[0], key=lambda s: s[0]) - 1
    return at >= 0 and span[1] <= body[at][1]


def _group(sentences: Sequence[Sentence], cue: Span) -> Group | None:
    """The last verb group whose head stands in the cue."""
    at = bisect_right(sentences, cue[0], key=lambda s: s.start) - 1
    if at < 0:
        return None
    heads = [g for g in find_groups(sentences[at]) if cue[0] <= sentences[at].tokens[g.head].start < cue[1]]
    return heads[-1] if heads else None
