"""Fits the head of force once more, by itself: act, certainty and polarity by what a fitted encoder sees of a word.

    python -m training.force model.pt --diet diet.gz --out better.pt

A network that learns from teachers sees too few of the rare acts. The encoder stays as it is, so that nothing else
changes; our own annotations weigh more than guessed labels, and the head is held near to what it was.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

import torch
from torch import Tensor, nn

from training import diet
from training.batches import collate
from training.examples import IGNORED, Text, examples_of
from training.fit import force_loss
from training.network import Reader

_OURS, _HELD, _RATE, _ROUNDS, _AT_ONCE = 2.0, 1e-3, 3e-3, 3, 4096
Seen = tuple[Tensor, Tensor, Tensor]


def seen(network: Reader, texts: Iterable[Text]) -> Seen:
    """(words, WIDTH) of all words with a force, their labels (words, 3), and how much each counts."""
    parts = list(_seen(network, texts))
    states, labels, weights = (torch.cat([part[i] for part in parts]) for i in range(3))
    return states, labels, weights


@torch.no_grad()
def _seen(network: Reader, texts: Iterable[Text]) -> Iterator[Seen]:
    for text, words, labels in texts:
        if labels.force is None:
            continue
        weight = _OURS if labels.ours else 1.0
        for example in examples_of(text, words, labels):
            assert example.force is not None
            known = torch.from_numpy(example.force[:, 0] != IGNORED)
            known[: example.window.own - example.window.first] = False
            if known.any():
                batch = collate([example], {})
                states = network.words_seen(batch.ids, batch.cases, batch.heads)[0]
                yield states[known], torch.from_numpy(example.force)[known], torch.full((int(known.sum()),), weight)


def refitted(head: nn.Linear, given: Seen, seed: int) -> nn.Linear:
    """The head after some rounds over all words."""
    states, labels, weights = given
    before = head.weight.detach().clone()
    optimizer = torch.optim.AdamW(head.parameters(), lr=_RATE, weight_decay=0)
    order = torch.Generator().manual_seed(seed)
    for _ in range(_ROUNDS):
        for some in torch.randperm(len(states), generator=order).split(_AT_ONCE):
            loss = force_loss(head(states[some]), labels[some], weights[some])
            (loss + _HELD * (head.weight - before).square().sum()).backward()
            optimizer.step()
            optimizer.zero_grad()
    return head


def main() -> None:
    """Fit the head of one file of weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--diet", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    network = Reader()
    network.load_state_dict(torch.load(options.weights))
    network.eval()
    food = diet.load(options.diet)
    given, kept_out = seen(network, food.fitted), seen(network, food.watched)
    before = force_loss(network.force(kept_out[0]), *kept_out[1:]).item()
    refitted(network.force, given, options.seed)
    after = force_loss(network.force(kept_out[0]), *kept_out[1:]).item()
    torch.save(network.state_dict(), options.out)
    print(f"{len(given[0])} words; loss of force on those kept out {before:.3f}, now {after:.3f}")


if __name__ == "__main__":
    main()
