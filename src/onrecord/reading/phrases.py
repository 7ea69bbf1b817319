"""Where a noun phrase begins and a clause ends, by position and punctuation."""

from __future__ import annotations

from onrecord.reading.lexicon import is_verb_form
from onrecord.reading.sentence import Sentence
from onrecord.reading.tokens import (
    AUXILIARIES,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
)

Range = tuple[int, int]

_INSIDE_NOUN_PHRASE = frozenset("of for from at with in on".split())
_OPENS_ADJUNCT = frozenset("in on at for to during after through via by about of with from".split())
_COMMUNICATION = frozenset(
    "statement interview speech letter report tweet email e-mail news press post article memo briefing conference "
    "blog video call message television radio facebook twitter telegram response reply court testimony".split()
)
_PERIODS = frozenset("ago afternoon morning evening night week weekend month year spring summer autumn winter".split())
_POINTERS = frozenset("last next late early this".split())
_PARENTHETIC = frozenset("however meanwhile too though then also for in on at during speaking asked according".split())


def subject_before(sentence: Sentence, index: int, floor: int = 0) -> Range | None:
    """The noun phrase that ends right before token `index`, with an apposition between commas; None if none does."""
    if index <= floor:
        return None
    last = index
    if sentence.tokens[last - 1].text == ",":
        opening = _comma_before(sentence, last - 2, floor)
        if opening is None or opening <= floor:
            return None
        apart = sentence.lower(opening + 1) in _PARENTHETIC or last - 1 - opening <= 2
        inner = _walk_back(sentence, opening, floor)
        return inner and ((inner[0], opening) if apart else (inner[0], last))
    return _walk_back(sentence, last, floor)


def subject_after(
    sentence: Sentence, index: int, ceiling: int, *, any_start: bool = False, inside: bool = False
) -> Range | None:
    """The noun phrase that begins at token `index`, with an apposition after a comma; None if none does.

    `any_start` also takes one that begins with "early" or "last"; `inside` an apposition only if a comma closes it.
    """
    if index >= ceiling or not (_may_begin(sentence, index) or (any_start and sentence.tokens[index].is_word)):
        return None
    if sentence.lower(index) in PRONOUNS:
        return index, index + 1
    last = _walk_on(sentence, index, ceiling)
    if last < ceiling - 1 and sentence.tokens[last].text == ",":
        closed = _apposition_end(sentence, last, ceiling)
        clause = closed >= ceiling - 1 or has_verb(sentence, last + 1, closed)
        last = last if inside and clause else closed
    return (index, last) if last > index else None


def clause_end(sentence: Sentence, index: int, ceiling: int) -> int:
    """Where a clause that begins at token `index` ends: before the final mark, a semicolon or a new main clause."""
    depth = 0
    for i in range(index, ceiling):
        if sentence.quote[i] is not None:
            continue
        text = sentence.tokens[i].text
        depth += (text in "([") - (text in ")]")
        if depth <= 0 and i > index and (text == ";" or _new_clause(sentence, i, ceiling)):
            return _strip_end(sentence, index, i)
    return _strip_end(sentence, index, ceiling)


def has_verb(sentence: Sentence, first: int, last: int) -> bool:
    """Whether any token looks like a verb: an auxiliary, a form of the lexicon, or a word in -ed."""
    return any(
        sentence.lower(i) in AUXILIARIES - {"to"} or is_verb_form(sentence.lower(i)) or sentence.lower(i).endswith("ed")
        for i in range(first, last)
    )


def skip_adjunct(sentence: Sentence, index: int, ceiling: int) -> int:
    """Step over "in a statement on Monday", "to reporters", "Tuesday": where what is said may begin."""
    while index < ceiling and sentence.quote[index] is None:
        word = sentence.lower(index)
        if word in _POINTERS and sentence.lower(index + 1) not in DAYS | _PERIODS:
            return index
        if word in DAYS | _PERIODS:
            index += 1
        elif word in _OPENS_ADJUNCT:
            reach = _prepositional_end(sentence, index, ceiling)
            if reach is None:
                return index
            index = reach
        elif sentence.tokens[index].is_adverb and word != "that":
            index += 1
        else:
            return index
    return index


