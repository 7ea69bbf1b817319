"""Fits the reader's network.

    python -m training.fit --base FOLDER --diet diet.gz --out model.pt [--rounds 4] [--seed 1] [--teacher a.pt …]

`--base` is the folder of all-MiniLM-L6-v2, instead of which `--start` goes on from a fitted network; `--diet` is what
`training.prepare` wrote. With `--teacher`, the network also learns from what the teachers together say of every window,
and of texts without labels (distillation: Hinton, Vinyals and Dean, 2015).
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from onrecord.encoders.labels import ACTS, BELONGS, CERTAINTIES, FORCE, PAIRS, ROLES
from training import diet
from training.batches import Batch, collate
from training.examples import IGNORED
from training.network import Reader
from training.rounds import Rounds, grouped

RATE, HEAD_RATE, DECAY, WARMUP, KEPT = 2e-4, 1e-3, 0.01, 0.06, 0.998
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
WEIGHTS = {"roles": 1.0, "pairs": 1.0, "edges": 1.0, "names": 1.0, "force": 0.5, "meaning": 1.0, "teachers": 1.0}
WEIGHTS_BESIDE = {"roles": 0.2, "pairs": 0.2, "edges": 0.2, "names": 0.3, "force": 0.1, "meaning": 1.0, "teachers": 1.0}
"""With `--beside`: labels count little beside what teachers say. They are learned by heart, which teachers aren't."""
_SHOWN = 100
"""Steps between two lines of progress."""
_FORCE_EDGES = (0, len(ACTS), len(ACTS) + len(CERTAINTIES), len(FORCE))


def losses_of(outputs: Sequence[Tensor], batch: Batch) -> dict[str, Tensor]:
    """The mean loss of each head over what the batch has labels for."""
    roles, pairs, names, force, meaning = outputs
    found: dict[str, Tensor] = {}
    for name, logits, gold in (("roles", roles, batch.roles), ("names", names, batch.names)):
        if gold is not None:
            found[name] = functional.cross_entropy(logits.flatten(0, 1), gold.flatten(), ignore_index=IGNORED)
    if len(batch.asked):
        window, cue = batch.asked[:, 0], batch.asked[:, 1]
        logits = pairs[window, :, cue]
        known = batch.word_mask[window][:, None, :].to(logits.dtype)
        found |= _pair_losses(logits, batch.answers.to(logits.dtype), known, float(len(logits)))
    if batch.force is not None:
        found["force"] = force_loss(force, batch.force)
    if len(batch.pooled):
        pooled = torch.einsum("sw,swd->sd", batch.pooling, meaning[batch.pooled])
        found["meaning"] = (1 - functional.cosine_similarity(pooled, batch.meanings, dim=1)).mean()
    return found


def _pair_losses(logits: Tensor, wanted: Tensor, weight: Tensor, cues: Tensor | float) -> dict[str, Tensor]:
    """What belongs to a cue, a mean over words; where that begins and ends, a sum over words for each of the cues.

    `logits` and `wanted` (…, kinds of pairs, words), `weight` (…, 1, words) of each word.
    """
    one = functional.binary_cross_entropy_with_logits(logits, wanted, reduction="none") * weight
    belongs, edges = one[..., :BELONGS, :], one[..., BELONGS:, :]
    return {
        "pairs": 10 * belongs.sum() / (BELONGS * weight.sum() + 1e-6),
        "edges": edges.sum() / ((len(PAIRS) - BELONGS) * cues + 1e-6),
    }


def force_loss(logits: Tensor, gold: Tensor, weights: Tensor | None = None) -> Tensor:
    """`gold` (…, 3): act, certainty, polarity; each is one choice among its own labels. `weights` (…) of the words."""
    total = torch.zeros((), device=logits.device)
    for part, labels in zip(_parts_of_force(logits), gold.unbind(-1), strict=True):
        known = (labels != IGNORED) * (1.0 if weights is None else weights)
        one = functional.cross_entropy(part.movedim(-1, 1), labels, ignore_index=IGNORED, reduction="none")
        total = total + (one * known).sum() / known.sum()
    return total


def _parts_of_force(logits: Tensor) -> list[Tensor]:
    """Those of act, of certainty and of polarity."""
    return [logits[..., first:last] for first, last in pairwise(_FORCE_EDGES)]


