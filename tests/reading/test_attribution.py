import pytest

# ruff: noqa: E501 - a row of a table stays on one line
from tests.reading.told import attributions

OPEN = "the bridge was closed"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Brown said that the bridge was closed.", ("Ann Brown", "said", f"that {OPEN}")),
        ("Ann Brown said the bridge was closed.", ("Ann Brown", "said", OPEN)),
        ("Police say the man left on Friday.", ("Police", "say", "the man left on Friday")),
        ("In a statement, the ministry said the bridge was closed.", ("the ministry", "said", OPEN)),
        ("The ministry said in a statement on Monday that the bridge was closed.", ("The ministry", "said", f"that {OPEN}")),
        ("Speaking to reporters on Monday, Ann Brown said the bridge was closed.", ("Ann Brown", "said", OPEN)),
        ("Ann Brown, speaking in Lipnik, said that the bridge was closed.", ("Ann Brown", "said", f"that {OPEN}")),
        ("The mayor, Jan Tiborek, said that the bridge was closed.", ("The mayor, Jan Tiborek,", "said", f"that {OPEN}")),
        ("“We won,” said Ann Brown.", ("Ann Brown", "said", "“We won,”")),
        ("“We won,” Ann Brown said.", ("Ann Brown", "said", "“We won,”")),
        ("“We won,” Ann Brown told reporters.", ("Ann Brown", "told", "“We won,”")),
        ("“We won,” she said on Monday. “We did.”", ("she", "said", "“We won,” | “We did.”")),
        ("“We won,” said Ann Brown, who leads the union. “We did.”", ("Ann Brown, who leads the union", "said", "“We won,” | “We did.”")),
        ("Ann Brown said: “We won. We did.”", ("Ann Brown", "said", "“We won. We did.”")),
        ("Ann Brown said the bridge was “closed for good” and would not open.", ("Ann Brown", "said", "the bridge was “closed for good” and would not open")),
        ("“We won,” cut in the mayor.", ("the mayor", "cut in", "“We won,”")),
        ("«We won», said Ann Brown.", ("Ann Brown", "said", "«We won»")),
        ("„We won“, said Ann Brown.", ("Ann Brown", "said", "„We won“")),
        ("'We can't win,' said Ann Brown. 'Nobody can.'", ("Ann Brown", "said", "'We can't win,' | 'Nobody can.'")),
        ("``We won,'' said Ann Brown.", ("Ann Brown", "said", "``We won,''")),
        ("— We won today, said Ann Brown.", ("Ann Brown", "said", "We won today,")),
        ("The bridge is closed, said Ann Brown.", ("Ann Brown", "said", "The bridge is closed")),
        ("The bridge, Ann Brown said, would stay closed.", ("Ann Brown", "said", "The bridge | would stay closed")),
        ("According to Ann Brown, the bridge was closed.", ("Ann Brown", "According to", OPEN)),
        ("The bridge is closed, according to Ann Brown.", ("Ann Brown", "according to", "The bridge is closed")),
        ("The bridge, according to Ann Brown, is closed.", ("Ann Brown", "according to", "The bridge | is closed")),
        ("As the Tribune reported on Monday, the bridge was closed.", ("the Tribune", "reported", OPEN)),
        ("The Tribune reported on Friday, citing two officials, that the bridge was closed.", ("The Tribune", "reported", f"that {OPEN}")),
        ("The Tribune quotes sources saying that the bridge was closed.", ("The Tribune", "quotes", f"that {OPEN}")),
        ("Ann Brown told the Tribune that the bridge was closed.", ("Ann Brown", "told", f"that {OPEN}")),
        ("A report seen by the Tribune says that the bridge was closed.", ("A report seen by the Tribune", "says", f"that {OPEN}")),
        ("The bridge is closed, according to a memo quoted by the Tribune.", ("a memo", "according to", "The bridge is closed")),
        ("Ann Brown asked whether the bridge was closed.", ("Ann Brown", "asked", f"whether {OPEN}")),
        ("Asked whether the bridge was closed, Ann Brown declined to answer.", ("Ann Brown", "declined to answer", f"whether {OPEN}")),
        ("The ministry declined to name the other partners.", ("The ministry", "declined", "to name the other partners")),
        ("The minister refused to rule out a strike.", ("The minister", "refused to rule out", "a strike")),
        ("The minister neither confirmed nor denied the report.", ("The minister", "neither confirmed nor denied", "the report")),
        ("Ann Brown insisted on Monday that “no one was hurt”.", ("Ann Brown", "insisted", "that “no one was hurt”")),
        ("Ann Brown promised to send help.", ("Ann Brown", "promised", "to send help")),
        ("The government rejected the plan.", ("The government", "rejected", "the plan")),
        ("The plan was rejected by the government.", ("the government", "was rejected", "The plan")),
        ("The plan is expected to fail.", ("", "is expected", "The plan | to fail")),
        ("It was reported that the bridge was closed.", ("", "was reported", f"that {OPEN}")),
        ("“We won,” she said.\n“We did.\n“We always do.”", ("she", "said", "“We won,” | “We did. | “We always do.”")),
        ("Ann Brown said: “We won.\n“We did.\n“We always do.”", ("Ann Brown", "said", "“We won. | “We did. | “We always do.”")),
    ],
)  # fmt: skip
def test_source_cue_and_content(text: str, expected: tuple[str, str, str]) -> None:
    assert attributions(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ann Brown said that the bridge was closed, while the ministry said that it was open.",
            [("Ann Brown", "said", f"that {OPEN}"), ("the ministry", "said", "that it was open")],
        ),
        (
            "Ann Brown wrote on her page that the bridge was closed and warned that it would fall.",
            [("Ann Brown", "wrote", f"that {OPEN}"), ("Ann Brown", "warned", "that it would fall")],
        ),
        (
            "“We won,” Ann Brown said. “We lost,” said Pavo Orlinek.",
            [("Ann Brown", "said", "“We won,”"), ("Pavo Orlinek", "said", "“We lost,”")],
        ),
    ],
)
def test_two_attributions(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert attributions(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was closed on Monday.",
        "The report was long.",
        "He stayed to find out more.",
        "Her claims were many.",
        "She waited for the reported sum.",
        "",
    ],
)
def test_what_is_none(text: str) -> None:
    assert attributions(text) == []
