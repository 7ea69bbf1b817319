"""One file per question, each with one answer type and one `ask`; `QUESTIONS` names them all.

Every answer is a frozen dataclass `Answer` whose `table()` is what a terminal or a spreadsheet shows. Every `ask` takes
the ledger, then what is asked about, then options by keyword. An answer with nothing in it says so as a value (None, an
empty tuple); `ask` raises `UnknownClaim` for an id that isn't on record and `BadQuestion` for a malformed option.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from types import ModuleType

NAMES = ("origins", "status", "positions", "figures", "timeline", "changes", "sources", "search")
"""The questions in the order in which help and pages list them."""


class _Questions(Mapping[str, ModuleType]):
    def __getitem__(self, name: str) -> ModuleType:
        if name not in NAMES:
            raise KeyError(name)
        return import_module(f"{__name__}.{name}")  # loaded at use: the command line's help needs the names only

    def __iter__(self) -> Iterator[str]:
        return iter(NAMES)

    def __len__(self) -> int:
        return len(NAMES)


QUESTIONS: Mapping[str, ModuleType] = _Questions()
"""Every question's module by its name."""

__all__ = ["NAMES", "QUESTIONS"]
