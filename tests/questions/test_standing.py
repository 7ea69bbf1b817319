from dataclasses import replace

import pytest

from onrecord.ledger import Ledger
from onrecord.linking import projection
from onrecord.questions.standing import KEPT, standing
from tests.questions import world


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many records each projection was made from."""
    counts: list[int] = []

    def counted(*given: list[object]) -> projection.Projection:
        counts.append(len(given[0]))
        return world.project(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(projection, "project", counted)
    return counts


def test_it_is_made_once_for_what_is_asked(ledger: Ledger, made: list[int]) -> None:
    assert standing(ledger) is standing(ledger)
    assert standing(ledger, story="tower") is standing(ledger, story="tower")
    assert standing(ledger, as_of="2031-05-02") is standing(ledger, as_of="2031-05-02")
    assert made == [5, 1, 2]


def test_it_is_made_anew_when_something_was_added(ledger: Ledger, made: list[int]) -> None:
    before = standing(ledger)
    world.fill(ledger, [replace(world.ARTICLES[3], id="blatt-2")])
    assert len(standing(ledger).records) == len(before.records) + 1
    assert made == [5, 6]


def test_only_the_latest_are_kept(ledger: Ledger, made: list[int]) -> None:
    first = standing(ledger, story="0")
    for story in range(1, KEPT):
        standing(ledger, story=str(story))
    assert standing(ledger, story="0") is first
    standing(ledger, story=str(KEPT))
    assert standing(ledger, story="0") is first
    assert len(made) == KEPT + 1
    standing(ledger, story="1")
    assert len(made) == KEPT + 2


def test_ledgers_are_kept_apart(ledger: Ledger, empty: Ledger) -> None:
    assert len(standing(ledger).records) == len(world.ARTICLES)
    assert standing(empty).records == ()
