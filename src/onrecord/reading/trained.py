"""The trained reader: one pass of a small model over the text; what follows from it goes by tables and rules."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from onrecord.encoders import Seen, Tagged, about, attributions_of, cue_chance, force_at, see
from onrecord.model import Act, Article, Assertion, Mode, Polarity, Reading, Span
from onrecord.reading.acts import find_assertions, may_be_negated
from onrecord.reading.asides import without_asides
from onrecord.reading.attribution import Attribution, find_attributions
from onrecord.reading.beside import with_each_speaker
from onrecord.reading.citing import with_citing
from onrecord.reading.clauses import has_verb
from onrecord.reading.conditions import with_conditions
from onrecord.reading.confidence import HALF_A_CUE, OWN, Hint, hint_in
from onrecord.reading.cue_forces import Force, force_of_words, in_context
from onrecord.reading.cue_heads import head_of
from onrecord.reading.lexicon import Cue
from onrecord.reading.names_tagged import names_seen
from onrecord.reading.quantities import find_quantities
from onrecord.reading.sentence import Sentence, number_at, read_sentences
from onrecord.reading.statements import Judge, Judged, OwnVoice, Statements, read_spans
from onrecord.reading.times import find_times
from onrecord.reading.tokens import tokenize
from onrecord.reading.turns import find_turns
from onrecord.reading.untouched import with_untouched
from onrecord.reading.verbs import Group, find_groups

_NOUNS_LIKE_VERBS = frozenset(
    "accused deceased unemployed injured wounded convicted uninsured undecided detained displaced need feed "
    "speed".split()
)
_PERSONS = frozenset("him her them me us you".split())
_ADJUNCT = 4
"""Words of a content that begins with such a pronoun and says nothing more."""
_NOUNS_OF_SAYING = frozenset("account accusation allegation assertion claim claims report statement".split())
_RELATIVE = re.compile(r"\s(?:that|which)\s(?:can|could|has|have|had|is|was|were|would|will)\b", re.IGNORECASE)
_NOBODY = re.compile(r"(?:nobody|no one|no-one|none|neither|not\s+one|no\s+[a-z]+|few(?!er))\b", re.IGNORECASE)
_NOT_ONE = re.compile(r"\bnot\s$", re.IGNORECASE)
_NOT_REACH = 5
_LEAST = 0.2
"""What the model tagged with less confidence is wrong four times in five: no row is better."""
# Where only the last verb of "neither confirmed nor denied" was taken for the cue.
_NEITHER = re.compile(r"\bneither\b[^.;\n]{1,50}\bnor\s+(?:\w+\s+)?$", re.IGNORECASE)
_NEITHER_REACH = 70
_OPERATOR = re.compile(
    r"\b(?:refus|declin|neither|nor\b|not\b|never\b|without\b|fail|stopp?\w* short)|n[’']t\b", re.IGNORECASE
)
_DENIALS = frozenset({Act.DENIES, Act.DECLINES})
_TELLING = frozenset({Act.ASSERTS, Act.CONFIRMS})
_REFUSALS = frozenset({Act.REJECTS, Act.DECLINES})
_INFINITIVE = re.compile(r"to\s+\w+(?:\s+(?:out|for|off|on|down|back|up|with|whether)\b)?", re.IGNORECASE)
_VERSION = 4
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
        own = not plain and (row is None or "q" in row.frames)
        guessed = find_assertions(text, found.content, force, speaker_own=own)
        assertions = guessed if plain else tuple(_judged(text, seen, one, force[0]) for one in guessed)
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
    opening = _INFINITIVE.match(text, start, end) if start >= found.cue[-1][1] else None
    if opening and row is not None and row.act in _REFUSALS and head_of(opening.group()):
        return row, force_of_words(f"{cue} {opening.group()}", content), True
    force = force_of_words(cue, content)
    bids = row is not None and in_context(row, content).act is not row.act
    return row, force, bids or bool(_OPERATOR.search(cue)) or force[0] in _DENIALS


def _judged(text: str, seen: Seen, guessed: Assertion, act: Act) -> Assertion:
    """An assertion by what the model sees of its words; only under a cue that just tells has it an act of its own.

    What negates it must stand in it: the model's sight takes in the clauses beside it.
    """
    guess = guessed.act, guessed.certainty, guessed.polarity
    acts = tuple(Act) if act in _TELLING else (act,)
    own, certainty, polarity = force_at(seen, [(guessed.start, guessed.end)], guess, acts=acts)
    negated = polarity is Polarity.NEGATIVE and guessed.polarity is Polarity.POSITIVE
    if negated and not may_be_negated(text, (guessed.start, guessed.end)):
        polarity = Polarity.POSITIVE
    return replace(guessed, act=own, certainty=certainty, polarity=polarity)


def _attributions(
    text: str, seen: Seen, body: Sequence[Span], sentences: Sequence[Sentence], by_rules: Sequence[Attribution]
) -> list[Attribution]:
    """What the model tagged within the body.

    The model was taught on a set without sources of sources and with few refusals: those that cite or quote others go
    by the rules, and where it found nothing the rules add what they are surest of.
    """
    sure = [one for one in attributions_of(seen) if one.confidence >= _LEAST]
    tagged = [a for one in sure if (a := _attribution(seen, one, body, sentences))]
    tagged = [a for a in tagged if not any(wrong(text, a) for wrong in _NO_STATEMENTS)]
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


def _ends_in_verb(text: str, found: Attribution) -> bool:
    """Whether what was taken for a source holds the verb: "the general dashed" "hopes for an exchange"."""
    last = text[found.source[0][0] : found.source[0][1]].split()[-1:] if found.source else []
    return any(word.endswith("ed") and word.islower() and word not in _NOUNS_LIKE_VERBS for word in last)


def _is_a_person(text: str, found: Attribution) -> bool:
    """Whether the content is just a person's pronoun, with an adjunct at most: "contradicted" "him a day later"."""
    words = text[found.content[0][0] : found.content[-1][1]].lower().split()
    return words[0] in _PERSONS and len(words) <= _ADJUNCT


