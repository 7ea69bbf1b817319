"""The trained reader: one pass of a small model over the text; what follows from it goes by tables and rules."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from onrecord.encoders import Seen, Tagged, about, attributions_of, cue_chance, force_at, see
from onrecord.model import Act, Article, Assertion, Certainty, Mode, Polarity, Reading, Span
from onrecord.reading.acts import find_assertions, may_be_negated, may_be_uncertain, negates_a_part
from onrecord.reading.asides import without_asides
from onrecord.reading.attribution import Attribution, find_attributions
from onrecord.reading.beside import with_each_speaker
from onrecord.reading.citing import with_citing
from onrecord.reading.conditions import with_conditions
from onrecord.reading.confidence import HALF_A_CUE, OWN, Hint, hint_in
from onrecord.reading.cue_forces import Force, force_of_words, in_context
from onrecord.reading.cue_heads import head_of
from onrecord.reading.hearers import without_hearer
from onrecord.reading.lexicon import Cue
from onrecord.reading.names_tagged import names_seen
from onrecord.reading.no_statements import is_no_statement, without_court
from onrecord.reading.others_words import within_sentence, without_others_words
from onrecord.reading.quantities import find_quantities
from onrecord.reading.sentence import Sentence, number_at, read_sentences
from onrecord.reading.statements import Judge, Judged, OwnVoice, Statements, read_spans
from onrecord.reading.times import find_times
from onrecord.reading.turns import find_turns
from onrecord.reading.untouched import with_untouched
from onrecord.reading.verbs import Group, find_groups

_LEAST = 0.2
"""What the model tagged with less confidence is wrong four times in five: no row is better."""
# Where only the last verb of "neither confirmed nor denied" was taken for the cue.
_NEITHER = re.compile(r"\bneither\b[^.;\n]{1,50}\bnor\s+(?:\w+\s+)?$", re.IGNORECASE)
_NEITHER_REACH = 70
# What turns a saying round from the front of its clause: "nowhere does it say that", "at no point did the pilot say".
_FRONTED = re.compile(
    r"\b(?:nowhere|never|not\s+once|at\s+no\s+(?:point|time|stage))\b[^.;:\n]{0,30}?\b(?:does|do|did|has|have|had)\s"
    r"[^.;:\n]{0,50}$",
    re.IGNORECASE,
)
_FRONTED_REACH = 100
_OPERATOR = re.compile(
    r"\b(?:refus|declin|neither|nor\b|not\b|never\b|no longer\b|without\b|fail|stopp?\w* short)|n[’']t\b", re.IGNORECASE
)
# "We can't rule out an attack" leaves it open, whatever stands around it.
_NOT_RULED_OUT = re.compile(r"(?:\bnot|n[’']t|\bcannot)\s+(?:\w+\s+)?rule\s+out\b", re.IGNORECASE)
_DENIALS = frozenset({Act.DENIES, Act.DECLINES, Act.CORRECTS})
_PLAIN = frozenset({"rule out"})
"""Refusals that the model takes for plain saying where little stands around them."""
_TELLING = frozenset({Act.ASSERTS, Act.CONFIRMS})
_REFUSALS = frozenset({Act.REJECTS, Act.DECLINES})
_LESS_SURE = frozenset({Certainty.PROBABLE, Certainty.POSSIBLE})
_INFINITIVE = re.compile(r"\s*to\s+\w+(?:\s+(?:out|for|off|on|down|back|up|with|whether)\b)?", re.IGNORECASE)
_VERSION = 5
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
    by_rules = find_attributions(sentences)
    turns = find_turns(text, body, names)
    found = _attributions(text, seen, body, sentences, by_rules)
    found = [without_hearer(text, one, names, sentences) for one in found]
    statements = Statements.of(article, names, sentences, quotes, _judge(seen))
    return Reading(
        reader=reader_id(),
        language=article.language,
        blocks=article.blocks,
        statements=statements.build(found, _own_voice(seen, sentences, by_rules), turns),
        names=names,
        times=times,
        quantities=find_quantities(text, [(t.start, t.end) for t in times]),
    )


def _judge(seen: Seen) -> Judge:
    """Force by what the model sees of the words of cue and clauses, and by what lexicon and rules make of them."""

    def judge(text: str, found: Attribution, mode: Mode) -> Judged:  # noqa: ARG001 - the rules' judge goes by the mode
        row, guess, plain = _guess(text, found)
        force = guess if plain else force_at(seen, found.cue, guess)
        negated = force[2] is Polarity.NEGATIVE and guess[2] is Polarity.POSITIVE
        if negated and any(negates_a_part(text, span) for span in found.content):
            force = (force[0], force[1], guess[2])
        own = not plain and (row is None or "q" in row.frames)
        guessed = find_assertions(text, found.content, force, speaker_own=own)
        several = len(guessed) > 1
        assertions = guessed if plain else tuple(_judged(text, seen, one, force[0], several=several) for one in guessed)
        return Judged(act=force[0], assertions=assertions, confidence=found.confidence)

    return judge


def _own_voice(seen: Seen, sentences: Sequence[Sentence], by_rules: Sequence[Attribution]) -> OwnVoice:
    """How sure it is that a sentence is the outlet's own."""
    signs = signs_of_others(seen, sentences, by_rules)
    return lambda sentence: OWN[signs(sentence)]


