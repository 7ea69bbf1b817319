"""Numbers with their units, and pairs of them: "40 to 60 tonnes", "$62 and $68", "two or three", "one in five"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.reading.numerals import Numeral, Style, past_and_a_half, read_numeral
from onrecord.reading.quantities_bounds import cues_before
from onrecord.reading.quantities_nouns import counted_after
from onrecord.reading.quantities_tables import word_set
from onrecord.reading.quantities_tokens import Token
from onrecord.reading.quantities_units import Measure, currency_before, is_likely, is_money, unit_at, with_rate


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number or a range as written: span, tokens `[first, last)`, ends, and the unit if one is written."""

    start: int
    end: int
    first: int
    last: int
    low: float
    high: float | None
    style: Style
    scaled: float
    measure: Measure | None = None
    ranged: bool = False


_BESIDE = frozenset([("half",), ("a", "quarter")])
"""These make a part of one only of a singular ("a quarter mile", but "a quarter points to it")."""

WHOLES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 100, 500, 1000, 10000, 100000, 1000000})
"""What a share may be counted out of ("one in five")."""

_DASHES = frozenset("-–—−‑~")
_LONG_DIMENSIONS = word_set("long_dimensions")
_SCALED = 1000
_NEAR = 3
_METRE_SUFFIXES = frozenset({"m", "b"})

PARTS_OF_ONE = (
    (("half", "a"), 0.5),
    (("half", "an"), 0.5),
    (("half", "-"), 0.5),
    (("a", "half"), 0.5),
    (("a", "half", "-"), 0.5),
    (("a", "quarter", "of", "a"), 0.25),
    (("a", "quarter", "of", "an"), 0.25),
    (("three", "quarters", "of", "a"), 0.75),
    (("three", "quarters", "of", "an"), 0.75),
    (("a", "third", "of", "a"), 1 / 3),
    (("a", "quarter"), 0.25),
    (("a", "quarter", "-"), 0.25),
    (("half",), 0.5),
)
"""Words before a unit that make a part of it ("half an hour", "a quarter of a tonne")."""


def read_amount(text: str, tokens: Sequence[Token], first: int) -> Amount | None:
    """The number at token `first` with its currency sign or unit, and its second end where it is a range; or None."""
    amount = _amount(text, tokens, first)
    if amount is None:
        return None
    return _ratio(text, tokens, amount) or _range(text, tokens, amount) or amount


def _amount(text: str, tokens: Sequence[Token], first: int) -> Amount | None:
    part = _part_of_one(text, tokens, first)
    numeral = read_numeral(tokens, first) if part is None else None
    if numeral is None:
        return part
    sign = currency_before(text, numeral.start, scaled=numeral.scaled >= _SCALED or numeral.low >= _SCALED)
    if sign is None and _is_length(text, tokens, numeral):
        numeral = read_numeral(tokens, first, short=False) or numeral
    start = sign.start if sign else numeral.start
    amount = Amount(
        start=start,
        end=numeral.end,
        first=_token_before(tokens, numeral.first, start),
        last=numeral.last,
        low=numeral.low,
        high=numeral.high,
        style=numeral.style,
        scaled=numeral.scaled,
    )
    return _negated(text, tokens, _with_unit(text, tokens, amount, sign))


def _part_of_one(text: str, tokens: Sequence[Token], first: int) -> Amount | None:
    """Read "half an hour", "a quarter of a tonne" and "a year and a half"."""
    if first >= len(tokens) or tokens[first].lower not in {"half", "a", "an", "three"}:
        return None
    for words, share in (*PARTS_OF_ONE, (("a",), 1.5), (("an",), 1.5)):
        at = first + len(words)
        if tuple(token.lower for token in tokens[first:at]) != words:
            continue
        measure = unit_at(text, tokens[at - 1].end)
        last = None if measure is None or not measure.kind else _token_after(tokens, at, measure.end)
        if words in _BESIDE and last is not None and tokens[last - 1].lower.endswith("s"):
            continue
        if last is not None and len(words) == 1:
            last = past_and_a_half(tokens, last)
        if measure is not None and last is not None:
            start, end = tokens[first].start, tokens[last - 1].end
            return Amount(
                start=start, end=end, first=first, last=last, low=share, high=share, style=Style.WORDS, scaled=1.0,
                measure=measure,
            )  # fmt: skip
    return None


def _with_unit(text: str, tokens: Sequence[Token], amount: Amount, sign: Measure | None) -> Amount:
    if sign is not None:
        rated = with_rate(text, sign._replace(end=amount.end))
        return replace(amount, measure=rated, end=rated.end, last=_token_after(tokens, amount.last, rated.end))
    position = amount.end
    if amount.style is not Style.DIGITS and text.startswith(" of ", position):
        position += 3
    measure = unit_at(text, position)
    if measure is None or not is_likely(text, measure, amount.low):
        return amount
    if measure.unit.startswith("pound") and is_money(text, measure, amount.low):
        measure = measure._replace(unit=measure.unit.replace("pound", "GBP", 1), kind="money")
    return replace(amount, measure=measure, end=measure.end, last=_token_after(tokens, amount.last, measure.end))


