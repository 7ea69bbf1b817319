"""Verbs and adverbs that multiply: "doubled", "has more than tripled", "halved its debt", "rose tenfold"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from onrecord.model import Bound, Change, Quantity, Span
from onrecord.reading.numerals import Style, read_numeral
from onrecord.reading.quantities_bounds import Cues, cues_before, limits
from onrecord.reading.quantities_context import Found, Page
from onrecord.reading.quantities_nouns import phrase_after, run_before
from onrecord.reading.quantities_ranges import Amount
from onrecord.reading.quantities_tables import load_table, word_set
from onrecord.reading.quantities_tokens import Token
from onrecord.reading.quantities_units import Measure

FOLD = "fold"
"""Ends a multiple after a direction ("rose tenfold", "grew 20-fold")."""

NOT_MULTIPLIED = frozenset(["down", "as", "over", "back", "up", "his", "her", "-"])
"""Words after "doubled" that give it another sense ("doubled down", "doubled as a spy")."""

_AUXILIARIES = word_set("multiple_auxiliaries")
_OWNERS = frozenset(["its", "their", "the", "our"])


def opens_multiple(word: str) -> bool:
    """Whether a multiple may begin with the token, which is in lower case."""
    return word in _verbs() or word in _counts() or word.endswith(FOLD) or word[0].isdigit()


def read_multiple(page: Page, at: int) -> Found | None:
    """The multiplication at token `at` as a change: times with the unit "time", or a share left ("halved") of one."""
    token = page.tokens[at]
    factor = _verbs().get(token.lower)
    if factor is None:
        return _fold(page, at)
    if at + 1 < len(page.tokens) and page.tokens[at + 1].lower in NOT_MULTIPLIED:
        return None
    return _found(page, (at, at + 1), factor, _subject(page, at))


def _fold(page: Page, at: int) -> Found | None:
    last, factor = _folded(page.tokens, at)
    if factor is None or factor <= 1:
        return None
    cues = cues_before(page.tokens, at, "share")
    if cues.change is not Change.UP:
        return None
    return _found(page, (at, last), factor, run_before(page.text, page.tokens, cues.first - 1) if cues.first else None)


def _folded(tokens: Sequence[Token], at: int) -> tuple[int, float | None]:
    """The token after "threefold", "three-fold" or "20-fold", and its factor."""
    word = tokens[at].lower
    if word.endswith(FOLD) and word[: -len(FOLD)] in _counts():
        return at + 1, _counts()[word[: -len(FOLD)]]
    numeral = read_numeral(tokens, at) if word in _counts() or word[0].isdigit() else None
    after = [] if numeral is None else [token.lower for token in tokens[numeral.last : numeral.last + 2]]
    return (at, None) if numeral is None or after != ["-", FOLD] else (numeral.last + 2, numeral.low)


def _found(page: Page, tokens: tuple[int, int], factor: float, of: Span | None) -> Found:
    first, last = tokens
    start, end = page.tokens[first].start, page.tokens[last - 1].end
    unit, change = ("time", Change.UP) if factor > 1 else ("fraction", Change.DOWN)
    cues: Cues = cues_before(page.tokens, first, None)
    low, high, bound = limits(factor, factor, cues.bound)
    amount = Amount(
        start=start, end=end, first=first, last=last, low=factor, high=factor, style=Style.WORDS, scaled=1.0,
        measure=Measure(start, end, unit, "multiple"),
    )  # fmt: skip
    text = None if of is None else page.text[of[0] : of[1]]
    quantity = Quantity(
        start=start, end=end, low=low, high=high, bound=bound or Bound.EXACT, change=change, unit=unit,
        of=text,
    )  # fmt: skip
    return Found(quantity, amount, last)


def _subject(page: Page, at: int) -> Span | None:
    """What is multiplied: the object ("halved its debt"), else what stands before the verb ("prices have doubled")."""
    if at + 1 < len(page.tokens) and page.tokens[at + 1].lower in _OWNERS:
        return phrase_after(page.text, page.tokens, at + 1)
    while at > 0 and (page.tokens[at - 1].lower in _AUXILIARIES or page.tokens[at - 1].lower.endswith("ly")):
        at -= 1
    return run_before(page.text, page.tokens, at) if at else None


@cache
def _verbs() -> dict[str, float]:
    return {row[1]: float(row[2]) for row in load_table("vague_numbers.tsv") if row[0] == "multiple"}


@cache
def _counts() -> dict[str, float]:
    return {row[1]: float(row[2]) for row in load_table("vague_numbers.tsv") if row[0] == FOLD}
