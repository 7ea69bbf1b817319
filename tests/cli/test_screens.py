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
    render_timeline,
)
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
    "search": lambda *text: render_search.parts(invented.search_answer(*text)),
    "show": _whole,
    "read": _article,
}

SAID = {
    "status": [
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
        "≠  more than 1,500 boat, from 2031-03 according to mayor of Tarn",
        "Lowland Wire, 2031-03-03  gull-s-two2[0:18]",
        "contradicted by more than 90 boat (mayor of Tarn, in Tarn Bugle, 2031-03-04)",
        "contradicted by more than 1,500 boat (mayor of Tarn, in The Tarn Gull, 2031-03-02) and 1 more",
        "3 of 3 figures are contradicted",
    ],
    "timeline": [
        "2031-05         planned  “The harbour closes in May”",
        "by autumn 2031  slipped  “put off until autumn”",
    ],
    "sources": [
        "The Tarn Gull  20% of statements go back to a named source (1 named, 4 unnamed)",
        "5×  a man on the pier (unnamed)",
        "2031-03-02 “place 0” gull-s-0[0:7]",
        "and 2 more",
    ],
    "changes": ["- “It closes.”", "+ “It may close.”", "open → denied", "“Nothing closes”", "c-harbour"],
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
        "[1]  mayor of Tarn (official)  asserts · certain · positive · indirect · conf. 0.75 · s-said",
        "source “the mayor of Tarn” [20:37] · cue “said” [38:42] · content “The harbour closes” [0:18]",
        "on whose word: Lowland Wire (outlet) ← mayor of Tarn (official)",
        "hedged: “harbour” [4:11]",
        "- plans · certain · positive: “The harbour closes” [0:18]",
        "[2]  own words  warns · possible · positive · conf. 1.00 · s-own",
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
