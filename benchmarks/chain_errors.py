"""What is wrong in chains of two and more links, by class; no floor.

`development` counts the wrong ones of the development part; `interviews` those of the training part's interviews and
articles that go on, which the rules were mended by.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.annotations import CHAINS, FILES, load
from benchmarks.statements import Pair, paired, same_chain, same_name, share

INTERVIEWS = ("interviews",)


def run(data: Path) -> dict[str, float]:
    """How many there are, the share that is right, and counts by class; FileNotFoundError when the data isn't there."""
    development = paired(load(data, dev=True, files=(*FILES, *CHAINS)))
    interviews = paired(load(data, dev=False, files=INTERVIEWS))
    return counted("development", development) | counted("interviews", interviews)


def counted(part: str, pairs: Sequence[Pair]) -> dict[str, float]:
    """The figures of one part's pairs of annotated and found statements."""
    long = [(gold["chain"], found["chain"]) for gold, found in pairs if len(gold["chain"]) > 1]
    wrong = Counter(class_of(gold, found) for gold, found in long if not same_chain(gold, found))
    right = share(len(long) - wrong.total(), len(long))
    return {f"{part} chains": len(long), f"{part} right": right} | {f"{part}: {k}": n for k, n in wrong.most_common()}


def class_of(gold: Sequence[dict[str, str]], found: Sequence[dict[str, str]]) -> str:
    """Which links are missing or others."""
    if not found:
        return "no link"
    outer, inner = (same_name(gold[end]["name"], found[end]["name"]) for end in (0, -1))
    if outer and inner:
        return "a kind, or a link between"
    if not outer and not inner:
        return "both ends"
    return "who is innermost" if outer else "who passed it on"
