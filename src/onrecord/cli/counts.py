"""Counts in words."""

from __future__ import annotations


def number_of(count: int, noun: str) -> str:
    """A count with its noun, in the plural where it should be."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
