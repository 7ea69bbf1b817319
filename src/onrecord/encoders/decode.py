"""What the model sees of a text's words, read at spans: names, what cue and content do, what a span means."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence

import numpy as np

from onrecord.encoders.labels import ACTS, CERTAINTIES, NAMES, POLARITIES, ROLES
from onrecord.encoders.model import Floats, Seen, Settings, about
from onrecord.encoders.sequences import Range, best_labels
from onrecord.model import Act, Certainty, Polarity, Span

Force = tuple[Act, Certainty, Polarity]
_LEAST = 1e-3
_MOST_ODDS = 7.0
_SURELY_NONE = math.log(0.999)
"""Words that are in no name with this log-probability are in none."""


def names_of(seen: Seen) -> list[tuple[int, int, str]]:
    """The names of a text as (first, last, kind): person, organisation or place."""
    return best_labels(seen.names, NAMES, breaks_of(seen), (seen.names[:, 0] < _SURELY_NONE).tolist())


def name_odds(seen: Seen, span: Span, kind: str) -> float:
    """The log-odds of a span of the text being part of a name of this kind: of the mean over its words."""
    first, last = _words_in(seen, span)
    if first >= last:
        return -_MOST_ODDS
    columns = [NAMES.index(f"B-{kind}"), NAMES.index(f"I-{kind}")]
    chance = float(np.exp(seen.names[first:last, columns]).sum(axis=1).mean())
    return odds(chance)


def cue_chance(seen: Seen, span: Span) -> float:
    """The chance of a span's likeliest word of being part of a cue."""
    likely = np.exp(seen.roles[slice(*_words_in(seen, span)), ROLES.index("B-cue") : ROLES.index("I-cue") + 1])
    return float(likely.sum(axis=1).max(initial=0.0))


def odds(chance: float) -> float:
    """Log-odds within bounds."""
    kept = min(max(chance, _LEAST), 1 - _LEAST)
    return math.log(kept / (1 - kept))


def chance_of(log_odds: float) -> float:
    """The chance that log-odds stand for: a logistic function."""
    return 1 / (1 + math.exp(-log_odds))


def breaks_of(seen: Seen) -> list[bool]:
    """Whether a paragraph begins with each word."""
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
