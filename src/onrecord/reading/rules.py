"""The rule-based reader: attributions by a lexicon of cues, by position and by punctuation."""

from __future__ import annotations

from onrecord.model import Article, Mode, Reading
from onrecord.reading.acts import find_assertions, force_of
from onrecord.reading.attribution import Attribution, find_attributions
from onrecord.reading.confidence import OWN_BY_RULES, confidence_of, hint_in
from onrecord.reading.names import find_names
from onrecord.reading.quantities import find_quantities
from onrecord.reading.sentence import Sentence, read_sentences
from onrecord.reading.statements import Judged, Statements, read_spans
from onrecord.reading.times import find_times
from onrecord.reading.turns import find_turns

_VERSION = 11
"""To be raised whenever the same article may get another reading."""


def reader_id() -> str:
    """Name and version of this reader."""
    return f"rules-{_VERSION}"


def read(article: Article) -> Reading:
    """The reading of an article in English whose blocks are known."""
    times = find_times(article.text, article.published)
    names = find_names(article.text, article.blocks)
    body = read_spans(article)
    sentences, quotes = read_sentences(article.text, body)
    turns = find_turns(article.text, body, names)
    statements = Statements.of(article, names, sentences, quotes, judge)
    return Reading(
        reader=reader_id(),
        language=article.language,
        blocks=article.blocks,
        statements=statements.build(find_attributions(sentences), own_voice, turns),
        names=names,
        times=times,
        quantities=find_quantities(article.text, [(t.start, t.end) for t in times]),
    )


def own_voice(sentence: Sentence) -> float:
    """How sure it is that a sentence in which the patterns found nothing is the outlet's own."""
    return OWN_BY_RULES[hint_in(sentence, ruled=False)]


def judge(text: str, found: Attribution, mode: Mode) -> Judged:
    """Force and assertions by the lexicon, confidence by the pattern that found it."""
    cue = " ".join(text[start:end] for start, end in found.cue)
    force = force_of(found.group, cue, text[found.content[0][0] : found.content[-1][1]])
    speaks = mode is not Mode.OWN and found.lexical is not None and "q" in found.lexical.frames
    whole = found.pattern in {"expected", "passive"}
    assertions = find_assertions(text, found.content, force, speaker_own=speaks, whole=whole)
    return Judged(act=force[0], assertions=assertions, confidence=confidence_of(text, found))
