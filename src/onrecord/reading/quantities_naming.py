"""Whether a number without a unit counts, by the words beside it: most bare numbers name, date or list something."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Bound
from onrecord.reading.numerals import UNITS, Style
from onrecord.reading.quantities_ages import DAYS, is_age
from onrecord.reading.quantities_bounds import Cues
from onrecord.reading.quantities_nouns import NOT_COUNTED, STOPS, Counted, is_plural
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

HARMING = word_set("harming")
"""Words before a number of persons ("killing four")."""

_OPENERS = frozenset(".!?:;\"“”‘’'()[]—–-•*|")
_JOINS = frozenset(":/._-")
_LIMITS = frozenset({Bound.MORE, Bound.AT_LEAST, Bound.LESS, Bound.AT_MOST})
_SCORE = 20
_TIMES = frozenset(["x", "×"])
_BEFORE_YEARS = frozenset(["since", "until", "till", "to", "from", "by", "in", "before", "after"])
_PLAIN_PARTS = frozenset({"in", "out", *(word for word in UNITS if word != "zero")})
_LABEL_BELOW = 10_000


def counts_nothing(tokens: Sequence[Token], amount: Amount, counted: Counted | None, cues: Cues) -> bool:
    """Whether the amount is part of a longer code, a year, a name's number, a score, or "one" as a pronoun."""
    if _is_glued(tokens, amount):
        return True
    if amount.measure is not None:
        return False
    if amount.style is Style.DIGITS and (_is_year(tokens, amount, cues) or _named_before(tokens, amount, counted)):
        return True
    if counted is not None and amount.low == amount.high == 1 and amount.style is Style.DIGITS:
        return tokens[counted.last - 1].text.istitle()
    between = amount.first > 0 and tokens[amount.first - 1].lower in {"between", "of"}
    small = (amount.high or 0) <= _SCORE and amount.style is Style.DIGITS
    if amount.ranged and counted is None and small and not between and not is_age(tokens, amount):
        return True
    if amount.style is Style.WORDS and _is_name(tokens, amount):
        return True
    if tokens[amount.first].lower == "one" and amount.last == amount.first + 1:
        return (counted is None and not _harmed(tokens, amount)) or _is_pronoun(tokens, amount)
    return False


def stands_alone(tokens: Sequence[Token], amount: Amount, cues: Cues) -> bool:
    """Whether a number without unit or noun is a quantity all the same, by its form or the words beside it."""
    before = tokens[amount.first - 1].lower if amount.first else ""
    after = tokens[amount.last] if amount.last < len(tokens) else None
    if after is not None and after.text[0].isupper() and after.lower not in STOPS:
        return False
    cued = cues.bound is not Bound.EXACT or cues.change is not None
    follows = after.lower if after is not None else ""
    if follows == "of" and amount.last + 1 < len(tokens) and tokens[amount.last + 1].lower in NOT_COUNTED:
        return True
    if _is_dimension(tokens, amount):
        return True
    if amount.style is Style.VAGUE:
        return tokens[amount.first].lower not in {"scores", "a"}
    if amount.style is Style.FRACTION:
        words = {token.lower for token in tokens[amount.first : amount.last]}
        return cued or follows in {"of", "the", "their", "its", "his", "her"} or bool(words & _PLAIN_PARTS)
    if amount.style is Style.WORDS:
        return follows in NUMBER_AFTER or amount.scaled >= 1e3 or (cued and amount.low >= 2)
    if before == "to" and tokens[amount.first - 2].text[:1].isdigit():
        return False
    written_out = amount.scaled > 1 or "," in tokens[amount.first].text or (amount.low >= 1000 and amount.low % 1 > 0)
    return cued or written_out or amount.ranged or before in NUMBER_BEFORE or follows in NUMBER_AFTER


