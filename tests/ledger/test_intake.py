from dataclasses import replace

import pytest
from hypothesis import given, settings

from onrecord.errors import LedgerError
from onrecord.ledger import Ledger, open_ledger
from onrecord.model import Article, Raw, Reading, sha256
from tests.ledger.invented import DAY, TEXT, URL, article, articles, reading, readings


def _six(text: str) -> str:
    return sha256(text.encode())[:6]


@pytest.mark.parametrize("url", [URL, None])
def test_adding_twice_adds_once(ledger: Ledger, url: str | None) -> None:
    assert ledger.add_article(article(url=url)) == ("ferry", True)
    before = ledger.revision()
    again = article(
        url=url, id="another" if url else "ferry", headline="Changed", raw=Raw(content=b"x", media_type="t")
    )
    assert ledger.add_article(again) == ("ferry", False)
    assert ledger.revision() == before
    assert ledger.raw("ferry") is None


@pytest.mark.parametrize(
    ("first", "second", "stored"),
    [
        (article(url=URL), article("Other.", url=URL, id="late"), "late"),
        (article(url=URL), article("Other.", url=URL), f"ferry~{_six('Other.')}"),
        (article(), article("Other."), f"ferry~{_six('Other.')}"),
        (article(), article(url=URL), f"ferry~{_six(TEXT)}"),
        (article(url=URL), article(url=URL + "?page=2"), f"ferry~{_six(TEXT)}"),
    ],
)
def test_a_second_text_or_url_is_a_new_row(ledger: Ledger, first: Article, second: Article, stored: str) -> None:
    ledger.add_article(first)
    assert ledger.add_article(second) == (stored, True)
    assert ledger.add_article(second) == (stored, False)
    assert ledger.counts()["articles"] == 2


def test_one_text_and_id_at_many_urls_has_many_ids(ledger: Ledger) -> None:
    stored = [ledger.add_article(article(url=f"{URL}/{number}"))[0] for number in range(5)]
    assert len(set(stored)) == 5
    assert [len(name) for name in stored] == [5, 12, 18, 18, 18]


def test_bytes_come_back_and_are_kept_once(ledger: Ledger) -> None:
    page = b"<p>" + bytes(range(256)) * 50
    ledger.add_article(article(url=URL, raw=Raw(content=page, media_type="text/html")))
    ledger.add_article(article("Other.", url=URL, raw=Raw(content=page, media_type="text/plain")))
    assert ledger.raw("ferry") == Raw(content=page, media_type="text/html")
    assert ledger.raw(f"ferry~{_six('Other.')}") == Raw(content=page, media_type="text/plain")
    ((blobs, size),) = ledger._backend.rows("SELECT count(*), sum(length(content)) FROM blob")
    assert blobs == 1
    assert size < len(page) / 2


def test_empty_bytes_are_not_none(ledger: Ledger) -> None:
    ledger.add_article(article(raw=Raw(content=b"", media_type="")))
    assert ledger.raw("ferry") == Raw(content=b"", media_type="")


def test_a_reader_reads_once_and_a_newer_one_counts(ledger: Ledger) -> None:
    ledger.add_article(article())
    old, new = reading(), replace(reading(reader="reader-2"), statements=())
    assert ledger.add_reading("ferry", old, recorded="2031-06-01")
    assert not ledger.add_reading("ferry", replace(old, statements=()))
    assert ledger.record("ferry").reading == old
    assert ledger.counts()["statements"] == 2
    assert ledger.add_reading("ferry", new, recorded="2031-05-01")
    assert ledger.record("ferry").reading == new
    assert ledger.counts()["readings"] == 2
    assert ledger.counts()["statements"] == 0
    assert not ledger.add_reading("ferry", old)
    assert ledger.record("ferry").reading == new


def test_pending_articles_are_those_without_a_reading(ledger: Ledger) -> None:
    for name in ("b", "a", "c"):
        ledger.add_article(article(id=name))
    assert ledger.pending() == ["b", "a", "c"]
    ledger.add_reading("a", reading())
    ledger.add_reading("b", reading(reader="reader-2"))
    assert ledger.pending() == ["c"]
    assert ledger.pending("reader-1") == ["b", "c"]
    assert ledger.pending("reader-3") == ["b", "a", "c"]


def test_an_unknown_article_cannot_be_read(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="nowhere"):
        ledger.add_reading("nowhere", reading())
    with pytest.raises(LedgerError, match="nowhere"):
        ledger.add_keys("claim", [("ferry", "s-1")], "nowhere")
    assert ledger.revision() == (0, 0, 0, 0, 0)


def test_recorded_must_be_a_date(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="just now"):
        ledger.add_article(article(), recorded="just now")
    assert ledger.counts()["articles"] == 0


@settings(max_examples=60, deadline=None)
@given(value=articles, found=readings)
def test_any_article_and_reading_come_back(
    tmp_path_factory: pytest.TempPathFactory, value: Article, found: Reading
) -> None:
    path = tmp_path_factory.mktemp("any") / "ledger"
    with open_ledger(path) as ledger:
        stored, new = ledger.add_article(value, recorded=DAY)
        assert (stored, new) == (value.id, True)
        assert ledger.add_reading(stored, found)
    with open_ledger(path, read_only=True) as ledger:
        record = ledger.record(value.id)
        assert record.article == replace(value, raw=None)
        assert record.reading == found
        assert ledger.raw(value.id) == value.raw
        assert ledger.records() == [record]
