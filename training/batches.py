"""Labelled windows become the padded tensors of a batch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

import numpy as np
import torch
from torch import Tensor

from onrecord.encoders.labels import PAIRS
from training.examples import IGNORED, Example, Ints, Link


@dataclass(slots=True)
class Batch:
    """Tensors of some windows.

    `ids`, `cases`, `mask` (batch, pieces); `heads`, `word_mask`, `roles`, `names` (batch, words); `force` (batch,
    words, 3). `asked` (cues, 2) are window and word of each cue word, `answers` (cues, kinds of pairs, words) what
    belongs to it and where that begins and ends.
    `pooling` (spans, words) takes the mean over a span in window `pooled`, `meanings` (spans, width) is what it should
    be.
    """

    ids: Tensor
    cases: Tensor
    mask: Tensor
    heads: Tensor
    word_mask: Tensor
    roles: Tensor | None
    names: Tensor | None
    force: Tensor | None
    asked: Tensor
    answers: Tensor
    pooled: Tensor
    pooling: Tensor
    meanings: Tensor

    def on(self, device: str) -> Batch:
        """The same batch on a device."""
        moved = {f.name: getattr(self, f.name) for f in fields(self)}
        return Batch(**{name: None if value is None else value.to(device) for name, value in moved.items()})


def collate(examples: Sequence[Example], meanings: Mapping[str, Tensor]) -> Batch:
    """One batch."""
    pieces, words = max(len(e.window.ids) for e in examples), max(len(e.window.heads) for e in examples)
    asked, answers = _links(examples, words)
    pooled, pooling, wanted = _spans(examples, words, meanings)
    return Batch(
        ids=_padded([e.window.ids for e in examples], pieces, 0),
        cases=_padded([e.window.cases for e in examples], pieces, 0),
        mask=_padded([np.ones(len(e.window.ids), dtype=np.int64) for e in examples], pieces, 0).bool(),
        heads=_padded([e.window.heads for e in examples], words, 0),
        word_mask=_padded([np.ones(len(e.window.heads), dtype=np.int64) for e in examples], words, 0).bool(),
        roles=_labels([e.roles for e in examples], words),
        names=_labels([e.names for e in examples], words),
        force=_labels([e.force for e in examples], words, 3),
        asked=asked,
        answers=answers,
        pooled=pooled,
        pooling=pooling,
        meanings=wanted,
    )


def _padded(rows: Sequence[Ints], length: int, value: int) -> Tensor:
    full = np.full((len(rows), length, *rows[0].shape[1:]), value, dtype=np.int64)
    for number, row in enumerate(rows):
        full[number, : len(row)] = row
    return torch.from_numpy(full)


def _labels(rows: Sequence[Ints | None], words: int, width: int = 0) -> Tensor | None:
    if not any(row is not None and (row != IGNORED).any() for row in rows):
        return None
    none = np.zeros((0, width) if width else 0, dtype=np.int64)
    return _padded([none if row is None else row for row in rows], words, IGNORED)


def _links(examples: Sequence[Example], words: int) -> tuple[Tensor, Tensor]:
    asked: list[tuple[int, int]] = []
    rows: list[np.ndarray] = []
    for number, example in enumerate(examples):
        for link in example.links:
            asked += [(number, word) for word in link.cue]
            rows += [_answer(link, len(example.window.heads), words)] * len(link.cue)
    if not rows:
        return torch.zeros((0, 2), dtype=torch.int64), torch.zeros((0, len(PAIRS), words), dtype=torch.uint8)
    return torch.tensor(asked), torch.from_numpy(np.stack(rows))


def _answer(link: Link, own: int, words: int) -> np.ndarray:
    """(kinds of pairs, words): 1 where a word of the window's `own` words belongs, begins or ends."""
    answer = np.zeros((len(PAIRS), words), dtype=np.uint8)
    for role, ranges in (("source", link.source), ("content", link.content)):
        for first, last in ranges:
            answer[PAIRS.index(role), max(0, first) : max(0, min(last, own))] = 1
            for edge, word in (("begins", first), ("ends", last - 1)):
                if 0 <= word < own:
                    answer[PAIRS.index(f"{role} {edge}"), word] = 1
    return answer


def _spans(examples: Sequence[Example], words: int, meanings: Mapping[str, Tensor]) -> tuple[Tensor, Tensor, Tensor]:
    spans = list(_known_spans(examples, meanings))
    pooling = torch.zeros((len(spans), words))
    for row, (_, first, last, _) in enumerate(spans):
        pooling[row, first:last] = 1 / (last - first)
    wanted = torch.stack([meanings[key].float() for *_, key in spans]) if spans else torch.zeros((0, 384))
    return torch.tensor([s[0] for s in spans], dtype=torch.int64), pooling, wanted


def _known_spans(examples: Sequence[Example], meanings: Mapping[str, Tensor]) -> Iterator[tuple[int, int, int, str]]:
    for number, example in enumerate(examples):
        for first, last, key in example.spans:
            if key in meanings:
                yield number, first, last, key
