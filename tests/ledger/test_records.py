import itertools

import pytest

from onrecord.errors import BadQuestion, LedgerError
from onrecord.ledger import Ledger
from onrecord.model import Article, Record
from tests.ledger.invented import DAY, URL, article, reading


def _add(ledger: Ledger, *articles: Article, recorded: str = DAY) -> None:
    for one in articles:
        stored, _ = ledger.add_article(one, recorded=recorded)
        ledger.add_reading(stored, reading(one.text))


def _known(records: list[Record]) -> dict[str, tuple[str, str | None]]:
    return {record.article.id: (record.known, record.version_of) for record in records}


@pytest.mark.parametrize(
    ("dates", "known"),
    [
        ({"published": "2030-01-02", "retrieved": "2030-03-01"}, "2030-01-02"),
        ({"published": "2030-01-02", "modified": "2030-02-01", "retrieved": "2030-03-01"}, "2030-02-01"),
        ({"retrieved": "2030-03-01"}, "2030-03-01"),
        ({}, DAY),
        ({"published": "soon", "retrieved": "2030-03"}, "2030-03"),
        ({"published": "soon", "modified": "never", "retrieved": "x"}, DAY),
    ],
)
def test_since_when_a_single_text_is_known(ledger: Ledger, dates: dict[str, str], known: str) -> None:
    _add(ledger, article(**dates))
    record = ledger.record("ferry")
    assert (record.known, record.recorded, record.version_of) == (known, DAY, None)
    assert record.article.published == dates.get("published")


VERSIONS = (
    article("One.", id="one", url=URL, published="2030-01-01T08:00:00Z", retrieved="2030-01-01T09:00:00Z"),
    article("Two.", id="two", url=URL, published="2030-01-01T08:00:00Z", modified="2030-01-03", retrieved="2030-01-05"),
    article("Three.", id="three", url=URL, published="2030-01-01T08:00:00Z", retrieved="2030-01-08"),
    article("Four.", id="four", url=URL + "2", published="2030-01-01T09:00:00+02:00"),
)


@pytest.mark.parametrize("order", list(itertools.permutations(VERSIONS)))
def test_versions_do_not_depend_on_the_order_of_arrival(ledger: Ledger, order: tuple[Article, ...]) -> None:
    _add(ledger, *order)
    assert list(_known(ledger.records()).items()) == [
        ("four", ("2030-01-01T09:00:00+02:00", None)),
        ("one", ("2030-01-01T08:00:00Z", None)),
        ("two", ("2030-01-03", "one")),
        ("three", ("2030-01-08", "one")),
    ]
    assert ledger.record("two").version_of == "one"


def test_versions_without_a_url_share_the_given_id(ledger: Ledger) -> None:
    _add(ledger, article("Late.", published="2030-01-02"), article("Early.", published="2030-01-01"))
    early, late = ledger.records()
    assert (early.article.text, early.version_of) == ("Early.", None)
    assert (late.article.text, late.version_of) == ("Late.", early.article.id)


def test_undated_versions_are_known_since_they_were_recorded(ledger: Ledger) -> None:
    _add(ledger, article("One."), recorded="2030-01-01")
    _add(ledger, article("Two."), recorded="2030-01-02")
    assert [(record.article.text, record.known) for record in ledger.records()] == [
        ("One.", "2030-01-01"),
        ("Two.", "2030-01-02"),
    ]


def test_an_earlier_version_that_comes_late_changes_what_was_asked_before(ledger: Ledger) -> None:
    _add(ledger, VERSIONS[1])
    assert ledger.record("two").version_of is None
    _add(ledger, VERSIONS[0])
    assert ledger.record("two").version_of == "one"


@pytest.mark.parametrize(
    ("as_of", "ids"),
    [
        ("2029", []),
        ("2030-01-01T07:59:00Z", ["four"]),
        ("2030-01-01T10:00:00+02:00", ["four", "one"]),
        ("2030-01-01", ["four", "one"]),
        ("2030-01-03T00:00:00Z", ["four", "one", "two"]),
        ("2030-01-03", ["four", "one", "two"]),
        ("2030-01-07", ["four", "one", "two"]),
        ("2030-01", ["four", "one", "two", "three"]),
    ],
)
def test_as_of_means_known_by_then(ledger: Ledger, as_of: str, ids: list[str]) -> None:
    _add(ledger, *VERSIONS)
    assert list(_known(ledger.records(as_of=as_of))) == ids


def test_records_of_a_story_or_of_a_time(ledger: Ledger) -> None:
    _add(ledger, article("A", id="a", story="ferry"), recorded="2030-01-01T12:00:00Z")
    _add(ledger, article("B", id="b", story="bridge"), recorded="2030-01-02T12:00:00Z")
    _add(ledger, article("C", id="c"), recorded="2030-01-03T12:00:00Z")
    assert list(_known(ledger.records(story="ferry"))) == ["a"]
    assert ledger.records(story="Ferry") == []
    assert list(_known(ledger.records(recorded_since="2030-01-02"))) == ["b", "c"]
    assert list(_known(ledger.records(recorded_until="2030-01-02"))) == ["a", "b"]
    assert list(_known(ledger.records(recorded_since="2030-01-02", recorded_until="2030-01-03T11:00Z"))) == ["b"]
    assert list(_known(ledger.records(story="bridge", as_of="2030-01-01"))) == []
    assert ledger.stories() == ["bridge", "ferry"]


@pytest.mark.parametrize("option", ["as_of", "recorded_since", "recorded_until"])
def test_a_date_that_is_none_is_a_bad_question(ledger: Ledger, option: str) -> None:
    with pytest.raises(BadQuestion, match=option):
        ledger.records(**{option: "last week"})


def test_an_article_without_a_reading_is_no_record_yet(ledger: Ledger) -> None:
    ledger.add_article(article())
    assert ledger.records() == []
    with pytest.raises(LedgerError, match="ferry"):
        ledger.record("ferry")


def test_an_unknown_article_is_an_error(ledger: Ledger) -> None:
    for ask in (ledger.record, ledger.raw):
        with pytest.raises(LedgerError, match="'no such'"):
            ask("no such")


def test_records_with_one_date_are_ordered_by_id(ledger: Ledger) -> None:
    _add(ledger, *(article(id=name, text=name, published="2030") for name in ("b", "ä", "a", "B")))
    assert list(_known(ledger.records())) == ["B", "a", "b", "ä"]


def test_counts(ledger: Ledger) -> None:
    _add(ledger, *VERSIONS)
    assert ledger.counts() == {
        "articles": 4,
        "stories": 0,
        "readings": 4,
        "statements": 4,
        "judgements": 0,
        "decisions": 0,
    }
