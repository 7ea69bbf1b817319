"""What a member of a claim goes back to: a statement in the ledger, or a name outside it; evident or suspected."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from onrecord.linking.claims import likeness
from onrecord.linking.identities import Identities
from onrecord.linking.units import Unit
from onrecord.model import Derivation, DerivationKind, Judgement, Link, SourceKind, Strength

_SOURCES_OF = re.compile(r"(?:[Tt]he\s+)?(?P<outlet>[A-Z].*?)[’']s?\s+(?:own\s+)?sources$")
_BY = re.compile(r"\b(?:by|from)\s+(?P<author>(?:the\s+)?[A-Z].*)$")
"""Whose document it is: a memo by a ministry is the ministry's word."""

_HEARSAY = re.compile(r"\b(?:reports?|newspapers?|media|outlets?|press|broadcasters?|tabloids?)\b", re.IGNORECASE)
_SPEAKERS = frozenset({SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.DOCUMENT, SourceKind.LEAK})
_NAMELESS = frozenset({SourceKind.OFFICIAL, SourceKind.UNNAMED, SourceKind.ORGANISATION})
_KIND_OF_VERDICT = {
    "version": DerivationKind.SAME_WORDS,
    "same words": DerivationKind.SAME_WORDS,
    "wire credit": DerivationKind.WIRE_CREDIT,
    "same": DerivationKind.SAME_WORDS,
}


def derive(
    members: Sequence[Unit],
    wording: Mapping[tuple[str, str], Judgement],
    identities: Identities,
    spokes: Mapping[str, str],
) -> tuple[Derivation, ...]:
    """The derivations among the members of one claim, in the order of the members.

    `wording` are the judgements on pairs of articles (later, earlier); `identities` give a name's entity, `spokes`
    the body for which a spokesperson speaks.
    """
    ordered = sorted(members, key=lambda unit: unit.order)
    found: dict[tuple[str, str, DerivationKind], Derivation] = {}
    for index, unit in enumerate(ordered):
        for edge in _edges(unit, ordered[:index], wording, identities, spokes):
            if edge.source != edge.target:  # a verbatim copy has the very same statement
                found.setdefault((edge.source, edge.target, edge.kind), edge)
    return tuple(found.values())


def _edges(
    unit: Unit,
    earlier: Sequence[Unit],
    wording: Mapping[tuple[str, str], Judgement],
    identities: Identities,
    spokes: Mapping[str, str],
) -> Iterator[Derivation]:
    yield from _reprints(unit, earlier, wording)
    yield from _citations(unit, earlier)
    yield from _speakers(unit, identities, spokes)
    yield from _hearsay(unit, earlier)
    yield from _unnamed(unit, earlier)


def _reprints(
    unit: Unit, earlier: Sequence[Unit], wording: Mapping[tuple[str, str], Judgement]
) -> Iterator[Derivation]:
    """Where the articles share their words: from the sentence to its likest in each of them."""
    likest: dict[str, Unit] = {}
    for other in earlier:
        if (unit.article, other.article) in wording:
            best = likest.setdefault(other.article, other)
            likest[other.article] = max(best, other, key=lambda o: likeness(unit, o))
    for article, other in likest.items():
        judgement = wording[unit.article, article]
        kind = _KIND_OF_VERDICT[judgement.verdict]
        yield _edge(unit, other.statement.id, kind, judgement.strength, judgement.reason)


def _citations(unit: Unit, earlier: Sequence[Unit]) -> Iterator[Derivation]:
    """An outlet in the chain: the statement of that outlet where the ledger has it, else the outlet's name."""
    for link in unit.statement.chain:
        name = _outlet_in(link)
        if name is None or unit.record.article.is_by(name):
            continue
        cited = next((other for other in earlier if other.record.article.is_by(name)), None)
        if cited:
            reason = f"cites {name}, which says it on {cited.day}"
            yield _edge(unit, cited.statement.id, DerivationKind.CITES, Strength.EVIDENT, reason)
        else:
            reason = f"cites {name}, whose report isn't in the ledger"
            yield _edge(unit, name, DerivationKind.CITES, Strength.EVIDENT, reason)


def _outlet_in(link: Link) -> str | None:
    """The outlet that a link names: itself, or whose sources they are ("the Herald's sources")."""
    if link.kind is SourceKind.OUTLET:
        return link.name
    owner = _SOURCES_OF.match(link.name)
    return owner["outlet"] if owner else None


def _speakers(unit: Unit, identities: Identities, spokes: Mapping[str, str]) -> Iterator[Derivation]:
    """The innermost named source: whoever reports what the same speaker says goes back to that speaker."""
    link = _innermost(unit)
    if link is None or link.kind not in _SPEAKERS | {SourceKind.OFFICIAL}:
        return
    author = _BY.search(link.name) if link.kind is SourceKind.DOCUMENT else None
    if author or (link.named and link.kind in _SPEAKERS):
        said = author["author"] if author else link.name
        name = identities.name_of(spokes.get(said, said))
        yield _edge(unit, name, DerivationKind.CITES, Strength.EVIDENT, f"on the word of {name}")
    state = identities.state_of(link.name)
    if state and state != identities.name_of(link.name):
        reason = f"{link.name} speaks for {state}, whose bodies may have it from one another"
        yield _edge(unit, state, DerivationKind.CITES, Strength.SUSPECTED, reason)


def _hearsay(unit: Unit, earlier: Sequence[Unit]) -> Iterator[Derivation]:
    """“According to reports”, or no basis at all, after others had it: suspected to go back to the first of them."""
    first = next((other for other in earlier if other.document != unit.document and other.gives_basis), None)
    if first is None or any(link.kind is SourceKind.OUTLET for link in unit.statement.chain):
        return
    said = f"{first.outlet or first.article} had it on {first.day}"
    link = _innermost(unit)
    if link and not link.named and _HEARSAY.search(link.name):
        reason = f"rests on “{link.name}”, and {said}"
        yield _edge(unit, first.statement.id, DerivationKind.CITES, Strength.SUSPECTED, reason)
    elif not unit.gives_basis:
        reason = f"gives no basis, and {said}"
        yield _edge(unit, first.statement.id, DerivationKind.SAME_WORDS, Strength.SUSPECTED, reason)


def _unnamed(unit: Unit, earlier: Sequence[Unit]) -> Iterator[Derivation]:
    """Two sources without a name that say the same on one day may be one."""
    link = _innermost(unit)
    if link is None or link.named or link.kind not in _NAMELESS or _HEARSAY.search(link.name):
        return
    for other in earlier:
        theirs = _innermost(other)
        alike = theirs is not None and not theirs.named and theirs.kind in _NAMELESS
        if alike and other.day == unit.day and other.document != unit.document:
            reason = f"neither names its source, and both have it on {unit.day}"
            yield _edge(unit, other.statement.id, DerivationKind.SAME_UTTERANCE, Strength.SUSPECTED, reason)
            return


def _innermost(unit: Unit) -> Link | None:
    return unit.statement.chain[-1] if unit.statement.chain else None


def _edge(unit: Unit, target: str, kind: DerivationKind, strength: Strength, reason: str) -> Derivation:
    return Derivation(source=unit.statement.id, target=target, kind=kind, strength=strength, reason=reason)
