import pytest

from onrecord.model import Act, Certainty, Polarity
from onrecord.reading.lexicon import Form, is_verb_form, match_cue
from onrecord.reading.tokens import tokenize


@pytest.mark.parametrize(
    ("words", "lemma", "form", "length"),
    [
        ("says so", "say", Form.THIRD, 1),
        ("said so", "say", Form.PAST, 1),
        ("saying so", "say", Form.ING, 1),
        ("denies it", "deny", Form.THIRD, 1),
        ("denied it", "deny", Form.PAST, 1),
        ("wrote it", "write", Form.PAST, 1),
        ("written down", "write", Form.PARTICIPLE, 1),
        ("ruled out a strike", "rule out", Form.PAST, 2),
        ("refused to rule out a strike", "refuse to rule out", Form.PAST, 4),
        ("declined to comment", "decline to comment", Form.PAST, 3),
        ("is now expected", "be expected", Form.PAST, 3),
        ("insisted on peace", "insist on", Form.PAST, 2),
        ("insisted on Monday", "insist", Form.PAST, 1),
    ],
)
def test_the_longest_cue_is_found_in_any_form(words: str, lemma: str, form: Form, length: int) -> None:
    match = match_cue(tokenize(words), 0)
    assert match is not None
    assert (match.cue.lemma, match.form, match.length) == (lemma, form, length)


@pytest.mark.parametrize("words", ["bridge", "table", "Ann"])
def test_other_words_are_no_cues(words: str) -> None:
    assert match_cue(tokenize(words), 0) is None
    assert not is_verb_form(words.lower())


@pytest.mark.parametrize(
    ("word", "act", "certainty"),
    [
        ("said", Act.ASSERTS, Certainty.CERTAIN),
        ("confirmed", Act.CONFIRMS, Certainty.CERTAIN),
        ("denied", Act.DENIES, Certainty.CERTAIN),
        ("rejected", Act.REJECTS, Certainty.CERTAIN),
        ("welcomed", Act.SUPPORTS, Certainty.CERTAIN),
        ("demanded", Act.DEMANDS, Certainty.CERTAIN),
        ("promised", Act.PROMISES, Certainty.CERTAIN),
        ("warned", Act.WARNS, Certainty.PROBABLE),
        ("fears", Act.FEARS, Certainty.POSSIBLE),
        ("admitted", Act.ADMITS, Certainty.CERTAIN),
        ("retracted", Act.CORRECTS, Certainty.CERTAIN),
        ("believes", Act.ASSERTS, Certainty.PROBABLE),
    ],
)
def test_what_a_cue_does(word: str, act: Act, certainty: Certainty) -> None:
    match = match_cue(tokenize(word), 0)
    assert match is not None
    assert (match.cue.act, match.cue.certainty, match.cue.polarity) == (act, certainty, Polarity.POSITIVE)
