"""Every error of the package.

OnrecordError                something that the user can act on; its text is one sentence: what, where, what to do
├── SourceError              an input that can't be turned into articles
│   ├── UnreadableInput      a file or response that isn't what it should be (empty, binary, broken)
│   └── FetchFailed          a URL that didn't answer as it should
├── LedgerError              a ledger that can't be used
│   ├── NotALedger           a file that is something else
│   ├── LedgerTooNew         written by a newer version of the program
│   └── LedgerUnavailable    read-only, locked by another process, or out of disk space
├── ModelError               the trained reader's model is missing or damaged
├── UnknownClaim             a claim or statement id that isn't in the ledger
└── BadQuestion              a question asked with options that don't fit
"""

from __future__ import annotations


class OnrecordError(Exception):
    """Something that the user can act on, said in one sentence."""


class SourceError(OnrecordError):
    """An input that can't be turned into articles."""


class UnreadableInput(SourceError):
    """A file or response that isn't what it should be."""


class FetchFailed(SourceError):
    """A URL that didn't answer as it should."""


class LedgerError(OnrecordError):
    """A ledger that can't be used."""


class NotALedger(LedgerError):
    """The file is something else."""


class LedgerTooNew(LedgerError):
    """Written by a newer version of the program."""


class LedgerUnavailable(LedgerError):
    """Read-only, in use by another process, or out of disk space."""


class ModelError(OnrecordError):
    """The trained reader's model is missing or damaged."""


class UnknownClaim(OnrecordError):
    """No such claim or statement in the ledger."""


class BadQuestion(OnrecordError):
    """A question asked with options that don't fit."""
