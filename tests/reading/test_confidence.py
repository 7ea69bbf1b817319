import pytest

from onrecord.reading.attribution import find_attributions
from onrecord.reading.confidence import MEASURED, OWN, OWN_BY_RULES, UNATTRIBUTED, confidence_of, hint_in, opening_of
from onrecord.reading.patterns import PATTERNS
from onrecord.reading.sentence import read_sentences
from tests.reading.told import only

OPENINGS = ("that", "quotation", "clause", "question", "phrase", "infinitive")


def test_every_pattern_has_a_figure() -> None:
    names = {pattern.__name__.lstrip("_").replace("_", " ") for pattern in PATTERNS} - {"plain"}
    plain = {("plain", opening + form) for opening in OPENINGS for form in ("", " participle")}
    assert set(MEASURED) == {(name, "") for name in names | {"according to", "continued", "estimate"}} | plain
    assert all(0 < share < 1 for share in MEASURED.values())


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Ann Brown said that it was over.", ("plain", "that")),
        ("Ann Brown said it was over.", ("plain", "clause")),
        ("Ann Brown said: “It is over.”", ("plain", "quotation")),
        ("Ann Brown asked whether it was over.", ("plain", "question")),
        ("Ann Brown rejected the plan.", ("plain", "phrase")),
        ("Ann Brown promised to go.", ("plain", "infinitive")),
        ("Ann Brown left early, saying that it was over.", ("plain", "that participle")),
        ("“It is over,” said Ann Brown.", ("inverted", "")),
        ("“It is over,” Ann Brown said.", ("parenthetic", "")),
        ("According to Ann Brown, it is over.", ("according to", "")),
        ("Ann Brown said: “It is over.\n“It is.”", ("continued", "")),
        ("The plan is expected to fail.", ("expected", "")),
    ],
)
def test_confidence_goes_by_pattern_and_opening(text: str, key: tuple[str, str]) -> None:
    lines = [(0, len(line)) for line in text.splitlines()[:1]]
    lines += [(len(text.splitlines()[0]) + 1, len(text))] if "\n" in text else []
    sentences, _ = read_sentences(text, lines)
    (found,) = find_attributions(sentences)
    assert (found.pattern, opening_of(text, found)) == key
    assert confidence_of(text, found) == MEASURED[key]


def test_what_nobody_is_given_for() -> None:
    assert only("It is over.").confidence == OWN_BY_RULES["nothing"]
    assert only("“It is all over.”").confidence == UNATTRIBUTED


@pytest.mark.parametrize(
    ("text", "ruled", "hint"),
    [
        ("The bridge was closed.", False, "nothing"),
        ("Engineers denied entry to all.", False, "cue"),
        ("Engineers said it was over.", True, "attribution"),
    ],
)
def test_what_speaks_for_an_attribution(text: str, ruled: bool, hint: str) -> None:
    ((sentence,), _) = read_sentences(text, [(0, len(text))])
    assert hint_in(sentence, ruled=ruled) == hint


def test_a_sentence_with_a_hint_is_less_surely_the_outlets() -> None:
    assert OWN["attribution", True] < OWN["cue", True] < OWN["nothing", True] < OWN["nothing", False]
    assert OWN_BY_RULES["cue"] < OWN_BY_RULES["nothing"]
