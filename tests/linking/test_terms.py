import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.linking.terms import subject_of, terms_of


def names(text: str) -> set[str]:
    return {term for term in terms_of(text) if term.startswith("@")}


@pytest.mark.parametrize(
    "spellings",
    [
        ["Lipnik", "Lypnyk", "Lipnyk"],
        ["Zelvensky", "Selvenskyj", "Zelvenskiy"],
        ["Solveh", "Solveh's", "Solveh’s"],
        ["Arvenia", "Arvenian", "Arvenians"],
        ["Tolmark", "TOLMARK", "Tolmarkian"],
        ["NTO", "N.T.O.", "NTO's"],
    ],
)
def test_one_name_is_one_term(spellings: list[str]) -> None:
    found = [names(f"the men of {spelling} left") for spelling in spellings]
    assert len(found[0]) == 1
    assert all(term == found[0] for term in found)


@pytest.mark.parametrize(
    ("one", "other"), [("Arvenia", "Brennia"), ("Verrin", "Solveh"), ("Lipnik", "Lipniki Dol"), ("Norvia", "Norden")]
)
def test_two_names_are_two_terms(one: str, other: str) -> None:
    assert names(f"the men of {one} left") != names(f"the men of {other} left")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("for 1,200 men", {"#1200"}),
        ("for 1200 men", {"#1200"}),
        ("for 01200 men", {"#1200"}),
        ("on June 12, 2031", {"#12", "#2031"}),
        ("from 10,20 and 30", {"#10", "#20", "#30"}),
        ("for 0 men", {"#0"}),
        ("for m² and x³ men", set()),
        ("no number at all", set()),
    ],
)
def test_numbers(text: str, expected: set[str]) -> None:
    assert {term for term in terms_of(text) if term.startswith("#")} == expected


def test_a_number_of_any_length_is_a_term() -> None:
    assert terms_of("9" * 5000).keys() == {"#" + "9" * 5000}


@pytest.mark.parametrize(
    ("one", "other"), [("troops were trained", "training a troop"), ("she sold ships", "selling the ship")]
)
def test_forms_of_a_word_are_one_term(one: str, other: str) -> None:
    assert terms_of(one).keys() == terms_of(other).keys()


@pytest.mark.parametrize("text", ["", "…", "the of and it was", "Tuesday", "Mr", "I", "a b c"])
def test_what_says_nothing_has_no_name(text: str) -> None:
    assert not names(f"and {text}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Soldiers left. Nobody was told", set()),
        ("Vesna left", {"vsn"}),
        ("and Vesna left", {"vsn"}),
        ("NATO left", {"nt"}),
    ],
)
def test_a_capital_that_only_opens_a_sentence(text: str, expected: set[str]) -> None:
    assert {name.removeprefix("@") for name in names(text)} == expected


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    weights = terms_of("the sapper in the ship for a week in the day")
    assert weights["sapper"] > weights["ship"] > weights["week"] > 0
    assert "the" not in weights


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Brennia will not send instructors", "Brennia"),
        ("The Brennian army will not go", "Brennia"),
        ("On Tuesday Brennia left", "Brennia"),
        ("Mr Verrin left", "Verrin"),
        ("Soldiers of Brennia left", "Brennia"),
        ("The army that was to go to Brennia", None),
        ("The plan", None),
        ("", None),
    ],
)
def test_whom_a_sentence_is_about(text: str, subject: str | None) -> None:
    assert subject_of(text) == (next(iter(names(f"to {subject}"))) if subject else None)


@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_any_text_has_terms_with_weights(text: str) -> None:
    weights = terms_of(text)
    assert all(weight > 0 for weight in weights.values())
    assert weights == terms_of(text)
    subject = subject_of(text)
    assert subject is None or subject in weights
