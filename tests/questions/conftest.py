from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.ledger import Ledger, open_ledger
from onrecord.linking import projection
from tests.questions import world


@pytest.fixture
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(projection, "project", world.project)


@pytest.fixture
def empty(by_hand: None, tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "empty.ledger") as opened:
        yield opened


@pytest.fixture
def ledger(by_hand: None, tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "tarn.ledger") as opened:
        world.fill(opened)
        yield opened
