import pytest

from onrecord.model import Act
from onrecord.reading.cue_forces import NEGATED, OVER, force_of_words
from onrecord.reading.lexicon import rows


def force(cue: str, content: str = "") -> str:
    return " ".join(force_of_words(cue, content))


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("said", "asserts certain positive"),
        ("zigged and zagged", "asserts certain positive"),
        ("’s denial", "denies certain positive"),
        ("the fear of", "fears possible positive"),
        ("called on the council to", "demands certain positive"),
        ("welcomed", "supports certain positive"),
        ("reportedly", "asserts probable positive"),
        ("in the view of", "asserts probable positive"),
        ("is considering", "plans possible positive"),
        ("expressed doubt", "questions unknown unknown"),
        ("might support", "supports possible positive"),
        ("would support", "supports probable positive"),
        ("appears to support", "supports probable positive"),
    ],
)
def test_a_head_and_its_modals(cue: str, expected: str) -> None:
    assert force(cue) == expected


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("did not rule out", "asserts possible positive"),
        ("would not rule out", "asserts possible positive"),
        ("refused to rule out", "asserts possible positive"),
        ("did not say whether", "declines unknown unknown"),
        ("could not confirm", "declines unknown unknown"),
        ("neither confirmed nor denied", "declines unknown unknown"),
        ("declined to confirm or deny", "declines unknown unknown"),
        ("declined to say whether", "declines unknown unknown"),
        ("stopped short of confirming", "declines unknown unknown"),
        ("was unable to say", "declines unknown unknown"),
        ("refused to back", "rejects certain positive"),
        ("no longer supports", "rejects certain positive"),
        ("no longer believes", "asserts probable negative"),
        ("is not expected", "asserts probable negative"),
        ("is not sure", "questions unknown unknown"),
        ("never said", "declines unknown unknown"),
        ("never mentioned", "declines unknown unknown"),
        ("did not hesitate to criticise", "asserts certain positive"),
        ("not only criticised", "asserts certain positive"),
        ("did not endorse but praised", "supports certain positive"),
        ("has no plans to", "plans probable negative"),
        ("promised not to", "promises certain negative"),
        ("claimed without proof", "asserts certain positive"),
    ],
)
def test_negations_and_refusals(cue: str, expected: str) -> None:
    assert force(cue) == expected


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("denied that she had refused", "denies certain positive"),
        ("denied having said", "denies certain positive"),
        ("did not deny having said", "declines unknown unknown"),
        ("urged the council to reject", "demands certain positive"),
        ("warned against supporting", "warns probable positive"),
        ("plans to announce", "plans probable positive"),
        ("hopes to support", "supports probable positive"),
        ("threatened to veto", "rejects probable positive"),
        ("promised not to support", "rejects certain positive"),
        ("sought to reassure", "asserts certain positive"),
    ],
)
def test_what_stands_over_the_head(cue: str, expected: str) -> None:
    assert force(cue) == expected


def test_what_is_asked_tells_a_question_from_a_demand() -> None:
    assert force("asked whether") == "questions unknown unknown"
    assert force("asked", "Who has the key?") == "questions unknown unknown"
    assert force("asked", "to leave") == "demands certain positive"


def test_every_act_has_its_place_in_the_tables() -> None:
    assert set(NEGATED) == set(OVER) == set(Act)


def test_the_words_of_a_row_do_what_the_row_says() -> None:
    """Rows such as "refuse to confirm" say for the rules what the tables make of "refuse" over "confirm"."""
    spoken = [(cue, cue.lemma.removeprefix("be ")) for cue, _ in rows()]
    texts = [(cue, f"is {rest}" if rest != cue.lemma else rest) for cue, rest in spoken]
    wrong = [text for cue, text in texts if force_of_words(text) != (cue.act, cue.certainty, cue.polarity)]
    assert wrong == []


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("rejected", "the notion that the dam was unsafe", "denies certain positive"),
        ("dismissed", "his rival’s latest allegations", "denies certain positive"),
        ("rejected any suggestion that", "the vote was bought", "denies certain positive"),
        ("rejected", "the idea of a second bridge", "rejects certain positive"),
        ("rejected", "the offer", "rejects certain positive"),
        ("did not reject", "the claim", "declines unknown unknown"),
        ("pleaded", "not guilty", "denies certain positive"),
        ("pleaded", "to be heard", "demands certain positive"),
        ("told", "to stay indoors", "demands certain positive"),
        ("told", "her staff not to talk", "demands certain positive"),
        ("advised", "patients to boil their water", "demands certain positive"),
        ("warned", "North Korvania to stop", "demands certain positive"),
        ("told", "that to leave was hard", "asserts certain positive"),
        ("told", "the way to school was closed", "asserts certain positive"),
        ("told", "him the road to Dolna was closed", "asserts certain positive"),
        ("warned", "that the dam may break", "warns probable positive"),
        ("pleaded", "guilty to fraud", "admits certain positive"),
        ("offered", "no evidence that it was safe", "declines unknown unknown"),
        ("gave no explanation for", "the delay", "declines unknown unknown"),
        ("expects", "prices to fall", "asserts probable positive"),
        ("expects", "to spend less", "plans probable positive"),
        ("wants", "a bigger share", "demands certain positive"),
        ("no longer believes", "that it is safe", "asserts probable negative"),
        ("never told", "to lie", "denies certain positive"),
    ],
)
def test_who_is_told_to_do_it_is_asked_to(cue: str, content: str, expected: str) -> None:
    assert force(cue, content) == expected
