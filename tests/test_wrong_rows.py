"""Rows that would hurt an editor who is quoted on them: each was printed once, and must not come back."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from onrecord import pipeline
from onrecord.ledger import open_ledger
from onrecord.linking.projection import Projection
from onrecord.model import Act, Article, EventState, Mode, Statement, Status
from onrecord.questions.standing import standing


def projected(folder: Path, *texts: str, days: Sequence[str] = ()) -> Projection:
    """The projection of articles of as many outlets, a day apart unless told otherwise."""
    articles = [
        Article(id=f"a{n}", text=text, outlet=f"Paper {n}", published=day, language="en")
        for n, (text, day) in enumerate(
            zip(texts, days or [f"2031-01-{n + 10}" for n in range(len(texts))], strict=True)
        )
    ]
    with open_ledger(folder / "rows.db") as ledger:
        pipeline.add(ledger, articles)
        return standing(ledger)


def statements(text: str) -> tuple[Statement, ...]:
    return pipeline.read(Article(id="a", text=text, outlet="Paper", published="2031-01-10", language="en")).statements


@pytest.mark.parametrize(
    "text",
    [
        "Ann Bell denied that she had sold the Tarn bridge on 3 January.",
        "If troops were hit on 5 January, war would follow.",
        "The mayor did not rule out that the bridge had closed on 5 January.",
        "Had the council not met on 3 January? Ann Bell did not say.",
        "The council did not meet on 3 January.",
    ],
)
def test_what_is_denied_or_conditional_has_not_happened(text: str, tmp_path: Path) -> None:
    events = projected(tmp_path, text).events
    assert [e for e in events if e.state is EventState.HAPPENED and "January" in e.evidence.text] == []


def test_what_is_told_as_past_has_happened(tmp_path: Path) -> None:
    (event,) = projected(tmp_path, "The council met on 3 January.").events
    assert (event.edtf, event.state) == ("2031-01-03", EventState.HAPPENED)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Bell said walls should not be controversial in the old town.",
        "“I just feel terrible for the ferry crew,” Mayor Ann Bell said.",
        "Ann Bell said she hoped that the talks about the Tarn bridge would go on.",
        "Governor Ann Bell said that Ann Bell was the best governor of Tarn.",
    ],
)
def test_nobody_confirms_their_own_opinion(text: str, tmp_path: Path) -> None:
    assert {claim.status for claim in projected(tmp_path, text).claims} <= {Status.SINGLE_ORIGIN, Status.OPEN}


def test_a_body_confirms_what_others_reported(tmp_path: Path) -> None:
    found = projected(
        tmp_path,
        "Norvia has closed the Tarn bridge to lorries, two officials said.",
        "Norvia has closed the Tarn bridge to lorries, Norvia's government said.",
    )
    (claim,) = (c for c in found.claims if len(c.members) == 2)
    assert [change.status for change in claim.history] == [Status.SINGLE_ORIGIN, Status.CONFIRMED]


def test_a_rhetorical_question_takes_nothing_back(tmp_path: Path) -> None:
    found = projected(
        tmp_path,
        "“The two hundred girls have converted and are married,” Ann Bell said in a video.",
        "“Don't you know the two hundred girls have converted and are married?” Ann Bell said in a video.",
    )
    assert Status.CORRECTED not in {claim.status for claim in found.claims}


def test_who_takes_it_back_is_corrected(tmp_path: Path) -> None:
    found = projected(
        tmp_path,
        "Ann Bell said that the Tarn bridge was closed to lorries.",
        "Ann Bell said that the Tarn bridge was not closed to lorries.",
    )
    assert Status.CORRECTED in {claim.status for claim in found.claims}


@pytest.mark.parametrize("text", ["“Is the bridge sold?” Ann Bell asked.", "“Sell it!” Ann Bell said on Monday."])
def test_a_quoted_question_keeps_its_speaker(text: str) -> None:
    (only,) = statements(text)
    assert (only.mode, only.speaker and only.speaker.name) == (Mode.DIRECT, "Ann Bell")


@pytest.mark.parametrize(
    "text",
    [
        "Eleven patients showed up at the Tarn hospital.",
        "The government isn't backing down.",
        pytest.param(
            "The general dashed hopes for an exchange of prisoners.",
            marks=pytest.mark.xfail(strict=True, reason="the model takes “dashed hopes for” for a cue, and is unsure"),
        ),
    ],
)
def test_another_verb_than_the_cue_attributes_nothing(text: str) -> None:
    assert [s.act for s in statements(text)] == [Act.ASSERTS]
    assert statements(text)[0].mode is Mode.OWN


def test_a_hedge_before_the_source_is_kept() -> None:
    text = "The so-called Tarn papers revealed that ninety soldiers were on site."
    (only,) = statements(text)
    assert [text[start:end] for start, end in only.hedges] == ["so-called"]


def test_bodies_of_one_state_are_one_origin_at_least(tmp_path: Path) -> None:
    said = "The truce with the rebels began at the Sela river at noon, {} said."
    who = ("Norvia's government", "Norvia's military", "the Norvian government", "Norvian officials", "Norvia")
    found = projected(tmp_path, *(said.format(name) for name in who), days=["2031-01-10"] * len(who))
    claim = max(found.claims, key=lambda c: len(c.members))
    assert (len(claim.members), claim.origins.low) == (5, 1)


def test_a_sentence_out_of_a_published_document_is_its_authors() -> None:
    text = (
        "On Monday evening the Norvian Ministry of Transport published a clarification. "
        "Nothing had been decided yet, but: “We are in talks with the towns.”"
    )
    last = statements(text)[-1]
    assert last.speaker is not None
    assert (last.mode, last.speaker.name) == (Mode.MIXED, "Norvian Ministry of Transport")
    assert text[last.assertions[0].start : last.assertions[0].end] == "Nothing had been decided yet"


def said(text: str) -> list[tuple[str, str]]:
    """Who says what, as words."""
    found = [s for s in statements(text) if s.mode is not Mode.OWN]
    return [(text[slice(*s.source[0])] if s.source else "", text[s.content[0][0] : s.content[-1][1]]) for s in found]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Ana Corvin said the vote was fair and Ivo Marn said it was stolen.", "the vote was fair", "it was stolen"),
        ("Norvia said two soldiers had died; Velland said ten had died.", "two soldiers had died", "ten had died"),
        (
            "Ann Bell said the ferry was safe, while Odo Brask said it would sink.",
            "the ferry was safe",
            "it would sink",
        ),
    ],
)
def test_two_who_speak_in_one_sentence_have_a_row_each(text: str, first: str, second: str) -> None:
    assert [content for _, content in said(text)] == [first, second]


@pytest.mark.parametrize(
    "remark",
    [", a figure the army disputes", ", which the army denies", ", a claim that could not be independently verified"],
)
def test_the_outlets_remark_is_not_the_speakers(remark: str) -> None:
    text = f"The rebels said that 400 soldiers had been killed{remark}."
    assert said(text)[0] == ("The rebels", "that 400 soldiers had been killed")


@pytest.mark.parametrize("condition", [", unless the talks fail", ", provided that the regulator agrees"])
def test_a_condition_is_not_lost(condition: str) -> None:
    text = f"The company said it would sell the plant{condition}."
    (only,) = statements(text)
    assert [text[start:end] for start, end in only.condition] == [condition.strip(", ")]


def test_an_answer_is_not_the_outlets() -> None:
    text = (
        "The paper asked the mayor about the ferry.\n\n"
        "Q: Will you sell the ferry?\n\nA: We will not sell it. It is sound.\n\nQ: Who says so?\n\nA: My engineers do."
    )
    assert ("A", "We will not sell it. It is sound") in said(text)
    assert not any(s.speaker for s in statements(text) if s.content[0][0] > text.index("Q:"))
