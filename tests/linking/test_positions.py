from dataclasses import replace

import pytest

from onrecord.linking.identities import identify
from onrecord.linking.positions import STANCES, positions_of, stance_of
from onrecord.linking.units import Unit
from onrecord.model import Act, Certainty, EntityKind, Polarity, Position, SourceKind, Support
from tests.linking.invented import BODY, NOBODY, PAPER, link, same, told

PLAN = told("Arvenia will send instructors to Vesna", "Ilva Öst", story="instructors", article="plan")
FERRY = told("the ferry to Tarn will sail in June", "Tomas Verrin", story="ferry", article="ferry")
PROPOSALS = [("c-plan", PLAN), ("c-ferry", FERRY)]
HOME = {PLAN.id: "c-plan", FERRY.id: "c-ferry"}
NEGATIVE = Polarity.NEGATIVE


def taken(*units: Unit, home: dict[str, str] | None = None) -> tuple[Position, ...]:
    homes = {unit.id: "c-other" for unit in units} | HOME | (home or {})
    found = positions_of([PLAN, FERRY, *units], PROPOSALS, homes, NOBODY)
    turned = positions_of([*units[::-1], FERRY, PLAN], PROPOSALS[:], homes, NOBODY)
    assert [(p.actor, p.claim, p.stance) for p in turned] == [(p.actor, p.claim, p.stance) for p in found]
    return found


@pytest.mark.parametrize(
    ("act", "polarity", "stance"),
    [
        (Act.SUPPORTS, Polarity.POSITIVE, Support.SUPPORTS),
        (Act.DEMANDS, Polarity.POSITIVE, Support.SUPPORTS),
        (Act.PLANS, Polarity.POSITIVE, Support.SUPPORTS),
        (Act.PROMISES, Polarity.POSITIVE, Support.SUPPORTS),
        (Act.REJECTS, Polarity.POSITIVE, Support.OPPOSES),
        (Act.WARNS, Polarity.POSITIVE, Support.WARY),
        (Act.FEARS, Polarity.POSITIVE, Support.WARY),
        (Act.DECLINES, Polarity.POSITIVE, Support.UNDECIDED),
        (Act.QUESTIONS, Polarity.POSITIVE, Support.UNDECIDED),
        (Act.PLANS, NEGATIVE, Support.OPPOSES),
        (Act.DEMANDS, NEGATIVE, Support.OPPOSES),
        (Act.REJECTS, NEGATIVE, Support.SUPPORTS),
        (Act.WARNS, NEGATIVE, Support.WARY),
        (Act.DECLINES, NEGATIVE, Support.UNDECIDED),
        (Act.ASSERTS, Polarity.POSITIVE, None),
        (Act.CONFIRMS, Polarity.POSITIVE, None),
        (Act.DENIES, Polarity.POSITIVE, None),
    ],
)
def test_the_stance_of_an_act(act: Act, polarity: Polarity, stance: Support | None) -> None:
    assert stance_of(told("it will sail", "Ilva Öst", act=act, polarity=polarity)) is stance
    assert set(STANCES) >= {Act.SUPPORTS, Act.REJECTS}


@pytest.mark.parametrize(
    ("cue", "act"),
    [("did not rule out", Act.REJECTS), ("is not ruling out", Act.DENIES), ("would NOT rule out", Act.PLANS)],
)
def test_not_ruled_out_is_undecided(cue: str, act: Act) -> None:
    assert stance_of(told("a mission", "Ilva Öst", cue=cue, act=act, polarity=NEGATIVE)) is Support.UNDECIDED


def test_what_an_actor_leaves_open_is_undecided() -> None:
    assert stance_of(told("it will sail", "Ilva Öst", certainty=Certainty.UNKNOWN)) is Support.UNDECIDED


def test_a_member_of_a_proposal_takes_a_position_on_it() -> None:
    unit = told("instructors", "Brennia", kind=BODY, cue="rejects", act=Act.REJECTS, first=True, day="2031-05-03")
    (position,) = taken(unit, home={unit.id: "c-plan"})
    assert (position.actor.name, position.actor.kind, position.claim) == ("Brennia", BODY, "c-plan")
    assert (position.stance, position.date, position.said_by) == (Support.OPPOSES, "2031-05-03", None)
    assert [evidence.text for evidence in position.evidence] == ["Brennia rejects instructors"]


