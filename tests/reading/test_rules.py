# ruff: noqa: E501 - a row of a table stays on one line
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Act, Article, Block, BlockKind, Mode, Reading, SourceKind
from onrecord.pipeline import prepare
from onrecord.reading import read as read_with
from onrecord.reading import reader_id
from onrecord.reading.sentence import LONGEST, read_sentences
from tests.reading.told import OUTLET, article, only, read, words

SAID = "“It is over,” said Ann Brown on Monday, and the army sent up to 150 soldiers. He denied that he may go. "


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("“It is over,” said Ann Brown.", Mode.DIRECT),
        ("Ann Brown said that it was over.", Mode.INDIRECT),
        ("Ann Brown said that it was “all over”.", Mode.MIXED),
        ("It was over.", Mode.OWN),
        ("“It is all over.”", Mode.DIRECT),
        ("«It is over», said Ann Brown.", Mode.DIRECT),
        ("Ann Brown called it “a good day” for all.", Mode.MIXED),
    ],
)
def test_modes(text: str, mode: Mode) -> None:
    assert only(text).mode is mode


def test_an_own_statement_is_the_outlets() -> None:
    text = "The bridge was closed."
    statement = only(text)
    assert words(text, statement.content) == "The bridge was closed"
    assert (statement.source, statement.cue, statement.chain) == ((), (), ())
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.kind) == (OUTLET, SourceKind.OUTLET)


def test_without_an_outlet_nobody_is_made_up() -> None:
    (statement,) = read("The bridge was closed.", outlet=None).statements
    assert (statement.mode, statement.speaker) == (Mode.OWN, None)


def test_a_question_of_the_outlets_own() -> None:
    assert only("Who closed the bridge?").act is Act.QUESTIONS


def test_a_quotation_whose_speaker_isnt_told() -> None:
    statement = only("“Nobody knows who it was.”")
    assert (statement.mode, statement.speaker, statement.source) == (Mode.DIRECT, None, ())


@pytest.mark.parametrize(
    "kind", [BlockKind.HEADLINE, BlockKind.SUBHEAD, BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.OTHER]
)
def test_what_stands_around_the_body_is_never_read(kind: BlockKind) -> None:
    text = "Ann Brown said it was over"
    page = Article(id="a", text=text, language="en", blocks=(Block(kind=kind, start=0, end=len(text)),))
    assert read_with(page, "rules").statements == ()


@pytest.mark.parametrize("kind", [BlockKind.STANDFIRST, BlockKind.PARAGRAPH, BlockKind.QUOTE])
def test_the_body_is_read(kind: BlockKind) -> None:
    text = "Ann Brown said it was over"
    page = Article(id="a", text=text, language="en", blocks=(Block(kind=kind, start=0, end=len(text)),))
    assert len(read_with(page, "rules").statements) == 1


def test_a_name_in_a_caption_is_no_antecedent() -> None:
    text = "Pavo Orlinek on Monday\nAnn Brown resigned. She said it was over."
    blocks = (Block(kind=BlockKind.CAPTION, start=0, end=22), Block(kind=BlockKind.PARAGRAPH, start=23, end=len(text)))
    last = read_with(Article(id="a", text=text, language="en", blocks=blocks), "rules").statements[-1]
    assert last.speaker is not None
    assert last.speaker.name == "Ann Brown"


@pytest.mark.parametrize("dateline", ["CORVANE, June 4 (NPA) - ", "LIPNIK — ", "CORVANE (Herald) – "])
def test_a_dateline_is_no_part_of_a_statement(dateline: str) -> None:
    text = f"{dateline}The bridge was closed."
    assert words(text, only(text).content) == "The bridge was closed"


def test_other_languages_are_kept_unread() -> None:
    page = Article(id="a", text="Die Brücke ist zu, sagte Ann Brown.", language="de")
    assert read_with(page, "rules") == Reading(
        reader=reader_id("rules"), language="de", unread="the language is de, and only English is read"
    )


def test_an_unknown_language_is_read() -> None:
    page = Article(id="a", text="Ann Brown said so.", blocks=(Block(kind=BlockKind.PARAGRAPH, start=0, end=18),))
    assert read_with(page, "rules").unread is None


