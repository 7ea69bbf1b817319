import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Entity, EntityKind
from onrecord.questions.spellings import MOST_TERMS, folded, holds_all, terms


def entity(name: str, *variants: str, kind: EntityKind = EntityKind.PERSON) -> Entity:
    return Entity(id=name, name=name, kind=kind, variants=variants, reasons=(), mentions=())


ENTITIES = (
    entity("Ostrava Union", "OU", "Ostrava Union", kind=EntityKind.ORGANISATION),
    entity("Maro Kestel", "Maro Kestel", "Maro Cestel", "Kestel"),
    entity("Ada Kestel", "Ada Kestel"),
    entity("Lea Brandt-Kestel", "Lea Brandt-Kestel", "Lea Brant-Kestel"),
)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("the ferry", [{"ferry"}]),
        ("the who", [{"the"}, {"who"}]),
        ("OU ferry", [{"OU", "Ostrava Union"}, {"ferry"}]),
        ("ostrava union's ferry", [{"ostrava"}, {"union's"}, {"ferry"}]),
        ("ostrava union ferry", [{"ostrava union", "OU"}, {"ferry"}]),
        ("Cestel", [{"Cestel", "Kestel", "Maro Kestel", "Maro Cestel"} - {"Maro Kestel", "Maro Cestel"}]),
        ("Maro Cestel", [{"Maro Cestel", "Maro Kestel", "Kestel"}]),
        ("Ada Kestel", [{"Ada Kestel"}]),
        ("Maro", [{"Maro"}]),
        ("Brandt", [{"Brandt"}]),
        ("Brandt-Kestel", [{"Brandt-Kestel", "Brant-Kestel"}]),
        ("ferry FERRY ferry", [{"ferry"}, {"FERRY"}]),
        ("", []),
        ("?! …", []),
    ],
)
def test_names_are_one_term_with_all_their_spellings(query: str, expected: list[set[str]]) -> None:
    assert [set(term.spellings) for term in terms(query, ENTITIES)] == expected


def test_the_first_spelling_is_the_one_asked() -> None:
    assert [term.spellings[0] for term in terms("OU and cestel", ENTITIES)] == ["OU", "cestel"]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("signed documents", "he signs a document", True),
        ("signed documents", "he signs", False),
        ("Cestel", "Kestel spoke", True),
        ("OU", "the Union of Ostrava", True),
        ("OU", "a union", False),
        ("Öst", "OST", True),
        ("", "anything", False),
    ],
)
def test_a_text_that_holds_all_terms(query: str, text: str, expected: bool) -> None:
    assert holds_all(terms(query, ENTITIES), text) is expected


@given(st.text(max_size=200))
def test_any_text_can_be_a_query(query: str) -> None:
    found = terms(query, ENTITIES)
    assert len(found) <= MOST_TERMS
    assert all(term.held_by(term.spellings[0]) for term in found if folded(term.spellings[0]))
