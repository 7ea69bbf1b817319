"""Transcripts: lines with the speaker's label before them, "BELL: We will not go.", "Q: …", "Ann Bell (mayor): …".

A label alone is none: "Tarn: the river rises" is a headline, and "Date: 3 May" a field. Only several lines in which
somebody is heard to speak make a transcript.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import EntityKind, Name, SourceKind, Span
from onrecord.reading import names_tables as tables
from onrecord.reading.attribution import Attribution
from onrecord.reading.confidence import LABELLED
from onrecord.reading.earlier import folded
from onrecord.reading.overlaps import meets, merged
from onrecord.reading.source_nouns import kind_of_head

LABEL = "label"
"""The pattern of attributions by a label."""
UNTOLD = frozenset("q a question answer".split())
"""Labels that don't tell who speaks."""

_LABEL = re.compile(
    r"(?P<label>[A-Z][\w.’'-]{0,30}(?:\s[\w.’'&-]{1,30}){0,4})(?:\s?\([^()\n]{1,60}\)|(?:,\s[^:.!?,\n]{1,50}){1,3})?\s?(?P<mark>:)\s+(?=\S)"
    r"|(?P<letter>[QA])(?P<stop>\.)\s+(?=[“\"A-Z])"
)
_QUOTES = '"“'
"""What may open a line of a transcript that is quoted as a whole: "“HOLT: We will see."."""
_STAGE = re.compile(r"[(\[][^()\[\]\n]{1,80}[)\]]\s*")
# Who speaks is heard by how people speak to each other.
_SPOKEN = re.compile(r"\b(?:I|I[’']\w+|[Ww]e|[Yy]ou|[Yy]our|[Mm]y|[Oo]ur|[Mm]e|[Uu]s|[Ll]et[’']s)\b|\?")
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_ENDS = re.compile(r"[.?!…—–-][”\"'’)\]]*\Z")
_FIELDS = frozenset(
    "when where what who why how which note notes update updated correction source sources photo read related date "
    "time times place location pros cons fact facts claim verdict summary tip tips step warning disclaimer editor "
    "breaking exclusive opinion analysis video watch listen background context more see also result results rating "
    "price contact email phone address ingredients method serves example key winner winners loser losers".split()
)
_ROLES = frozenset(
    "moderator interviewer host presenter anchor narrator caller audience voice operator translator interpreter "
    "announcer chair speaker crowd male female unidentified unknown mr mrs ms dr sir madam the of de van von der la le "
    "al el bin ben da di du dos and prof gen col lt capt sgt sen rep gov rev st".split()
)
_APART = 12
"""Lines from one label to the next."""
_HEARD = 1 / 3
"""The least share of labelled lines in which somebody is heard to speak."""


_PLACES = frozenset({EntityKind.COUNTRY, EntityKind.PLACE})
_SPEAKERS = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.OUTLET})
_KINDS = frozenset({SourceKind.OFFICIAL, SourceKind.UNNAMED})
_TAIL = 10
_Labelled = tuple[int, re.Match[str]]
"""The number of a line and its label."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says in one go: the spans of the label and its mark, and the stretches that are said.

    `silent` are the lines below it up to the next label.
    """

    label: Span
    mark: Span
    said: tuple[Span, ...]
    silent: tuple[Span, ...]

    @property
    def whole(self) -> Span:
        """The line with its label."""
        return self.label[0], self.said[0][1]


@dataclass(frozen=True, slots=True)
class _Names:
    """Who is named in the article: as written, and persons by their surnames."""

    speakers: frozenset[str]
    surnames: frozenset[str]


def find_turns(text: str, body: Sequence[Span], names: Sequence[Name]) -> list[Turn]:
    """The turns of the transcripts in a text, in order."""
    known = _Names(
        frozenset(text[n.start : n.end] for n in names if n.kind in _SPEAKERS),
        frozenset(folded(n.entity.split()[-1]) for n in names if n.kind is EntityKind.PERSON),
    )
    lines = [line for span in body for line in _lines(text, span)]
    labelled = [(i, match) for i, line in enumerate(lines) if (match := _labelled(text, line, known))]
    groups = [group for group in _grouped(labelled) if _is_transcript(text, lines, group)]
    return [turn for group in groups for turn in _turns(text, lines, group)]


def with_turns(text: str, found: Sequence[Attribution], turns: Sequence[Turn]) -> list[Attribution]:
    """The attributions outside of the turns, and one for each turn."""
    taken = merged(span for turn in turns for span in (turn.whole, *turn.said))
    kept = [a for a in found if not any(meets(span, taken) for span in (*a.source, *a.cue, *a.content))]
    return [*kept, *(_attribution(text, turn) for turn in turns)]


