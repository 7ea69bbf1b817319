"""Names in an article: persons, bodies, outlets, countries and places, by rules and packaged tables.

Candidates are runs of large words (`names_chunks`); each gets evidence from its own words and from all its
surroundings in the article (`names_evidence`), summed by a table of weights (`data/name_evidence.tsv`,
`names_kinds`); the fullest variant is then found for every short form (`names_entities`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from onrecord.model import Block, EntityKind, Name
from onrecord.reading import names_tables as tables
from onrecord.reading.names_chunks import Chunk, chunks_of
from onrecord.reading.names_entities import Found, entities_of
from onrecord.reading.names_kinds import grouped, kinds_of
from onrecord.reading.names_words import Word, lines_of

_MOST_WORDS = 8


def find_names(text: str, blocks: Sequence[Block]) -> tuple[Name, ...]:
    """The names of a text in order, without overlaps; spans leave out titles and possessive endings.

    Without blocks every line counts. In lines written in capitals or like a headline, only names that the rest of the
    text or a table knows are found. Words for a people (French) are no names.
    """
    lines = list(lines_of(text, blocks))
    found = [*_quiet(lines)]
    known = {mention.name: mention.kind for mention in found}
    found += _loud(lines, known)
    found.sort(key=lambda mention: mention.span)
    entities = entities_of(text, found)
    return tuple(
        Name(start=mention.span[0], end=mention.span[1], kind=mention.kind, entity=entity)
        for mention, entity in zip(found, entities, strict=True)
    )


def written_small(lines: Iterable[Sequence[Word]]) -> frozenset[str]:
    """The words that the text also writes small."""
    return frozenset(word.text for line in lines for word in line if word.text[0].islower())


def _quiet(lines: Sequence[Sequence[Word]]) -> Iterator[Found]:
    quiet = [line for line in lines if not line[0].loud]
    chunks = [chunk for line in quiet for chunk in chunks_of(line)]
    kinds = kinds_of(grouped(chunks), written_small(lines))
    for chunk in chunks:
        if chunk.name in kinds:
            yield Found(_span(chunk), chunk.name, kinds[chunk.name])


def _span(chunk: Chunk) -> tuple[int, int]:
    return chunk.words[0].start, chunk.words[-1].end


def _loud(lines: Sequence[Sequence[Word]], known: Mapping[str, EntityKind]) -> Iterator[Found]:
    names = _gazetteer_folded() | {name.casefold(): (name, kind) for name, kind in known.items()}
    for line in lines:
        if line[0].loud:
            yield from _known_in(line, names)


@cache
def _gazetteer_folded() -> dict[str, tuple[str, EntityKind]]:
    return {name.casefold(): (name, kind) for name, (kind, _) in tables.gazetteer().items() if len(name) > 3}


def _known_in(line: Sequence[Word], names: Mapping[str, tuple[str, EntityKind]]) -> Iterator[Found]:
    at = 0
    while at < len(line):
        for size in range(min(_MOST_WORDS, len(line) - at), 0, -1):
            words = line[at : at + size]
            name = names.get(" ".join(word.text for word in words).casefold())
            if name and words[0].text[0].isupper():
                yield Found((words[0].start, words[-1].end), *name)
                at += size
                break
        else:
            at += 1
