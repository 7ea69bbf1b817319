"""What a web page states about itself: its dates, and which of its lines are captions, standfirsts or quotes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from onrecord.articles.documents import is_date
from onrecord.articles.lines import plain
from onrecord.model import BlockKind

PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date.issued",
    "parsely-pub-date",
)
MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "dc.date.modified", "last-modified")
"""Names of the elements that state a date, in the order of trust."""

LINKED_DATA = {"datePublished": "datepublished", "dateModified": "datemodified"}
"""Keys of schema.org articles, by the name that they go under here."""

_CLASSES = (
    (BlockKind.CAPTION, "caption"),
    (BlockKind.CREDIT, "photo-credit"),
    (BlockKind.CREDIT, "image-credit"),
    (BlockKind.CREDIT, "byline"),
    (BlockKind.QUOTE, "pullquote"),
    (BlockKind.QUOTE, "pull-quote"),
    (BlockKind.STANDFIRST, "standfirst"),
    (BlockKind.STANDFIRST, "subtitle"),
    (BlockKind.STANDFIRST, "dek"),
)

MARKUP = (
    (BlockKind.CAPTION, ".//figcaption"),
    (BlockKind.QUOTE, ".//blockquote"),
    (BlockKind.SUBHEAD, ".//h2 | .//h3 | .//h4"),
    *((kind, f".//*[contains(@class, '{name}')]") for kind, name in _CLASSES),
)
"""What the lines under these paths are; the first that names a line decides."""

LONGEST = 600
"""Characters above which a line isn't what its markup says: a wrapper has such a class too."""


def page_kinds(tree: Any) -> dict[str, BlockKind]:  # noqa: ANN401 - an lxml element
    """What the page's markup says of single lines, keyed by `lines.plain` of the line."""
    kinds: dict[str, BlockKind] = {}
    for kind, path in MARKUP:
        for found in tree.xpath(path):
            whole = _text(found)
            if len(whole) <= LONGEST:
                for part in (whole, *map(_text, found.iter("p", "span"))):
                    kinds.setdefault(plain(part), kind)
    kinds.pop("", None)
    return kinds


def page_dates(tree: Any, markup: str) -> tuple[str | None, str | None]:  # noqa: ANN401 - an lxml element
    """When the page says that it was published and modified, as exactly as it says; (None, None) where it doesn't."""
    stated = _stated_dates(tree)
    published = next((stated[name] for name in PUBLISHED if name in stated), None)
    modified = next((stated[name] for name in MODIFIED if name in stated), None)
    published = published or _htmldate(markup)
    return published, modified if modified != published else None


def _text(element: Any) -> str:  # noqa: ANN401 - an lxml element
    return " ".join("".join(element.itertext()).split())


def _stated_dates(tree: Any) -> dict[str, str]:  # noqa: ANN401 - an lxml element
    stated: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        _note(stated, name.lower(), meta.get("content"))
    for time in tree.xpath(".//time[@itemprop and @datetime]"):
        _note(stated, time.get("itemprop").lower(), time.get("datetime"))
    for script in tree.xpath(".//script[@type='application/ld+json']"):
        for name, value in _linked_dates(script.text or ""):
            _note(stated, name, value)
    return stated


def _linked_dates(data: str) -> Iterator[tuple[str, object]]:
    try:
        waiting = [msgspec.json.decode(data.strip())]
    except (ValueError, RecursionError):
        return
    while waiting:
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            yield from ((name, value[key]) for key, name in LINKED_DATA.items() if key in value)
            waiting.extend(value.get(key) for key in ("@graph", "mainEntity"))


def _note(stated: dict[str, str], name: str, value: object) -> None:
    if isinstance(value, str) and is_date(value.strip()):
        stated.setdefault(name, value.strip())


def _htmldate(markup: str) -> str | None:
    from htmldate import find_date  # noqa: PLC0415 - heavy, loaded at use

    try:
        found: str | None = find_date(markup, extensive_search=False, original_date=True)
    except Exception:  # noqa: BLE001 - a date that can't be found is missing, whatever the parser stumbles over
        return None
    return found
