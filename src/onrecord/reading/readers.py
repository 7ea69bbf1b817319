"""The readers to choose from: the trained one, and the one by rules for those who ask for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from onrecord.model import Article, Reading
from onrecord.reading import rules, trained

DEFAULT = "trained"
READERS: Mapping[str, tuple[Callable[[], str], Callable[[Article], Reading]]] = {
    "trained": (trained.reader_id, trained.read),
    "rules": (rules.reader_id, rules.read),
}


def reader_id(reader: str = DEFAULT) -> str:
    """Name and version of a reader, as its readings carry it."""
    return READERS[reader][0]()


def read(article: Article, reader: str = DEFAULT) -> Reading:
    """The reading of an article whose blocks and language are known.

    Other languages than English are kept unread; ModelError where the trained reader's model is missing or damaged.
    """
    if article.language is not None and article.language != "en":
        reason = f"the language is {article.language}, and only English is read"
        return Reading(reader=reader_id(reader), language=article.language, blocks=article.blocks, unread=reason)
    return READERS[reader][1](article)
