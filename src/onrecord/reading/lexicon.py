"""The cue lexicon: `data/cues.tsv` with every verb inflected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from onrecord.model import Act, Certainty, Polarity
from onrecord.reading.tokens import BE, WEEKDAYS, Token


class Form(StrEnum):
    """The form of a cue's first word; `PAST` covers the participle where the two are alike."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of the lexicon; `frames` are the letters explained at the top of the file."""

    lemma: str
    frames: str
    act: Act
    certainty: Certainty
    polarity: Polarity

    @property
    def is_for_rules(self) -> bool:
        """Whether the patterns go by it; the other rows serve only to read the words of a cue."""
        return self.frames not in {"-", "="}

    @property
    def stands_alone(self) -> bool:
        """Whether it's a head only where no other word of weight is in the cue."""
        return self.frames == "="


@dataclass(frozen=True, slots=True)
class Match:
    """A cue at a token: how many tokens it takes, and in which form."""

    cue: Cue
    form: Form
    length: int


_Entry = tuple[tuple[str, ...], Form, Cue]


def match_cue(tokens: Sequence[Token], index: int) -> Match | None:
    """The longest cue that begins at `tokens[index]`, or None. Adverbs may stand after a form of "be"."""
    for words, form, cue in _table().get(tokens[index].lower, ()):
        length = _follows(tokens, index + 1, words)
        if length is not None:
            return Match(cue, form, 1 + length)
    return None


def is_verb_form(word: str) -> bool:
    """Whether the lower-case word is a form of a verb of the lexicon."""
    return word in _table()


@cache
def rows() -> tuple[tuple[Cue, tuple[str, ...]], ...]:
    """Every row of the table with its irregular forms."""
    lines = files("onrecord.data").joinpath("cues.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(_row(line) for line in [line for line in lines if not line.startswith("#")][1:])


def inflect(lemma: str, irregular: Sequence[str] = ()) -> dict[str, Form]:
    """The forms of a lemma's first word; the third person of a noun is its plural."""
    verb = lemma.split(maxsplit=1)[0]
    if verb == "be":
        return dict.fromkeys(BE, Form.PAST)
    if irregular:
        third, past, participle, ing = irregular
    else:
        third, past, ing = _third(verb), _past(verb), _ing(verb)
        participle = past
    # The base form is entered last so that "put" and "cut" count as base or past alike.
    return {ing: Form.ING, third: Form.THIRD, participle: Form.PARTICIPLE, past: Form.PAST, verb: Form.BASE}


def _follows(tokens: Sequence[Token], index: int, words: tuple[str, ...]) -> int | None:
    start = index
    if words and tokens[index - 1].lower in BE:
        while index < len(tokens) and (tokens[index].is_adverb or tokens[index].lower == "not"):
            index += 1
    for word in words:
        if index >= len(tokens) or tokens[index].lower != word:
            return None
        index += 1
    if words and index < len(tokens) and words[-1] == "on" and tokens[index].lower in WEEKDAYS:
        return None
    return index - start


@cache
def _table() -> dict[str, tuple[_Entry, ...]]:
    """First word's form -> the entries that begin with it, longest first."""
    table: dict[str, list[_Entry]] = {}
    for cue, irregular in rows():
        if cue.is_for_rules:
            rest = tuple(cue.lemma.split()[1:])
            for word, form in inflect(cue.lemma, irregular).items():
                table.setdefault(word, []).append((rest, form, cue))
    return {word: tuple(sorted(entries, key=lambda e: (-len(e[0]), e[2].lemma))) for word, entries in table.items()}


def _row(line: str) -> tuple[Cue, tuple[str, ...]]:
    lemma, frames, act, certainty, polarity, forms = line.split("\t")
    return Cue(lemma, frames, Act(act), Certainty(certainty), Polarity(polarity)), tuple(forms.split())


def _consonant_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2] not in "aeiou"


def _third(verb: str) -> str:
    if _consonant_y(verb):
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _past(verb: str) -> str:
    if _consonant_y(verb):
        return verb[:-1] + "ied"
    return verb + ("d" if verb.endswith("e") else "ed")


def _ing(verb: str) -> str:
    return verb[:-1] + "ing" if verb.endswith("e") and not verb.endswith("ee") else verb + "ing"
