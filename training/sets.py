"""The sets become texts with labels: what a fitting is fed.

Every label is for words (see `onrecord.encoders.windows`). A text carries only the labels that its set has: what isn't
labelled is `IGNORED` and teaches nothing.
"""

from __future__ import annotations

import csv
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks import names as name_sets
from benchmarks.annotations import Annotated, articles, is_dev
from onrecord.encoders.labels import ACTS, CERTAINTIES, POLARITIES, ROLES
from onrecord.encoders.windows import Words, words_of
from onrecord.model import Act, Certainty, Polarity, Span
from onrecord.reading.acts import find_assertions
from onrecord.reading.cue_forces import Force, force_of_words
from onrecord.reading.cue_heads import head_of
from training.examples import IGNORED, NAMES_TAUGHT, Ints, Labels, Link, Text
from training.sheets import paragraphs

Row = dict[str, Any]


def is_for_tuning(name: str) -> bool:
    """One document in twenty of the training parts is kept out of the fitting: thresholds are set on these."""
    return zlib.crc32(name.encode()) % 20 == 0


def polnear(data: Path, ours: Mapping[str, Sequence[Row]], *, tuning: bool = False) -> Iterator[Text]:
    """PolNeAR's training documents with roles, links and the spans of contents: those fitted, or those for tuning.

    `ours` are our own annotations by document; their force goes before the guessed one.
    """
    with (data / "polnear" / "train.jsonl").open(encoding="utf-8") as lines:
        for document in map(json.loads, lines):
            if is_for_tuning(document["id"]) is not tuning:
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


def annotated(rows: Iterable[Annotated]) -> Iterator[Text]:
    """Our own annotations of other texts than PolNeAR's; of texts annotated in part, the rest isn't labelled."""
    for one in rows:
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
    cue = [word for ranges in inside["cue"] for word in ranges]
    source, content = ([(one[0], one[-1] + 1) for one in inside[role]] for role in ("source", "content"))
    if cue:
        labels.links.append(Link(cue, source, content))
    if len(content) == 1 and content[0][1] - content[0][0] > 3:
        labels.spans.append(content[0])


def _within(words: Words, spans: Iterable[Sequence[int]]) -> list[list[int]]:
    """For each span the words that share a character with it."""
    found = []
    starts, ends = np.array([s for s, _ in words.spans]), np.array([e for _, e in words.spans])
    for start, end in spans:
        first, last = int(np.searchsorted(ends, start, "right")), int(np.searchsorted(starts, end, "left"))
        if last > first:
            found.append(list(range(first, last)))
    return found


def named(data: Path, *, tuning: bool = False) -> Iterator[Text]:
    """The sets of named entities, their training parts: those texts fitted, or those for tuning."""
    types = name_sets.TYPES | name_sets.OTHERS
    for reader in name_sets.READERS.values():
        for name, text, gold in reader(data / "ner", dev=False, types=types):
            words = words_of(text, paragraphs(text))
            if words.spans and is_for_tuning(name) is tuning:
                yield text, words, Labels(names=_name_labels(words, gold))


def _name_labels(words: Words, gold: Iterable[tuple[Span, str]]) -> Ints:
    labels = np.zeros(len(words.spans), dtype=np.int64)
    for span, kind in sorted(gold):
        for ranges in _within(words, [span]):
            labels[ranges] = NAMES_TAUGHT.index(f"I-{kind}")
            labels[ranges[0]] = NAMES_TAUGHT.index(f"B-{kind}")
    return labels


def unlabelled(data: Path, known: Iterable[str]) -> Iterator[Text]:
    """News without labels, for teachers to label: articles that nobody annotated (`known` ids), rumours' reports."""
    taken = set(known)
    texts = [
        a.text
        for (name, key), a in articles(data).items()
        if name != "polnear" and key not in taken and not is_dev(key)
    ]
    with (data / "fnc-1" / "train_bodies.csv").open(encoding="utf-8", newline="") as lines:
        texts += [row["articleBody"] for row in csv.DictReader(lines)]
    for text in texts:
        words = words_of(text, paragraphs(text))
        if words.spans:
            yield text, words, Labels()