def teaching_loss(outputs: Sequence[Tensor], taught: Sequence[Tensor], batch: Batch) -> Tensor:
    """How far the outputs are from the mean probabilities of the teachers: over real words, of force over what is said.

    `taught` are probabilities of roles, pairs, names and force, of the shapes of the outputs.
    """
    roles, pairs, names, force = taught
    mask = batch.word_mask.to(roles.dtype)
    said = mask * (1 - roles[..., ROLES.index("O")])
    total = _gap(outputs[0], roles, mask) + 2 * _gap(outputs[2], names, mask)
    for mine, theirs in zip(_parts_of_force(outputs[3]), _parts_of_force(force), strict=True):
        total = total + 0.3 * _gap(mine, theirs, said)
    cues = roles[..., [ROLES.index("B-cue"), ROLES.index("I-cue")]].sum(-1)
    weight = cues[:, :, None, None] * mask[:, None, None, :]
    linked = _pair_losses(outputs[1].transpose(1, 2), pairs.transpose(1, 2), weight, cues.sum())
    return total + torch.stack(list(linked.values())).sum()


def _gap(logits: Tensor, wanted: Tensor, weight: Tensor) -> Tensor:
    """Mean Kullback-Leibler divergence of words weighed."""
    gap = functional.kl_div(logits.log_softmax(-1), wanted, reduction="none").sum(-1)
    return (gap * weight).sum() / (weight.sum() + 1e-6)


@torch.no_grad()
def teach(teachers: Sequence[Reader], batch: Batch) -> list[Tensor]:
    """The teachers' mean probabilities for roles, pairs, names and force."""
    outputs = [t(batch.ids, batch.cases, batch.heads, batch.mask) for t in teachers]
    force = [torch.cat([part.softmax(-1) for part in _parts_of_force(o[3])], dim=-1) for o in outputs]
    return [
        torch.stack([o[0].softmax(-1) for o in outputs]).mean(0),
        torch.stack([o[1].sigmoid() for o in outputs]).mean(0),
        torch.stack([o[2].softmax(-1) for o in outputs]).mean(0),
        torch.stack(force).mean(0),
    ]


class Averaged:
    """An exponential moving average of a network's weights, which generalises better than the last ones."""

    def __init__(self, network: Reader) -> None:
        self.network, self.steps = network, 0
        self.fitted = {name: value for name, value in network.named_parameters() if value.requires_grad}
        self.weights = {name: value.detach().clone() for name, value in self.fitted.items()}

    @torch.no_grad()
    def update(self) -> None:
        """Take in the network's present weights; the first ones count for little."""
        self.steps += 1
        kept = min(KEPT, 1 - 1 / (1 + self.steps / 4))
        mine = list(self.weights.values())
        torch._foreach_mul_(mine, kept)
        torch._foreach_add_(mine, [value.detach() for value in self.fitted.values()], alpha=1 - kept)

    def state(self) -> dict[str, Tensor]:
        """The network's weights with those averaged that are fitted."""
        return {name: value.cpu() for name, value in (self.network.state_dict() | self.weights).items()}


class Fitting:
    """A network on its way: with its teachers, optimizer, rate and average, one batch after another."""

    def __init__(
        self, network: Reader, teachers: Sequence[Reader], weights: dict[str, float], rate: float, steps: int
    ) -> None:
        self.network, self.teachers, self.weights = network, teachers, weights
        self.optimizer = _optimizer(network, rate)
        self.schedule = _schedule(self.optimizer, steps)
        self.averaged, self.progress = Averaged(network), Progress(steps)

    def learn(self, batches: Iterable[Batch]) -> None:
        """Learn from every batch once."""
        self.network.train()
        for batch in batches:
            there = batch.on(DEVICE)
            outputs = self.network(there.ids, there.cases, there.heads, there.mask)
            losses = losses_of(outputs, there)
            if self.teachers:
                losses["teachers"] = teaching_loss(outputs, teach(self.teachers, there), there)
            torch.stack([self.weights[name] * loss for name, loss in losses.items()]).sum().backward()
            torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
            self.optimizer.step()
            self.optimizer.zero_grad(set_to_none=True)
            self.schedule.step()
            self.averaged.update()
            self.progress.show(losses)


