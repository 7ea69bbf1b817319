"""Plain text (.txt, .md): stored exactly as decoded. Only a byte order mark is left out, since it isn't text."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from onrecord.articles.documents import MEGABYTE, Document, Failure, Metadata, complete
from onrecord.errors import UnreadableInput
from onrecord.model import Article, Raw

LIMIT = 20 * MEGABYTE

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

TRUSTED_GUESSES = (
    *("cp1251", "koi8-r", "koi8-u", "cp1253", "iso8859-7", "cp1255", "cp1256"),
    *("shift_jis", "euc_jp", "euc_kr", "big5", "gbk", "gb18030"),
)
"""Encodings that the detector tells apart well; all Latin ones come out alike, and are read as the commonest."""

COMMONEST = "cp1252"
CONTROL_CHARACTERS = 0.02
"""Share of control characters above which bytes that decode are no text."""


def read(document: Document, defaults: Metadata) -> Iterator[Article | Failure]:
    """One article: the whole text."""
    content = document.read(LIMIT)
    text = decode(content, charset_of(document.media_type))
    found = Metadata(url=document.url, retrieved=document.retrieved)
    yield complete(text, Raw(content=content, media_type=document.media_type or "text/plain"), found, defaults)


def decode(content: bytes, charset: str | None = None) -> str:
    """The bytes as text: by byte order mark, UTF-8, declared charset, detection; `UnreadableInput` for binary."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _checked(_try(content[len(mark) :], encoding))
    text = _try(content, "utf-8")
    if text is None and charset:
        text = _try(content, charset)
    return _checked(_try(content, _guess(content)) if text is None else text)


def charset_of(media_type: str) -> str | None:
    """The charset parameter of a media type."""
    _, found, rest = media_type.lower().partition("charset=")
    return rest.split(";")[0].strip(" \"'") or None if found else None


def _try(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _guess(content: bytes) -> str:
    from resiliparse.parse.encoding import detect_encoding  # noqa: PLC0415 - heavy, loaded at use

    guess = str(detect_encoding(content))
    return guess if guess in TRUSTED_GUESSES else COMMONEST


def _checked(text: str | None) -> str:
    controls = sum(character < " " and character not in "\t\n\r\f\v\x1b" for character in text[:10_000]) if text else 0
    if text is None or controls > CONTROL_CHARACTERS * min(len(text), 10_000):
        raise UnreadableInput("it holds binary data or an unknown encoding; save it as UTF-8 text")
    return text
