"""A small invented story in five articles, and what it amounts to, put together by hand from the records at hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.ledger import Ledger
from onrecord.linking.projection import Projection
from onrecord.model import (
    Act,
    Actor,
    Article,
    Assertion,
    Bound,
    Certainty,
    Claim,
    Decision,
    Derivation,
    DerivationKind,
    Entity,
    EntityKind,
    Event,
    EventState,
    Evidence,
    Figure,
    Judgement,
    Link,
    Member,
    Mode,
    Origin,
    Origins,
    Polarity,
    Position,
    Quantity,
    Raw,
    Reading,
    Record,
    SourceKind,
    Speaker,
    Stance,
    Statement,
    Status,
    StatusChange,
    Strength,
    Support,
    Time,
    TimeType,
    sha256,
    statement_id,
)

URL = "https://courier.example/ferry"
FERRY = "c-00000000fe11"
JOBS = "c-0000000000b5"
TOWER = "c-00000000704e"

ARTICLES = (
    Article(
        id="courier-1",
        outlet="Tarn Courier",
        url=URL,
        headline="Ferry to sail",
        published="2031-05-01",
        story="ferry",
        text="Ferry to sail\nThe ferry will sail again in June, said Ilva Öst. "
        "About 40 jobs depend on it, two officials said.",
        raw=Raw(content=b"<p>Ferry</p>", media_type="text/html"),
    ),
    Article(
        id="post-1",
        outlet="Skerry Post",
        published="2031-05-02",
        story="ferry",
        text="The ferry will sail in June, the Tarn Courier reported. No boat will sail, the council said. "
        "Ilva Oest supports the ferry.",
    ),
    Article(
        id="courier-2",
        outlet="Tarn Courier",
        url=URL,
        headline="Ferry may sail",
        published="2031-05-01",
        modified="2031-05-03",
        story="ferry",
        text="Ferry to sail\nThe ferry may sail again in June, said Ilva Öst. "
        "About 60 jobs depend on it, two officials said.",
    ),
    Article(
        id="blatt-1", outlet="Inselblatt", published="2031-05-04", story="ferry", text="Die Fähre soll wieder fahren."
    ),
    Article(
        id="post-2",
        outlet="Skerry Post",
        published="2031-05-05",
        story="tower",
        text="The radio tower fell over in April, the Post has learnt.",
    ),
)


@dataclass(frozen=True, kw_only=True)
class Said:
    article: str
    content: str
    claim: str
    source: str | None = None
    speaker: Speaker | None = None
    chain: tuple[Link, ...] = ()
    stance: Stance = Stance.SAYS


OEST = Speaker(name="Ilva Öst", kind=SourceKind.PERSON)
COUNCIL = Speaker(name="Tarn council", kind=SourceKind.ORGANISATION)
OFFICIALS = (Link(name="two officials", kind=SourceKind.OFFICIAL, named=False),)
COURIER = (Link(name="Tarn Courier", kind=SourceKind.OUTLET, named=True),)

TABLE = (
    Said(
        article="courier-1", content="The ferry will sail again in June", claim=FERRY, source="Ilva Öst", speaker=OEST
    ),
    Said(
        article="courier-1", content="About 40 jobs depend on it", claim=JOBS, source="two officials", chain=OFFICIALS
    ),
    Said(
        article="post-1", content="The ferry will sail in June", claim=FERRY, source="the Tarn Courier", chain=COURIER
    ),
    Said(
        article="post-1",
        content="No boat will sail",
        claim=FERRY,
        source="the council",
        speaker=COUNCIL,
        stance=Stance.DENIES,
    ),
    Said(article="post-1", content="supports the ferry", claim=FERRY, source="Ilva Oest", speaker=OEST),
    Said(article="courier-2", content="The ferry may sail again in June", claim=FERRY, source="Ilva Öst", speaker=OEST),
    Said(
        article="courier-2", content="About 60 jobs depend on it", claim=JOBS, source="two officials", chain=OFFICIALS
    ),
    Said(article="post-2", content="The radio tower fell over in April", claim=TOWER),
)


def fill(ledger: Ledger, articles: Iterable[Article] = ARTICLES, recorded: str | None = None) -> None:
    """Add articles with their readings, recorded by default on the day they are known, at noon."""
    for article in articles:
        moment = recorded or f"{article.modified or article.published}T12:00:00Z"
        ledger.add_article(article, recorded=moment)
        ledger.add_reading(article.id, reading(article), recorded=moment)


def reading(article: Article) -> Reading:
    said = [said for said in TABLE if said.article == article.id]
    return Reading(
        reader="reader-1",
        language="en" if said else "de",
        statements=tuple(_statement(article, one) for one in said),
        times=tuple(
            Time(start=at, end=at + 4, type=TimeType.DATE, timex="2031-06", edtf="2031-06")
            for at in [article.text.find("June")]
            if at >= 0
        ),
        quantities=tuple(
            Quantity(start=at, end=at + 8, low=40, high=40, bound=Bound.ABOUT, unit="job", of="jobs")
            for at in [article.text.find("About 40")]
            if at >= 0
        ),
        unread=None if said else "it is in German",
    )


def project(records: Sequence[Record], judgements: Sequence[Judgement], decisions: Sequence[Decision]) -> Projection:
    """Claims, positions, figures and events of `TABLE`, as far as their articles are among the records."""
    members: dict[str, list[Member]] = {}
    for record in records:
        for said, statement in zip(_said_in(record), record.reading.statements, strict=True):
            members.setdefault(said.claim, []).append(_member(record, said, statement))
    claims = [_claim(claim, found) for claim, found in members.items()]
    return Projection(
        records=tuple(records),
        entities=_entities(records),
        claims=tuple(claims),
        derivations=tuple(derivation for claim in claims for derivation in claim.origins.derivations),
        positions=tuple(_positions(members.get(FERRY, []))),
        figures=tuple(_figures(members.get(JOBS, []))),
        events=tuple(_events(claims)),
    )


def _said_in(record: Record) -> list[Said]:
    return [said for said in TABLE if said.article == record.article.id]


def _statement(article: Article, said: Said) -> Statement:
    content = _find(article.text, said.content)
    source = (_find(article.text, said.source),) if said.source else ()
    return Statement(
        id=statement_id(sha256(article.text.encode()), source, (), (content,)),
        content=(content,),
        mode=Mode.INDIRECT if said.source else Mode.OWN,
        act=Act.ASSERTS,
        certainty=Certainty.CERTAIN,
        polarity=Polarity.POSITIVE,
        assertions=(
            Assertion(
                start=content[0],
                end=content[1],
                act=Act.ASSERTS,
                certainty=Certainty.CERTAIN,
                polarity=Polarity.POSITIVE,
            ),
        ),
        source=source,
        speaker=said.speaker,
        chain=said.chain,
    )


def _find(text: str, quote: str) -> tuple[int, int]:
    start = text.index(quote)
    return start, start + len(quote)


def _member(record: Record, said: Said, statement: Statement) -> Member:
    start, end = statement.content[0]
    evidence = Evidence(
        statement=statement.id,
        article=record.article.id,
        start=start,
        end=end,
        outlet=record.article.outlet,
        day=record.known[:10],
        text=record.article.text[start:end],
    )
    word = (said.speaker.name,) if said.speaker else tuple(link.name for link in said.chain)
    return Member(stance=said.stance, evidence=evidence, on_whose_word=word)


def _claim(claim: str, members: list[Member]) -> Claim:
    first, *later = members
    said = [member.evidence for member in members if member.stance is Stance.SAYS]
    cites = tuple(
        Derivation(
            source=evidence.statement,
            target=first.evidence.statement,
            kind=DerivationKind.CITES,
            strength=Strength.EVIDENT,
            reason="names the Courier",
        )
        for evidence in said
        if evidence.text == "The ferry will sail in June"
    )
    root = Origin(name=(*first.on_whose_word, "?")[0], basis=True, statements=tuple(one.statement for one in said[:2]))
    history = [StatusChange(date=first.evidence.day, status=Status.SINGLE_ORIGIN, because=(), reason="one origin")]
    history += [
        StatusChange(
            date=member.evidence.day,
            status=Status.DISPUTED,
            because=(first.evidence.statement, member.evidence.statement),
            reason="the council denies it",
        )
        for member in later
        if member.stance is Stance.DENIES
    ]
    return Claim(
        id=claim,
        text=first.evidence.text,
        proposal=claim == FERRY,
        members=tuple(members),
        origins=Origins(low=1, high=2, reasons=("one speaker",), roots=(root,), derivations=cites),
        history=tuple(history),
    )


def _entities(records: Sequence[Record]) -> tuple[Entity, ...]:
    mentions = tuple(
        (record.article.id, at, at + len(variant))
        for record in records
        for variant in ("Ilva Öst", "Ilva Oest")
        if (at := record.article.text.find(variant)) >= 0
    )
    oest = Entity(
        id="e-1",
        name="Ilva Öst",
        kind=EntityKind.PERSON,
        variants=("Ilva Oest", "Ilva Öst"),
        reasons=("one is the other spelt out",),
        mentions=mentions,
    )
    return (oest,) if mentions else ()


def _positions(members: list[Member]) -> Iterable[Position]:
    stances = {"No boat will sail": Support.OPPOSES, "supports the ferry": Support.SUPPORTS}
    stances |= {"The ferry may sail again in June": Support.WARY}
    for member in members:
        if stance := stances.get(member.evidence.text):
            actor = Actor(name=member.on_whose_word[0], kind=SourceKind.PERSON)
            yield Position(
                actor=actor,
                claim=FERRY,
                stance=stance,
                date=member.evidence.day,
                said_by=None,
                evidence=(member.evidence,),
            )


def _figures(members: list[Member]) -> Iterable[Figure]:
    for member in members:
        number = float(member.evidence.text.split()[1])
        yield Figure(
            id=f"f-{number:g}",
            measure="jobs that depend on the ferry",
            low=number,
            high=number,
            bound=Bound.ABOUT,
            unit="job",
            time=None,
            said_by=member.on_whose_word[0],
            evidence=member.evidence,
            conflicts=tuple(f"f-{other}" for other in (40, 60) if other != number and len(members) > 1),
        )


def _events(claims: list[Claim]) -> Iterable[Event]:
    for claim in claims:
        dated = {FERRY: ("2031-06", EventState.PLANNED), TOWER: ("2031-04", EventState.HAPPENED)}
        if claim.id in dated:
            edtf, state = dated[claim.id]
            yield Event(edtf=edtf, state=state, claim=claim.id, evidence=claim.members[0].evidence)