def _is_nobodys(text: str, found: Attribution) -> bool:
    """Whether nobody says it: "no official has claimed that": the outlet says that none did."""
    if not found.source:
        return False
    start, end = found.source[0]
    return bool(_NOBODY.match(text, start, end) or _NOT_ONE.search(text, max(0, start - _NOT_REACH), start))


def _is_bare(text: str, found: Attribution) -> bool:
    """Whether only an article was taken for the source."""
    return bool(found.source) and text[slice(*found.source[0])].lower() in {"the", "a", "an"}


def _is_heard(text: str, found: Attribution) -> bool:
    """Whether the one named is who heard it: "the court heard that"."""
    return text[found.cue[0][0] : found.cue[-1][1]].lower() in {"heard", "hears", "was told", "were told"}


def _is_a_citing(text: str, found: Attribution) -> bool:
    """Whether "citing" and whom it cites were taken for a statement: they are the chain of another one."""
    cue, content = text[found.cue[0][0] : found.cue[-1][1]].lower(), text[found.content[0][0] : found.content[-1][1]]
    return cue in {"citing", "quoting"} and not has_verb(tokenize(content))


def _is_told_of(text: str, found: Attribution) -> bool:
    """Whether a noun that was taken for the cue is what is told of: "a claim that could not be verified"."""
    end = found.cue[-1][1]
    noun = text[found.cue[-1][0] : end].rsplit(maxsplit=1)[-1].lower()
    return noun in _NOUNS_OF_SAYING and bool(_RELATIVE.match(text, end))


_NO_STATEMENTS = (_ends_in_verb, _is_a_person, _is_nobodys, _is_bare, _is_heard, _is_a_citing, _is_told_of)
"""What the model takes for statements and are none; each is a table's worth of words."""


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
