"""Web archives (.warc, .warc.gz): the pages of the archived responses, each with the date of its record.

Records that lie about their length or are damaged are named by their place, and reading goes on at the next record
that can be made out.
"""

from __future__ import annotations

import io
import shutil
import tempfile
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from onrecord.articles import html, plaintext
from onrecord.articles.documents import MEGABYTE, Document, Failure, Metadata, complete, is_date
from onrecord.errors import UnreadableInput
from onrecord.model import Article, Raw

LIMIT = 20 * MEGABYTE
"""Bytes of one record, as archived and decoded; an archive may be of any size."""

MOST_BROKEN = 1000
"""Broken places in one archive after which the rest is left."""

PAGES = ("text/html", "application/xhtml+xml")
TEXTS = ("text/plain",)
"""Media types that are read; texts only from `conversion` records, since a plain response is hardly an article."""

KEPT_STATUS = "200"
_MARK, _MEMBER, _RUNS_ON = b"WARC/1.", b"\x1f\x8b\x08", b"\r\n\r\nWARC/1."
_CHUNK = 1 << 20


def read(document: Document, defaults: Metadata) -> Iterator[Article | Failure]:
    """The articles of the archive's pages in its order; other records (requests, images, redirects) are passed by."""
    with tempfile.TemporaryFile() as copy:
        stream = document.stream
        if not stream.seekable():
            shutil.copyfileobj(stream, copy)
            stream = copy
        read_any = False
        for place, found in _pages(stream):
            read_any = True
            location = f"{document.location}, record at byte {place}"
            try:
                if isinstance(found, UnreadableInput):
                    raise found
                yield _article(found, defaults)
            except UnreadableInput as error:
                yield Failure(location=location, reason=str(error))
        if not read_any:
            raise UnreadableInput("it holds no archived pages; give an archive with responses in HTML")


def _article(page: Document, defaults: Metadata) -> Article:
    content = page.read(LIMIT)
    if page.media_type.startswith(TEXTS):
        text = plaintext.decode(content, plaintext.charset_of(page.media_type))
        found = Metadata(url=page.url, retrieved=page.retrieved)
        return complete(text, Raw(content=content, media_type=page.media_type), found, defaults)
    return html.page_article(content, page, defaults)


def _pages(stream: BinaryIO) -> Iterator[tuple[int, Document | UnreadableInput]]:
    """The archived pages with their places, or what is wrong at that place."""
    from fastwarc.warc import ArchiveIterator  # noqa: PLC0415 - heavy, loaded at use

    start: int | None = 0
    place, length, broken = -1, 0, 0
    while start is not None and broken < MOST_BROKEN:
        stream.seek(start)
        base = start
        try:
            for record in ArchiveIterator(stream, parse_http=False):
                place, length = record.stream_pos, record.content_length
                page = _page(record)
                if page:
                    yield place, page
            start = _next_record(stream, max(base, _inside(stream, place, length)))
            if start is not None:
                place = start
                yield place, UnreadableInput("its header is cut off, so it was left out; fetch the archive again")
        except UnreadableInput as error:
            yield place, error
            start = _next_record(stream, place + 1)
        except (OSError, ValueError):
            place = max(place, base)
            yield place, UnreadableInput("what follows isn't a record, so its length may be wrong; check this part")
            start = _next_record(stream, place + 1)
        broken += 1
    if start is not None:
        yield place, UnreadableInput(f"it is broken place {MOST_BROKEN}, so the rest was left; fetch the archive again")


def _page(record: Any) -> Document | None:  # noqa: ANN401 - fastwarc has no types
    """The page in a record, None for other records; raises `UnreadableInput` for a broken record."""
    kind = record.headers.get("WARC-Type")
    if kind is None or record.headers.get("Content-Length") is None:
        raise UnreadableInput("its header is cut off, so it was left out; fetch the archive again")
    if kind not in ("response", "resource", "conversion"):
        return None
    content = _content(record)
    if kind == "response":
        return _response(content, record)
    media_type = record.headers.get("Content-Type") or ""
    return _document(content, media_type, record) if _is_wanted(kind, media_type) else None


