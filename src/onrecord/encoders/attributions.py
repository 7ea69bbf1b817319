"""From what the model sees of each word to attributions: for each cue its content and its source.

What may be a cue is chosen by its labels; then each cue chooses the words of its content and its source, by how much
each word belongs to it, and where the labels and the cue itself let such a span begin and end. A word belongs to the
content of one cue at most: the surest chooses first. Word ranges are [first, last) into the words of `Seen`.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.encoders.decode import breaks_of, chance_of, odds
from onrecord.encoders.labels import PAIRS, ROLES
from onrecord.encoders.model import Floats, Seen, Settings, about
from onrecord.encoders.sequences import Range, best_labels, best_range, best_ranges

_MOST = 6.0
"""Logits beyond this are no surer."""
_UNLIKELY, _AROUND = 1e-3, 3
"""Labels are chosen for words that are likelier than this to be in a cue, and for so many around them."""
_LEAST = -3.0
"""Words that belong less are not looked at."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """One attribution as ranges of words.

    `score` is the product of how likely its parts and their links are, `confidence` how often such a score is right.
    """

    cue: Range
    source: Range | None
    contents: tuple[Range, ...]
    score: float
    confidence: float


def attributions_of(seen: Seen, settings: Settings | None = None) -> list[Tagged]:
    """The attributions of a text in the order of their cues; by the shipped model's settings unless given others."""
    chosen = settings or about().settings
    text = _Text.of(seen)
    cues = [_Cue(text, span, view, chosen) for span in _cues(text, chosen.cue) if (view := _view(seen, span))]
    contents = _contents(text, cues)
    return [
        _tagged(cue, pieces, chosen)
        for cue, pieces in zip(cues, contents, strict=True)
        if pieces and cue.belongs(pieces) >= chosen.content
    ]


@dataclass(frozen=True, slots=True)
class _Text:
    """A text's words: how likely each is in a role, and the log-odds of a span's beginning there and going on."""

    seen: Seen
    breaks: list[bool]
    chance: dict[str, Floats]
    begins: dict[str, Floats]
    after: dict[str, Floats]

    @classmethod
    def of(cls, seen: Seen) -> _Text:
        likely, breaks = np.exp(seen.roles), breaks_of(seen)
        begins = {kind: likely[:, ROLES.index(f"B-{kind}")] for kind in ("source", "cue", "content")}
        goes_on = {kind: likely[:, ROLES.index(f"I-{kind}")] for kind in begins}
        chance = {kind: begins[kind] + goes_on[kind] for kind in begins}
        after = {kind: _after(_logits(values), breaks) for kind, values in goes_on.items()}
        return cls(seen, breaks, chance, {kind: _logits(values) for kind, values in begins.items()}, after)


def _after(goes_on: Floats, breaks: Sequence[bool]) -> Floats:
    """What is said of each word's next one; nothing at a paragraph's end, where every span ends."""
    found = np.where(breaks, np.float32(0.0), goes_on)[1:]
    return np.append(found, np.float32(0.0))


class _Cue:
    """What a cue sees of the words of its window."""

    def __init__(self, text: _Text, span: Range, view: tuple[int, Floats], settings: Settings) -> None:
        self.text, self.span, self.settings = text, span, settings
        self.first, self.logits = view
        self.last = self.first + self.logits.shape[1]

    def content(self, taken: np.ndarray) -> list[Range]:
        """The ranges of words that are most likely its content, none of them `taken`."""
        here = slice(self.first, self.last)
        inside = self.logits[PAIRS.index("content")] - self.settings.other_cue * self.text.chance["cue"][here]
        inside[taken[here]] = -math.inf
        inside[self.span[0] - self.first : self.span[1] - self.first] = -math.inf
        some = _likely(inside)
        opening, closing = self._edges("content", some)
        breaks = self.text.breaks[self.first + some.start : self.first + some.stop]
        ranges = best_ranges(inside[some].tolist(), (opening - self.settings.piece).tolist(), closing.tolist(), breaks)
        return [self._moved(one, some) for one in ranges]

    def source(self) -> Range | None:
        """The range of words that is most likely its source; None where it more likely has none."""
        inside = self.logits[PAIRS.index("source")]
        some = _likely(inside)
        opening, closing = self._edges("source", some)
        worth, found = best_range(inside[some].tolist(), opening.tolist(), closing.tolist())
        return self._moved(found, some) if worth > self.settings.sourceless else None

    def _edges(self, role: str, some: slice) -> tuple[Floats, Floats]:
        """How much speaks for a range's beginning with each of some words, and for its ending with it."""
        begins, ends = (self.logits[PAIRS.index(f"{role} {edge}"), some] for edge in ("begins", "ends"))
        first, last = self.first + some.start, self.first + some.stop
        opening = self.settings.edges * begins + self.settings.labels * self.text.begins[role][first:last]
        closing = self.settings.edges * ends - self.settings.labels * self.text.after[role][first:last]
        return opening, closing

    def _moved(self, found: Range, some: slice) -> Range:
        return self.first + some.start + found[0], self.first + some.start + found[1]

    def belongs(self, contents: Sequence[Range]) -> float:
        """How likely the least likely of some ranges belongs to its content, if it is a cue."""
        return min(self._chance("content", one) for one in contents)

    def sureness(self, contents: Sequence[Range]) -> float:
        """How likely it is a cue with this content."""
        return self.belongs(contents) * _mean(self.text, "cue", self.span)

    def sourced(self, source: Range | None) -> float:
        """How likely a range is its source, or, where it is None, that it has none."""
        if source is not None:
            return self._chance("source", source)
        return 1 - chance_of(float(self.logits[PAIRS.index("source")].max()))

    def _chance(self, role: str, span: Range) -> float:
        part = self.logits[PAIRS.index(role), span[0] - self.first : span[1] - self.first]
        return chance_of(float(part.mean()))


