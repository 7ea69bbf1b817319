"""Whom the reporting rests on, outlet by outlet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.ledger import Ledger
from onrecord.linking.projection import Projection
from onrecord.model import Evidence, Link, Mode, Record, SourceKind, Statement
from onrecord.questions.evidence import at, statements, whole
from onrecord.questions.matching import claims_about
from onrecord.questions.names import Names
from onrecord.questions.rows import Share, SourceUse
from onrecord.questions.standing import standing
from onrecord.questions.table import TRACE, Table, trace

NAMED = frozenset({SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.OUTLET, SourceKind.DOCUMENT})
"""Kinds of speaker that have a name of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The sources of statements: people, bodies, outlets, officials, documents; every link of every chain.

    An outlet speaking for itself isn't a source. A sentence that a later version repeats counts once.

    about: what was asked about, as it was asked; None for all statements.
    sources: by outlet, the most used first. Empty if there are none.
    shares: for each outlet, how much goes back to named and to unnamed sources, and how much it says on its own.
    as_of: the date by which it was known, as asked; None for now.
    story: the story that was asked of; None for all.
    """

    about: str | None
    sources: tuple[SourceUse, ...]
    shares: tuple[Share, ...]
    as_of: str | None
    story: str | None

    def table(self) -> Table:
        """One row for each place in which an outlet names a source."""
        columns = ("source", "kind", "named", "statements", "outlet_named_share", "outlet_own_voice", *TRACE)
        share = {share.outlet: (share.share, share.own) for share in self.shares}
        rows = (
            (use.name, use.kind.value, use.named, use.statements, *share[use.outlet], *trace(evidence))
            for use in self.sources
            for evidence in use.evidence
        )
        return Table(columns=columns, rows=tuple(rows))


def ask(ledger: Ledger, about: str | None = None, *, as_of: str | None = None, story: str | None = None) -> Answer:
    """The sources of all statements, or of those in the claims that `about` (an id or free text) fits."""
    projection = standing(ledger, as_of=as_of, story=story)
    wanted = None
    if about is not None:
        claims = claims_about(projection, ledger, about, as_of=as_of, story=story)
        wanted = {(m.evidence.statement, m.evidence.article) for claim in claims for m in claim.members}
    told = [
        (record, statement, _chain(record, statement))
        for record, statement in _once(projection)
        if wanted is None or (statement.id, record.article.id) in wanted
    ]
    names = Names(projection)
    sourced = [one for one in told if one[2]]
    own = Counter(names.outlet(r.article.outlet) for r, statement, chain in told if _is_own(statement, chain))
    return Answer(
        about=about, sources=_uses(sourced, names), shares=_shares(sourced, own, names), as_of=as_of, story=story
    )


_Chained = tuple[Record, Statement, tuple[Link, ...]]


def _once(projection: Projection) -> Iterator[tuple[Record, Statement]]:
    seen = set()
    for record, statement in statements(projection):
        lineage = record.version_of or record.article.id
        said = (lineage, tuple(record.article.text[start:end] for start, end in statement.content))
        if said not in seen:
            seen.add(said)
            yield record, statement


def _is_own(statement: Statement, chain: tuple[Link, ...]) -> bool:
    """Whether the outlet gives it on nobody's word but its own."""
    return not chain and (statement.mode is Mode.OWN or bool(_resolved(statement)))


def _chain(record: Record, statement: Statement) -> tuple[Link, ...]:
    """Whose word it is on, the publishing outlet itself left out."""
    links = statement.chain if statement.mode is Mode.OWN else _resolved(statement)
    article = record.article
    return tuple(link for link in links if not (link.kind is SourceKind.OUTLET and article.is_by(link.name)))


def _resolved(statement: Statement) -> tuple[Link, ...]:
    """The chain with the speaker in place of the pronoun or description that the source span holds."""
    speaker = statement.speaker
    if speaker is None or any(link.name == speaker.name for link in statement.chain):
        return statement.chain
    own = statement.source[0] if statement.source else None
    resolved = Link(name=speaker.name, kind=speaker.kind, named=speaker.kind in NAMED, span=own)
    if not statement.chain:
        return (resolved,)
    vague = (not link.named and link.span == own and own is not None for link in statement.chain)
    return tuple(resolved if swap else link for link, swap in zip(statement.chain, vague, strict=True))


def _uses(chains: Sequence[_Chained], names: Names) -> tuple[SourceUse, ...]:
    places: defaultdict[tuple[str | None, str, SourceKind, bool], list[Evidence]] = defaultdict(list)
    for record, statement, chain in chains:
        for link in chain:
            places[names.outlet(record.article.outlet), *names.source(link)].append(_named_at(record, statement, link))
    uses = (
        SourceUse(
            outlet=outlet,
            name=name,
            kind=kind,
            named=named,
            statements=len({(place.statement, place.article) for place in found}),
            evidence=tuple(found),
        )
        for (outlet, name, kind, named), found in places.items()
    )
    return tuple(sorted(uses, key=lambda use: (use.outlet or "", -use.statements, use.name, use.kind, use.named)))


def _named_at(record: Record, statement: Statement, link: Link) -> Evidence:
    span = link.span or next(iter(statement.source), None)
    return at(record, statement, *span) if span else whole(record, statement)


def _shares(chains: Sequence[_Chained], own: Counter[str | None], names: Names) -> tuple[Share, ...]:
    counts = Counter((names.outlet(record.article.outlet), chain[-1].named) for record, _, chain in chains)
    outlets = sorted({outlet for outlet, _ in counts} | set(own), key=lambda outlet: outlet or "")
    return tuple(_share(outlet, counts[outlet, True], counts[outlet, False], own[outlet]) for outlet in outlets)


def _share(outlet: str | None, named: int, unnamed: int, own: int) -> Share:
    share = named / (named + unnamed) if named or unnamed else None
    return Share(outlet=outlet, named=named, unnamed=unnamed, share=share, own=own)
