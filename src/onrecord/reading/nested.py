"""Sources inside of what is said: "reported that officials had said that", "said his neighbours had told him that"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from onrecord.model import Link, SourceKind, Span
from onrecord.reading.attribution import Attribution
from onrecord.reading.earlier import Source
from onrecord.reading.phrases import Range, subject_after, subject_before
from onrecord.reading.sentence import Sentence
from onrecord.reading.tokens import AUXILIARIES, NEGATIONS, PREPOSITIONS, PRONOUNS
from onrecord.reading.verbs import Group, find_groups

_SAYING = frozenset(
    "report reveal say write quote cite tell publish disclose announce claim warn confirm deny acknowledge admit "
    "insist argue allege testify state inform assure assert declare explain complain contend conclude estimate predict "
    "suspect".split()
)
_SHOWING = frozenset("suggest show note indicate find".split())
_BEFORE_VERB = AUXILIARIES | NEGATIONS
_READS = frozenset("read reads".split())
"""Verbs of documents after a quotation that say whose it is."""
_NOTING = frozenset("suggest indicate".split())
"""What persons, too, do by saying it, where "that" follows."""
_SEEN_BY_OTHERS = frozenset(
    {"be expected", "be likely", "be unlikely", "appear", "seem", "pressure", "press", "push", "decide"}
)
"""What others may tell of somebody: by itself no word of theirs."""
_COUNTING = frozenset("all any no some such these those".split())
"""Words that begin a noun phrase: what follows is a noun, whatever verb it's spelled like ("all claims")."""
_THIRD_PERSONS = frozenset({"he", "she"})
_ENDINGS_OF_PERSONS = ("er", "or", "ers", "ors", "ist", "ists", "ian", "ians", "man", "men", "woman", "women")
_REACH = 14
_FAR = 34
"""Words that a subject with its description may have where an outlet tells of it."""
_DEPTH = 3
_HEARERS = 4
"""Words after the last verb that may say who was told."""


def nested(
    sentence: Sentence, attribution: Attribution, describe: Callable[[Span], Source], *, by_outlet: bool = False
) -> Iterator[Link]:
    """The sources at the head of an indirect content, from the outer one inwards.

    What somebody plans or is glad of, `by_outlet` only that person can have told.
    """
    start, end = attribution.content[0][0], attribution.content[-1][1]
    inside = [i for i, t in enumerate(sentence.tokens) if start <= t.start < end]
    if not inside or sentence.quote[inside[0]] is not None or not tells(attribution):
        return
    floor = _after_adjunct(sentence, _after_that(sentence, inside[0]))
    if by_outlet and (link := _quoted_in_part(sentence, floor, inside[-1], describe)):
        yield link
        return
    groups = [g for g in find_groups(sentence) if floor < g.first and g.last <= inside[-1]]
    for group in groups[:_DEPTH]:
        if group.first > floor + (_FAR if by_outlet else _REACH):
            return
        subject = _opening_subject(sentence, group, floor)
        if subject is None or sentence.lower(subject[1] - 1) in _COUNTING:
            continue
        if sentence.lower(floor) in PRONOUNS and not (by_outlet and sentence.lower(floor) in _THIRD_PERSONS):
            return
        if not _speaks(group, by_outlet=by_outlet):
            return
        source = describe(sentence.span(*subject))
        if not source.safe or not _fits(source, group, sentence, floor, by_outlet=by_outlet):
            return
        yield source.link
        floor = _after_that(sentence, group.last)


def _opening_subject(sentence: Sentence, group: Group, floor: int) -> Range | None:
    """The subject of a verb group if it stands at `floor`, with an aside or a verb in quotation marks in between."""
    near = subject_before(sentence, group.first, floor)
    if near and near[0] == floor:
        return near
    opening = subject_after(sentence, floor, group.first, any_start=True, inside=True)
    if opening is None or (near and near[0] > opening[1] + 1):
        return None
    between = range(opening[1], group.first)
    if not between:
        return None
    aside = len(between) > 1 and sentence.is_mark(between[0], ",—–(") and sentence.is_mark(between[-1], ",—–)")
    quoted = all(sentence.quote[i] is not None or sentence.lower(i) == "and" for i in between)
    return opening if aside or quoted else None


