"""Bodies named by what they belong to: "Arvenia's defence ministry", "the Arvenian defence ministry", "its government".

Two descriptions with one owner and one office are one body, whatever the article.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from onrecord.linking.name_tables import capitals
from onrecord.linking.terms import name_terms

_OFFICE = (
    r"(?:(?:foreign|defen[cs]e|interior|justice|finance|health|economy|energy|home|presidential|military|state)\s+)?"
    r"(?:ministry|government|parliament|army|military|presidency|president[’']s office|office|cabinet|police|"
    r"opposition|senate|congress|court|supreme court|embassy|navy|air force|armed forces)"
)
_FORMS = (
    re.compile(rf"^(?:the\s+)?(?P<owner>[^\W\d_][\w-]*)[’']s?\s+(?P<office>{_OFFICE})$", re.IGNORECASE),
    re.compile(rf"^(?:the\s+)?(?P<owner>[^\W\d_][\w-]*)\s+(?P<office>{_OFFICE})$", re.IGNORECASE),
    re.compile(rf"^(?:the\s+)?(?P<office>{_OFFICE})\s+(?:in|of)\s+(?P<owner>[^\W\d_][\w-]*)$", re.IGNORECASE),
)
_POSSESSIVE = re.compile(r"[’']s?\s")
_BRITISH = (("defense", "defence"),)

OfficeKey = tuple[str, str]


@lru_cache(maxsize=4096)
def office_key(name: str) -> OfficeKey | None:
    """(owner as a term, office) of a description, or None where it names no office of anybody."""
    for form in _FORMS:
        match = form.match(name.strip())
        if match and match["owner"][:1].isupper():
            owner = _owner_term(match["owner"])
            return (owner, _plain(match["office"])) if owner else None
    return None


def canonical_offices(names: Iterable[str]) -> Mapping[OfficeKey, str]:
    """Each body's form to show: its most frequent description, one that begins with its owner if there is one."""
    forms: defaultdict[OfficeKey, Counter[str]] = defaultdict(Counter)
    for name in names:
        key = office_key(name)
        if key:
            forms[key][name.replace("’", "'")] += 1
    return {key: min(found, key=lambda n: (not _POSSESSIVE.search(n), -found[n], n)) for key, found in forms.items()}


def _owner_term(owner: str) -> str | None:
    """A country as a name term; a capital stands for its country."""
    country = capitals().get(owner, owner)
    return next(iter(name_terms(country)), None)


def _plain(office: str) -> str:
    plain = office.casefold().replace("’", "'")
    for one, other in _BRITISH:
        plain = plain.replace(one, other)
    return plain
