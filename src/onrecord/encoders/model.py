"""The reader's model: one ONNX file in the package, loaded once, at use."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
import numpy.typing as npt

from onrecord.encoders.labels import NAMES, ROLES
from onrecord.encoders.windows import Window, Words, windows_of, words_of
from onrecord.errors import ModelError
from onrecord.model import Span

OUTPUTS = ("roles", "pairs", "names", "force", "meaning")
Floats = npt.NDArray[np.float32]
_CUES = (ROLES.index("B-cue"), ROLES.index("I-cue"))
_MAY_BE_CUE = 0.05
_ADVICE = "install onrecord again, or read by rules (--reader rules)"


@dataclass(frozen=True, slots=True)
class Seen:
    """What the model says of a text's words, in log-probabilities or logits.

    `roles` and `names` (words, labels) are log-probabilities, `force` (words, labels) logits, `meaning` (words, width).
    `links` has, for each word that may belong to a cue, the first word of its window and (2, words of the window) logits of
    their belonging to its source and its content.
    """

    words: Words
    roles: Floats
    names: Floats
    force: Floats
    meaning: Floats
    links: dict[int, tuple[int, Floats]]


def see(text: str, paragraphs: Sequence[Span]) -> Seen:
    """Run the model over the paragraphs of a text; ModelError where it's missing or damaged."""
    words = words_of(text, paragraphs)
    parts = [(window, _run(window)) for window in windows_of(words)]
    links = {word: link for window, outputs in parts for word, link in _links(window, outputs)}
    joined = {
        name: np.concatenate([outputs[name][window.own - window.first :] for window, outputs in parts])
        if parts
        else np.zeros((0, width), np.float32)
        for name, width in (("roles", len(ROLES)), ("names", len(NAMES)), ("force", 0), ("meaning", 0))
    }
    return Seen(words, joined["roles"], joined["names"], joined["force"], joined["meaning"], links)


def _run(window: Window) -> dict[str, Floats]:
    feed = {"ids": window.ids, "cases": window.cases, "heads": window.heads}
    outputs: dict[str, Floats] = dict(zip(OUTPUTS, session().run(OUTPUTS, feed), strict=True))
    return outputs | {name: _log_softmax(outputs[name]) for name in ("roles", "names")}


def _links(window: Window, outputs: dict[str, Floats]) -> list[tuple[int, tuple[int, Floats]]]:
    cue = np.exp(outputs["roles"][:, _CUES]).sum(axis=1)
    own = range(window.own - window.first, window.last - window.first)
    return [
        (window.first + i, (window.first, np.ascontiguousarray(outputs["pairs"][:, i])))
        for i in own
        if cue[i] > _MAY_BE_CUE
    ]


def _log_softmax(logits: Floats) -> Floats:
    shifted = logits - logits.max(axis=-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))


@cache
def session() -> Any:
    """The model's session, on one thread, so that the same text gives the same reading on every run."""
    import onnxruntime  # noqa: PLC0415 - heavy: at use

    content = _checked(resources.files("onrecord.data"))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise ModelError(f"the reader's model can't be loaded ({type(error).__name__}): {_ADVICE}") from error


def _checked(folder: Traversable) -> bytes:
    """The model file's content, if it is what was shipped: a damaged one would read wrongly in silence."""
    path = folder.joinpath("reader.onnx")
    try:
        content, about = path.read_bytes(), json.loads(folder.joinpath("reader.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"the reader's model {path} is missing or can't be read: {_ADVICE}") from error
    if hashlib.sha256(content).hexdigest() != about.get("sha256"):
        raise ModelError(f"the reader's model {path} is damaged: {_ADVICE}")
    return content


@cache
def model_name() -> str:
    """Name and version of the shipped model."""
    about = json.loads(resources.files("onrecord.data").joinpath("reader.json").read_text(encoding="utf-8"))
    return str(about["name"])
