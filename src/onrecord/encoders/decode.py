"""From what the model sees of each word to spans: the best label sequence, and which spans belong together.

Word ranges are [first, last) into the words of `Seen`.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.encoders.labels import ACTS, CERTAINTIES, NAMES, POLARITIES, ROLES
from onrecord.encoders.model import Floats, Seen, Settings, about
from onrecord.encoders.windows import SIZE
from onrecord.model import Act, Certainty, Polarity, Span

Range = tuple[int, int]
Force = tuple[Act, Certainty, Polarity]
_LEAST = 1e-3
_MOST_ODDS = 7.0


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


def _spans(scores: Floats, labels: Sequence[str], breaks: Sequence[bool]) -> list[tuple[int, int, str]]:
    """The best BIO sequence as (first, last, kind); `breaks[i]` says that no span reaches over the start of word i."""
    best = _viterbi(scores, _allowed(labels), np.array([not label.startswith("I-") for label in labels]), breaks)
    found: list[tuple[int, int, str]] = []
    for i, label in enumerate(best):
        name = labels[label]
        if name.startswith("B-"):
            found.append((i, i + 1, name[2:]))
        elif name.startswith("I-"):
            found[-1] = (found[-1][0], i + 1, found[-1][2])
    return found


def _allowed(labels: Sequence[str]) -> Floats:
    """0 where the label of a column may follow that of a row, else minus infinity."""
    table = np.zeros((len(labels), len(labels)), np.float32)
    for row, before in enumerate(labels):
        for column, label in enumerate(labels):
            if label.startswith("I-") and before[2:] != label[2:]:
                table[row, column] = -np.inf
    return table


def _viterbi(scores: Floats, allowed: Floats, opening: np.ndarray, breaks: Sequence[bool]) -> list[int]:
    if not len(scores):
        return []
    closed = np.where(opening, 0.0, -np.inf).astype(np.float32)
    path = np.zeros(scores.shape, np.int64)
    total = scores[0] + closed
    for i in range(1, len(scores)):
        steps = total[:, None] + allowed
        path[i] = steps.argmax(axis=0)
        total = steps.max(axis=0) + scores[i]
        if breaks[i]:
            total = total + closed
    at = int(total.argmax())
    best = [at]
    for i in range(len(scores) - 1, 0, -1):
        at = int(path[i, at])
        best.append(at)
    return best[::-1]


def names_of(seen: Seen) -> list[tuple[int, int, str]]:
    """The names of a text as (first, last, kind): person, organisation or place."""
    return _spans(seen.names, NAMES, _breaks(seen))


def name_odds(seen: Seen, span: Span, kind: str) -> float:
    """The log-odds of a span of the text being part of a name of this kind: of the mean over its words."""
    first, last = _words_in(seen, span)
    if first >= last:
        return -_MOST_ODDS
    columns = [NAMES.index(f"B-{kind}"), NAMES.index(f"I-{kind}")]
    chance = float(np.exp(seen.names[first:last, columns]).sum(axis=1).mean())
    return odds(chance)


def odds(chance: float) -> float:
    """Log-odds within bounds."""
    kept = min(max(chance, _LEAST), 1 - _LEAST)
    return math.log(kept / (1 - kept))


def _breaks(seen: Seen) -> list[bool]:
    paragraph = seen.words.paragraph
    return [i > 0 and paragraph[i] != paragraph[i - 1] for i in range(len(paragraph))]


def force_at(
    seen: Seen, spans: Sequence[Span], guess: Force, *, acts: Collection[Act] = ACTS, settings: Settings | None = None
) -> Force:
    """What the words of some spans of the text do (one of the `acts`), how sure and with which polarity.

    `guess` is what the lexicon and the rules make of the same words: its act counts as much as the settings say, all of
    it where there are no words.
    """
    words = [word for span in spans for word in range(*_words_in(seen, span))]
    if not words:
        return guess
    weight = (settings or about().settings).lexicon
    logits = seen.force[words].mean(axis=0)
    logits[ACTS.index(guess[0])] += weight
    by_act, certainties, polarities = np.split(logits, [len(ACTS), len(ACTS) + len(CERTAINTIES)])
    act = max(acts, key=lambda one: float(by_act[ACTS.index(one)]))
    if act in {Act.DECLINES, Act.QUESTIONS}:
        return act, Certainty.UNKNOWN, Polarity.UNKNOWN
    return act, CERTAINTIES[int(certainties.argmax())], POLARITIES[int(polarities.argmax())]


def meaning_at(seen: Seen, span: Span) -> Floats | None:
    """A unit vector for the words of a span, near to what all-MiniLM-L6-v2 gives for them alone; None without words."""
    first, last = _words_in(seen, span)
    if first >= last:
        return None
    mean: Floats = seen.meaning[first:last].mean(axis=0)
    return mean / np.linalg.norm(mean)


def _words_in(seen: Seen, span: Span) -> Range:
    """The words that share a character with a span."""
    spans = seen.words.spans
    return bisect_right(spans, span[0], key=lambda s: s[1]), bisect_left(spans, span[1], key=lambda s: s[0])


def attributions_of(seen: Seen, settings: Settings | None = None) -> list[Tagged]:
    """The attributions of a text in the order of their cues; by the shipped model's settings unless given others."""
    chosen = settings or about().settings
    spans = _spans(seen.roles, ROLES, _breaks(seen))
    cues = [(a, b) for a, b, kind in spans if kind == "cue" and _sureness(seen, (a, b), "cue") >= chosen.cue]
    rows = [_row(seen, cue) for cue in cues]
    held: list[list[tuple[float, Range]]] = [[] for _ in cues]
    for first, last, kind in spans:
        if kind == "content":
            chances = [(_chance(rows[i], 1, (first, last)), -i) for i in _near(cues, (first, last))]
            chance, best = max(chances, default=(0.0, 0))
            if chance >= chosen.content and chances:
                held[-best].append((chance, (first, last)))
    sources = [(first, last) for first, last, kind in spans if kind == "source"]
    found = [
        (cue, _source(row, [sources[i] for i in _near(sources, cue)], chosen), pieces)
        for cue, row, pieces in zip(cues, rows, held, strict=True)
        if pieces
    ]
    return [_tagged(seen, cue, source, pieces, chosen) for cue, source, pieces in found]


