"""Where the content of a verb group begins and ends."""

from __future__ import annotations

from onrecord.reading.found import State
from onrecord.reading.givers import next_comma
from onrecord.reading.lexicon import Form
from onrecord.reading.phrases import Range, clause_end, has_verb, skip_adjunct, subject_before
from onrecord.reading.sentence import Sentence
from onrecord.reading.tokens import (
    AUXILIARIES,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    IRREGULAR_PASTS,
    OBJECTS,
    PREPOSITIONS,
    PRONOUNS,
    SUBJECTS,
    SUBORDINATORS,
    WH,
)
from onrecord.reading.verbs import Group

_PERIODS = frozenset("week month year morning afternoon evening night ago day days weeks months in on".split())
_OPENERS = SUBORDINATORS | {"despite", "asked"}


def content_before(state: State, last: int) -> Range | None:
    """What stands before token `last` and isn't claimed, without the marks around it; None for a single word."""
    sentence = state.sentence
    first = state.floor(last)
    while first < last and sentence.quote[first] is None and not sentence.tokens[first].is_word:
        first += 1
    while last > first and sentence.quote[last - 1] is None and sentence.is_mark(last - 1, ",;:—–"):
        last -= 1
    return (first, last) if last - first > 1 or (last > first and sentence.quote[first] is not None) else None


def quotes_after(state: State, index: int) -> list[Range]:
    """A quotation that goes on after "…, Ann said," with nothing but marks or an adjunct between."""
    sentence = state.sentence
    i = skip_adjunct(sentence, index, state.end)
    while i < state.end and sentence.quote[i] is None and sentence.is_mark(i, ",.:;"):
        i += 1
    if i < state.end and sentence.quote[i] is not None and i > index:
        return [(i, quoted_end(state, i))]
    return []


def quoted_end(state: State, start: int) -> int:
    """The end of a quotation, or of the clause that goes on after it ("“a mess” and would not return")."""
    sentence = state.sentence
    last = start
    while last < state.end and sentence.quote[last] is sentence.quote[start]:
        last += 1
    quote = sentence.quote[start]
    if quote is not None and quote.closed and last < state.end and sentence.tokens[last].is_word:
        return clause_end(sentence, start, state.end)
    return last


def content_start(state: State, group: Group) -> int | None:
    """Where the content after a verb group begins, if its frames allow what stands there."""
    sentence, frames = state.sentence, group.cue.frames
    i = group.last
    if i >= state.end:
        return None
    if "a" in frames:
        i = _skip_addressee(sentence, i, state.end)
    infinitive = "i" in frames and _is_infinitive(sentence, i)
    complement = skip_adjunct(sentence, i, state.end) if set("tqw") & set(frames) and not infinitive else i
    complement = over_citing(sentence, complement, state.end)
    for start in dict.fromkeys((complement, i)):
        if start < state.end and sentence.tokens[start].text in {",", ":"} and start + 1 < state.end:
            after = start + 1
            if sentence.quote[after] is not None or sentence.tokens[start].text == ":":
                return after
            continue
        if start < state.end and _accepts(state, group, start):
            return start
    return None


def over_citing(sentence: Sentence, index: int, ceiling: int) -> int:
    """Step over ", citing two officials," to what is said."""
    if (
        index + 1 < ceiling
        and sentence.tokens[index].text == ","
        and sentence.lower(index + 1) in {"citing", "quoting"}
    ):
        comma = next_comma(sentence, index + 1, ceiling)
        return index if comma is None else comma + 1
    return index


def _accepts(state: State, group: Group, start: int) -> bool:
    sentence, frames = state.sentence, group.cue.frames
    word = sentence.lower(start)
    if word in DAYS - DETERMINERS:
        return False
    if sentence.quote[start] is not None:
        return bool(set("tqn") & set(frames))
    if not sentence.tokens[start].is_word:
        return False
    if word in WH:
        return "w" in frames or "t" in frames
    if _is_infinitive(sentence, start):
        return "i" in frames
    if word == "that":
        return bool(set("tn") & set(frames))
    if "n" in frames:
        return word not in CONJUNCTIONS | PREPOSITIONS
    if "t" in frames:
        past = any(sentence.lower(i) in IRREGULAR_PASTS for i in range(start + 1, state.end))
        return past or has_verb(sentence, start + 1, state.end) or word in SUBJECTS
    return False


