"""A query as terms, each with all the spellings that it is found under."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.model import Entity, EntityKind

LONGEST_NAME = 6
"""How many words of a query are taken together to look for a name."""

MOST_TERMS = 32
"""How many terms of a query are looked for."""

MOST_SPELLINGS = 16
"""Under how many spellings a name is looked for."""

PASSED_OVER = frozenset(
    "a an and any are as at be been by can did do does for from had has have how if in into is it its of on or so than "
    "that the their them then there they this to was we were what when where whether which who whom whose why will "
    "with would".split()
)
"""Words of a query that aren't looked for unless it has no others."""

_WORD = re.compile(r"\w+(?:[-.'’]\w+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word or a name of a query, with the spellings to look for; the first is as it was asked."""

    spellings: tuple[str, ...]

    def held_by(self, text: str) -> bool:
        """Whether the text holds all words of one of the spellings, whatever their endings."""
        stems = stems_of(text)
        return any(wanted and wanted <= stems for wanted in map(stems_of, self.spellings))


def terms(query: str, entities: Sequence[Entity]) -> tuple[Term, ...]:
    """The terms of a query. A name of one of the entities, as long as can be, is one term with all its variants.

    A person's last name alone, with all its hyphens, also stands for the last names of the person's variants.
    """
    words = _WORD.findall(query)
    telling = [word for word in words if word.casefold() not in PASSED_OVER]
    return tuple(dict.fromkeys(_terms(telling or words, _Names(entities))))[:MOST_TERMS]


def holds_all(asked: Sequence[Term], text: str) -> bool:
    """Whether there are terms, and the text holds every one."""
    return bool(asked) and all(term.held_by(text) for term in asked)


@lru_cache(maxsize=4096)
def stems_of(text: str) -> frozenset[str]:
    """The stems of the words of a text, in small letters without diacritics."""
    return frozenset(_stem(word) for word in folded(text))


def folded(text: str) -> tuple[str, ...]:
    """The words of a text in small letters without diacritics."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(part for part in parts if not unicodedata.combining(part))
    return tuple(re.findall(r"\w+", plain))


class _Names:
    """The spellings of entities by their words."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._spellings: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        for entity in entities:
            self._add(entity)

    def __getitem__(self, words: tuple[str, ...]) -> list[str]:
        found = self._spellings.get(words, set())
        return sorted(found, key=lambda spelling: (len(spelling.split()), spelling))

    def _add(self, entity: Entity) -> None:
        variants = {name: folded(name) for name in (entity.name, *entity.variants)}
        for words in filter(None, variants.values()):
            self._spellings[words].update(variants)
        if entity.kind is EntityKind.PERSON:
            last = {folded(found): found for name, words in variants.items() if words for found in name.split()[-1:]}
            for found in filter(None, last):
                self._spellings[found].update(last.values())


def _terms(words: Sequence[str], names: _Names) -> Iterator[Term]:
    at = 0
    while at < len(words):
        for length in range(min(LONGEST_NAME, len(words) - at), 0, -1):
            asked = " ".join(words[at : at + length])
            spellings = names[folded(asked)]
            if spellings or length == 1:
                unique = {folded(spelling): spelling for spelling in (*reversed(spellings), asked)}
                yield Term(spellings=tuple(reversed(unique.values()))[:MOST_SPELLINGS])
                at += length
                break


@lru_cache(maxsize=1 << 14)
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))


@lru_cache(maxsize=1)
def _stemmer():  # type: ignore[no-untyped-def]  # noqa: ANN202 - the library has no types
    from snowballstemmer import stemmer  # noqa: PLC0415 - loaded at use

    return stemmer("english")
