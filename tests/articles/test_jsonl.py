from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles import Failure, Metadata, jsonl, load
from onrecord.articles.documents import Document
from onrecord.model import Article


def read(content: bytes, defaults: Metadata | None = None) -> list[Article | Failure]:
    document = Document(location="in.jsonl", stream=io.BytesIO(content))
    return list(jsonl.read_lines(document, defaults or Metadata()))


WORDS = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.lists(st.tuples(WORDS.filter(bool), WORDS)), st.booleans())
def test_ids_and_texts_come_through_unchanged_and_in_order(rows: list[tuple[str, str]], escape: bool) -> None:
    lines = [json.dumps({"id": name, "text": f"a{text}"}, ensure_ascii=escape) for name, text in rows]
    found = [one for one in read("\n".join(lines).encode()) if isinstance(one, Article)]
    assert [(one.id, one.text) for one in found] == [(name, f"a{text}") for name, text in rows]


def test_every_field_is_kept_and_defaults_fill_the_rest() -> None:
    fields = {
        "id": "7",
        "text": "The harbour is closed.",
        "outlet": "Tarn Courier",
        "url": "https://tarn.example/7",
        "byline": "Nadja Olm",
        "headline": "Closed",
        "published": "2021-03-04",
        "modified": "2021-03-05T10:00:00Z",
        "language": "en",
        "retrieved": "2021-03-06",
    }
    (article,) = read(json.dumps(fields).encode(), Metadata(outlet="Other", story="port"))
    assert isinstance(article, Article)
    assert {name: getattr(article, name) for name in fields} == fields
    assert article.story == "port"
    assert article.raw is not None
    assert json.loads(article.raw.content) == fields


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"not json", "isn't valid JSON"),
        (b'{"id": "1", "text": "cut', "isn't valid JSON"),
        (b'{"id": "1"}', "doesn't hold an article"),
        (b'{"id": "1", "text": 3}', "doesn't hold an article"),
        (b'{"id": "1", "text": ""}', "no letters"),
        (b'{"text": "\\ud800 a"}', "isn't valid JSON"),
        (b'{"text": "\xff"}', "UTF-8"),
        (b'["a"]', "doesn't hold an article"),
        (b'{"text": "a", "x": ' + b"[" * 100_000, "nested too deeply"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(line: bytes, why: str) -> None:
    first, failure, last = read(b'{"text": "One said."}\n' + line + b'\n\n{"text": "Two said."}')
    assert isinstance(failure, Failure)
    assert failure.location == "in.jsonl, line 2"
    assert why in failure.reason
    assert [one.text for one in (first, last) if isinstance(one, Article)] == ["One said.", "Two said."]


def test_a_date_that_is_none_is_reported_and_the_article_kept() -> None:
    article, failure = read(b'{"text": "One said.", "published": "last Monday"}')
    assert isinstance(article, Article)
    assert article.published is None
    assert isinstance(failure, Failure)
    assert "last Monday" in failure.reason


def test_an_id_is_made_from_url_or_text_and_numbers_become_text() -> None:
    texts = [{"text": "One said."}, {"text": "One said."}]
    lines = [*texts, {"text": "A", "url": "u"}, {"text": "B", "url": "u"}, {"text": "C", "id": 7}]
    ids = [one.id for one in read("\n".join(map(json.dumps, lines)).encode()) if isinstance(one, Article)]
    assert ids[0] == ids[1] != ids[2] == ids[3]
    assert ids[4] == "7"


def test_a_line_above_the_limit_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "LIMIT", 100)
    failure, article = read(b'{"text": "' + b"a" * 1000 + b'"}\n{"text": "Two said."}\n')
    assert isinstance(failure, Failure)
    assert failure.location == "in.jsonl, line 1"
    assert isinstance(article, Article)


def test_a_list_in_a_json_file_is_read_item_by_item(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('[{"text": "One said."}, {"txt": 1},\n {"text": "Two said."}]', encoding="utf-8")
    found = list(load(str(tmp_path / "a.json")))
    assert [one.text for one in found if isinstance(one, Article)] == ["One said.", "Two said."]
    assert [one.location for one in found if isinstance(one, Failure)] == [f"{tmp_path / 'a.json'}, item 2"]