def _prepositional_end(sentence: Sentence, index: int, ceiling: int) -> int | None:
    for i in range(index + 1, min(ceiling, index + 14)):
        if sentence.quote[i] is not None or sentence.lower(i) in {"that", "whether", "how", ","}:
            return i
        if sentence.lower(i) in AUXILIARIES - {"to"} and i > index + 2:
            break
    short = index + 1
    while short < min(ceiling, index + 5):
        word = sentence.lower(short)
        short += 1
        if word in _COMMUNICATION or word in DAYS or word in {"reporters", "journalists", "him", "her", "them", "me"}:
            return short
    return ceiling if ceiling - index <= 6 else None


def _comma_before(sentence: Sentence, index: int, floor: int) -> int | None:
    for i in range(index, floor - 1, -1):
        if sentence.quote[i] is not None or sentence.tokens[i].text in {";", ":", "—", "–"}:
            return None
        if sentence.tokens[i].text == ",":
            return i
    return None


def _walk_back(sentence: Sentence, last: int, floor: int) -> Range | None:
    i = last - 1
    if i < floor or sentence.quote[i] is not None:
        return None
    if sentence.lower(i) in PRONOUNS | {"who", "which"}:
        return i, last
    while i >= floor and not _stops_noun_phrase(sentence, i, last):
        i = _opening_bracket(sentence, i, floor) - 1 if sentence.tokens[i].text == ")" else i - 1
    first = _strip_lead(sentence, i + 1, last)
    last = _strip_time(sentence, first, last)
    return (first, last) if first < last else None


def _opening_bracket(sentence: Sentence, index: int, floor: int) -> int:
    for i in range(index, floor - 1, -1):
        if sentence.tokens[i].text == "(":
            return i
    return floor


def _stops_noun_phrase(sentence: Sentence, i: int, last: int) -> bool:
    token = sentence.tokens[i]
    if sentence.quote[i] is not None or (
        not token.is_word and token.text not in "&)’'/-" and not sentence.is_abbreviation_dot(i)
    ):
        return True
    if token.lower == "and":
        return not _joins_names(sentence, i, last)
    if token.lower in {"that", "who", "which"} or token.lower in AUXILIARIES - {"to"}:
        return True
    if token.lower in CONJUNCTIONS | (SUBORDINATORS - {"since", "before"}):
        return True
    return token.lower in PRONOUNS - {"her"} or (
        is_verb_form(token.lower)
        and token.lower.endswith(("ed", "said", "told", "ing"))
        and not token.is_capital
        and sentence.lower(i - 1) not in DETERMINERS
    )


def _joins_names(sentence: Sentence, i: int, last: int) -> bool:
    if i + 1 >= last or i == 0:
        return False
    left, right = sentence.tokens[i - 1], sentence.tokens[i + 1]
    return (left.is_capital and right.is_capital) or (left.lower.endswith("s") and right.lower.endswith("s"))


def _strip_lead(sentence: Sentence, first: int, last: int) -> int:
    """Drop adverbs and a leading prepositional phrase: "In a speech Monday Trump" -> "Trump"."""
    while first < last and (sentence.tokens[first].is_adverb or sentence.lower(first) in CONJUNCTIONS):
        first += 1
    if first >= last or sentence.lower(first) not in PREPOSITIONS | {"earlier", "later", "last", "late"}:
        return first
    for i in range(last - 1, first, -1):
        word = sentence.lower(i)
        if word in DAYS and i + 1 < last:
            return i + 1
        if word in DETERMINERS | POSSESSIVES and i > first + 1:
            return i
        begins = sentence.tokens[i].is_capital and not sentence.tokens[i - 1].is_capital and i > first + 1
        if begins and sentence.lower(i - 1) not in PREPOSITIONS:
            return i
    return last


