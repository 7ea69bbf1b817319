"""Data tables: tab-separated text under `onrecord/data`, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def load_table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `onrecord/data/<name>`, split at tabs; lines that start with `#` and empty lines are left out."""
    text = (files("onrecord") / "data" / name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines)


def words(name: str) -> tuple[str, ...]:
    """The words of the list `name` in `quantity_words.tsv`, in order."""
    lists = {row[0]: row[1] for row in load_table("quantity_words.tsv")}
    return tuple(lists[name].split())


def word_set(name: str) -> frozenset[str]:
    """The same without order."""
    return frozenset(words(name))
