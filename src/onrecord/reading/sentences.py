"""Sentence boundaries with exact offsets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Span

# A run of marks is tried from its first one only, so that a long run can't cost more than its length.
_END = re.compile(r"(?:(?<![.!?…])[.!?…]++|(?<![。！？])[。！？]++)[\"'”’»)\]]*+(?=\s|$)|\n+")
_ABBREVIATION = frozenset(
    "mr mrs ms dr prof gen lt col sgt maj capt cmdr adm sen rep gov pres st rev hon jr sr no vs dept inc ltd co corp "
    "jan feb mar apr jun jul aug sept sep oct nov dec mt ft approx est fig e.g i.e u.s u.k u.n d.c a.m p.m al".split()
)
# After these a capital letter more often begins a new sentence than goes on with the name.
_MAY_END = frozenset("u.s u.k u.n d.c a.m p.m jr sr inc ltd co corp dec nov oct".split())
_STARTERS = frozenset("the a an he she they it we i in on at but and this that there if when his her its".split())
# Who said it may follow a quoted question at once: “Is the bridge sold?” Bell asked.
_TAG = re.compile(
    r"\s+(?:(?:[A-Z][\w.’'-]{0,30}|he|she|they|the|a|an|his|her|[a-z]{3,15})\s+){1,5}?"
    r"(?:said|asked|says|asks|added|wrote|replied|wondered|demanded|shouted|exclaimed|cried|tweeted)"
    r"(?=[.,;]|\s+(?:on|in|at|to|during|after|as|when|of|last)\b|\s*$)",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(r"[\w.]+$")
_NEXT_WORD = re.compile(r"\s+[\"'“‘„«(\[]*(\w+)?")


def split_sentences(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The sentences of `text[start:end]` as spans without the white space around them."""
    found: list[Span] = []
    begin = start
    for match in _END.finditer(text, start, end):
        if match.group()[0] == "\n" or _ends_sentence(text, begin, match.start(), match.end(), end):
            _append(found, text, begin, match.end())
            begin = match.end()
    _append(found, text, begin, end)
    return tuple(found)


def keep_whole(sentences: Sequence[Span], kept: Sequence[Span]) -> tuple[Span, ...]:
    """Sentences joined where a boundary falls inside one of the `kept` spans (quotations), both in order."""
    joined: list[Span] = []
    index = 0
    for start, end in sentences:
        while index < len(kept) and kept[index][1] <= start:
            index += 1
        if joined and index < len(kept) and kept[index][0] < joined[-1][1] and kept[index][1] > start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def _append(found: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        left = start + len(piece) - len(piece.lstrip())
        found.append((left, left + len(stripped)))


def _ends_sentence(text: str, begin: int, mark: int, after: int, end: int) -> bool:
    following = _NEXT_WORD.match(text, after, end)
    word = following.group(1) if following else None
    if word and word[0].islower():
        return False
    if text[mark] in "?!" and after - mark > 1 and _TAG.match(text, after, end):
        return False
    if text[mark] != "." or text[mark : mark + 2] == "..":
        return True
    last = _LAST_WORD.search(text, max(begin, mark - 20), mark)
    if last is None or after - mark > 1:
        return True
    previous = last.group().lower().strip(".")
    if previous in _ABBREVIATION:
        return previous in _MAY_END and (word is None or word.lower() in _STARTERS)
    initial = len(previous) == 1 and previous.isalpha() and last.group()[0].isupper()
    return not initial or previous == "i"
