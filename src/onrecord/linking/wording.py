"""Shared wording between articles: which are reprints, wholly or in part."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from onrecord.model import BlockKind, Judgement, Record, Strength

SHARED_FROM = 0.3
"""Share of the shorter text's word sequences that stand in the other from which on it's taken for the same words."""
_LENGTH = 5
_SAMPLE = 4
"""One in so many sequences becomes a key, chosen by its hash, so that the same sequence is a key everywhere."""
_WORD = re.compile(r"\w+")
_BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.STANDFIRST, BlockKind.QUOTE})


def keys_of_article(record: Record) -> frozenset[str]:
    """Blocking keys: a sample of hashed five-word sequences of the body."""
    return frozenset(f"{h:x}" for h in _sequences(_body(record)) if h % _SAMPLE == 0)


def judge_wording(one: Record, other: Record) -> Judgement | None:
    """Whether the later of two articles repeats the other's words; None below the threshold.

    Evident for a version of one document and where it credits the other's outlet as its wire; else suspected.
    """
    later, earlier = sorted((one, other), key=_order, reverse=True)
    shared = overlap(_body(later), _body(earlier))
    if shared < SHARED_FROM:
        return None
    verdict, strength, reason = _verdict(later, earlier)
    return Judgement(
        kind="derivation",
        left=later.article.id,
        right=earlier.article.id,
        verdict=verdict,
        strength=strength,
        score=round(shared, 4),
        reason=f"{reason}; {shared:.0%} of the shorter text's five-word sequences stand in both",
    )


def directed(records: Iterable[Record], judgements: Iterable[Judgement]) -> dict[tuple[str, str], Judgement]:
    """Judgements on articles by (later, earlier), as the records are dated now.

    When a pair was judged, the version that turns one of the two into a later version may have been missing.
    """
    known = {record.article.id: record for record in records}
    found = {}
    for judgement in judgements:
        if judgement.left in known and judgement.right in known:
            one, other = known[judgement.left], known[judgement.right]
            now = judgement if _order(one) > _order(other) else _turned(judgement, one, other)
            if now:
                found[now.left, now.right] = now
    return found


def overlap(one: str, other: str) -> float:
    """The share of the shorter text's five-word sequences that stand in the other, 0..1."""
    a, b = _sequences(one), _sequences(other)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def gives_credit(record: Record, outlet: str) -> bool:
    """Whether an article credits an outlet: in its byline, a credit line or the dateline."""
    article = record.article
    lines = [article.byline or "", article.text[:120]]
    lines += [article.text[b.start : b.end] for b in record.reading.blocks if b.kind is BlockKind.CREDIT]
    names = {outlet.casefold(), initials(outlet).casefold()}
    return any(_mentions(line, name) for line in lines for name in names if len(name) > 1)


def initials(name: str) -> str:
    """The capitals of a name of several words: Norvia Press Agency is NPA."""
    words = [word for word in name.split() if word[:1].isupper() and word.casefold() != "the"]
    return "".join(word[0] for word in words) if len(words) > 1 else name


def _order(record: Record) -> tuple[str, str]:
    return record.known, record.article.id


def _turned(judgement: Judgement, one: Record, other: Record) -> Judgement | None:
    if judgement.verdict == "same":  # a person's, whose word doesn't hang on the order
        return replace(judgement, left=other.article.id, right=one.article.id)
    return judge_wording(one, other)


def _verdict(later: Record, earlier: Record) -> tuple[str, Strength, str]:
    first = earlier.version_of or earlier.article.id
    if (later.version_of or later.article.id) == first:
        return "version", Strength.EVIDENT, "a later version at the same address"
    outlet = earlier.article.outlet
    if outlet and outlet != later.article.outlet and gives_credit(later, outlet):
        return "wire credit", Strength.EVIDENT, f"credits {outlet}"
    return "same words", Strength.SUSPECTED, "no credit given"


def _mentions(line: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", line.casefold()) is not None


def _body(record: Record) -> str:
    text = record.article.text
    return "\n".join(text[b.start : b.end] for b in record.reading.blocks if b.kind in _BODY)


@lru_cache(maxsize=512)
def _sequences(text: str) -> frozenset[int]:
    words = _WORD.findall(text.casefold())
    return frozenset(
        zlib.crc32(" ".join(words[i : i + _LENGTH]).encode("utf-8", "surrogatepass"))
        for i in range(len(words) - _LENGTH + 1)
    )
