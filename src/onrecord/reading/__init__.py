"""An article becomes statements, names, times and quantities."""

from onrecord.reading.rules import READER, read_by_rules

__all__ = ["READER", "read_by_rules"]
