"""Whose figure it is: "the ministry put the number of dead at 23"."""

from __future__ import annotations

from onrecord.reading.found import Found, State
from onrecord.reading.numerals import opens_numeral
from onrecord.reading.phrases import clause_end, subject_before
from onrecord.reading.sentence import Sentence
from onrecord.reading.tokens import CONJUNCTIONS, MODALS, PREPOSITIONS

_PUTTING = frozenset("put puts pegged pegs estimated estimates".split())
_LIMITS = frozenset(
    "about around roughly nearly almost approximately between more less fewer than at least most some up to just only "
    "over under as many much high low".split()
)
"""Words that may stand between "at" and the figure."""
_NO_NOUNS = PREPOSITIONS | CONJUNCTIONS | frozenset("up down off out away back aside forward together".split())
_SIGNS = frozenset("$ € £ ¥".split())
_LONGEST = 16


def figures_put(state: State) -> None:
    """Those who put something at a figure, as attributions of it."""
    sentence = state.sentence
    for verb in range(1, state.end - 3):
        if sentence.quote[verb] is not None or sentence.lower(verb) not in _PUTTING or state.claimed(verb):
            continue
        at = _figure_after(sentence, verb + 1, state.end)
        source = subject_before(sentence, verb - (sentence.lower(verb - 1) in {"has", "have", "had"}))
        if at is None or source is None or sentence.lower(verb - 1) in MODALS:
            continue
        last = clause_end(sentence, at, state.end)
        state.found.append(Found(source, (verb, verb + 1), [(verb + 1, at), (at + 1, last)], pattern="estimate"))


def _figure_after(sentence: Sentence, first: int, ceiling: int) -> int | None:
    """The "at" before a figure, after the noun phrase from `first` on, which no verb may be part of."""
    if not sentence.tokens[first].is_word or sentence.lower(first) in _NO_NOUNS:
        return None
    for i in range(first + 1, min(ceiling - 1, first + _LONGEST)):
        if sentence.quote[i] is not None or sentence.is_mark(i, ",;:—–"):
            return None
        if sentence.lower(i) == "at" and _is_figure(sentence, i + 1, ceiling):
            return i
    return None


def _is_figure(sentence: Sentence, index: int, ceiling: int) -> bool:
    while index < ceiling and sentence.lower(index) in _LIMITS:
        index += 1
    if index >= ceiling or sentence.tokens[index].text in _SIGNS:
        return index < ceiling
    house = index + 1 < ceiling and sentence.tokens[index + 1].is_capital
    return opens_numeral(sentence.lower(index)) and not house
