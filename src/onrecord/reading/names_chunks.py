"""Stretches of words that may be a name: runs of large words with what joins them, titles and sentence openers off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.reading import names_tables as tables
from onrecord.reading.names_words import Word

PARTICLES = frozenset(
    "al el bin ibn ben bint de da di do dos das del della der den la le van von zu y ul ud ur".split()
)
_JOINERS = frozenset({"of", "for"})
_PEOPLE = frozenset({"people", "women", "men", "children", "workers", "farmers", "teachers", "citizens", "veterans"})
# "the 3rd Engineer Regiment": armies number their units, and the number is part of the name.
_UNITS = frozenset("Army Corps Division Brigade Regiment Battalion Squadron Fleet Wing Infantry Cavalry".split())
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_LONGEST_TITLE = 3
_LONGEST_RUN = 14
_DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your in on at of for from to by with as is are and but if "
    "when while after before since until although though because however meanwhile also both all some most many no not "
    "so yet there here what who how why where which one two former late according under over during despite among "
    "between".split()
)
_LEADING = frozenset({"Jan", "van", "von", "bin", "ibn", "de", "der", "ten", "ter", "al", "el"})
_NO_BEGINNING = (PARTICLES - _LEADING) | _JOINERS | {"and", "&", "the"}
_OFFICES = frozenset(
    "Secretary Minister President Governor Senator Chairman Director Ambassador Commissioner Coordinator Chief "
    "Spokesman Spokeswoman Premier Mayor Leader Envoy General Attorney Prime Chancellor Correspondent Reporter".split()
)


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words `line[start:end]` that may be a name; `title` is the kind that the words before it announce."""

    line: Sequence[Word]
    start: int
    end: int
    title: str | None = None
    demonym: bool = False

    @property
    def words(self) -> Sequence[Word]:
        """Its words."""
        return self.line[self.start : self.end]

    @property
    def texts(self) -> tuple[str, ...]:
        """Its words' texts."""
        return tuple(word.text for word in self.words)

    @property
    def name(self) -> str:
        """Its words with single spaces."""
        return " ".join(self.texts)


def chunks_of(line: Sequence[Word]) -> Iterator[Chunk]:
    """Every candidate of a line, in order; they don't overlap."""
    at = 0
    while at < len(line):
        if not _may_begin(line, at):
            at += 1
            continue
        if size := _announcement(line, at):
            at += size
            continue
        if size := _known_phrase(line, at):
            before = title_before(line, at)
            yield Chunk(line, at, at + size, before[1] if before else None)
            at += size
            continue
        end = _run_end(line, at)
        yield from _split(line, at, end)
        at = end


def title_before(line: Sequence[Word], at: int) -> tuple[int, str] | None:
    """How many words just before position `at` announce a name, and of what kind."""
    for size in range(min(_LONGEST_TITLE, at), 0, -1):
        kind = tables.titles().get(tuple(word.text.lower() for word in line[at - size : at]))
        if kind:
            return size, kind
    return None


def is_head(word: str) -> bool:
    """Whether a word heads the name of a body by itself."""
    return tables.body_words().get(word, ("", ""))[1] == "head"


def _may_begin(line: Sequence[Word], at: int) -> bool:
    word = line[at]
    if word.text in _LEADING and at + 1 < len(line) and line[at + 1].large and line[at + 1].is_word:
        return True
    return word.large and word.is_word and word.text not in tables.not_names()


def _announcement(line: Sequence[Word], at: int) -> int:
    """Words of a title with small words inside (Chief of Staff) before a large word; 0 if there is none."""
    words = line[at : at + _LONGEST_TITLE + 1]
    small = len(words) > _LONGEST_TITLE and words[0].text[0].isupper() and words[1].text.islower() and words[-1].large
    title = tuple(word.text.lower() for word in words[:-1])
    return _LONGEST_TITLE if small and tables.titles().get(title) == "person" else 0


def _known_phrase(line: Sequence[Word], at: int) -> int:
    """Words of the longest name of several words that the gazetteer holds, unless a name goes on after it."""
    for size in range(min(tables.longest(), len(line) - at), 1, -1):
        words = line[at : at + size]
        if tables.known(" ".join(word.text for word in words)):
            after = [*line[at + size : at + size + 3]]
            joined = len(after) > 1 and after[0].text in _JOINERS and any(word.large for word in after[1:])
            goes_on = not words[-1].possessive and (bool(after and after[0].large) or joined)
            return 0 if goes_on else size
    return 0


def _run_end(line: Sequence[Word], at: int) -> int:
    end = at + 1
    while end < len(line) and end - at < _LONGEST_RUN:
        if line[end - 1].possessive and not _possessive_joins(line, end):
            break
        step = _step(line, at, end)
        if not step or _announcement(line, end):
            break
        end += step
    return end


