import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import BadQuestion
from onrecord.ledger.moments import asked, begin, end, now


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2031", "2031-01-01T00:00:00.000000", "2031-12-31T23:59:59.999999"),
        ("2032-02", "2032-02-01T00:00:00.000000", "2032-02-29T23:59:59.999999"),
        ("2031-05-01", "2031-05-01T00:00:00.000000", "2031-05-01T23:59:59.999999"),
        ("20310501", "2031-05-01T00:00:00.000000", "2031-05-01T23:59:59.999999"),
        (" 2031-05-01 10:30 ", "2031-05-01T10:30:00.000000", "2031-05-01T10:30:00.000000"),
        ("2031-05-01T10:30:00Z", "2031-05-01T10:30:00.000000", "2031-05-01T10:30:00.000000"),
        ("2031-05-01T01:30:00+02:00", "2031-04-30T23:30:00.000000", "2031-04-30T23:30:00.000000"),
    ],
)
def test_a_date_begins_and_ends_in_utc(text: str, first: str, last: str) -> None:
    assert begin(text) == first + "+00:00"
    assert end(text) == last + "+00:00"


@pytest.mark.parametrize(
    "text", ["", " ", "yesterday", "2031-13", "2031-02-30", "0000", "٢٠٣١", "0001-01-01T00:00+14:00"]
)
def test_anything_else_is_no_date(text: str) -> None:
    assert begin(text) is None
    assert end(text) is None


def test_no_date_has_no_beginning() -> None:
    assert begin(None) is None


@given(st.datetimes(timezones=st.timezones()), st.datetimes(timezones=st.timezones()))
def test_instants_sort_as_text(one: object, other: object) -> None:
    first, second = begin(str(one)), begin(str(other))
    if first is not None and second is not None:
        assert (first <= second) == (one <= other)  # type: ignore[operator]


@given(st.text(st.characters(exclude_categories=())))
def test_no_text_breaks_it(text: str) -> None:
    assert (begin(text) is None) == (end(text) is None)


def test_now_is_a_date() -> None:
    assert begin(now()) is not None


def test_an_option_must_be_a_date() -> None:
    assert asked("2031", "as_of") == "2031"
    with pytest.raises(BadQuestion, match="as_of"):
        asked(None, "as_of")
