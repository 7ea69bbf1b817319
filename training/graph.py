"""An ONNX graph written node by node: the products as onnxruntime does them fastest, in 8-bit integers or in floats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET, IR = 18, 9
_MICROSOFT = "com.microsoft"
"""onnxruntime's own operators, present in all its builds for processors."""
_OWN = frozenset("DynamicQuantizeMatMul FusedMatMul Gelu MultiHeadAttention QAttention".split())
_MOST = 127
_MOST_IN_PRODUCTS = 64
"""Two products of this and 255 fit in 16 bits, in which processors without VNNI add them up: all give the same sum."""
_SHARE = 0.8
"""How much of the unevenness of its inputs a matrix takes over: what rounding costs the shipped model least."""

SCALE, EVENED = "_scale", "_evened"
"""What the names of a matrix's scales, and of what its input is multiplied by, end in."""
Array = npt.NDArray[Any]
_Attribute = Any
"""A whole number, a float or several of them: what an operator takes beside its inputs."""


class Graph:
    """Nodes and constants; every method that adds a node gives the name of its output.

    `weights` are a fitted network's, by name, and `largest` the greatest size of each feature that goes into its linear
    parts (`training.smoothing`); without those, products are done in floats instead of 8-bit integers.
    """

    def __init__(self, weights: Mapping[str, Array], largest: Mapping[str, Array] | None) -> None:
        self.weights, self.largest = weights, largest
        self._nodes: list[onnx.NodeProto] = []
        self._constants: dict[str, onnx.TensorProto] = {}
        self._numbers = count(1)

    def node(self, kind: str, *inputs: str, outputs: int = 1, **attributes: _Attribute) -> list[str]:
        """One node with several outputs."""
        names = [f"{kind.lower()}{next(self._numbers)}" for _ in range(outputs)]
        domain = _MICROSOFT if kind in _OWN else ""
        self._nodes.append(helper.make_node(kind, inputs, names, name=names[0], domain=domain, **attributes))
        return names

    def op(self, kind: str, *inputs: str, **attributes: _Attribute) -> str:
        """One node with one output."""
        return self.node(kind, *inputs, **attributes)[0]

    def output(self, name: str, value: str) -> None:
        """Name a value as one of the graph's outputs."""
        self._nodes.append(helper.make_node("Identity", [value], [name], name=name))

    def constant(self, value: Array | Sequence[int] | float, name: str = "") -> str:
        """A constant; whole numbers are 64 bits wide, others 32, but for arrays of 8 bits."""
        array = np.asarray(value)
        if array.dtype != np.int8:
            array = array.astype(np.int64 if array.dtype.kind == "i" else np.float32)
        key = name or f"constant{next(self._numbers)}"
        self._constants[key] = numpy_helper.from_array(np.ascontiguousarray(array), key)
        return key

    def weight(self, name: str) -> str:
        """One of the weights as it is."""
        return name if name in self._constants else self.constant(self.weights[name], name)

    def embedded(self, name: str, ids: str) -> str:
        """The rows of a table of embeddings, which is stored in 8 bits with a scale for each row."""
        table = self.weights[name]
        if self.largest is None:
            return self.op("Gather", self.weight(name), ids)
        rows, scales = quantised(table.T, _MOST)
        rows_at = self.op("Gather", self.constant(rows.T, name), ids)
        scales_at = self.op("Gather", self.constant(scales[:, None], f"{name}{SCALE}"), ids)
        return self.op("Mul", self.op("Cast", rows_at, to=TensorProto.FLOAT), scales_at)

    def linear(self, x: str, *names: str, precise: bool = False) -> str:
        """A product with a weight, and a bias added; of several, side by side. `precise`: in floats in any case."""
        bias = self._bias(names)
        if self.largest is None or precise:
            key, weight = self._side_by_side(names)
            return self.op("Add", self.op("MatMul", x, self.constant(weight, key)), bias)
        return self.op("DynamicQuantizeMatMul", *self._evened(x, names), bias)

    def attended(self, x: str, prefix: str, heads: int, width: int) -> str:
        """Self-attention of (pieces, width), with query, key and value in one product."""
        parts = [f"{prefix}{name}" for name in ("query", "key", "value")]
        one = self.constant([1, -1, width])
        if self.largest is None:
            three = self.node("Split", self.linear(x, *parts), outputs=3, axis=-1, num_outputs=3)
            mixed = self.op("MultiHeadAttention", *(self.op("Reshape", y, one) for y in three), num_heads=heads)
            return self.op("Reshape", mixed, self.constant([-1, width]))
        even, stored, scale, zero = self._evened(x, parts)
        bias = self._bias(parts)
        rounded, its_scale, its_zero = self.node("DynamicQuantizeLinear", self.op("Reshape", even, one), outputs=3)
        mixed = self.op("QAttention", rounded, stored, bias, its_scale, scale, "", its_zero, zero, num_heads=heads)
        return self.op("Reshape", mixed, self.constant([-1, width]))

    def _side_by_side(self, names: Sequence[str]) -> tuple[str, Array]:
        """The matrix (in, out) of some linear parts, and its name."""
        return f"{'+'.join(names)}.weight", np.concatenate([self.weights[f"{name}.weight"].T for name in names], axis=1)

    def _bias(self, names: Sequence[str]) -> str:
        return self.constant(
            np.concatenate([self.weights[f"{name}.bias"] for name in names]), f"{'+'.join(names)}.bias"
        )

    def _evened(self, x: str, names: Sequence[str]) -> tuple[str, str, str, str]:
        """The input divided feature by feature, the matrix multiplied by as much, and its scales and zero points."""
        assert self.largest is not None
        key, weight = self._side_by_side(names)
        factors = evening(self.largest[names[0]], weight)
        rounded, scales = quantised(weight * factors[:, None], _MOST_IN_PRODUCTS)
        return (
            self.op("Mul", x, self.constant(1 / factors, f"{key}{EVENED}")),
            self.constant(rounded, key),
            self.constant(scales, f"{key}{SCALE}"),
            self.constant(np.zeros(len(scales), np.int8)),
        )

    def norm(self, x: str, name: str) -> str:
        """Layer normalisation with a scale and a shift."""
        scale, shift = self.weight(f"{name}.weight"), self.weight(f"{name}.bias")
        return self.op("LayerNormalization", x, scale, shift, axis=-1, epsilon=1e-12)

    def model(self, inputs: Mapping[str, str], outputs: Mapping[str, int]) -> onnx.ModelProto:
        """The whole: inputs of whole numbers by the name of their only dimension, outputs by their type."""
        graph = helper.make_graph(
            self._nodes,
            "reader",
            [helper.make_tensor_value_info(name, TensorProto.INT64, [of]) for name, of in inputs.items()],
            [helper.make_tensor_value_info(name, kind, None) for name, kind in outputs.items()],
            list(self._constants.values()),
        )
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(_MICROSOFT, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=IR)


def evening(largest: Array, weight: Array) -> Array:
    """What to divide features (in) by that get as large as this, before a product with a matrix (in, out)."""
    rows = np.maximum(np.abs(weight).max(axis=1), 1e-6)
    found = np.maximum(largest, 1e-6) ** _SHARE / rows ** (1 - _SHARE)
    return (found / np.exp(np.log(found).mean())).astype(np.float32)


def quantised(weight: Array, most: int) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    """(in, out) floats as whole numbers of at most this size, and the scale of each column."""
    scales = np.maximum(np.abs(weight).max(axis=0), 1e-12) / most
    return np.clip(np.round(weight / scales), -most, most).astype(np.int8), scales.astype(np.float32)