def test_ids_go_by_text_and_spans() -> None:
    one, two = read("Ann Brown said it was over."), read("Ann Brown said it was over.", outlet="NPA")
    other = read("Ann Brown said it was late.")
    assert one.statements[0].id == two.statements[0].id != other.statements[0].id


def check(text: str, reading: Reading) -> None:
    """What holds of every reading."""
    rows = [
        [(name.start, name.end) for name in reading.names],
        [(time.start, time.end) for time in reading.times],
        [(quantity.start, quantity.end) for quantity in reading.quantities],
        [(block.start, block.end) for block in reading.blocks],
    ]
    spans = [span for row in rows for span in row]
    for statement in reading.statements:
        own = (*statement.content, *statement.source, *statement.cue, *statement.hedges, *statement.condition)
        spans += [*own, *(link.span for link in statement.chain if link.span)]
        spans += [(a.start, a.end) for a in statement.assertions]
        first, last = min(s for s, _ in statement.content), max(e for _, e in statement.content)
        assert statement.assertions
        assert all(first <= a.start < a.end <= last for a in statement.assertions)
        assert all(one[1] <= two[0] for one, two in pairwise(statement.content))
        assert 0 <= statement.confidence <= 1
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert len({statement.id for statement in reading.statements}) == len(reading.statements)
    assert all(one[1] <= two[0] for row in rows for one, two in pairwise(row))


PIECES = [
    "“",
    "”",
    '"',
    "'",
    "‘",
    "’",
    "«",
    "»",
    "„",
    "``",
    "''",
    "—",
    "– ",
    ", ",
    ". ",
    "; ",
    ": ",
    "? ",
    "(",
    ")",
    "\n",
    "\n\n",
    " ",
]
PHRASES = [
    "Ann Brown said", "said General Ruzhin", "told The", "with The", "that ", "the ministry denied", "according to", "As the Tribune reported",
    "citing two officials", "it may fall", "if troops are hit", "He ", "It ", "the general", "leaked by", "quoted by Karsk",
    "asked whether", "declined to comment", "on Monday", "up to 150 soldiers", "and had signed", "was rejected by", "is expected to fail",
]  # fmt: skip


@given(st.text())
@settings(max_examples=150, deadline=None)
def test_any_text_is_read(text: str) -> None:
    reading = read_with(
        prepare(Article(id="a", text=text, outlet=OUTLET, language="en", published="2031-06-09")), "rules"
    )
    check(text, reading)


@given(st.lists(st.sampled_from([*PIECES, *PHRASES, *(f"{p} " for p in PHRASES)]), max_size=120).map("".join))
@settings(max_examples=150, deadline=None)
def test_any_mixture_of_marks_and_phrases_is_read(text: str) -> None:
    reading = read(text)
    check(text, reading)
    assert read(text) == reading


@given(st.text(alphabet="“”\"'‘’«»„\n a", max_size=600))
@settings(max_examples=60, deadline=None)
def test_quotation_marks_by_the_hundred_are_read(text: str) -> None:
    check(text, read(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(SAID * 1_500, id="one endless paragraph"),
        pytest.param((SAID + "\n") * 1_000, id="many paragraphs"),
        pytest.param("“we said ‘so \n" * 4_000, id="quotations left open"),
        pytest.param("x" * 1_000_000, id="a line without spaces"),
        pytest.param("a," * 20_000, id="commas"),
        pytest.param("“So it is.” " * 4_000, id="quotations one after the other"),
        pytest.param("Ann Brown said: “So.\n" + "“So.\n" * 8_000, id="one quotation over many paragraphs"),
        pytest.param("The general said it was so. General Ann Brown left. " * 1_000, id="descriptions"),
        pytest.param("." * 50_000 + "x", id="stops"),
        pytest.param("said (" * 8_000, id="brackets"),
    ],
)
def test_big_inputs_are_read_in_time_that_grows_with_their_length(text: str) -> None:
    """No clock here: what grows with the square of the length would never end."""
    read_body = read_sentences(text, [(b.start, b.end) for b in article(text).blocks])[0]
    assert all(len(sentence.tokens) <= LONGEST for sentence in read_body)
    page = article(text)
    reading = read_with(page, "rules")
    assert len({s.id for s in reading.statements}) == len(reading.statements)
