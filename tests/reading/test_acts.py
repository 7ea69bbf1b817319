import pytest

from tests.reading.told import only, words


def forces(text: str) -> list[tuple[str, str]]:
    """(text, "act certainty polarity") of each assertion of the one statement."""
    return [(text[a.start : a.end], f"{a.act} {a.certainty} {a.polarity}") for a in only(text).assertions]


SENT = "troops had been sent"


@pytest.mark.parametrize(
    ("text", "assertion", "force"),
    [
        (f"The minister said that {SENT}.", SENT, "asserts certain positive"),
        (f"The minister confirmed that {SENT}.", SENT, "confirms certain positive"),
        (f"The minister denied that {SENT}.", SENT, "denies certain positive"),
        (f"The minister did not deny that {SENT}.", SENT, "declines unknown unknown"),
        (f"The minister did not confirm that {SENT}.", SENT, "declines unknown unknown"),
        (f"The minister failed to confirm that {SENT}.", SENT, "declines unknown unknown"),
        (f"The minister has neither confirmed nor denied that {SENT}.", SENT, "declines unknown unknown"),
        ("The minister declined to confirm the report.", "to confirm the report", "declines unknown unknown"),
        ("The minister did not say whether troops had left.", "whether troops had left", "declines unknown unknown"),
        ("The minister ruled out a strike.", "a strike", "rejects certain positive"),
        ("The minister did not rule out a strike.", "a strike", "asserts possible positive"),
        ("The minister refused to rule out a strike.", "a strike", "asserts possible positive"),
        ("The minister declined to rule out a strike.", "a strike", "asserts possible positive"),
        ("The minister could not rule out a strike.", "a strike", "asserts possible positive"),
        ("The minister supports the plan.", "the plan", "supports certain positive"),
        ("The minister does not support the plan.", "the plan", "rejects certain positive"),
        ("The minister may support the plan.", "the plan", "supports possible positive"),
        ("The minister rejected the plan.", "the plan", "rejects certain positive"),
        ("The minister demanded that the troops leave.", "the troops leave", "demands certain positive"),
        ("The minister promised to send help.", "to send help", "promises certain positive"),
        ("The minister plans to send help.", "to send help", "plans probable positive"),
        (f"The minister admitted that {SENT}.", SENT, "admits certain positive"),
        ("The ministry retracted the statement.", "the statement", "corrects certain positive"),
        ("The minister warned that the war would spread.", "the war would spread", "warns probable positive"),
        ("The minister fears that the war will spread.", "the war will spread", "fears possible positive"),
        ("The minister believes that the plan will fail.", "the plan will fail", "asserts probable positive"),
        ("The minister does not believe that the plan will fail.", "the plan will fail", "asserts probable negative"),
        ("The minister said that troops may come.", "troops may come", "asserts possible positive"),
        ("The minister said that troops might come.", "troops might come", "asserts possible positive"),
        ("The minister said that troops could come.", "troops could come", "asserts possible positive"),
        ("The minister said that troops would come.", "troops would come", "asserts probable positive"),
        ("The minister said that troops will probably come.", "troops will probably come", "asserts probable positive"),
        (
            "The minister said that troops were unlikely to come.",
            "troops were unlikely to come",
            "asserts probable negative",
        ),
        ("The minister said that nothing has been decided.", "nothing has been decided", "asserts certain negative"),
        (
            "Nothing has been decided yet, the ministry said.",
            "Nothing has been decided yet",
            "asserts certain negative",
        ),
        ("“No paper has been signed,” she said.", "No paper has been signed", "asserts certain negative"),
        ("“We won’t go,” she said.", "We won’t go", "asserts certain negative"),
        ("The minister asked whether troops had left.", "whether troops had left", "questions unknown unknown"),
        ("“What do you want?” asked the minister.", "What do you want?", "questions unknown unknown"),
        ("The minister asked the army to leave.", "to leave", "demands certain positive"),
        ("The plan is expected to fail.", "The plan is expected to fail", "asserts probable positive"),
        ("It was reported that troops had left.", "troops had left", "asserts probable positive"),
        (
            "The bridge, she said, would stay closed.",
            "The bridge, she said, would stay closed",
            "asserts probable positive",
        ),
    ],
)
def test_act_certainty_and_polarity(text: str, assertion: str, force: str) -> None:
    assert forces(text) == [(assertion, force)]


def test_each_assertion_has_its_own_act() -> None:
    text = "The general said that he welcomed the initiative and had already signed the papers."
    assert forces(text) == [
        ("he welcomed the initiative", "supports certain positive"),
        ("had already signed the papers", "asserts certain positive"),
    ]


def test_each_assertion_has_its_own_polarity_and_the_statement_the_first_one() -> None:
    text = "“No paper has been signed,” it said, “and the talks are going on.”"
    assert [force for _, force in forces(text)] == ["asserts certain negative", "asserts certain positive"]
    assert only(text).polarity == "negative"


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("Ann Brown said that the so-called guests had come.", "so-called"),
        ("Ann Brown said that “the so-called guests” had come.", ""),
        ("The alleged spy had left, Ann Brown said.", "alleged"),
        ("The troops have reportedly left, Ann Brown said.", "reportedly"),
        ("“The alleged spy has left,” Ann Brown said.", ""),
        ("The alleged spy has left.", "alleged"),
        ("The troops have left, Ann Brown said.", ""),
    ],
)
def test_hedges_are_the_reporters_own(text: str, hedges: str) -> None:
    assert words(text, only(text).hedges) == hedges


@pytest.mark.parametrize(
    ("text", "condition", "assertions"),
    [
        ("If a soldier is hit, Ann Brown said, the war will spread.", "If a soldier is hit", ["the war will spread"]),
        ("“If a soldier is hit,” she said, “the war will spread.”", "If a soldier is hit", ["the war will spread"]),
        (
            "Ann Brown said the war would spread if a soldier was hit.",
            "if a soldier was hit",
            ["the war would spread if a soldier was hit"],
        ),
        (
            "The bridge will fall unless it is mended, she said.",
            "unless it is mended",
            ["The bridge will fall unless it is mended"],
        ),
        ("Ann Brown asked if the bridge was closed.", "", ["if the bridge was closed"]),
        ("Ann Brown said the bridge was closed.", "", ["the bridge was closed"]),
        (
            "The bridge will fall unless it is mended.",
            "unless it is mended",
            ["The bridge will fall unless it is mended"],
        ),
    ],
)
def test_conditions(text: str, condition: str, assertions: list[str]) -> None:
    assert words(text, only(text).condition) == condition
    assert [assertion for assertion, _ in forces(text)] == assertions
