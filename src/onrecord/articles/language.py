"""Tells the language of a text."""

from __future__ import annotations

from functools import cache
from typing import Protocol

SHORTEST = 20
"""Letters below which no language is told."""

LEAST_SURE = 0.8
"""Probability below which the answer is None; the identifier puts short or mixed text far lower."""

LONGEST = 20_000
"""Characters that are looked at; more change nothing."""


def detect(text: str) -> str | None:
    """The text's language as an ISO 639 code ("en"), or None for one that is too short or too uncertain."""
    sample = text[:LONGEST]
    if sum(letter.isalpha() for letter in sample) < SHORTEST:
        return None
    language, probability = _identifier().classify(sample)
    return str(language) if probability >= LEAST_SURE else None


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


@cache
def _identifier() -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - heavy, loaded at use

    identifier: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return identifier
