from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.articles.blocks import find_blocks
from onrecord.articles.lines import plain
from onrecord.model import BlockKind

BODY = [
    "The harbour of Tarn will close for three weeks, the port authority said on Monday, and no ship may enter it.",
    "Captain Ilse Varga told the council that she had asked for more tugs, and that nobody had answered her.",
    "The council will vote on the plan next week, and two of its members have already said that they oppose it.",
    "Nobody knows what the closure costs, but the authority put the loss at up to 40,000 crowns for each day.",
]


def kinds(text: str, headline: str | None = None) -> list[tuple[str, str]]:
    return [(block.kind.value, text[block.start : block.end]) for block in find_blocks(text, headline)]


def kind_of(line: str, *, after: str = BODY[1]) -> str:
    """The kind of a line that stands between paragraphs."""
    found = {text: kind for kind, text in kinds("\n\n".join([*BODY[:2], line, after, *BODY[2:]]))}
    return found[line]


def test_a_scraped_page_is_taken_apart() -> None:
    text = "\n\n".join(
        [
            "Tarn wants to close its harbour for the winter. Fishers are afraid of what follows.",
            "Boats at the quay of Tarn.",
            "Boats at the quay of Tarn.",
            "Nadja Olm / Reuters",
            *BODY[:2],
            "A vote in sight",
            *BODY[2:],
        ]
    )
    assert [kind for kind, _ in kinds(text)] == [
        "standfirst", "caption", "caption", "credit", "paragraph", "paragraph", "subhead", "paragraph", "paragraph",
    ]  # fmt: skip


@pytest.mark.parametrize("separator", ["\n", "\n\n", "\r\n", "\r\n\r\n", "\n\n\n \n"])
def test_paragraphs_are_told_apart_by_any_line_breaks(separator: str) -> None:
    text = separator.join(BODY)
    assert kinds(text) == [("paragraph", line) for line in BODY]


def test_a_text_on_one_line_is_one_paragraph() -> None:
    text = " ".join(BODY)
    assert kinds(text) == [("paragraph", text)]


def test_hard_wrapped_paragraphs_are_joined() -> None:
    first = (
        "The harbour of Tarn will close for three weeks, the port\nauthority said on Monday, and no ship may\ngo in."
    )
    second = "Captain Ilse Varga told the council that she had asked\nfor more tugs, and that nobody had given\nany."
    assert kinds(f"{first}\n\n{second}") == [("paragraph", first), ("paragraph", second)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Photo: Nadja Olm", "credit"),
        ("Photo by Nadja Olm/Getty Images", "credit"),
        ("Nadja Olm / Tarn Courier", "credit"),
        ("Harbour Press Serv / Reuters", "credit"),
        ("AFP", "credit"),
        ("(Reuters)", "credit"),
        ("© 2031 Tarn Courier", "credit"),
        ("By Nadja Olm and Per Lund", "credit"),
        ("(Reporting by Nadja Olm in Tarn; Editing by Per Lund)", "credit"),
        ("Per Lund contributed to this report.", "credit"),
        ("Read more: Fishers say the plan ruins them", "other"),
        ("Advertisement", "other"),
        ("Story continues below advertisement", "other"),
        ("Share this", "other"),
        ("Follow us on Twitter", "other"),
        ("Sign up for our newsletter and get the harbour news each morning", "other"),
        ("Tuesday, March 4, 2031", "other"),
        ("8:45 p.m.", "other"),
        ("https://tarn.example/harbour", "other"),
        ("***", "other"),
        ("A vote in sight", "subhead"),
        ("What Comes After The Closure", "subhead"),
        ("– Empty quays –", "subhead"),
        ("> nobody had answered her", "quote"),
        ("Boats lie at the quay of Tarn. (Photo: Nadja Olm)", "caption"),
    ],
)
def test_furniture_between_paragraphs(line: str, kind: str) -> None:
    assert kind_of(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "He said no.",
        "The vote failed.",
        "Read the law, Varga said.",
        "Photos from the quay showed empty boats.",
        "Video by the ministry showed smoke over the quay.",
        "More from the poll: half of those asked said that they would leave.",
        "Reporting from the quay, Olm saw no ship.",
        "By Monday the harbour was empty.",
        "Varga now works for Facebook.",
        "He posted it on Facebook/Twitter.",
        "Trending prices worried the fishers, she said.",
        "Copyright law forbids it, the court said.",
        "Like others in Facebook's office, she said nothing on Twitter.",
        "Correction: The harbour closes in March, not in May.",
        '"We will not go," she said.',
        "The Courier reports:",
        "Who decided that?",
        "Share prices fell by 3 percent on Monday.",
    ],
)
def test_short_body_paragraphs_stay_paragraphs(line: str) -> None:
    assert kind_of(line) == "paragraph"


