"""A progress bar on standard error for anything that takes longer than a second, on terminals only."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from onrecord.cli.clean import clean_line
from onrecord.cli.counts import number_of

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from onrecord.model import Article

PATIENCE = 1.0
"""Seconds before a bar appears."""

TITLE_WIDTH = 40
"""How many characters of an article's headline the bar shows."""


class Bar:
    """Counts articles and locations; what it counts shows once it has been started."""

    def __init__(self, total: int | None) -> None:
        self._total = total
        self._locations = 0
        self._articles = 0
        self._title = ""
        self._shown: tuple[Progress, TaskID] | None = None

    def location_done(self) -> None:
        """One more location is done."""
        self._locations += 1
        self._update()

    def article_done(self, article: Article) -> None:
        """One more article is done."""
        self._articles += 1
        self._title = clean_line(article.headline or article.id)[:TITLE_WIDTH]
        self._update()

    @property
    def articles(self) -> str:
        """How many articles are done, in words."""
        return number_of(self._articles, "article")

    def start(self) -> None:
        """Show it."""
        from rich.console import Console  # noqa: PLC0415 - heavy, loaded at use
        from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

        counted = TextColumn("{task.fields[articles]}")
        title = TextColumn("{task.fields[title]}", markup=False, style="dim")
        console = Console(stderr=True)
        progress = Progress(
            SpinnerColumn(), BarColumn(30), counted, TimeElapsedColumn(), title, console=console, transient=True
        )
        self._shown = progress, progress.add_task("", total=self._total, articles="", title="")
        self._update()
        progress.start()

    def stop(self) -> None:
        """Take it away."""
        if self._shown is not None:
            self._shown[0].stop()

    def _update(self) -> None:
        if self._shown is not None:
            progress, task = self._shown
            progress.update(task, completed=self._locations, articles=self.articles, title=self._title)


@contextmanager
def progress_bar(locations: int) -> Iterator[Bar]:
    """A bar over several locations, or one that only shows that something is going on over a single one."""
    bar = Bar(locations if locations > 1 else None)
    timer = threading.Timer(PATIENCE, bar.start)
    timer.daemon = True
    if sys.stderr.isatty():
        timer.start()
    try:
        yield bar
    finally:
        timer.cancel()
        bar.stop()
