"""How large what goes into each product gets, so that it can be made even before it is rounded to 8 bits.

A few features of an encoder's states are ten times as large as the rest, which then share few of the 256 steps
(SmoothQuant: Xiao et al., ICML 2023). `training.graph` divides each feature by about its greatest value.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import torch
from torch import Tensor, nn

from benchmarks import polnear
from onrecord.encoders.windows import Window, windows_of, words_of
from training.graph import Array
from training.network import Reader

_ONE_IN = 10


def largest_inputs(network: Reader) -> dict[str, Array]:
    """Of each linear part, by name, the greatest size of each feature of its input (in), on some training texts."""
    largest: dict[str, Tensor] = {}
    parts = {name: part for name, part in network.named_modules() if isinstance(part, nn.Linear)}
    hooks = [part.register_forward_pre_hook(partial(_note, largest, name)) for name, part in parts.items()]
    network.eval()
    with torch.no_grad():
        for window in _windows():
            network(*(torch.from_numpy(part)[None] for part in (window.ids, window.cases, window.heads)))
    for hook in hooks:
        hook.remove()
    return {name: found.numpy() for name, found in largest.items()}


def _note(largest: dict[str, Tensor], name: str, _: nn.Module, given: tuple[Tensor]) -> None:
    now = given[0].abs().flatten(0, -2).amax(0)
    largest[name] = torch.maximum(largest.get(name, now), now)


def _windows() -> Iterator[Window]:
    documents = polnear.load(Path(os.environ["ONRECORD_DATA"]), "train").values()
    for article in map(polnear.as_article, list(documents)[::_ONE_IN]):
        yield from windows_of(words_of(article.text, [(block.start, block.end) for block in article.blocks]))