def signs_of_others(
    seen: Seen, sentences: Sequence[Sentence], by_rules: Sequence[Attribution]
) -> Callable[[Sentence], tuple[Hint, bool]]:
    """What speaks against a sentence's being the outlet's own: a hint, and whether the model half sees a cue in it."""
    ruled = {sentences[found.sentence].start for found in by_rules}

    def signs(sentence: Sentence) -> tuple[Hint, bool]:
        half_seen = cue_chance(seen, (sentence.start, sentence.end)) >= HALF_A_CUE
        return hint_in(sentence, ruled=sentence.start in ruled), half_seen

    return signs


def _guess(text: str, found: Attribution) -> tuple[Cue | None, Force, bool]:
    """The lexicon's row and force for a cue, and whether they are plain: a denial or refusal is told by its words.

    Of "refused" "to rule out a strike" the model sees a refusal, and doesn't weigh what is refused; of "told" "them to
    leave" it sees that something is told.
    """
    cue = " ".join(text[start:end] for start, end in found.cue)
    start, end = found.content[0]
    row, content = head_of(cue), text[start : found.content[-1][1]]
    if before := _NEITHER.search(text, max(0, found.cue[0][0] - _NEITHER_REACH), found.cue[0][0]):
        return row, force_of_words(f"{before.group()} {cue}", content), True
    if _FRONTED.search(text, max(0, found.cue[0][0] - _FRONTED_REACH), found.cue[0][0]):
        return row, force_of_words(f"not {cue}", content), True
    opening = _INFINITIVE.match(text, found.cue[-1][1], end)
    if opening and row is not None and row.act in _REFUSALS and head_of(opening.group().strip()):
        return row, force_of_words(f"{cue}{opening.group()}", content), True
    force = force_of_words(cue, content)
    plain = row is not None and (
        row.lemma in _PLAIN
        or in_context(row, content).act is not row.act
        or (force[0] is Act.PLANS and row.act is not Act.PLANS)
    )
    return row, force, plain or bool(_OPERATOR.search(cue)) or force[0] in _DENIALS


def _judged(text: str, seen: Seen, guessed: Assertion, act: Act, *, several: bool) -> Assertion:
    """An assertion by what the model sees of its words; only under a cue that just tells has it an act of its own.

    A denial or refusal is told by its words. What negates a clause must stand in it, and where it is one of several,
    what leaves it open, too: the model's sight takes in the clauses beside it.
    """
    if act in _TELLING and (guessed.act in _DENIALS or _NOT_RULED_OUT.search(text, guessed.start, guessed.end)):
        return guessed
    guess = guessed.act, guessed.certainty, guessed.polarity
    acts = tuple(Act) if act in _TELLING else (act,)
    own, certainty, polarity = force_at(seen, [(guessed.start, guessed.end)], guess, acts=acts)
    negated = polarity is Polarity.NEGATIVE and guessed.polarity is Polarity.POSITIVE
    if negated and not may_be_negated(text, (guessed.start, guessed.end)):
        polarity = Polarity.POSITIVE
    weakened = certainty in _LESS_SURE and guessed.certainty is Certainty.CERTAIN
    if several and weakened and not may_be_uncertain(text, (guessed.start, guessed.end)):
        certainty = Certainty.CERTAIN
    return replace(guessed, act=own, certainty=certainty, polarity=polarity)


def _attributions(
    text: str, seen: Seen, body: Sequence[Span], sentences: Sequence[Sentence], by_rules: Sequence[Attribution]
) -> list[Attribution]:
    """What the model tagged within the body.

    The model was taught on a set without sources of sources and with few refusals: those that cite or quote others go
    by the rules, and where it found nothing the rules add what they are surest of.
    """
    sure = [one for one in attributions_of(seen) if one.confidence >= _LEAST]
    tagged = [without_court(text, a) for one in sure if (a := _attribution(seen, one, body, sentences))]
    tagged = [
        within_sentence(without_others_words(a, sentences), sentences) for a in tagged if not is_no_statement(text, a)
    ]
    found = with_untouched(text, with_citing(tagged, sentences), by_rules)
    return without_asides(text, with_conditions(text, with_each_speaker(text, found, sentences), sentences))


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
    at = number_at(sentences, cue[0])
    if at < 0:
        return None
    heads = [g for g in find_groups(sentences[at]) if cue[0] <= sentences[at].tokens[g.head].start < cue[1]]
    return heads[-1] if heads else None
