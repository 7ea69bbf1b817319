from dataclasses import replace

import pytest

from onrecord.ledger import Ledger
from onrecord.linking.projection import Projection
from onrecord.model import Status, StatusChange
from onrecord.questions.differences import differences
from onrecord.questions.rows import Novelty
from onrecord.questions.standing import standing
from tests.questions.world import FERRY, JOBS, TOWER


@pytest.fixture
def now(ledger: Ledger) -> Projection:
    return standing(ledger)


def renamed(projection: Projection, old: str, new: str) -> Projection:
    return replace(
        projection,
        claims=tuple(replace(claim, id=new if claim.id == old else claim.id) for claim in projection.claims),
        positions=tuple(replace(p, claim=new if p.claim == old else p.claim) for p in projection.positions),
    )


def test_nothing_differs_from_itself(now: Projection) -> None:
    assert differences(now, now) == ()


def test_a_claim_under_a_new_id_is_known_by_its_members(now: Projection) -> None:
    assert differences(now, renamed(now, FERRY, "c-another")) == ()


def test_a_claim_that_was_merged_is_not_new(now: Projection) -> None:
    ferry = next(claim for claim in now.claims if claim.id == FERRY)
    few, many = (
        replace(ferry, id=name, members=part)
        for name, part in (("c-few", ferry.members[:2]), ("c-many", ferry.members[2:]))
    )
    many = replace(many, history=(StatusChange(date="2031-05-01", status=Status.OPEN, because=(), reason="left open"),))
    others = tuple(claim for claim in now.claims if claim.id != FERRY)
    before = replace(now, claims=(*others, few, many), positions=())
    found = [change for change in differences(before, now) if change.kind is not Novelty.POSITION]
    assert [(change.kind, change.before, change.after) for change in found] == [(Novelty.STATUS, "open", "disputed")]


def test_a_speaker_who_repeats_a_figure_says_nothing_new(now: Projection) -> None:
    first, second = now.figures
    repeated = replace(second, low=first.low, high=first.high, evidence=replace(second.evidence, text="about forty"))
    before = replace(now, figures=(first,))
    assert differences(before, replace(now, figures=(first, repeated))) == ()
    (other,) = differences(before, replace(now, figures=(first, replace(repeated, said_by="the mayor"))))
    assert (other.before, other.after) == (None, "about forty")


def test_what_others_say_of_a_position_does_not_move_it(now: Projection) -> None:
    position = now.positions[0]
    passed_on = replace(position, said_by="a rival", date="2031-06-01", stance=now.positions[1].stance)
    (moved,) = differences(now, replace(now, positions=(*now.positions, passed_on)))
    assert (moved.before, moved.after) == (None, passed_on.stance.value)
    assert moved.what.startswith(f"{position.actor.name} (says a rival): ")


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ("Yesterday: “the FERRY will sail\nagain in June”, she said. About 40 jobs depend on it.", {JOBS, TOWER}),
        ("The ferry will sail again in June.", {TOWER}),
        ("About 40 jobs depend on its sails. About 60 jobs depend on it.", {TOWER}),
        ("", {TOWER}),
    ],
)
def test_a_claim_that_only_repeats_what_was_known_is_minor(known: str, expected: set[str], now: Projection) -> None:
    first = now.records[0]
    before = replace(
        now,
        records=(replace(first, article=replace(first.article, id="older", text=known)),),
        claims=(),
        positions=(),
        figures=(),
    )
    once = [replace(claim, members=claim.members[:1]) for claim in now.claims]
    found = differences(before, replace(now, claims=tuple(once)))
    minor = {change.claim for change in found if change.kind is Novelty.CLAIM and change.minor}
    assert minor - {FERRY} == expected
    assert (FERRY in minor) == ("FERRY" in known or "again in June." in known)
