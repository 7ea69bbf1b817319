"""Verb groups that attribute: a cue of the lexicon with its auxiliaries, negation and adverbs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.reading.lexicon import Cue, Form, match_cue
from onrecord.reading.sentence import Sentence
from onrecord.reading.tokens import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    HAVE,
    MODALS,
    NEGATIONS,
    NEGATIVE_MODALS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECTS,
)

# "continued to say", "went on to ask": the group reaches over these to its own auxiliaries.
CATENATIVES = frozenset(
    "try tries tried trying continue continues continued continuing go goes went going fail fails failed failing "
    "begin begins began begun refuse refuses refused decline declines declined declining need needs needed seem seems "
    "seemed appear appears appeared come comes came rush rushed use used manage managed stop stopped hesitate "
    "hesitated expected likely set ready willing about able quick".split()
)
_STAND_ALONE = frozenset("that this some many all both few most several others another each these those".split())
_PLURALS = frozenset("people police men women children media and".split())
_GERUND_BEFORE = frozenset("by after before while when in without besides upon for from with".split())
_CLAUSE_OPENERS = frozenset("that to the a an his her its their he she it they we what how why whether".split())
_ADJUNCT_OPENERS = frozenset("in on at to during through via late early last".split())


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group: tokens [first, last) with the cue's first word at `head`."""

    first: int
    head: int
    last: int
    cue: Cue
    form: Form
    passive: bool
    negated: bool
    modal: str | None


@lru_cache(maxsize=1024)
def find_groups(sentence: Sentence) -> tuple[Group, ...]:
    """The verb groups outside quotations, in order, not overlapping; kept, since one stage after another asks."""
    return tuple(_scan(sentence))


def _scan(sentence: Sentence) -> Iterator[Group]:
    index, floor = 0, 0
    while index < len(sentence.tokens):
        if sentence.quote[index] is None and sentence.tokens[index].is_word:
            match = match_cue(sentence.tokens, index)
            form = match and _settle(sentence, index, match.form)
            if match and form and _is_verb(sentence, index, form, match.length):
                group = _grow(sentence, index, match.length, match.cue, form, floor)
                yield group
                floor = index = group.last
                continue
        index += 1


def _settle(sentence: Sentence, index: int, form: Form) -> Form:
    """Tell a past form from a participle or base by what stands before it."""
    before = _before(sentence, index)
    if form is Form.BASE and index and sentence.quote[index - 1] is not None:
        return Form.PAST  # “No,” cut in the mayor
    if form is Form.BASE and before in HAVE | BE:
        return Form.PARTICIPLE
    return form


def _before(sentence: Sentence, index: int) -> str:
    """The word before, adverbs and negations skipped."""
    index -= 1
    while index >= 0 and (sentence.tokens[index].is_adverb or sentence.lower(index) in NEGATIONS):
        index -= 1
    return sentence.lower(index)


def _is_verb(sentence: Sentence, index: int, form: Form, length: int) -> bool:
    previous, before = sentence.lower(index - 1), _before(sentence, index)
    if previous in (DETERMINERS | POSSESSIVES) - _STAND_ALONE or previous.endswith(("'s", "’s", "s’")):
        return False
    after = index + length
    follows = sentence.lower(after)
    if length == 1 and follows in _PARTICLES:
        return False
    if form is Form.ING:
        return _is_participle(sentence, index, before)
    if form in {Form.BASE, Form.THIRD}:
        return _is_present(sentence, index, form, before, after)
    if before in PREPOSITIONS:
        return False
    # A past form that opens the sentence before a plain word is a participle: "Reported cases rose".
    return not (
        previous == ""
        and sentence.quote[after - 1] is None
        and after < len(sentence.tokens)
        and sentence.tokens[after].is_word
        and follows not in _CLAUSE_OPENERS | PREPOSITIONS | SUBJECTS
    )


# "showed up", "backed down": another verb than the cue.
_PARTICLES = frozenset("up down off away".split())


def _is_participle(sentence: Sentence, index: int, before: str) -> bool:
    if before in BE | _GERUND_BEFORE | {"", ",", "—", "–", "-", "and", "but"}:
        return True
    token = sentence.tokens[index - 1]
    return not token.is_word or before in AUXILIARIES or token.is_capital or before.endswith("s")


def _is_present(sentence: Sentence, index: int, form: Form, before: str, after: int) -> bool:
    is_object = before.endswith("ed") and sentence.lower(index + 1) in {"for", "of", "about", "over"}
    if is_object or before in PREPOSITIONS - {"to"}:
        return False
    if before in AUXILIARIES | SUBJECTS | NEGATIVE_MODALS:
        return True
    if after >= len(sentence.tokens):
        return form is Form.THIRD and index > 0 and sentence.tokens[index - 1].is_capital
    if sentence.lower(index) == "states":
        return sentence.quote[after] is not None or sentence.lower(after) == ":"
    opens = _opens_complement(sentence, after)
    if (
        sentence.lower(after) in SUBJECTS
        and before not in DETERMINERS | PREPOSITIONS
        and index
        and sentence.tokens[index - 1].is_word
    ):
        return True
    if index == 0 or not (sentence.tokens[index - 1].is_word or sentence.is_abbreviation_dot(index - 1)):
        after_quote = index > 0 and sentence.quote[index - 1] is not None
        return opens and form is Form.THIRD and (before in {",", ")"} or after_quote)
    if form is Form.THIRD:
        named = sentence.tokens[index - 1].is_capital
        plural = sentence.lower(after).endswith("s") and sentence.lower(after) not in PREPOSITIONS
        return opens or (named and (sentence.lower(after) in _ADJUNCT_OPENERS or plural))
    return opens and (before.endswith("s") or before in _STAND_ALONE | _PLURALS)


def _opens_complement(sentence: Sentence, after: int) -> bool:
    token = sentence.tokens[after]
    return (
        sentence.quote[after] is not None
        or token.lower in _CLAUSE_OPENERS | DETERMINERS
        or token.is_capital
        or token.text in {",", ":", "."}
    )


def _grow(sentence: Sentence, index: int, length: int, cue: Cue, form: Form, floor: int) -> Group:
    first = index
    while first > floor and _belongs(sentence, first - 1):
        first -= 1
    while first < index and sentence.tokens[first].is_adverb and sentence.lower(first - 1) in {",", ""}:
        first += 1
    words = [sentence.lower(i) for i in range(first, index)]
    helpers = [word for word in words if word in AUXILIARIES]
    participle = form in {Form.PAST, Form.PARTICIPLE} and not cue.lemma.startswith("be ")
    return Group(
        first,
        index,
        index + length,
        cue,
        form,
        participle and bool(helpers) and helpers[-1] in BE,
        any(word in NEGATIONS or word.endswith(("n't", "n’t")) or word == "cannot" for word in words),
        next((word for word in words if word in MODALS | NEGATIVE_MODALS), None),
    )


def _belongs(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    if sentence.quote[index] is not None or not token.is_word:
        return False
    if token.lower in AUXILIARIES | NEGATIONS or token.is_adverb:
        return True
    return token.lower in CATENATIVES and sentence.lower(index + 1) == "to"
