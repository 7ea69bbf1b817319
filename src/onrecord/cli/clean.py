"""The one place where text from outside is made harmless for a terminal."""

from __future__ import annotations

import re

CONTROL_PICTURES = 0x2400
"""Where Unicode keeps one visible picture for each of the first 32 control characters."""

REPLACEMENT = "\ufffd"

HARMFUL = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f"  # C0 controls but tab and line feed: escape, bell, backspace, carriage return
    "\x80-\x9f"  # C1 controls, which some terminals take as escape sequences
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks that turn the direction of writing around
    "\u2028\u2029"  # separators that some terminals break lines at
    "\ud800-\udfff\ufeff\ufff9-\ufffb"  # lone surrogates, which can't be printed, and invisible marks
    "]"
)

_BLANKS = re.compile(r"\s+")


def clean(text: str) -> str:
    """The text with every character that could command a terminal shown as a visible one, one for one.

    Tabs and line feeds stay.
    """
    return HARMFUL.sub(_visible, text)


def clean_line(text: str) -> str:
    """The same on one line: line breaks, tabs and runs of blanks become one blank."""
    return clean(_BLANKS.sub(" ", text))


def _visible(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(CONTROL_PICTURES + code)
    return "\u2421" if code == 0x7F else REPLACEMENT
