from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Act, Article, Certainty, EntityKind, Mode, Polarity, Reading
from onrecord.pipeline import prepare
from onrecord.reading import read
from tests.reading.told import OUTLET, article, tagged, words

STORY = (
    "The mayor of Otter Ford, Ann Brown, said on Monday that the old bridge would close in May.\n\n"
    "“Nobody will be cut off,” she told the Tarn Gazette. “The ferry will sail every hour.”\n\n"
    "Residents denied that they had been asked. The county engineer refused to say whether the pillars were safe.\n\n"
    "According to a survey seen by the council, 40 of the 60 beams are rotten."
)


def parts(text: str) -> list[tuple[str, str, str]]:
    """A source may hold the comma that closes its apposition."""
    return [(words(text, s.source).rstrip(","), words(text, s.cue), words(text, s.content)) for s in tagged(text)]


def test_a_plain_article() -> None:
    found = {content: (source, cue) for source, cue, content in parts(STORY)}
    assert found["that the old bridge would close in May"] == ("The mayor of Otter Ford, Ann Brown", "said")
    (told,) = [s for s in tagged(STORY) if words(STORY, s.source) == "she"]
    assert told.mode is Mode.DIRECT
    assert told.speaker is not None
    assert told.speaker.name == "Ann Brown"


def test_what_a_cue_does() -> None:
    acts = {words(STORY, s.cue): s.act for s in tagged(STORY)}
    assert acts["denied"] is Act.DENIES
    assert acts["refused to say"] is Act.DECLINES


def test_each_clause_has_its_own_force() -> None:
    text = "The general said that nothing had been signed and that the talks might go on."
    (statement,) = tagged(text)
    first, second = statement.assertions
    assert (first.certainty, first.polarity) == (Certainty.CERTAIN, Polarity.NEGATIVE)
    assert second.certainty is Certainty.POSSIBLE


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("A spokeswoman did not answer the Tribune’s questions on Tuesday.", Act.DECLINES),
        ("The office of President Cole did not rule out a deployment.", Act.ASSERTS),
    ],
)
def test_who_is_silent_is_on_record(text: str, act: Act) -> None:
    (statement,) = tagged(text)
    assert statement.act is act


@pytest.mark.parametrize(
    "text",
    [
        "No official has claimed that the gas was toxic.",
        "Not one doctor warned that the gas was toxic.",
    ],
)
def test_what_nobody_says_is_nobodys(text: str) -> None:
    assert tagged(text) == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Kvist refused to deny that she had met him.", Act.DECLINES),
        ("Lars Bo disputes that the tank leaks.", Act.DENIES),
        ("The bank neither confirmed nor denied that it had paid.", Act.DECLINES),
    ],
)
def test_denials_and_refusals_go_by_their_words(text: str, act: Act) -> None:
    assert [s.act for s in tagged(text)] == [act]


def test_whom_a_paper_cites_before_it_reports() -> None:
    text = "The Velland Times, citing two people familiar with the matter, reported that Orlan Steel was in talks."
    (statement,) = tagged(text)
    assert [link.name for link in statement.chain] == ["Velland Times", "two people familiar with the matter"]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "According to a statement carried by the Norvian Press Agency, citing the army, 12 soldiers died.",
            ["Norvian Press Agency", "statement carried by the Norvian Press Agency", "army"],
        ),
        ("According to Le Monde, citing two officials, 12 soldiers died.", ["Le Monde", "two officials"]),
    ],
)
def test_whom_a_source_cites_before_it_is_told(text: str, chain: list[str]) -> None:
    (statement,) = tagged(text)
    assert words(text, statement.content) == "12 soldiers died"
    assert [link.name for link in statement.chain] == chain


@pytest.mark.parametrize(
    "text",
    [
        "“No comment,” Canova said, the Lime Post reported.",
        "The bridge will close, Canova said, according to the Lime Post.",
    ],
)
def test_who_closes_what_an_outlet_tells(text: str) -> None:
    (statement,) = tagged(text)
    assert [link.name for link in statement.chain] == ["Lime Post", "Canova"]


def test_who_paid_for_a_study_is_not_who_says_it() -> None:
    (statement,) = tagged("The study, funded by the state, found that mercury was rising.")
    assert [(link.name, link.kind.value) for link in statement.chain] == [("study", "document")]


def test_what_is_refused_is_weighed() -> None:
    (statement,) = tagged("The minister refused to rule out a strike.")
    assert (statement.act, statement.certainty) == (Act.ASSERTS, Certainty.POSSIBLE)


def test_who_declines_leaves_all_open() -> None:
    (statement,) = tagged("The ministry stopped short of confirming the deal.")
    assert (statement.act, statement.polarity) == (Act.DECLINES, Polarity.UNKNOWN)


@pytest.mark.parametrize(
    "text",
    [
        "The Tribune quoted two officials as saying that the talks had failed.",
        "The Tribune reported on Monday, citing two officials, that the talks had failed.",
    ],
)
def test_a_source_that_cites_others_gives_a_chain(text: str) -> None:
    (statement,) = tagged(text)
    assert words(text, statement.content) == "that the talks had failed"
    assert [(link.name, link.named) for link in statement.chain] == [("Tribune", True), ("two officials", False)]


def test_a_sentence_without_a_source_is_the_outlets_own() -> None:
    (statement,) = read(article("The bridge was closed on Monday.")).statements
    assert (statement.mode, statement.source, statement.cue) == (Mode.OWN, (), ())


