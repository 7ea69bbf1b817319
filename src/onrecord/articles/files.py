"""Files, folders and standard input: opened one by one, never read as a whole here."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from onrecord.articles.documents import Document, Failure
from onrecord.errors import UnreadableInput

STDIN = "-"

NOT_ARTICLES = frozenset(
    {".css", ".js", ".csv", ".tsv", ".py", ".toml", ".yaml", ".yml", ".ini", ".lock", ".svg", ".map"}
)
"""Extensions of text files that a folder may hold beside its articles; named on their own they are read as text."""


def find_files(location: str) -> Iterator[Path | Failure]:
    """The file itself, or every file below a folder in sorted order; hidden ones and links to folders are skipped."""
    path = Path(location)
    if not os.path.isdir(location):  # noqa: PTH112 - unlike Path.is_dir, it never raises
        yield path
        return
    found = False
    errors: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(folder, name)
            if not name.startswith(".") and file.suffix.lower() not in NOT_ARTICLES:
                found = True
                yield file
        yield from (Failure(location=str(error.filename), reason=_why(error)) for error in errors)
        errors.clear()
    yield from (Failure(location=str(error.filename), reason=_why(error)) for error in errors)
    if not found and not errors:
        yield Failure(location=location, reason="the folder holds no files to read; give a file, or another folder")


@contextmanager
def open_file(path: Path, *, named: bool) -> Iterator[Document]:
    """The opened file; raises `UnreadableInput`. Only a file `named` by the user may be a pipe."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        raise UnreadableInput(_why(error)) from error
    try:
        if not stat.S_ISREG(mode) and not (named and stat.S_ISFIFO(mode)):
            raise UnreadableInput("it isn't a regular file; give a file, a folder or - for standard input")
        with path.open("rb") as stream:
            yield Document(location=str(path), stream=stream)
    except OSError as error:
        raise UnreadableInput(_why(error)) from error


def open_stdin() -> Document:
    """Standard input as bytes."""
    return Document(location="standard input", stream=cast("BinaryIO", sys.stdin.buffer))


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder; check the name"
    if isinstance(error, PermissionError):
        return "it may not be read by this user; change its permissions"
    return f"it can't be read ({getattr(error, 'strerror', None) or error}); check the file and its name"
