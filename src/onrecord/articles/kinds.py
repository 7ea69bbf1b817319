"""Tells what kind of source a document is, by its content first and its extension second, and reads it."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO, cast

from onrecord.articles import feeds, html, jsonl, plaintext, warc
from onrecord.articles.documents import EMPTY, Document, Failure, Metadata
from onrecord.errors import UnreadableInput
from onrecord.model import Article

HEAD = 4096
"""Bytes at the start of a document that its kind is told by."""

BINARY = (
    (b"%PDF-", "a PDF; save it as text or HTML"),
    (b"PK\x03\x04", "a zip archive or an office document; unpack it, or save it as text"),
    (b"\xd0\xcf\x11\xe0", "an office document; save it as text"),
    (b"\x89PNG", "an image; give the article's text"),
    (b"\xff\xd8\xff", "an image; give the article's text"),
    (b"GIF8", "an image; give the article's text"),
    (b"SQLite format 3\x00", "a database; give the articles that it was made from"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd; decompress it"),
    (b"BZh", "compressed with bzip2; decompress it"),
    (b"\xfd7zXZ", "compressed with xz; decompress it"),
    (b"filedesc://", "an ARC file, the format before WARC; convert it with `warcio recompress`"),
)
"""How things begin that can't be read, and what to do about each."""

_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Source:
    """A kind of source: how its content begins, the extensions and media types that it goes by, and its reader."""

    name: str
    sniff: Callable[[str], bool]
    names: tuple[str, ...]
    read: Callable[[Document, Metadata], Iterator[Article | Failure]]


def read(document: Document, defaults: Metadata) -> Iterator[Article | Failure]:
    """The articles of the document; raises `UnreadableInput` where nothing of it can be read."""
    try:
        opened, head = _open(document)
        yield from _tell(opened, head).read(opened, defaults)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise UnreadableInput(f"its compressed data is broken ({error}); fetch it again") from error


def _open(document: Document) -> tuple[Document, bytes]:
    """The document with its stream at the start, decompressed unless it is a WARC, and the head of its content."""
    stream, head = _peek(document.stream)
    if head.startswith(_GZIP):
        member = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, HEAD)
        if _is_warc(member.decode("latin-1")):
            return replace(document, stream=stream), member
        stream, head = _peek(cast("BinaryIO", gzip.GzipFile(fileobj=stream)))
        document = replace(document, location=document.location.removesuffix(".gz"))
    if not head:
        raise UnreadableInput(EMPTY)
    for beginning, what in BINARY:
        if head.startswith(beginning):
            raise UnreadableInput(f"it is {what}")
    return replace(document, stream=stream), head


def _peek(stream: BinaryIO) -> tuple[BinaryIO, bytes]:
    head = stream.read(HEAD)
    if stream.seekable():
        stream.seek(0)
        return stream, head
    return cast("BinaryIO", io.BufferedReader(_Replay(head, stream))), head


def _tell(document: Document, head: bytes) -> Source:
    beginning = _decoded(head).lstrip("\ufeff \t\r\n")
    fitting = [source for source in SOURCES if source.sniff(beginning)]
    by_name = [source for source in SOURCES if _goes_by(document, source)]
    both = [source for source in fitting if source in by_name]
    return (both or fitting or by_name or [SOURCES[-1]])[0]


def _goes_by(document: Document, source: Source) -> bool:
    media_type = document.media_type.split(";")[0].strip().lower()
    location = document.location.lower()
    return any(location.endswith(name) or media_type == name for name in source.names)


def _decoded(head: bytes) -> str:
    for mark, encoding in plaintext.BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "ignore")
    return head.decode("utf-8", "replace")


def _is_warc(head: str) -> bool:
    return head.startswith(("WARC/1.", "WARC/0."))


def _is_feed(head: str) -> bool:
    start = head.lower()
    return start.startswith(("<?xml", "<rss", "<feed", "<rdf:rdf", "<!--")) and any(
        f"<{name}{end}" in start for name in ("rss", "feed", "rdf:rdf") for end in (" ", ">", "\n", "\t", "\r")
    )


def _is_html(head: str) -> bool:
    start = head.lower()
    openings = ("<!doctype html", "<html", "<head", "<body", "<div", "<article", "<p>", "<main", "<section")
    return start.startswith(openings) or (start.startswith(("<?xml", "<!--")) and "<html" in start)


def _is_json_lines(head: str) -> bool:
    """An object whose first line ends with it, or goes on behind the head; a printed object breaks after a mark."""
    first, _, _ = head.partition("\n")
    return _opens(head, "{") and not first.rstrip().endswith(("{", "[", ","))


def _is_json(head: str) -> bool:
    return _opens(head, "{") or (_opens(head, "[") and head[1:].lstrip()[:1] in "{]")


def _opens(head: str, bracket: str) -> bool:
    return head.startswith(bracket) and (bracket == "[" or head[1:].lstrip()[:1] in '"}')


SOURCES: tuple[Source, ...] = (
    Source("warc", _is_warc, (".warc", ".warc.gz", "application/warc"), warc.read),
    Source("feed", _is_feed, (".rss", ".atom", "application/rss+xml", "application/atom+xml"), feeds.read),
    Source("html", _is_html, (".html", ".htm", ".xhtml", "text/html", "application/xhtml+xml"), html.read),
    Source(
        "jsonl", _is_json_lines, (".jsonl", ".ndjson", "application/x-ndjson", "application/jsonl"), jsonl.read_lines
    ),
    Source("json", _is_json, (".json", "application/json"), jsonl.read_whole),
    Source("text", lambda _: False, (".txt", ".md", "text/plain", "text/markdown"), plaintext.read),
)
"""Tried in this order; a source that fits both content and name wins over one that fits the content only."""


class _Replay(io.RawIOBase):
    """A stream that can't be wound back, with the bytes that were taken from it put back in front."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head, self._stream = head, stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        taken = self._head[: len(buffer)] or self._stream.read(len(buffer))
        self._head = self._head[len(taken) :]
        buffer[: len(taken)] = taken
        return len(taken)
