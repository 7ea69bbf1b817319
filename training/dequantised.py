"""The weights of an exported model as floats again, to go on fitting from: a fitted network's own file isn't kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

_PREFIX = "reader."


def exported_weights(path: Path) -> dict[str, Tensor]:
    """The state of `training.network.Reader` from an exported model; ValueError where it is something else."""
    graph = onnx.load(path).graph
    stored: dict[str, Any] = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    known = {name: value for name, value in stored.items() if name.startswith(_PREFIX) and value.dtype == np.float32}
    for name in [name for name in stored if name.startswith(_PREFIX) and name.endswith("_quantized")]:
        known[name.removesuffix("_quantized")] = _floats(stored, name.removesuffix("_quantized"))
    for node in graph.node:
        weight = next((name for name in node.input if name.startswith("onnx::MatMul_")), None)
        if weight and node.op_type in {"MatMul", "MatMulInteger"}:
            key = weight.removesuffix("_quantized")
            value = _floats(stored, key) if weight != key else stored[weight]
            # The node /reader/layers.0/query/MatMul_quant has reader.layers.0.query.weight, the other way round.
            known[".".join(node.name.strip("/").split("/")[:-1]) + ".weight"] = value.T
        elif node.op_type == "Add" and any(name.startswith("onnx::Add_") for name in node.input):
            known[f"{_PREFIX}bias"] = next(stored[name] for name in node.input if name.startswith("onnx::Add_")).ravel()
    if f"{_PREFIX}words.weight" not in known:
        raise ValueError(f"{path} is no exported reader")
    kept = {n: v for n, v in known.items() if not n.endswith(("_scale", "_zero_point"))}
    return {n.removeprefix(_PREFIX): torch.from_numpy(np.array(v, np.float32)) for n, v in kept.items()}


def _floats(stored: dict[str, Any], name: str) -> Any:  # noqa: ANN401 - an array
    whole = stored[f"{name}_quantized"].astype(np.float32) - stored[f"{name}_zero_point"].astype(np.float32)
    return whole * stored[f"{name}_scale"]
