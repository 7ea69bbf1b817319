"""What the network is fed: which sets, in what mix, and the sentence embeddings that its `meaning` head learns from."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor

from benchmarks.annotations import load
from training.examples import Example, Text, annotated, examples_of, named, polnear
from training.network import Reader

NAMES_SHARE = 0.5
"""Share of the texts with nothing but names that a round takes: they are as many as those with attributions."""
_AT_ONCE = 48


def texts(data: Path, small: int = 0) -> list[Text]:
    """All texts that are learned from, with their labels; `small` takes a few of each set only."""
    found: list[Text] = []
    rows = list(load(data, dev=False))
    ours: dict[str, list[Any]] = {}
    for one in rows:
        ours.setdefault(one.article.id, []).extend(one.statements)
    others = [one for one in rows if one.source != "polnear"]
    for source in (polnear(data, ours), annotated(others), named(data)):
        for number, text in enumerate(source):
            if small and number >= small:
                break
            found.append(text)
    return found


def windows(found: Sequence[Text], shuffle: random.Random) -> list[Example]:
    """One round of windows, cut anew."""
    return [
        example
        for text, words, labels in found
        if labels.roles is not None or shuffle.random() < NAMES_SHARE
        for example in examples_of(text, words, labels, shuffle)
    ]


def meanings(found: Sequence[Text], base: Path, kept: Path) -> dict[str, Tensor]:
    """The sentence embedding (mean of the last layer, unit length) that all-MiniLM-L6-v2 gives each span by itself.

    They take minutes: those already in the file `kept` are taken from there.
    """
    known: dict[str, Tensor] = torch.load(kept) if kept.exists() else {}
    keys = dict.fromkeys(
        text[words.spans[a][0] : words.spans[b - 1][1]] for text, words, labels in found for a, b in labels.spans
    )
    new = [key for key in keys if key not in known]
    if new:
        known |= Sentences(base).embed(sorted(new, key=len))
        torch.save(known, kept)
    return known


class Sentences:
    """all-MiniLM-L6-v2 as it is published."""

    def __init__(self, base: Path) -> None:
        self.network = Reader()
        self.network.start_from(base)
        self.network.eval()
        self.tokenizer: Any = Tokenizer.from_file(str(base / "tokenizer.json"))
        self.tokenizer.enable_truncation(128)
        self.tokenizer.enable_padding()

    @torch.no_grad()
    def embed(self, sentences: Sequence[str]) -> dict[str, Tensor]:
        """Unit vectors in half precision by sentence; give them by length, since they are padded together."""
        found: dict[str, Tensor] = {}
        for at in range(0, len(sentences), _AT_ONCE):
            some = sentences[at : at + _AT_ONCE]
            encoded = self.tokenizer.encode_batch(some)
            ids = torch.tensor([e.ids for e in encoded])
            mask = torch.tensor([e.attention_mask for e in encoded]).bool()
            everywhere = torch.arange(ids.shape[1]).expand_as(ids)
            states = self.network(ids, torch.zeros_like(ids), everywhere, mask)[4]
            weights = mask[..., None].float()
            means = torch.nn.functional.normalize((states * weights).sum(1) / weights.sum(1), dim=1)
            found.update(zip(some, means.half(), strict=True))
        return found
