"""The best spans of words under scores for each word: by BIO labels, or inside and out.

Plain lists and floats: for the few labels here, arrays cost more than they save.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby, pairwise

from onrecord.encoders.model import Floats

Range = tuple[int, int]
_NEVER = float("-inf")


def best_labels(
    scores: Floats, labels: Sequence[str], breaks: Sequence[bool], among: Sequence[bool]
) -> list[tuple[int, int, str]]:
    """The best BIO sequence as (first, last, kind) of its spans.

    `scores` (words, labels) are log-probabilities; `labels` are "O" and, for each kind, "B-kind" and "I-kind" after it;
    `breaks[i]` says that no span reaches over the start of word i, `among[i]` that one may hold it.
    """
    kinds = [label[2:] for label in labels[1::2]]
    return [
        (first + start, first + end, kind)
        for first, last in _runs(among)
        for start, end, kind in _best(scores[first:last].tolist(), kinds, breaks[first:last])
    ]


def _runs(chosen: Sequence[bool]) -> Iterator[Range]:
    """The runs of words that are chosen."""
    first = 0
    for is_chosen, run in groupby(chosen):
        last = first + len(list(run))
        if is_chosen:
            yield first, last
        first = last


def _best(rows: Sequence[Sequence[float]], kinds: Sequence[str], breaks: Sequence[bool]) -> list[tuple[int, int, str]]:
    paths: list[list[int]] = []
    total: list[float] = []
    for row, cut in zip(rows, breaks, strict=True):
        total, path = _step(row, total, cut=cut)
        paths.append(path)
    return _traced(total, paths, kinds)


def _step(row: Sequence[float], total: Sequence[float], *, cut: bool) -> tuple[list[float], list[int]]:
    """The best totals of a word's labels after those of the word before, and which label they come after."""
    best = max(total, default=0.0)
    at = total.index(best) if total else 0
    news, path = [best + row[0]], [at]
    for label in range(1, len(row), 2):
        news.append(best + row[label])
        path.append(at)
        if cut or not total:
            news.append(_NEVER)
            path.append(at)
        elif total[label] >= total[label + 1]:
            news.append(total[label] + row[label + 1])
            path.append(label)
        else:
            news.append(total[label + 1] + row[label + 1])
            path.append(label + 1)
    return news, path


def _traced(total: Sequence[float], paths: Sequence[Sequence[int]], kinds: Sequence[str]) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    label, last = (max(range(len(total)), key=total.__getitem__) if total else 0), 0
    for word in range(len(paths) - 1, -1, -1):
        if label and not last:
            last = word + 1
        if label % 2:
            found.append((word, last, kinds[label // 2]))
            last = 0
        label = paths[word][label]
    return found[::-1]


def best_ranges(
    inside: Sequence[float], opening: Sequence[float], closing: Sequence[float], breaks: Sequence[bool]
) -> list[Range]:
    """The ranges of words with the highest sum, none if no sum is positive.

    A word counts `inside` where a range holds it, `opening` where one begins with it and `closing` where one ends.
    """
    out, within = 0.0, _NEVER
    begun, ended = [], []
    for word, value in enumerate(inside):
        closed = within + closing[word - 1] if word else _NEVER
        ended.append(closed > out)
        out = max(out, closed)
        begun.append(breaks[word] or out + opening[word] > within)
        within = (out + opening[word] if begun[word] else within) + value
    ended.append(bool(inside) and within + closing[-1] > out)
    return _ranges(begun, ended)


def _ranges(begun: Sequence[bool], ended: Sequence[bool]) -> list[Range]:
    found: list[Range] = []
    word = len(begun)
    while word > 0:
        if ended[word]:
            last, word = word, word - 1
            while not begun[word]:
                word -= 1
            found.append((word, last))
        else:
            word -= 1
    return found[::-1]


def best_range(inside: Sequence[float], opening: Sequence[float], closing: Sequence[float]) -> tuple[float, Range]:
    """The one range of words with the highest sum, as `best_ranges` counts it, and that sum; an empty one of none."""
    before = value = _NEVER
    begin, best = 0, (0, 0)
    sums = accumulate(inside, initial=0.0)
    for word, (so_far, through) in enumerate(pairwise(sums)):
        if opening[word] - so_far > before:
            before, begin = opening[word] - so_far, word
        if before + through + closing[word] > value:
            value, best = before + through + closing[word], (begin, word + 1)
    return value, best
