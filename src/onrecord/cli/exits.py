"""Exit codes, and which error ends in which."""

from __future__ import annotations

from onrecord.errors import BadQuestion, OnrecordError, UnknownClaim

DONE = 0
FAILED = 1
USAGE = 2
NOTHING_FOUND = 3
INTERRUPTED = 130

MEANINGS = (
    (DONE, "all done"),
    (FAILED, "something failed: some inputs (the others are done), or all of it"),
    (USAGE, "the command was called with words or options that don't fit"),
    (NOTHING_FOUND, "the ledger holds nothing that was asked for"),
    (INTERRUPTED, "interrupted with Ctrl-C; what was added until then stays"),
)
"""What each code means, for `--help`."""

OF_ERRORS = ((BadQuestion, USAGE), (UnknownClaim, NOTHING_FOUND), (OnrecordError, FAILED))
"""The first that fits an error."""


def code_of(error: OnrecordError) -> int:
    """The exit code for an error of the package."""
    return next(code for kind, code in OF_ERRORS if isinstance(error, kind))