def _step(line: Sequence[Word], at: int, end: int) -> int:
    """How many words to go on from `end`: 1 for a large word, more over what joins, 0 to stop."""
    word = line[end]
    if word.large and word.is_word:
        return 0 if word.text in tables.not_names() and word.text not in tables.body_words() else 1
    after = next((n for n in (1, 2, 3) if end + n < len(line) and line[end + n].large), 0)
    if not after:
        return 0
    between = [w.text for w in line[end : end + after]]
    if all(text in PARTICLES for text in between) and len(between) < 3:
        return after + 1
    if between[0] in _JOINERS and between[1:] in ([], ["the"]):
        last = line[end - 1].text
        joins = is_head(last) or last in tables.place_words("of") or last in tables.body_words()
        return after + 1 if joins else 0
    if between in (["and"], ["&"]):
        return 2 if _and_joins(line, at, end) else 0
    return 0


def _and_joins(line: Sequence[Word], at: int, end: int) -> bool:
    """Whether "A and B" is one name: Ministry of Health and Welfare, Food and Drug Administration."""
    common = tables.common_words()
    before, after = line[at:end], line[end + 1]
    if after.text.lower() not in common or tables.known(after.text):
        return False
    if any(word.text in _JOINERS for word in before):
        return not tables.known(line[end - 1].text)
    stop = _large_end(line, end + 1)
    return is_head(line[stop - 1].text) and all(word.text.lower() in common for word in before[-1:])


def _possessive_joins(line: Sequence[Word], end: int) -> bool:
    """People's Liberation Army: a people of no name before a body's word."""
    if line[end - 1].text.lower() not in _PEOPLE:
        return False
    stop = _large_end(line, end)
    return stop > end and line[stop - 1].text in tables.body_words()


def _large_end(line: Sequence[Word], at: int) -> int:
    stop = at
    while stop < min(len(line), at + _LONGEST_RUN) and line[stop].large and line[stop].is_word:
        stop += 1
    return stop


def _split(line: Sequence[Word], start: int, end: int) -> Iterator[Chunk]:
    """Titles, demonyms and sentence openers off the front; a title in the middle parts two names."""
    begin, kind, demonym = _front(line, start, end)
    if begin >= end:
        return
    if line[begin].text in _NO_BEGINNING:
        yield from _split(line, begin + 1, end)
        return
    middle = next((i for i in range(begin + 1, end - 1) if _parts(line, i, end)), end)
    before = title_before(line, begin) if begin == start else None
    stop = _without_trailing(line, begin, middle)
    numbered = begin == start > 0 and line[stop - 1].text in _UNITS and bool(_ORDINAL.fullmatch(line[begin - 1].text))
    yield Chunk(line, begin - numbered, stop, kind or (before[1] if before else None), demonym)
    if middle < end:
        yield from _split(line, middle, end)


def _front(line: Sequence[Word], begin: int, end: int) -> tuple[int, str | None, bool]:
    """Where the name itself begins, what a title announces, and whether a demonym stood before it."""
    kind, demonym = None, False
    while begin < end:
        if size := _title_size(line, begin, end):
            kind = tables.titles()[tuple(word.text.lower() for word in line[begin : begin + size])]
            begin += size
        elif _is_demonym(line, begin, end):
            begin, demonym = begin + 1, True
        elif _is_opener(line, begin, end):
            begin += 1
        else:
            break
    return begin, kind, demonym


def _parts(line: Sequence[Word], at: int, end: int) -> bool:
    return _title_size(line, at, end) > 0 and not is_head(line[at - 1].text)


def _without_trailing(line: Sequence[Word], begin: int, end: int) -> int:
    """The end without offices and joining words at the back (US Secretary, Cabinet of)."""
    while end > begin + 1 and (line[end - 1].text in _OFFICES or not line[end - 1].large):
        end -= 1
    return end


def _title_size(line: Sequence[Word], at: int, end: int) -> int:
    """Words of a title at `at` that leave a name after it and are no part of a body's name (General Motors)."""
    for size in range(min(_LONGEST_TITLE, end - at), 0, -1):
        # A small "city of" announces a name, a large "City of" is a part of it.
        title = tuple(word.text.lower() for word in line[at : at + size])
        if title not in tables.titles() or title[-1] == "of":
            continue
        if size == end - at:
            alone = at == 0 or not (line[at - 1].large and line[at - 1].is_word)
            return size if alone and line[end - 1].text not in tables.body_words() else 0
        bodies = {line[at + size].text, line[end - 1].text} & tables.body_words().keys()
        return 0 if bodies or line[at + size].text in _JOINERS else size
    return 0


def _is_demonym(line: Sequence[Word], at: int, end: int) -> bool:
    if line[at].text not in tables.demonyms():
        return False
    rest = [word.text for word in line[at + 1 : end]]
    name = " ".join([line[at].text, *rest])
    return not tables.known(name) and not any(text in tables.body_words() for text in rest)


def _is_opener(line: Sequence[Word], at: int, end: int) -> bool:
    word = line[at]
    small = word.text.lower()
    if not word.opens or (small not in tables.common_words() and small not in _DETERMINERS):
        return False
    if tables.known(" ".join(w.text for w in line[at:end])) or tables.known(word.text):
        return False
    rest = [w.text for w in line[at + 1 : end]]
    return not any(text in tables.body_words() for text in rest[-1:]) or small in _DETERMINERS
