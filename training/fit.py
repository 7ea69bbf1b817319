"""Fits the reader's network.

    python -m training.fit --base FOLDER --out model.pt [--epochs 4] [--seed 1] [--teacher a.pt …]

`--base` is the folder of all-MiniLM-L6-v2. ONRECORD_DATA names the data. With `--teacher`, the network also learns from
what the teachers together say of every window (distillation: Hinton, Vinyals and Dean, 2015).
"""

from __future__ import annotations

import argparse
import os
import random
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from onrecord.encoders.labels import ACTS, CERTAINTIES, FORCE
from training import diet
from training.batches import Batch, batches_of
from training.network import Reader

RATE, HEAD_RATE, DECAY, WARMUP, KEPT = 2e-4, 1e-3, 0.01, 0.06, 0.998
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
PIECES = 2560
"""Pieces of a batch, padding counted."""
WEIGHTS = {"roles": 1.0, "pairs": 1.0, "names": 0.5, "force": 0.5, "meaning": 1.0, "teachers": 1.0}


def losses_of(outputs: Sequence[Tensor], batch: Batch) -> dict[str, Tensor]:
    """The mean loss of each head over what the batch has labels for."""
    roles, pairs, names, force, meaning = outputs
    found: dict[str, Tensor] = {}
    for name, logits, gold in (("roles", roles, batch.roles), ("names", names, batch.names)):
        if gold is not None and bool((gold >= 0).any()):
            found[name] = functional.cross_entropy(logits.flatten(0, 1), gold.flatten(), ignore_index=-100)
    if len(batch.asked):
        window, cue = batch.asked[:, 0], batch.asked[:, 1]
        logits = pairs[window, :, cue]
        known = batch.word_mask[window][:, None, :].expand_as(logits)
        one = functional.binary_cross_entropy_with_logits(logits, batch.answers.to(logits.dtype), reduction="none")
        found["pairs"] = 10 * (one * known).sum() / known.sum()
    if batch.force is not None and bool((batch.force >= 0).any()):
        found["force"] = _force_loss(force, batch.force)
    if len(batch.pooled):
        pooled = torch.einsum("sw,swd->sd", batch.pooling, meaning[batch.pooled])
        found["meaning"] = (1 - functional.cosine_similarity(pooled, batch.meanings, dim=1)).mean()
    return found


def _force_loss(logits: Tensor, gold: Tensor) -> Tensor:
    """`gold` (batch, words, 3): act, certainty, polarity; each is one choice among its own labels."""
    edges = (0, len(ACTS), len(ACTS) + len(CERTAINTIES), len(FORCE))
    return torch.stack(
        [
            functional.cross_entropy(
                logits[..., edges[i] : edges[i + 1]].flatten(0, 1), gold[..., i].flatten(), ignore_index=-100
            )
            for i in range(3)
        ]
    ).sum()


def teaching_loss(outputs: Sequence[Tensor], taught: Sequence[Tensor], batch: Batch) -> Tensor:
    """How far the outputs are from the mean probabilities of the teachers, over real words."""
    mask = batch.word_mask.to(outputs[0].dtype)
    total = torch.zeros((), device=mask.device)
    for mine, theirs in ((outputs[0], taught[0]), (outputs[2], taught[2])):
        gap = functional.kl_div(mine.log_softmax(-1), theirs, reduction="none").sum(-1)
        total = total + (gap * mask).sum() / mask.sum()
    cues = taught[0][..., 3] + taught[0][..., 4]
    weight = cues[:, None, :, None] * mask[:, None, None, :]
    pairs = functional.binary_cross_entropy_with_logits(outputs[1], taught[1], reduction="none")
    return total + 10 * (pairs * weight).sum() / (2 * weight.sum() + 1e-6)


@torch.no_grad()
def teach(teachers: Sequence[Reader], batch: Batch) -> list[Tensor]:
    """The teachers' mean probabilities for roles, pairs and names."""
    outputs = [t(batch.ids, batch.cases, batch.heads, batch.mask) for t in teachers]
    return [
        torch.stack([o[0].softmax(-1) for o in outputs]).mean(0),
        torch.stack([o[1].sigmoid() for o in outputs]).mean(0),
        torch.stack([o[2].softmax(-1) for o in outputs]).mean(0),
    ]


