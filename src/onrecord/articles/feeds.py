"""RSS and Atom feeds: every item becomes an article, from its content or else its summary."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from typing import Any

from onrecord.articles.documents import MEGABYTE, Document, Failure, Metadata, complete, repair
from onrecord.articles.html import fragment_text
from onrecord.errors import UnreadableInput
from onrecord.model import Article, Raw

LIMIT = 20 * MEGABYTE


def read(document: Document, defaults: Metadata) -> Iterator[Article | Failure]:
    """The feed's items in its order; of a broken feed those that can be made out."""
    import feedparser  # noqa: PLC0415 - heavy, loaded at use

    content = document.read(LIMIT)
    try:
        # A stream, since the parser takes a string for an address and would go and fetch it.
        feed = feedparser.parse(io.BytesIO(content))
    except Exception as error:  # the parser of a hostile feed may fail in any way
        raise UnreadableInput("it can't be read as a feed; fetch it again") from error
    if not feed.entries:
        broken = "its XML is broken and no item came out" if feed.bozo else "it has no items"
        raise UnreadableInput(f"{broken}; fetch the feed again")
    raw = Raw(content=content, media_type=document.media_type or "application/xml")
    outlet = _text(feed.feed.get("title")) or None
    for number, entry in enumerate(feed.entries, start=1):
        try:
            yield _item(entry, raw, Metadata(outlet=outlet, retrieved=document.retrieved), defaults)
        except UnreadableInput as error:
            yield Failure(location=f"{document.location}, item {number}", reason=str(error))


def _item(entry: Any, raw: Raw, known: Metadata, defaults: Metadata) -> Article:  # noqa: ANN401 - feedparser has no types
    headline = _text(entry.get("title"))
    contents = [part.get("value", "") for part in entry.get("content", [])] or [entry.get("summary", "")]
    body = [text for text in map(fragment_text, map(repair, filter(str.strip, contents))) if text]
    published, modified = (_instant(entry, name) for name in ("published_parsed", "updated_parsed"))
    found = Metadata(
        url=entry.get("link") or None,
        byline=_text(entry.get("author")) or None,
        headline=headline or None,
        published=published,
        modified=modified if modified != published else None,
    )
    return complete("\n\n".join(filter(None, [headline, *body])), raw, found.over(known), defaults)


def _text(value: str | None) -> str:
    return " ".join(fragment_text(repair(value)).split()) if value and value.strip() else ""


def _instant(entry: Any, name: str) -> str | None:  # noqa: ANN401 - feedparser has no types
    # Asked with `in`, since the parser answers for a missing date with another one.
    parsed = entry[name] if name in entry else None  # noqa: SIM401 - see above
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", parsed) if parsed else None
