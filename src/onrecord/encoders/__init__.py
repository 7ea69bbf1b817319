"""The trained models behind narrow functions; only user of onnxruntime."""

from onrecord.encoders.attributions import Tagged, attributions_of
from onrecord.encoders.decode import cue_chance, force_at, meaning_at, name_odds, names_of
from onrecord.encoders.model import Seen, about, see

__all__ = [
    "Seen",
    "Tagged",
    "about",
    "attributions_of",
    "cue_chance",
    "force_at",
    "meaning_at",
    "name_odds",
    "names_of",
    "see",
]