def _near(spans: Sequence[Range], to: Range) -> range:
    """Which of some spans, in order, can share a window with another one: only these are looked at."""
    first = bisect_left(spans, to[0] - SIZE, key=lambda s: s[1])
    return range(first, max(first, bisect_right(spans, to[1] + SIZE, key=lambda s: s[0])))


def _source(row: tuple[int, Floats] | None, sources: Sequence[Range], settings: Settings) -> tuple[float, Range | None]:
    """The source that most likely belongs to a cue, or that it has none, with the probability of either."""
    chance, source = max(((_chance(row, 0, source), source) for source in sources), default=(0.0, None))
    return (chance, source) if chance >= settings.source else (1 - chance, None)


def _row(seen: Seen, cue: Range) -> tuple[int, Floats] | None:
    """The window's first word, and how much each of its words belongs to a cue: the mean over the cue's words."""
    links = [seen.links[word] for word in range(*cue) if word in seen.links]
    if not links:
        return None
    first = links[0][0]
    same = [logits for begin, logits in links if begin == first]
    return first, np.mean(same, axis=0)


def _chance(row: tuple[int, Floats] | None, role: int, span: Range) -> float:
    if row is None:
        return 0.0
    begin, logits = row
    part = logits[role, max(0, span[0] - begin) : max(0, span[1] - begin)]
    return 1 / (1 + math.exp(-float(part.mean()))) if len(part) else 0.0


def _tagged(
    seen: Seen,
    cue: Range,
    source: tuple[float, Range | None],
    contents: Sequence[tuple[float, Range]],
    settings: Settings,
) -> Tagged:
    score = _sureness(seen, cue, "cue") * source[0] * min(chance for chance, _ in contents)
    for _, content in contents:
        score *= _sureness(seen, content, "content")
    right = settings.slope * odds(score) + settings.intercept
    return Tagged(cue, source[1], tuple(content for _, content in contents), score, 1 / (1 + math.exp(-right)))


def _sureness(seen: Seen, span: Range, kind: str) -> float:
    """The mean probability of the role over a span's words."""
    columns = [ROLES.index(f"B-{kind}"), ROLES.index(f"I-{kind}")]
    return float(np.exp(seen.roles[span[0] : span[1], columns]).sum(axis=1).mean())
