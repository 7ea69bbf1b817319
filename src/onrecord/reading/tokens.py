"""Words and marks with exact offsets, and the closed word classes that the rules look at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_TOKEN = re.compile(r"\w+(?:[’'\-‑]\w+)*|''|``|[^\w\s]")

DETERMINERS = frozenset(
    "a an the this that these those his her its their our my your some any each every no another both several many "
    "few all most one two three four five six seven eight nine ten dozens hundreds thousands".split()
)
POSSESSIVES = frozenset("his her its their our my your whose".split())
SUBJECTS = frozenset("i he she we they it you who this that there".split())
PRONOUNS = frozenset("i he she we they it you him her them me us".split())
OBJECTS = frozenset("him her them me us".split())
MODALS = frozenset("will would can could may might must shall should ’ll 'll".split())
BE = frozenset("is was are were be been being am isn’t wasn’t aren’t weren’t isn't wasn't aren't weren't".split())
HAVE = frozenset("has have had having hasn’t haven’t hadn’t hasn't haven't hadn't".split())
DO = frozenset("do does did don’t doesn’t didn’t don't doesn't didn't".split())
NEGATIVE_MODALS = frozenset(
    "won’t wouldn’t can’t cannot couldn’t shouldn’t won't wouldn't can't couldn't shouldn't mustn't mustn’t".split()
)
AUXILIARIES = MODALS | BE | HAVE | DO | NEGATIVE_MODALS | {"to"}
IRREGULAR_PASTS = frozenset(
    "became began bit blew bought broke brought built came caught chose cut drew drove fell fled flew forgot fought "
    "found gave got grew held hid hit kept knew lay led left lost made meant met paid put ran rose sang sank sat saw "
    "sent set shook shot shut sold sought spent spoke spread stole stood struck swore swept swam taught threw took "
    "went withdrew woke won wore".split()
)
NEGATIONS = frozenset("not never no nor n't neither hardly without".split())
PREPOSITIONS = frozenset(
    "of in on at by for with from to about into over after before during under between among against through "
    "despite since until within without amid via near outside inside across behind beyond toward towards upon "
    "following including regarding concerning like".split()
)
CONJUNCTIONS = frozenset("and or but nor yet so".split())
SUBORDINATORS = frozenset(
    "that while whereas because although though when whenever as if unless where since after before until once "
    "whether than".split()
)
WH = frozenset("what how why whether which who whom where when if".split())
RELATIVES = frozenset("who which that whose whom where".split())
ADVERBS = frozenset(
    "also still again later earlier then now once only just even already soon first further instead too ever often "
    "always sometimes long yet meanwhile nevertheless however therefore thus perhaps initially recently".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
DAYS = WEEKDAYS | frozenset("yesterday today tomorrow tonight earlier later last next late early this".split())


class Token(NamedTuple):
    """A word or a mark, with its code point offsets in the text."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_word(self) -> bool:
        """Whether it's a word or number rather than a mark."""
        return self.text[0].isalnum() or self.text[0] == "_"

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_adverb(self) -> bool:
        """Whether it's a known adverb or looks like one."""
        return self.lower in ADVERBS or (self.lower.endswith("ly") and len(self.lower) > 4 and not self.is_capital)


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`, with offsets into `text`."""
    stop = len(text) if end is None else end
    return [Token(m.start(), m.end(), m.group(), m.group().lower()) for m in _TOKEN.finditer(text, start, stop)]


def cover(tokens: Sequence[Token]) -> tuple[int, int]:
    """The span from the first token's start to the last one's end."""
    return tokens[0].start, tokens[-1].end
