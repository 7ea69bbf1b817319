"""Invented pages and archives for the tests of the sources."""

from __future__ import annotations

import gzip

PARAGRAPHS = [
    "The harbour of Tarn will close for three weeks, the port authority said on Monday, and no ship may enter it.",
    "Captain Ilse Varga told the council that she had asked for more tugs, and that nobody had answered her.",
    "The council will vote on the plan next week, and two of its members have already said that they oppose it.",
]

HEAD = """<title>Tarn closes its harbour | Tarn Courier</title><meta property="og:site_name" content="Tarn Courier">
<meta name="author" content="Nadja Olm"><meta property="article:published_time" content="2021-03-04T09:30:00+01:00">
<meta property="article:modified_time" content="2021-03-05T10:00:00+01:00">
<link rel="canonical" href="https://tarn.example/harbour">"""


def page(*parts: str, head: str = HEAD) -> bytes:
    """A page with an article of the parts, or of the paragraphs above."""
    body = "".join(parts) or "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    article = f"<article><h1>Tarn closes its harbour</h1>{body}</article>"
    return f"<!doctype html><html><head>{head}</head><body>{article}</body></html>".encode()


def record(
    url: str, body: bytes, *, headers: str = "", status: str = "200 OK", lie: int = 0, kind: str = "response"
) -> bytes:
    """A WARC record whose stated length is off by `lie` bytes."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n{headers}\r\n".encode() + body
    return (
        (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n"
            f"WARC-Date: 2021-03-06T00:00:00Z\r\nWARC-Target-URI: {url}\r\n"
            f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(http) + lie}\r\n\r\n"
        ).encode()
        + http
        + b"\r\n\r\n"
    )


def archive(*records: bytes) -> bytes:
    """A WARC with one compressed member a record."""
    return b"".join(map(gzip.compress, records))
