"""Texts with labels become labelled windows, cut anew for each round: the fitting's diet."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from onrecord.encoders.labels import NAMES
from onrecord.encoders.windows import Window, Words, windows_of

IGNORED = -100
Ints = npt.NDArray[np.int64]
NAMES_TAUGHT = (*NAMES, "B-people", "I-people", "B-other", "I-other")
"""What the head of names is taught: besides what is read, names of peoples and of all else, as events and products.

To tell what they are teaches it better what they aren't; the exported model takes them for no names."""
OUR_COPIES = 2
"""How often a round takes a window that holds a statement annotated by ourselves: they are few."""


@dataclass(slots=True)
class Link:
    """An attribution as words: those of its cue, and the ranges [first, last) of its source and its content.

    In a window's words, a range may begin before the window and end after it.
    """

    cue: list[int]
    source: list[tuple[int, int]]
    content: list[tuple[int, int]]


@dataclass(slots=True)
class Labels:
    """Labels of a whole text's words.

    `links` are its attributions, `spans` ranges of words whose meaning is taught, `ours` the first words of statements
    that we annotated ourselves.
    """

    roles: Ints | None = None
    names: Ints | None = None
    force: Ints | None = None
    links: list[Link] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    ours: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Example:
    """A window with its part of the labels; `spans` carry their text, under which their meaning is known."""

    window: Window
    roles: Ints | None
    names: Ints | None
    force: Ints | None
    links: list[Link]
    spans: list[tuple[int, int, str]]


Text = tuple[str, Words, Labels]


def examples_of(text: str, words: Words, labels: Labels, shuffle: random.Random | None = None) -> Iterator[Example]:
    """The windows of a text with their labels; `shuffle` drops opening words, so that windows fall anew each time."""
    skipped = _skipped(words, shuffle) if shuffle else 0
    if skipped:
        rest = Words(words.spans[skipped:], words.paragraph[skipped:], words.case[skipped:], words.pieces[skipped:])
    else:
        rest = words
    for window in windows_of(rest):
        first, last = window.first + skipped, window.last + skipped
        links = [_moved(link, first, last) for link in labels.links if first <= link.cue[0] < last]
        spans = [
            (a - first, b - first, text[words.spans[a][0] : words.spans[b - 1][1]])
            for a, b in labels.spans
            if first <= a and b <= last
        ]
        example = Example(
            window,
            _cut(labels.roles, first, last),
            _cut(labels.names, first, last),
            _cut(labels.force, first, last),
            links,
            spans,
        )
        yield from [example] * (OUR_COPIES if any(first <= one < last for one in labels.ours) else 1)


def _skipped(words: Words, shuffle: random.Random) -> int:
    """A paragraph to begin with, among the first few."""
    starts = [i for i, p in enumerate(words.paragraph) if i == 0 or p != words.paragraph[i - 1]][:4]
    return shuffle.choice([0, *starts])


def _moved(link: Link, first: int, last: int) -> Link:
    source, content = ([(a - first, b - first) for a, b in ranges] for ranges in (link.source, link.content))
    return Link([word - first for word in link.cue if word < last], source, content)


def _cut(labels: Ints | None, first: int, last: int) -> Ints | None:
    return None if labels is None else labels[first:last]