def test_confidence_is_a_share() -> None:
    assert all(0 <= s.confidence <= 1 for s in tagged(STORY))


def check(text: str, reading: Reading) -> None:
    """What holds of every reading."""
    for s in reading.statements:
        for start, end in (*s.source, *s.cue, *s.content, *s.hedges, *s.condition):
            assert 0 <= start < end <= len(text)
        assert s.assertions
        assert all(s.content[0][0] <= a.start < a.end <= s.content[-1][1] for a in s.assertions)
    for row in (reading.names, reading.times, reading.quantities):
        spans = [(one.start, one.end) for one in row]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(one[1] <= other[0] for one, other in pairwise(spans))


def reading_of(text: str) -> Reading:
    return read(prepare(Article(id="a", text=text, outlet=OUTLET, language="en", published="2031-06-09")))


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_text(text: str) -> None:
    check(text, reading_of(text))


PIECES = [
    "Ann Brown",
    "said",
    "“",
    "”",
    '"',
    "that",
    "the bridge",
    "told",
    "The",
    ".",
    "\n\n",
    ",",
    "denied",
    "\x00",
    "\u202e",
    "漢字",
    "’",
    "40",
]


@given(st.lists(st.sampled_from(PIECES), max_size=120))
@settings(max_examples=60, deadline=None)
def test_any_heap_of_words(parts: list[str]) -> None:
    text = " ".join(parts)
    check(text, reading_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n \t\n",
        "bridge",
        "said",
        "“",
        "“" * 400,
        '"' * 401 + " said Ann. " + "'" * 300,
        "THE MAYOR SAID ON MONDAY THAT THE BRIDGE WOULD CLOSE AND NOBODY KNEW WHY",
        "the mayor said on monday that the bridge would close nobody knew why she said it",
        "MAYOR: The bridge closes.\nENGINEER: It does not.\nMAYOR (laughs): We shall see.",
        "Year\tBeams\tRotten\n2029\t60\t12\n2030\t60\t40\n" * 20,
        "Мэр сказала, что мост закроют. 市长说桥将关闭。 قال العمدة إن الجسر سيغلق",
        "a\x00b\x07 said \u200b\u202eAnn\ufeff that \ud800 it rained.",
        "x" * 5000,
        "(" * 2000,
        "\n".join(["said"] * 500),
    ],
    ids=lambda text: repr(text[:20]),
)
def test_bad_input(text: str) -> None:
    check(text, reading_of(text))
    assert reading_of(text) == reading_of(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(STORY * 100, id="a very long article"),
        pytest.param(STORY.replace("\n", " ") * 60, id="one endless paragraph"),
        pytest.param("“So,” said Ann. " * 3_000, id="attributions by the thousand"),
        pytest.param("x " * 40_000, id="words that are none"),
        pytest.param("The mayor said the report that" + " " * 20_000 + "the bridge was old was long.", id="a gap"),
        pytest.param("The mayor said the" + " " * 20_000 + "aide could not" + " " * 20_000 + "say.", id="two gaps"),
    ],
)
def test_big_inputs_are_read_in_time_that_grows_with_their_length(text: str) -> None:
    """No clock here: what grows with the square of the length would never end."""
    check(text, reading_of(text))


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The mayor told residents to stay indoors.", Polarity.POSITIVE),
        ("The union told its members not to work on Friday.", Polarity.NEGATIVE),
        ("The general warned the soldiers not to speak to the press.", Polarity.NEGATIVE),
        ("The doctor advised patients to boil their water.", Polarity.POSITIVE),
    ],
)
def test_who_is_told_to_do_it_is_asked_to(text: str, polarity: Polarity) -> None:
    (statement,) = tagged(text)
    assert (statement.act, statement.polarity) == (Act.DEMANDS, polarity)


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The army did not respond, and the mayor said the bridge was closed.", Polarity.POSITIVE),
        ("The general said, without providing any evidence, that the village was empty.", Polarity.POSITIVE),
        ("He said the bridge would open not on Monday but on Tuesday.", Polarity.POSITIVE),
        ("She said it does not just hurt farmers but ruins them.", Polarity.POSITIVE),
        ("The general said the fire was an accident, not an attack.", Polarity.POSITIVE),
        ("He said not one house was left.", Polarity.NEGATIVE),
        ("The mayor said the bridge was not closed.", Polarity.NEGATIVE),
    ],
)
def test_a_negation_beside_a_clause_or_in_a_part_of_it_is_not_its_own(text: str, polarity: Polarity) -> None:
    (statement,) = tagged(text)
    assert statement.polarity is polarity


def names(text: str) -> list[tuple[str, EntityKind]]:
    return [(text[name.start : name.end], name.kind) for name in read(article(text)).names]


def test_neither_a_title_nor_a_piece_of_a_surname_is_a_name() -> None:
    text = "Rabbi Daniel Korin said the hall would reopen. Rabbi Korin thanked fire chief Oskar Blum."
    assert [name for name, _ in names(text)] == ["Daniel Korin", "Korin", "Oskar Blum"]
    text = "Tomas PARIS-HOLLAND is a poet. PARIS-HOLLAND said he was ill."
    assert [name for name, _ in names(text)] == ["Tomas PARIS-HOLLAND", "PARIS-HOLLAND"]
    assert names("Mr. BERLIN-ROUX said the harbour was closed.") == [("BERLIN-ROUX", EntityKind.PERSON)]


def test_what_a_body_stands_in_is_a_place() -> None:
    assert ("Corvane", EntityKind.PLACE) in names("The Foreign Ministry in Corvane said the talks had ended.")
