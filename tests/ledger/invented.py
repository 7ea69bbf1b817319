"""Articles and readings of an invented island, and hypothesis strategies for any."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st

from onrecord.model import (
    Act,
    Article,
    Assertion,
    Block,
    BlockKind,
    Bound,
    Certainty,
    Change,
    EntityKind,
    Judgement,
    Link,
    Mode,
    Name,
    Polarity,
    Quantity,
    Raw,
    Reading,
    SourceKind,
    Speaker,
    Statement,
    Strength,
    Time,
    TimeType,
    sha256,
    statement_id,
)

TEXT = "The ferry will sail again, said harbour master Ilva Öst. Nobody on Tarn believes it."
URL = "https://tarn.example/ferry"
DAY = "2031-05-01T00:00:00Z"


def article(text: str = TEXT, **fields: object) -> Article:
    return replace(Article(id="ferry", text=text, outlet="Tarn Courier"), **fields)  # type: ignore[arg-type]


def statement(text: str, start: int, end: int, speaker: str | None = None) -> Statement:
    span = (start, end)
    return Statement(
        id=statement_id(sha256(text.encode("utf-8", "surrogatepass")), (), (), (span,)),
        content=(span,),
        mode=Mode.INDIRECT,
        act=Act.ASSERTS,
        certainty=Certainty.CERTAIN,
        polarity=Polarity.POSITIVE,
        assertions=(),
        speaker=Speaker(name=speaker, kind=SourceKind.PERSON) if speaker else None,
    )


def reading(text: str = TEXT, reader: str = "reader-1") -> Reading:
    """One statement for each sentence; the first has a speaker."""
    middle = text.find(". ") + 1
    first = statement(text, 0, middle or len(text), "Ilva Öst")
    rest = (statement(text, middle + 1, len(text)),) if middle else ()
    return Reading(reader=reader, language="en", statements=(first, *rest))


def judgement(left: str, right: str, verdict: str = "same", kind: str = "claim") -> Judgement:
    return Judgement(
        kind=kind, left=left, right=right, verdict=verdict, strength=Strength.EVIDENT, score=0.5, reason="same words"
    )


def as_somebody_else(act: Callable[[], str]) -> str:
    """What the function gives when run in a process without root's rights; errors as `Name: text`."""
    source, sink = os.pipe()
    child = os.fork()
    if child == 0:
        if os.geteuid() == 0:
            os.setuid(65534)
        try:
            said = act()
        except Exception as error:  # noqa: BLE001 - handed to the parent
            said = f"{type(error).__name__}: {error}"
        with suppress(OSError):
            os.write(sink, said.encode())
        os._exit(0)
    os.close(sink)
    with os.fdopen(source, encoding="utf-8") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return said


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


texts = st.text(st.characters(exclude_categories=()), max_size=30)
spans = st.tuples(st.integers(0, 500), st.integers(1, 50)).map(lambda pair: (pair[0], pair[0] + pair[1]))
many_spans = st.lists(spans, max_size=3).map(tuple)
finite = st.floats(allow_nan=False, allow_infinity=False)


def _spanned(made: type, /, **fields: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.tuples(spans, st.fixed_dictionaries(fields)).map(
        lambda pair: made(start=pair[0][0], end=pair[0][1], **pair[1])
    )


def _some(items: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(items, max_size=3).map(tuple)


maybe = st.none() | texts
blocks = _some(_spanned(Block, kind=st.sampled_from(BlockKind)))
_low_high = st.one_of(
    st.tuples(st.none() | finite, st.none()), st.tuples(finite, finite).map(lambda pair: tuple(sorted(pair)))
)
_quantities = _spanned(
    Quantity,
    low=st.none(),
    high=st.none(),
    bound=st.sampled_from(Bound),
    change=st.none() | st.sampled_from(Change),
    unit=maybe,
    of=maybe,
).flatmap(lambda quantity: _low_high.map(lambda ends: replace(quantity, low=ends[0], high=ends[1])))  # type: ignore[type-var]
_assertions = _spanned(
    Assertion, act=st.sampled_from(Act), certainty=st.sampled_from(Certainty), polarity=st.sampled_from(Polarity)
)
_links = st.builds(Link, name=texts, kind=st.sampled_from(SourceKind), named=st.booleans(), span=st.none() | spans)
_statements = st.builds(
    Statement,
    id=texts,
    content=st.lists(spans, min_size=1, max_size=2).map(tuple),
    mode=st.sampled_from(Mode),
    act=st.sampled_from(Act),
    certainty=st.sampled_from(Certainty),
    polarity=st.sampled_from(Polarity),
    assertions=_some(_assertions),
    source=many_spans,
    cue=many_spans,
    hedges=many_spans,
    condition=many_spans,
    speaker=st.none() | st.builds(Speaker, name=texts, kind=st.sampled_from(SourceKind)),
    chain=_some(_links),
    confidence=finite,
)
readings = st.builds(
    Reading,
    reader=texts,
    language=maybe,
    blocks=blocks,
    statements=_some(_statements),
    names=_some(_spanned(Name, kind=st.sampled_from(EntityKind), entity=texts)),
    times=_some(_spanned(Time, type=st.sampled_from(TimeType), timex=texts, edtf=maybe)),
    quantities=_some(_quantities),
    unread=maybe,
)
articles = st.builds(
    Article,
    id=texts,
    text=texts,
    outlet=maybe,
    url=maybe,
    byline=maybe,
    headline=maybe,
    published=maybe | st.datetimes().map(str),
    modified=maybe | st.dates().map(str),
    language=maybe,
    story=maybe,
    retrieved=maybe | st.sampled_from(["2031", "2031-05", "2031-05-01T10:00:00+14:00"]),
    blocks=blocks,
    raw=st.none() | st.builds(Raw, content=st.binary(max_size=50), media_type=texts),
)
