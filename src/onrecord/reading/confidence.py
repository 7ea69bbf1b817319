"""The system's own confidence in an attribution, by the pattern that found it.

Each figure is the share of attributions with that pattern that were right (loose relation) on PolNeAR's training
part, rare patterns drawn towards the share of all; `python -m benchmarks.confidence` measures it again.
"""

from __future__ import annotations

from typing import Literal

from onrecord.reading.attribution import Attribution
from onrecord.reading.lexicon import Form
from onrecord.reading.sentence import Sentence
from onrecord.reading.verbs import find_groups

Hint = Literal["attribution", "cue", "nothing"]
"""What speaks for an attribution in a sentence in which the reader found none: one by the rules, or a lexicon's cue."""

OWN: dict[tuple[Hint, bool], float] = {
    ("nothing", False): 0.92,
    ("attribution", False): 0.83,
    ("cue", False): 0.81,
    ("nothing", True): 0.65,
    ("cue", True): 0.64,
    ("attribution", True): 0.45,
}
"""How often the trained reader is right to leave a sentence to the outlet, by the hint and by whether the model half
took some word of it for a cue; `python -m training.own_voice` measures it on documents that the model never saw."""
OWN_BY_RULES: dict[Hint, float] = {"nothing": 0.73, "cue": 0.35}
"""The same of the reader by rules."""
HALF_A_CUE = 0.1
"""The least chance of a word's being a cue that makes a sentence doubtful."""
LABELLED = 0.9
"""A line of a transcript; set by hand."""
UNATTRIBUTED = 0.5
"""A quotation whose speaker isn't told; set by hand."""

MEASURED: dict[tuple[str, str], float] = {
    ("continued", ""): 0.93,
    ("parenthetic", ""): 0.82,
    ("plain", "that"): 0.81,
    ("according to", ""): 0.81,
    ("plain", "quotation"): 0.79,
    ("plain", "clause"): 0.78,
    ("declined", ""): 0.78,
    ("inverted", ""): 0.76,
    ("quoting", ""): 0.74,
    ("plain", "quotation participle"): 0.74,
    ("plain", "that participle"): 0.73,
    ("plain", "clause participle"): 0.68,
    ("plain", "question participle"): 0.67,
    ("as clause", ""): 0.6,
    ("plain", "question"): 0.59,
    ("plain", "phrase"): 0.53,
    ("estimate", ""): 0.5,
    ("expected", ""): 0.47,
    ("plain", "infinitive"): 0.46,
    ("plain", "infinitive participle"): 0.39,
    ("plain", "phrase participle"): 0.39,
    ("passive", ""): 0.39,
}
_QUESTION = frozenset("what how why whether who if".split())


def confidence_of(text: str, found: Attribution) -> float:
    """A number in [0, 1]."""
    return MEASURED[found.pattern, opening_of(text, found)]


def hint_in(sentence: Sentence, *, ruled: bool) -> Hint:
    """What speaks for an attribution in the sentence; `ruled` says whether the rules see one."""
    if ruled:
        return "attribution"
    return "cue" if find_groups(sentence) else "nothing"


def opening_of(text: str, found: Attribution) -> str:
    """How the content of a plain attribution opens; empty for the other patterns."""
    if found.pattern != "plain" or found.group is None:
        return ""
    start, end = found.content[0]
    first = text[start:end].split(maxsplit=1)[0].lower()
    frames = found.group.cue.frames
    if first[0] in "“”„«»\"'‘":
        kind = "quotation"
    elif first in {"that", "to"}:
        kind = "that" if first == "that" else "infinitive"
    elif first in _QUESTION:
        kind = "question"
    else:
        kind = "phrase" if "n" in frames or "t" not in frames else "clause"
    return f"{kind} participle" if found.group.form is Form.ING else kind
