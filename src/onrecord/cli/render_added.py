"""What became of added articles, on the screen."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.cli.parts import Grid, Line, Part, Run, joined, words

if TYPE_CHECKING:
    from onrecord.pipeline import Added


def parts(added: Added, ledger: str) -> Iterator[Part]:
    """The summary of `onrecord add`, with the reason for every article that is kept but wasn't read."""
    counts = [(f"{added.new} new{_of_which(added.versions)}", "good" if added.new else "")]
    counts += [(f"{added.known} known already", "")] if added.known else []
    counts += [(f"{len(added.unread)} kept but not read", "warn")] if added.unread else []
    counts += [(f"{len(added.failures)} failed", "bad")] if added.failures else []
    unread = ((words(("not read", "warn")), words(article), words(reason)) for article, reason in added.unread)
    yield Line(words((f"{ledger}:", "faint"), Run(" "), joined(map(words, counts), " · ")))
    if added.unread:
        yield Grid(tuple(unread))


def next_step(ledger: str | None) -> Iterator[Part]:
    """What to ask now, of this ledger where it has to be named."""
    option = f" --ledger {shlex.quote(ledger)}" if ledger else ""
    yield Line(words((f"next: onrecord stories{option}, onrecord search WORDS{option}", "faint")))


def _of_which(versions: int) -> str:
    if versions > 1:
        return f" ({versions} of them new versions of known ones)"
    return " (1 of them a new version of a known one)" if versions else ""
