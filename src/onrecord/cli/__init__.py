"""The command line: commands only parse, call and print."""

from onrecord.cli.program import main

__all__ = ["main"]