def _token_after(tokens: Sequence[Token], at: int, position: int) -> int:
    while at < len(tokens) and tokens[at].start < position:
        at += 1
    return at


def _token_before(tokens: Sequence[Token], at: int, position: int) -> int:
    while at > 0 and tokens[at - 1].start >= position:
        at -= 1
    return at


def _is_length(text: str, tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Whether the "m" of "5m" is a metre: no currency stands before it, and neither money nor a counted noun after."""
    suffix = tokens[numeral.last - 1].lower
    if suffix == "t" and tokens[numeral.last - 1].start == tokens[numeral.last - 2].end:
        return True
    if suffix not in _METRE_SUFFIXES or numeral.style is not Style.DIGITS or numeral.last - numeral.first < 2:
        return False
    after = tokens[numeral.last].lower if numeral.last < len(tokens) else ""
    if after in _LONG_DIMENSIONS:
        return True
    following = unit_at(text, numeral.end)
    return following is None and counted_after(text, tokens, numeral.last, one=False) is None


def _negated(text: str, tokens: Sequence[Token], amount: Amount) -> Amount:
    """The amount below zero where "minus" or a free-standing "-" comes before it."""
    at = amount.first - 1
    if at < 0 or amount.high is None or tokens[at].lower not in {"minus", "-", "−"}:
        return amount
    sign = tokens[at]
    if [token.lower for token in tokens[max(0, at - 2) : at]] == ["plus", "or"]:
        return amount
    if sign.lower != "minus" and (
        sign.end != amount.start or text[max(0, sign.start - 1) : sign.start].strip(" \n\t([")
    ):
        return amount
    return replace(amount, start=sign.start, first=at, low=-amount.high, high=-amount.low)


def _range(text: str, tokens: Sequence[Token], low: Amount) -> Amount | None:
    at = _past_connector(text, tokens, low)
    high = _amount(text, tokens, at) if at is not None else None
    if high is None or low.high is None or not _agree(low, high):
        return None
    factor = high.scaled if low.scaled == 1 and high.scaled > 1 and low.low * high.scaled < (high.high or 0) else 1.0
    start = low.low * factor
    if start >= high.low or not _belongs(tokens, low, high):
        return None
    return replace(high, start=low.start, first=low.first, low=start, ranged=True, measure=high.measure or low.measure)


def _agree(low: Amount, high: Amount) -> bool:
    if low.measure is None or high.measure is None:
        return low.measure is None or low.measure.kind == "money"
    return low.measure.unit == high.measure.unit.split(" per ")[0]


def _belongs(tokens: Sequence[Token], low: Amount, high: Amount) -> bool:
    """Whether two numbers are the ends of one range, by the words around them."""
    before = tokens[low.first - 1].lower if low.first else ""
    word = tokens[low.last].lower
    if word == "and":
        return before == "between" or (before == "of" and tokens[low.first - 2].lower in {"age", "ages"})
    if word == "or":
        return high.low - low.low == high.scaled and high.low <= 20 * high.scaled
    if word == "to":
        kind = low.measure.kind if low.measure else None
        at = low.first - 1 if before == "from" else low.first
        return _is_one_measure(low, high) or cues_before(tokens, at, kind or "share").change is None
    return True


def _is_one_measure(low: Amount, high: Amount) -> bool:
    """“Rose 2 to 3 percent”, of one unit and near each other, where "rose 2 to 300" tells what it came to."""
    return low.measure is None and high.measure is not None and high.low <= _NEAR * low.low


def _past_connector(text: str, tokens: Sequence[Token], low: Amount) -> int | None:
    """The number's token after "to", "and", "or" or a dash, a currency sign passed over; or None."""
    words = [token.lower for token in tokens[low.last : low.last + 3]]
    if not words or not (words[0] in _DASHES or words[0] in {"to", "and", "or"}):
        return None
    dashed_to = len(words) == 3 and words[0] in _DASHES and words[1] == "to" and words[2] in _DASHES
    suspended = len(words) == 3 and words[0] in _DASHES and words[1] in {"to", "or"} and not dashed_to
    at = low.last + (3 if dashed_to else 2 if suspended else 1)
    for number in range(at + 1, min(at + 4, len(tokens))):
        if tokens[number].text[0].isdigit():
            sign = currency_before(text, tokens[number].start)
            return number if sign is not None and sign.start == tokens[at].start else at
    return at


def _ratio(text: str, tokens: Sequence[Token], part: Amount) -> Amount | None:
    """Read "one in five" and "nine out of 10" as a fraction."""
    words = [token.lower for token in tokens[part.last : part.last + 2]]
    size = 2 if words == ["out", "of"] else 1 if words[:1] == ["in"] else 3 if words == ["-", "in"] else 0
    if not size or part.measure is not None or part.high != part.low:
        return None
    at = part.last + size
    if at < len(tokens) and tokens[at].lower == "every":
        at += 1
    whole = _amount(text, tokens, at)
    whole_parts = part.low % 1 == 0 and part.low > 0
    if whole is None or whole.measure is not None or not (whole_parts and part.low < whole.low in WHOLES):
        return None
    share = part.low / whole.low
    return replace(whole, start=part.start, first=part.first, low=share, high=share, style=Style.FRACTION, scaled=1.0)