def _skip_addressee(sentence: Sentence, index: int, ceiling: int) -> int:
    """Step over who was told: a pronoun, or a noun phrase up to "that", a quotation, "to" or a new subject."""
    if (
        sentence.quote[index] is not None
        or sentence.lower(index) in WH | {"that", ","}
        or _is_infinitive(sentence, index)
    ):
        return index
    if sentence.lower(index) in PRONOUNS | {"reporters", "journalists", "lawmakers", "supporters"}:
        return index + 1
    for i in range(index + 1, min(ceiling, index + 14)):
        word = sentence.lower(i)
        if sentence.quote[i] is not None or word in WH | {"that", ",", "about", "of"} | SUBJECTS:
            return i
        if _is_infinitive(sentence, i):
            return i
        if word in DETERMINERS and sentence.lower(i - 1) not in {"of", "in", "at", "and", "for"}:
            return i
    return index


def _is_infinitive(sentence: Sentence, index: int) -> bool:
    """Whether "to" or "not to" stands here: who is told not to leave isn't told to."""
    negated = sentence.lower(index) in {"not", "never"} and sentence.lower(index + 1) == "to"
    return negated or sentence.lower(index) == "to"


def says_nothing(sentence: Sentence, start: int, last: int) -> bool:
    """Whether a content is but an object ("contradicted him a day later") or a time ("wrote last week")."""
    if sentence.lower(start) in OBJECTS:
        return not any(sentence.lower(i) in AUXILIARIES for i in range(start, last))
    return all(sentence.lower(i) in DAYS | _PERIODS for i in range(start, last))


def next_source(state: State, group: Group, start: int) -> int:
    """Where the content must stop because a coordinated attribution with its own verb begins: "… and warned that"."""
    sentence = state.sentence
    for later in state.groups:
        if later.head <= start + 2 or later.form is Form.ING:
            continue
        previous = sentence.lower(later.first - 1)
        if previous in {"and", "but"} and later.form in {group.form, Form.PAST, Form.THIRD}:
            if _same_tense(group, later):
                return later.first - 1
        elif later.first > start and _own_clause(state, later, start):
            subject = subject_before(sentence, later.first, start)
            if subject:
                return subject[0] - 1
    return opening_clause_end(state, group, start)


def _same_tense(group: Group, later: Group) -> bool:
    return later.form is group.form and later.modal == group.modal and set("tq") & set(later.cue.frames) != set()


def _own_clause(state: State, later: Group, start: int) -> bool:
    """Whether a later group has a subject of its own after ", and" or ", but"."""
    subject = subject_before(state.sentence, later.first, start)
    if subject is None or subject[0] < start + 3:
        return False
    before = subject[0] - 1
    return state.sentence.lower(before) in {"and", "but"} and state.sentence.lower(before - 1) == ","


def opening_clause_end(state: State, group: Group, start: int) -> int:
    """The comma that ends an opening subordinate clause ("Despite challenging Ann, Bob said"), else the end."""
    sentence = state.sentence
    word, second = sentence.lower(0), sentence.lower(1)
    opening = word in _OPENERS or second in {"after", "before"} or (word.endswith("ing") and word != "during")
    if not opening or any(sentence.tokens[i].text == "," and sentence.quote[i] is None for i in range(group.first)):
        return state.end
    for i in range(start + 1, state.end - 1):
        if sentence.tokens[i].text == "," and sentence.quote[i] is None and sentence.quote[i + 1] is None:
            after = sentence.tokens[i + 1]
            begins = after.is_capital or after.lower in SUBJECTS | DETERMINERS
            if begins and has_verb(sentence, i + 2, min(state.end, i + 9)):
                return i
    return state.end
