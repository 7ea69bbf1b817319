import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.linking import statuses
from onrecord.linking.derivations import derive
from onrecord.linking.identities import identify
from onrecord.linking.terms import subject_of
from onrecord.model import Act, Certainty, EntityKind, Stance, Status, StatusChange
from tests.linking.invented import BODY, NOBODY, UNNAMED, same, told

SAYS, DENIES, QUESTIONS = Stance.SAYS, Stance.DENIES, Stance.QUESTIONS


@dataclass(frozen=True)
class Said:
    """What somebody says on a day of May, and whether they are competent."""

    day: int
    who: str | None
    stance: Stance = SAYS
    competent: bool = False
    act: Act = Act.ASSERTS
    certainty: Certainty = Certainty.CERTAIN


def evidence(said: Sequence[Said]) -> list[statuses.Testimony]:
    found = []
    for number, one in enumerate(said):
        unit = told(
            "the ferry will sail",
            one.who,
            chain=(UNNAMED,) if one.who == "two officials" else None,
            outlet=f"Outlet {number}",
            article=f"a{number}",
            day=f"2031-05-{one.day:02}",
            act=one.act,
            certainty=one.certainty,
        )
        found.append(
            statuses.Testimony(unit, one.stance, one.who or "unknown", one.competent, f"{one.who} holds an office")
        )
    return found


def history(said: Sequence[Said]) -> tuple[StatusChange, ...]:
    found = evidence(said)
    return statuses.history_of(found, derive([t.unit for t in found], {}, NOBODY, {}))


RUMOUR, OTHER = Said(1, "two officials"), Said(2, "Ilva Öst")
YES, NO, OPEN = (
    Said(3, "the council", competent=True),
    Said(4, "the harbour", DENIES, competent=True),
    Said(5, "the mayor", QUESTIONS, competent=True),
)


@pytest.mark.parametrize(
    ("said", "status", "because"),
    [
        ([RUMOUR], Status.SINGLE_ORIGIN, [0]),
        ([Said(1, None)], Status.SINGLE_ORIGIN, [0]),
        ([Said(1, "Ilva Öst"), Said(1, "Ilva Öst")], Status.SINGLE_ORIGIN, [0]),
        ([RUMOUR, OTHER], Status.CORROBORATED, [0, 1]),
        ([RUMOUR, OTHER, OPEN], Status.OPEN, [2]),
        ([RUMOUR, OTHER, OPEN, YES], Status.CONFIRMED, [3]),
        ([RUMOUR, Said(3, "the council", competent=True, certainty=Certainty.POSSIBLE)], Status.CORROBORATED, [0, 1]),
        ([RUMOUR, OTHER, OPEN, NO], Status.DENIED, [3]),
        ([RUMOUR, OTHER, OPEN, YES, NO], Status.DISPUTED, [3, 4]),
        ([RUMOUR, Said(2, "Ilva Öst", DENIES)], Status.SINGLE_ORIGIN, [0]),
        ([RUMOUR, Said(2, "Ilva Öst", QUESTIONS)], Status.SINGLE_ORIGIN, [0]),
        ([YES, Said(6, "the council", DENIES, competent=True)], Status.CORRECTED, [0, 1]),
        ([OTHER, YES, NO, Said(6, "Ilva Öst", act=Act.CORRECTS)], Status.CORRECTED, [0, 3]),
        ([NO, Said(6, "the harbour", competent=True)], Status.CONFIRMED, [1]),
        ([YES, Said(3, "the council", DENIES, competent=True)], Status.DENIED, [1]),
    ],
)
def test_the_first_that_applies(said: Sequence[Said], status: Status, because: list[int]) -> None:
    last = history(said)[-1]
    ids = [t.unit.statement.id for t in evidence(said)]
    assert (last.status, [ids.index(one) for one in last.because]) == (status, because)
    assert last.reason


def test_a_history_has_the_day_of_every_change() -> None:
    correction = Said(7, "the council", DENIES, competent=True)
    again = Said(2, "two officials")
    assert [
        (change.date[-2:], change.status.value) for change in history([RUMOUR, again, OTHER, OPEN, YES, NO, correction])
    ] == [
        ("01", "single-origin"),
        ("02", "corroborated"),
        ("03", "confirmed"),
        ("04", "disputed"),
        ("07", "corrected"),
    ]


SAID = st.builds(
    Said,
    st.integers(1, 6),
    st.sampled_from(["Ilva Öst", "the council", "the harbour", "two officials", None]),
    st.sampled_from(Stance),
    st.booleans(),
    st.sampled_from([Act.ASSERTS, Act.CORRECTS, Act.DENIES]),
    st.sampled_from(Certainty),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(SAID, min_size=1, max_size=7), st.integers(1, 6))
def test_what_was_known_by_a_day_is_the_history_until_then(said: list[Said], day: int) -> None:
    ordered = sorted(said, key=lambda one: one.day)
    until = [one for one in ordered if one.day <= day]
    whole = history(ordered)
    assert history(until) == tuple(change for change in whole if change.date <= f"2031-05-{day:02}")
    assert all(a.status is not b.status for a, b in itertools.pairwise(whole))
    assert whole[0].date == f"2031-05-{ordered[0].day:02}"


def test_testimony_says_who_is_competent_and_why() -> None:
    names = (("Ilva Öst", EntityKind.PERSON), ("Ilva Oest", EntityKind.PERSON))
    body = told("Arvenia will send instructors", "the Arvenian ministry", kind=BODY, day="2031-05-03")
    people = [
        told("Arvenia will send instructors", name, names=((name, kind),), day=f"2031-05-0{day}")
        for day, (name, kind) in enumerate(names, start=1)
    ]
    known = identify([u.record for u in people], [same("person:Ilva Oest", "person:Ilva Öst", 1.0, kind="entity")])
    found = statuses.as_testimony(
        [(body, SAYS), *((unit, SAYS) for unit in people)],
        subject_of("Arvenia will go"),
        {},
        known,
        {body.id},
        {body.id, *(unit.id for unit in people)},
    )
    assert [t.competent for t in found] == [False, False, True]
    assert found[0].speaker == found[1].speaker != found[2].speaker
    assert all(t.reason for t in found)
