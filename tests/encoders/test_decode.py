from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.encoders import Seen, attributions_of, cue_chance, force_at, meaning_at, names_of
from onrecord.encoders.labels import ACTS, FORCE, NAMES, PAIRS, ROLES
from onrecord.encoders.model import Settings
from onrecord.encoders.windows import words_of
from onrecord.model import Act, Certainty, Polarity

TEXT = "Ann said that it rained and Bob denied it"
LABELS = "B-source B-cue B-content I-content I-content O B-source B-cue B-content".split()


def seen(text: str, labels: list[str], belongs: dict[int, tuple[list[int], list[int]]], breaks: int = 1) -> Seen:
    """What a sure model would see; `belongs` has each cue word's source and content words."""
    cuts = np.linspace(0, len(text), breaks + 1).astype(int).tolist()
    words = words_of(text, list(pairwise(cuts)))
    roles = np.full((len(labels), len(ROLES)), -9, np.float32)
    roles[range(len(labels)), [ROLES.index(label) for label in labels]] = 0
    links = {}
    for word, parts in belongs.items():
        logits = np.full((len(PAIRS), len(labels)), -6, np.float32)
        for role, part in zip(("source", "content"), parts, strict=True):
            logits[PAIRS.index(role), part] = 6
            logits[PAIRS.index(f"{role} begins"), [i for i in part if i - 1 not in part]] = 6
            logits[PAIRS.index(f"{role} ends"), [i for i in part if i + 1 not in part]] = 6
        links[word] = (0, logits)
    names = np.zeros((len(labels), len(NAMES)), np.float32)
    force = np.zeros((len(labels), len(FORCE)), np.float32)
    return Seen(words, roles, names, force, np.zeros((len(labels), 4), np.float32), links)


def found(one: Seen) -> list[tuple[str, str, list[str]]]:
    def words(span: tuple[int, int] | None) -> str:
        return TEXT[one.words.spans[span[0]][0] : one.words.spans[span[1] - 1][1]] if span else ""

    return [(words(a.source), words(a.cue), [words(c) for c in a.contents]) for a in attributions_of(one, Settings())]


def test_parts_go_to_the_cue_that_they_belong_to() -> None:
    one = seen(TEXT, LABELS, {1: ([0], [2, 3, 4]), 7: ([6], [8])})
    assert found(one) == [("Ann", "said", ["that it rained"]), ("Bob", "denied", ["it"])]


def test_a_source_can_serve_two_cues_and_a_cue_have_none() -> None:
    one = seen(TEXT, LABELS, {1: ([0], [2, 3, 4]), 7: ([0], [8])})
    assert [source for source, _, _ in found(one)] == ["Ann", "Ann"]
    other = seen(TEXT, LABELS, {1: ([0], [2, 3, 4]), 7: ([], [8])})
    assert [source for source, _, _ in found(other)] == ["Ann", ""]


def test_a_content_in_pieces_stays_one() -> None:
    one = seen(TEXT, LABELS, {1: ([0], [2, 3, 4, 8]), 7: ([6], [])})
    assert found(one) == [("Ann", "said", ["that it rained", "it"])]


def test_a_cue_without_a_content_is_no_attribution() -> None:
    assert found(seen(TEXT, LABELS, {1: ([0], []), 7: ([6], [])})) == []


def test_the_score_is_high_where_all_is_sure_and_low_where_a_link_is_not() -> None:
    one = seen(TEXT, LABELS, {1: ([0], [2, 3, 4]), 7: ([6], [8])})
    assert all(a.score > 0.95 for a in attributions_of(one, Settings()))
    one.links[1][1][1, 2:5] = 0.0
    assert attributions_of(one, Settings())[0].score < 0.6


def test_no_span_reaches_over_the_end_of_a_paragraph() -> None:
    one = seen("a b c d", ["O", "B-cue", "I-cue", "I-cue"], {}, breaks=2)
    one.names[:] = -9
    one.names[range(4), [0, NAMES.index("B-place"), NAMES.index("I-place"), NAMES.index("I-place")]] = 0
    assert names_of(one) == [(1, 2, "place")] or all(not (a < 2 < b) for a, b, _ in names_of(one))


@given(st.lists(st.lists(st.floats(-5, 0), min_size=7, max_size=7), max_size=30))
@settings(deadline=None)
def test_any_scores_give_whole_spans(rows: list[list[float]]) -> None:
    text = " ".join("x" for _ in rows)
    one = seen(text, ["O"] * len(rows), {})
    one.names[:] = np.array(rows, np.float32).reshape(len(rows), len(NAMES))
    spans = names_of(one)
    assert all(first < last for first, last, _ in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@pytest.mark.parametrize("act", [Act.DENIES, Act.CORRECTS])
def test_force_is_the_mean_over_the_words_of_a_span(act: Act) -> None:
    one = seen(TEXT, LABELS, {})
    one.force[1, ACTS.index(act)] = 2
    one.force[1, FORCE.index(Certainty.POSSIBLE)] = 1
    one.force[1, FORCE.index(Polarity.NEGATIVE)] = 1
    guess = (Act.ASSERTS, Certainty.CERTAIN, Polarity.POSITIVE)
    assert force_at(one, [(4, 8)], guess, settings=Settings(lexicon=0)) == (act, Certainty.POSSIBLE, Polarity.NEGATIVE)
    assert force_at(one, [(4, 8)], guess, settings=Settings(lexicon=5))[0] is Act.ASSERTS
    assert force_at(one, [], guess, settings=Settings()) == guess


def test_meaning_is_a_unit_vector_or_none() -> None:
    one = seen(TEXT, LABELS, {})
    one.meaning[:] = np.arange(4)
    vector = meaning_at(one, (4, 16))
    assert vector is not None
    assert np.isclose(np.linalg.norm(vector), 1)
    assert meaning_at(one, (3, 4)) is None


def test_the_chance_of_a_cue_is_that_of_its_likeliest_word() -> None:
    one = seen(TEXT, LABELS, {})
    assert cue_chance(one, (0, TEXT.index("that"))) > 0.9
    assert cue_chance(one, (TEXT.index("that"), TEXT.index("and"))) < 0.01
    assert cue_chance(one, (0, 0)) == 0.0
