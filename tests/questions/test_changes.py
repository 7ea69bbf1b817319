from collections.abc import Sequence

import pytest

from onrecord.errors import BadQuestion
from onrecord.ledger import Ledger
from onrecord.questions import changes
from onrecord.questions.rows import Novelty
from tests.questions import world


def kinds(answer: changes.Answer) -> list[str]:
    return [change.kind.value for change in answer.changes]


def test_since_the_beginning_everything_is_new(ledger: Ledger) -> None:
    answer = changes.ask(ledger, "2031-01-01", until="2031-05-01")
    assert kinds(answer) == ["new article", "new claim", "new claim", "status", "status", "figure"]
    assert all(change.before is None for change in answer.changes)


def test_what_one_day_changed(ledger: Ledger) -> None:
    answer = changes.ask(ledger, "2031-05-02", until="2031-05-02")
    article, status, *positions = answer.changes
    assert (article.kind, article.what) == (Novelty.ARTICLE, "Skerry Post: post-1")
    assert (status.kind, status.before, status.after) == (Novelty.STATUS, "single-origin", "disputed")
    assert [evidence.article for evidence in status.evidence] == ["courier-1", "post-1"]
    assert status.claim == world.FERRY
    assert {(p.what.partition(":")[0], p.after) for p in positions} == {
        ("Tarn council", "opposes"),
        ("Ilva Öst", "supports"),
    }


def test_a_new_version_shows_what_was_taken_out_and_put_in(ledger: Ledger) -> None:
    version, position, figure = changes.ask(ledger, "2031-05-03", until="2031-05-03").changes
    assert (version.kind, version.before, version.after) == (Novelty.VERSION, "courier-1", "courier-2")
    assert [passage.article for passage in version.removed] == ["courier-1"] * 2
    assert [passage.text for passage in version.added] == [
        "The ferry may sail again in June, said Ilva Öst.",
        "About 60 jobs depend on it, two officials said.",
    ]
    assert (position.kind, position.before, position.after) == (Novelty.POSITION, "supports", "wary")
    assert (figure.kind, figure.before, figure.after) == (
        Novelty.FIGURE,
        "About 40 jobs depend on it",
        "About 60 jobs depend on it",
    )
    assert figure.claim == world.JOBS


def test_an_article_that_was_not_read_says_why(ledger: Ledger) -> None:
    (article,) = changes.ask(ledger, "2031-05-04", until="2031-05-04").changes
    assert article.after == "not read: it is in German"
    assert [passage.text for passage in article.added] == ["Die Fähre soll wieder fahren."]


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2031-05-05", None, ["post-2"]),
        ("2031-05-04", None, ["blatt-1", "post-2"]),
        ("2031-05-04T13:00:00Z", None, ["post-2"]),
        ("2031-05-05T12:00:00Z", None, ["post-2"]),
        ("2031-05-05T12:00:01Z", None, []),
        ("2031-05-06", None, []),
        ("2031-05-04", "2031-05-04", ["blatt-1"]),
    ],
)
def test_a_moment_counts_from_its_beginning_until_its_end(
    since: str, until: str | None, expected: Sequence[str], ledger: Ledger
) -> None:
    found = changes.ask(ledger, since, until=until).changes
    assert [change.added[0].article for change in found if change.kind is Novelty.ARTICLE] == expected


def test_story_time_is_not_the_time_of_recording(empty: Ledger) -> None:
    world.fill(empty, recorded="2031-06-01T00:00:00Z")
    assert changes.ask(empty, "2031-05-05", until="2031-05-31").changes == ()
    recorded = changes.ask(empty, "2031-05-05").changes
    known = changes.ask(empty, "2031-05-05", story_time=True).changes
    assert len(recorded) > len(known) > 0
    assert {change.kind for change in known} == {Novelty.ARTICLE, Novelty.CLAIM, Novelty.STATUS}


def test_of_one_story(ledger: Ledger) -> None:
    found = changes.ask(ledger, "2031-05-04", story="ferry").changes
    assert [change.what for change in found] == ["Inselblatt: blatt-1"]


@pytest.mark.parametrize(
    ("since", "until", "option"),
    [
        ("", None, "since"),
        ("last week", None, "since"),
        ("2031-05-32", None, "since"),
        ("2031-05-01", "whenever", "until"),
        ("2031-05-02", "2031-05-01", "until"),
    ],
)
def test_malformed_or_reversed_dates(since: str, until: str | None, option: str, ledger: Ledger) -> None:
    with pytest.raises(BadQuestion, match=option):
        changes.ask(ledger, since, until=until)


def test_the_first_year_there_is(ledger: Ledger) -> None:
    everything = changes.ask(ledger, "1900-01-01")
    assert changes.ask(ledger, "0001-01-01").changes == everything.changes


def test_rows_of_a_version_are_its_sentences(ledger: Ledger) -> None:
    table = changes.ask(ledger, "2031-05-03", until="2031-05-03").table()
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    version = [row for row in rows if row["kind"] == "new version"]
    assert [row["before"] or row["after"] for row in version] == [row["text"] for row in version]
    assert [row["article"] for row in version] == ["courier-1", "courier-1", "courier-2", "courier-2"]


def test_what_one_outlet_says_on_its_own_is_minor_and_stays_in_the_answer(ledger: Ledger) -> None:
    found = changes.ask(ledger, "2031-01-01").changes
    assert {change.claim: change.minor for change in found if change.kind is Novelty.CLAIM} == {
        world.FERRY: False,
        world.JOBS: False,
        world.TOWER: True,
    }
