"""Answers and readings as data: JSON, JSON lines, CSV; and the JSON contract of `docs/schema/read.schema.json`."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any, Protocol

from onrecord.model import SCHEMA, Article, Reading, Statement
from onrecord.questions.table import Cell, Table

STATEMENT_KEYS = (
    "id",
    "source",
    "cue",
    "content",
    "mode",
    "act",
    "certainty",
    "polarity",
    "hedges",
    "condition",
    "speaker",
    "chain",
    "assertions",
    "confidence",
)
"""The keys of a statement in the order of the contract."""

FORMULA_STARTS = tuple("=+-@＝＋－＠\t\r")
"""A cell of text that begins so, after any blanks, is run by spreadsheets; it gets a `'` before it."""

_SURROGATE = re.compile("[\ud800-\udfff]")


class Answer(Protocol):
    """What every question's answer can do."""

    def table(self) -> Table:
        """The answer as rows."""


def to_json(answer: object) -> str:
    """An answer, or anything else made of dataclasses, enumerations and plain values, as JSON in one line.

    A lone surrogate, which UTF-8 can't hold, is written as its escape.
    """
    from msgspec import to_builtins  # noqa: PLC0415 - loaded at use

    text = json.dumps(to_builtins(answer), ensure_ascii=False)
    return _SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def to_jsonl(answer: Answer) -> str:
    """The rows of an answer's table, one JSON object a line, each line ended; empty where there are none."""
    table = answer.table()
    return "".join(to_json(dict(zip(table.columns, row, strict=True))) + "\n" for row in table.rows)


def to_csv(answer: Answer) -> str:
    """An answer's table by RFC 4180: a line of column names, then the rows, ended by CR LF; None is an empty cell.

    Text that a spreadsheet would run as a formula has a `'` before it; a lone surrogate becomes U+FFFD.
    """
    table = answer.table()
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet)
    writer.writerow(table.columns)
    writer.writerows(tuple(map(_cell, row)) for row in table.rows)
    return sheet.getvalue()


def read_json(article: Article, reading: Reading) -> dict[str, Any]:
    """An article with its reading as the contract has it, keys in its order."""
    return {
        "id": article.id,
        "text": article.text,
        "published": article.published,
        "blocks": _plain(reading.blocks),
        "statements": [statement_json(statement) for statement in reading.statements],
        "names": _plain(reading.names),
        "times": _plain(reading.times),
        "quantities": _plain(reading.quantities),
        "schema": SCHEMA,
        "reader": reading.reader,
        "language": reading.language,
        "unread": reading.unread,
    }


def statement_json(statement: Statement) -> dict[str, Any]:
    """A statement as the contract has it, keys in its order."""
    plain = _plain(statement)
    return {key: plain[key] for key in STATEMENT_KEYS}


def _plain(value: object) -> Any:  # noqa: ANN401 - whatever JSON can be
    return json.loads(to_json(value))  # msgspec leaves tuples as they are, the contract has lists


def _cell(value: Cell) -> Cell:
    if not isinstance(value, str):
        return value
    text = _SURROGATE.sub("\ufffd", value)
    return f"'{text}" if text.lstrip(" \u00a0").startswith(FORMULA_STARTS) else text