def _quoted_in_part(sentence: Sentence, floor: int, last: int, describe: Callable[[Span], Source]) -> Link | None:
    """Who "was “leaning strongly” towards it": whose words an outlet quotes as part of its own clause."""
    subject = subject_after(sentence, floor, last, any_start=True, inside=True)
    if subject is None or sentence.lower(floor) in PRONOUNS - _THIRD_PERSONS:
        return None
    verb = subject[1]
    while verb < last and sentence.quote[verb] is None and sentence.lower(verb) in _BEFORE_VERB:
        verb += 1
    if verb == subject[1] or sentence.quote[verb] is None:
        return None
    source = describe(sentence.span(*subject))
    told = source.safe and not source.guessed and source.link.kind in {SourceKind.PERSON, SourceKind.OFFICIAL}
    return source.link if told else None


def _fits(source: Source, group: Group, sentence: Sentence, floor: int, *, by_outlet: bool) -> bool:
    """Whether the verb says that its subject told it: figures show it, persons note it."""
    lemma = group.cue.lemma
    that = sentence.lower(group.last) == "that"
    noted = by_outlet and (lemma == "note" or (lemma in _NOTING and that))
    if lemma in _SHOWING and not (noted or _is_document(source.link)):
        return False
    minded = by_outlet and (lemma.startswith("be ") or _is_somebody(sentence, floor))
    return not source.guessed or lemma in _SAYING or minded


def closing_source(sentence: Sentence, attribution: Attribution, describe: Callable[[Span], Source]) -> Iterator[Link]:
    """Who closes what an outlet tells: "“No comment,” Ann Brown said, the Gazette reported"."""
    start, end = attribution.content[0][0], attribution.content[-1][1]
    inside = [i for i, t in enumerate(sentence.tokens) if start <= t.start < end and t.is_word]
    if not inside or not tells(attribution):
        return
    verb = _closing_verb(sentence, inside)
    subject = _closing_subject(sentence, verb, inside[0]) if verb else None
    source = describe(sentence.span(*subject)) if subject else None
    if source and source.safe and not source.guessed:
        yield source.link


def _closing_verb(sentence: Sentence, inside: Sequence[int]) -> int | None:
    """Where the verb of saying that ends what is told begins: "said", "told two people", "reads"."""
    if sentence.lower(inside[-1]) in _READS:
        return inside[-1]
    groups = (g for g in reversed(find_groups(sentence)) if inside[0] < g.first and g.last <= inside[-1] + 1)
    group = next(groups, None)
    if group is None or group.cue.lemma not in _SAYING or not _speaks(group, by_outlet=True):
        return None
    return group.first if inside[-1] - group.last < _HEARERS else None


def _closing_subject(sentence: Sentence, verb: int, first: int) -> Range | None:
    """The subject of a verb after a comma, or all that stands between it and a quotation that ends before it."""
    quoted = next((i for i in range(verb - 1, first - 1, -1) if sentence.quote[i] is not None), None)
    if quoted is not None and 1 < verb - quoted <= _REACH and sentence.tokens[quoted + 1].is_word:
        return quoted + 1, verb
    subject = subject_before(sentence, verb, first)
    apart = subject is not None and subject[0] > first and sentence.is_mark(subject[0] - 1, ',”"')
    return subject if apart else None


def tells(attribution: Attribution) -> bool:
    """Whether the cue may have a source within its content: a verb of saying, or "according to"."""
    return attribution.lexical is None or attribution.lexical.lemma in _SAYING | _SHOWING


def _speaks(group: Group, *, by_outlet: bool) -> bool:
    """Whether something was told; what somebody plans or wants is told by them only where an outlet passes it on."""
    told = group.cue.lemma in _SAYING | _SHOWING or (by_outlet and group.cue.lemma not in _SEEN_BY_OTHERS)
    return told and not group.passive and not group.modal


def _is_somebody(sentence: Sentence, first: int) -> bool:
    """Whether a noun that no table knows, with an article, is a person by its ending: "the sailor"."""
    return sentence.lower(first) in {"a", "an", "the"} and sentence.lower(first + 1).endswith(_ENDINGS_OF_PERSONS)


def _is_document(link: Link) -> bool:
    return link.kind in {SourceKind.DOCUMENT, SourceKind.LEAK, SourceKind.PUBLIC}


def _after_adjunct(sentence: Sentence, index: int) -> int:
    """Step over "in December," and "when asked about it," at the head of a content."""
    if sentence.lower(index) not in PREPOSITIONS | {"when", "asked"}:
        return index
    reach = range(index, min(index + _REACH, len(sentence.tokens) - 1))
    comma = next((i for i in reach if sentence.is_mark(i, ",") and not sentence.lower(i + 1).isdigit()), None)
    return index if comma is None else comma + 1


def _after_that(sentence: Sentence, index: int) -> int:
    return index + (sentence.lower(index) in {"that", "how"})
