"""An article's words for the search of names: where sentences open, how their line is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from onrecord.model import Block, Span
from onrecord.reading import names_tables as tables

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Cpl|Adm|Rev|Hon|Sen|Rep|Gov|Pres|St|Jr|Sr)\."
    r"|[^\W\d_]\.(?=[ -]?[^\W\d_])"  # Q. in Charles Q. Brown
    r"|[^\W\d_]\w*(?:[-'’&][^\W_]\w*)*"
    r"|\d+(?:[.,]\d+)*\w*"
    r"|[^\w\s]|_"
)
_POSSESSIVE = ("'s", "’s", "'S", "’S")
_OPENERS = frozenset("\"“”„«»‘'’([{*•–—-:;")
_STOPS = frozenset(".!?:…")
_SMALL_IN_TITLES = frozenset(
    "a an the and or but nor of in on at to for from by with as is are be vs via over after into amid".split()
)
_PREFIXES = frozenset("anti pro non ex pre post mid then".split())
_TITLE_SHARE = 0.75
_TITLE_WORDS = 4


class Word(NamedTuple):
    """A word or mark; `opens` at the start of a sentence, `loud` in a line whose capitals say nothing."""

    start: int
    end: int
    text: str
    opens: bool = False
    loud: bool = False
    possessive: bool = False

    @property
    def large(self) -> bool:
        """Whether it is written like a name: Large, or with a small particle in front (al-Assad)."""
        if self.text[0].isupper():
            return True
        particle, hyphen, rest = self.text.partition("-")
        return bool(hyphen and particle in {"al", "el", "ad", "as", "an", "ez"} and rest[:1].isupper())

    @property
    def is_word(self) -> bool:
        """Whether it has letters."""
        return self.text[0].isalpha()


def lines_of(text: str, blocks: Sequence[Block]) -> Iterator[list[Word]]:
    """The words of every line of every block (of the whole text if there are none)."""
    for start, end in _spans(text, blocks):
        line = list(_words(text, start, end))
        if line:
            yield _marked_loud(line)


def _spans(text: str, blocks: Iterable[Block]) -> Iterator[Span]:
    parts = [(block.start, min(block.end, len(text))) for block in blocks] or [(0, len(text))]
    for start, end in parts:
        for line in re.finditer(r"[^\n\r\u2028\u2029]+", text[start:end]):
            yield start + line.start(), start + line.end()


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    opens = True
    for match in _WORD.finditer(text, start, end):
        word, stop = match.group(), match.end()
        possessive = word.endswith(_POSSESSIVE) and len(word) > 2
        if possessive:
            word, stop = word[:-2], stop - 2
        begin = match.start()
        for piece in _pieces(word):
            yield Word(begin, begin + len(piece), piece, opens, loud=False, possessive=possessive)
            begin += len(piece)
        opens = word in _STOPS or (opens and word in _OPENERS)


def _pieces(word: str) -> list[str]:
    """A word at its hyphen in three where one side is a name, or each is (Lima-based, pro-Kremlin, UK-India)."""
    left, hyphen, right = word.partition("-")
    if not hyphen or not left or not right:
        return [word]
    tail = left[0].isupper() and right.islower() and (right in tables.common_words() or "-" in right) and len(right) > 2
    head = left in _PREFIXES and right[0].isupper()
    # Of two places in capitals, "PARIS-HOLLAND", it's a family name; acronyms stand in the tables as they are.
    both = left in tables.gazetteer() and right in tables.gazetteer() and tables.known(word) is None
    return [left, hyphen, right] if tail or head or both else [word]


def _marked_loud(line: list[Word]) -> list[Word]:
    heavy = [word for word in line if word.is_word and word.text.lower() not in _SMALL_IN_TITLES]
    large = sum(1 for word in heavy if word.text[0].isupper())
    upper = sum(1 for word in heavy if word.text.isupper() and len(word.text) > 1)
    title = len(heavy) >= _TITLE_WORDS and large >= _TITLE_SHARE * len(heavy) and line[-1].text not in _STOPS
    shouted = len(heavy) >= _TITLE_WORDS and upper > 0.6 * len(heavy)
    if not title and not shouted:
        return line
    return [Word(w.start, w.end, w.text, w.opens, loud=True, possessive=w.possessive) for w in line]
