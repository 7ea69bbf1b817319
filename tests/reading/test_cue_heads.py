import pytest

from onrecord.reading.cue_heads import head_of, read_cue
from onrecord.reading.lexicon import is_verb_form, rows


@pytest.mark.parametrize(
    ("cue", "lemma"),
    [
        ("said", "say"),
        ("Said:", "say"),
        ("has since been saying", "say"),
        ("told the council", "tell"),
        ("regretted", "regret"),
        ("preferring", "prefer"),
        ("shot back", "shoot back"),
        ("called repeatedly for", "call for"),
        ("insisted on Monday", "insist"),
        ("is quietly worried about", "be worried about"),
        ("worried", "worry"),
        ("’s worried", "be worried"),
        ("according to", "according to"),
        ("in the words of", "in the words of"),
        ("in the view of", "in the view of"),
        ("for his part", "for his part"),
        ("’s claim that", "claim"),
        ("the denials of", "denial"),
        ("doubts about", "doubt"),
        (":", ":"),
        ("reportedly", "reportedly"),
        ("in his", "in"),
    ],
)
def test_a_head_in_any_form(cue: str, lemma: str) -> None:
    head = head_of(cue)
    assert head is not None
    assert head.lemma == lemma


@pytest.mark.parametrize(
    ("cue", "lemma", "over"),
    [
        ("went on to say", "say", ["go on"]),
        ("continued to insist", "insist", ["continue"]),
        ("sought to reassure", "reassure", ["seek"]),
        ("has repeatedly refused to confirm", "confirm", ["refuse"]),
        ("stopped short of confirming", "confirm", ["stop short of"]),
        ("’s refusal to confirm", "confirm", ["refusal"]),
        ("denied that she had refused", "refuse", ["deny"]),
        ("denied having said", "say", ["deny"]),
        ("appeared to be planning to veto", "veto", ["appear", "be planning"]),
        ("sounded confident", "confident", ["sound"]),
        ("made the claim", "claim", []),
        ("expressed deep concern", "concern", []),
        ("gave a warning", "warn", []),
        ("repeated her demand", "demand", []),
        ("rejected the claim", "reject", []),
        ("dismissed concerns", "dismiss", []),
        ("concerns were raised", "concern", []),
        ("said in a statement", "say", []),
        ("in a statement said", "say", []),
        ("criticised the mayor for supporting", "criticise", []),
        ("answered by calling", "call", []),
        ("praised and endorsed", "endorse", []),
        ("did not endorse but praised", "praise", []),
        ("argued in favour of", "in favour of", ["argue"]),
        ("declared in an interview", "declare", []),
    ],
)
def test_the_head_and_what_stands_over_it(cue: str, lemma: str, over: list[str]) -> None:
    read = read_cue(cue)
    assert read is not None
    assert (read.head.cue.lemma, [piece.cue.lemma for piece in read.over]) == (lemma, over)


@pytest.mark.parametrize("cue", ["", " ", "“”", "the bridge", "of the bridge", "did", "7"])
def test_words_that_the_lexicon_lacks_have_no_head(cue: str) -> None:
    assert head_of(cue) is None


def test_every_row_is_found_by_its_own_lemma() -> None:
    lost = [cue.lemma for cue, _ in rows() if not read_cue(cue.lemma)]
    assert lost == []


def test_no_lemma_has_two_rows() -> None:
    lemmas = [cue.lemma for cue, _ in rows()]
    assert len(lemmas) == len(set(lemmas))


def test_the_rules_leave_rows_for_words_alone() -> None:
    assert head_of("denial") is not None
    assert not is_verb_form("denial")
    assert not is_verb_form(":")


def test_a_cue_of_any_length_is_read_in_no_time() -> None:
    assert head_of("said the claim of " * 50_000) is not None
