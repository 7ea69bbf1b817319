"""Records and units of invented sentences, put together by hand: no reader, no ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.linking.identities import Identities, identify
from onrecord.linking.units import Unit, units_of
from onrecord.model import (
    Act,
    Article,
    Assertion,
    Block,
    BlockKind,
    Bound,
    Certainty,
    EntityKind,
    Judgement,
    Link,
    Mode,
    Name,
    Polarity,
    Quantity,
    Reading,
    Record,
    SourceKind,
    Span,
    Speaker,
    Statement,
    Strength,
    Time,
    TimeType,
    sha256,
    statement_id,
)

PERSON, BODY, PAPER = SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.OUTLET
NOBODY: Identities = identify([], [])


@dataclass(frozen=True, kw_only=True)
class Count:
    """A quantity by the words in which it stands."""

    words: str
    low: float | None = None
    high: float | None = None
    bound: Bound = Bound.EXACT
    unit: str | None = "soldier"
    of: str | None = None


def link(name: str, kind: SourceKind = PERSON, *, named: bool = True) -> Link:
    return Link(name=name, kind=kind, named=named)


UNNAMED = link("two officials", SourceKind.OFFICIAL, named=False)


def told(
    content: str,
    by: str | None = None,
    *,
    cue: str = "said",
    chain: Sequence[Link] | None = None,
    first: bool = False,
    outlet: str | None = "Tarn Courier",
    day: str = "2031-05-01",
    **more: object,
) -> Unit:
    """One assertion: the content, then source and cue (or before it, if they come `first`), in an article of its own.

    Without `by` it's the outlet's own. `chain` is the named person `by` unless given. What else is given goes to the
    article, the statement or the assertion that has a field of that name; `counts` and `dates` are found in the text.
    """
    source = f"{by} {cue}" if by else ""
    line = f"{source} {content}." if first else f"{content}, {source}." if by else f"{content}."
    text = f"{line}\n{outlet}, {more.get('article') or day}"
    kind = more.get("kind", PERSON)
    assert isinstance(kind, SourceKind)
    statement = _statement(text, content, by, cue, more)
    links = tuple(chain) if chain is not None else (link(by, kind),) if by else ()
    speaker = Speaker(name=by, kind=kind) if by else None
    reading = _reading(text, replace(statement, chain=links, speaker=speaker), more)
    return units_of(record(text, reading, outlet=outlet, day=day, **more))[0]


def record(text: str, reading: Reading, *, outlet: str | None, day: str, **more: object) -> Record:
    named = str(more.get("article") or f"{outlet} {day} {sha256(text.encode())[:6]}")
    byline, story, version_of = (more.get(key) for key in ("byline", "story", "version_of"))
    assert byline is None or isinstance(byline, str)
    assert story is None or isinstance(story, str)
    assert version_of is None or isinstance(version_of, str)
    article = Article(id=named, text=text, outlet=outlet, published=day, byline=byline, story=story)
    return Record(article=article, reading=reading, known=day, recorded="2032-01-01", version_of=version_of)


def page(
    *paragraphs: str, outlet: str = "Tarn Courier", day: str = "2031-05-01", credit: str | None = None, **more: object
) -> Record:
    """A record with paragraphs and, at the end, a credit line; nothing is read in it."""
    text = "\n".join([*paragraphs, *([credit] if credit else [])])
    blocks, at = [], 0
    for line in text.split("\n"):
        kind = BlockKind.CREDIT if line == credit else BlockKind.PARAGRAPH
        blocks.append(Block(kind=kind, start=at, end=at + len(line)))
        at += len(line) + 1
    reading = Reading(reader="hand", language="en", blocks=tuple(blocks))
    return record(text, reading, outlet=outlet, day=day, **more)


def same(left: str, right: str, score: float = 0.8, *, kind: str = "claim", verdict: str = "same") -> Judgement:
    left, right = (left, right) if kind == "derivation" else sorted((left, right))
    strength = Strength.SUSPECTED if verdict == "same words" else Strength.EVIDENT
    return Judgement(
        kind=kind, left=left, right=right, verdict=verdict, strength=strength, score=score, reason="by hand"
    )


def _statement(text: str, content: str, by: str | None, cue: str, more: dict[str, object]) -> Statement:
    span = _find(text, content)
    spoken = (_find(text, by),) if by else ()
    cued = (_find(text, cue, spoken[0][1]),) if spoken else ()
    act, certainty = more.get("act", Act.ASSERTS), more.get("certainty", Certainty.CERTAIN)
    polarity = more.get("polarity", Polarity.POSITIVE)
    assert isinstance(act, Act)
    assert isinstance(certainty, Certainty)
    assert isinstance(polarity, Polarity)
    assertion = Assertion(start=span[0], end=span[1], act=act, certainty=certainty, polarity=polarity)
    return Statement(
        id=statement_id(sha256(text.encode()), spoken, cued, (span,)),
        content=(span,),
        mode=Mode.INDIRECT if by else Mode.OWN,
        act=act,
        certainty=certainty,
        polarity=polarity,
        assertions=(assertion,),
        source=spoken,
        cue=cued,
    )


def _reading(text: str, statement: Statement, more: dict[str, object]) -> Reading:
    counts, dates, names = (more.get(key, ()) for key in ("counts", "dates", "names"))
    assert isinstance(counts, tuple)
    assert isinstance(dates, tuple)
    assert isinstance(names, tuple)
    return Reading(
        reader="hand",
        language="en",
        statements=(statement,),
        names=tuple(_name(text, name, kind) for name, kind in names),
        times=tuple(_time(text, words, edtf) for words, edtf in dates),
        quantities=tuple(_quantity(text, count) for count in counts),
    )


def _name(text: str, name: str, kind: EntityKind) -> Name:
    start, end = _find(text, name)
    return Name(start=start, end=end, kind=kind, entity=name)


def _time(text: str, words: str, edtf: str) -> Time:
    start, end = _find(text, words)
    return Time(start=start, end=end, type=TimeType.DATE, timex=edtf, edtf=edtf)


def _quantity(text: str, count: Count) -> Quantity:
    start, end = _find(text, count.words)
    return Quantity(
        start=start, end=end, low=count.low, high=count.high, bound=count.bound, unit=count.unit, of=count.of
    )


def _find(text: str, words: str, after: int = 0) -> Span:
    start = text.index(words, after)
    return start, start + len(words)
