"""Every screen: what it says, that it fits, and that nothing hostile gets through."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from onrecord.cli import (
    render_changes,
    render_figures,
    render_members,
    render_origins,
    render_positions,
    render_reading,
    render_search,
    render_sources,
    render_status,
    render_stories,
    render_timeline,
)
from onrecord.cli.holdings import Stories, Story
from onrecord.cli.parts import Part
from onrecord.cli.plain import to_plain
from onrecord.cli.terminal import to_terminal

from . import invented
from .invented import HOSTILE

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def _whole(text: str = "The harbour closes") -> Iterable[Part]:
    texts = {
        f"gull-{statement}": f"The harbour closes today. {text}"
        for statement in ("s-one1", "s-two2", "s-three", "s-four")
    }
    return render_members.parts(invented.status_answer(text), texts)


def _article(headline: str = "Harbour to close") -> Iterable[Part]:
    return render_reading.parts(invented.article(headline), invented.reading(), coloured=False)


SCREENS: dict[str, Callable[..., Iterable[Part]]] = {
    "status": lambda *text: render_status.parts(invented.status_answer(*text)),
    "origins": lambda *text: render_origins.parts(invented.origins_answer(*text)),
    "positions": lambda *text: render_positions.parts(invented.positions_answer(*text)),
    "figures": lambda *text: render_figures.parts(invented.figures_answer(*text)),
    "timeline": lambda *text: render_timeline.parts(invented.timeline_answer(*text)),
    "sources": lambda *text: render_sources.parts(invented.sources_answer(*text)),
    "changes": lambda *text: render_changes.parts(invented.changes_answer(*text)),
    "all changes": lambda *text: render_changes.parts(invented.changes_answer(*text), every=True),
    "search": lambda *text: render_search.parts(invented.search_answer(*text)),
    "show": _whole,
    "read": _article,
}

SAID = {
    "status": [
        "closest match, it lacks: pier\n",
        "disputed since 2031-03-04",
        "2031-03-02  single-origin  only the mayor",
        "mayor of Tarn:",
        "“Nothing closes”",
        "Tarn Bugle, 2031-03-04  gull-s-three[0:14]",
        "c-other  “The lighthouse stays”",
        "said 3× · denied 1× · in 4 outlets",
    ],
    "origins": [
        " [1, 2]   independent origins",
        "one mayor",
        "  - 2031-03-02  The Tarn Gull",
        "    - 2031-03-03  Lowland Wire",
        "cites, suspected: names the Gull",
        "no root found\n  - 2031-03-05  Dune Radio",
        "gull-s-one1[0:18]",
    ],
    "positions": ["Odo Brask (person)  wary → supports", "as passed on by harbour board", "2031-03-09  supports"],
    "figures": [
        "boats in the harbour\n",
        "≠  more than 1,500 boats, from 2031-03 according to mayor of Tarn",
        "“The harbour with its boats closes”\n     The Tarn Gull, 2031-03-02  gull-s-one1[0:18]  c-harbour\n",
        "c-harbour\n     Lowland Wire, 2031-03-03  gull-s-two2[0:18]  c-harbour\n",
        "contradicted by more than 90 boats (mayor of Tarn, in Tarn Bugle, 2031-03-04)",
        "≠ 1 of 1 figures is contradicted",
    ],
    "timeline": [
        "2031-05         planned  “The harbour closes in May”",
        "by autumn 2031  slipped  “put off until autumn”",
    ],
    "sources": [
        "The Tarn Gull  20% of statements go back to a named source (1 named, 4 unnamed)",
        "4 unnamed) · 3 statements in its own voice\n",
        "Dune Radio  1 statement in its own voice\n",
        "5×  a man on the pier (unnamed)",
        "2031-03-02 “place 0” gull-s-0[0:7]",
        "and 2 more",
    ],
    "changes": [
        "- “It closes.”",
        "- and 2 more: --all lists them",
        "+ “It may close.”",
        "new claim 2\n  ·  “The harbour closes”  single-origin  The Tarn Gull, 2031-03-02  c-new\n",
        "  ·  and 1 further claim made once: --all lists it\n",
        "status 1\n  ·  “The harbour closes”  open → denied  Tarn Bugle, 2031-03-04  c-harbour\n",
    ],
    "all changes": ["open → denied", "“Nothing closes”", "c-harbour", "Gulls cry", "status 2"],
    "search": ["looked for Brask or Brasque", "mayor of Tarn asserts", "no claim s-one1", "gull-s-one1[0:18]"],
    "show": [
        "»The harbour closes« today. The harbour closes",
        "Status",
        "Origins",
        "Members",
        "denies  Tarn Bugle on the word of harbour board",
    ],
    "read": [
        "caption: [1]The harbour closes, the mayor of Tarn said.",
        "[1]  mayor of Tarn (official)  asserts · certain · positive · indirect · reader's confidence 0.75 · s-said",
        "source “the mayor of Tarn” [20:37] · cue “said” [38:42] · content “The harbour closes” [0:18]",
        "on whose word: Lowland Wire (outlet) ← mayor of Tarn (official)",
        "hedged: “harbour” [4:11]",
        "- plans · certain · positive: “The harbour closes” [0:18]",
        "[2]  own words  warns · possible · positive · s-own",
        "on condition: “If it rains” [44:55]",
    ],
}


@pytest.fixture(autouse=True)
def colour_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.mark.parametrize("name", SCREENS)
def test_a_pipe_gets_everything_without_colour(name: str) -> None:
    text = to_plain(SCREENS[name]())
    assert not [said for said in SAID[name] if said not in text]
    assert "\x1b" not in text


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("name", SCREENS)
def test_a_terminal_gets_the_same_words_within_its_width(name: str, width: int) -> None:
    shown = ESCAPES.sub("", to_terminal(SCREENS[name](), width))
    assert max(map(len, shown.splitlines())) <= width
    letters = sorted(re.findall(r"\w", to_plain(SCREENS[name]())))
    assert sorted(re.findall(r"\w", shown)) == letters


@pytest.mark.parametrize("name", SCREENS)
def test_a_terminal_gets_colours_unless_told_not_to(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert re.search(r"\x1b\[[0-9;]*3[1-6]", to_terminal(SCREENS[name](), 80))
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[[0-9;]*3[1-6]", to_terminal(SCREENS[name](), 80))
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in to_terminal(SCREENS[name](), 80)


@pytest.mark.parametrize("name", SCREENS)
def test_hostile_text_is_shown_and_not_obeyed(name: str) -> None:
    for text in (to_plain(SCREENS[name](HOSTILE)), ESCAPES.sub("", to_terminal(SCREENS[name](HOSTILE), 200))):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
        assert "␛[31mred␛]0;owned␇ [bold red]no markup[/]" in text


@pytest.mark.parametrize(
    ("edtf", "spoken"),
    [
        ("2031-05-02", "2031-05-02"),
        ("../2031-05", "by 2031-05"),
        ("/2031-05", "by 2031-05"),
        ("2031-05/..", "from 2031-05"),
        ("2029/2030", "2029 to 2030"),
        ("2031~", "about 2031"),
        ("2031?", "perhaps 2031"),
        ("2031-23", "autumn 2031"),
        ("2031-33", "quarter 1 of 2031"),
        ("2031-40", "first half of 2031"),
        ("", ""),
    ],
)
def test_dates_are_spoken(edtf: str, spoken: str) -> None:
    assert render_timeline.spoken_date(edtf) == spoken


def test_own_words_of_the_outlet_have_no_colour_and_the_legend_says_so() -> None:
    shown = to_terminal(render_reading.parts(invented.article(), invented.reading(), coloured=True), 80)
    assert ", it floods.\n" in shown
    assert "plain: own words" in shown
    assert "plain: own words" not in to_plain(_article())


def test_own_words_show_the_readers_doubt() -> None:
    read = invented.reading()
    said, own = read.statements
    doubted = replace(read, statements=(said, replace(own, confidence=0.42)))
    shown = to_plain(render_reading.parts(invented.article(), doubted, coloured=False))
    assert "own words  warns · possible · positive · reader's confidence 0.42 · s-own" in shown


def test_derivations_in_a_circle_are_shown_once_each() -> None:
    answer = invented.origins_answer()
    assert answer.claim is not None
    edge = answer.claim.origins.derivations[0]
    back = replace(edge, source=edge.target, target=edge.source)
    circle = replace(answer.claim.origins, derivations=(edge, back))
    text = to_plain(render_origins.parts(replace(answer, claim=replace(answer.claim, origins=circle))))
    assert text.count("gull-s-one1[0:18]") == text.count("gull-s-two2[0:18]") == 1


def test_nothing_found_is_an_empty_screen() -> None:
    assert to_plain(render_status.parts(invented.no_status())) == ""


def test_a_measure_of_one_word_is_shown_with_its_claim() -> None:
    answer = invented.figures_answer("percent")
    assert to_plain(render_figures.parts(answer)).startswith("percent  “The harbour closes”\n")
    bare = replace(answer, figures=tuple(replace(f, measure=f.evidence.text) for f in answer.figures))
    assert to_plain(render_figures.parts(bare)).startswith("“The harbour closes”\n")


def test_two_stances_on_one_day_are_no_move() -> None:
    answer = invented.positions_answer()
    wary, _, backs = answer.positions
    both = replace(backs, date=wary.date, said_by=None, evidence=wary.evidence)
    later = replace(wary, date="2031-04-01", evidence=(invented.LOOSE,))
    text = to_plain(render_positions.parts(replace(answer, positions=(wary, both, later))))
    assert "Odo Brask (person)  wary and supports (both on this day) → wary\n" in text
    assert text.count("\n    2031-03-02  ") == 2
    elsewhere = replace(both, evidence=(invented.LOOSE,))
    assert "  wary → supports\n" in to_plain(render_positions.parts(replace(answer, positions=(wary, elsewhere))))


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("width", [40, 80])
def test_no_line_ends_in_blanks(name: str, width: int) -> None:
    lines = to_terminal(SCREENS[name](), width).split("\n")
    assert [line for line in lines if ESCAPES.sub("", line).endswith(" ")] == []


def test_an_article_without_a_statement_says_why() -> None:
    article = replace(invented.article(), text="x")
    read = replace(invented.reading(), statements=(), blocks=(), language=None)
    assert "nothing found: there is too little text" in to_plain(render_reading.parts(article, read, coloured=False))
    told = replace(read, language="en")
    assert "nothing found: there is no sentence in it" in to_plain(render_reading.parts(article, told, coloured=False))
    unread = replace(read, unread="it is in German")
    assert "nothing found" not in to_plain(render_reading.parts(article, unread, coloured=False))


def test_the_days_of_a_story_stay_together() -> None:
    story = Story(
        story="harbour", articles=16, outlets=9, statements=304, unread=1, first="2031-06-03", last="2031-06-26"
    )
    shown = ESCAPES.sub("", to_terminal(render_stories.parts(Stories(stories=(story,))), 80))
    assert "\n  2031-06-03 to 2031-06-26\n" in shown
    one_day = replace(story, last=story.first)
    assert to_plain(render_stories.parts(Stories(stories=(one_day,)))).endswith("\n  2031-06-03\n\n")
