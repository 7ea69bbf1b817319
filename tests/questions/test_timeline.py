from dataclasses import replace

import pytest

from onrecord.ledger import Ledger
from onrecord.linking import projection
from onrecord.questions import timeline
from tests.questions import world


@pytest.mark.parametrize(
    ("about", "expected"),
    [(None, ["2031-04", "2031-06"]), ("tower", ["2031-04"]), (world.FERRY, ["2031-06"]), ("jobs", [])],
)
def test_events_in_order_with_their_claims(about: str | None, expected: list[str], ledger: Ledger) -> None:
    answer = timeline.ask(ledger, about)
    assert [event.edtf for event in answer.events] == expected
    assert {claim.id for claim in answer.claims} == {event.claim for event in answer.events}


def test_dates_of_any_precision_sort(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    dates = [
        "2029-02",
        "../2030",
        "2031",
        "2031-03/..",
        "2031-06-12",
        "2031-06-12T10:00",
        "2031-06-XX",
        "/2031",
        "2032?",
        "?",
    ]
    known = timeline.ask(ledger).events[0]

    def shuffled(*given: object) -> projection.Projection:
        events = tuple(replace(known, edtf=date) for date in reversed(dates))
        return replace(world.project([], [], []), events=events)

    monkeypatch.setattr(projection, "project", shuffled)
    answer = timeline.ask(ledger, as_of="2031-06")
    assert [event.edtf for event in answer.events] == dates
