from __future__ import annotations

import io

import pytest

from onrecord.articles import Failure, Metadata, feeds
from onrecord.articles.documents import Document
from onrecord.errors import UnreadableInput
from onrecord.model import Article

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Tarn Courier</title>
<item><title>Harbour closes</title><link>https://tarn.example/1</link><author>nadja@tarn.example (Nadja Olm)</author>
<pubDate>Thu, 04 Mar 2021 09:30:00 +0100</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>The harbour is <b>closed</b>.</p><p>Nobody was asked.</p>]]></content:encoded></item>
<item><title>Council meets</title><description>The council &lt;i&gt;meets&lt;/i&gt; today.</description></item>
<item><link>https://tarn.example/3</link></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Tarn Courier</title><entry><title>Harbour closes</title>
<link href="https://tarn.example/1"/><updated>2021-03-05T00:00:00Z</updated>
<summary>It is closed.</summary></entry></feed>"""


def read(content: str) -> list[Article | Failure]:
    return list(feeds.read(Document(location="in.rss", stream=io.BytesIO(content.encode())), Metadata(story="port")))


def test_items_become_articles() -> None:
    first, second, third = read(RSS)
    assert isinstance(first, Article)
    assert first.text == "Harbour closes\n\nThe harbour is closed.\n\nNobody was asked."
    assert (first.outlet, first.url, first.headline) == ("Tarn Courier", "https://tarn.example/1", "Harbour closes")
    assert (first.published, first.modified, first.story) == ("2021-03-04T08:30:00Z", None, "port")
    assert first.byline is not None
    assert "Nadja Olm" in first.byline
    assert isinstance(second, Article)
    assert (second.text, second.published) == ("Council meets\n\nThe council meets today.", None)
    assert isinstance(third, Failure)
    assert third.location == "in.rss, item 3"


def test_an_update_is_no_publication() -> None:
    (article,) = read(ATOM)
    assert isinstance(article, Article)
    assert (article.published, article.modified) == (None, "2021-03-05T00:00:00Z")


@pytest.mark.parametrize(
    "broken", [RSS[:-40], RSS.replace("</channel>", "<oops></channel"), RSS.replace("<b>", "<b>&nope;")]
)
def test_of_a_broken_feed_what_can_be_made_out_is_taken(broken: str) -> None:
    assert [one.headline for one in read(broken) if isinstance(one, Article)] == ["Harbour closes", "Council meets"]


@pytest.mark.parametrize("content", ["<rss></rss>", "<feed", "<!-- -->", "<rss><channel></rss>"])
def test_a_feed_without_items_is_refused(content: str) -> None:
    with pytest.raises(UnreadableInput, match="feed"):
        read(content)


def test_entities_are_not_blown_up_and_nothing_is_fetched() -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    content = f'<?xml version="1.0"?><!DOCTYPE rss [{bomb}<!ENTITY file SYSTEM "file:///etc/passwd">]>{RSS[21:]}'
    content = content.replace("Harbour closes", "Harbour &e11; &file; closes")
    try:
        found = read(content)
    except UnreadableInput:
        return
    assert all(len(one.text) < 10_000 and "root:" not in one.text for one in found if isinstance(one, Article))
