"""Bytes from anywhere become articles: files, folders, standard input and single urls, through one door."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from onrecord.articles.blocks import find_blocks
from onrecord.articles.documents import Failure, Metadata, is_date
from onrecord.articles.fetch import fetch_url, is_url
from onrecord.articles.files import STDIN, find_files, open_file, open_stdin
from onrecord.articles.kinds import SOURCES, read
from onrecord.articles.language import detect
from onrecord.errors import SourceError
from onrecord.model import Article

__all__ = ["SOURCES", "Failure", "Metadata", "detect", "find_blocks", "is_date", "load"]


def load(location: str, *, defaults: Metadata | None = None) -> Iterator[Article | Failure]:
    """The articles at a location, and a `Failure` for each thing there that could not be read; never raises for input.

    `location` is a file, a folder, `-` for standard input, or an http(s) url, which is the only way to the network.
    """
    known = defaults or Metadata()
    if location == STDIN or is_url(location):
        try:
            yield from read(open_stdin() if location == STDIN else fetch_url(location), known)
        except (SourceError, OSError) as error:
            yield Failure(location=location, reason=str(error))
        return
    for found in find_files(location):
        yield from (found,) if isinstance(found, Failure) else _load_file(found, known, named=str(found) == location)


def _load_file(path: Path, defaults: Metadata, *, named: bool) -> Iterator[Article | Failure]:
    try:
        with open_file(path, named=named) as document:
            yield from read(document, defaults)
    except SourceError as error:
        yield Failure(location=str(path), reason=str(error))
