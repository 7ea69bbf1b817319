"""Two who speak in one sentence, of whom the model saw one: "Ann said it was fair and Bo said it was stolen"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Span
from onrecord.reading.attribution import Attribution
from onrecord.reading.clauses import has_verb
from onrecord.reading.confidence import confidence_of
from onrecord.reading.contents import content_start
from onrecord.reading.found import State
from onrecord.reading.lexicon import Form
from onrecord.reading.overlaps import meets, merged
from onrecord.reading.phrases import Range, clause_end, subject_before
from onrecord.reading.sentence import Sentence, number_at
from onrecord.reading.source_nouns import kind_of_head
from onrecord.reading.tokens import PRONOUNS, tokenize
from onrecord.reading.verbs import Group, find_groups

_FINITE = frozenset({Form.PAST, Form.THIRD, Form.BASE})
_JOINTS = frozenset("; and but while whereas although though".split())
_APART = frozenset("; while whereas".split())
"""After these somebody else speaks, more often than not."""
_SAYING = frozenset(
    "acknowledge add admit allege announce answer argue assert claim concede confirm declare deny estimate insist "
    "maintain predict reply report say state tell testify warn write".split()
)
_WORDS = 3
"""The least of what is said on either side."""


def with_each_speaker(text: str, found: Sequence[Attribution], sentences: Sequence[Sentence]) -> list[Attribution]:
    """The attributions; one that holds another speaker's clause is cut before it, and that clause is the other's."""
    cues = merged(span for one in found for span in one.cue)
    return [part for one in found for part in _split(text, one, sentences, cues)]


def _split(
    text: str, found: Attribution, sentences: Sequence[Sentence], cues: Sequence[Span]
) -> tuple[Attribution, ...]:
    sentence = sentences[number_at(sentences, found.cue[0][0])]
    state = State(sentence, find_groups(sentence))
    for group in state.groups:
        alike = (
            found.group is not None and _says(found.group) and _says(group) and _is_past(group) is _is_past(found.group)
        )
        if not alike or meets(sentence.span(group.head, group.last), cues):
            continue
        subject = _subject_after_joint(sentence, group)
        start = content_start(state, group) if subject else None
        left = _before(text, found, sentence, subject[0]) if subject and start else ()
        if subject and start and left:
            return replace(found, content=left), _others(text, sentence, group, subject, start)
    return (found,)


def _says(group: Group) -> bool:
    """Whether somebody plainly says something: "said", and neither "would say" nor "to say"."""
    plain = group.form in _FINITE and group.first == group.head and not group.passive
    return plain and group.cue.lemma in _SAYING


def _is_past(group: Group) -> bool:
    return group.form is Form.PAST


def _subject_after_joint(sentence: Sentence, group: Group) -> Range | None:
    """Who speaks, right after "and", "while" or a semicolon; what a bare "and" joins must look like a speaker."""
    subject = subject_before(sentence, group.first)
    if subject is None or sentence.lower(subject[0] - 1) not in _JOINTS or sentence.quote[subject[0] - 1] is not None:
        return None
    words, joint = sentence.tokens[subject[0] : subject[1]], sentence.lower(subject[0] - 1)
    if words[0].lower in PRONOUNS:
        return subject if joint in _APART else None
    apart = joint in _APART or sentence.lower(subject[0] - 2) == ","
    return subject if apart or any(t.is_capital or kind_of_head(t.lower) for t in words) else None


def _before(text: str, found: Attribution, sentence: Sentence, subject: int) -> tuple[Span, ...]:
    """What is said before the joint, if the cue stands there too and what is said reaches over it; else nothing."""
    joint = sentence.tokens[subject - 1].start
    reaches = found.cue[-1][1] <= joint < found.content[-1][1] and found.content[0][0] < joint
    if not reaches:
        return ()
    pieces = [(start, min(end, joint)) for start, end in found.content if start < joint]
    start, end = pieces[-1]
    left = start + len(text[start:end].rstrip(" ,;\n"))
    words = tokenize(text, pieces[0][0], left)
    return (*pieces[:-1], (start, left)) if len(words) >= _WORDS and has_verb(words) else ()


def _others(text: str, sentence: Sentence, group: Group, subject: Range, start: int) -> Attribution:
    found = Attribution(
        source=(sentence.span(*subject),),
        cue=(sentence.span(group.head, group.last),),
        content=(sentence.span(start, clause_end(sentence, start, len(sentence.tokens))),),
        group=group,
        pattern="plain",
    )
    return replace(found, confidence=confidence_of(text, found))