@torch.no_grad()
def watched(weights: dict[str, Tensor], batches: Sequence[Batch]) -> str:
    """The mean losses of some weights on batches that nothing is learned from."""
    network = Reader()
    network.load_state_dict(weights)
    network.to(DEVICE).eval()
    found: dict[str, list[float]] = {}
    for batch in batches:
        there = batch.on(DEVICE)
        losses = losses_of(network(there.ids, there.cases, there.heads, there.mask), there)
        for name, loss in losses.items():
            found.setdefault(name, []).append(loss.item())
    return " ".join(f"{name} {sum(values) / len(values):.4f}" for name, values in sorted(found.items()))


def _optimizer(network: Reader, rate: float) -> torch.optim.Optimizer:
    """AdamW, with a higher rate for what is new."""
    new = ("roles", "names", "force", "asks", "answers", "bias", "meaning", "cases")
    fitted = [(n, p) for n, p in network.named_parameters() if p.requires_grad]
    heads = [p for n, p in fitted if n.startswith(new)]
    body = [p for n, p in fitted if not n.startswith(new)]
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
        self.steps, self.step, self.begun = steps, 0, time.monotonic()
        self.losses: dict[str, Tensor] = {}

    def show(self, losses: dict[str, Tensor]) -> None:
        """Take in the losses of a step; print some. They stay where they are until then: to ask a GPU is to wait."""
        self.step += 1
        for name, loss in losses.items():
            one = loss.detach()
            self.losses[name] = torch.lerp(self.losses.get(name, one), one, 0.02)
        if self.step % _SHOWN == 0:
            left = (time.monotonic() - self.begun) / self.step * (self.steps - self.step)
            shown = " ".join(f"{name} {value.item():.4f}" for name, value in sorted(self.losses.items()))
            print(f"step {self.step}/{self.steps} left {left:.0f}s {shown}", flush=True)


def _network(options: argparse.Namespace) -> Reader:
    network = Reader()
    if options.start:
        network.go_on_from(options.start)
        # What single words mean has been learned by then: to leave it saves a tenth of the time.
        network.words.weight.requires_grad_(False)
    else:
        network.start_from(options.base)
    return network.to(DEVICE)


def _teacher(path: Path) -> Reader:
    return Reader.of(path).eval().to(DEVICE)


def _shortened(rounds: Iterable[Sequence[Batch]], steps: int) -> Iterator[Sequence[Batch]]:
    """No more than so many batches of them."""
    for batches in rounds:
        yield batches[:steps]
        steps -= len(batches)
        if steps <= 0:
            return


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    begin = parser.add_mutually_exclusive_group(required=True)
    begin.add_argument("--base", type=Path, help="the folder of all-MiniLM-L6-v2, to begin with")
    begin.add_argument("--start", type=Path, help="weights to go on from: fitted (.pt) or exported (.onnx)")
    parser.add_argument("--diet", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--steps", type=int, help="no more steps than these: to try the way")
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--teacher", type=Path, action="append", default=[])
    parser.add_argument("--beside", action="store_true", help="labels count little beside what the teachers say")
    parser.add_argument("--ahead", type=int, default=1, help="processes that make the next rounds' batches meanwhile")
    return parser.parse_args()


def main() -> None:
    """Fit one network; after each round its averaged weights are written."""
    options = _options()
    food = diet.load(options.diet)
    # First of all: what makes the batches is a copy of this process from before torch has threads or a GPU.
    with Rounds(food, options.seed, options.rounds, options.ahead, unlabelled=bool(options.teacher)) as rounds:
        torch.manual_seed(options.seed)
        if DEVICE == "cuda":
            torch.set_num_threads(1)
            torch.set_float32_matmul_precision("high")
        teachers = [_teacher(path) for path in options.teacher]
        still = random.Random(0)
        kept_out = [collate(some, food.meanings) for some in grouped(diet.windows(food.watched, still), still)]
        steps = min(options.steps or rounds.steps, rounds.steps)
        weights = WEIGHTS_BESIDE if options.beside else WEIGHTS
        fitting = Fitting(_network(options), teachers, weights, options.rate, steps)
        print(f"{steps} steps", flush=True)
        for batches in _shortened(rounds, steps):
            fitting.learn(batches)
            averaged = fitting.averaged.state()
            torch.save(averaged, options.out)
            print(f"kept out: {watched(averaged, kept_out)}", flush=True)


if __name__ == "__main__":
    main()
