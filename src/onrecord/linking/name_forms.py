"""A name taken apart: titles, legal forms and particles off, tokens in comparable letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.linking import name_tables
from onrecord.linking.name_letters import letters

_STOPWORDS = frozenset({"the", "of", "for", "and", "in", "on"})
_SMALL_WORDS = _STOPWORDS | {
    "de",
    "du",
    "des",
    "la",
    "le",
    "les",
    "et",
    "l",
    "d",
    "der",
    "die",
    "das",
    "und",
    "fur",
    "del",
    "y",
}
_SUFFIXES = frozenset({"jr", "sr", "junior", "senior", "phd", "md", "esq", "mp", "mep"})
_ELISION = re.compile(r"\b([dDlL])['’]")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")


@dataclass(frozen=True, slots=True)
class Form:
    """A name as its comparable tokens; `particles` and `legal` are what was set aside."""

    tokens: tuple[str, ...]
    particles: tuple[str, ...] = ()
    legal: str | None = None

    @property
    def joined(self) -> str:
        """The tokens without spaces."""
        return "".join(self.tokens)


@lru_cache(maxsize=4096)
def person_form(name: str) -> Form:
    """A person's name: "FAMILY, Given" turned round, titles and suffixes off, particles set aside."""
    words = _words(_turned(_split_joined(name)))
    words = _without_titles(words)
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words = words[:-1]
    small = name_tables.particles()
    kept = tuple(word for word in words if word not in small)
    aside = tuple(word for word in words if word in small)
    return Form(kept, aside) if kept else Form(tuple(words))


@lru_cache(maxsize=4096)
def organisation_form(name: str) -> Form:
    """An organisation's name: legal forms off both ends, numbers as digits, small words left out."""
    words = [word for word in _words(name) if word != "the"]
    words, legal = _without_legal_forms(words)
    kept = [word for word in _digits(words) if word not in _STOPWORDS]
    return Form(tuple(kept or words), (), legal)


def is_ideographic(name: str) -> bool:
    """Whether the name is written in Chinese, Japanese or Korean script, where one character is a syllable."""
    return bool(_CJK.search(name))


def looks_like_organisation(name: str) -> bool:
    """Whether a name without a kind has a legal form or an organisation's word in it."""
    words = _words(name)
    return bool(_without_legal_forms(words)[1]) or not name_tables.organisation_words().isdisjoint(words)


def acronym_of(name: str) -> frozenset[str]:
    """The acronyms a name of several words may have: with its small words, without them, without its legal form."""
    words = _words(_ELISION.sub(r"\1 ", name))
    bare = _without_legal_forms(words)[0]
    versions = [words, bare, [w for w in bare if w not in _SMALL_WORDS], [w for w in bare if w != "the"]]
    return frozenset("".join(w[0] for w in version) for version in versions if len(version) > 1)


def as_acronym(name: str) -> str | None:
    """The name in small letters if it is written as an acronym ("NATO", "U.N."), else None."""
    plain = name.replace(".", "").strip()
    return plain.lower() if 2 <= len(plain) <= 7 and plain.isascii() and plain.isalpha() and plain.isupper() else None


def _split_joined(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z][a-z]{3})", " ", name) if " " not in name.strip() else name


def _turned(name: str) -> str:
    family, comma, given = name.partition(",")
    return (
        f"{given} {family}"
        if comma and "," not in given and _words(given) and _words(given)[0] not in _SUFFIXES
        else name
    )


def _words(name: str) -> list[str]:
    if is_ideographic(name):
        from anyascii import anyascii  # noqa: PLC0415 - heavy, loaded at use

        name = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", anyascii(name))
    # Initials written together ("J.-C.", "J.F.") are separate; the stops of "U.N." make one word.
    spaced = re.sub(r"(?<=\b[A-Z]\.)(?=-?[A-Z][a-z])", " ", re.sub(r"['’](?:s\b|$)", "", name))
    return letters(spaced).split()


def _without_titles(words: list[str]) -> list[str]:
    titles = name_tables.titles()
    while len(words) > 1:
        size = next((n for n in (3, 2, 1) if n < len(words) and tuple(words[:n]) in titles), 0)
        if not size:
            break
        words = words[size:]
    return words


def _without_legal_forms(words: list[str]) -> tuple[list[str], str | None]:
    forms = name_tables.legal_forms()
    family: str | None = None
    for _ in range(2):
        for size in range(min(5, len(words) - 1), 0, -1):
            at_end, at_start = tuple(words[-size:]), tuple(words[:size])
            if at_end in forms:
                words, family = words[:-size], family or forms[at_end]
                break
            if at_start in forms and at_start != ("as",):
                words, family = words[size:], family or forms[at_start]
                break
    return words, family


def _digits(words: list[str]) -> list[str]:
    table = name_tables.number_words()
    digits: list[str] = []
    for word in words:
        ordinal = _ORDINAL.fullmatch(word)
        number = ordinal[1] if ordinal else table.get(word, word)
        previous = digits[-1] if digits else ""
        if word in table and len(number) == 1 and len(previous) == 2 and previous.isdigit() and previous[1] == "0":
            digits[-1] = previous[0] + number
        else:
            digits.append(number)
    return digits
