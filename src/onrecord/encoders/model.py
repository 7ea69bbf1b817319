"""The reader's model: one ONNX file in the package, loaded once, at use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from onrecord.encoders.labels import NAMES, ROLES
from onrecord.encoders.windows import ADVICE, Window, Words, folder, windows_of, words_of
from onrecord.errors import ModelError
from onrecord.model import Span, sha256

OUTPUTS = ("roles", "cues", "pairs", "names", "force", "meaning")
"""What the model says of a window: `cues` are the words that may belong to one, and `pairs` (kinds, cues, words)."""
Floats = npt.NDArray[np.float32]
CUES = (ROLES.index("B-cue"), ROLES.index("I-cue"))
MAY_BE_CUE = 0.05
"""The least probability of a word being part of a cue with which the model says what belongs to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What goes with a model's weights: set after fitting, on documents kept for it (`training/tune.py`).

    `cue` is the least probability of being a cue, `content` of belonging to one. In log-odds: `labels` and `edges` are
    how much a word's own labels, and what the cue says of it, count for where a span begins and ends; `piece` is what
    each piece of a content costs, `other_cue` what it costs it to hold a surely other cue; a source worth no more than
    `sourceless` is none. `slope` and `intercept` turn the log-odds of a score into those of being right. `lexicon` is
    how much the lexicon's guess of an act counts beside the model's log-odds.
    """

    cue: float = 0.5
    content: float = 0.0
    labels: float = 0.5
    edges: float = 0.5
    piece: float = 1.0
    other_cue: float = 3.0
    sourceless: float = 0.0
    slope: float = 1.0
    intercept: float = 0.0
    lexicon: float = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The file that comes with a model: its name with a version, its content's hash, and its settings."""

    name: str
    sha256: str
    settings: Settings


@dataclass(frozen=True, slots=True)
class Seen:
    """What the model says of a text's words, in log-probabilities or logits.

    `roles` and `names` (words, labels) are log-probabilities, `force` (words, labels) logits, `meaning` (words, width).
    `links` has, for each word that may belong to a cue, the first word of its window and (kinds of pairs, words of
    the window) logits.
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
    own = range(window.own - window.first, window.last - window.first)
    return [
        (window.first + word, (window.first, np.ascontiguousarray(outputs["pairs"][:, number])))
        for number, word in enumerate(outputs["cues"].tolist())
        if word in own
    ]


def _log_softmax(logits: Floats) -> Floats:
    shifted: Floats = logits - logits.max(axis=-1, keepdims=True)
    shifted -= np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return shifted


@cache
def session() -> Any:  # noqa: ANN401 - onnxruntime's
    """The model's session, on one thread, so that the same text gives the same reading on every run."""
    import onnxruntime  # noqa: PLC0415 - heavy: at use

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(_content(), options, providers=["CPUExecutionProvider"])
    except ModelError:
        raise
    except Exception as error:
        raise ModelError(f"the reader's model can't be loaded ({type(error).__name__}): {ADVICE}") from error


def _content() -> bytes:
    """The model file's bytes, if they are what was shipped: a damaged model would read wrongly in silence."""
    path = folder().joinpath("reader.onnx")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelError(f"the reader's model {path} is missing or can't be read: {ADVICE}") from error
    if sha256(content) != about().sha256:
        raise ModelError(f"the reader's model {path} is damaged: {ADVICE}")
    return content


@cache
def about() -> About:
    """What the shipped model is; ModelError where that can't be told."""
    path = folder().joinpath("reader.json")
    try:
        return msgspec.json.decode(path.read_bytes(), type=About)
    except (OSError, msgspec.MsgspecError) as error:
        raise ModelError(f"{path}, which describes the reader's model, is missing or damaged: {ADVICE}") from error
