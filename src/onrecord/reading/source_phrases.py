"""The parts of a source's noun phrase: its core with the head noun, and what follows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import EntityKind, Name, SourceKind, Span
from onrecord.reading.source_nouns import is_quantity, kind_of_head
from onrecord.reading.tokens import PREPOSITIONS, RELATIVES, WEEKDAYS, Token, tokenize

LONGEST = 600
"""Characters of a source that are looked at: a longer one is no noun phrase."""

_LEADS = frozenset("a an the while even as by but and or only just nearly almost both either".split())
_STOPS = (
    PREPOSITIONS | RELATIVES | frozenset("and or close familiar as who including other there here".split()) - {"other"}
)
PARTICIPLES = frozenset(
    "published obtained conducted issued released surveyed opposing collected written compiled probing studying "
    "taken sent leaked seen posted cited carried quoted reviewed viewed broadcast intercepted shared addressed signed "
    "dated submitted filed prepared provided received circulated drafted distributed aired printed interviewed".split()
)
"""What stands after a noun and says what was done with it: "a memo obtained by the Post"."""
_ABBREVIATED = 4
_YEAR = 4
_JOINS_NAMES = frozenset("of for on de".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source's words. `core` runs to its head noun, `rest` are the words after it, both without leading articles."""

    span: Span
    core: tuple[Token, ...]
    rest: tuple[Token, ...]
    counted: tuple[str, ...] = ()
    definite: bool = False

    @property
    def head(self) -> Token | None:
        """The head noun."""
        return self.core[-1] if self.core else None

    @property
    def words(self) -> list[str]:
        """The words of the core, small."""
        return [bare(token) for token in self.core]


def parse(text: str, span: Span, names: Sequence[Name]) -> Phrase:
    """The parts of a source's noun phrase, names kept whole."""
    tokens = [t for t in tokenize(text, span[0], min(span[1], span[0] + LONGEST)) if t.text not in '"“”„«»']
    definite = bool(tokens) and tokens[0].lower == "the"
    first = _skip_leads(tokens, 0)
    last = _core_end(tokens, first, names)
    counted: tuple[str, ...] = ()
    if _counts(tokens, first, last):
        counted = tuple(token.lower for token in tokens[first:last])
        first = _skip_leads(tokens, last + 1)
        last = _core_end(tokens, first, names)
    return Phrase(span, tuple(tokens[first:last]), tuple(tokens[last:]), counted, definite)


def words_of(description: str) -> list[str]:
    """The words of a description up to its head noun, small."""
    return parse(description, (0, len(description)), ()).words or [""]


def bare(token: Token) -> str:
    """A word in small letters without a possessive ending."""
    word = token.lower.replace("’", "'")
    return word.removesuffix("'s")


def _skip_leads(tokens: Sequence[Token], first: int) -> int:
    while first < len(tokens) - 1 and (tokens[first].lower in _LEADS or not tokens[first].is_word):
        first += 1
    return first


def _counts(tokens: Sequence[Token], first: int, last: int) -> bool:
    words = [token.lower for token in tokens[first:last] if token.is_word]
    return last < len(tokens) - 1 and tokens[last].lower == "of" and is_quantity(words)


def _core_end(tokens: Sequence[Token], first: int, names: Sequence[Name]) -> int:
    """The index after the head noun: before the first preposition, mark, relative or participle outside names."""
    covered = {i for n in names for i in range(n.start, n.end)}
    persons = {n.start for n in names if n.kind is EntityKind.PERSON}
    for index in range(first, len(tokens)):
        token = tokens[index]
        if index > first and token.start in persons and kind_of_head(tokens[index - 1].text) is SourceKind.DOCUMENT:
            return index
        if token.start in covered and (index > first or token.lower not in _STOPS):
            continue
        if index > first and (_stops(tokens, index, names) or _is_participle(tokens, index)):
            return index
    return len(tokens)


def _stops(tokens: Sequence[Token], index: int, names: Sequence[Name]) -> bool:
    token = tokens[index]
    if token.text == "," and _within_date(tokens, index):
        return False
    if not token.is_word:
        return token.text not in "&./-'’%$" or (token.text == "." and _ends_abbreviation(tokens, index))
    if token.lower in _JOINS_NAMES and _within_name(tokens, index):
        return any(n.kind is EntityKind.PERSON and n.end == tokens[index - 1].end for n in names)
    if token.lower in WEEKDAYS:
        return True
    return token.lower in _STOPS and not (token.lower == "and" and _joins_adjectives(tokens, index))


def _within_date(tokens: Sequence[Token], index: int) -> bool:
    """Whether a comma stands between day and year before a noun: "a March 14, 2031 press release"."""
    year = tokens[index + 1].text if index + 2 < len(tokens) else ""
    return tokens[index - 1].text.isdigit() and len(year) == _YEAR and year.isdigit() and tokens[index + 2].is_word


def _joins_adjectives(tokens: Sequence[Token], index: int) -> bool:
    """Whether "and" stands between adjectives: "progressive and religious groups"."""
    before = tokens[index - 1]
    return index + 2 < len(tokens) and not (
        before.is_capital or before.lower.endswith("s") or not before.is_word or kind_of_head(before.lower)
    )


def _ends_abbreviation(tokens: Sequence[Token], index: int) -> bool:
    """Whether a stop ends more than an abbreviation: no "Sen. Brown", "U.S." or "spark.org"."""
    before, after = tokens[index - 1], tokens[index + 1] if index + 1 < len(tokens) else None
    return after is None or not (after.start == tokens[index].end or len(before.text) <= _ABBREVIATED)


def _is_participle(tokens: Sequence[Token], index: int) -> bool:
    """Whether a participle follows its noun: "a memo obtained by", not "several published reports"."""
    before = tokens[index - 1]
    noun = before.is_capital or kind_of_head(before.lower) is not None
    return tokens[index].lower in PARTICIPLES | {"mostly"} and noun and not is_quantity([before.lower])


def _within_name(tokens: Sequence[Token], index: int) -> bool:
    """Whether "for" stands in a name that the names don't know: "Order for Tolmark"."""
    joined = index + 1 < len(tokens) and tokens[index + 1].is_capital and tokens[index - 1].is_capital
    before = tokens[index - 1].lower
    return (
        joined and kind_of_head(before) in {None, SourceKind.ORGANISATION} and not (before.endswith("s") and index == 1)
    )
