"""What a cue may not take: words beyond somebody else's deed, turns of their own, what nobody has said yet."""

import pytest

from onrecord.model import Act, Certainty
from tests.reading.told import tagged, words


def speakers(text: str) -> list[tuple[str, str | None]]:
    return [(words(text, s.content), s.speaker.name if s.speaker else None) for s in tagged(text)]


def test_words_beyond_somebody_elses_deed_have_no_speaker() -> None:
    text = "“I am leaving,” Holt said. Stein nodded. “So am I.”"
    assert speakers(text) == [("“I am leaving,”", "Holt"), ("“So am I.”", None)]


def test_a_closed_turn_in_the_paragraph_before_is_not_the_next_speakers() -> None:
    text = "“It always does.”\n\n“We will win,” the coach said."
    assert [content for content, _ in speakers(text)] == ["“It always does.”", "“We will win,”"]


def test_words_that_go_on_after_the_cue_stay_together() -> None:
    text = "“We have been patient,” Varga said. “We have been told to wait.”"
    ((content, speaker),) = speakers(text)
    assert content.endswith("to wait.”")
    assert speaker == "Varga"


@pytest.mark.parametrize(
    "text",
    [
        "If she says that the bridge is safe, nobody will believe it.",
        "Had Frost denied that she was there, the court would have known.",
        "Suppose the mayor announces that the port will close.",
    ],
)
def test_what_nobody_has_said_yet_is_no_statement_of_theirs(text: str) -> None:
    assert tagged(text) == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Nowhere does the report say that the captain was drunk.", Act.DECLINES),
        ("At no point did the pilot say that the engine had failed.", Act.DECLINES),
        ("The minister ruled out a strike.", Act.REJECTS),
        ("Mr Lund retracted his claim that the votes were forged.", Act.CORRECTS),
    ],
)
def test_turned_round_from_the_front_and_taken_back(text: str, act: Act) -> None:
    assert [s.act for s in tagged(text)] == [act]


@pytest.mark.parametrize("hearer", ["The court", "The inquest", "Jurors"])
def test_what_a_court_heard_is_neither_its_word_nor_the_outlets(hearer: str) -> None:
    (statement,) = tagged(f"{hearer} heard that the trader had hidden his losses for years.")
    assert statement.speaker is None
    assert statement.chain == ()


@pytest.mark.parametrize(
    "text",
    [
        "The minister should say that the plan has failed.",
        "The soldiers allegedly looted the shop.",
        "The FBI searched the house on Monday, citing a report seen by the BBC.",
    ],
)
def test_what_somebody_should_say_or_is_said_to_have_done_is_no_word_of_theirs(text: str) -> None:
    assert tagged(text) == []


def test_what_somebody_will_say_is_planned() -> None:
    (statement,) = tagged("The premier will say tomorrow that taxes must rise.")
    assert (statement.act, statement.certainty) == (Act.PLANS, Certainty.PROBABLE)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The mayor told the Tolmark Tribune two bridges had been closed.",
            "two bridges had been closed",
        ),
        ("The mayor told the Tolmark Tribune that two bridges had been closed.", "that two bridges had been closed"),
        ("The mayor told Lena Voss had closed the bridge.", "Lena Voss had closed the bridge"),
    ],
)
def test_who_was_told_is_no_part_of_it(text: str, content: str) -> None:
    assert [words(text, s.content) for s in tagged(text)] == [content]


def test_what_is_not_quoted_ends_with_its_sentence() -> None:
    text = "Stern refused to deny that she had met Lang. Lang refused to sign the deal."
    assert words(text, tagged(text)[0].content) == "to deny that she had met Lang"


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("“I didn't promise him money,” Ann Brown said.", "asserts certain negative"),
        ("“We can't rule out an attack,” Ann Brown said.", "asserts possible positive"),
        ("Maria Holt pleaded guilty to fraud.", "admits certain positive"),
        ("Haddad has never said that she lost money.", "declines unknown unknown"),
        ("Dolin offered no evidence that the bridge was unsafe.", "declines unknown unknown"),
        ("Economist Carl Reiniger expects rates to fall.", "asserts probable positive"),
    ],
)
def test_what_is_done_with_words(text: str, force: str) -> None:
    (statement,) = tagged(text)
    assert f"{statement.act} {statement.certainty} {statement.polarity}" == force


def test_who_only_stays_unnamed_says_nothing() -> None:
    assert tagged("Two officials, who asked not to be named, left the hall.") == []


def test_who_stops_short_of_saying_it_gives_no_answer() -> None:
    (statement,) = tagged("Kalmia stopped short of admitting fault.")
    assert (str(statement.act), words("Kalmia stopped short of admitting fault.", statement.source)) == (
        "declines",
        "Kalmia",
    )
