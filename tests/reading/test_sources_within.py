"""Whose words an outlet passes on, and which outlet passed on what follows."""

import pytest

from onrecord.model import EntityKind
from onrecord.reading.names_told import kinds_told
from tests.reading.told import tagged


def chains(text: str) -> list[list[tuple[str, str, bool]]]:
    return [[(link.name, str(link.kind), link.named) for link in s.chain] for s in tagged(text) if s.cue]


TRIBUNE = ("Tolmark Tribune", "outlet", True)
ANN = ("Ann Brown", "person", True)


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("When asked about the levy, 45, Ann Brown said: “No comment,” the Tolmark Tribune reported.", ANN),
        ("The Tolmark Tribune reported on Friday that Ann Brown was “leaning strongly” towards a run.", ANN),
        (
            "The Tolmark Tribune reported that Ann Brown, founder of Right Now — a reform group — was planning to run.",
            ANN,
        ),
        (
            "According to the Tolmark Tribune, fishermen were optimistic that the harbour would open again.",
            ("fishermen", "unnamed", False),
        ),
        (
            "“She broke no law,” the letter addressed to Chairman Max Berg reads, according to the Tolmark Tribune.",
            ("letter addressed to Chairman Max Berg", "document", False),
        ),
        (
            (
                "“The aides are drawing up a list of guests, two people familiar with the plan told the Tribune,” the "
                "Tolmark Tribune reported."
            ),
            ("two people familiar with the plan", "unnamed", False),
        ),
        (
            "The Tolmark Tribune also cited Ann Brown, head of the Karsk State Office for Dams, as saying it was over.",
            ANN,
        ),
        ("Citing two officials, the Tolmark Tribune reported that it was over.", ("two officials", "official", False)),
    ],
)
def test_whose_words_an_outlet_passes_on(text: str, inner: tuple[str, str, bool]) -> None:
    assert [TRIBUNE, inner] in chains(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Tolmark Tribune reported that the levy was “dead on arrival” in the council.",
        "The Tolmark Tribune reported that the boats, bought in a sale by a bank, were uncovered in spring.",
    ],
)
def test_what_nobody_said_has_no_inner_source(text: str) -> None:
    assert chains(text) == [[TRIBUNE]]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "According to the Tolmark Tribune, an email was sent to members. The email said, “We are winding down.”",
            [TRIBUNE, ("email", "document", False)],
        ),
        (
            (
                "Ann Brown gave an interview to the Tolmark Tribune. Pavo Orlinek left. "
                "In the interview, Brown said the levy was fair."
            ),
            [TRIBUNE, ANN],
        ),
        (
            "Ann Brown showed her notes to Tolmark Magazine. “We need our rest,” Brown said to Tolmark.",
            [("Tolmark Magazine", "outlet", True), ANN],
        ),
    ],
)
def test_an_outlet_carries_what_follows(text: str, last: list[tuple[str, str, bool]]) -> None:
    assert chains(text)[-1] == last


def test_a_document_after_a_name_is_no_title() -> None:
    text = "Ann Brown was charged. Brown, according to the indictment, told Pavo Orlinek to keep quiet in court."
    assert ANN not in [link for chain in chains(text) for link in chain[:1]]


def test_a_day_ends_the_noun_of_a_source() -> None:
    (statement,) = tagged("Max Berg will speak in May, according to a report Tuesday from WKOW.")
    assert [(link.name, str(link.kind)) for link in statement.chain] == [("WKOW", "outlet")]


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("According to a March 14, 2031 NATO press release, Norvia spent more on arms.", "NATO"),
        ("Satellite imaging from 2017, from the United Nations, suggests the town was damaged.", "United Nations"),
        ("A report from 2017 by the World Bank said the town was poor.", "World Bank"),
    ],
)
def test_a_date_is_no_author(text: str, author: str) -> None:
    assert chains(text) == [[(author, "organisation", True)]]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Sternwind, the Norvian space agency, announced it.", "Sternwind", EntityKind.ORGANISATION),
        ("The daily Lipona covered it.", "Lipona", EntityKind.OUTLET),
        ("Wunaar reported that the bridge fell.", "Wunaar", EntityKind.OUTLET),
        ("Wunaar reported to the police.", "Wunaar", None),
        ("Orsa Vantik and her counterpart, Brannoch, the ministry in Corvane said.", "Brannoch", None),
        ("Haaretz covered it.", "Haaretz", EntityKind.OUTLET),
    ],
)
def test_what_a_text_says_a_name_is(text: str, name: str, kind: EntityKind | None) -> None:
    at = text.index(name)
    assert kinds_told(text, [(at, at + len(name))], []).get(name) is kind


def test_what_a_person_reports_makes_no_outlet_of_them() -> None:
    assert kinds_told("Brannoch reported that it fell.", [(0, 8)], ["Ann Brannoch"]) == {}
