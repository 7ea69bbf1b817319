"""An invented story of a harbour, as answers; `HOSTILE` stands in every place that comes from outside."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import Act as Acts
from onrecord.model import (
    Actor,
    Article,
    Assertion,
    Block,
    BlockKind,
    Bound,
    Certainty,
    Claim,
    Derivation,
    DerivationKind,
    Event,
    EventState,
    Evidence,
    Figure,
    Link,
    Member,
    Mode,
    Origin,
    Origins,
    Polarity,
    Position,
    Reading,
    SourceKind,
    Speaker,
    Stance,
    Statement,
    Status,
    StatusChange,
    Strength,
    Support,
)
from onrecord.questions import changes, figures, origins, positions, search, sources, status, timeline
from onrecord.questions.rows import (
    Candidate,
    ClaimText,
    Difference,
    FigureClaim,
    Hit,
    Novelty,
    Passage,
    Share,
    SourceUse,
)

HOSTILE = "\x1b[31mred\x1b]0;owned\x07 [bold red]no markup[/] \u202egnorw\u202c \x9b5m\r\x7f\x08"

TEXT = "The harbour closes, the mayor of Tarn said. If it rains, it floods."
"""Say who, and on what condition."""


def evidence(
    statement: str = "s-one1",
    text: str = "The harbour closes",
    outlet: str | None = "The Tarn Gull",
    day: str = "2031-03-02",
) -> Evidence:
    return Evidence(
        statement=statement, article=f"gull-{statement}", start=0, end=len(text), outlet=outlet, day=day, text=text
    )


FIRST = evidence()
REPRINT = evidence("s-two2", outlet="Lowland Wire", day="2031-03-03")
LOOSE = evidence("s-four", "Boats leave the harbour for good", "Dune Radio", "2031-03-05")
DENIAL = evidence("s-three", "Nothing closes", "Tarn Bugle", "2031-03-04")


def claim(text: str = "The harbour closes") -> Claim:
    members = (
        Member(stance=Stance.SAYS, evidence=FIRST, on_whose_word=("mayor of Tarn",)),
        Member(stance=Stance.SAYS, evidence=REPRINT, on_whose_word=("The Tarn Gull", "mayor of Tarn")),
        Member(stance=Stance.SAYS, evidence=LOOSE, on_whose_word=()),
        Member(stance=Stance.DENIES, evidence=DENIAL, on_whose_word=("harbour board",)),
    )
    back = Derivation(
        source="s-two2",
        target="s-one1",
        kind=DerivationKind.CITES,
        strength=Strength.SUSPECTED,
        reason="names the Gull",
    )
    root = Origin(name="mayor of Tarn", basis=True, statements=("s-one1", "s-two2"))
    return Claim(
        id="c-harbour",
        text=text,
        proposal=True,
        members=members,
        origins=Origins(low=1, high=2, reasons=("one mayor",), roots=(root,), derivations=(back,)),
        history=(
            StatusChange(date="2031-03-02", status=Status.SINGLE_ORIGIN, because=("s-one1",), reason="only the mayor"),
            StatusChange(date="2031-03-04", status=Status.DISPUTED, because=("s-three",), reason="the board objects"),
        ),
    )


def status_answer(text: str = "The harbour closes") -> status.Answer:
    return status.Answer(
        about="harbour",
        claim=claim(text),
        lacks=("pier",),
        status=Status.DISPUTED,
        evidence=(FIRST, DENIAL),
        others=(Candidate(id="c-other", text="The lighthouse stays", score=0.5),),
        as_of=None,
        story=None,
    )


def no_status() -> status.Answer:
    return status.Answer(about="x", claim=None, lacks=(), status=None, evidence=(), others=(), as_of=None, story=None)


def origins_answer(text: str = "The harbour closes") -> origins.Answer:
    return origins.Answer(about="harbour", claim=claim(text), lacks=(), others=(), as_of=None, story=None)


def positions_answer(name: str = "Odo Brask") -> positions.Answer:
    def position(stance: Support, day: str, said_by: str | None = None) -> Position:
        actor = Actor(name=name, kind=SourceKind.PERSON)
        read = evidence(day=day)
        return Position(actor=actor, claim="c-harbour", stance=stance, date=day, said_by=said_by, evidence=(read,))

    found = (
        position(Support.WARY, "2031-03-02"),
        position(Support.WARY, "2031-03-03"),
        position(Support.SUPPORTS, "2031-03-09", "harbour board"),
    )
    texts = (ClaimText(id="c-harbour", text="The harbour closes"),)
    return positions.Answer(about=None, positions=found, proposals=texts, as_of=None, story=None)


def figures_answer(measure: str = "boats in the harbour") -> figures.Answer:
    def figure(key: str, low: float, conflicts: tuple[str, ...], read: Evidence) -> Figure:
        read = replace(read, text=f"{low:,} boats")
        return Figure(
            id=key,
            measure=measure,
            low=low,
            high=None,
            bound=Bound.MORE,
            unit="boat",
            time="2031-03/..",
            said_by="mayor of Tarn",
            evidence=read,
            conflicts=conflicts,
        )

    found = (
        figure("f-1", 1500, ("f-3",), FIRST),
        figure("f-2", 1500, ("f-3",), REPRINT),
    )
    denied = figure("f-3", 90, ("f-1", "f-2"), DENIAL)
    inside = tuple(
        FigureClaim(figure=key, claim="c-harbour", text="The harbour closes", said="The harbour with its boats closes")
        for key in ("f-1", "f-2")
    )
    return figures.Answer(
        about=None,
        figures=found,
        others=(denied,),
        claims=inside,
        distinct=1,
        contradicted=1,
        as_of=None,
        story=None,
    )


def timeline_answer(text: str = "The harbour closes in May") -> timeline.Answer:
    told = (evidence(text=text), evidence("s-two2", text, "Lowland Wire"), evidence("s-five5", "put off until autumn"))
    states = ((EventState.PLANNED, "2031-05"), (EventState.PLANNED, "2031-05"), (EventState.SLIPPED, "../2031-23"))
    events = (
        Event(edtf=edtf, state=state, claim="c-harbour", evidence=read)
        for (state, edtf), read in zip(states, told, strict=True)
    )
    return timeline.Answer(about=None, events=tuple(events), claims=(), as_of=None, story=None)


def sources_answer(name: str = "a man on the pier") -> sources.Answer:
    read = tuple(evidence(f"s-{number}", f"place {number}") for number in range(5))
    uses = (
        SourceUse(outlet="The Tarn Gull", name=name, kind=SourceKind.UNNAMED, named=False, statements=5, evidence=read),
    )
    shares = (
        Share(outlet="The Tarn Gull", named=1, unnamed=4, share=0.2, own=3),
        Share(outlet="Dune Radio", named=0, unnamed=0, share=None, own=1),
    )
    return sources.Answer(about=None, sources=uses, shares=shares, as_of=None, story=None)


def changes_answer(what: str = "The harbour closes") -> changes.Answer:
    old, new = (
        Passage(article=article, start=0, end=5, outlet="The Tarn Gull", day="2031-03-02", text=text)
        for article, text in (("gull-1", "It closes."), ("gull-2", "It may close."))
    )
    said = replace(FIRST, text=what)
    found = (
        Difference(kind=Novelty.VERSION, what="The Tarn Gull", removed=(old,) * 5, added=(new,)),
        Difference(kind=Novelty.CLAIM, what=what, claim="c-new", evidence=(said,)),
        Difference(kind=Novelty.CLAIM, what="Gulls cry", claim="c-gulls", evidence=(FIRST,), minor=True),
        Difference(kind=Novelty.STATUS, what=what, after="single-origin", claim="c-new", evidence=(said,)),
        Difference(
            kind=Novelty.STATUS, what=what, before="open", after="denied", claim="c-harbour", evidence=(DENIAL,)
        ),
    )
    return changes.Answer(since="2031-03-01", until=None, story_time=True, changes=found, story=None)


def search_answer(speaker: str = "mayor of Tarn") -> search.Answer:
    hit = Hit(statement="s-one1", claim=None, speaker=speaker, act=Acts.ASSERTS, score=2.0, evidence=FIRST)
    spelled = (("Brask", "Brasque"), ("harbour",))
    return search.Answer(about="harbour", hits=(hit,), spellings=spelled, as_of=None, story=None)


def article(headline: str = "Harbour to close") -> Article:
    return Article(id="gull-1", text=TEXT, outlet="The Tarn Gull", published="2031-03-02", headline=headline)


def reading() -> Reading:
    said = Statement(
        id="s-said",
        content=((0, 18),),
        source=((20, 37),),
        cue=((38, 42),),
        mode=Mode.INDIRECT,
        act=Acts.ASSERTS,
        certainty=Certainty.CERTAIN,
        polarity=Polarity.POSITIVE,
        assertions=(_assertion(0, 18, Acts.PLANS),),
        speaker=Speaker(name="mayor of Tarn", kind=SourceKind.OFFICIAL),
        chain=(
            Link(name="Lowland Wire", kind=SourceKind.OUTLET, named=True),
            Link(name="mayor of Tarn", kind=SourceKind.OFFICIAL, named=False, span=(20, 37)),
        ),
        hedges=((4, 11),),
        confidence=0.75,
    )
    own = Statement(
        id="s-own",
        content=((44, 67),),
        condition=((44, 55),),
        mode=Mode.OWN,
        act=Acts.WARNS,
        certainty=Certainty.POSSIBLE,
        polarity=Polarity.POSITIVE,
        assertions=(_assertion(44, 67, Acts.WARNS, Certainty.POSSIBLE),),
    )
    blocks = (Block(kind=BlockKind.CAPTION, start=0, end=43), Block(kind=BlockKind.PARAGRAPH, start=44, end=67))
    return Reading(reader="by hand", language="en", blocks=blocks, statements=(said, own))


def _assertion(start: int, end: int, act: Acts, certainty: Certainty = Certainty.CERTAIN) -> Assertion:
    return Assertion(start=start, end=end, act=act, certainty=certainty, polarity=Polarity.POSITIVE)
