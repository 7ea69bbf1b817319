"""What two standings of a ledger differ in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from onrecord.linking.projection import Projection
from onrecord.model import Claim, Evidence, Figure, Mode, Position, Record
from onrecord.questions.amounts import amount
from onrecord.questions.evidence import claims_of_figures, of_statements, statements
from onrecord.questions.families import families
from onrecord.questions.rows import Difference, Novelty
from onrecord.questions.spellings import folded
from onrecord.questions.versions import compare, first_line


def differences(before: Projection, after: Projection) -> tuple[Difference, ...]:
    """Articles and versions, new claims, changed statuses, moved positions, new and revised figures, in this order."""
    earlier = _earlier_claims(before, after)
    return (
        *_articles(before, after),
        *_claims(before, after, earlier),
        *_statuses(after, earlier),
        *_positions(before, after, earlier),
        *_figures(before, after),
    )


_Place = tuple[str, int, int]


def _earlier_claims(before: Projection, after: Projection) -> dict[str, Claim]:
    """What the claims of `after`, by id, were before: of the same id, or else with the most members in common."""
    by_id = {claim.id: claim for claim in before.claims}
    by_place = {_place(member.evidence): claim.id for claim in before.claims for member in claim.members}
    earlier = {}
    for claim in after.claims:
        shared = Counter(by_place[p] for m in claim.members if (p := _place(m.evidence)) in by_place)
        found = claim.id if claim.id in by_id else min(shared, key=lambda other: (-shared[other], other), default=None)
        if found is not None:
            earlier[claim.id] = by_id[found]
    return earlier


def _place(evidence: Evidence) -> _Place:
    return evidence.article, evidence.start, evidence.end


def _articles(before: Projection, after: Projection) -> Iterator[Difference]:
    known = {record.article.id for record in before.records}
    latest: dict[str, Record] = {}
    for record in after.records:
        article = record.article
        lineage = record.version_of or article.id
        if article.id not in known:
            yield _version(latest[lineage], record) if lineage in latest else _article(record)
        latest[lineage] = record


def _article(record: Record) -> Difference:
    unread = record.reading.unread
    return Difference(
        kind=Novelty.ARTICLE, what=_called(record), after=unread and f"not read: {unread}", added=first_line(record)
    )


def _version(old: Record, new: Record) -> Difference:
    removed, added = compare(old, new)
    return Difference(
        kind=Novelty.VERSION,
        what=_called(new),
        before=old.article.id,
        after=new.article.id,
        removed=removed,
        added=added,
    )


def _called(record: Record) -> str:
    article = record.article
    return ": ".join(filter(None, (article.outlet, article.headline or article.url or article.id)))


def _claims(before: Projection, after: Projection, earlier: dict[str, Claim]) -> Iterator[Difference]:
    known = [_padded(record.article.text) for record in before.records]
    family = families(after)
    own = {(s.id, r.article.id): family[r.article.id] for r, s in statements(after) if s.mode is Mode.OWN}
    for claim in after.claims:
        if claim.id not in earlier:
            yield Difference(
                kind=Novelty.CLAIM,
                what=claim.text,
                claim=claim.id,
                evidence=tuple(member.evidence for member in claim.members[:1]),
                minor=_is_aside(claim, own) or _is_repeated(claim, known),
            )


def _is_aside(claim: Claim, own: Mapping[tuple[str, str], str]) -> bool:
    """Whether one document alone makes it, with its versions and reprints, in the outlet's own voice."""
    told = {own.get((member.evidence.statement, member.evidence.article)) for member in claim.members}
    return len(told) == 1 and None not in told


def _is_repeated(claim: Claim, known: list[str]) -> bool:
    """Whether all its members stand word for word in articles that were known before."""
    told = {_padded(member.evidence.text) for member in claim.members}
    return all(any(words in text for text in known) for words in told)


def _padded(text: str) -> str:
    return f" {' '.join(folded(text))} "


def _statuses(after: Projection, earlier: dict[str, Claim]) -> Iterator[Difference]:
    for claim in after.claims:
        was = earlier[claim.id].status.value if claim.id in earlier else None
        if was != claim.status.value:
            yield Difference(
                kind=Novelty.STATUS,
                what=claim.text,
                before=was,
                after=claim.status.value,
                claim=claim.id,
                evidence=of_statements(after, claim, claim.history[-1].because),
            )


def _positions(before: Projection, after: Projection, earlier: dict[str, Claim]) -> Iterator[Difference]:
    now_called = {claim.id: claim_id for claim_id, claim in earlier.items()}
    was = _held(before.positions, now_called)
    texts = {claim.id: claim.text for claim in after.claims}
    for holder, position in _held(after.positions, {}).items():
        old = was.get(holder)
        if old is None or old.stance is not position.stance:
            said = f" (says {position.said_by})" if position.said_by else ""
            yield Difference(
                kind=Novelty.POSITION,
                what=f"{position.actor.name}{said}: {texts.get(position.claim, position.claim)}",
                before=None if old is None else old.stance.value,
                after=position.stance.value,
                claim=position.claim,
                evidence=position.evidence,
            )


def _held(positions: tuple[Position, ...], now_called: dict[str, str]) -> dict[tuple[str, ...], Position]:
    """The latest position of each actor on each proposal; what others pass on is kept apart."""
    ordered = sorted(positions, key=lambda position: position.date)
    return {(p.actor.name, p.actor.kind, now_called.get(p.claim, p.claim), p.said_by or ""): p for p in ordered}


def _figures(before: Projection, after: Projection) -> Iterator[Difference]:
    known = {_figure_place(figure) for figure in before.figures}
    home = {found.figure: found.claim for found in claims_of_figures(after, after.figures)}
    was = {_series(figure): figure for figure in before.figures}
    for figure in after.figures:
        old = was.get(_series(figure))
        if _figure_place(figure) not in known and (old is None or _value(old) != _value(figure)):
            yield Difference(
                kind=Novelty.FIGURE,
                what=f"{figure.measure} ({figure.said_by})",
                before=None if old is None else amount(old),
                after=amount(figure),
                claim=home.get(figure.id),
                evidence=(figure.evidence,),
            )
        was[_series(figure)] = figure


def _series(figure: Figure) -> tuple[str | None, ...]:
    return figure.measure, figure.unit, figure.time, figure.said_by


def _value(figure: Figure) -> tuple[float | str | None, ...]:
    return figure.low, figure.high, figure.bound


def _figure_place(figure: Figure) -> _Place:
    return _place(figure.evidence)
