"""Fetches one url, and only one that the user gives: http or https, with limits on size, time and redirects."""

from __future__ import annotations

import io
import time
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from onrecord.articles.documents import MEGABYTE, Document, now
from onrecord.errors import FetchFailed

if TYPE_CHECKING:
    import httpx

LIMIT = 20 * MEGABYTE
"""Bytes of a response, decompressed."""

SECONDS = 30.0
"""For the whole fetch; a single read may wait for a third of it."""

REDIRECTS = 5
SCHEMES = ("http", "https")
USER_AGENT = "onrecord (reads single articles for their reader)"


def is_url(location: str) -> bool:
    """Whether it is an address rather than a file: a scheme, then "://"."""
    scheme, found, _ = location.partition("://")
    return bool(found) and scheme.isalnum()


def fetch_url(url: str, transport: httpx.BaseTransport | None = None) -> Document:
    """The response's body; raises `FetchFailed`, with what to do, for anything but a complete answer.

    A redirect from a public host to this machine or network is refused. `transport` stands in for the network.
    """
    import httpx  # noqa: PLC0415 - heavy, loaded at use

    deadline = time.monotonic() + SECONDS
    try:
        with httpx.Client(transport=transport, timeout=SECONDS / 3, headers={"User-Agent": USER_AGENT}) as client:
            target = httpx.URL(_checked(url))
            for _ in range(REDIRECTS + 1):
                with client.stream("GET", target) as response:
                    if response.next_request is None:
                        return _document(response, deadline)
                    target = _next(target, response.next_request.url)
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        what = str(error) or type(error).__name__
        raise FetchFailed(f"it can't be fetched ({what}); check the address and try again") from error
    raise FetchFailed(f"it redirects more than {REDIRECTS} times; give the address of the article itself")


def _document(response: httpx.Response, deadline: float) -> Document:
    if response.status_code != 200:
        status = f"{response.status_code} {response.reason_phrase}".strip()
        raise FetchFailed(f"it answers {status}; check the address, or save the page and give the file")
    content = bytearray()
    for chunk in response.iter_bytes():
        content += chunk
        if len(content) > LIMIT:
            raise FetchFailed(f"it is larger than {LIMIT // MEGABYTE} MB; save it and give the file")
        if time.monotonic() > deadline:
            raise FetchFailed(f"it takes longer than {SECONDS:.0f} seconds; try again, or save it and give the file")
    return Document(
        location=str(response.url),
        stream=io.BytesIO(content),
        media_type=response.headers.get("content-type", ""),
        url=str(response.url),
        retrieved=now(),
    )


def _next(before: httpx.URL, after: httpx.URL) -> httpx.URL:
    _checked(str(after))
    if _is_private(after.host) and not _is_private(before.host):
        where = f"it redirects to {after.host}, which is inside this network"
        raise FetchFailed(f"{where}; give that address yourself if you trust it")
    return after


def _checked(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme.lower() not in SCHEMES:
        raise FetchFailed(f"{parts.scheme}: addresses aren't fetched; give an http or https address, or a file")
    if not parts.hostname:
        raise FetchFailed("the address has no host; check it")
    return url


def _is_private(host: str) -> bool:
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        return True
    try:
        return not ip_address(host.strip("[]")).is_global
    except ValueError:
        return False
