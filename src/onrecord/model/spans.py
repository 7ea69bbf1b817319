"""Spans, hashes and the ids made from them."""

from __future__ import annotations

import hashlib
import json

Span = tuple[int, int]
"""[start, end): code points into an article's stored text."""


def check_span(start: int, end: int) -> None:
    """Raise ValueError unless 0 <= start < end."""
    if not 0 <= start < end:
        raise ValueError(f"a span must have 0 <= start < end, not [{start}, {end})")


def sha256(data: bytes) -> str:
    """The SHA-256 of the bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def statement_id(text_sha: str, source: tuple[Span, ...], cue: tuple[Span, ...], content: tuple[Span, ...]) -> str:
    """A statement's id from its article's text hash and its spans, so that decisions survive a re-reading."""
    spans = json.dumps([source, cue, content], separators=(",", ":"))
    return "s-" + sha256(f"{text_sha}:{spans}".encode())[:12]
