"""Texts with labels become labelled windows: the fitting's diet.

Every label is for words (see `onrecord.encoders.windows`). A window carries only the labels that its set has: what
isn't labelled is `IGNORED` and teaches nothing.
"""

from __future__ import annotations

import json
import random
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from benchmarks import names as name_sets
from benchmarks.annotations import Annotated
from onrecord.encoders.labels import ACTS, CERTAINTIES, NAMES, POLARITIES, ROLES
from onrecord.encoders.windows import Window, Words, windows_of, words_of
from onrecord.model import Act, Certainty, Polarity, Span
from onrecord.reading.acts import find_assertions
from onrecord.reading.cue_forces import Force, force_of_words
from onrecord.reading.cue_heads import head_of
from training.sheets import paragraphs

IGNORED = -100
Ints = npt.NDArray[np.int64]
Row = dict[str, Any]
OUR_COPIES = 2
"""How often a round takes a window that holds a statement annotated by ourselves: they are few."""


@dataclass(slots=True)
class Labels:
    """Labels of a whole text's words.

    `links` are (cue words, source words, content words) of its attributions, `spans` ranges of words whose meaning is
    taught, `ours` the first words of statements that we annotated ourselves.
    """

    roles: Ints | None = None
    names: Ints | None = None
    force: Ints | None = None
    links: list[tuple[list[int], list[int], list[int]]] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    ours: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Example:
    """A window with its part of the labels; `spans` carry their text, under which their meaning is known."""

    window: Window
    roles: Ints | None
    names: Ints | None
    force: Ints | None
    links: list[tuple[list[int], list[int], list[int]]]
    spans: list[tuple[int, int, str]]


Text = tuple[str, Words, Labels]


def is_for_tuning(name: str) -> bool:
    """One document of PolNeAR's training part in twenty is kept out of the fitting: thresholds are set on these."""
    return zlib.crc32(name.encode()) % 20 == 0


def polnear(data: Path, ours: Mapping[str, Sequence[Row]]) -> Iterator[Text]:
    """PolNeAR's training documents, but for those kept for tuning, with roles, links and the spans of contents.

    `ours` are our own annotations by document; their force goes before the guessed one.
    """
    with (data / "polnear" / "train.jsonl").open(encoding="utf-8") as lines:
        for document in map(json.loads, lines):
            if is_for_tuning(document["id"]):
                continue
            text = document["text"]
            words = words_of(text, paragraphs(text))
            labels = Labels(roles=np.zeros(len(words.spans), np.int64), force=np.full((len(words.spans), 3), IGNORED))
            for attribution in document["attributions"]:
                label_attribution(words, labels, attribution)
                _guess_force(text, words, labels, attribution)
            for statement in ours.get(document["id"], ()):
                _label_our_force(words, labels, statement)
            yield text, words, labels


def annotated(articles: Iterable[Annotated]) -> Iterator[Text]:
    """Our own annotations of other texts than PolNeAR's; of texts annotated in part, the rest isn't labelled."""
    for one in articles:
        text = one.article.text
        words = words_of(text, paragraphs(text))
        count = len(words.spans)
        labels = Labels(roles=np.zeros(count, np.int64), force=np.full((count, 3), IGNORED))
        for statement in one.statements:
            label_attribution(words, labels, statement)
            _label_our_force(words, labels, statement)
        if not one.whole:
            seen = {words.paragraph[first] for first in labels.ours}
            assert labels.roles is not None
            labels.roles[[p not in seen for p in words.paragraph]] = IGNORED
        yield text, words, labels


def _label_our_force(words: Words, labels: Labels, statement: Row) -> None:
    act, certainty, polarity = (statement[name] for name in ("act", "certainty", "polarity"))
    label_force(words, labels, statement["cue"], (Act(act), Certainty(certainty), Polarity(polarity)))
    for one in statement["assertions"]:
        force = Act(one["act"]), Certainty(one["certainty"]), Polarity(one["polarity"])
        label_force(words, labels, [(one["start"], one["end"])], force)
    labels.ours += [ranges[0] for ranges in _within(words, statement["content"][:1])]


