"""The weights of an exported model as floats again, to go on fitting from: a fitted network's own file isn't kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training.graph import EVENED, SCALE

_TABLES = ("words", "positions", "cases")


def exported_weights(path: Path) -> dict[str, Tensor]:
    """The state of `training.network.Reader` from what `training.export` wrote; ValueError for another model."""
    stored: dict[str, Any] = {one.name: numpy_helper.to_array(one) for one in onnx.load(path).graph.initializer}
    if "words.weight" not in stored or "positions+segment" not in stored:
        raise ValueError(f"{path} is no exported reader, or one of before reader-4")
    found = dict(_parameters(stored))
    return {name: torch.from_numpy(np.array(value, np.float32)) for name, value in found.items()}


def _parameters(stored: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    places = stored.pop("positions+segment")
    yield "positions.weight", places
    yield "segment", np.zeros_like(places[0])
    yield "bias", stored.pop("bias").ravel()
    for name, value in stored.items():
        owners, _, part = name.rpartition(".")
        if part not in {"weight", "bias"}:
            continue
        whole = value.astype(np.float32) * stored.get(f"{name}{SCALE}", 1)
        if f"{name}{EVENED}" in stored:
            whole = whole * stored[f"{name}{EVENED}"][:, None]
        # Products are stored the other way round, and some of them side by side.
        turned = whole.T if whole.ndim > 1 and owners not in _TABLES else whole
        names = owners.split("+")
        for owner, one in zip(names, np.split(turned, len(names)), strict=True):
            yield f"{owner}.{part}", one