class Averaged:
    """An exponential moving average of a network's weights, which generalises better than the last ones."""

    def __init__(self, network: Reader) -> None:
        self.network, self.steps = network, 0
        self.weights = {name: value.detach().clone() for name, value in network.state_dict().items()}

    @torch.no_grad()
    def update(self) -> None:
        """Take in the network's present weights; the first ones count for little."""
        self.steps += 1
        kept = min(KEPT, 1 - 1 / (1 + self.steps / 4))
        mine = list(self.weights.values())
        torch._foreach_mul_(mine, kept)
        torch._foreach_add_(mine, [v.detach() for v in self.network.state_dict().values()], alpha=1 - kept)


def fit(network: Reader, rounds: Sequence[Sequence[Batch]], teachers: Sequence[Reader], rate: float, out: Path) -> None:
    """Run through all batches of all rounds; after each, the averaged weights are written to `out`."""
    steps, step = sum(map(len, rounds)), 0
    optimizer = _optimizer(network, rate)
    schedule = _schedule(optimizer, steps)
    averaged, progress = Averaged(network), Progress(steps)
    for batches in rounds:
        network.train()
        for batch in batches:
            there = batch.on(DEVICE)
            outputs = network(there.ids, there.cases, there.heads, there.mask)
            losses = losses_of(outputs, there)
            if teachers:
                losses["teachers"] = teaching_loss(outputs, teach(teachers, there), there)
            torch.stack([WEIGHTS[name] * loss for name, loss in losses.items()]).sum().backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            schedule.step()
            averaged.update()
            step += 1
            progress.show(step, losses)
        torch.save({name: value.cpu() for name, value in averaged.weights.items()}, out)


def _optimizer(network: Reader, rate: float) -> torch.optim.Optimizer:
    """AdamW, with a higher rate for what is new."""
    new = ("roles", "names", "force", "asks", "answers", "bias", "meaning", "cases")
    heads = [p for n, p in network.named_parameters() if n.startswith(new)]
    body = [p for n, p in network.named_parameters() if not n.startswith(new)]
    groups = [{"params": body, "lr": rate}, {"params": heads, "lr": HEAD_RATE * rate / RATE}]
    return torch.optim.AdamW(groups, weight_decay=DECAY, fused=True, betas=(0.9, 0.98))


def _schedule(optimizer: torch.optim.Optimizer, steps: int) -> torch.optim.lr_scheduler.LRScheduler:
    """The rate rises over the first steps and falls in a line to nothing."""
    warm = max(1, int(steps * WARMUP))

    def share(step: int) -> float:
        return min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))

    return torch.optim.lr_scheduler.LambdaLR(optimizer, share)


class Progress:
    """Says now and then how far the fitting is, with running means of the losses."""

    def __init__(self, steps: int) -> None:
        self.steps, self.begun = steps, time.monotonic()
        self.losses: dict[str, float] = {}

    def show(self, step: int, losses: dict[str, Tensor]) -> None:
        """Take in the losses of a step; print every fiftieth."""
        for name, loss in losses.items():
            self.losses[name] = 0.98 * self.losses.get(name, loss.item()) + 0.02 * loss.item()
        if step % 50 == 0:
            left = (time.monotonic() - self.begun) / step * (self.steps - step)
            shown = " ".join(f"{name} {value:.4f}" for name, value in sorted(self.losses.items()))
            print(f"step {step}/{self.steps} left {left:.0f}s {shown}", flush=True)


def main() -> None:
    """Fit one network and write its averaged weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="weights to go on from, instead of the base's")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--small", type=int, default=0, help="only that many texts of each set: to try the way")
    parser.add_argument("--teacher", type=Path, action="append", default=[])
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    shuffle = random.Random(options.seed)
    network = Reader()
    network.start_from(options.base)
    if options.start:
        network.load_state_dict(torch.load(options.start))
    network.to(DEVICE)
    teachers = []
    for path in options.teacher:
        teacher = Reader()
        teacher.load_state_dict(torch.load(path))
        teachers.append(teacher.eval().to(DEVICE))
    texts = diet.texts(Path(os.environ["ONRECORD_DATA"]), options.small)
    meanings = diet.meanings(texts, options.base, options.out.with_name("meanings.pt"))
    rounds = [batches_of(diet.windows(texts, shuffle), meanings, PIECES, shuffle) for _ in range(options.epochs)]
    print(f"{len(texts)} texts, {sum(map(len, rounds))} steps", flush=True)
    fit(network, rounds, teachers, options.rate, options.out)


if __name__ == "__main__":
    main()
