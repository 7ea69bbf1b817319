"""Working sheets for annotators, and what they fill in turned into the stand-off rows of `annotations/`.

    python -m training.sheets draw FOLDER      # writes the sheets (they hold texts: keep FOLDER outside the repository)
    python -m training.sheets collect FOLDER   # checks the filled sheets and prints what is wrong with them
    python -m training.sheets collect FOLDER --out annotations

A sheet `NAME.txt` is read by the annotator, who writes `NAME.json`: a list of rows that quote the text; `words@2` means
the second place where the words stand in the paragraph. Quotes become offsets here. `ONRECORD_DATA` names the data.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from onrecord.model import Act, Certainty, Polarity, SourceKind, sha256
from onrecord.reading.lexicon import match_cue
from onrecord.reading.tokens import tokenize

ARTICLES, A_SHEET = 96, 12
ROUNDS = {"items": (48, 90), "more": (40, 60)}
"""Statements drawn for each act, and for cues with an operator (negation, refusal), in each round."""
PER_ARTICLE, ITEMS_A_SHEET = 4, 150
CHAINS = 75
_OPERATOR = re.compile(
    r"\b(?:not|never|neither|nor|no|without|refus\w+|declin\w+|stop\w* short|fail\w*|hesitat\w+|rul\w+ out|stopp\w+)\b"
    r"|n[’']t\b",
    re.IGNORECASE,
)
_CHAIN = re.compile(
    r"\b(?:citing|quoting|quoted|leaked|obtained by|reported that|reports that|told the [A-Z]\w+|told [A-Z]{2,4}\b|"
    r"according to (?:a|the|an) (?:report|statement|memo|document|letter|transcript|poll|study)|"
    r"(?:said|told) in an interview with|sources (?:said|told)|as reported by|first reported|"
    r"reported (?:on )?\w+day)\b"
)
Row = dict[str, Any]


def documents(data: Path) -> dict[tuple[str, str], str]:
    """The texts by (set, article id)."""
    found: dict[tuple[str, str], str] = {}
    for row in _lines(data / "wikinews" / "articles.jsonl"):
        found["wikinews", row["url"]] = row["text"]
    for part in ("train", "dev"):
        for row in _lines(data / "polnear" / f"{part}.jsonl"):
            found["polnear", row["id"]] = row["text"]
    for row in _lines(data / "basil" / "articles.jsonl"):
        found["basil", row["url"]] = row["text"]
    return found


def _lines(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def draw(data: Path, folder: Path) -> None:
    """Write the sheets and `index.json`, which says what each one is about."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = documents(data)
    index: Row = {}
    for number, keys in enumerate(_batches(_wikinews(texts), A_SHEET)):
        index[f"articles-{number}"] = [list(key) for key in keys]
        parts = [f"##### article {i}\n\n{_numbered(texts[key])}" for i, key in enumerate(keys)]
        (folder / f"articles-{number}.txt").write_text("\n\n".join(parts), encoding="utf-8")
    for name, drawn in _statements(data).items():
        for number, items in enumerate(_batches(drawn, ITEMS_A_SHEET)):
            index[f"{name}-{number}"] = items
            parts = [_item(i, texts["polnear", item["article"]], item) for i, item in enumerate(items)]
            (folder / f"{name}-{number}.txt").write_text("\n\n".join(parts), encoding="utf-8")
    passages = _passages(texts)
    index["passages-0"] = passages
    parts = [_passage(i, texts["basil", p["article"]], p["paragraph"]) for i, p in enumerate(passages)]
    (folder / "passages-0.txt").write_text("\n\n".join(parts), encoding="utf-8")
    (folder / "index.json").write_text(json.dumps(index), encoding="utf-8")
    print({name: len(what) for name, what in index.items()})


def _batches(items: Sequence[Any], size: int) -> list[Sequence[Any]]:
    return [items[i : i + size] for i in range(0, len(items), size)]


def _wikinews(texts: dict[tuple[str, str], str]) -> list[tuple[str, str]]:
    fitting = [key for key, text in texts.items() if key[0] == "wikinews" and 180 <= len(text.split()) <= 700]
    return sorted(fitting, key=lambda key: zlib.crc32(key[1].encode()))[:ARTICLES]


