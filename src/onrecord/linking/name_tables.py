"""The packaged tables about names, each read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from onrecord.linking.name_letters import letters


@cache
def spelling_groups() -> Mapping[str, frozenset[str]]:
    """Every form in the table of spellings with the ids of the groups it is in."""
    return _groups(line.split(",") for line in _lines("name_variants.txt"))


@cache
def short_forms() -> Mapping[str, frozenset[str]]:
    """Every short form with the full given names it may stand for."""
    full_names: defaultdict[str, set[str]] = defaultdict(set)
    for line in _lines("nicknames.txt"):
        full, *shorts = line.split(",")
        for short in shorts:
            full_names[short].add(full)
    return MappingProxyType({short: frozenset(full) for short, full in full_names.items()})


@cache
def place_groups() -> Mapping[str, frozenset[str]]:
    """Every name of a country or place, in letters, with the ids of the places it is a name of."""
    groups = [[f"iso:{row[0]}", row[1], *row[3].split(";")] for row in _rows("countries.tsv")]
    groups += [line.split(",") for line in _lines("place_variants.txt")]
    return _groups([letters(name) for name in group if name] for group in groups)


@cache
def given_names() -> frozenset[str]:
    """Known personal names, in letters."""
    return frozenset(_lines("given_names.txt"))


@cache
def family_first() -> frozenset[str]:
    """Family names that stand before the given name."""
    return frozenset(_lines("family_first.txt"))


@cache
def number_words() -> Mapping[str, str]:
    """Number words with their digits."""
    return MappingProxyType({row[0]: row[1] for row in _rows("number_words.tsv")})


@cache
def titles() -> frozenset[tuple[str, ...]]:
    """Titles and honorifics as tuples of tokens."""
    return frozenset(tuple(line.split()) for line in _lines("name_titles.txt"))


@cache
def particles() -> frozenset[str]:
    """Small words that join the parts of a personal name."""
    return frozenset(_lines("name_particles.txt"))


@cache
def legal_forms() -> Mapping[tuple[str, ...], str]:
    """Every way to write a legal form, as a tuple of tokens, with its family."""
    forms = {tuple(form.split()): row[0] for row in _rows("legal_forms.tsv") for form in row[1].split(";")}
    return MappingProxyType(forms)


@cache
def organisation_words() -> frozenset[str]:
    """Words that mark an organisation's name, in letters."""
    return frozenset(letters(row[0]) for row in _rows("organisation_words.tsv"))


def _groups(groups: Iterable[Iterable[str]]) -> Mapping[str, frozenset[str]]:
    ids: defaultdict[str, set[str]] = defaultdict(set)
    for group in groups:
        head, *rest = group
        for form in (head, *rest):
            ids[form].add(head)
    return MappingProxyType({form: frozenset(heads) for form, heads in ids.items()})


def _lines(name: str) -> list[str]:
    text = files("onrecord").joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def capitals() -> Mapping[str, str]:
    """Capital -> country, by their usual English names."""
    return {row[2]: row[1] for row in _rows("countries.tsv") if len(row) > 2 and row[2]}


def _rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in _lines(name)]
