"""Ages without a unit, by the words beside the number: "Lena Voss, 45, said", "those over 60", "ages 18 to 34"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.reading.numerals import Style
from onrecord.reading.quantities_nouns import is_plural
from onrecord.reading.quantities_ranges import Amount
from onrecord.reading.quantities_tables import word_set
from onrecord.reading.quantities_tokens import Token

AGES = range(1, 111)

DAYS = word_set("days")
"""No names of persons, though capitalised."""

AGED = frozenset(["aged", "age", "ages"])
PERSONS = frozenset(["he", "she", "i", "who"])
BE = frozenset(["is", "was", "am", "turned", "turns"])
GROUPS = word_set("aged_groups")
"""Groups of people that an age limits ("voters under 30")."""

_LIMITS = frozenset(["over", "under", "above", "below"])
_ENDED = frozenset(["died", "dies", "death"])
_OLDER = frozenset([("or", "older"), ("or", "younger"), ("and", "older"), ("and", "younger")])
_CLOSERS = frozenset(["", ",", ")", ".", ";", "when", "and", "at", "or"])
_AFTER_NAME = frozenset([",", ")", ".", ";"])


def is_age(tokens: Sequence[Token], amount: Amount) -> bool:
    """Whether the amount is a person's age in years, or a range of ages."""
    if amount.measure is not None or amount.scaled > 1 or not _may_be_ages(amount):
        return False
    two, one = (_word(tokens, amount.first - back) for back in (2, 1))
    after = tuple(_word(tokens, amount.last + n) for n in (0, 1))
    of_age = (two in AGED and one in {"of", "between"}) or (two == "who" and one in {"is", "was"})
    if one in AGED or of_age:
        return True
    if amount.style is not Style.DIGITS:
        return False
    if after in _OLDER:
        return True
    if two in GROUPS and one in _LIMITS:
        return not is_plural(after[0])
    if (two in PERSONS and one in BE) or one == "turning" or (two in _ENDED and one == "at"):
        return after[0] in _CLOSERS
    named = one == "," and (two == "age" or (_capitalised(tokens, amount.first - 2) and two not in DAYS))
    return named and after[0] in _AFTER_NAME and not amount.ranged


def _may_be_ages(amount: Amount) -> bool:
    ends = {amount.low, amount.high}
    return all(end in AGES for end in ends) and (amount.ranged or len(ends) == 1)


def _capitalised(tokens: Sequence[Token], at: int) -> bool:
    text = tokens[at].text if at >= 0 else ""
    return text[:1].isupper() and text != text.upper()


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""
