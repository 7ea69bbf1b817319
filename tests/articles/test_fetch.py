from __future__ import annotations

import time
from collections.abc import Callable

import httpx
import pytest

from onrecord.articles import Failure, Metadata, fetch, kinds, load
from onrecord.errors import FetchFailed
from onrecord.model import Article
from tests.articles.pages import PARAGRAPHS, page

Answer = Callable[[httpx.Request], httpx.Response]


def fetched(answer: Answer, url: str = "https://tarn.example/1") -> bytes:
    return fetch.fetch_url(url, httpx.MockTransport(answer)).stream.read()


def test_a_page_is_fetched_after_its_redirect_and_read() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/1":
            return httpx.Response(301, headers={"location": "/harbour"})
        return httpx.Response(200, content=page(), headers={"content-type": "text/html; charset=utf-8"})

    document = fetch.fetch_url("https://tarn.example/1", httpx.MockTransport(answer))
    (article,) = kinds.read(document, Metadata())
    assert isinstance(article, Article)
    assert PARAGRAPHS[0] in article.text
    assert (article.url, article.retrieved) == ("https://tarn.example/harbour", document.retrieved)


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (lambda _: httpx.Response(404), "404 Not Found"),
        (lambda _: httpx.Response(302, headers={"location": "/1"}), "redirects more than"),
        (lambda _: httpx.Response(302, headers={"location": "file:///etc/passwd"}), "aren't fetched"),
        (lambda _: httpx.Response(302, headers={"location": "http://127.0.0.1/admin"}), "inside this network"),
        (lambda _: httpx.Response(302, headers={"location": "http://[::1]/admin"}), "inside this network"),
        (lambda _: httpx.Response(302, headers={"location": "http://169.254.169.254/"}), "inside this network"),
        (lambda _: httpx.Response(200, content=b"a" * 2000), "larger than"),
        (lambda _: httpx.Response(200, content=b"junk", headers={"content-encoding": "gzip"}), "can't be fetched"),
    ],
)
def test_anything_but_a_whole_answer_is_refused(answer: Answer, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "LIMIT", 1000)
    with pytest.raises(FetchFailed, match=why):
        fetched(answer)


def test_a_host_that_does_not_answer() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectTimeout("timed out", request=request)

    with pytest.raises(FetchFailed, match="timed out"):
        fetched(answer)


def test_a_slow_answer_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 1000.0, 2000.0])
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    with pytest.raises(FetchFailed, match="longer than"):
        fetched(lambda _: httpx.Response(200, content=b"slow"))


@pytest.mark.parametrize(
    "location", ["ftp://tarn.example/a", "file:///etc/passwd", "gopher://x/", "https://", "http://[broken"]
)
def test_addresses_that_are_not_fetched_are_explained(location: str) -> None:
    (failure,) = load(location)
    assert isinstance(failure, Failure)
    assert failure.location == location


@pytest.mark.parametrize(
    ("location", "is_url"),
    [("https://a.example", True), ("a.txt", False), ("-", False), ("C:/a", False), ("a b://c", False)],
)
def test_what_an_address_is(location: str, *, is_url: bool) -> None:
    assert fetch.is_url(location) == is_url
