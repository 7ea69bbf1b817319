import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from onrecord.dump import dump
from onrecord.errors import BadQuestion
from onrecord.export import STATEMENT_KEYS, read_json, to_csv, to_json, to_jsonl
from onrecord.ledger import Ledger, open_ledger
from onrecord.linking import projection
from onrecord.model import Article, Reading, Stance, sha256
from onrecord.questions import NAMES, QUESTIONS
from onrecord.questions.table import Cell, Table
from tests.ledger import invented
from tests.questions import world

SCHEMAS = Path(__file__).parent.parent / "docs" / "schema"


@cache
def schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    return found


def validator(name: str) -> Draft202012Validator:
    both = (Resource.from_contents(schema(one)) for one in ("read", "dump"))
    registry: Registry[Any] = Registry().with_resources((str(one.id()), one) for one in both)
    return Draft202012Validator(schema(name), registry=registry)


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ledger]:
    monkeypatch.setattr(projection, "project", world.project)
    with open_ledger(tmp_path / "tarn.ledger") as opened:
        world.fill(opened)
        yield opened


@dataclass(frozen=True)
class Rows:
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def table(self) -> Table:
        return Table(columns=self.columns, rows=self.rows)


def sheet(answer: Any) -> list[list[str]]:  # noqa: ANN401 - eight types
    return list(csv.reader(io.StringIO(to_csv(answer), newline=""), strict=True))


def ask(name: str, ledger: Ledger) -> Any:  # noqa: ANN401 - eight types
    return QUESTIONS[name].ask(ledger, "2031-01-01" if name == "changes" else "ferry")


@pytest.mark.parametrize("name", NAMES)
def test_every_answer_goes_into_every_format(name: str, ledger: Ledger) -> None:
    answer = ask(name, ledger)
    table = answer.table()
    assert json.loads(to_json(answer))["story"] is None
    lines = [json.loads(line) for line in to_jsonl(answer).splitlines()]
    assert [tuple(line) for line in lines] == [table.columns] * len(table.rows)
    assert [tuple(line.values()) for line in lines] == list(table.rows)
    assert sheet(answer)[0] == list(table.columns)
    assert len(sheet(answer)) == 1 + len(table.rows)


def test_json_has_the_fields_and_the_words_of_enumerations(ledger: Ledger) -> None:
    said = json.loads(to_json(ask("status", ledger)))
    assert list(said) == ["about", "claim", "lacks", "status", "evidence", "others", "as_of", "story"]
    assert said["status"] == "disputed"
    assert {member["stance"] for member in said["claim"]["members"]} == {Stance.SAYS, Stance.DENIES}


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        (" =1+1", "' =1+1"),
        ("\t=1", "'\t=1"),
        ("\uff1d1", "'\uff1d1"),
        ("a = b", "a = b"),
        ('"quoted", she said', '"quoted", she said'),
        ("two\nlines\r\nthree", "two\nlines\r\nthree"),
        ("\ud800", "\ufffd"),
        ("", ""),
        (None, ""),
        (-3.5, "-3.5"),
        (True, "True"),
    ],
)
def test_cells_of_a_sheet(cell: Cell, expected: str) -> None:
    assert sheet(Rows(columns=("one", "two"), rows=((cell, "x"),))) == [["one", "two"], [expected, "x"]]


def test_a_sheet_is_rfc_4180() -> None:
    answer = Rows(columns=("a", "b"), rows=(('say "no"', "x,y"),))
    assert to_csv(answer) == 'a,b\r\n"say ""no""","x,y"\r\n'


def test_nothing_is_a_heading_and_no_lines() -> None:
    answer = Rows(columns=("a", "b"), rows=())
    assert (to_csv(answer), to_jsonl(answer)) == ("a,b\r\n", "")


cells = st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=()), max_size=20)


@given(st.lists(st.tuples(cells, cells), max_size=5))
def test_any_cell_survives(rows: list[tuple[Cell, Cell]]) -> None:
    answer = Rows(columns=("a", "b"), rows=tuple(rows))
    assert json.loads(to_json(answer))["rows"] == [list(row) for row in rows]
    assert [tuple(json.loads(line).values()) for line in to_jsonl(answer).split("\n")[:-1]] == rows
    to_jsonl(answer).encode()
    shown = sheet(answer)[1:]
    assert len(shown) == len(rows)
    assert not any(
        str(cell).startswith(tuple("=+-@"))
        for row, given in zip(shown, rows, strict=True)
        for cell, was in zip(row, given, strict=True)
        if isinstance(was, str)
    )


@pytest.mark.parametrize("article", world.ARTICLES, ids=lambda article: article.id)
def test_a_reading_keeps_the_contract(article: Article) -> None:
    found = read_json(article, world.reading(article))
    validator("read").validate(found)
    assert list(found) == list(schema("read")["properties"])
    assert all(tuple(statement) == STATEMENT_KEYS for statement in found["statements"])
    for statement in found["statements"]:
        for start, end in statement["content"]:
            assert found["text"][start:end]


def test_the_keys_of_a_statement_are_those_of_the_contract() -> None:
    assert list(STATEMENT_KEYS) == list(schema("read")["$defs"]["statement"]["properties"])


@given(invented.articles, invented.readings)
def test_any_reading_keeps_the_shape_of_the_contract(article: Article, reading: Reading) -> None:
    found = read_json(article, reading)
    problems = [
        error for error in validator("read").iter_errors(found) if error.validator not in {"minimum", "maximum"}
    ]
    assert problems == []
    assert json.loads(to_json(found)) == found
    for name, definition in (("blocks", "block"), ("names", "name"), ("times", "time"), ("quantities", "quantity")):
        keys = list(schema("read")["$defs"][definition]["properties"])
        assert all(list(one) == keys for one in found[name])


def test_every_row_of_a_dump_keeps_the_contract(ledger: Ledger) -> None:
    rows = list(dump(ledger))
    keys = schema("dump")["$defs"]
    for row in rows:
        validator("dump").validate(row)
        assert list(row) == list(keys[row["type"]]["properties"])
    kinds = list(dict.fromkeys(row["type"] for row in rows))
    assert kinds == ["article", "statement", "entity", "claim", "derivation", "position", "figure", "event"]
    assert [row["id"] for row in rows if row["type"] == "article"] == [article.id for article in world.ARTICLES]


def test_an_article_row_says_where_it_comes_from(ledger: Ledger) -> None:
    articles = {row["id"]: row for row in dump(ledger) if row["type"] == "article"}
    assert articles["courier-1"]["sha256"] == sha256(b"<p>Ferry</p>")
    assert articles["post-1"]["sha256"] == sha256(world.ARTICLES[1].text.encode())
    assert articles["courier-2"]["version_of"] == "courier-1"
    assert articles["post-1"]["retrieved"] == articles["post-1"]["recorded"]
    assert (articles["blatt-1"]["unread"], articles["blatt-1"]["reader"]) == ("it is in German", None)
    assert (articles["post-1"]["unread"], articles["post-1"]["reader"]) == (None, "reader-1")


@pytest.mark.parametrize(
    ("options", "expected"),
    [({"story": "tower"}, ["post-2"]), ({"as_of": "2031-05-01"}, ["courier-1"]), ({"story": "none"}, [])],
)
def test_a_dump_of_a_part(options: dict[str, str], expected: list[str], ledger: Ledger) -> None:
    assert [row["id"] for row in dump(ledger, **options) if row["type"] == "article"] == expected


def test_a_dump_of_a_malformed_day(ledger: Ledger) -> None:
    with pytest.raises(BadQuestion, match="as_of"):
        list(dump(ledger, as_of="yesterday"))
