"""Invented text read by the rules, and its parts as words instead of offsets."""

from __future__ import annotations

from onrecord.model import Article, Block, BlockKind, Mode, Reading, Span, Statement
from onrecord.reading import read as read_trained
from onrecord.reading import rules
from onrecord.reading.attribution import find_attributions
from onrecord.reading.sentence import read_sentences

OUTLET = "The Daily Spark"


def paragraphs(text: str) -> list[Span]:
    """The lines that hold anything."""
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def article(text: str, outlet: str | None = OUTLET) -> Article:
    blocks = tuple(Block(kind=BlockKind.PARAGRAPH, start=start, end=end) for start, end in paragraphs(text))
    return Article(id="a", text=text, outlet=outlet, language="en", published="2031-06-09", blocks=blocks)


def read(text: str, outlet: str | None = OUTLET) -> Reading:
    return rules.read(article(text, outlet))


def only(text: str) -> Statement:
    """The one statement of the text."""
    (statement,) = read(text).statements
    return statement


def tagged(text: str) -> list[Statement]:
    """What the trained reader attributes to anybody."""
    return [s for s in read_trained(article(text)).statements if s.mode is not Mode.OWN]


def words(text: str, spans: tuple[Span, ...]) -> str:
    return " | ".join(text[start:end] for start, end in spans)


def attributions(text: str) -> list[tuple[str, str, str]]:
    """(source, cue, content) of each attribution."""
    sentences, _ = read_sentences(text, paragraphs(text))
    found = find_attributions(sentences)
    return [(words(text, a.source), words(text, a.cue), words(text, a.content)) for a in found]