@pytest.mark.parametrize(
    ("content", "more", "claim"),
    [
        ("the sending of Arvenian instructors to Vesna", {}, "c-plan"),
        ("the idea", {"article": "plan"}, "c-plan"),
        ("the idea", {"article": "ferry"}, "c-ferry"),
        ("the idea", {"story": "ferry"}, "c-ferry"),
        ("the idea", {"story": "tower"}, None),
        ("the idea", {}, None),
        ("goats", {"article": "plan"}, None),
    ],
)
def test_which_proposal_a_stance_is_on(content: str, more: dict[str, object], claim: str | None) -> None:
    unit = told(content, "Irena Solveh", cue="welcomed", act=Act.SUPPORTS, day="2031-05-04", **more)  # type: ignore[arg-type]
    assert [position.claim for position in taken(unit)] == ([claim] if claim else [])


@pytest.mark.parametrize("act", [Act.DEMANDS, Act.PLANS, Act.PROMISES, Act.QUESTIONS])
def test_some_acts_say_something_only_of_their_own_claim(act: Act) -> None:
    assert taken(told("the plan", "Irena Solveh", act=act, article="plan")) == ()


@pytest.mark.parametrize(
    "kind", [PAPER, SourceKind.UNNAMED, SourceKind.DOCUMENT, SourceKind.PUBLIC, SourceKind.UNKNOWN]
)
def test_who_takes_no_position(kind: SourceKind) -> None:
    unit = told("the plan", "somebody", kind=kind, act=Act.REJECTS)
    assert taken(unit, home={unit.id: "c-plan"}) == ()


def test_a_stance_passed_on_by_another_says_so() -> None:
    chain = (link("Corvane Herald", PAPER), link("Brennia", BODY))
    unit = told("the plan", "Brennia", kind=BODY, chain=chain, act=Act.REJECTS)
    (position,) = taken(unit, home={unit.id: "c-plan"})
    assert (position.actor.name, position.said_by) == ("Brennia", "Corvane Herald")


def test_a_stance_told_twice_on_a_day_is_one_position_with_both_as_evidence() -> None:
    units = [told("the plan", "Brennia", kind=BODY, act=Act.REJECTS, outlet=outlet) for outlet in ("Post", "Courier")]
    (position,) = taken(*units, home={unit.id: "c-plan" for unit in units})
    assert {evidence.outlet for evidence in position.evidence} == {"Post", "Courier"}


def test_a_change_of_mind_is_two_positions_in_order() -> None:
    against = told("the plan", "Brennia", kind=BODY, act=Act.REJECTS, day="2031-05-02")
    for_it = told("the plan", "Brennia", kind=BODY, act=Act.SUPPORTS, day="2031-05-09")
    found = taken(for_it, against, home={against.id: "c-plan", for_it.id: "c-plan"})
    assert [position.stance for position in found] == [Support.OPPOSES, Support.SUPPORTS]


def test_two_spellings_of_an_actor_are_one() -> None:
    names = ("Ilva Öst", "Ilva Oest")
    units = [told("the plan", name, names=((name, EntityKind.PERSON),), act=Act.REJECTS) for name in names]
    known = identify([u.record for u in units], [same("person:Ilva Oest", "person:Ilva Öst", 1.0, kind="entity")])
    home = {unit.id: "c-plan" for unit in units} | HOME
    assert len(positions_of([*units, PLAN], PROPOSALS, home, known)) == 1


def test_nobody_takes_a_position_where_nothing_is_proposed() -> None:
    unit = told("the plan", "Brennia", kind=BODY, act=Act.REJECTS)
    assert positions_of([unit], [], {unit.id: "c-other"}, NOBODY) == ()
    nobody = replace(unit, statement=replace(unit.statement, chain=()))
    assert taken(nobody, home={nobody.id: "c-plan"}) == ()
