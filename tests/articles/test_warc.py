from __future__ import annotations

import gzip
import io
import zlib

import pytest

from onrecord.articles import Failure, Metadata, warc
from onrecord.articles.documents import Document
from onrecord.errors import UnreadableInput
from onrecord.model import Article
from tests.articles.pages import archive, page, record

PAGE = page()
ONE, TWO = record("https://tarn.example/harbour", PAGE), record("https://quay.example/harbour", PAGE)


def read(content: bytes) -> tuple[list[str], list[Failure]]:
    """The urls of the articles, and the failures."""
    found = list(warc.read(Document(location="in.warc", stream=io.BytesIO(content)), Metadata()))
    return [str(one.url) for one in found if isinstance(one, Article)], [
        one for one in found if isinstance(one, Failure)
    ]


BOTH = ["https://tarn.example/harbour", "https://quay.example/harbour"]


@pytest.mark.parametrize("content", [ONE + TWO, archive(ONE, TWO), gzip.compress(ONE + TWO)])
def test_pages_are_read(content: bytes) -> None:
    assert read(content) == (BOTH, [])


def test_an_article_is_dated_by_its_record_and_keeps_the_payload() -> None:
    (article,) = warc.read(Document(location="in.warc", stream=io.BytesIO(ONE)), Metadata())
    assert isinstance(article, Article)
    assert article.retrieved == "2021-03-06T00:00:00Z"
    assert article.raw is not None
    assert (article.raw.content, article.raw.media_type) == (PAGE, "text/html; charset=utf-8")


CHUNKED = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (PAGE[:100], PAGE[100:])) + b"0\r\n\r\n"
RAW_DEFLATE = zlib.compressobj(wbits=-zlib.MAX_WBITS)


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ("Transfer-Encoding: chunked\r\n", CHUNKED),
        ("Transfer-Encoding: chunked\r\n", PAGE),
        ("Content-Encoding: gzip\r\n", gzip.compress(PAGE)),
        ("Content-Encoding: gzip\r\n", PAGE),
        ("Content-Encoding: deflate\r\n", zlib.compress(PAGE)),
        ("Content-Encoding: deflate\r\n", RAW_DEFLATE.compress(PAGE) + RAW_DEFLATE.flush()),
    ],
)
def test_bodies_are_decoded(headers: str, body: bytes) -> None:
    assert read(record(BOTH[0], body, headers=headers)) == (BOTH[:1], [])


def test_other_records_are_passed_by() -> None:
    others = [
        record("https://tarn.example/", b"", kind="request"),
        record("https://tarn.example/", PAGE, status="404 Not Found"),
    ]
    assert read(b"".join([*others, ONE])) == (BOTH[:1], [])
    with pytest.raises(UnreadableInput, match="no archived pages"):
        read(b"".join(others))


@pytest.mark.parametrize("lie", [40, -400, 10**6, 10**12])
@pytest.mark.parametrize("compressed", [True, False])
def test_a_record_that_lies_about_its_length_is_named_and_the_others_are_read(lie: int, *, compressed: bool) -> None:
    records = [ONE, record("https://liar.example/", PAGE, lie=lie), TWO]
    urls, failures = read(archive(*records) if compressed else b"".join(records))
    assert [url for url in urls if "liar" not in url and "tarn.example/harbour" not in url] == BOTH[1:]
    assert urls[0] == BOTH[0]
    place = len(archive(ONE)) if compressed else len(ONE)
    assert {failure.location for failure in failures} == {f"in.warc, record at byte {place}"}


@pytest.mark.parametrize(
    "damage",
    [b"garbage\r\n\r\n", b"WARC/1.0\r\n", b"\x1f\x8b\x08 no member", b"WARC/1.0\r\nWARC-Type: response\r\n\r\n"],
)
def test_damage_between_records_is_passed_over(damage: bytes) -> None:
    urls, failures = read(ONE + damage + TWO)
    assert urls == BOTH
    assert len(failures) <= 2


def test_a_flipped_bit_costs_one_record() -> None:
    content = bytearray(archive(ONE, TWO, ONE))
    content[len(archive(ONE)) + 60] ^= 0xFF
    urls, failures = read(bytes(content))
    assert urls == [BOTH[0], BOTH[0]]
    assert len(failures) == 1


@pytest.mark.parametrize("cut", [60, 300, len(TWO) - 30])
@pytest.mark.parametrize("compressed", [True, False])
def test_a_cut_archive_gives_what_is_whole(cut: int, *, compressed: bool) -> None:
    content = archive(ONE) + archive(TWO)[: -min(cut, len(archive(TWO)) - 100)] if compressed else ONE + TWO[:-cut]
    urls, failures = read(content)
    assert urls == BOTH[:1]
    assert len(failures) == 1


def test_a_compressed_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "LIMIT", 1_000_000)
    bomb = record("https://bomb.example/", gzip.compress(bytes(5_000_000)), headers="Content-Encoding: gzip\r\n")
    urls, failures = read(bomb + TWO)
    assert urls == BOTH[1:]
    assert "larger than 1 MB" in failures[0].reason


def test_endless_damage_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "MOST_BROKEN", 5)
    liar = record("https://liar.example/", PAGE, lie=10**12)
    _, failures = read(liar * 20)
    places = [int(failure.location.rpartition(" ")[2]) for failure in failures]
    assert places == [len(liar) * number for number in (0, 1, 2, 3, 4, 4)]


def test_each_of_several_broken_members_is_named_by_its_place() -> None:
    members = [archive(ONE), archive(record("https://liar.example/", PAGE, lie=99)), archive(TWO)] * 3
    urls, failures = read(b"".join(members))
    assert urls == BOTH * 3
    starts = [sum(map(len, members[:index])) for index in (1, 4, 7)]
    assert [failure.location for failure in failures] == [f"in.warc, record at byte {start}" for start in starts]
