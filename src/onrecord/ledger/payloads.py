"""Model values as JSON text, and strings as a database can hold them; both ways exact.

Databases refuse lone surrogates and (PostgreSQL) NUL, and articles from the wild hold both. `escape` writes such a code
point as the last private-use code point and four hexadecimal digits; every other string stays as it is.
"""

from __future__ import annotations

import json
import re
from typing import TypeVar

import msgspec

from onrecord.model import Block, Reading

T = TypeVar("T")

_MARK = "\U0010fffd"
_UNSTORABLE = re.compile(f"[\0\ud800-\udfff{_MARK}]")
_ESCAPED = re.compile(f"{_MARK}([0-9a-f]{{4}}|{_MARK})")


def escape(text: str) -> str:
    """The string without code points that a database refuses; `unescape` gives it back."""
    return _UNSTORABLE.sub(_escaped, text)


def unescape(text: str) -> str:
    """The string that `escape` was given."""
    return _ESCAPED.sub(_plain, text) if _MARK in text else text


def write_reading(reading: Reading) -> str:
    """The reading as JSON; raises ValueError where JSON would change it (a float that isn't finite, a wrong type)."""
    payload = _write(reading)
    if _came_back(payload) != reading:
        raise ValueError(f"the reading by {reading.reader!r} holds values that JSON can't: NaN, infinity or lists")
    return payload


def read_reading(payload: str) -> Reading:
    """The reading of `write_reading`."""
    return _read(payload, Reading)


def write_blocks(blocks: tuple[Block, ...]) -> str:
    """Blocks as JSON."""
    return _write(blocks)


def read_blocks(payload: str) -> tuple[Block, ...]:
    """The blocks of `write_blocks`."""
    return _read(payload, tuple[Block, ...])


def _escaped(match: re.Match[str]) -> str:
    return _MARK + (_MARK if match[0] == _MARK else f"{ord(match[0]):04x}")


def _plain(match: re.Match[str]) -> str:
    return _MARK if match[1] == _MARK else chr(int(match[1], 16))


def _came_back(payload: str) -> Reading | None:
    try:
        return read_reading(payload)
    except msgspec.ValidationError:
        return None


def _write(value: object) -> str:
    try:
        return msgspec.json.encode(value).decode()
    except UnicodeEncodeError:  # a lone surrogate: left in the JSON as it is, for `escape` to deal with
        return json.dumps(msgspec.to_builtins(value), ensure_ascii=False)


def _read(payload: str, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(payload, type=kind)
    except UnicodeEncodeError:
        return msgspec.convert(json.loads(payload), kind)