def is_in_turn(span: Span, turns: Sequence[Turn]) -> bool:
    """Whether a span begins in a turn, or in a line of which nobody can say whose it is: the outlet doesn't say it."""
    at = bisect_right(turns, span[0], key=lambda turn: turn.label[0]) - 1
    return at >= 0 and any(start <= span[0] < end for start, end in (turns[at].whole, *turns[at].silent))


def _lines(text: str, span: Span) -> Iterator[Span]:
    at = span[0]
    for line in text[span[0] : span[1]].split("\n"):
        if stripped := line.strip():
            start = at + line.index(stripped[0])
            yield start, start + len(stripped)
        at += len(line) + 1


def _labelled(text: str, line: Span, names: _Names) -> re.Match[str] | None:
    opened = text[line[0]] in _QUOTES
    match = _LABEL.match(text, line[0] + opened, line[1])
    if match is None or not _ENDS.search(text, max(line[0], line[1] - _TAIL), line[1]):
        return None
    return match if match["letter"] or _may_speak(match["label"], names) else None


def _may_speak(label: str, names: _Names) -> bool:
    """Whether a label names somebody, and not a field, a place or a theme."""
    if label.lower() in UNTOLD or label in names.speakers:
        return True
    words = [word.strip(".").lower() for word in label.split()]
    if not _FIELDS.isdisjoint(words) or ((place := tables.known(label)) and place[0] in _PLACES):
        return False
    small = [word for word in label.split() if word[0].islower()]
    surname = len(words) == 1 and label.isupper()
    return _ROLES.issuperset(small) and (surname or all(_is_somebody(word, names) for word in words))


def _is_somebody(word: str, names: _Names) -> bool:
    is_common = word in tables.common_words() and folded(word) not in names.surnames
    return word in _ROLES or not is_common or kind_of_head(word) in _KINDS


def _grouped(labelled: Sequence[_Labelled]) -> Iterator[list[_Labelled]]:
    """Labelled lines that stand near each other."""
    group: list[_Labelled] = []
    for one in labelled:
        if group and one[0] - group[-1][0] > _APART:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _is_transcript(text: str, lines: Sequence[Span], group: Sequence[_Labelled]) -> bool:
    """Whether a label comes back, and somebody is heard to speak in enough of the lines; two that don't: in both."""
    labels = Counter(_key(match) for _, match in group)
    heard = sum(_is_heard(text, (match.end(), lines[i][1])) for i, match in group)
    if max(labels.values()) > 1:
        return heard >= _HEARD * len(group)
    return len(labels) > 1 and heard == len(group)


def _is_heard(text: str, span: Span) -> bool:
    said = text[slice(*span)]
    apart = _QUOTED.sub("", said)
    return bool(_SPOKEN.search(apart)) or not any(map(str.isalnum, apart))


def _key(match: re.Match[str]) -> str:
    return (match["label"] or match["letter"]).lower()


def _turns(text: str, lines: Sequence[Span], group: Sequence[_Labelled]) -> Iterator[Turn]:
    ends = [index for index, _ in group[1:]] + [_where_it_ends(text, lines, group[-1][0] + 1)]
    for (index, match), end in zip(group, ends, strict=True):
        below = [line for line in lines[index + 1 : end] if not _STAGE.fullmatch(text, *line)]
        told = _key(match) in UNTOLD or (match["label"] or "").isupper()
        goes_on = below if told and index < group[-1][0] else []
        kind = "label" if match["label"] else "letter"
        stage = _STAGE.match(text, match.end(), lines[index][1])
        said = (stage.end() if stage else match.end(), lines[index][1])
        yield Turn(
            label=match.span(kind),
            mark=match.span("mark" if match["label"] else "stop"),
            said=(said, *goes_on),
            silent=tuple(lines[index + 1 : end]),
        )


def _where_it_ends(text: str, lines: Sequence[Span], index: int) -> int:
    """The first line after the last label in which nobody is heard: what goes on before it is nobody's."""
    last = min(index + _APART, len(lines))
    return next((i for i in range(index, last) if not _is_heard(text, lines[i])), last)


def _attribution(text: str, turn: Turn) -> Attribution:
    *pieces, (start, end) = turn.said
    last = (start, end - (end - start > 1 and text[end - 1] == "." and text[end - 2] != "."))
    return Attribution(
        source=(turn.label,), cue=(turn.mark,), content=(*pieces, last), pattern=LABEL, confidence=LABELLED
    )