def test_a_scene_beside_a_credit_is_a_caption_but_a_sentence_of_the_body_is_not() -> None:
    scene = "Captain Ilse Varga (left) greets the fishers at the quay."
    assert kind_of(scene, after="Nadja Olm / Reuters") == "caption"
    assert kind_of("The fishers were not asked.", after="Nadja Olm / Reuters") == "paragraph"


def test_a_pull_quote_is_told_by_its_copy_in_the_body() -> None:
    assert kind_of("she had asked for more tugs") == "quote"


def test_a_paragraph_that_comes_twice_is_kept_once_more() -> None:
    text = "\n\n".join([*BODY, BODY[0]])
    assert [kind for kind, _ in kinds(text)] == ["paragraph"] * 5


@pytest.mark.parametrize("ending", ["", "."])
def test_the_known_headline_is_marked(ending: str) -> None:
    found = kinds("\n\n".join([f"tarn closes its harbour{ending}", *BODY]), "Tarn closes its harbour")
    assert [kind for kind, _ in found] == ["headline", *["paragraph"] * 4]


def test_a_headline_over_two_lines_and_an_unknown_one() -> None:
    lines = ["Tarn closes its harbour;", "Fishers are left without work"]
    found = kinds("\n".join([*lines, *BODY]), " ".join(lines))
    assert [kind for kind, _ in found][:3] == ["headline", "headline", "paragraph"]
    assert kinds("\n".join(["Tarn closes its harbour", *BODY]))[0][0] == "headline"


def test_a_news_archive_names_the_parts_of_the_head() -> None:
    text = "\n\n".join(["Tarn closes its harbour.", "ABSTRACT.", BODY[0], "FULL TEXT.", *BODY])
    assert [kind for kind, _ in kinds(text)] == ["headline", "other", "standfirst", "other", *["paragraph"] * 4]


def test_below_the_headline_come_standfirst_and_name() -> None:
    text = "\n\n".join(["Tarn closes its harbour", "Fishers are left without any work", "Nadja Olm", *BODY])
    found = kinds(text, "Tarn closes its harbour")
    assert [kind for kind, _ in found][:4] == ["headline", "standfirst", "credit", "paragraph"]


def test_the_markup_of_the_page_decides_first() -> None:
    known = {"captain ilse varga told": BlockKind.QUOTE, plain(BODY[0]): BlockKind.CAPTION}
    found = find_blocks("\n\n".join(BODY), known=known)
    assert [block.kind for block in found] == [BlockKind.CAPTION, *[BlockKind.PARAGRAPH] * 3]


FURNITURE = ["AFP", "Photo: X", "A vote in sight", "Boats at the quay.", "“No", "– Varga", "ABSTRACT.", ";"]
ODD = [" ", "\x1f", "\u2028", "\ud800"]
LINES = st.sampled_from([*BODY, *FURNITURE, *ODD])


@given(st.one_of(st.text(), st.lists(LINES).map("\n".join)), st.none() | st.text())
@example("\r\n\x85\u2029", None)
@example("a" * 40 + "\n" + "b" * 40 + "\n" + "c" * 40 + "\n" + "d", "a")
def test_blocks_are_in_order_and_hold_all_but_white_space(text: str, headline: str | None) -> None:
    at = 0
    for block in find_blocks(text, headline):
        assert not text[at : block.start].strip()
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        at = block.end
    assert not text[at:].strip()
