"""From evidence to kinds: every candidate name of an article is a person, a body, a place or nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from onrecord.model import EntityKind
from onrecord.reading import names_tables as tables
from onrecord.reading.names_chunks import PARTICLES, Chunk
from onrecord.reading.names_evidence import context_evidence, own_evidence

CLASSES = ("person", "organisation", "place", "none")
"""The columns of the table of evidence."""

_ANNOUNCED = {"outlet": "organisation", "country": "place"}
COARSE: Mapping[EntityKind, str] = {
    EntityKind.ORGANISATION: "organisation",
    EntityKind.OUTLET: "organisation",
    EntityKind.COUNTRY: "place",
    EntityKind.PLACE: "place",
}
_DEMONYM_ENDINGS = ("ians", "ian", "ans", "an", "ese", "ish", "ites", "ite", "is", "i")
_STEM = 4
_WIRES = frozenset({"Agency", "Service", "Network", "Corporation", "Channel", "Company"})
_NEWS = frozenset({"News", "Press", "Broadcasting", "Television", "Radio", "Telegraph"})
_VOWELS = "aeiouy"
_OF_STATES = frozenset(
    "capital ministry minister parliament army chancellor constitution commander-in-chief government ambassador".split()
)
_STATES = ("Republic of ", "Kingdom of ", "Democratic Republic of ", "Sultanate of ", "Principality of ")

Groups = Mapping[str, Sequence[Chunk]]


def grouped(chunks: Iterable[Chunk]) -> Groups:
    """Candidates by their name."""
    groups: defaultdict[str, list[Chunk]] = defaultdict(list)
    for chunk in chunks:
        groups[chunk.name].append(chunk)
    return groups


def kinds_of(groups: Groups, lowered: frozenset[str]) -> dict[str, EntityKind]:
    """The kind of every name that is one; longer names are judged first, since they explain their short forms."""
    countries = _countries(groups)
    classes = dict.fromkeys(countries, "place")
    for whole in (True, False):
        tokens = explained(classes)
        classes |= dict.fromkeys(_outlets(classes) & groups.keys(), "organisation")
        for name, chunks in groups.items():
            if name not in classes and (len(chunks[0].words) > 1) is whole:
                classes[name] = _class_of(name, chunks, lowered, tokens)
    places = {_root(name): name for name, found in sorted(classes.items()) if found == "place" and " " not in name}
    return {
        name: EntityKind.COUNTRY if name in countries else _kind(name, groups[name], found)
        for name, found in classes.items()
        if found != "none" and (name in countries or not _is_people(name, places))
    }


def evidence_of(chunk: Chunk, lowered: frozenset[str], tokens: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """The evidence of the words themselves and of one mention's surroundings; `tokens` as from longer names."""
    own = list(own_evidence(chunk, lowered))
    if len(chunk.words) == 1 and chunk.name in tokens:
        own.append(tokens[chunk.name])
    return own, list(context_evidence(chunk))


def explained(classes: Mapping[str, str]) -> dict[str, str]:
    """What a single word is within the longer names of this article, as a piece of evidence."""
    tokens: dict[str, str] = {}
    for name, found in sorted(classes.items()):
        parts = name.split(" ")
        if found == "person":
            for part in parts[:-1]:
                tokens.setdefault(part, "within a person's name")
            tokens[parts[-1]] = "surname of a person"
        elif found != "none":
            for part in parts:
                if part not in PARTICLES:
                    tokens.setdefault(part, f"within the name of a {'body' if found == 'organisation' else 'place'}")
    return tokens


def _class_of(name: str, chunks: Sequence[Chunk], lowered: frozenset[str], tokens: Mapping[str, str]) -> str:
    if fixed := _fixed(name):
        return fixed
    table = tables.weights()
    totals = [0.0] * len(CLASSES)
    nothing = (0.0,) * len(CLASSES)
    for chunk in chunks:
        own, context = evidence_of(chunk, lowered, tokens)
        for item in (*own, *context):
            for column, weight in enumerate(table.get(item, nothing)):
                totals[column] += weight / len(chunks)
    announced = next((chunk.title for chunk in chunks if chunk.title in {"outlet", "country"}), None)
    best = max(range(len(CLASSES)), key=totals.__getitem__)
    if announced and name.lower() not in tables.common_words():
        return _ANNOUNCED[announced]
    return CLASSES[best]


