"""Tells the language of a text."""

from __future__ import annotations

import re
from functools import cache
from typing import Protocol

SHORTEST = 20
"""Letters below which no language is told."""

LEAST_SURE = 0.8
"""Probability below which the answer is None; the identifier puts short or mixed text far lower."""

PLAINLY_ENGLISH, ENOUGH_WORDS = 0.2, 40
"""Share of words that only English has above which nothing else is asked, and how many words that takes: the
identifier's model takes longer to load than an article to read."""

_AFTER_LATIN = "\u0370"
"""The first letter after the blocks of Latin ones and their accents."""

LONGEST = 20_000
"""Characters that are looked at; more change nothing."""


def detect(text: str) -> str | None:
    """The text's language as an ISO 639 code ("en"), or None for one that is too short or too uncertain."""
    sample = text[:LONGEST]
    if sum(letter.isalpha() for letter in sample) < SHORTEST:
        return None
    if _is_plainly_english(sample):
        return "en"
    language, probability = _identifier().classify(sample)
    return str(language) if probability >= LEAST_SURE or not _is_latin(sample) else None


_ENGLISH = frozenset(
    "the of and to that with from this they their were have has been would which who said not but by its".split()
)


def _is_plainly_english(sample: str) -> bool:
    words = re.findall(r"[^\W\d_]+", sample.lower())
    return len(words) >= ENOUGH_WORDS and sum(word in _ENGLISH for word in words) >= PLAINLY_ENGLISH * len(words)


def _is_latin(sample: str) -> bool:
    """Whether most letters are Latin: of another script it may be unsure which language it is, but not English."""
    letters = [letter for letter in sample if letter.isalpha()]
    return 2 * sum(letter < _AFTER_LATIN for letter in letters) > len(letters)


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


@cache
def _identifier() -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - heavy, loaded at use

    identifier: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return identifier