def _strip_time(sentence: Sentence, first: int, last: int) -> int:
    """Drop "on Tuesday" and "last week" from the end: they belong to the verb."""
    end = last
    while end > first and sentence.lower(end - 1) in DAYS | _PERIODS:
        end -= 1
    if end < last and end > first + 1 and sentence.lower(end - 1) in {"on", "in", "during"}:
        end -= 1
    return end if end > first else last


def _may_begin(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    if sentence.quote[index] is not None or not token.is_word:
        return False
    return token.lower not in PREPOSITIONS | SUBORDINATORS | CONJUNCTIONS | DAYS


def _walk_on(sentence: Sentence, index: int, ceiling: int) -> int:
    i = index
    while i < ceiling and sentence.quote[i] is None:
        token = sentence.tokens[i]
        word = token.lower
        if token.text == "(":
            i = _closing_bracket(sentence, i, ceiling)
            continue
        if not token.is_word and token.text not in "&’'/-" and not sentence.is_abbreviation_dot(i):
            break
        if word in SUBORDINATORS | RELATIVES | (AUXILIARIES - {"to"}) or (word in DAYS and i > index):
            break
        if word in PREPOSITIONS and (word not in _INSIDE_NOUN_PHRASE or _opens_adjunct(sentence, i)):
            break
        if i > index and word.endswith("ing") and is_verb_form(word) and sentence.lower(i - 1) not in DETERMINERS:
            break
        if i > index and sentence.lower(i + 1) == "by" and is_verb_form(word):
            break
        i += 1
    return i


def _opens_adjunct(sentence: Sentence, i: int) -> bool:
    near = [sentence.lower(j) for j in range(i + 1, i + 5)]
    return any(word in DAYS or word in _COMMUNICATION or word.isdigit() for word in near)


def _closing_bracket(sentence: Sentence, index: int, ceiling: int) -> int:
    for i in range(index, ceiling):
        if sentence.tokens[i].text == ")":
            return i + 1
    return ceiling


def _apposition_end(sentence: Sentence, comma: int, ceiling: int) -> int:
    following = sentence.tokens[comma + 1]
    if following.is_capital and sentence.quote[comma + 1] is None:
        return _name_end(sentence, comma, ceiling)
    if (
        following.lower in RELATIVES | DETERMINERS | POSSESSIVES
        or following.text.isdigit()
        or (
            following.is_word
            and not following.is_capital
            and following.lower not in PREPOSITIONS | SUBORDINATORS
            and not following.lower.endswith("ing")
            and following.lower not in CONJUNCTIONS
        )
    ):
        for i in range(comma + 1, ceiling):
            if sentence.quote[i] is not None or sentence.tokens[i].text in {";", "—", "–", ":"}:
                return comma
            if sentence.is_mark(i, ",.") and i > comma + 2:
                return i
        return ceiling
    return comma


def _name_end(sentence: Sentence, comma: int, ceiling: int) -> int:
    """The end of ", Jan Tiborek" after "the mayor": capitalised words up to a mark."""
    i = comma + 1
    while i < ceiling and sentence.tokens[i].is_capital and sentence.quote[i] is None:
        i += 1
    closed = i >= ceiling or sentence.is_mark(i, ",.;")
    return i if closed and 1 < i - comma <= 5 and not sentence.tokens[comma - 1].is_capital else comma


def _new_clause(sentence: Sentence, i: int, ceiling: int) -> bool:
    """Whether token i is the comma or dash before a main clause of the outlet's own: ", but he …", ", while …"."""
    if sentence.tokens[i].text not in {",", "—", "–"} or i + 1 >= ceiling:
        return False
    word = sentence.lower(i + 1)
    if word in {"but", "while", "although", "though", "whereas", "according"}:
        return True
    return word.endswith("ing") and is_verb_form(word)


def _strip_end(sentence: Sentence, first: int, last: int) -> int:
    while last > first and sentence.quote[last - 1] is None and sentence.is_mark(last - 1, ",;:.—–!?…"):
        last -= 1
    return last
