"""What the reader's heads tell apart, in the order of their outputs."""

from __future__ import annotations

from onrecord.model import Act, Certainty, Polarity

ROLES = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
NAMES = ("O", "B-person", "I-person", "B-organisation", "I-organisation", "B-place", "I-place")
ACTS, CERTAINTIES, POLARITIES = tuple(Act), tuple(Certainty), tuple(Polarity)
FORCE = (*ACTS, *CERTAINTIES, *POLARITIES)
PAIRS = ("source", "content", "source begins", "source ends", "content begins", "content ends")
BELONGS = 2
"""The first kinds of pairs say what belongs to a cue, the others where that begins and ends."""