def _statements(data: Path) -> dict[str, list[Row]]:
    """Attributions of PolNeAR, drawn evenly over what their cues seem to do."""
    pools: dict[str, list[Row]] = defaultdict(list)
    for part in ("train", "dev"):
        for document in _lines(data / "polnear" / f"{part}.jsonl"):
            for spans in document["attributions"]:
                if spans["content"] and spans["cue"]:
                    pools[_seems(document["text"], spans)].append({"article": document["id"], **spans})
    rng, taken, drawn = random.Random(7), Counter[str](), {}
    for round_name, (per_act, per_operator) in ROUNDS.items():
        found: list[Row] = []
        for name, pool in sorted(pools.items()):
            rng.shuffle(pool)
            found += _taken(pool, per_operator if name == "operator" else per_act, taken)
        rng.shuffle(found)
        drawn[round_name] = found
    return drawn


def _taken(pool: list[Row], wanted: int, taken: Counter[str]) -> list[Row]:
    """Take some out of a pool, few of each article."""
    found: list[Row] = []
    for item in list(pool):
        if len(found) < wanted and taken[item["article"]] < PER_ARTICLE:
            found.append(item)
            pool.remove(item)
            taken[item["article"]] += 1
    return found


def _seems(text: str, spans: Row) -> str:
    start, end = spans["cue"][0]
    cue = text[start:end]
    if _OPERATOR.search(cue):
        return "operator"
    around = text[max(0, start - 150) : end + 200]
    if _CHAIN.search(around) and "\n" not in around:
        return "chain"
    tokens = tokenize(cue)
    matches = [m for i in range(len(tokens)) if (m := match_cue(tokens, i))]
    return matches[-1].cue.act if matches else "other"


