"""Whether a number without a unit counts, by the words beside it: most bare numbers name, date or list something."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Bound
from onrecord.reading.numerals import Style
from onrecord.reading.quantities_bounds import Cues
from onrecord.reading.quantities_nouns import STOPS, Counted, is_plural
from onrecord.reading.quantities_ranges import Amount
from onrecord.reading.quantities_tables import word_set
from onrecord.reading.quantities_tokens import Token

YEARS = (1400, 2100)
"""Four digits between these, without a plural straight after them, are a year."""

_LIKELY_YEARS = (1900, 2050)
"""Between these a plural makes a count of round numbers only ("2016 elections", but "2000 soldiers")."""

ONE_BEFORE = word_set("one_before")
"""Words before "one" that make it a pronoun."""

ONE_AFTER = word_set("one_after")
"""Words after "one" that make it no count ("one day", "one another")."""

NUMBER_BEFORE = word_set("number_before")
"""Words before a bare number that let it count ("the total reached 1,500")."""

NUMBER_AFTER = word_set("number_after")
"""Words after a bare number that let it count ("two were killed")."""

DAYS = word_set("days")

_OPENERS = frozenset(".!?:;\"“”‘’'()[]—–-•*|")
_JOINS = frozenset(":/._-")
_AGES = range(1, 111)
_LIMITS = frozenset({Bound.MORE, Bound.AT_LEAST, Bound.LESS, Bound.AT_MOST})
_SCORE = 20
_LABEL_BELOW = 10_000


def counts_nothing(tokens: Sequence[Token], amount: Amount, counted: Counted | None, cues: Cues) -> bool:
    """Whether the amount is part of a longer code, a year, a name's number, a score, or "one" as a pronoun."""
    if _is_glued(tokens, amount):
        return True
    if amount.measure is not None:
        return False
    if amount.style is Style.DIGITS and (_is_year(tokens, amount, cues) or _named_before(tokens, amount)):
        return True
    if amount.ranged and counted is None and (amount.high or 0) <= _SCORE and amount.style is Style.DIGITS:
        return True
    if tokens[amount.first].lower == "one" and amount.last == amount.first + 1:
        return counted is None or _is_pronoun(tokens, amount)
    return False


def stands_alone(tokens: Sequence[Token], amount: Amount, cues: Cues) -> bool:
    """Whether a number without unit or noun is a quantity all the same, by its form or the words beside it."""
    before = tokens[amount.first - 1].lower if amount.first else ""
    after = tokens[amount.last] if amount.last < len(tokens) else None
    if after is not None and after.text[0].isupper() and after.lower not in STOPS:
        return False
    cued = cues.bound is not Bound.EXACT or cues.change is not None
    follows = after.lower if after is not None else ""
    if amount.style is Style.VAGUE:
        return follows != "of" and tokens[amount.first].lower not in {"scores", "a"}
    if amount.style is Style.FRACTION:
        return cued or follows in {"of", "the", "their", "its", "his", "her"}
    if amount.style is Style.WORDS:
        return follows in NUMBER_AFTER or amount.scaled >= 1e3 or (cued and amount.low >= 2)
    if before == "to" and tokens[amount.first - 2].text[:1].isdigit():
        return False
    written_out = amount.scaled > 1 or "," in tokens[amount.first].text or (amount.low >= 1000 and amount.low % 1 > 0)
    return cued or written_out or amount.ranged or before in NUMBER_BEFORE or follows in NUMBER_AFTER


def is_age(tokens: Sequence[Token], amount: Amount) -> bool:
    """Tell ages: "aged 45", "a man of age 87", "Lena Voss, 45, said" and "who was 10"."""
    if amount.measure is not None or amount.low != amount.high or amount.low not in _AGES:
        return False
    before = [token.lower for token in tokens[max(0, amount.first - 2) : amount.first]]
    if before[-1:] in (["aged"], ["age"]) or before in (["who", "was"], ["who", "is"], ["age", "of"]):
        return True
    named = len(before) == 2 and before[1] == "," and tokens[amount.first - 2].text.istitle()
    closed = amount.last < len(tokens) and tokens[amount.last].text in {",", ")", "."}
    return named and closed and before[0] not in DAYS and amount.style is Style.DIGITS


def _is_glued(tokens: Sequence[Token], amount: Amount) -> bool:
    """Whether letters, digits or a joining sign touch the amount ("5G", "1080p", "F-16", "3:2", "'68")."""
    if amount.last < len(tokens) and tokens[amount.last].start == amount.end:
        after, following = tokens[amount.last], tokens[amount.last + 1 : amount.last + 2]
        digits_join = bool(following) and following[0].start == after.end and following[0].text[0].isdigit()
        if after.text[0].isalnum() or (after.text in _JOINS and digits_join):
            return True
    if not amount.first or tokens[amount.first - 1].end != amount.start:
        return False
    before = tokens[amount.first - 1]
    return before.text[-1].isalnum() or before.text in set("-–:/.#_'’&@\\")


def _is_year(tokens: Sequence[Token], amount: Amount, cues: Cues) -> bool:
    token = tokens[amount.first].text
    follows = tokens[amount.last].text if amount.last < len(tokens) else ""
    before = tokens[cues.first - 2].lower if cues.first > 1 else ""
    round_count = amount.low < _LIKELY_YEARS[0] or amount.low > _LIKELY_YEARS[1] or amount.low % 50 == 0
    if (is_plural(follows) and round_count) or cues.bound in _LIMITS or before in {"average", "total"}:
        return False
    return len(token) == 4 and token.isdigit() and amount.scaled == 1 and YEARS[0] <= amount.low <= YEARS[1]


def _named_before(tokens: Sequence[Token], amount: Amount) -> bool:
    """Whether a capitalised word in mid-sentence stands before the digits ("Boeing 747", "Model 3")."""
    at = amount.first - 1
    if at < 1 or amount.scaled != 1 or amount.low >= _LABEL_BELOW or amount.low % 1:
        return False
    word = tokens[at]
    if word.text == word.lower or word.lower in STOPS or word.lower in DAYS or tokens[at - 1].text in _OPENERS:
        return False
    return "," not in tokens[amount.first].text and word.lower not in NUMBER_BEFORE


def _is_pronoun(tokens: Sequence[Token], amount: Amount) -> bool:
    before = tokens[amount.first - 1].lower if amount.first else ""
    after = tokens[amount.last].lower if amount.last < len(tokens) else ""
    return before in ONE_BEFORE or after in ONE_AFTER
