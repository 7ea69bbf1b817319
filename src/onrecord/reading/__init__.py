"""An article becomes statements, names, times and quantities."""

from onrecord.reading.readers import DEFAULT, READERS, read, reader_id

__all__ = ["DEFAULT", "READERS", "read", "reader_id"]
