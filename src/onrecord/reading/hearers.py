"""Who was told is no part of what is told: "told the Gazette two bridges had closed", where no "that" parts them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Name
from onrecord.reading.attribution import Attribution
from onrecord.reading.sentence import Sentence, number_at
from onrecord.reading.tokens import AUXILIARIES, BE

_TELLING = frozenset("told tell tells telling informed assured".split())


def without_hearer(text: str, found: Attribution, names: Sequence[Name], sentences: Sequence[Sentence]) -> Attribution:
    """The attribution without the name right after an active "told": whom one tells must be said, what one needn't."""
    if not found.cue or not found.content or found.content[0][0] - found.cue[-1][1] != 1:
        return found
    number = number_at(sentences, found.cue[-1][0])
    begin, end = found.content[0]
    heard = next((n for n in names if begin <= n.start <= begin + len("the ") and n.end < end), None)
    if number < 0 or heard is None or text[begin : heard.start].lower() not in {"", "the "}:
        return found
    sentence = sentences[number]
    verb, after = sentence.index_at(found.cue[-1][1]) - 1, sentence.index_at(heard.end)
    passive = any(sentence.lower(i) in BE for i in (verb - 1, verb - 2))
    clause = sentence.tokens[after].is_word and sentence.quote[after] is None
    if not after or sentence.lower(verb) not in _TELLING or passive or not clause:
        return found
    if sentence.lower(after) in AUXILIARIES:
        return found
    return replace(found, content=((sentence.tokens[after].start, end), *found.content[1:]))