def _guess_force(text: str, words: Words, labels: Labels, attribution: Row) -> None:
    """What the lexicon and the rules make of a cue and its content: a first lesson, which our annotations correct."""
    if not attribution["cue"] or not attribution["content"]:
        return
    cue = " ".join(text[a:b] for a, b in attribution["cue"])
    content = [(a, b) for a, b in attribution["content"]]
    force = force_of_words(cue, text[content[0][0] : content[-1][1]])
    row = head_of(cue)
    label_force(words, labels, attribution["cue"], force)
    for one in find_assertions(text, content, force, speaker_own=row is None or "q" in row.frames):
        label_force(words, labels, [(one.start, one.end)], (one.act, one.certainty, one.polarity))


def label_force(words: Words, labels: Labels, spans: Iterable[Sequence[int]], force: Force) -> None:
    """Label the words of some spans with act, certainty and polarity."""
    assert labels.force is not None
    places = (ACTS.index(force[0]), CERTAINTIES.index(force[1]), POLARITIES.index(force[2]))
    for ranges in _within(words, spans):
        labels.force[ranges] = places


def label_attribution(words: Words, labels: Labels, attribution: Row) -> None:
    """Label the words of one attribution with their roles and links."""
    inside = {role: _within(words, attribution[role]) for role in ("source", "cue", "content")}
    assert labels.roles is not None
    for role in ("content", "source", "cue"):
        begin, go_on = ROLES.index(f"B-{role}"), ROLES.index(f"I-{role}")
        for ranges in inside[role]:
            labels.roles[list(ranges)] = go_on
            labels.roles[ranges[0]] = begin
    flat = {role: [w for ranges in inside[role] for w in ranges] for role in inside}
    if flat["cue"]:
        labels.links.append((flat["cue"], flat["source"], flat["content"]))
    if len(inside["content"]) == 1 and len(flat["content"]) > 3:
        labels.spans.append((flat["content"][0], flat["content"][-1] + 1))


def _within(words: Words, spans: Iterable[Sequence[int]]) -> list[list[int]]:
    """For each span the words that share a character with it."""
    found = []
    starts, ends = np.array([s for s, _ in words.spans]), np.array([e for _, e in words.spans])
    for start, end in spans:
        first, last = int(np.searchsorted(ends, start, "right")), int(np.searchsorted(starts, end, "left"))
        if last > first:
            found.append(list(range(first, last)))
    return found


def named(data: Path, *, dev: bool = False) -> Iterator[Text]:
    """The sets of named entities: persons, organisations, places."""
    for reader in name_sets.READERS.values():
        for _, text, gold in reader(data / "ner", dev=dev):
            words = words_of(text, paragraphs(text))
            if words.spans:
                yield text, words, Labels(names=_name_labels(words, gold))


def _name_labels(words: Words, gold: Iterable[tuple[Span, str]]) -> Ints:
    labels = np.zeros(len(words.spans), dtype=np.int64)
    for span, kind in sorted(gold):
        for ranges in _within(words, [span]):
            labels[ranges] = NAMES.index(f"I-{kind}")
            labels[ranges[0]] = NAMES.index(f"B-{kind}")
    return labels


def examples_of(text: str, words: Words, labels: Labels, shuffle: random.Random | None = None) -> Iterator[Example]:
    """The windows of a text with their labels; `shuffle` drops opening words, so that windows fall anew each time."""
    skipped = _skipped(words, shuffle) if shuffle else 0
    if skipped:
        rest = Words(words.spans[skipped:], words.paragraph[skipped:], words.case[skipped:], words.pieces[skipped:])
    else:
        rest = words
    for window in windows_of(rest):
        first, last = window.first + skipped, window.last + skipped
        links = [_moved(link, first, last) for link in labels.links if first <= link[0][0] < last]
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


def _moved(
    link: tuple[list[int], list[int], list[int]], first: int, last: int
) -> tuple[list[int], list[int], list[int]]:
    cue, source, content = ([w - first for w in words if first <= w < last] for words in link)
    return cue, source, content


def _cut(labels: Ints | None, first: int, last: int) -> Ints | None:
    return None if labels is None else labels[first:last]
