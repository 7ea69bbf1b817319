"""The content words of a text as weighted terms: stems, and names in a form that all their spellings share."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from onrecord.linking.name_letters import letters, skeleton

_WORD = re.compile(r"\d{1,3}(?:,\d{3})+(?!\w)|(?:[A-Z]\.){2,}|\w+(?:[’'\-]\w+)*")
_POSSESSIVE = re.compile(r"[’']s?$")
_NO_NAMES = frozenset(
    "mr mrs ms dr monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december".split()
)
"""Written with a capital, but neither who nor where."""
_DEMONYMS = {"ans": "an", "an": "a"}
_PER_10000_OF_A_RARE_WORD = 6.0
_STOP_FROM = 450.0
"""Words that stand in more than 4.5 % of paragraphs say nothing about what a sentence is about."""
_NAME_WEIGHT = 4.5
"""Names are rare in general and common within their story: a fixed weight, below that of a rare word."""
_NUMBER_WEIGHT = 4.0


@lru_cache(maxsize=16_384)
def terms_of(text: str) -> Mapping[str, float]:
    """Term -> weight (about 3 to 8). Names are "@" and their consonants; numbers "#" and their digits."""
    return MappingProxyType(dict(_terms(text)))


def subject_of(text: str) -> str | None:
    """The name term among the first three words, as far as position tells whom a sentence is about."""
    reach = [match.end() for match in _WORD.finditer(text)][:3]
    names = [term for term, _ in _terms(text[: reach[-1]]) if term.startswith("@")] if reach else []
    return names[0] if names else None


def name_terms(text: str) -> tuple[str, ...]:
    """The name terms of words that stand by themselves, in order: no capital of theirs only opens a sentence."""
    return tuple(term for term in terms_of(f"x {text}") if term.startswith("@"))


def _terms(text: str) -> Iterator[tuple[str, float]]:
    for match in _WORD.finditer(text):
        word = _POSSESSIVE.sub("", match.group()).replace(".", "")
        digits = word.replace(",", "")
        if digits.isdecimal():
            yield f"#{digits.lstrip('0') or '0'}", _NUMBER_WEIGHT
        elif _is_capital(word) and not _opens_sentence(text, match.start(), word):
            key = _name_key(word)
            if key:
                yield f"@{key}", _NAME_WEIGHT
        else:
            stem = _stem(word.lower())
            weight = _weight(word.lower())
            if weight:
                yield stem, weight


def _is_capital(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and word.lower() not in _NO_NAMES


def _opens_sentence(text: str, start: int, word: str) -> bool:
    """Whether a capital at the start of a sentence is only that: the word is a common one in small letters."""
    if word.isupper():
        return False
    before = text[:start].rstrip(" “\"'‘«„(")
    opens = not before or before[-1] in ".!?…:"
    return opens and _stem(word.lower()) in _frequencies()


def _name_key(word: str) -> str:
    """Consonants of a name, with a demonym's ending taken off: Arvenia, Arvenian and Arvenians are one key."""
    plain = letters(word).replace(" ", "")
    for ending, kept in _DEMONYMS.items():
        if len(plain) > 3 + len(ending) and plain.endswith(ending):
            plain = plain.removesuffix(ending) + kept
    return skeleton(plain) if plain else ""


def _weight(word: str) -> float:
    often = _frequencies().get(_stem(word), _PER_10000_OF_A_RARE_WORD)
    return 0.0 if often > _STOP_FROM or len(word) < 2 else math.log(10_000 / often)


@cache
def _frequencies() -> Mapping[str, float]:
    lines = files("onrecord.data").joinpath("frequencies.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {stem: float(per) for stem, per in list(rows)[1:]}


@cache
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(_irregular().get(word, word)))


@cache
def _irregular() -> Mapping[str, str]:
    lines = files("onrecord.data").joinpath("irregular.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))


@cache
def _stemmer() -> Any:  # noqa: ANN401 - snowballstemmer has no types
    import snowballstemmer  # noqa: PLC0415 - loaded at use

    return snowballstemmer.stemmer("english")
