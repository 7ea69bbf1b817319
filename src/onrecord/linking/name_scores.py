"""How well two names agree, with the reason: tokens first, then persons, organisations and places."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.linking import name_tables
from onrecord.linking.name_forms import Form, acronym_of, as_acronym, organisation_form, person_form
from onrecord.linking.name_letters import fold, folds, letters, skeleton

# How much each way of agreeing is worth. 0.85 and more is the same name, below 0.7 it isn't.
TOKEN_SCORES = {
    "the same name": 1.0,
    "known spellings of one name": 0.97,
    "transcriptions of one name": 0.95,
    "a short form of the given name": 0.9,
    "vowels that vary between transcriptions": 0.82,
    "an initial that fits": 0.82,
    "a spelling slip": 0.75,
}
NAME_SCORES = {
    "the same words, spaced differently": 0.95,
    "the same name, words in another order": 0.93,
    "an acronym that fits": 0.75,
    "the shorter name lacks a part of the longer": 0.78,
    "surname only": 0.5,
    "given name only": 0.3,
    "one name holds the other and more": 0.6,
    "the numbers differ": 0.1,
    "different given names": 0.1,
    "different names": 0.0,
}
_SLIP_LENGTH = 5
_LONG = 9

Score = tuple[float, str]


@dataclass(frozen=True, slots=True)
class _Pairing:
    pairs: tuple[tuple[int, int], ...]
    reasons: tuple[str, ...]
    extra_a: tuple[int, ...]
    extra_b: tuple[int, ...]

    def by_position(self) -> list[tuple[int, str]]:
        return [(i, reason) for (i, _), reason in zip(self.pairs, self.reasons, strict=True)]

    @property
    def in_order(self) -> bool:
        return list(self.pairs) == sorted(self.pairs) and [j for _, j in self.pairs] == sorted(j for _, j in self.pairs)


def compare_tokens(a: str, b: str) -> Score | None:
    """How two tokens agree, or None."""
    checks = (
        ("the same name", a == b),
        ("known spellings of one name", _same_group(a, b)),
        ("transcriptions of one name", not folds(a).isdisjoint(folds(b)) and min(len(a), len(b)) > 2),
        ("a short form of the given name", _is_short_for(a, b) or _is_short_for(b, a)),
        ("an initial that fits", _is_initial_of(a, b) or _is_initial_of(b, a)),
    )
    reason = next((reason for reason, holds in checks if holds), None) or _slip(a, b)
    return (TOKEN_SCORES[reason], reason) if reason else None


def compare_persons(a: str, b: str) -> Score:
    """How well two personal names agree; symmetric."""
    form_a, form_b = person_form(a), person_form(b)
    if not form_a.tokens or not form_b.tokens:
        return _named("different names")
    if _same_joined(form_a, form_b):
        return _named("the same words, spaced differently")
    short, long = sorted((form_a, form_b), key=lambda form: (len(form.tokens), form.tokens))
    if len(short.tokens) == 1 and any(_is_half_surname(short.tokens[0], name) for name in (a, b)):
        return _named("different names")
    pairing = _pair(short.tokens, long.tokens)
    if pairing.extra_a:
        return _named("different given names" if _share_last(short, long) else "different names")
    if len(short.tokens) == 1 and len(long.tokens) > 1:
        return _single(pairing, long)
    if all(reason == "an initial that fits" or len(short.tokens[i]) == 1 for i, reason in pairing.by_position()):
        return _named("different names")
    return _whole(pairing, "the shorter name lacks a part of the longer")


def compare_organisations(a: str, b: str) -> Score:
    """How well the names of two bodies agree; symmetric."""
    if _acronym_fits(a, b) or _acronym_fits(b, a):
        return _named("an acronym that fits")
    form_a, form_b = organisation_form(a), organisation_form(b)
    if not form_a.tokens or not form_b.tokens:
        return _named("different names")
    if _numbers(form_a) != _numbers(form_b):
        return _named("the numbers differ")
    if _same_joined(form_a, form_b) or letters(a).replace(" ", "") == letters(b).replace(" ", ""):
        return _named("the same words, spaced differently")
    short, long = sorted((form_a, form_b), key=lambda form: (len(form.tokens), form.tokens))
    pairing = _pair(short.tokens, long.tokens)
    if pairing.extra_a or "an initial that fits" in pairing.reasons:
        return _named("different names")
    return _whole(pairing, "one name holds the other and more")


def compare_places(a: str, b: str) -> Score:
    """How well the names of two places or countries agree; symmetric. A slip is never forgiven: Iran, Iraq."""
    plain_a, plain_b = letters(a).removeprefix("the "), letters(b).removeprefix("the ")
    if plain_a == plain_b:
        return _token("the same name")
    groups = name_tables.place_groups()
    if not groups.get(plain_a, frozenset()).isdisjoint(groups.get(plain_b, frozenset())):
        return _token("known spellings of one name")
    if {plain_a, plain_b} <= groups.keys():
        return _named("different names")
    alike = [fold(word) for word in plain_a.split()] == [fold(word) for word in plain_b.split()]
    return _token("transcriptions of one name") if alike and plain_a else _named("different names")


def _is_half_surname(token: str, name: str) -> bool:
    """Whether a token is but one half of a double surname: Ruzhin in Denis Valkov-Ruzhin."""
    last = name.rsplit(maxsplit=1)[-1] if " " in name else ""
    halves = [letters(half) for half in last.replace("‑", "-").split("-")]
    return len(halves) > 1 and token in halves


def _pair(a: tuple[str, ...], b: tuple[str, ...]) -> _Pairing:
    """Pairs of positions, best scores first; of equal scores those nearest in place, so that it is deterministic."""
    found = sorted(
        (-scored[0], abs((len(a) - i) - (len(b) - j)), i, j, scored[1])
        for i, token in enumerate(a)
        for j, other in enumerate(b)
        if (scored := compare_tokens(token, other))
    )
    pairs: dict[int, tuple[int, str]] = {}
    taken: set[int] = set()
    for _, _, i, j, reason in found:
        if i not in pairs and j not in taken:
            pairs[i] = (j, reason)
            taken.add(j)
    order = sorted(pairs)
    return _Pairing(
        tuple((i, pairs[i][0]) for i in order),
        tuple(pairs[i][1] for i in order),
        tuple(i for i in range(len(a)) if i not in pairs),
        tuple(j for j in range(len(b)) if j not in taken),
    )


def _whole(pairing: _Pairing, lacking: str) -> Score:
    worst = min(pairing.reasons, key=TOKEN_SCORES.__getitem__)
    if pairing.extra_b:
        if not pairing.in_order or worst == "a spelling slip":
            return _named("different names")
        return min(NAME_SCORES[lacking], TOKEN_SCORES[worst]), lacking
    if pairing.reasons.count("a spelling slip") > 1:
        return _named("different names")
    if not pairing.in_order and worst == "the same name":
        return _named("the same name, words in another order")
    return _token(worst)


def _single(pairing: _Pairing, long: Form) -> Score:
    ((_, position),) = pairing.pairs
    if pairing.reasons[0] in {"an initial that fits", "a spelling slip"}:
        return _named("different names")
    is_last = position == len(long.tokens) - 1
    is_first = position == 0 and long.tokens[0] in name_tables.family_first()
    return _named("surname only" if is_last or is_first else "given name only")


def _slip(a: str, b: str) -> str | None:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - heavy, loaded at use

    shorter = min(len(a), len(b))
    if shorter < _SLIP_LENGTH or a.isdigit() or b.isdigit() or {a, b} <= name_tables.given_names():
        return None
    if a[-1] != b[-1] and "a" in {a[-1], b[-1]}:
        return None  # Petrov and Petrova, Angelo and Angela are two people
    distance = OSA.distance(a, b, score_cutoff=2)
    if distance <= 2 and skeleton(a) == skeleton(b) and len(skeleton(a)) > 2:
        return "vowels that vary between transcriptions"
    return "a spelling slip" if distance == 1 or (distance == 2 and shorter >= _LONG) else None


def _same_group(a: str, b: str) -> bool:
    groups = name_tables.spelling_groups()
    return not groups.get(a, frozenset()).isdisjoint(groups.get(b, frozenset()))


def _is_short_for(short: str, full: str) -> bool:
    return full in name_tables.short_forms().get(short, frozenset())


def _is_initial_of(initial: str, token: str) -> bool:
    return len(initial) == 1 and initial.isalpha() and len(token) > 1 and token[0] == initial


def _same_joined(a: Form, b: Form) -> bool:
    return len(a.tokens) != len(b.tokens) and a.joined == b.joined


def _share_last(a: Form, b: Form) -> bool:
    return compare_tokens(a.tokens[-1], b.tokens[-1]) is not None


def _numbers(form: Form) -> list[str]:
    return sorted(token for token in form.tokens if token.isdigit())


def _acronym_fits(short: str, long: str) -> bool:
    acronym = as_acronym(short)
    return acronym is not None and as_acronym(long) is None and acronym in acronym_of(long)


def _token(reason: str) -> Score:
    return TOKEN_SCORES[reason], reason


def _named(reason: str) -> Score:
    return NAME_SCORES[reason], reason
