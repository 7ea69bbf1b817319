"""A fitted network becomes the shipped model: ONNX, int8.

    python -m training.export model.pt --out src/onrecord/data

Weights of matrix products and embeddings are stored as 8-bit integers, a scale for each output channel; activations are
made even, feature by feature, and scaled window by window as they come (dynamic quantisation): a window's result never
depends on others. The weights may be those of an exported model, whose 8-bit integers become floats for it.

The model reads one window and does no more than is asked: the last layer is worked out for the first piece of each word
only, pairs for the words that may belong to a cue only, and what isn't read as a name counts as none.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import onnx
from onnx import TensorProto

from onrecord.encoders.labels import NAMES, PAIRS
from onrecord.encoders.model import CUES, MAY_BE_CUE, OUTPUTS
from onrecord.model import sha256
from training.examples import NAMES_TAUGHT
from training.graph import Graph
from training.network import ATTENTION, LAYERS, PAIR_WIDTH, WIDTH, Reader
from training.smoothing import largest_inputs

NAME = "reader"
_PER_HEAD = WIDTH // ATTENTION


def reader_model(network: Reader, *, exact: bool = False) -> onnx.ModelProto:
    """What the network computes for one window; `exact` in floats instead of 8-bit integers."""
    weights = {name: value.float().numpy() for name, value in network.state_dict().items()}
    graph = Graph(weights, None if exact else largest_inputs(network))
    x = _embedded(graph)
    for number in range(LAYERS - 1):
        prefix = f"layers.{number}."
        x = _rest(graph, prefix, x, graph.attended(x, prefix, ATTENTION, WIDTH))
    prefix = f"layers.{LAYERS - 1}."
    words = graph.op("Gather", x, "heads")
    words = _rest(graph, prefix, words, _last_attended(graph, prefix, x, words))
    _heads(graph, words)
    kinds = {name: TensorProto.INT64 if name == "cues" else TensorProto.FLOAT for name in OUTPUTS}
    return graph.model({"ids": "pieces", "cases": "pieces", "heads": "words"}, kinds)


def _embedded(graph: Graph) -> str:
    pieces = graph.op("Shape", "ids")
    where = graph.constant(graph.weights["positions.weight"] + graph.weights["segment"], "positions+segment")
    places = graph.op("Slice", where, graph.constant([0]), pieces, graph.constant([0]))
    cases = graph.op("Gather", graph.weight("cases.weight"), "cases")
    return graph.norm(graph.op("Add", graph.op("Add", graph.embedded("words.weight", "ids"), cases), places), "norm")


def _rest(graph: Graph, prefix: str, x: str, attended: str) -> str:
    """A layer after its attention."""
    x = graph.norm(graph.op("Add", x, graph.linear(attended, f"{prefix}out")), f"{prefix}norm_attention")
    inner = graph.op("Gelu", graph.linear(x, f"{prefix}up"))
    return graph.norm(graph.op("Add", x, graph.linear(inner, f"{prefix}down")), f"{prefix}norm_out")


def _last_attended(graph: Graph, prefix: str, x: str, words: str) -> str:
    """What the words (words, WIDTH) attend to among all pieces (pieces, WIDTH)."""
    split = graph.constant([-1, ATTENTION, _PER_HEAD])

    def heads(y: str, order: tuple[int, int, int]) -> str:
        return graph.op("Transpose", graph.op("Reshape", y, split), perm=order)

    both = graph.linear(x, f"{prefix}key", f"{prefix}value")
    key, value = graph.node("Split", both, outputs=2, axis=-1, num_outputs=2)
    asked, given = heads(graph.linear(words, f"{prefix}query"), (1, 0, 2)), heads(key, (1, 2, 0))
    scores = graph.op("Softmax", graph.op("FusedMatMul", asked, given, alpha=_PER_HEAD**-0.5), axis=-1)
    mixed = graph.op("Transpose", graph.op("MatMul", scores, heads(value, (1, 0, 2))), perm=(1, 0, 2))
    return graph.op("Reshape", mixed, graph.constant([-1, WIDTH]))


def _heads(graph: Graph, words: str) -> None:
    roles = graph.linear(words, "roles", precise=True)
    cues = _cues(graph, roles)
    split = graph.constant([-1, len(PAIRS), PAIR_WIDTH])
    asks = graph.op("Reshape", graph.linear(graph.op("Gather", words, cues), "asks", precise=True), split)
    answers = graph.op("Reshape", graph.linear(words, "answers"), split)
    asks, answers = graph.op("Transpose", asks, perm=(1, 0, 2)), graph.op("Transpose", answers, perm=(1, 2, 0))
    pairs = graph.op("FusedMatMul", asks, answers, alpha=PAIR_WIDTH**-0.5)
    bias = graph.constant(graph.weights["bias"][:, None, None], "bias")
    graph.output("roles", roles)
    graph.output("cues", cues)
    graph.output("pairs", graph.op("Add", pairs, bias))
    graph.output("names", _names(graph, graph.linear(words, "names", precise=True)))
    graph.output("force", graph.linear(words, "force", precise=True))
    graph.output("meaning", graph.linear(words, "meaning"))


def _cues(graph: Graph, roles: str) -> str:
    """The words that may belong to a cue."""
    chances = graph.op("Gather", graph.op("Softmax", roles, axis=-1), graph.constant(CUES), axis=1)
    chance = graph.op("ReduceSum", chances, graph.constant([1]), keepdims=0)
    found = graph.op("NonZero", graph.op("Greater", chance, graph.constant(MAY_BE_CUE)))
    return graph.op("Squeeze", found, graph.constant([0]))


def _names(graph: Graph, taught: str) -> str:
    """Of what is taught, what is read as a name; all else (no name, a people, an event) becomes one label, none."""
    none = [0, *range(len(NAMES), len(NAMES_TAUGHT))]
    others = graph.op("Gather", taught, graph.constant(none), axis=1)
    rest = graph.op("Gather", taught, graph.constant(range(1, len(NAMES))), axis=1)
    return graph.op("Concat", graph.op("ReduceLogSumExp", others, graph.constant([1]), keepdims=1), rest, axis=1)


def export(weights: Path, out: Path, version: str) -> Path:
    """Write `reader.onnx` and `reader.json` (name, hash, settings to be tuned) into `out`."""
    content = reader_model(Reader.of(weights)).SerializeToString()
    target = out / f"{NAME}.onnx"
    target.write_bytes(content)
    about: dict[str, Any] = {"name": f"{NAME}-{version}", "sha256": sha256(content), "settings": {}}
    (out / f"{NAME}.json").write_text(json.dumps(about, indent=2) + "\n", encoding="utf-8")
    return target


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
