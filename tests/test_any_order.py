import random
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from onrecord import pipeline, reading
from onrecord.ledger import Ledger, open_ledger
from onrecord.linking.projection import Projection
from onrecord.model import Article, Evidence
from tests.stories import EXTRA, STORY, once, put, standing


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "read", once)


@pytest.fixture(scope="module")
def in_order(tmp_path_factory: pytest.TempPathFactory) -> Projection:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "read", once)
        return put(tmp_path_factory.mktemp("order"), (*STORY, *EXTRA), runs=1)


def backwards(articles: list[Article]) -> list[Article]:
    return articles[::-1]


def shuffled(seed: int) -> Callable[[list[Article]], list[Article]]:
    return lambda articles: random.Random(seed).sample(articles, len(articles))


@pytest.mark.parametrize("runs", [1, 3])
@pytest.mark.parametrize("order", [backwards, *map(shuffled, range(4))])
def test_in_any_order_and_in_any_number_of_runs(
    quick: None, in_order: Projection, tmp_path: Path, order: Callable[[list[Article]], list[Article]], runs: int
) -> None:
    found = put(tmp_path, order([*STORY, *EXTRA]), runs)
    for field in fields(Projection):
        assert getattr(found, field.name) == getattr(in_order, field.name), field.name


def test_the_example_has_something_of_everything(in_order: Projection) -> None:
    assert all(getattr(in_order, field.name) for field in fields(in_order))
    assert any(len(claim.members) > 5 for claim in in_order.claims)
    assert any(record.version_of for record in in_order.records)


def _evidence(value: object) -> Iterator[Evidence]:
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _evidence(item)
    elif hasattr(value, "__dataclass_fields__"):
        yield from _evidence(tuple(getattr(value, name) for name in value.__dataclass_fields__))


def test_as_of_a_day_nothing_later_is_known(quick: None, tmp_path: Path) -> None:
    with open_ledger(tmp_path / "story.ledger") as ledger:
        pipeline.add(ledger, STORY)
        _check_days(ledger)


def _check_days(ledger: Ledger) -> None:
    days = sorted({record.known[:10] for record in ledger.records()})
    for day in days:
        found = standing(ledger, as_of=day)
        there = {record.article.id for record in found.records}
        assert there == {record.article.id for record in ledger.records() if record.known[:10] <= day}
        known = (found.claims, found.positions, found.figures, found.events)
        evidence = list(_evidence(known))
        assert evidence
        assert {one.article for one in evidence} <= there
        assert all(one.day <= day for one in evidence)
        assert {place[0] for entity in found.entities for place in entity.mentions} <= there
        assert all(change.date <= day for claim in found.claims for change in claim.history)
        statements = {s.id for record in found.records for s in record.reading.statements}
        assert {edge.source for edge in found.derivations} <= statements
        assert {edge.target for edge in found.derivations if edge.target.startswith("s-")} <= statements
