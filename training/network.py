"""The reader's network: a small BERT encoder with letter case, and one head for each thing that is read.

The encoder is that of all-MiniLM-L6-v2 (6 layers of 384, uncased) with an added embedding of letter case. All heads
work on the first piece of each word:

- `roles`: source, cue and content as BIO labels;
- `pairs`: for every two words i and j how much j belongs to the source, and to the content, of a cue that i belongs to,
  and how much either begins and ends there (scaled dot products of two projections, as in biaffine dependency parsing:
  Dozat and Manning, ICLR 2017);
- `names`: person, organisation, place, and what else bears a name, as BIO labels;
- `force`: act, certainty and polarity of a cue's or an assertion's word;
- `meaning`: a projection whose mean over the words of a span stands near the sentence embedding that
  all-MiniLM-L6-v2 gives the span by itself.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from onrecord.encoders.labels import BELONGS, FORCE, PAIRS, ROLES
from onrecord.encoders.windows import CASES
from training.dequantised import exported_weights
from training.examples import NAMES_TAUGHT

WIDTH, LAYERS, ATTENTION, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
PAIR_WIDTH = 64


def dropout(x: Tensor, share: float, *, training: bool) -> Tensor:
    """Features dropped for a whole window at once: many times cheaper on a CPU than a mask for each word."""
    if not training or not share:
        return x
    kept = torch.rand(x.shape[0], 1, x.shape[2], device=x.device) >= share
    return x * kept.to(x.dtype) / (1 - share)


class Layer(nn.Module):
    """One transformer layer of BERT (post-norm)."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm_attention, self.norm_out = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)

    def forward(self, x: Tensor, mask: Tensor | None, drop: float) -> Tensor:
        """(batch, pieces, WIDTH) -> the same shape; `mask` (batch, 1, 1, pieces) is true where there is one."""
        batch, length, _ = x.shape

        def heads(y: Tensor) -> Tensor:
            return y.view(batch, length, ATTENTION, WIDTH // ATTENTION).transpose(1, 2)

        attended = functional.scaled_dot_product_attention(
            heads(self.query(x)), heads(self.key(x)), heads(self.value(x)), attn_mask=mask
        )
        mixed = self.out(attended.transpose(1, 2).reshape(batch, length, WIDTH))
        x = self.norm_attention(x + dropout(mixed, drop, training=self.training))
        inner = self.down(functional.gelu(self.up(x)))
        return self.norm_out(x + dropout(inner, drop, training=self.training))


class Reader(nn.Module):
    """Encoder and heads."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self.positions = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.segment = nn.Parameter(torch.zeros(WIDTH))
        self.cases = nn.Embedding(CASES, WIDTH)
        nn.init.zeros_(self.cases.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.roles, self.names, self.force = (nn.Linear(WIDTH, n) for n in (len(ROLES), len(NAMES_TAUGHT), len(FORCE)))
        self.asks, self.answers = (nn.Linear(WIDTH, len(PAIRS) * PAIR_WIDTH) for _ in range(2))
        self.bias = nn.Parameter(torch.tensor([-2.0] * BELONGS + [-4.0] * (len(PAIRS) - BELONGS)))
        self.meaning = nn.Linear(WIDTH, WIDTH)
        nn.init.eye_(self.meaning.weight)
        nn.init.zeros_(self.meaning.bias)

    def forward(
        self, ids: Tensor, cases: Tensor, heads: Tensor, mask: Tensor | None = None, drop: float = 0.1
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """(batch, pieces) ids and cases, (batch, words) places of first pieces -> roles, pairs, names, force, meaning.

        Logits of shape (batch, words, labels), pairs (batch, kinds, words, words), meaning (batch, words, WIDTH).
        """
        words = self.words_seen(ids, cases, heads, mask, drop)
        meaning = self.meaning(words)
        words = dropout(words, drop, training=self.training)
        return self.roles(words), self._pairs(words), self.names(words), self.force(words), meaning

    def words_seen(
        self, ids: Tensor, cases: Tensor, heads: Tensor, mask: Tensor | None = None, drop: float = 0.1
    ) -> Tensor:
        """What the encoder makes of each word (batch, words, WIDTH), from what `forward` is given."""
        where = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(where)[None] + self.segment + self.cases(cases)
        x = dropout(self.norm(x), drop, training=self.training)
        real = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, real, drop)
        return x.gather(1, heads[:, :, None].expand(-1, -1, WIDTH))

    def _pairs(self, words: Tensor) -> Tensor:
        batch, length, _ = words.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, length, len(PAIRS), PAIR_WIDTH).transpose(1, 2)

        scores = split(self.asks(words)) @ split(self.answers(words)).transpose(2, 3)
        return scores / PAIR_WIDTH**0.5 + self.bias[None, :, None, None]

    @classmethod
    def of(cls, path: Path) -> Reader:
        """A fitted network, or an exported model's (`go_on_from`)."""
        network = cls()
        network.go_on_from(path)
        return network

    def start_from(self, folder: Path) -> None:
        """Take the encoder's weights from `model.safetensors` of all-MiniLM-L6-v2."""
        given = load_file(folder / "model.safetensors")
        mine: dict[str, Any] = {
            "words.weight": given["embeddings.word_embeddings.weight"],
            "positions.weight": given["embeddings.position_embeddings.weight"],
            "segment": given["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": given["embeddings.LayerNorm.weight"],
            "norm.bias": given["embeddings.LayerNorm.bias"],
        }
        for number in range(LAYERS):
            for name, theirs in _LAYER.items():
                for part in ("weight", "bias"):
                    mine[f"layers.{number}.{name}.{part}"] = given[f"encoder.layer.{number}.{theirs}.{part}"]
        missing, unexpected = self.load_state_dict(mine, strict=False)
        heads = ("cases", "roles", "names", "force", "asks", "answers", "bias", "meaning")
        if unexpected or any(not name.startswith(heads) for name in missing):
            raise ValueError(f"{folder} holds another model than all-MiniLM-L6-v2: {missing} {unexpected}")

    def go_on_from(self, path: Path) -> None:
        """Take the weights of a fitted network, or of an exported model (.onnx), whose 8-bit weights become floats.

        Of a head that knew fewer labels, what it knew is taken.
        """
        given = exported_weights(path) if path.suffix == ".onnx" else torch.load(path)
        mine = self.state_dict()
        for name, value in given.items():
            if mine[name].shape != value.shape:
                value = torch.cat([value, mine[name][len(value) :]])  # noqa: PLW2901
            mine[name] = value
        self.load_state_dict(mine)


_LAYER = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "norm_attention": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm_out": "output.LayerNorm",
}
