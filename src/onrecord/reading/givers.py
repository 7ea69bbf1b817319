"""Where the source of a verb group stands, and where the words that go with its cue end."""

from __future__ import annotations

from onrecord.reading.found import State
from onrecord.reading.lexicon import Form
from onrecord.reading.phrases import Range, has_verb, skip_adjunct, subject_after, subject_before
from onrecord.reading.sentence import Sentence
from onrecord.reading.tokens import IRREGULAR_PASTS
from onrecord.reading.verbs import Group


def subject_of(state: State, group: Group) -> Range | None:
    """The source of a group: the noun phrase before it, or the one it shares with the group before."""
    sentence = state.sentence
    floor = state.floor(group.first)
    previous = sentence.lower(group.first - 1)
    if group.form is Form.ING and not group.modal and (group.first == group.head):
        return shared_source(state, group) or (None if group.first else _subject_of_main(state, group))
    if previous in {"and", "but", "or", "then"} or (
        previous == "," and not subject_before(sentence, group.first, floor)
    ):
        return shared_source(state, group)
    return subject_before(sentence, group.first, floor)


def _subject_of_main(state: State, group: Group) -> Range | None:
    """The subject after an opening participle clause: "Speaking to reporters, Ann …"."""
    sentence = state.sentence
    for i in range(group.last, state.end - 1):
        if sentence.tokens[i].text == "," and sentence.quote[i] is None:
            return subject_after(sentence, i + 1, state.end)
    return None


def shared_source(state: State, group: Group) -> Range | None:
    """The source of the attribution before in the same sentence, else the sentence's first noun phrase."""
    earlier = [f for f in state.found if f.source and f.cue[0] < group.first]
    if earlier:
        return max(earlier, key=lambda f: f.cue[0]).source
    sentence = state.sentence
    for i in range(1, group.first):
        verb = has_verb(sentence, i, i + 1) or sentence.lower(i) in IRREGULAR_PASTS
        if sentence.quote[i] is None and verb and not sentence.tokens[i].is_capital:
            found = subject_before(sentence, i)
            if found:
                return found
    return None


def next_comma(sentence: Sentence, index: int, ceiling: int) -> int | None:
    """The next comma outside quotations, or None."""
    marks = (i for i in range(index, ceiling - 1) if sentence.quote[i] is None and sentence.tokens[i].text == ",")
    return next(marks, None)


def after_cue(state: State, group: Group) -> int:
    """Where the words that belong to a cue that closes its clause end: whom it was told, where and when."""
    last = group.last
    if "a" in group.cue.frames and last < state.end:
        told = subject_after(state.sentence, last, state.end)
        last = told[1] if told else last
    return skip_adjunct(state.sentence, last, state.end)
