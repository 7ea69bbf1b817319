"""Rounds of batches, made ahead in other processes: windows of like length together, as many pieces in each batch."""

from __future__ import annotations

import pickle
import random
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from typing import Self

from training.batches import Batch, collate
from training.diet import Diet, windows
from training.examples import Example

PIECES = 2560
"""Pieces of a batch, padding counted."""
_POOL = 60


class Rounds:
    """All rounds of a fitting, one after the other, each with the diet's windows cut anew and in an order of its own.

    The processes that make them, `ahead` in number, are forked when this is entered and share the diet.
    """

    def __init__(self, diet: Diet, seed: int, count: int, ahead: int, *, unlabelled: bool) -> None:
        self._names = [f"{seed} {number}" for number in range(count)]
        self._ahead, self._make = ahead, partial(_round, unlabelled=unlabelled)
        self._pool = ProcessPoolExecutor(ahead, get_context("fork"), _share, (diet,))

    def __enter__(self) -> Self:
        self._waiting = [self._pool.submit(self._make, name) for name in self._names[: self._ahead]]
        self._next = pickle.loads(self._waiting.pop(0).result())  # noqa: S301 - our own
        self.steps = len(self._next) * len(self._names)
        """About how many batches there are in all: a round more or less has some more or fewer."""
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def __iter__(self) -> Iterator[list[Batch]]:
        for name in self._names[self._ahead :]:
            self._waiting.append(self._pool.submit(self._make, name))
            yield self._next
            self._next = pickle.loads(self._waiting.pop(0).result())  # noqa: S301
        yield self._next
        for one in self._waiting:
            yield pickle.loads(one.result())  # noqa: S301


def grouped(examples: Sequence[Example], shuffle: random.Random) -> list[list[Example]]:
    """All examples once, by batches, in an order of their own."""
    order = list(examples)
    shuffle.shuffle(order)
    found: list[list[Example]] = []
    for at in range(0, len(order), _POOL):
        pool = sorted(order[at : at + _POOL], key=lambda e: len(e.window.ids))
        current: list[Example] = []
        for example in pool:
            if current and len(example.window.ids) * (len(current) + 1) > PIECES:
                found.append(current)
                current = []
            current.append(example)
        found.append(current)
    shuffle.shuffle(found)
    return found


_shared: Diet


def _share(diet: Diet) -> None:
    global _shared  # noqa: PLW0603 - set once, where the process begins
    _shared = diet


def _round(name: str, *, unlabelled: bool) -> bytes:
    """A round's batches, pickled: a tensor that is handed over by itself would take a file handle each."""
    shuffle = random.Random(name)
    cut = windows(_shared.fitted + (_shared.unlabelled if unlabelled else []), shuffle)
    made = [collate(some, _shared.meanings) for some in grouped(cut, shuffle)]
    return pickle.dumps(made, protocol=pickle.HIGHEST_PROTOCOL)
