"""The packaged tables that names are found with, each read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from onrecord.model import EntityKind


@cache
def gazetteer() -> Mapping[str, tuple[EntityKind, str]]:
    """Known names as they are written, with their kind and main name; a country goes before a place of its name."""
    known = {name: (EntityKind.PLACE, name) for name in _lines("places.txt")}
    known |= {name: (EntityKind.ORGANISATION, name) for name in _lines("organisations.txt")}
    for row in _rows("outlets.tsv"):
        known |= {name: (EntityKind.OUTLET, row[0]) for name in (row[0], *row[1].split(";")) if name}
    for _, name, capital, others, _ in _rows("countries.tsv"):
        if capital:
            known.setdefault(capital, (EntityKind.PLACE, capital))
        known |= {form: (EntityKind.COUNTRY, name) for form in (name, *others.split(";")) if form}
    return MappingProxyType(known)


def known(name: str) -> tuple[EntityKind, str] | None:
    """The gazetteer's entry for a name, also for one in capitals (a dateline) or with a curly apostrophe."""
    plain = name.replace("’", "'")
    return gazetteer().get(plain) or (gazetteer().get(plain.title()) if plain.isupper() and len(plain) > 3 else None)


@cache
def longest() -> int:
    """Words in the longest name of the gazetteer."""
    return max(name.count(" ") for name in gazetteer()) + 1


@cache
def demonyms() -> frozenset[str]:
    """Adjectives and nouns for peoples, beliefs and directions, singular and plural."""
    words = [word for row in _rows("countries.tsv") for word in row[4].split(";") if word]
    return frozenset([*words, *(f"{word}s" for word in words), *_lines("peoples.txt")])


@cache
def common_words() -> frozenset[str]:
    """Words that are usually written small."""
    return frozenset(_lines("common_words.txt"))


@cache
def given_names() -> frozenset[str]:
    """Personal names in small ASCII letters."""
    return frozenset(_lines("given_names.txt"))


@cache
def not_names() -> frozenset[str]:
    """Words written large that name nobody."""
    return frozenset(_lines("not_names.txt"))


@cache
def titles() -> Mapping[tuple[str, ...], str]:
    """Words that announce a name, small, with the kind of what they announce."""
    return MappingProxyType({tuple(row[0].split()): row[1] for row in _rows("titles.tsv")})


@cache
def body_words() -> Mapping[str, tuple[str, str]]:
    """Words in names of bodies: (organisation or outlet, head or joined)."""
    return MappingProxyType({row[0]: (row[1], row[2]) for row in _rows("organisation_words.tsv")})


@cache
def place_words(position: str) -> frozenset[str]:
    """Words in or after names of places at one position: last, first, of, after."""
    return frozenset(row[0] for row in _rows("place_words.tsv") if row[1] == position)


@cache
def family_first() -> frozenset[str]:
    """Family names that stand before the given name, in small ASCII letters."""
    return frozenset(_lines("family_first.txt"))


@cache
def weights() -> Mapping[str, tuple[float, ...]]:
    """For each piece of evidence its weight for person, organisation, place and none."""
    return MappingProxyType({row[0]: tuple(float(cell) for cell in row[1:]) for row in _rows("name_evidence.tsv")})


def _lines(name: str) -> list[str]:
    text = files("onrecord").joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in _lines(name)]
