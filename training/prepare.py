"""The sets become the diet of a fitting: one file with all texts, their labels, and what their contents mean.

    python -m training.prepare --base FOLDER --out diet.pickle.gz [--small 20]

`--base` is the folder of all-MiniLM-L6-v2, whose sentence embeddings the `meaning` head learns from; ONRECORD_DATA
names the data.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor

from benchmarks.annotations import load
from training import sets
from training.diet import Diet, save
from training.examples import Text
from training.network import Reader

_AT_ONCE = 48


def prepared(data: Path, base: Path, small: int | None = None) -> Diet:
    """The diet from the sets; `small` takes a few texts of each set only, to try the way."""
    rows = list(load(data, dev=False))
    ours: dict[str, list[Any]] = {}
    for one in rows:
        ours.setdefault(one.article.id, []).extend(one.statements)
    others = [one for one in rows if one.source != "polnear"]
    labelled = (sets.polnear(data, ours), sets.annotated(others), sets.named(data))
    fitted = [text for source in labelled for text in islice(source, small)]
    kept_out = (sets.polnear(data, ours, tuning=True), sets.named(data, tuning=True))
    watched = [text for source in kept_out for text in islice(source, small)]
    unlabelled = list(islice(sets.unlabelled(data, [one.article.id for one in others]), small))
    return Diet(fitted, watched, unlabelled, _meanings([*fitted, *watched], base))


def _meanings(found: Iterable[Text], base: Path) -> dict[str, Tensor]:
    """The sentence embedding (mean of the last layer, unit length) that all-MiniLM-L6-v2 gives each span by itself."""
    keys = {text[words.spans[a][0] : words.spans[b - 1][1]] for text, words, labels in found for a, b in labels.spans}
    return Sentences(base).embed(sorted(keys, key=lambda key: (len(key), key)))


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
            # A row by itself: rows of one tensor would each be written with all of it.
            found.update((one, row.clone()) for one, row in zip(some, means.half(), strict=True))
        return found


def main() -> None:
    """Write the diet."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--small", type=int, help="only that many texts of each set: to try the way")
    options = parser.parse_args()
    diet = prepared(Path(os.environ["ONRECORD_DATA"]), options.base, options.small)
    save(diet, options.out)
    print(f"{len(diet.fitted)} texts, {len(diet.watched)} watched, {len(diet.unlabelled)} without labels")


if __name__ == "__main__":
    main()
