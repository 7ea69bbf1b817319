"""What speaks for a candidate being a person, a body, a place or nothing: named pieces of evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from onrecord.model import EntityKind
from onrecord.reading import names_tables as tables
from onrecord.reading.names_chunks import PARTICLES, Chunk, is_head

SPEECH = frozenset(
    "said says told wrote writes added adds argued warned claimed announced stated tweeted asked insisted noted "
    "explained confirmed denied believes thinks replied recalled testified".split()
)
_PLACE_PREPOSITIONS = frozenset("in at near across outside inside throughout around".split())
_MOTION = frozenset("from to into towards toward through between via".split())
_BODY_FOLLOWERS = frozenset(
    "party government forces troops spokesman spokeswoman spokesperson official officials coalition group leader "
    "leaders chief chairman president minister shares founder members member lawmaker lawmakers mp executive director "
    "board headquarters staff militants fighters rebels militia regime supporters candidate".split()
)
_PERSON_WORDS = frozenset({"who", "whose", "himself", "herself", "aged"})
_PLACE_ENDINGS = ("stan", "land", "burg", "grad", "ville", "shire", "pur", "abad", "ovo", "ia", "polis", "ton", "istan")
_LETTERS = re.compile(r"[^a-z]")


def own_evidence(chunk: Chunk, lowered: frozenset[str]) -> Iterator[str]:
    """What the words themselves say; `lowered` are the words that the text also writes small."""
    texts = chunk.texts
    small = [text.lower() for text in texts]
    known = tables.known(chunk.name)
    if known:
        yield f"known {known[0].value}"
    yield "bias"
    yield f"words {min(len([t for t in texts if t not in PARTICLES]), 4)}"
    yield from _body_evidence(texts)
    yield from _place_evidence(texts)
    given = tables.given_names()
    bare = [_LETTERS.sub("", text) for text in small]
    yield "first is a personal name" if bare[0] in given else "first isn't a personal name"
    if len(texts) > 1:
        yield "last is a personal name" if bare[-1] in given else "last isn't a personal name"
    yield from _word_evidence(small, lowered)
    if any(
        text in PARTICLES or text.startswith(("al-", "Al-", "Mc", "Mac", "O'", "O’")) for text in texts[1:] or texts
    ):
        yield "a personal particle"
    if any(len(text) == 2 and text.endswith(".") for text in texts[1:-1]):
        yield "an initial inside"
    elif len(texts[0]) == 2 and texts[0].endswith("."):
        yield "begins with an initial"
    yield from _shape_evidence(texts)


def context_evidence(chunk: Chunk) -> Iterator[str]:
    """What the words around one mention say."""
    line, start, end = chunk.line, chunk.start, chunk.end
    if chunk.title:
        yield f"title for {chunk.title}"
    one = line[start - 1].text.lower() if start else ""
    if one.isalpha() and line[start - 1].text.islower():
        yield f"after the word {one}"
    after = [word.text for word in line[end : end + 3]]
    following = after[0].lower() if after else ""
    if following.isalpha() and after[0].islower():
        yield f"before the word {following}"
    checks = (
        ("after a demonym", chunk.demonym),
        ("opens a sentence", line[start].opens),
        ("after in", one in _PLACE_PREPOSITIONS),
        ("after from", one in _MOTION),
        ("possessive", line[end - 1].possessive),
        ("beside a verb of saying", following in SPEECH or one in SPEECH),
        ("followed like a person", following in _PERSON_WORDS or (following == "," and _starts_person(after[1:]))),
        ("before a word for a place", following in tables.place_words("after")),
        ("before a word for a body", following in _BODY_FOLLOWERS),
        ("before an acronym", following == "(" and _is_acronym(after[1:2])),
        ("beside a place in a list", _beside_known_place(chunk)),
        ("in brackets", one == "(" and following == ")"),
        ("before a small word", following.isalpha() and after[0].islower()),
    )
    yield from (label for label, holds in checks if holds)


def _word_evidence(small: list[str], lowered: frozenset[str]) -> Iterator[str]:
    common = [text in tables.common_words() for text in small if text not in {"of", "the", "for", "and"}]
    if all(common):
        yield "all words are common" if len(small) > 1 else "a common word"
    elif any(common):
        yield "some words are common"
    if all(text in lowered for text in small):
        yield "also written small"


def _body_evidence(texts: tuple[str, ...]) -> Iterator[str]:
    kind, role = tables.body_words().get(texts[-1], ("", ""))
    if kind and len(texts) > 1:
        yield f"ends with a {role} word for an {kind}"
    elif kind:
        yield f"is a {role} word for a body"
    if any(is_head(text) and following in {"of", "for"} for text, following in pairwise(texts)):
        yield "a body's word before of"
    elif any(text in tables.body_words() for text in texts[:-1]):
        yield "a body's word inside"
    if texts[0] in tables.demonyms():
        yield "begins with a demonym"
    if "of" in texts:
        yield "of inside"


def _place_evidence(texts: tuple[str, ...]) -> Iterator[str]:
    if len(texts) > 1 and texts[-1] in tables.place_words("last"):
        yield "ends with a word for a place"
    if len(texts) > 1 and texts[0] in tables.place_words("first"):
        yield "begins with a word for a place"
    if any(a in tables.place_words("of") and b == "of" for a, b in pairwise(texts)):
        yield "a place's word before of"
    if len(texts) == 1 and texts[0].endswith(_PLACE_ENDINGS):
        yield "ends like a place"
    parts = [tables.known(text) for text in texts] if len(texts) > 1 else []
    if any(part and part[0] in {EntityKind.COUNTRY, EntityKind.PLACE} for part in parts):
        yield "a place inside"


def _shape_evidence(texts: tuple[str, ...]) -> Iterator[str]:
    if len(texts) == 1 and texts[0].replace(".", "").isupper() and len(texts[0]) > 1:
        yield "an acronym"
    elif any(text.isupper() and len(text) > 2 for text in texts):
        yield "capitals inside"
    if len(texts) == 1 and any(a.islower() and b.isupper() for a, b in pairwise(texts[0])):
        yield "a capital inside"
    if any(char.isdigit() for text in texts for char in text):
        yield "a digit inside"
    if len(texts) == 1 and "-" in texts[0]:
        yield "a hyphen inside"
    if len(texts[0]) == 1:
        yield "a single letter"


def _starts_person(after: list[str]) -> bool:
    """Whether an age or a relative clause follows."""
    head = after[0].lower() if after else ""
    is_age = head.isascii() and head.isdigit() and len(head) < 4 and 15 <= int(head) <= 105
    return is_age or head in _PERSON_WORDS


def _is_acronym(after: list[str]) -> bool:
    return bool(after) and after[0].isupper() and len(after[0]) > 1


def _beside_known_place(chunk: Chunk) -> bool:
    line, start, end = chunk.line, chunk.start, chunk.end
    near = []
    if start >= 2 and line[start - 1].text in {",", "and", "/"}:
        near.append(line[start - 2].text)
    if end + 1 < len(line) and line[end].text in {",", "and", "/"}:
        near.append(line[end + 1].text)
    found = [tables.known(text) for text in near]
    return any(item and item[0] in {EntityKind.COUNTRY, EntityKind.PLACE} for item in found)
