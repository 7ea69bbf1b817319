"""Sources inside of what is said: "reported that officials had said that", "said his neighbours had told him that"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from onrecord.model import Link, SourceKind, Span
from onrecord.reading.attribution import Attribution
from onrecord.reading.earlier import Source
from onrecord.reading.phrases import subject_before
from onrecord.reading.sentence import Sentence
from onrecord.reading.tokens import PREPOSITIONS, PRONOUNS
from onrecord.reading.verbs import Group, find_groups

_SAYING = frozenset(
    "report reveal say write quote cite tell publish disclose announce claim warn confirm deny acknowledge admit "
    "insist argue allege testify state inform assure assert declare explain complain contend conclude estimate predict "
    "suspect".split()
)
_SHOWING = frozenset("suggest show note indicate find".split())
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
    groups = [g for g in find_groups(sentence) if floor < g.first and g.last <= inside[-1]]
    for group in groups[:_DEPTH]:
        if group.first > floor + (_FAR if by_outlet else _REACH):
            return
        subject = subject_before(sentence, group.first, floor)
        if subject is None or subject[0] != floor or sentence.lower(subject[1] - 1) in _COUNTING:
            continue
        if sentence.lower(floor) in PRONOUNS and not (by_outlet and sentence.lower(floor) in _THIRD_PERSONS):
            return
        if not _speaks(group, by_outlet=by_outlet):
            return
        source = describe(sentence.span(*subject))
        if (
            not source.safe
            or (source.guessed and group.cue.lemma not in _SAYING and not (by_outlet and _is_somebody(sentence, floor)))
            or (group.cue.lemma in _SHOWING and not _is_document(source.link))
        ):
            return
        yield source.link
        floor = _after_that(sentence, group.last)


def closing_source(sentence: Sentence, attribution: Attribution, describe: Callable[[Span], Source]) -> Iterator[Link]:
    """Who closes what an outlet tells: "“No comment,” Ann Brown said, the Gazette reported"."""
    start, end = attribution.content[0][0], attribution.content[-1][1]
    inside = [i for i, t in enumerate(sentence.tokens) if start <= t.start < end and t.is_word]
    if not inside or not tells(attribution):
        return
    group = next((g for g in reversed(find_groups(sentence)) if inside[0] < g.first and g.last <= inside[-1] + 1), None)
    if group is None or group.cue.lemma not in _SAYING or not _speaks(group, by_outlet=True):
        return
    if inside[-1] - group.last >= _HEARERS:
        return
    subject = subject_before(sentence, group.first, inside[0])
    if subject is None or subject[0] <= inside[0] or not sentence.is_mark(subject[0] - 1, ',”"'):
        return
    source = describe(sentence.span(*subject))
    if source.safe and not source.guessed:
        yield source.link


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
    """Step over "in December," at the head of a content."""
    if sentence.lower(index) not in PREPOSITIONS:
        return index
    comma = next((i for i in range(index, min(index + _REACH, len(sentence.tokens))) if sentence.is_mark(i, ",")), None)
    return index if comma is None else comma + 1


def _after_that(sentence: Sentence, index: int) -> int:
    return index + (sentence.lower(index) in {"that", "how"})
