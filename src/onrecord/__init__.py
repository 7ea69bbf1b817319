"""A ledger of attributed claims: who says so, who told them, and does it still stand.

    import onrecord

    with onrecord.open("story.db") as ledger:
        onrecord.add(ledger, onrecord.load("articles.jsonl"))
        print(onrecord.status(ledger, "instructors for Vesna").status)

Everything here is loaded at its first use, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.articles import Failure, Metadata, load
    from onrecord.errors import OnrecordError
    from onrecord.ledger import Ledger
    from onrecord.ledger import open_ledger as open  # noqa: A004 - the word of the contract
    from onrecord.model import Article, Reading
    from onrecord.pipeline import Added, add, read
    from onrecord.questions.changes import ask as changes
    from onrecord.questions.figures import ask as figures
    from onrecord.questions.origins import ask as origins
    from onrecord.questions.positions import ask as positions
    from onrecord.questions.search import ask as search
    from onrecord.questions.sources import ask as sources
    from onrecord.questions.status import ask as status
    from onrecord.questions.timeline import ask as timeline

__version__ = "0.1.0"

__all__ = [
    "Added",
    "Article",
    "Failure",
    "Ledger",
    "Metadata",
    "OnrecordError",
    "Reading",
    "add",
    "changes",
    "figures",
    "load",
    "open",
    "origins",
    "positions",
    "read",
    "search",
    "sources",
    "status",
    "timeline",
]

# Name -> (module, attribute).
_DOORS = {
    "Added": ("onrecord.pipeline", "Added"),
    "Article": ("onrecord.model", "Article"),
    "Failure": ("onrecord.articles", "Failure"),
    "Ledger": ("onrecord.ledger", "Ledger"),
    "Metadata": ("onrecord.articles", "Metadata"),
    "OnrecordError": ("onrecord.errors", "OnrecordError"),
    "Reading": ("onrecord.model", "Reading"),
    "add": ("onrecord.pipeline", "add"),
    "load": ("onrecord.articles", "load"),
    "open": ("onrecord.ledger", "open_ledger"),
    "read": ("onrecord.pipeline", "read"),
    **{
        name: (f"onrecord.questions.{name}", "ask")
        for name in ("changes", "figures", "origins", "positions", "search", "sources", "status", "timeline")
    },
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever stands behind the door
    if name not in _DOORS:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    module, attribute = _DOORS[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
