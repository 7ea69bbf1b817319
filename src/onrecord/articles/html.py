"""Web pages: the main text by trafilatura, what each part is by the page's own markup, dates by what the page states.

The stored text is the headline, then the standfirst and the paragraphs, set apart by blank lines.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

from onrecord.articles.documents import MEGABYTE, Document, Failure, Metadata, complete
from onrecord.articles.lines import plain
from onrecord.articles.pagefacts import page_dates, page_kinds
from onrecord.articles.plaintext import charset_of, decode
from onrecord.errors import UnreadableInput
from onrecord.model import Article, BlockKind, Raw

LIMIT = 5 * MEGABYTE
"""Bytes of one page; the extraction takes seconds for each megabyte."""

for _library in ("trafilatura", "htmldate"):
    # They log what they find odd in a page, and without a handler that ends up among the messages to the user.
    logging.getLogger(_library).addHandler(logging.NullHandler())

SHORTEST = 60
"""Characters of body below which a page holds no article."""

KEPT_SHARE = 0.8
"""Where the elements below hold less than this share of the extracted text, its plain lines are taken instead."""

KINDS = {"head": BlockKind.SUBHEAD, "quote": BlockKind.QUOTE, "code": BlockKind.OTHER}
"""What trafilatura's elements are; any other is told by the block rules."""

PARTS = ("head", "p", "quote", "item", "row", "code", "ab")
"""Trafilatura's elements that make a line of text."""

FRAGMENT_PARTS = ("p", "div", "li", "h1", "h2", "h3", "h4", "blockquote", "tr", "figcaption", "ul", "ol", "table")
"""HTML elements that stand on lines of their own in a feed's item."""


def read(document: Document, defaults: Metadata) -> Iterator[Article | Failure]:
    """One article: the page's. Raises `UnreadableInput` for a page without one."""
    content = document.read(LIMIT)
    yield page_article(content, document, defaults)


def page_article(content: bytes, document: Document, defaults: Metadata) -> Article:
    """The article of a page's bytes; `document` says where they come from."""
    markup = decode(content, charset_of(document.media_type) or _declared_charset(content))
    tree = parse(markup)
    page = _extract(markup)
    kinds = page_kinds(tree)
    headline = _one_line(page.title)
    lines = list(_body_lines(page.body, kinds))
    if sum(map(len, lines)) < KEPT_SHARE * len(page.text or ""):
        lines = [_squeeze(line) for line in page.text.split("\n")]
    lines = [line for line in lines if line and plain(line) != plain(headline or "")]
    if sum(map(len, lines)) < SHORTEST:
        raise UnreadableInput("no article was found in the page; save the article itself, or its text")
    published, modified = page_dates(tree, markup)
    found = Metadata(
        outlet=_one_line(page.sitename),
        url=_best_url(page.url, document.url),
        byline=_one_line(page.author),
        headline=headline,
        published=published,
        modified=modified,
        retrieved=document.retrieved,
    )
    raw = Raw(content=content, media_type=document.media_type or "text/html")
    return complete("\n\n".join([headline, *lines] if headline else lines), raw, found, defaults, kinds)


def fragment_text(markup: str) -> str:
    """The text of a piece of HTML, all of it, with a blank line between its parts; text without tags as it is."""
    tree = parse(f"<div>{markup}</div>")
    for element in tree.xpath("//script | //style"):
        element.text = None
    for element in tree.iter("br", *FRAGMENT_PARTS):
        element.tail = f"\n{element.tail or ''}"
        element.text = f"\n{element.text or ''}"
    lines = "".join(tree.itertext()).split("\n")
    return "\n\n".join(line for line in map(_squeeze, lines) if line)


def parse(markup: str) -> Any:  # noqa: ANN401 - an lxml element, which has no types
    """The page's tree; raises `UnreadableInput` where it is no page at all."""
    from lxml import etree, html  # noqa: PLC0415 - heavy, loaded at use

    try:
        # The parser stops by itself at 256 elements inside each other.
        return html.document_fromstring(markup.encode(), parser=html.HTMLParser(encoding="utf-8", remove_comments=True))
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableInput("its HTML can't be parsed; save the page again") from error


def _extract(markup: str) -> Any:  # noqa: ANN401 - trafilatura has no types
    from trafilatura import bare_extraction  # noqa: PLC0415 - heavy, loaded at use

    try:
        page = bare_extraction(markup, with_metadata=True, include_comments=False)
    except Exception as error:  # the parser of a hostile page may fail in any way, and the next page must be read
        raise UnreadableInput("its HTML can't be read as an article; save the article's text instead") from error
    if page is None:
        raise UnreadableInput("no article was found in the page; save the article itself, or its text")
    return page


def _body_lines(body: Any, kinds: dict[str, BlockKind]) -> Iterator[str]:  # noqa: ANN401 - an lxml element
    """The lines of the extracted body; `kinds` learns what the elements say of them."""
    for element in body.iter(*PARTS):
        if any(above.tag in PARTS for above in element.iterancestors()):
            continue
        for line_break in element.iter("lb"):
            line_break.tail = f"\n{line_break.tail or ''}"
        for inner in element.iter("p", "item"):
            inner.tail = f"\n{inner.tail or ''}"
        cells = " ".join(element.itertext()) if element.tag == "row" else "".join(element.itertext())
        for line in map(_squeeze, cells.split("\n")):
            kind = KINDS.get(str(element.tag))
            if kind and line:
                kinds.setdefault(plain(line), kind)
            yield line


def _best_url(canonical: str | None, given: str | None) -> str | None:
    """The page's canonical url, unless it was fetched from another host: then a page can't say what it is."""
    from urllib.parse import urlsplit  # noqa: PLC0415 - beside its only use

    if not canonical or not given:
        return canonical or given
    try:
        hosts = [(urlsplit(url).hostname or "").removeprefix("www.") for url in (canonical, given)]
    except ValueError:
        return given
    return canonical if hosts[0] == hosts[1] else given


def _declared_charset(content: bytes) -> str | None:
    head = content[:4096].lower()
    _, found, rest = head.partition(b"charset=")
    name = rest[:40].lstrip(b"\"' ").split(b'"')[0].split(b"'")[0].split(b">")[0].split(b";")[0].strip(b" /")
    return name.decode("ascii", "ignore") or None if found else None


def _one_line(value: str | None) -> str | None:
    return _squeeze(value) or None if value else None


def _squeeze(text: str) -> str:
    return " ".join(text.split())
