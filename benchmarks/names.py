"""Names in text: exact span and coarse type (person, organisation, place) against four public sets.

Outlets count as organisations, countries as places. Gold of other types (dates, peoples, events, products) is left out.
Of re3d, which marks noun phrases, only gold with a capitalised word is kept, without its article.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from onrecord.model import Article, EntityKind, Span
from onrecord.pipeline import read

Gold = set[tuple[Span, str]]
Document = tuple[str, str, Gold]
Found = tuple[Gold, Gold]
Types = Mapping[str, str]

COARSE = {
    EntityKind.PERSON: "person",
    EntityKind.ORGANISATION: "organisation",
    EntityKind.OUTLET: "organisation",
    EntityKind.COUNTRY: "place",
    EntityKind.PLACE: "place",
}
TYPES = {
    "person": "person",
    "politician": "person",
    "per": "person",
    "organization": "organisation",
    "organisation": "organisation",
    "org": "organisation",
    "politicalparty": "organisation",
    "location": "place",
    "loc": "place",
    "country": "place",
}
OTHERS = {
    "norp": "people",
    "nationality": "people",
    "facility": "other",
    "product": "other",
    "misc": "other",
    "event": "other",
    "election": "other",
}
"""Types that aren't measured, but tell a fitting what the names of a set are instead of persons, bodies and places."""
_NO_SPACE_BEFORE = frozenset(".,;:!?)]}%’”'\n-") | {"'s", "’s", "n't", "n’t", "'re", "'ve", "'ll", "'t"}
_NO_SPACE_AFTER = frozenset("([{“$£€‘\n-")
_QUOTE = '"'
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)


def run(data: Path) -> dict[str, float]:
    """F1 (0..100) on the dev part of each set, by type over all of them, and over everything."""
    folder = data / "ner"
    if not folder.exists():
        raise FileNotFoundError(f"{folder} is missing: the sets of named entities are part of the development data.")
    figures: dict[str, float] = {}
    together: list[Found] = []
    for name, reader in READERS.items():
        found = [(gold, _find(text)) for _, text, gold in reader(folder, dev=True)]
        figures[f"dev.{name}.f1"] = f1(found)
        together += found
    for kind in ("person", "organisation", "place"):
        figures[f"dev.{kind}.f1"] = f1(together, kind)
    return figures | {"dev.f1": f1(together)}


def f1(found: Iterable[Found], kind: str | None = None) -> float:
    """F1 in percent over pairs of gold and found names, of one coarse type or of all."""
    hits = said = expected = 0
    for gold, names in found:
        hits += sum(1 for item in gold & names if kind in {None, item[1]})
        said += sum(1 for item in names if kind in {None, item[1]})
        expected += sum(1 for item in gold if kind in {None, item[1]})
    return round(200 * hits / max(said + expected, 1), 1)


def read_crossner(folder: Path, *, dev: bool, types: Types = TYPES) -> Iterator[Document]:
    """One sentence is one document; token and tag parted by a tab."""
    text = (folder / "crossner-politics" / ("dev.txt" if dev else "train.txt")).read_text(encoding="utf-8")
    for index, block in enumerate(text.split("\n\n")):
        rows = [line.split("\t") for line in block.splitlines() if line]
        if rows:
            yield str(index), *_joined([(row[0], row[1]) for row in rows], types)


def read_worldwide(folder: Path, *, dev: bool, types: Types = TYPES) -> Iterator[Document]:
    """One file is one article; of nested tags the outer one counts; a paragraph per sentence group."""
    for path in sorted((folder / "en-worldwide").glob("*.tsv")):
        if _is_dev(path.name) is dev:
            rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
            yield path.name, *_joined([(row[0], row[1]) for row in rows if len(row) > 1 and "://" not in row[0]], types)


def read_uner(folder: Path, *, dev: bool, types: Types = TYPES) -> Iterator[Document]:
    """One web document is one document; sentences joined by line breaks."""
    document: list[tuple[str, str]] = []
    name = ""
    for line in [*(folder / "uner-ewt" / "dev.iob2").read_text(encoding="utf-8").splitlines(), "# newdoc id = "]:
        if line.startswith("# newdoc id = "):
            if document and _is_dev(name) is dev:
                yield name, *_joined(document, types)
            document, name = [], line
        elif not line:
            document.append(("\n", "O"))
        elif not line.startswith("#"):
            _, token, tag, *_ = line.split("\t")
            document.append((token, tag.replace("-OTH", "-other")))


def read_re3d(folder: Path, *, dev: bool, types: Types = TYPES) -> Iterator[Document]:
    """Stand-off JSON lines by publisher."""
    for publisher in sorted((folder / "re3d").iterdir()):
        gold: dict[str, Gold] = {}
        for row in _json_lines(publisher / "entities.json"):
            kind = types.get(str(row["type"]).lower())
            if kind:
                gold.setdefault(str(row["documentId"]), set()).add(((int(row["begin"]), int(row["end"])), kind))
        for row in _json_lines(publisher / "documents.json"):
            name, text = str(row["_id"]), str(row["text"])
            if _is_dev(name) is dev:
                spans = {(_without_article(text, span), kind) for span, kind in gold.get(name, set())}
                yield name, text, {(s, kind) for s, kind in spans if re.search(r"[A-Z]", text[s[0] : s[1]])}


READERS: dict[str, Callable[..., Iterator[Document]]] = {
    "crossner-politics": read_crossner,
    "en-worldwide": read_worldwide,
    "uner-ewt": read_uner,
    "re3d": read_re3d,
}


def _find(text: str) -> Gold:
    names = read(Article(id="a", text=text, language="en")).names
    return {((name.start, name.end), COARSE[name.kind]) for name in names}


def _is_dev(name: str) -> bool:
    return zlib.crc32(name.encode()) % 3 == 0


def _without_article(text: str, span: Span) -> Span:
    article = _ARTICLE.match(text, span[0], span[1])
    return (article.end(), span[1]) if article else span


def _json_lines(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def _joined(tokens: list[tuple[str, str]], types: Types) -> tuple[str, Gold]:
    """Tokens as running text with the usual spacing, and the spans of their tags."""
    text = ""
    gold: list[tuple[int, int, str]] = []
    quoted = False
    tight = True
    for token, tag in tokens:
        is_quote = token == _QUOTE
        text += "" if tight or token in _NO_SPACE_BEFORE or (is_quote and quoted) else " "
        start = len(text)
        text += token
        if tag.startswith("I-") and gold and gold[-1][2] == tag[2:].lower():
            gold[-1] = (gold[-1][0], len(text), gold[-1][2])
        elif tag not in {"O", "-"}:
            gold.append((start, len(text), tag[2:].lower()))
        quoted = quoted != is_quote
        tight = token in _NO_SPACE_AFTER or (is_quote and quoted)
    return text, {((start, end), types[kind]) for start, end, kind in gold if kind in types}
