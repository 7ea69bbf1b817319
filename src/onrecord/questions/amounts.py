"""Figures in words."""

from __future__ import annotations

from onrecord.model import Bound, Figure
from onrecord.questions.spellings import folded

BOUNDS = {
    Bound.EXACT: "exactly",
    Bound.ABOUT: "about",
    Bound.MORE: "more than",
    Bound.AT_LEAST: "at least",
    Bound.LESS: "less than",
    Bound.AT_MOST: "at most",
    Bound.RANGE: "between",
}
"""How bounds read in a row."""

SAID_BY = {
    Bound.ABOUT: "about|around|roughly|some|nearly|almost|approximately|circa|or so|an estimated",
    Bound.MORE: "more than|over|above|upwards of",
    Bound.AT_LEAST: "at least|no fewer than|no less than|a minimum of|or more",
    Bound.LESS: "less than|fewer than|under|below",
    Bound.AT_MOST: "up to|at most|no more than|as many as|a maximum of|or fewer|or less",
    Bound.RANGE: "between|from",
}
"""Words by which an article gives a bound itself: none need go before them."""

VAGUE = frozenset(
    "few several couple handful many dozens scores tens hundreds thousands millions billions trillions".split()
)
"""Words that leave a number open by themselves."""


def amount(figure: Figure) -> str:
    """The figure in the article's words, its bound before them where they don't say it: "at most 150 instructors"."""
    return " ".join(filter(None, (bound_word(figure), own_words(figure))))


def own_words(figure: Figure) -> str:
    """The article's words for the figure, on one line."""
    return " ".join(figure.evidence.text.split())


def bound_word(figure: Figure) -> str:
    """What has to go before the article's words so that they say the bound; empty where they do."""
    said = folded(figure.evidence.text)
    if figure.bound is Bound.EXACT or VAGUE.intersection(said):
        return ""
    if figure.bound is Bound.RANGE and "and" not in said:
        return ""
    padded = f" {' '.join(said)} "
    told = any(f" {phrase} " in padded for phrase in SAID_BY[figure.bound].split("|"))
    return "" if told else BOUNDS[figure.bound]


def cite(figure: Figure) -> str:
    """The figure with who says it, where and when: "at most 150 instructors (a general, in The Herald, 2031-06-03)"."""
    evidence = figure.evidence
    outlet = evidence.outlet or evidence.article
    who = figure.said_by if figure.said_by == outlet else f"{figure.said_by}, in {outlet}"
    return f"{amount(figure)} ({who}, {evidence.day})"