def _likely(inside: Floats) -> slice:
    """From the first to the last word that may be inside."""
    words = np.flatnonzero(inside > _LEAST)
    return slice(int(words[0]), int(words[-1]) + 1) if len(words) else slice(0, 0)


def _logits(chances: Floats) -> Floats:
    least = 1 / (1 + math.exp(_MOST))
    kept = np.clip(chances, least, 1 - least)
    found: Floats = np.log(kept / (1 - kept))
    return found


def _mean(text: _Text, kind: str, span: Range) -> float:
    """The mean probability of a role over a span's words."""
    return float(text.chance[kind][span[0] : span[1]].mean())


def _cues(text: _Text, least: float) -> list[Range]:
    """What is a cue by the best labels, and what else is one with this probability at least."""
    near = _with_those_around(text.chance["cue"] > _UNLIKELY)
    spans = best_labels(text.seen.roles, ROLES, text.breaks, near.tolist())
    found = [(a, b) for a, b, kind in spans if kind == "cue" and _mean(text, "cue", (a, b)) >= least]
    free = text.chance["cue"] >= least
    for first, last in found:
        free[max(0, first - 1) : last + 1] = False
    others: list[Range] = []
    for word in np.flatnonzero(free).tolist():
        if others and others[-1][1] == word and not text.breaks[word]:
            others[-1] = (others[-1][0], word + 1)
        else:
            others.append((word, word + 1))
    return sorted(found + others)


def _with_those_around(words: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    near = words.copy()
    for distance in range(1, _AROUND + 1):
        near[distance:] |= words[:-distance]
        near[:-distance] |= words[distance:]
    return near


def _view(seen: Seen, cue: Range) -> tuple[int, Floats] | None:
    """The window's first word, and how much each of its words goes with a cue: the mean over the cue's words."""
    links = [seen.links[word] for word in range(*cue) if word in seen.links]
    if not links:
        return None
    first = links[0][0]
    same = [logits for begin, logits in links if begin == first]
    mean: Floats = np.mean(same, axis=0)
    return first, np.clip(mean, -_MOST, _MOST)


def _contents(text: _Text, cues: Sequence[_Cue]) -> list[list[Range]]:
    """The content of each cue: the surest takes its own first, and leaves the rest to the others."""
    taken = np.zeros(len(text.breaks), bool)
    found = [cue.content(taken) for cue in cues]
    waiting = [(-cue.sureness(pieces), i) for i, (cue, pieces) in enumerate(zip(cues, found, strict=True)) if pieces]
    heapq.heapify(waiting)
    while waiting:
        _, best = heapq.heappop(waiting)
        if any(taken[first:last].any() for first, last in found[best]):
            found[best] = cues[best].content(taken)
            if found[best]:
                heapq.heappush(waiting, (-cues[best].sureness(found[best]), best))
            continue
        for first, last in found[best]:
            taken[first:last] = True
    return found


def _tagged(cue: _Cue, contents: Sequence[Range], settings: Settings) -> Tagged:
    source = cue.source()
    score = cue.sureness(contents) * cue.sourced(source)
    for content in contents:
        score *= _mean(cue.text, "content", content)
    right = settings.slope * odds(score) + settings.intercept
    return Tagged(cue.span, source, tuple(contents), score, chance_of(right))
