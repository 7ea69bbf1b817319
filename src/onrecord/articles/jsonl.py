"""JSON Lines (one article a line) and plain JSON (one article, or a list): ids, texts and their order are kept."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

import msgspec

from onrecord.articles.documents import MEGABYTE, Document, Failure, Metadata, complete, is_date
from onrecord.errors import UnreadableInput
from onrecord.model import Article, Raw

LIMIT = 20 * MEGABYTE
"""Bytes of one line, and of one plain JSON file; a JSON Lines file may be of any size."""

MEDIA_TYPE = "application/json"
DATES = ("published", "modified", "retrieved")


class Record(msgspec.Struct, kw_only=True):
    """The fields of one article; only the text is needed, unknown fields are left alone."""

    text: str
    id: str | int | None = None
    outlet: str | None = None
    url: str | None = None
    byline: str | None = None
    headline: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    story: str | None = None
    retrieved: str | None = None


def read_lines(document: Document, defaults: Metadata) -> Iterator[Article | Failure]:
    """One article or failure a line that isn't blank; reads line by line, whatever the size of the file."""
    for number, line in enumerate(_lines(document.stream), start=1):
        location = f"{document.location}, line {number}"
        if line is None:
            limit = LIMIT // MEGABYTE
            yield Failure(location=location, reason=f"the line is longer than {limit} MB; put one article on a line")
        elif line.strip():
            yield from _read_record(line.removeprefix(codecs.BOM_UTF8).strip(), location, document, defaults)


def read_whole(document: Document, defaults: Metadata) -> Iterator[Article | Failure]:
    """The article of a JSON object, or those of a list of objects."""
    content = document.read(LIMIT).removeprefix(codecs.BOM_UTF8).strip()
    if not content.startswith(b"["):
        yield from _read_record(content, document.location, document, defaults)
        return
    try:
        items = msgspec.json.decode(content, type=list[msgspec.Raw])
    except (ValueError, RecursionError) as error:
        raise UnreadableInput(_explain(error)) from error
    if not items:
        raise UnreadableInput("its list is empty, so there is nothing to read; check where it comes from")
    for number, item in enumerate(items, start=1):
        yield from _read_record(bytes(item), f"{document.location}, item {number}", document, defaults)


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    while line := stream.readline(LIMIT + 1):
        if len(line) <= LIMIT:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(LIMIT)
        yield None


def _read_record(content: bytes, location: str, document: Document, defaults: Metadata) -> Iterator[Article | Failure]:
    try:
        record = msgspec.json.decode(content, type=Record)
        values = {name: getattr(record, name) for name in Record.__struct_fields__ if name not in ("text", "id")}
        found = Metadata(id=None if record.id in (None, "") else str(record.id), **values)
        wrong = [name for name in DATES if values[name] and not is_date(values[name])]
        found = replace(found, **dict.fromkeys(wrong)).over(Metadata(retrieved=document.retrieved))
        yield complete(record.text, Raw(content=content, media_type=MEDIA_TYPE), found, defaults)
    except (ValueError, RecursionError) as error:
        yield Failure(location=location, reason=_explain(error))
        return
    except UnreadableInput as error:
        yield Failure(location=location, reason=str(error))
        return
    for name in wrong:
        reason = f"{name} {values[name][:40]!r} isn't an ISO 8601 date (2024-05-30), so the article was kept without it"
        yield Failure(location=location, reason=reason)


def _explain(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "its JSON is nested too deeply to be an article; write one flat object for each article"
    if isinstance(error, UnicodeDecodeError):
        return "it isn't UTF-8; save it as UTF-8"
    wanted = 'write {"id": …, "text": …, "published": …}'
    what = "it doesn't hold an article" if isinstance(error, msgspec.ValidationError) else "it isn't valid JSON"
    return f"{what} ({error}); {wanted}"
