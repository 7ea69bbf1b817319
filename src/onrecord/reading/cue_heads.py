"""The head of a cue by its words alone: the row of the lexicon that says what the cue does, and what stands over it.

"Has repeatedly refused to confirm": the head is "confirm", and "refuse" stands over it. `cue_forces` says what comes
of the two together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from onrecord.model import Act
from onrecord.reading.lexicon import Cue, Form, inflect, rows
from onrecord.reading.tokens import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    SUBJECTS,
    WEEKDAYS,
    Token,
    tokenize,
)

# Verbs that leave the force to their object: "made the claim", "expressed concern", "repeated her call".
LIGHT = frozenset(
    "make give express voice issue raise take have offer show cast put release deliver hold file share launch lead "
    "announce level lay find win get state signal signalise reiterate repeat renew restate declare pledge receive "
    "convey communicate register publish send provide use write post tweet throw heap lend reaffirm".split()
)
# Verbs that leave it to what the subject is: "sounded worried", "remained opposed". They stand over it all the same.
COPULAS = frozenset("seem appear sound feel look remain become be".split())
_LONGEST = 80
"""Words of a cue that are read; what is longer is no cue."""
_REFUSALS = ("refuse to ", "decline to ")
_JOINTS = frozenset("and or nor , ;".split())
_CLAUSES = frozenset("that whether if how why what".split()) | SUBJECTS
_HELPERS = (AUXILIARIES - {"to"}) | (NEGATIONS - {"without"}) | SUBJECTS
_EMPTY = AUXILIARIES | DETERMINERS | PRONOUNS | {"so", "more"}
# What is left of an auxiliary whose pronoun is the source: "[she]’d like".
_SHORT = {"s": "is", "d": "would", "ll": "will", "ve": "have", "re": "are", "m": "am"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A row of the lexicon and the words, by their place in the cue, in which it was found."""

    cue: Cue
    form: Form
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CueWords:
    """A cue's words in lower case, its head, and the rows that stand over the head, the outermost first.

    Only the words after a "but" count: "did not endorse but praised".
    """

    words: tuple[str, ...]
    head: Piece
    over: tuple[Piece, ...]


class _Link(Enum):
    """How a row goes on from the head before it."""

    UNDER = auto()
    INSTEAD = auto()


_Entry = tuple[tuple[str, ...], Form, Cue]


def head_of(cue: str) -> Cue | None:
    """The row of the head of a cue's words, or None if the lexicon has none of them."""
    reading = read_cue(cue)
    return reading.head.cue if reading else None


def read_cue(cue: str) -> CueWords | None:
    """The head of a cue's words and what stands over it, or None if the lexicon has none of them."""
    tokens = [token._replace(lower=_SHORT.get(token.lower, token.lower)) for token in tokenize(cue)[:_LONGEST]]
    turn = max((i + 1 for i, token in enumerate(tokens) if token.lower == "but"), default=0)
    return _read(tokens[turn:]) or _read(tokens)


def _read(tokens: list[Token]) -> CueWords | None:
    head: Piece | None = None
    over: list[Piece] = []
    for piece in _pieces(tokens):
        link = _link(tokens, head, piece) if head else _Link.INSTEAD
        if link is _Link.UNDER and head:
            over.append(head)
        if link:
            head = piece
    head = head or _lone(tokens)
    return CueWords(tuple(token.lower for token in tokens), head, tuple(over)) if head else None


def _pieces(tokens: list[Token]) -> Iterator[Piece]:
    """The rows found from left to right, the longest at each place."""
    index = 0
    while index < len(tokens):
        piece = _match(tokens, index)
        if piece and not piece.cue.stands_alone:
            yield piece
            index = piece.places[-1]
        index += 1


def _match(tokens: list[Token], index: int) -> Piece | None:
    for rest, form, cue in _table().get(tokens[index].lower, ()):
        places = _places(tokens, index, rest)
        if places:
            return Piece(cue, form, places)
    return None


def _places(tokens: list[Token], index: int, rest: tuple[str, ...]) -> tuple[int, ...]:
    """Where the row's words stand, adverbs and negations between them passed over; () if they don't."""
    places = [index]
    for word in rest:
        index += 1
        while index < len(tokens) and tokens[index].lower != word and _is_passed_over(tokens[index]):
            index += 1
        if index >= len(tokens) or tokens[index].lower != word:
            return ()
        places.append(index)
    dated = rest[-1:] == ("on",) and index + 1 < len(tokens) and tokens[index + 1].lower in WEEKDAYS
    return () if dated else tuple(places)


