"""One file that inputs, readings, judgements and decisions are appended to."""

from onrecord.ledger.store import Ledger, open_ledger

__all__ = ["Ledger", "open_ledger"]
