"""Outlets that carried what the same source said just before, and carry what it says next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from onrecord.model import EntityKind, Link, SourceKind
from onrecord.reading.attribution import Attribution
from onrecord.reading.carriers import told_in
from onrecord.reading.earlier import Earlier
from onrecord.reading.occasions import SCENE, THIRD_PERSONS
from onrecord.reading.sentence import Sentence

_GOES_ON = frozenset({"add", "continue", "go on", "explain"})
"""What goes on with what was said to the same hearer, across a paragraph and with a name."""
_ACCORDING = re.compile(r"\baccording to (?:the )?$", re.IGNORECASE)
_ACCORDING_REACH = 20
_INTERVIEW = re.compile(r"\binterview", re.IGNORECASE)
_THE_INTERVIEW = re.compile(
    r"\b(?:in|during|throughout) (?:the|that|this) (?:same )?interview\b(?! with\b)", re.IGNORECASE
)
_INTERVIEW_REACH = 12
"""Sentences back to where "the interview" must have been told of."""
_BREAK = re.compile(r"\n\s*")


def carried_on(sentence: Sentence, attribution: Attribution, own: Link, earlier: Earlier) -> Iterator[Link]:
    """The outlet of the statement before, or of a sentence before that tells of an interview: "he added"."""
    if own.kind is SourceKind.OUTLET or not attribution.source:
        return
    before = earlier.last_chain
    same = bool(before) and before[-1].name == own.name
    told = same and len(before) > 1 and before[0].kind is SourceKind.OUTLET
    if told and _goes_on(sentence, attribution, before, earlier):
        yield before[0]
        return
    number = earlier.sentence_at(sentence.start)
    if own.named and (link := earlier.occasions.goes_on(own, sentence, number, attribution, earlier.text)):
        yield link
        return
    if told:
        return
    for look in (_from_interview, _in_the_interview, _from_document):
        if link := look(sentence, attribution, own, earlier):
            yield link
            return


def take_in_scenes(earlier: Earlier, number: int) -> None:
    """Take in the occasions of which the sentences up to this one tell."""
    for at in range(earlier.occasions.read, number):
        scene = earlier.sentences[at]
        if SCENE.search(earlier.text, scene.start, scene.end) and (outlet := told_in(scene, earlier)):
            persons = [n for n in earlier.named_in((scene.start, scene.end)) if n.kind is EntityKind.PERSON]
            earlier.occasions.tell_of(outlet, persons, scene, at)
    earlier.occasions.read = max(earlier.occasions.read, number)


def _goes_on(sentence: Sentence, attribution: Attribution, before: tuple[Link, ...], earlier: Earlier) -> bool:
    """Whether a statement is the next one of a source that spoke to an outlet.

    Not to the one in the source's own description: "a pollster for the Gazette" hasn't spoken to it. What a second
    outlet passed on ("according to the Gazette") it passed on by itself.
    """
    met, outlet = before[-1].span, before[0].span
    if not (met and outlet) or met[0] <= outlet[0] < met[1]:
        return False
    if _ACCORDING.search(earlier.text, max(0, outlet[0] - _ACCORDING_REACH), outlet[0]):
        return False
    start, end = attribution.source[0]
    if (start, end) == met or (sentence.start <= outlet[0] < start and sentence.start <= met[0]):
        return True
    between = earlier.text[met[1] : start] if met[1] <= start else ""
    paragraphs = len(_BREAK.findall(between))
    if earlier.text[start:end].lower() in THIRD_PERSONS | {"it"}:
        return not paragraphs or (paragraphs == 1 and _is_quoted(attribution, earlier))
    return _lemma(attribution) in _GOES_ON and paragraphs <= 1


def _from_interview(sentence: Sentence, attribution: Attribution, own: Link, earlier: Earlier) -> Link | None:
    """“Brown was interviewed by the Gazette. He said it was over”: the sentence before tells to whom it was said."""
    number = earlier.sentence_at(sentence.start)
    cue = attribution.lexical
    if number < 1 or cue is None or "q" not in cue.frames or not own.named:
        return None
    scene = earlier.sentences[number - 1]
    if not _names(scene, own) or _is_by_another(scene, own, earlier):
        return None
    return told_in(scene, earlier)


def _names(scene: Sentence, own: Link) -> bool:
    """Whether somebody's last name stands in a sentence."""
    words = {token.lower.removesuffix("’s").removesuffix("'s") for token in scene.tokens}
    return own.name.split()[-1].lower() in words


def _in_the_interview(sentence: Sentence, attribution: Attribution, own: Link, earlier: Earlier) -> Link | None:
    """“In the interview, Brown said”: of the last sentence that tells of an interview, if it names her, too."""
    opening = _THE_INTERVIEW.search(earlier.text, sentence.start, sentence.end)
    if opening is None or not own.named or any(start <= opening.start() < end for start, end in attribution.content):
        return None
    number = earlier.sentence_at(sentence.start)
    for scene in reversed(earlier.sentences[max(0, number - _INTERVIEW_REACH) : number]):
        if _INTERVIEW.search(earlier.text, scene.start, scene.end) and (link := told_in(scene, earlier)):
            return link if _names(scene, own) else None
    return None


def _from_document(sentence: Sentence, attribution: Attribution, own: Link, earlier: Earlier) -> Link | None:
    """“The email said”: the outlet on whose word alone the sentence before told of "an email"."""
    before = earlier.last_chain
    number = earlier.sentence_at(sentence.start)
    if own.kind is not SourceKind.DOCUMENT or own.named or number < 1 or len(before) != 1:
        return None
    outlet, scene = before[0], earlier.sentences[number - 1]
    if outlet.kind is not SourceKind.OUTLET or outlet.span is None or not scene.start <= outlet.span[0] < scene.end:
        return None
    if earlier.text[slice(*attribution.source[0])].lower() != f"the {own.name}":
        return None
    pairs = pairwise(token.lower for token in scene.tokens)
    return None if {("a", own.name), ("an", own.name)}.isdisjoint(pairs) else outlet


def _is_by_another(scene: Sentence, own: Link, earlier: Earlier) -> bool:
    """Whether somebody else spoke last in the sentence before."""
    last = earlier.last_chain[-1] if earlier.last_chain else None
    if last is None or last.span is None:
        return False
    return scene.start <= last.span[0] < scene.end and last.name != own.name


def _is_quoted(attribution: Attribution, earlier: Earlier) -> bool:
    """Whether it begins with the source's own words."""
    return earlier.text[attribution.content[0][0]] in '“"'


def _lemma(attribution: Attribution) -> str:
    return attribution.lexical.lemma if attribution.lexical else ""