def _passages(texts: dict[tuple[str, str], str]) -> list[Row]:
    """Paragraphs of BASIL whose words let expect a chain of two or more links."""
    found = []
    for (name, article), text in texts.items():
        if name == "basil":
            for number, (start, end) in enumerate(paragraphs(text)):
                hits = len(_CHAIN.findall(text[start:end]))
                if hits and end - start < 900:
                    found.append((-min(hits, 2), zlib.crc32(f"{article}{number}".encode()), article, number))
    taken, kept = Counter[str](), list[Row]()
    for _, _, article, number in sorted(found):
        if taken[article] < 2 and len(kept) < CHAINS:
            taken[article] += 1
            kept.append({"article": article, "paragraph": number})
    return kept


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The lines of a text that hold words, without the white space around them."""
    found = []
    for match in re.finditer(r"[^\n]+", text):
        inner = match.group().strip()
        if inner:
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            found.append((start, start + len(inner)))
    return found


def _numbered(text: str) -> str:
    return "\n\n".join(f"[{i}] {text[a:b]}" for i, (a, b) in enumerate(paragraphs(text)))


def _item(number: int, text: str, item: Row) -> str:
    spans = paragraphs(text)
    at = item["content"][0][0]
    here = max(i for i, (a, _) in enumerate(spans) if a <= at or i == 0)
    before = [text[a:b] for a, b in [*spans[:2], *spans[max(2, here - 3) : here]] if a < spans[here][0]]
    parts = {role: " … ".join(text[a:b] for a, b in item[role]) or "-" for role in ("source", "cue", "content")}
    lines = [f"##### item {number}", *(f"  before: {p[:600]}" for p in before), f"  HERE: {text[slice(*spans[here])]}"]
    return "\n".join([*lines, *(f"  {role.upper()}: {words}" for role, words in parts.items())])


def _passage(number: int, text: str, paragraph: int) -> str:
    spans = paragraphs(text)
    before = [*range(min(2, paragraph)), *range(max(2, paragraph - 2), paragraph)]
    lines = [f"##### passage {number}", *(f"  before: {text[slice(*spans[i])][:600]}" for i in before)]
    return "\n".join([*lines, f"  [{paragraph}] {text[slice(*spans[paragraph])]}"])


class Wrong(Exception):
    """A row that an annotator has to mend."""


def collect(data: Path, folder: Path, out: Path | None) -> int:
    """Check all filled sheets; write the rows if `out` is given. Returns the number of rows that are wrong."""
    texts, index = documents(data), json.loads((folder / "index.json").read_text(encoding="utf-8"))
    found: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    wrong = 0
    for path in sorted(folder.glob("*.json")):
        sheet = path.stem.removesuffix("-second")
        if sheet not in index:
            continue
        second = "second/" if path.stem.endswith("-second") else ""
        for place, row in enumerate(json.loads(path.read_text(encoding="utf-8"))):
            try:
                key, statement = _row(sheet, row, index[sheet], texts)
            except (Wrong, KeyError, ValueError, TypeError, IndexError) as error:
                wrong += 1
                print(f"{path.name} row {place}: {type(error).__name__}: {error}")
                continue
            file = second + ("wikinews" if sheet.startswith("articles") else "sample")
            found[file, *key].append(statement)
    counts = Counter({file: 0 for file, _, _ in found})
    for (file, *_), statements in found.items():
        counts[file] += len(statements)
    print(dict(counts), f"{wrong} wrong")
    if out:
        _write(out, found, texts)
    return wrong


def _write(out: Path, found: dict[tuple[str, str, str], list[Row]], texts: dict[tuple[str, str], str]) -> None:
    files: dict[str, list[str]] = defaultdict(list)
    for (file, name, article), statements in sorted(found.items()):
        digest = sha256(texts[name, article].encode())
        ordered = sorted(statements, key=lambda s: (s["content"], s["cue"]))
        row = {"set": name, "article": article, "sha256": digest, "statements": ordered}
        files[file].append(json.dumps(row, ensure_ascii=False, separators=(",", ":")))
    for file, lines in files.items():
        path = out / f"{file}.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _row(sheet: str, row: Row, index: list[Any], texts: dict[tuple[str, str], str]) -> tuple[tuple[str, str], Row]:
    if sheet.startswith(tuple(ROUNDS)):
        item = index[row["item"]]
        key = ("polnear", item["article"])
        spans = {role: [tuple(s) for s in item[role]] for role in ("content", "cue", "source")}
    else:
        if sheet.startswith("articles"):
            key = tuple(index[row["article"]])
            paragraph = row["p"]
        else:
            key, paragraph = ("basil", index[row["passage"]]["article"]), index[row["passage"]]["paragraph"]
        spans = _quoted_spans(texts[key], row, paragraph)
    text = texts[key]
    return key, {**spans, **_force(row), "assertions": _assertions(text, row, spans["content"]), **_who(row)}


def _quoted_spans(text: str, row: Row, paragraph: int) -> Row:
    reach = paragraphs(text)
    content, at = list[tuple[int, int]](), reach[paragraph][0]
    for piece in row["content"]:
        span = _find(text, piece, at if not content else content[-1][1], len(text) if content else reach[paragraph][1])
        content.append(span)
    spans: Row = {"content": content}
    for role in ("cue", "source"):
        words = row.get(role)
        around = (reach[paragraph][0], max(reach[paragraph][1], content[-1][1]))
        near = content[0]
        spans[role] = [_find(text, words, *around, near=near)] if words else []
    return spans


def _find(text: str, words: str, start: int, end: int, near: tuple[int, int] | None = None) -> tuple[int, int]:
    """Where the words stand: the only place, the one that `@2` asks for, or the one closest to `near`."""
    words, _, which = words.partition("@") if re.search(r"@\d+$", words) else (words, "", "")
    pattern = r"\s+".join(re.escape(w) for w in words.split())
    places = [m.span() for m in re.finditer(pattern, text[:end]) if m.start() >= start]
    places = [(a, b) for a, b in places if not _cuts_word(text, a) and not _cuts_word(text, b)] or places
    if not places:
        raise Wrong(f"not in the paragraph: {words!r}")
    if which:
        return places[int(which) - 1]
    if len(places) > 1 and near is None:
        return places[0]
    return min(places, key=lambda p: min(abs(p[0] - near[1]), abs(p[1] - near[0]))) if near else places[0]


def _cuts_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _force(row: Row) -> Row:
    return {
        "act": Act(row["act"]).value,
        "certainty": Certainty(row["certainty"]).value,
        "polarity": Polarity(row["polarity"]).value,
    }


def _assertions(text: str, row: Row, content: list[tuple[int, int]]) -> list[Row]:
    found: list[Row] = []
    first, last = content[0][0], content[-1][1]
    for one in row["assertions"]:
        try:
            start, end = _find(text, one["text"], found[-1]["end"] if found else first, last)
        except Wrong:
            start, end = _find(text, one["text"], first, last)
        found.append({"start": start, "end": end, **_force(one)})
    if not found:
        raise Wrong("no assertion")
    return found


def _who(row: Row) -> Row:
    chain = [
        {"name": str(one["name"]), "kind": SourceKind(one["kind"]).value, "named": bool(one["named"])}
        for one in row["chain"]
    ]
    speaker = row["speaker"]
    if speaker is not None:
        speaker = {"name": str(speaker["name"]), "kind": SourceKind(speaker["kind"]).value}
    return {"chain": chain, "speaker": speaker}


def main() -> int:
    """Draw or collect."""
    parser = argparse.ArgumentParser(description="Sheets for annotators.")
    parser.add_argument("what", choices=["draw", "collect"])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    data = Path(os.environ["ONRECORD_DATA"])
    if options.what == "draw":
        draw(data, options.folder)
        return 0
    return 1 if collect(data, options.folder, options.out) else 0


if __name__ == "__main__":
    sys.exit(main())
