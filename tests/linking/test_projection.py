import random
from collections.abc import Sequence
from dataclasses import fields, replace

import pytest

from onrecord.linking.projection import Projection, project
from onrecord.linking.units import Unit
from onrecord.model import Act, Claim, Decision, EntityKind, Judgement, Record, Support
from tests.linking.invented import BODY, PAPER, UNNAMED, Count, link, same, told

HERALD = told(
    "Arvenia will send 150 instructors to Vesna in June",
    "two officials",
    chain=(UNNAMED,),
    outlet="Corvane Herald",
    article="herald",
    counts=(Count(words="150", low=150, high=150),),
    dates=(("June", "2031-06"),),
    names=(("Arvenia", EntityKind.COUNTRY),),
)
POST = told(
    "Arvenia plans to send 200 instructors to Vesna",
    "the Corvane Herald",
    chain=(link("Corvane Herald", PAPER), UNNAMED),
    outlet="Skerry Post",
    article="post",
    day="2031-05-02",
    counts=(Count(words="200", low=200, high=200),),
)
REJECTED = told(
    "the instructors for Vesna",
    "Brennia",
    kind=BODY,
    cue="rejects",
    act=Act.REJECTS,
    first=True,
    article="spark",
    day="2031-05-03",
    names=(("Brennia", EntityKind.COUNTRY), ("Vesna", EntityKind.COUNTRY)),
)
FERRY = told("the ferry to Tarn has been mended", "Ilva Öst", article="ferry", day="2031-05-04")
UNITS = (HERALD, POST, REJECTED, FERRY)
JUDGED = (
    same(HERALD.id, POST.id, 0.7),
    same(POST.id, REJECTED.id, 0.55),
    same(HERALD.id, REJECTED.id, 0.52),
    same("post", "herald", kind="derivation", verdict="same words"),
)


def decide(
    left: str, right: str, verdict: str, *, kind: str = "claim", at: str = "2031-06-01", note: str = ""
) -> Decision:
    return Decision(kind=kind, left=left, right=right, verdict=verdict, who="Edda", at=at, note=note)


def projected(*decisions: Decision, units: Sequence[Unit] = UNITS, judged: Sequence[Judgement] = JUDGED) -> Projection:
    records: list[Record] = [unit.record for unit in units]
    found = project(records, judged, decisions)
    dice = random.Random(3)
    for _ in range(3):
        mixed = project(dice.sample(records, len(records)), dice.sample(judged, len(judged)), decisions)
        assert mixed == found
    return found


def articles(claim: Claim) -> set[str]:
    return {member.evidence.article for member in claim.members}


def homes(found: Projection) -> list[set[str]]:
    return [articles(claim) for claim in found.claims]


def test_nothing_comes_of_nothing() -> None:
    found = project([], [], [])
    assert all(not getattr(found, field.name) for field in fields(found))


def test_every_assertion_is_in_one_claim() -> None:
    found = projected()
    assert homes(found) == [{"herald", "post", "spark"}, {"ferry"}]
    claim, other = found.claims
    assert (claim.proposal, other.proposal) == (True, False)
    assert claim.text in {unit.text for unit in UNITS}
    assert [member.evidence.day for member in claim.members] == ["2031-05-01", "2031-05-02", "2031-05-03"]


def test_everything_hangs_together() -> None:
    found = projected()
    ids = {claim.id for claim in found.claims}
    statements = {unit.statement.id for unit in UNITS}
    assert len(ids) == len(found.claims)
    assert {event.claim for event in found.events} <= ids
    assert [(p.actor.name, p.claim, p.stance) for p in found.positions] == [
        ("Brennia", found.claims[0].id, Support.OPPOSES)
    ]
    assert {edge.source for edge in found.derivations} <= statements
    assert set(found.derivations) == {edge for claim in found.claims for edge in claim.origins.derivations}
    assert {figure.low: len(figure.conflicts) for figure in found.figures} == {150: 1, 200: 1}
    assert [event.edtf for event in found.events] == ["2031-06"]
    assert [entity.name for entity in found.entities] == ["Arvenia", "Brennia", "Vesna"]
    assert found.actors["Brennia"].name == "Brennia"


