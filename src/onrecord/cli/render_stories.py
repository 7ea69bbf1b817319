"""The stories of a ledger on the screen."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.cli.counts import number_of
from onrecord.cli.holdings import Stories
from onrecord.cli.parts import GAP, Line, Part, joined, words

NOUNS = ("article", "outlet", "statement")


def parts(held: Stories) -> Iterator[Part]:
    """The screen of `onrecord stories`."""
    for story in held.stories:
        yield Line(words((story.story or "filed under no story", "title")))
        counts = [number_of(getattr(story, f"{noun}s"), noun) for noun in NOUNS]
        counts += [f"{story.unread} not read"] if story.unread else []
        yield Line(joined(map(words, counts), " · "), indent=2)
        yield Line(joined((words((day, "date")) for day in dict.fromkeys((story.first, story.last))), " to "), indent=2)
        yield GAP
