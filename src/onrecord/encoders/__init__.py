"""The trained models behind narrow functions; only user of onnxruntime."""

from onrecord.encoders.decode import Tagged, attributions_of, force_at, meaning_at, name_odds, names_of
from onrecord.encoders.model import Seen, about, see

__all__ = ["Seen", "Tagged", "about", "attributions_of", "force_at", "meaning_at", "name_odds", "names_of", "see"]
