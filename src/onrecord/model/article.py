"""An article and its blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.model.kinds import BlockKind
from onrecord.model.spans import check_span


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of the text of one kind, without the line breaks around it."""

    kind: BlockKind
    start: int
    end: int

    def __post_init__(self) -> None:
        check_span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """The bytes as received, and what the sender called them."""

    content: bytes
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One published document at one time. Missing metadata is None, never guessed.

    `id` is the id that it came with, or one made from its content by `article_id`. `published`, `modified` and
    `retrieved` are ISO 8601. Empty `blocks` mean that nobody looked for them yet.
    """

    id: str
    text: str
    outlet: str | None = None
    url: str | None = None
    byline: str | None = None
    headline: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    story: str | None = None
    retrieved: str | None = None
    blocks: tuple[Block, ...] = ()
    raw: Raw | None = None

    def is_by(self, name: str) -> bool:
        """Whether a name in a text means this article's outlet: "the Herald" the Corvane Herald, "NPA" its initials."""
        short, full = _words(name), _words(self.outlet or "")
        if not short or not full:
            return False
        initials = "".join(word[0] for word in full)
        return short == full[-len(short) :] or (len(full) > 1 and short == [initials])


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"\w+", name.casefold()) if word != "the"]