def test_a_claim_keeps_its_id_when_more_is_said() -> None:
    before = projected(units=UNITS[:1]).claims[0]
    after = projected().claims[0]
    assert (before.id, len(before.members), len(after.members)) == (after.id, 1, 3)


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ([], [{"herald", "post", "spark"}, {"ferry"}]),
        ([decide(HERALD.id, FERRY.id, "same")], [{"herald", "post", "spark", "ferry"}]),
        ([decide(FERRY.id, HERALD.id, "same")], [{"herald", "post", "spark", "ferry"}]),
        (
            [decide(HERALD.id, POST.id, "apart"), decide(HERALD.id, REJECTED.id, "apart")],
            [{"herald"}, {"post", "spark"}, {"ferry"}],
        ),
        (
            [
                decide(HERALD.id, FERRY.id, "same", at="2031-06-02"),
                decide(FERRY.id, HERALD.id, "apart", at="2031-06-01"),
            ],
            [{"herald", "post", "spark", "ferry"}],
        ),
        (
            [
                decide(HERALD.id, FERRY.id, "same", at="2031-06-01"),
                decide(FERRY.id, HERALD.id, "apart", at="2031-06-02"),
            ],
            [{"herald", "post", "spark"}, {"ferry"}],
        ),
        ([decide(HERALD.id, "s-gone.0", "same")], [{"herald", "post", "spark"}, {"ferry"}]),
        ([decide(HERALD.id, FERRY.id, "same", kind="entity")], [{"herald", "post", "spark"}, {"ferry"}]),
    ],
)
def test_what_a_person_decides_wins(decisions: list[Decision], expected: list[set[str]]) -> None:
    assert homes(projected(*decisions)) == expected


def test_a_decision_survives_what_is_judged_later() -> None:
    later = (*JUDGED, same(HERALD.id, FERRY.id, 1.0), same(POST.id, FERRY.id, 1.0), same(REJECTED.id, FERRY.id, 1.0))
    assert len(projected(judged=later).claims) == 1
    apart = projected(decide(FERRY.id, HERALD.id, "apart"), judged=later)
    assert not any({"herald", "ferry"} <= home for home in homes(apart))


def test_entities_are_merged_and_split_by_decision() -> None:
    pair = ("country:Arvenia", "country:Brennia")
    merged = projected(decide(*pair, "same", kind="entity", note="one state since 2030"))
    assert [entity.variants for entity in merged.entities] == [("Arvenia", "Brennia"), ("Vesna",)]
    assert merged.entities[0].reasons == ("decided by Edda: one state since 2030",)
    judged = (*JUDGED, same(*pair, 1.0, kind="entity"))
    assert len(projected(judged=judged).entities) == 2
    split = projected(decide(*pair[::-1], "apart", kind="entity"), judged=judged)
    assert [entity.variants for entity in split.entities] == [("Arvenia",), ("Brennia",), ("Vesna",)]


@pytest.mark.parametrize("pair", [("post", "herald"), ("herald", "post")])
def test_reprints_are_decided_too(pair: tuple[str, str]) -> None:
    def kinds(found: Projection) -> set[str]:
        return {str(edge.kind) for edge in found.derivations if edge.source == POST.statement.id}

    assert kinds(projected()) == {"same words", "cites"}
    assert kinds(projected(decide(*pair, "apart", kind="derivation"))) == {"cites"}
    without = [judgement for judgement in JUDGED if judgement.kind != "derivation"]
    assert kinds(projected(judged=without)) == {"cites"}
    decided = projected(decide(*pair, "same", kind="derivation"), judged=without)
    assert kinds(decided) == {"same words", "cites"}
    assert any("decided by Edda" in edge.reason for edge in decided.derivations)


def test_verbatim_copies_are_all_members() -> None:
    article = replace(HERALD.record.article, id="copy", outlet="Copycat")
    copy = replace(HERALD, record=replace(HERALD.record, article=article))
    found = projected(units=(*UNITS, copy))
    assert homes(found)[0] == {"herald", "copy", "post", "spark"}
    assert len(found.claims[0].members) == 4
    alone = projected().claims[0].origins
    assert (found.claims[0].origins.low, found.claims[0].origins.high) == (alone.low, alone.high)


def test_by_a_day_nothing_later_is_known() -> None:
    whole = projected()
    for count, day in enumerate(["2031-05-01", "2031-05-02", "2031-05-03", "2031-05-04"], start=1):
        then = projected(units=UNITS[:count])
        assert all(member.evidence.day <= day for claim in then.claims for member in claim.members)
        known = {claim.id: claim for claim in then.claims}
        for claim in whole.claims:
            until = tuple(change for change in claim.history if change.date <= day)
            assert until == (known[claim.id].history if claim.id in known else ())
