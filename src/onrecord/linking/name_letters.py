"""Letters of names: to ASCII, and to what transcriptions of one name have in common."""

from __future__ import annotations

import re
import unicodedata

# Applied in order; the aim is that transcriptions of one Cyrillic or Arabic name meet, not that the result can be read.
_FOLDS = (
    ("schtsch", "s"),
    ("shch", "s"),
    ("dzh", "i"),
    ("tsch", "k"),
    ("tch", "k"),
    ("sch", "s"),
    ("zh", "s"),
    ("sh", "s"),
    ("sz", "s"),
    ("cz", "k"),
    ("ch", "k"),
    ("kh", "k"),
    ("gh", "g"),
    ("th", "t"),
    ("dh", "d"),
    ("ph", "f"),
    ("ck", "k"),
    ("tz", "s"),
    ("ts", "s"),
    ("dj", "i"),
    ("x", "ks"),
    ("q", "k"),
    ("c", "k"),
    ("w", "v"),
    ("z", "s"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ae", "a"),
    ("oe", "o"),
    ("ue", "u"),
    ("y", "i"),
    ("j", "i"),
    ("ie", "e"),
    ("o", "u"),
)
# In French transcriptions only, which their "ou" gives away.
_FRENCH = (("tch", "tsch"), ("ch", "sh"), ("j", "zh"), ("ou", "u"))
_FRENCH_END = re.compile(r"ine$")
_SILENT_H = re.compile(r"(?<=[bcdfgklmnprstv])h|(?<=[aeiu])h(?![aeiu])")
_REPEATED = re.compile(r"([a-z])\1+")
_FINAL_OFF = re.compile(r"uf$")
_VOWELS = str.maketrans("", "", "aeiou")


def letters(name: str) -> str:
    """The name in small ASCII letters and digits, words parted by single spaces."""
    from anyascii import anyascii  # noqa: PLC0415 - heavy, loaded at use

    composed = unicodedata.normalize("NFKC", name)
    plain = anyascii(composed).replace("&", " and ")
    # Apostrophes, full stops and grave accents stand inside one word (O'Neil, A.B.C.); everything else parts words.
    kept = "".join(c if c.isalnum() else "" if c in "'`." else " " for c in plain)
    return " ".join(kept.lower().split())


def fold(token: str) -> str:
    """What the transcriptions of a token share, with its vowels."""
    for old, new in _FOLDS:
        token = token.replace(old, new)
    token = _REPEATED.sub(r"\1", _SILENT_H.sub("", token))
    return _FINAL_OFF.sub("uv", token)


def folds(token: str) -> frozenset[str]:
    """The folded token, and what it folds to if it's spelled the French way: Poutine, Roujine."""
    if "ou" not in token:
        return frozenset({fold(token)})
    english = _FRENCH_END.sub("in", token)
    for old, new in _FRENCH:
        english = english.replace(old, new)
    return frozenset({fold(token), fold(english)})


def skeletons(token: str) -> frozenset[str]:
    """The consonants of each of the token's folded forms."""
    return frozenset(_consonants(folded) for folded in folds(token))


def skeleton(token: str) -> str:
    """The consonants of the folded token; an initial vowel of any kind is `a`."""
    return _consonants(fold(token))


def _consonants(folded: str) -> str:
    head = "a" if folded[:1] in {"a", "e", "i", "u"} else folded[:1]
    return head + folded[1:].translate(_VOWELS)
