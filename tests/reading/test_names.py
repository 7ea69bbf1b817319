from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Block, BlockKind, EntityKind
from onrecord.reading.names import find_names

P, ORG, OUT, C, L = (
    EntityKind.PERSON,
    EntityKind.ORGANISATION,
    EntityKind.OUTLET,
    EntityKind.COUNTRY,
    EntityKind.PLACE,
)


def found(text: str) -> list[tuple[str, EntityKind]]:
    return [(text[name.start : name.end], name.kind) for name in find_names(text, ())]


def entities(text: str) -> dict[str, str]:
    return {text[name.start : name.end]: name.entity for name in find_names(text, ())}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was signed by General Tomas Verrin on Monday.", [("Tomas Verrin", P)]),
        ("Prime Minister Ilse Marrow’s aides left.", [("Ilse Marrow", P)]),
        ("On Friday the chief of the army met Mr. Okonjo-Bray.", [("Okonjo-Bray", P)]),
        ("A letter by Chief of Staff Henry Q. Aldous Jr. was found.", [("Henry Q. Aldous Jr.", P)]),
        ("They asked the Ministry of Defence for a reply.", [("Ministry of Defence", ORG)]),
        ("She studied at the University of Drovna for years.", [("University of Drovna", ORG)]),
        ("He quit the Corvanian Labour Party in May.", [("Corvanian Labour Party", ORG)]),
        ("That was reported by the newspaper Le Phare on Thursday.", [("Le Phare", OUT)]),
        ("The photo was taken by Reuters in Poland.", [("Reuters", OUT), ("Poland", C)]),
        ("Troops of the republic of Tessaly stayed in Drovna.", [("Tessaly", C), ("Drovna", L)]),
        ("Rain fell on Corvane's capital.", [("Corvane", C)]),
        ("They left Germany for the United States of America.", [("Germany", C), ("United States of America", C)]),
        ("The Lima-based firm fell silent.", [("Lima", L)]),
        ("The town of Upper Hask was flooded.", [("Upper Hask", L)]),
        ("They crossed the Velmar River at night.", [("Velmar River", L)]),
    ],
)
def test_kinds_and_spans(text: str, expected: list[tuple[str, EntityKind]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "French officers spoke of an exercise.",
        "Police said nothing. Officials waited until Tuesday.",
        "However, the Estonians voted in March.",
        "The Muslim holiday ended.",
        "The minister and the president waited.",
        "Nothing new.",
        "",
        "\n\n",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert found(text) == []


def test_a_demonym_makes_its_place_a_country_and_is_no_name() -> None:
    text = "Shops closed across Corvane. The Corvanian army stayed, and Corvanians waited."
    assert found(text) == [("Corvane", C)]


def test_a_short_form_gets_the_full_name() -> None:
    text = "Ilse Marrow resigned. Marrow’s party was silent. President Marrow left."
    assert entities(text) == {"Ilse Marrow": "Ilse Marrow", "Marrow": "Ilse Marrow"}


def test_two_bearers_of_a_surname_leave_it_alone() -> None:
    text = "Ann Lee met Bob Lee in Drovna. Lee smiled."
    assert entities(text)["Lee"] == "Lee"


def test_an_acronym_and_a_last_word_get_the_full_name() -> None:
    text = (
        "The Directorate of Border Security (DBS) declined to comment, the Corvane Herald wrote. "
        "The DBS had told the Herald nothing."
    )
    full = entities(text)
    assert full["DBS"] == "Directorate of Border Security"
    assert full["Herald"] == "Corvane Herald"


def test_an_outlet_goes_by_its_last_word_or_its_initials() -> None:
    text = "The Skarn Post asked Tidal News Agency. The Post stood by its story, TNA did not."
    assert found(text) == [("Skarn Post", OUT), ("Tidal News Agency", OUT), ("Post", OUT), ("TNA", ORG)]
    assert entities(text)["Post"] == "Skarn Post"
    assert entities(text)["TNA"] == "Tidal News Agency"


def test_countries_get_their_main_name() -> None:
    assert entities("They went to the UK and on to Great Britain’s islands.") == {
        "UK": "United Kingdom",
        "Great Britain": "United Kingdom",
    }


@pytest.mark.parametrize(
    "headline",
    ["VERRIN DENIES TRAINERS DEAL WITH MINISTRY", "Verrin Denies Trainers Deal With Border Guards"],
)
def test_in_a_loud_line_only_known_names_are_found(headline: str) -> None:
    text = f"{headline}\n\nGeneral Tomas Verrin spoke to reporters. Verrin left at noon."
    names = find_names(text, ())
    assert (names[0].start, names[0].end, names[0].entity) == (0, len("Verrin"), "Tomas Verrin")
    assert all(name.start >= len(headline) for name in names[1:])


def test_only_blocks_are_searched() -> None:
    text = "Ilse Marrow resigned.\n\nGeneral Tomas Verrin left."
    block = Block(kind=BlockKind.PARAGRAPH, start=text.index("General"), end=len(text))
    assert [name.entity for name in find_names(text, [block])] == ["Tomas Verrin"]


PIECES = st.sampled_from(
    "General Ilse Marrow's the of and for Ministry Party (DBS) , . ” “ Corvane-based U.S. al-Hask \n Prime Minister "
    "de 5. É İ ß 李 '' -- X People’s".split(" ")
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=25).map(" ".join)))
def test_spans_hold_names_in_order(text: str) -> None:
    names = find_names(text, ())
    for name in names:
        span = text[name.start : name.end]
        assert span == span.strip()
        assert span
        assert not span.endswith(("'s", "’s"))
        assert name.entity
    assert all(one.end <= other.start for one, other in pairwise(names))
    assert find_names(text, ()) == names


@pytest.mark.parametrize("piece", ["Minister Aa ", "People's ", "A and B of C ", "X-", "(((", "U.", "Ministry of "])
def test_long_repetitions_are_read(piece: str) -> None:
    text = piece * 2000
    assert all(name.end <= len(text) for name in find_names(text, ()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The note by Nurse Holt was lost.", [("Holt", P)]),
        ("They met Councillor Aumond and Detective Sergeant Imber.", [("Aumond", P), ("Imber", P)]),
        ("They asked deputy fire chief Oskar Blum.", [("Oskar Blum", P)]),
        ("It was signed by Tomas PARIS-HOLLAND on Monday.", [("Tomas PARIS-HOLLAND", P)]),
        ("The UK-India talks ended.", [("UK", C), ("India", C)]),
        ("All of them came from the 3rd Engineer Regiment.", [("3rd Engineer Regiment", ORG)]),
    ],
)
def test_where_a_name_begins_and_ends(text: str, expected: list[tuple[str, EntityKind]]) -> None:
    assert found(text) == expected
