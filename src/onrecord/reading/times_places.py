"""Where a rule may match: a time expression is made of digits and of words that stand in its rule's pattern.

There are many rules, and little of a text speaks of time. So the text is cut into runs of such words, and only in runs
that hold more than words like "the" and "of" is a rule tried, at its own words. What is found is what a search of the
whole text by every rule would find.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from onrecord.reading.times_scene import Rule

_WORD = re.compile(r"\d+|[^\W\d_]+|_")
_SYNTAX = re.compile(r"\\(?P<escaped>.)|\(\?P=\w+\)|\(\?(?:P?<\w+>|<?[!=]|[i-]*:)")
_LITERAL = re.compile(r"(?P<letters>[^\W\d_]+)(?P<optional>[?*{]?)|\d")
_STEM = 3
"""Letters of a word that a pattern's word must share: patterns end words in groups, as in "centur(?:y|ies)"."""
_DIGITS = "0"
_BARE = frozenset(
    "a an the of in on at to and or for from this that these those his her its their our no not so as more most less "
    "than up over about around after before other one some just under into through".split()
)
"""Words of patterns that say no time by themselves."""


class Places:
    """The rules by the words of their patterns."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules: dict[str, list[Rule]] = {}
        for rule in rules:
            for stem in _stems(rule.pattern.pattern):
                self._rules.setdefault(stem, []).append(rule)

    def of(self, text: str) -> Iterator[tuple[int, Sequence[Rule]]]:
        """The places of a text where a match may begin, in order, and the rules that may match there."""
        words = ((word, self._rules.get(_stem(word.group()), ())) for word in _WORD.finditer(text))
        for has_rules, group in groupby(words, key=lambda word: bool(word[1])):
            run = list(group) if has_rules else []
            if any(word.group().lower() not in _BARE for word, _ in run):
                for word, rules in run:
                    yield word.start(), rules


def _stem(word: str) -> str:
    return _DIGITS if word[0].isdigit() else word[:_STEM].lower()


def _stems(pattern: str) -> set[str]:
    """The stems of a pattern's words, and of those whose last letter may be missing."""
    plain = _SYNTAX.sub(lambda syntax: _DIGITS if syntax["escaped"] == "d" else " ", pattern)
    words: set[str] = set()
    for literal in _LITERAL.finditer(plain):
        letters = literal["letters"]
        words |= {letters, letters[:-1]} if literal["optional"] else {letters or _DIGITS}
    return {_stem(word) for word in words if word}
