from __future__ import annotations

import io

import pytest

from onrecord.articles import Metadata, html
from onrecord.articles.documents import Document
from onrecord.errors import UnreadableInput
from onrecord.model import Article
from tests.articles.pages import PARAGRAPHS, page


def read(content: bytes, url: str | None = None, media_type: str = "") -> Article:
    (article,) = html.read(
        Document(location="in.html", stream=io.BytesIO(content), url=url, media_type=media_type), Metadata()
    )
    assert isinstance(article, Article)
    return article


def test_the_article_and_what_the_page_says_of_it() -> None:
    article = read(page())
    assert article.text == "\n\n".join(["Tarn closes its harbour", *PARAGRAPHS])
    assert (article.headline, article.outlet, article.byline) == (
        "Tarn closes its harbour",
        "Tarn Courier",
        "Nadja Olm",
    )
    assert (article.published, article.modified) == ("2021-03-04T09:30:00+01:00", "2021-03-05T10:00:00+01:00")
    assert (article.url, article.language) == ("https://tarn.example/harbour", "en")
    assert article.raw is not None
    assert article.raw.content == page()


def test_blocks_come_from_the_markup() -> None:
    first, second, third = PARAGRAPHS
    article = read(
        page(
            '<p class="standfirst">The fishers of Tarn fear for their winter.</p>',
            f"<p>{first}</p><h2>Nobody was asked.</h2><p>{second}</p>",
            f"<blockquote><p>We will not go.</p></blockquote><p>{third}</p>",
        )
    )
    assert [(block.kind.value, article.text[block.start : block.end]) for block in article.blocks] == [
        ("headline", "Tarn closes its harbour"),
        ("standfirst", "The fishers of Tarn fear for their winter."),
        ("paragraph", first),
        ("subhead", "Nobody was asked."),
        ("paragraph", second),
        ("quote", "We will not go."),
        ("paragraph", third),
    ]


def test_what_a_page_does_not_say_stays_missing() -> None:
    article = read(page(head=""), url="https://tarn.example/1")
    assert (article.outlet, article.published, article.modified, article.byline) == (None, None, None, None)
    assert article.url == "https://tarn.example/1"


def test_a_page_cannot_claim_another_host() -> None:
    assert read(page(), url="https://mirror.example/x").url == "https://mirror.example/x"
    assert read(page(), url="https://www.tarn.example/harbour?from=feed").url == "https://tarn.example/harbour"


@pytest.mark.parametrize(
    ("data", "published"),
    [
        ('{"@type": "NewsArticle", "datePublished": "2021-03-04T09:30:00Z"}', "2021-03-04T09:30:00Z"),
        ('{"@graph": [{"@type": "WebSite"}, {"datePublished": "2021-03-04"}]}', "2021-03-04"),
        ('{"datePublished": "soon"}', None),
        ("{broken", None),
        ("[" * 100_000, None),
    ],
)
def test_dates_from_linked_data(data: str, published: str | None) -> None:
    assert read(page(head=f'<script type="application/ld+json">{data}</script>')).published == published


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-1"])
def test_the_declared_charset_is_used(charset: str) -> None:
    content = page(head=f'<meta charset="{charset}">').decode().replace("Varga", "Várgä").encode(charset)
    assert "Várgä" in read(content).text
    assert (
        "Várgä" in read(content.replace(b"<meta charset", b"<meta x"), media_type=f"text/html; charset={charset}").text
    )


@pytest.mark.parametrize("deep", ["<div>", "<b>", "<ul><li>", "<blockquote>", "<table><tr><td>", "<span><p>"])
def test_a_page_nested_without_end_is_read_or_refused(deep: str) -> None:
    assert outcome(f"<html><body>{deep * 100_000}<p>{PARAGRAPHS[0]}</p>".encode()) in (PARAGRAPHS[0], "refused")


def outcome(content: bytes) -> str:
    try:
        return read(content).text
    except UnreadableInput:
        return "refused"


@pytest.mark.parametrize(
    "content",
    [b"<html></html>", b"<html><body><nav><a href='/'>Home</a></nav>", b"<p", b"<", b"<html>&#xD800;&#0;</html>"],
)
def test_a_page_without_an_article_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableInput):
        read(content)


def test_a_piece_of_html_becomes_lines() -> None:
    markup = "One &amp; two<p>Three <b>four</b></p><script>x()</script><ul><li>Five<li>Six</ul>Seven<br>Eight"
    assert html.fragment_text(markup) == "One & two\n\nThree four\n\nFive\n\nSix\n\nSeven\n\nEight"
