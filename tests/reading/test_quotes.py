from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.quotes import find_quotes
from tests.reading.told import paragraphs


def found(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotes(text, paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said "we won" twice.', ['"we won"']),
        ("She said “we won” twice.", ["“we won”"]),
        ("She said «we won» twice.", ["«we won»"]),
        ("She said »we won« twice.", ["»we won«"]),
        ("She said „we won“ twice.", ["„we won“"]),
        ("She said „we won” twice.", ["„we won”"]),
        ("She said ‹we won› twice.", ["‹we won›"]),
        ("She said ‘we won’ twice.", ["‘we won’"]),
        ("She said ‚we won‘ twice.", ["‚we won‘"]),
        ("She said 'we won' twice.", ["'we won'"]),
        ("She said ``we won'' twice.", ["``we won''"]),
        ("— We won, said Ann.", ["We won,"]),
        ("“We won,” she said. “We did.”", ["“We won,”", "“We did.”"]),
        ("“They said ‘we won’ to us,” she said.", ["“They said ‘we won’ to us,”"]),
        ("The soldiers' boots weren't theirs.", []),
        ("It was the summer of ’29.", []),
        ("It’s Ann’s and the others’.", []),
        ('A board 6" wide and 8" long.', []),
    ],
)
def test_marks_of_every_kind(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_an_open_one_ends_with_its_paragraph() -> None:
    text = "She said “we won.\nIt rained."
    (quote,) = find_quotes(text, paragraphs(text))
    assert (text[quote.start : quote.end], quote.closed, quote.continues) == ("“we won.", False, False)


def test_one_runs_over_paragraphs() -> None:
    text = "“We won.\n“We did.\n“We always do,” she said."
    quotes = find_quotes(text, paragraphs(text))
    assert [(q.closed, q.continues) for q in quotes] == [(False, False), (False, True), (True, True)]


@given(st.text(alphabet="“”\"'’‘«»„a s\n—,", max_size=200))
def test_quotes_are_in_order_apart_and_within_a_paragraph(text: str) -> None:
    spans = paragraphs(text)
    quotes = find_quotes(text, spans)
    assert all(0 <= q.start < q.end <= len(text) for q in quotes)
    assert all(a.end <= b.start for a, b in pairwise(quotes))
    assert all(any(s <= q.start and q.end <= e for s, e in spans) for q in quotes)
