"""What an article has told so far of those who speak in it: looked up for pronouns and short descriptions."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile

from onrecord.model import EntityKind, Link, Name, SourceKind, Span
from onrecord.reading.names_told import kinds_told
from onrecord.reading.occasions import Occasions
from onrecord.reading.quotes import Quote
from onrecord.reading.sentence import Sentence, number_at, quotes_within
from onrecord.reading.tokens import PREPOSITIONS, RELATIVES, SUBORDINATORS

BODIES = frozenset({EntityKind.ORGANISATION, EntityKind.OUTLET})
_REMEMBERED = 8
_FULL_REACH = 90
_TITLE_REACH = 40
_APPOSITION_REACH = 60
_WITH_NOUN = re.compile(r"\b((?:[A-Z][\w’'-]{0,30}[ ]){1,4})(?:[a-z]{3,12} )?([a-z]{4,14})\b")
_NOUNS = frozenset(
    "government campaign embassy ministry commission committee department court council university party company "
    "administration authority agency board union army parliament group church office legislature".split()
)
_OUTLET_NOUNS = frozenset("Magazine magazine News Newspaper newspaper".split())
_ARTICLES = ("The ", "A ", "An ", "His ", "Her ", "Its ", "Their ", "That ", "This ", "In ", "But ", "And ", "When ")
# A paper that is written, not printed daily.
_PAPER = re.compile(
    r"\b(?:an?|research|white|position|policy|discussion|working|their|his|her)\s(?:\w+\s)?papers?\b", re.IGNORECASE
)
_PAPER_REACH = 1200
_IN_BRACKETS = re.compile(r"\(([A-Z][A-Za-z]{1,8})\)")
_CAPITALISED = re.compile(r"[^\W\d_][\w’'-]*")
_SMALL = frozenset("of the and for on in at de".split())
_SPELLED = {"sen": "senator", "sens": "senator", "gov": "governor", "rep": "representative", "gen": "general"}
_ENDS_DESCRIPTION = PREPOSITIONS - {"of"}
_APPOSITION = re.compile(r",\s+[\w\s'-]*")


@dataclass(frozen=True, slots=True)
class Source:
    """A source as one link, with the entity resolved; `safe` is false for a guess that must not become a speaker."""

    link: Link
    safe: bool = True
    guessed: bool = False


@dataclass(slots=True)
class Earlier:
    """The names of an article, and the sources met in it so far; every look-up is quick, however long the article."""

    text: str
    names: Sequence[Name]
    everywhere: Sequence[Name] = ()
    sentences: Sequence[Sentence] = ()
    quotes: Sequence[Quote] = ()
    recent: deque[Source] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))
    last_outlet: Link | None = None
    last_chain: tuple[Link, ...] = ()
    occasions: Occasions = field(default_factory=Occasions)
    _bodies: dict[tuple[SourceKind, str], dict[str, bool]] = field(default_factory=dict)
    _titled: dict[str, dict[str, int]] | None = None
    _surnames: dict[str, dict[str, EntityKind]] | None = None
    _headed: dict[str, list[tuple[int, str]]] | None = None
    _outlets: dict[str, str] | None = None
    _told_bodies: Collection[str] | None = None
    _spelled_out: dict[str, str] | None = None
    _first_paper: int | None = None

    def add(self, source: Source) -> None:
        """Take in the next source."""
        link = source.link
        self.recent.append(source)
        if link.kind is SourceKind.OUTLET and link.named:
            self.last_outlet = link
        words = link.name.lower().split()
        for description in _endings_of(words) if len(words) > 1 else ():
            alike = self._bodies.setdefault((link.kind, description), {})
            alike[link.name] = alike.get(link.name, False) or link.named

    def within(self, start: int, end: int) -> Sequence[Name]:
        """The names that lie within [start, end), in order."""
        first = bisect_left(self.names, start, key=lambda n: n.start)
        return self.names[first : max(first, bisect_right(self.names, end, key=lambda n: n.end))]

    def named_in(self, span: Span) -> Sequence[Name]:
        """The names that lie within a span, wherever in the article it stands."""
        first = bisect_left(self.everywhere, span[0], key=lambda n: n.start)
        return self.everywhere[first : max(first, bisect_right(self.everywhere, span[1], key=lambda n: n.end))]

    def person_called(self, surname: str) -> str | None:
        """The one person of the article with this surname, accents aside."""
        if self._surnames is None:
            self._surnames = {}
            for name in self.everywhere:
                last = folded(name.entity.split()[-1])
                if name.kind is EntityKind.PERSON and (" " in name.entity or last not in self._surnames):
                    self._surnames.setdefault(last, {})[name.entity] = name.kind
        known = self._surnames.get(folded(surname), {})
        full = [entity for entity in islice(known, _REMEMBERED) if " " in entity] or [*islice(known, 2)]
        return full[0] if len(full) == 1 else None

    def outlet_called(self, short: str) -> str | None:
        """The outlet of the article whose name is this word and "Magazine" or "News"."""
        if self._outlets is None:
            parts = ((n.entity, n.entity.rpartition(" ")) for n in self.everywhere if n.kind in BODIES)
            self._outlets = {start: name for name, (start, _, noun) in parts if noun in _OUTLET_NOUNS}
        return self._outlets.get(short)

    def newspaper_before(self, offset: int) -> str | None:
        """The outlet named last before the offset: what "the paper" means where no other paper was told of."""
        if self._first_paper is None:
            self._first_paper = next((m.start() for m in _PAPER.finditer(self.text)), len(self.text))
        if self._first_paper < offset:
            return None
        near = self.within(max(0, offset - _PAPER_REACH), offset)
        return next((n.entity for n in reversed(near) if n.kind is EntityKind.OUTLET), None)

    def is_told_body(self, name: str) -> bool:
        """Whether the article says of a name that it's a body's or an outlet's: "Sternwind, the space agency"."""
        if self._told_bodies is None:
            persons = (n.entity for n in self.everywhere if n.kind is EntityKind.PERSON and " " in n.entity)
            self._told_bodies = kinds_told(self.text, [(n.start, n.end) for n in self.everywhere], persons).keys()
        return name in self._told_bodies

    def body_headed(self, noun: str, before: int) -> str | None:
        """What the noun meant last before the offset: "Court of Tolmark" or "Tolmark government", written large."""
        if self._headed is None:
            self._headed = {}
            for start, name in sorted([*self._bodies_by_name(), *self._bodies_by_noun()]):
                for word in {_singular(part.lower()) for part in name.split()}:
                    self._headed.setdefault(word, []).append((start, name))
        met = self._headed.get(noun, [])
        at = bisect_left(met, (before, ""))
        return met[at - 1][1] if at else None

    def _bodies_by_name(self) -> Iterator[tuple[int, str]]:
        return ((n.start, n.entity) for n in self.names if n.kind in BODIES and " " in n.entity)

    def _bodies_by_noun(self) -> Iterator[tuple[int, str]]:
        for match in _WITH_NOUN.finditer(self.text):
            if match[2] in _NOUNS and not match[1].startswith(_ARTICLES):
                yield match.start(), match.group()

    def spelled_out(self, short: str) -> str | None:
        """What an acronym stands for in this article: "the Order of Tolmark (OT)", or the initials of a body."""
        if self._spelled_out is None:
            bodies = {n.entity for n in self.everywhere if n.kind in BODIES and " " in n.entity}
            self._spelled_out = {_initials(name.split()): name for name in sorted(bodies)}
            for match in _IN_BRACKETS.finditer(self.text):
                if full := _abbreviated(self.text[max(0, match.start() - _FULL_REACH) : match.start()], match[1]):
                    self._spelled_out.setdefault(match[1], full)
        return self._spelled_out.get(short)

    def titled(self, description: str, before: int) -> list[str]:
        """The persons given this title or office before the offset."""
        if self._titled is None:
            self._titled = self._find_titles()
        met = self._titled.get(description, {})
        return [entity for entity, start in islice(met.items(), _REMEMBERED) if start < before]

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that an offset stands in."""
        return number_at(self.sentences, offset)

    def is_quoted(self, offset: int) -> bool:
        """Whether an offset stands within quotation marks."""
        return bool(quotes_within(self.quotes, offset, offset + 1))

    def only_body(self, kind: SourceKind, description: str) -> tuple[str, bool] | None:
        """The one source of this kind whose name of several words ends so, and whether it's named."""
        alike = self._bodies.get((kind, description), {})
        return next(iter(alike.items())) if len(alike) == 1 else None

    def _find_titles(self) -> dict[str, dict[str, int]]:
        titles: dict[str, dict[str, int]] = {}
        for name in self.names:
            if name.kind is EntityKind.PERSON:
                for word in self._titles_of(name):
                    titles.setdefault(word, {}).setdefault(name.entity, name.start)
        return titles

    def _titles_of(self, name: Name) -> Iterator[str]:
        before = self.text[max(0, name.start - _TITLE_REACH) : name.start].lower().replace("’", "'")
        after = self.text[name.end : name.end + _APPOSITION_REACH].lower()
        if before[-1:].isspace():
            words = before.split()
            yield from _endings_of([*words[:-1], _SPELLED.get(words[-1].strip("."), words[-1])] if words else ())
        if apart := _APPOSITION.match(after):
            description = _description(apart.group()[1:].split())
            for stop in range(1, len(description) + 1):
                yield from _endings_of(description[:stop])


def folded(word: str) -> str:
    """A word in small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words if word.lower() not in _SMALL).upper()


def _abbreviated(before: str, short: str) -> str | None:
    """The capitalised words before a bracket that the acronym in it abbreviates."""
    words = _CAPITALISED.findall(before)
    for first in range(len(words) - 1, -1, -1):
        if words[first][0].isupper() and _initials(words[first:]) == short.upper():
            return " ".join(words[first:])
    return None


def _description(words: Sequence[str]) -> Sequence[str]:
    """The words after a name that say who it is: none of "speaking to the minister", "according to the memo"."""
    if not words or words[0] in RELATIVES | SUBORDINATORS or words[0].endswith("ing"):
        return ()
    return [*takewhile(lambda word: word not in _ENDS_DESCRIPTION, words)]


def _singular(noun: str) -> str:
    return noun.removesuffix("s") if not noun.endswith("ss") else noun


def _endings_of(words: Sequence[str]) -> Iterator[str]:
    """The last word, what follows each hyphen in it, and the last two: "the minister", "the defence minister"."""
    word = words[-1] if words else ""
    while word:
        yield word
        word = word.partition("-")[2]
    if len(words) > 1:
        yield " ".join(words[-2:])
