"""What the readers of all formats share: the bytes on their way in, what is known about them, and what comes out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import BinaryIO

from onrecord.articles.blocks import find_blocks
from onrecord.articles.language import detect
from onrecord.errors import UnreadableInput
from onrecord.model import Article, BlockKind, Raw, sha256

MEGABYTE = 1_000_000

EMPTY = "it is empty, so there is nothing to read; check where it comes from"

_SURROGATE = re.compile("[\ud800-\udfff]")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ].*)?", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known about an article besides its text; None is unknown. Dates are ISO 8601.

    What an article says of itself wins over what the user supplies for articles that don't.
    """

    id: str | None = None
    outlet: str | None = None
    url: str | None = None
    byline: str | None = None
    headline: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    story: str | None = None
    retrieved: str | None = None

    def over(self, defaults: Metadata) -> Metadata:
        """These values, and the default ones where there is none."""
        merged = {field.name: getattr(self, field.name) or getattr(defaults, field.name) for field in fields(self)}
        return Metadata(**merged)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A thing that could not be read: where it is, and one sentence that says what is wrong and what to do."""

    location: str
    reason: str

    def __str__(self) -> str:
        return f"{self.location}: {self.reason}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Bytes on their way to become articles; `media_type` is the sender's word for them, `url` where they came from."""

    location: str
    stream: BinaryIO
    media_type: str = ""
    url: str | None = None
    retrieved: str | None = None

    def read(self, limit: int) -> bytes:
        """All bytes; raises `UnreadableInput` where there are none or more than `limit`."""
        content = self.stream.read(limit + 1)
        if len(content) > limit:
            size = limit // MEGABYTE
            raise UnreadableInput(f"it is larger than {size} MB, the limit for one document; split it or cut it down")
        if not content.strip():
            raise UnreadableInput(EMPTY)
        return content


def complete(
    text: str, raw: Raw, found: Metadata, defaults: Metadata, known: Mapping[str, BlockKind] | None = None
) -> Article:
    """The article of the text with its blocks, language and id; `known` as in `find_blocks`.

    Raises `UnreadableInput` for a text without a letter.
    """
    text = repair(text)
    if not any(letter.isalpha() for letter in text):
        raise UnreadableInput("its text has no letters, so there is no article in it; check where it comes from")
    facts = found.over(defaults)
    values = {field.name: getattr(facts, field.name) for field in fields(facts)}
    values["id"] = facts.id or article_id(text, facts.url)
    values["language"] = facts.language or detect(text)
    values["retrieved"] = facts.retrieved or now()
    return Article(text=text, blocks=find_blocks(text, facts.headline, known), raw=raw, **values)


def article_id(text: str, url: str | None = None) -> str:
    """An id made from the url, which later versions share, or from the text where there is none."""
    return f"a-{sha256((url or text).encode())[:12]}"


def repair(text: str) -> str:
    """The text with lone surrogates, which no encoding can hold, replaced one for one."""
    return _SURROGATE.sub("\ufffd", text)


def is_date(value: str) -> bool:
    """Whether it is an ISO 8601 date, or date and time, as the model wants it."""
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return bool(_ISO.fullmatch(value))


def now() -> str:
    """The present instant, in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
