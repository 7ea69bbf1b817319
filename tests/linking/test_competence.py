from dataclasses import replace

import pytest

from onrecord.linking.competence import affiliations, judge_competence, lead_subjects, source_text, spoken_for
from onrecord.linking.terms import subject_of
from onrecord.linking.units import Unit
from onrecord.model import SourceKind
from tests.linking.invented import BODY, PERSON, told

ARVENIA = subject_of("Arvenia will go")
KINDS = SourceKind


def spoken(by: str, kind: SourceKind = PERSON, content: str = "Arvenia will send instructors", **more: object) -> Unit:
    return told(content, by, kind=kind, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("by", "kind", "competent"),
    [
        ("Arvenia's defence ministry", BODY, True),
        ("the Arvenian government", BODY, True),
        ("Arvenia", BODY, True),
        ("Brennia's defence ministry", BODY, False),
        ("the defence minister of Arvenia, Marten Haldane", PERSON, True),
        ("Arvenia's former defence minister, Marten Haldane", PERSON, False),
        ("the exiled president of Arvenia, Marten Haldane", PERSON, False),
        ("Marten Haldane, a baker in Arvenia", PERSON, False),
        ("a senior Arvenian official", KINDS.OFFICIAL, False),
        ("a spokeswoman for the Arvenian army", KINDS.OFFICIAL, True),
        ("people in Arvenia", KINDS.UNNAMED, False),
        ("the Arvenia Herald", KINDS.OUTLET, False),
        ("a memo of the Arvenian army", KINDS.DOCUMENT, False),
    ],
)
def test_who_is_competent(by: str, kind: SourceKind, *, competent: bool) -> None:
    unit = spoken(by, kind)
    if kind is PERSON:
        unit = _named(unit, "Marten Haldane")
    judged = judge_competence(unit, ARVENIA, affiliations([unit], {}))
    assert judged.competent is competent, judged.reason
    assert judged.reason


def test_nobody_is_competent_on_what_is_about_nobody() -> None:
    unit = spoken("Arvenia's defence ministry", BODY)
    judged = judge_competence(unit, None, affiliations([unit], {}))
    assert not judged.competent
    assert judged.reason


def test_an_office_of_whom_the_sentence_is_about() -> None:
    unit = spoken("its ministry", BODY)
    assert judge_competence(unit, ARVENIA, {}).competent
    other = spoken("its ministry", BODY, "Brennia will send instructors")
    assert not judge_competence(other, ARVENIA, {}).competent


def test_an_office_named_once_holds_for_the_name_alone() -> None:
    full = _named(spoken("Arvenia's general, Pavo Orlinek", article="a"), "Pavo Orlinek")
    short = spoken("Pavo Orlinek", content="Arvenia has sent them", article="b", day="2031-05-02")
    assert not judge_competence(short, ARVENIA, affiliations([short], {})).competent
    known = affiliations([short, full], {})
    assert known == affiliations([full, short], {})
    assert judge_competence(short, ARVENIA, known).competent


def test_a_persons_own_name_is_no_affiliation() -> None:
    unit = spoken("General Arvenia Solveh")
    assert ARVENIA not in affiliations([_named(unit, "Arvenia Solveh")], {})["Arvenia Solveh"]


def test_a_spokesperson_speaks_for_the_body_before() -> None:
    article = told("the ministry has seen it", "the Arvenian ministry", kind=BODY)
    said = told("nothing was decided", "the spokeswoman Ines Torvald", day="2031-05-02")
    body, person = article, _named(said, "Ines Torvald", of=article)
    assert spoken_for([person, body]) == {"Ines Torvald": "the Arvenian ministry"}
    assert ARVENIA in affiliations([body, person], {})["Ines Torvald"]
    assert spoken_for([_named(said, "Ines Torvald")]) == {}


def test_the_lead_says_whom_an_article_is_about() -> None:
    unit = spoken("Ilva Öst")
    assert lead_subjects([unit, told("the plan is old")]) == {unit.article: ARVENIA}


def test_an_office_without_an_owner_is_one_of_whom_its_article_is_about() -> None:
    unit = _named(spoken("the defence minister, Marten Haldane"), "Marten Haldane")
    assert ARVENIA is not None
    assert ARVENIA not in affiliations([unit], {})["Marten Haldane"]
    assert affiliations([unit], {unit.article: ARVENIA}) == {"Marten Haldane": frozenset({ARVENIA})}


@pytest.mark.parametrize(
    ("by", "kind", "content", "competent"),
    [
        ("the general staff", BODY, "its forces had crossed the river", True),
        ("General Pavo Orlinek", PERSON, "we signed the papers", True),
        ("Pavo Orlinek, a baker", PERSON, "we signed the papers", False),
    ],
)
def test_whoever_speaks_of_their_own_doings(by: str, kind: SourceKind, content: str, *, competent: bool) -> None:
    unit = spoken(by, kind, content)
    assert judge_competence(unit, ARVENIA, {}).competent is competent


def test_source_text_is_exact() -> None:
    assert source_text(spoken("the Arvenian government", BODY)) == "the Arvenian government"
    assert source_text(told("it will sail")) == ""


def _named(unit: Unit, name: str, of: Unit | None = None) -> Unit:
    """The unit with another speaker's name, in another's article and after it if given."""
    assert unit.statement.speaker is not None
    statement = replace(unit.statement, speaker=replace(unit.statement.speaker, name=name))
    named = replace(unit, statement=statement)
    if of is None:
        return named
    article = replace(unit.record.article, id=of.article)
    return replace(named, record=replace(unit.record, article=article))