def _outlets(classes: Mapping[str, str]) -> set[str]:
    """Last words of this article's longer outlets, by which it may call them (the Post)."""
    names = [name.rsplit(" ", maxsplit=1) for name, found in classes.items() if found == "organisation" and " " in name]
    return {last for _, last in names if tables.body_words().get(last, ("", ""))[0] == "outlet"}


def is_outlet(name: str, titles: Collection[str | None] = ()) -> bool:
    """Whether the name of a body is an outlet's, by the tables or the titles before its mentions."""
    known = tables.known(name)
    if known:
        return known[0] is EntityKind.OUTLET
    parts = name.split(" ")
    by_last = tables.body_words().get(parts[-1], ("", ""))[0] == "outlet"
    return by_last or "outlet" in titles or (parts[-1] in _WIRES and any(part in _NEWS for part in parts[:-1]))


def is_one_outlet(name: str, other: str) -> bool:
    """Whether the tables know two names as one outlet's: "HuffPost" and "The Huffington Post"."""
    one, two = (tables.known(each) or tables.known(each.removeprefix("The ")) for each in (name, other))
    return one is not None and one == two


def _fixed(name: str) -> str | None:
    """The class of a name of several words that needs no weighing: a known one, or one that ends like an outlet's."""
    known = tables.known(name)
    if " " not in name:
        return None
    if known:
        return COARSE[known[0]]
    is_outlet = tables.body_words().get(name.rsplit(" ", maxsplit=1)[-1]) == ("outlet", "head")
    return "organisation" if is_outlet else None


def _kind(name: str, chunks: Sequence[Chunk], found: str) -> EntityKind:
    titles = {chunk.title for chunk in chunks}
    if found == "person":
        return EntityKind.PERSON
    if found == "organisation":
        return EntityKind.OUTLET if is_outlet(name, titles) else EntityKind.ORGANISATION
    return EntityKind.COUNTRY if is_state(name, titles) else EntityKind.PLACE


def is_state(name: str, titles: Collection[str | None] = ()) -> bool:
    """Whether the name of a place is a country's, by the tables or the titles before its mentions."""
    known = tables.known(name)
    return known[0] is EntityKind.COUNTRY if known else "country" in titles or name.startswith(_STATES)


def _countries(groups: Groups) -> frozenset[str]:
    """Single words unknown to the tables to which the text gives a capital, a ministry, an army or a people."""
    surnames = {name.rsplit(" ", maxsplit=1)[-1] for name in groups if " " in name}
    unknown = [name for name in groups if " " not in name and not tables.known(name) and name not in surnames]
    peoples: defaultdict[str, list[str]] = defaultdict(list)
    for name in groups:
        peoples[_people_root(name)].append(name)
    found = set()
    for name in unknown:
        longer = (
            [other for other in peoples.get(_root(name), []) if len(other) > len(name)]
            if len(_root(name)) >= _STEM
            else []
        )
        titled = any(chunk.title == "person" for chunk in groups[name])
        if any(_has_offices(chunk) for chunk in groups[name]) or (longer and not titled):
            found.add(name)
    return frozenset(found)


def _has_offices(chunk: Chunk) -> bool:
    """Arvenia's defence ministry, Brennia's Chancellor, the Karsk foreign ministry: what only a state has."""
    following = [word.text.lower() for word in chunk.line[chunk.end : chunk.end + 2]]
    if chunk.words[-1].possessive:
        return any(word in _OF_STATES for word in following)
    if chunk.name.endswith(_DEMONYM_ENDINGS):
        return False
    return following in (["foreign", "ministry"], ["defence", "ministry"], ["defense", "ministry"])


def is_people(name: str, places: Iterable[str]) -> bool:
    """Whether a name is the adjective or noun for a people: one of the tables, or of a place of this text."""
    return name in tables.demonyms() or _is_people(name, {_root(place): place for place in sorted(places)})


def _is_people(name: str, places: Mapping[str, str]) -> bool:
    """Corvanian, of Corvane: one word unknown to the tables that is a place of this text but for a demonym's ending."""
    place = places.get(_people_root(name))
    return place is not None and len(place) < len(name) and " " not in name and not tables.known(name)


def _root(place: str) -> str:
    return place.rstrip(_VOWELS)


@lru_cache(maxsize=4096)
def _people_root(word: str) -> str:
    """The root of the place whose people a word may name, or an empty string."""
    ending = next((ending for ending in _DEMONYM_ENDINGS if word.endswith(ending)), "")
    root = word.removesuffix(ending).rstrip(_VOWELS) if ending else ""
    return root if len(root) >= _STEM else ""
