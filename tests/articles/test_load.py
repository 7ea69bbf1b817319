from __future__ import annotations

import codecs
import gzip
import hashlib
import io
import os
import sys
from pathlib import Path

import pytest

from onrecord.articles import Failure, Metadata, load
from onrecord.articles import plaintext as plaintext_module
from onrecord.model import Article

TEXT = "Der Hafen schließt.\r\n\r\n“Nobody asked us,” Captain Ilse Varga said.\n"


def split(location: str | Path, defaults: Metadata | None = None) -> tuple[list[Article], list[Failure]]:
    found = list(load(str(location), defaults=defaults))
    return [one for one in found if isinstance(one, Article)], [one for one in found if isinstance(one, Failure)]


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
)
def test_text_is_stored_exactly_as_decoded(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(content)
    ((article,), failures) = split(path)
    assert not failures
    assert article.text == TEXT
    assert article.raw is not None
    assert article.raw.content == content
    assert [article.text[block.start : block.end] for block in article.blocks] == TEXT.strip().split("\r\n\r\n")


def test_cyrillic_text_in_an_old_encoding(tmp_path: Path) -> None:
    text = "Портовая администрация сообщила в понедельник, что гавань закроется на три недели."
    (tmp_path / "a.txt").write_bytes(text.encode("cp1251"))
    assert split(tmp_path / "a.txt")[0][0].text == text


def test_missing_metadata_stays_missing_and_the_user_fills_it(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    bare, given = (
        split(path)[0][0],
        split(path, Metadata(outlet="Tarn Courier", published="2021-03-04", story="port"))[0][0],
    )
    assert (bare.outlet, bare.published, bare.story, bare.url, bare.byline, bare.headline) == (None,) * 6
    assert bare.retrieved is not None
    assert bare.retrieved.endswith("Z")
    assert (given.outlet, given.published, given.story) == ("Tarn Courier", "2021-03-04", "port")
    assert bare.id == given.id == "a-" + hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def test_a_folder_is_walked_in_order_and_a_broken_file_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "b/z.txt", "b/a.md", ".hidden.txt", "style.css"):
        (tmp_path / name).write_text(f"The file {name} says that the harbour is closed.", encoding="utf-8")
    (tmp_path / "a.txt").write_bytes(bytes(range(256)))
    articles, failures = split(tmp_path)
    assert [article.text.split()[2] for article in articles] == ["c.txt", "b/a.md", "b/z.txt"]
    assert [failure.location for failure in failures] == [str(tmp_path / "a.txt")]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n \n", "empty"),
        ("a.txt", b"12 34\n", "no letters"),
        ("a.txt", b"text\x00\x01\x02\x03" * 50, "binary"),
        ("a.txt", b"%PDF-1.7 ...", "PDF"),
        ("a.docx", b"PK\x03\x04 ...", "zip"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "image"),
        ("a.jsonl", b"", "empty"),
        ("a.json", b"[" * 100_000, "nested"),
        ("a.json", b'{"text": ' * 100_000, "hold an article"),
        ("a.html", b"", "empty"),
        ("a.html", b"<!doctype html><p>Nothing.</p>", "no article"),
        ("a.rss", b"", "empty"),
        ("a.rss", b"<rss><channel>", "no item"),
        ("a.warc", b"", "empty"),
        ("a.warc", b"not an archive", "isn't a record"),
        ("a.arc", b"filedesc://a.arc 0.0.0.0 2021", "ARC"),
        ("a.txt.gz", gzip.compress(TEXT.encode() * 9, mtime=0)[:-30], "compressed"),
        ("a.txt.gz", b"\x1f\x8b\xff\xff\xff", "compressed"),
    ],
)
def test_what_cannot_be_read_is_one_sentence_with_its_place(
    tmp_path: Path, name: str, content: bytes, why: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    articles, failures = split(path)
    assert articles == []
    assert len(failures) == 1
    assert failures[0].location.startswith(str(path))
    assert why in failures[0].reason
    assert "\n" not in str(failures[0])


def test_missing_folders_and_impossible_names(tmp_path: Path) -> None:
    for location in (str(tmp_path / "none.txt"), str(tmp_path), "x" * 5000, "a\0b", ""):
        articles, failures = split(location)
        assert (len(articles), len(failures)) == (0, 1), location


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "regular file" in split(tmp_path)[1][0].reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    path.chmod(0)
    assert "permission" in split(path)[1][0].reason


def test_a_file_above_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plaintext_module, "LIMIT", 1_000_000)
    (tmp_path / "a.txt").write_bytes(b"The harbour is closed. " * 50_000)
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(b"The harbour is closed. " * 50_000, mtime=0))
    assert all("larger than 1 MB" in failure.reason for failure in split(tmp_path)[1])
    assert len(split(tmp_path)[1]) == 2


LONG = TEXT.encode() * 300
LINES = b'{"id": "1", "text": "One said."}\n{"id": "2", "text": "Two said."}'


@pytest.mark.parametrize("piped", [True, False])
@pytest.mark.parametrize(("content", "raws"), [(LONG, [LONG]), (LINES, LINES.split(b"\n"))])
def test_standard_input(monkeypatch: pytest.MonkeyPatch, content: bytes, raws: list[bytes], *, piped: bool) -> None:
    stream = io.BufferedReader(_RawPipe(content)) if piped else io.BytesIO(content)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream))
    articles, failures = split("-")
    assert failures == []
    assert [article.raw.content for article in articles if article.raw] == raws


class _RawPipe(io.RawIOBase):
    def __init__(self, content: bytes) -> None:
        self._rest = content

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        taken = self._rest[: min(len(buffer), 1000)]
        self._rest = self._rest[len(taken) :]
        buffer[: len(taken)] = taken
        return len(taken)


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("page.txt", b"<!DOCTYPE html><html><body><p>" + b"The harbour is closed, she said. " * 9, "text/html"),
        ("noname", b'{"id": "1", "text": "The harbour is closed."}', "application/json"),
        ("list.txt", b'[\n {"text": "The harbour is closed."}]', "application/json"),
        ("pretty", b'{\n "text": "The harbour is closed."\n}', "application/json"),
        ("notes.html", b"<em>Tarn.</em> The harbour is closed, she said, and nobody was asked. " * 3, "text/html"),
        ("notes", b"[Update] The harbour is closed.", "text/plain"),
        ("article.txt.gz", gzip.compress(b"The harbour is closed.", mtime=0), "text/plain"),
    ],
)
def test_the_kind_is_told_by_content_first_and_name_second(
    tmp_path: Path, name: str, content: bytes, media_type: str
) -> None:
    (tmp_path / name).write_bytes(content)
    articles, failures = split(tmp_path / name)
    assert failures == []
    assert [article.raw.media_type for article in articles if article.raw] == [media_type]