def _content(record: Any) -> bytes:  # noqa: ANN401 - fastwarc has no types
    length = record.content_length
    says = f"it says that it is {length} bytes long"
    if length > LIMIT:
        raise UnreadableInput(f"{says}, above the limit of {LIMIT // MEGABYTE} MB, so it was left out; cut it down")
    content: bytes = record.reader.read(length)
    if len(content) < length:
        raise UnreadableInput(f"{says}, but only {len(content)} are there, so it was left out; fetch the archive again")
    if _RUNS_ON in content:
        raise UnreadableInput(f"{says}, which runs into the next record, so it was left out; fetch the archive again")
    return content


def _response(content: bytes, record: Any) -> Document | None:  # noqa: ANN401 - fastwarc has no types
    head, _, body = content.partition(b"\r\n\r\n")
    status, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    media_type = headers.get("content-type", "")
    if status.split(" ")[1:2] != [KEPT_STATUS] or not _is_wanted("response", media_type):
        return None
    try:
        body = _dechunked(body) if "chunked" in headers.get("transfer-encoding", "").lower() else body
        body = _decompressed(body, headers.get("content-encoding", "").lower())
    except (ValueError, zlib.error) as error:
        why = f"its content can't be decoded ({error}), so it was left out; fetch the archive again"
        raise UnreadableInput(why) from error
    return _document(body, media_type, record)


def _document(content: bytes, media_type: str, record: Any) -> Document:  # noqa: ANN401 - fastwarc has no types
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>") or None
    date = record.headers.get("WARC-Date") or ""
    retrieved = date if is_date(date) else None
    return Document(location="", stream=io.BytesIO(content), media_type=media_type, url=url, retrieved=retrieved)


def _is_wanted(kind: str, media_type: str) -> bool:
    return media_type.lower().startswith(TEXTS if kind == "conversion" else PAGES)


def _dechunked(body: bytes) -> bytes:
    """The body without its chunk sizes; as it is where it has none, as archives store it that were unchunked before."""
    parts: list[bytes] = []
    at = 0
    while True:
        line_end = body.find(b"\r\n", at)
        size = body[at:line_end].split(b";")[0].strip() if line_end >= 0 else b""
        if not size or len(size) > 8 or size.strip(b"0123456789abcdefABCDEF"):
            return b"".join(parts) if parts else body
        length = int(size, 16)
        if not length:
            return b"".join(parts)
        parts.append(body[line_end + 2 : line_end + 2 + length])
        at = line_end + 2 + length + 2


def _decompressed(body: bytes, encoding: str) -> bytes:
    if encoding in ("", "identity") or (encoding in ("gzip", "x-gzip") and not body.startswith(_MEMBER[:2])):
        return body
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise ValueError(f"its encoding {encoding[:20]!r} isn't known here")
    raw_deflate = encoding == "deflate" and body[:1] != b"\x78"
    unpack = zlib.decompressobj(-zlib.MAX_WBITS if raw_deflate else zlib.MAX_WBITS | 32)
    content = unpack.decompress(body, LIMIT + 1)
    if not unpack.eof and len(content) <= LIMIT:
        raise ValueError("the compressed data is cut off")
    return content


def _inside(stream: BinaryIO, place: int, length: int) -> int:
    """A place in the record behind its header, or at least behind its first byte where it is compressed."""
    stream.seek(max(place, 0))
    return place + (1 if stream.read(2) == _MEMBER[:2] else max(1, length))


def _next_record(stream: BinaryIO, after: int) -> int | None:
    """Where the next record seems to start: a header at the start of a line, or of a compressed member."""
    stream.seek(after)
    base, window = after, b""
    while chunk := stream.read(_CHUNK):
        window += chunk
        at = 0
        while (at := _first(window, at)) >= 0:
            if _is_record(window[at : at + 4096]):
                return base + at
            at += 1
        keep = 4096
        base, window = base + max(0, len(window) - keep), window[-keep:]
    return None


def _first(window: bytes, start: int) -> int:
    places = [place for place in (window.find(_MARK, start), window.find(_MEMBER, start)) if place >= 0]
    return min(places, default=-1)


def _is_record(head: bytes) -> bool:
    if head.startswith(_MARK):
        return b"\r\nWARC-" in head
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, len(_MARK)).startswith(_MARK)
    except zlib.error:
        return False