def _is_glued(tokens: Sequence[Token], amount: Amount) -> bool:
    """Whether letters, digits or a joining sign touch the amount ("5G", "1080p", "F-16", "3:2", "'68")."""
    if amount.last < len(tokens) and tokens[amount.last].start == amount.end:
        after, following = tokens[amount.last], tokens[amount.last + 1 : amount.last + 2]
        digits_join = bool(following) and following[0].start == after.end and following[0].text[0].isdigit()
        measured = amount.measure is not None and after.text == "-" and tokens[amount.last - 1].text[0].isalpha()
        if after.lower in _TIMES and digits_join:
            return False
        if after.text[0].isalnum() or (after.text in _JOINS and digits_join and not measured):
            return True
    if not amount.first or tokens[amount.first - 1].end != amount.start:
        return False
    before = tokens[amount.first - 1]
    if before.lower in _TIMES and tokens[amount.first - 2].end == before.start and amount.first > 1:
        return not tokens[amount.first - 2].text[0].isdigit()
    decimal = before.text == "," and amount.first > 1 and tokens[amount.first - 2].end == before.start
    if decimal and tokens[amount.first - 2].text[-1].isdigit():
        return True
    return before.text[-1].isalnum() or before.text in set("-–:/.#_'’&@\\")


def _is_year(tokens: Sequence[Token], amount: Amount, cues: Cues) -> bool:
    token = tokens[amount.first].text
    follows = tokens[amount.last].text if amount.last < len(tokens) else ""
    before = tokens[cues.first - 2].lower if cues.first > 1 else ""
    round_count = amount.low < _LIKELY_YEARS[0] or amount.low > _LIKELY_YEARS[1] or amount.low % 50 == 0
    dated = cues.first > 0 and tokens[cues.first - 1].lower in _BEFORE_YEARS
    limited = cues.bound in _LIMITS and tokens[amount.first - 1].lower != "the" and not dated
    if (is_plural(follows) and round_count) or limited or before in {"average", "total"}:
        return False
    return len(token) == 4 and token.isdigit() and amount.scaled == 1 and YEARS[0] <= amount.low <= YEARS[1]


def _named_before(tokens: Sequence[Token], amount: Amount, counted: Counted | None) -> bool:
    """Whether a capitalised word in mid-sentence stands before the digits ("Boeing 747", "Model 3")."""
    at = amount.first - 1
    if at < 1 or amount.scaled != 1 or amount.low >= _LABEL_BELOW or amount.low % 1:
        return False
    word = tokens[at]
    if word.text == word.lower or word.lower in DAYS or tokens[at - 1].text in _OPENERS:
        return False
    if word.lower in STOPS:
        return _capital_after(tokens, amount.last)
    if counted is not None and counted.last > amount.last and word.lower.endswith(("ed", "ing", "s")):
        return not is_plural(tokens[counted.last - 1].text)
    return "," not in tokens[amount.first].text and word.lower not in NUMBER_BEFORE


def _is_name(tokens: Sequence[Token], amount: Amount) -> bool:
    """Whether number words are capitalised in mid-sentence before a capital ("the Seven Sisters")."""
    if not amount.first or not tokens[amount.first].text[0].isupper() or amount.last >= len(tokens):
        return False
    before = tokens[amount.first - 1].text
    return before[0].isalpha() and before.islower() and tokens[amount.last].text[0].isupper()


def _capital_after(tokens: Sequence[Token], at: int) -> bool:
    """Whether a capitalised singular goes on with the name ("The Lost 52 Project")."""
    return at < len(tokens) and tokens[at].text.istitle() and not is_plural(tokens[at].text)


def _is_dimension(tokens: Sequence[Token], amount: Amount) -> bool:
    """Whether the amount is a side of something ("2,732 x 2,048")."""
    before, after = tokens[max(0, amount.first - 2) : amount.first], tokens[amount.last : amount.last + 2]
    sided = len(after) == 2 and after[0].lower in _TIMES and after[1].text[0].isdigit()
    return sided or (len(before) == 2 and before[1].lower in _TIMES and before[0].text[0].isdigit())


def _harmed(tokens: Sequence[Token], amount: Amount) -> bool:
    """Whether a word for harm stands before the amount ("killing one")."""
    return bool(amount.first) and tokens[amount.first - 1].lower in HARMING


def _is_pronoun(tokens: Sequence[Token], amount: Amount) -> bool:
    before = tokens[amount.first - 1].lower if amount.first else ""
    after = tokens[amount.last].lower if amount.last < len(tokens) else ""
    return before in ONE_BEFORE or after in ONE_AFTER
