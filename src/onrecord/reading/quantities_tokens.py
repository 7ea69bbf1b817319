"""Tokens for reading quantities: words, numbers with their separators, and other characters one by one."""

from __future__ import annotations

import re
from typing import NamedTuple


class Token(NamedTuple):
    """A word, initials, a number in digits, or one other character; `text[start:end]` is the span."""

    start: int
    end: int
    text: str
    lower: str


_TOKEN = re.compile(
    r"(?:\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?!\d)|\d{1,2}(?:,\d\d){1,5},\d{3}(?!\d)|\d+)(?:\.\d+)?"
    r"|\.\d+|(?:\b[A-Z]\.){2,8}|[^\W\d_]+(?:['’][^\W\d_]+)?|\S",
)


def tokenize(text: str) -> tuple[Token, ...]:
    """Words, numbers and single characters of `text`, white space left out."""
    return tuple(Token(m.start(), m.end(), m.group(), m.group().lower()) for m in _TOKEN.finditer(text))