def _is_passed_over(token: Token) -> bool:
    return token.is_adverb or token.lower in NEGATIONS


def _lone(tokens: list[Token]) -> Piece | None:
    """The preposition, adverb or mark that is all of the cue: "according", "reportedly", ":"."""
    for index, token in enumerate(tokens):
        piece = _match(tokens, index)
        if piece:
            others = [t for i, t in enumerate(tokens) if i not in piece.places]
            return piece if all(not t.is_word or t.is_adverb or t.lower in _EMPTY for t in others) else None
        if token.is_word and not token.is_adverb and token.lower not in _EMPTY:
            return None
    return None


def _link(tokens: list[Token], head: Piece, piece: Piece) -> _Link | None:
    """How a row goes on from the head before it; None if it's only an adjunct or an object."""
    gap = [t.lower for t in tokens[head.places[-1] + 1 : piece.places[0]] if not t.is_adverb]
    helped = len(gap)
    while helped and gap[helped - 1] in _HELPERS:
        helped -= 1
    helpers, gap = gap[helped:], gap[:helped]
    last = gap[-1] if gap else tokens[head.places[-1]].lower
    first = tokens[piece.places[0]].lower
    if first in PREPOSITIONS:
        return _Link.UNDER if _takes_sides(piece) and not _takes_sides(head) else None
    if last in _JOINTS:
        return _Link.INSTEAD
    if last == "to":
        return _Link.UNDER if piece.form is Form.BASE or first == "be" or helpers else None
    if not PREPOSITIONS.isdisjoint(gap) and _CLAUSES.isdisjoint(gap + helpers):
        return _Link.INSTEAD if piece.form is Form.ING and last == "by" else None
    if piece.form is Form.ING:
        return _Link.INSTEAD if gap else _Link.UNDER
    return _finite(head, piece, helped=bool(helpers), clause=not _CLAUSES.isdisjoint(gap))


def _takes_sides(piece: Piece) -> bool:
    """Whether a verb isn't one of telling, or a phrase says where one stands: "argued in favour of"."""
    return piece.cue.act is not Act.ASSERTS and (piece.form is not Form.BASE or " " in piece.cue.lemma)


def _finite(head: Piece, piece: Piece, *, helped: bool, clause: bool) -> _Link | None:
    is_verb = head.form not in {Form.BASE, Form.THIRD}
    if piece.form in {Form.PAST, Form.PARTICIPLE} or helped or clause:
        if not is_verb and piece.cue.lemma in LIGHT:
            return None
        # After a noun the verb is the cue's own: "the statement said", "calls were rejected".
        return _Link.UNDER if is_verb or clause else _Link.INSTEAD
    if head.cue.lemma in COPULAS:
        return _Link.UNDER
    return _Link.INSTEAD if head.cue.lemma in LIGHT else None


@cache
def _table() -> dict[str, tuple[_Entry, ...]]:
    """First word's form -> the entries that begin with it: the longest first, then lemmas as they stand."""
    table: dict[str, list[_Entry]] = {}
    for cue, irregular in rows():
        # "Refused to confirm" is read as "confirm" with a refusal over it.
        if not cue.lemma.startswith(_REFUSALS):
            first, *rest = cue.lemma.split()
            for word, form in (_doubled(first) | inflect(cue.lemma, irregular)).items():
                table.setdefault(word, []).append((tuple(rest), form, cue))
    return {word: tuple(sorted(entries, key=lambda e: _rank(word, e))) for word, entries in table.items()}


def _rank(word: str, entry: _Entry) -> tuple[int, bool, bool, str]:
    rest, _, cue = entry
    return -len(rest), word != cue.lemma.split()[0] and word not in BE, not cue.is_for_rules, cue.lemma


def _doubled(verb: str) -> dict[str, Form]:
    """The forms with a double letter: "preferred". Nobody writes "offerred", so that it's here too harms none."""
    if len(verb) > 2 and verb[-1] not in "aeiouwxyh" and verb[-2] in "aeiou" and verb[-3] not in "aeiou":
        return {verb + verb[-1] + "ing": Form.ING, verb + verb[-1] + "ed": Form.PAST}
    return {}
