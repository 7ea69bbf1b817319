"""PolNeAR (Newell et al., LREC 2018): news articles with attributions, one JSON document a line."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from onrecord.model import Article, Block, BlockKind, Statement


def load(data: Path, part: str) -> dict[str, dict[str, Any]]:
    """The documents of one part ("train" or "dev") by id; FileNotFoundError when it isn't there."""
    path = data / "polnear" / f"{part}.jsonl"
    if not path.exists():
        raise FileNotFoundError(f"{path} is missing: PolNeAR as JSON lines belongs there.")
    documents = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {document["id"]: document for document in documents}


def as_article(document: dict[str, Any]) -> Article:
    """A document with every line as a paragraph, its title too: the set annotates titles, the product skips them."""
    text, published = document["text"], document["meta"]["publication_date"]
    lines = (match.span() for match in re.finditer(r"\S(?:[^\n]*\S)?", text))
    blocks = tuple(Block(kind=BlockKind.PARAGRAPH, start=start, end=end) for start, end in lines)
    return Article(id=document["id"], text=text, published=published, language="en", blocks=blocks)


def as_attribution(statement: Statement) -> dict[str, Any]:
    """A statement in the set's terms."""
    return {"source": statement.source, "cue": statement.cue, "content": statement.content}
