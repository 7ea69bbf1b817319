"""A fitted network becomes the shipped model: ONNX, int8, checked against the float network.

    python -m training.export model.pt --out src/onrecord/data

Weights of matrix products and embeddings are stored as 8-bit integers, a scale for each output channel; activations are
scaled window by window as they come (dynamic quantisation), so that a window's result never depends on others.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from onrecord.encoders.model import OUTPUTS
from onrecord.model import sha256
from training.network import Reader

OPSET = 18
NAME = "reader"
_FULL_PRECISION = ("roles", "names", "force", "asks", "answers")
"""Heads stay in float: they are small, and their outputs are what is read."""


class OneWindow(nn.Module):
    """The network for a single window without padding: what the shipped model computes."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, cases: Tensor, heads: Tensor) -> tuple[Tensor, ...]:
        """(pieces), (pieces), (words) -> roles, pairs, names, force, meaning without the batch dimension."""
        outputs = self.reader(ids[None], cases[None], heads[None])
        return tuple(output[0] for output in outputs)


def export(weights: Path, out: Path, version: str) -> Path:
    """Write `reader.onnx` and `reader.json` (name, hash, settings to be tuned) into `out`."""
    reader = Reader()
    reader.load_state_dict(torch.load(weights))
    with tempfile.TemporaryDirectory() as folder:
        full, optimised = Path(folder) / "full.onnx", Path(folder) / "optimised.onnx"
        write_float(reader, full)
        _optimised(full, optimised)
        target = out / f"{NAME}.onnx"
        quantize(optimised, target)
    content = target.read_bytes()
    about = {"name": f"{NAME}-{version}", "sha256": sha256(content), "settings": {}}
    (out / f"{NAME}.json").write_text(json.dumps(about, indent=2) + "\n", encoding="utf-8")
    return target


def write_float(reader: Reader, target: Path) -> None:
    """The network as it is, in 32-bit floats."""
    window = OneWindow(reader).eval()
    pieces, words = 17, 11
    example = (torch.arange(pieces) + 1000, torch.ones(pieces, dtype=torch.int64), torch.arange(words))
    torch.onnx.export(
        window,
        example,
        str(target),
        input_names=["ids", "cases", "heads"],
        output_names=list(OUTPUTS),
        dynamic_axes={"ids": {0: "pieces"}, "cases": {0: "pieces"}, "heads": {0: "words"}},
        opset_version=OPSET,
        dynamo=False,
    )


def _optimised(source: Path, target: Path) -> None:
    """With constants folded and nodes fused as far as holds on any processor."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.optimized_model_filepath = str(target)
    onnxruntime.InferenceSession(str(source), options, providers=["CPUExecutionProvider"])


def quantize(source: Path, target: Path) -> None:
    """Weights as 8-bit integers, but for the small heads."""
    graph = onnx.load(source).graph
    kept = [
        n.name
        for n in graph.node
        if n.op_type in {"MatMul", "Gemm"} and any(f"/{head}/" in n.name for head in _FULL_PRECISION)
    ]
    quantize_dynamic(
        source,
        target,
        op_types_to_quantize=["MatMul", "Gather"],
        per_channel=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=kept,
        extra_options={"MatMulConstBOnly": True},
    )


def main() -> None:
    """Export one file of weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--version", default="1")
    options = parser.parse_args()
    target = export(options.weights, options.out, options.version)
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
