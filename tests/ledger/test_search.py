import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import BadQuestion
from onrecord.ledger import Ledger, open_ledger
from onrecord.model import Reading
from tests.ledger.invented import article, reading

ARTICLES = {
    "a": ("The ferry sails at dawn. Goats object.", "ferry", "2030-01-01", "Boats"),
    "b": ("The bridge fails at dusk. Goats agree.", "bridge", "2030-01-02", "Walls"),
    "c": ("Café owners welcomed the ferries. It rained.", "ferry", "2030-01-03", "Prices"),
}


@pytest.fixture
def full(ledger: Ledger) -> Ledger:
    for name, (text, story, published, headline) in ARTICLES.items():
        ledger.add_article(article(text, id=name, story=story, published=published, headline=headline))
        ledger.add_reading(name, reading(text))
    return ledger


def _found(ledger: Ledger, query: str, **options: str) -> list[str]:
    passages = []
    for statement, name, _ in ledger.search(query, as_of=options.get("as_of"), story=options.get("story")):
        record = ledger.record(name)
        ((start, end),) = next(s.content for s in record.reading.statements if s.id == statement)
        passages.append(f"{name}: {record.article.text[start:end]}")
    return passages


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("dawn", ["a: The ferry sails at dawn."]),
        ("DAWN ferry", ["a: The ferry sails at dawn."]),
        ("cafe", ["c: Café owners welcomed the ferries."]),
        ("CAFÉ", ["c: Café owners welcomed the ferries."]),
        ("walls goats agree", ["b: Goats agree."]),
        ("goat walls", ["b: Goats agree."]),
        ("rain", ["c: It rained."]),
        ("dusk zeppelin", ["b: The bridge fails at dusk."]),
        ("zeppelin", []),
        ("", []),
        (' " * ( ) - ', []),
        ("dawn OR dusk", ["a: The ferry sails at dawn.", "b: The bridge fails at dusk."]),
        ('"DAWN" ferry)', ["a: The ferry sails at dawn."]),
        ("words:dawn", []),
        ("daw*", []),
        ("da\0wn", []),
    ],
)
def test_a_query_is_plain_text(full: Ledger, query: str, found: list[str]) -> None:
    assert sorted(_found(full, query)) == found


def test_sources_and_outlets_are_searched(full: Ledger) -> None:
    assert len(_found(full, "Ilva Ost")) == 3
    assert len(_found(full, "courier")) == 6


def test_a_statement_that_says_it_beats_a_headline(full: Ledger) -> None:
    full.add_article(article("The boats are out. Fine.", id="d", headline="Weather", published="2030"))
    full.add_reading("d", reading("The boats are out. Fine."))
    assert _found(full, "boats")[0] == "d: The boats are out."
    scores = [score for _, _, score in full.search("boats")]
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] > 0


def test_hits_of_a_story_and_of_a_time(full: Ledger) -> None:
    assert len(_found(full, "goats")) == 2
    assert _found(full, "goats", story="bridge") == ["b: Goats agree."]
    assert _found(full, "goats", as_of="2030-01-01") == ["a: Goats object."]
    assert _found(full, "goats", as_of="2030-01-01", story="bridge") == []
    with pytest.raises(BadQuestion, match="as_of"):
        full.search("goats", as_of="then")


def test_equal_hits_are_ordered_by_statement_and_article(ledger: Ledger) -> None:
    for number in (3, 1, 2):
        ledger.add_article(article(id=f"copy-{number}", url=f"https://tarn.example/{number}"))
        ledger.add_reading(f"copy-{number}", reading())
    hits = ledger.search("ferry", limit=2)
    assert [name for _, name, _ in hits] == ["copy-1", "copy-2"]
    assert len({statement for statement, _, _ in hits}) == 1


def test_statements_that_no_longer_count_are_not_found(full: Ledger) -> None:
    full.add_reading("a", Reading(reader="reader-2", language="en", unread="too short"))
    assert _found(full, "dawn") == []


@settings(max_examples=50, deadline=None)
@given(query=st.text(st.characters(exclude_categories=()), max_size=40) | st.text("dawn \"*()^:-+'", max_size=12))
def test_no_query_breaks_it(tmp_path_factory: pytest.TempPathFactory, query: str) -> None:
    path = tmp_path_factory.getbasetemp() / "searched"
    with open_ledger(path) as ledger:
        ledger.add_article(article())
        ledger.add_reading("ferry", reading())
        hits = ledger.search(query)
        assert hits == ledger.search(query)
        assert {name for _, name, _ in hits} <= {"ferry"}


def test_a_long_query_is_cut(full: Ledger) -> None:
    assert _found(full, "dawn " + " ".join(f"word{number}" for number in range(5000))) == [
        "a: The ferry sails at dawn."
    ]
