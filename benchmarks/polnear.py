"""PolNeAR (Newell et al., LREC 2018): news articles with attributions, one JSON document a line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from onrecord.model import Article, Statement


def load(data: Path, part: str) -> dict[str, dict[str, Any]]:
    """The documents of one part ("train" or "dev") by id; FileNotFoundError when it isn't there."""
    path = data / "polnear" / f"{part}.jsonl"
    if not path.exists():
        raise FileNotFoundError(f"{path} is missing: PolNeAR as JSON lines belongs there.")
    documents = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {document["id"]: document for document in documents}


def as_article(document: dict[str, Any]) -> Article:
    """A document as the product gets it: no blocks and no language yet."""
    meta = document["meta"]
    return Article(id=document["id"], text=document["text"], headline=meta["title"], published=meta["publication_date"])


def as_attribution(statement: Statement) -> dict[str, Any]:
    """A statement in the set's terms."""
    return {"source": statement.source, "cue": statement.cue, "content": statement.content}
