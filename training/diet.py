"""What the network is fed: the texts of all sets with their labels, in one file, so that fitting needs no data set."""

from __future__ import annotations

import gzip
import pickle
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from torch import Tensor

from training.examples import Example, Text, examples_of


@dataclass(slots=True)
class Diet:
    """Texts that are fitted, texts kept out on which losses are watched, texts that only teachers label.

    `meanings` are the sentence embeddings (unit length, half precision) of the spans whose meaning is taught.
    """

    fitted: list[Text]
    watched: list[Text]
    unlabelled: list[Text]
    meanings: dict[str, Tensor]


def save(diet: Diet, path: Path) -> None:
    """Write a diet for `load`."""
    with gzip.open(path, "wb", compresslevel=6) as out:
        pickle.dump(diet, out, protocol=pickle.HIGHEST_PROTOCOL)


def load(path: Path) -> Diet:
    """A diet that was saved on one's own machine: a pickle is trusted."""
    with gzip.open(path, "rb") as lines:
        diet: Diet = pickle.load(lines)  # noqa: S301 - our own file
    return diet


def windows(found: Sequence[Text], shuffle: random.Random) -> list[Example]:
    """One round of windows, cut anew."""
    return [example for text, words, labels in found for example in examples_of(text, words, labels, shuffle)]
