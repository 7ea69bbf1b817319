"""How many independent origins a claim has: the design's [low, high], with the roots and the reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.linking.units import Unit
from onrecord.model import Derivation, Mode, Origin, Origins, Strength


def count_origins(saying: Sequence[Unit], derivations: Sequence[Derivation]) -> Origins:
    """Origins among the members that say the claim.

    Low: connected components after evident and suspected derivations, without those that give no basis. High: after
    the evident ones only, with them.
    """
    based = [unit for unit in saying if unit.gives_basis]
    known = {unit.statement.id for unit in saying}
    about = [d for d in derivations if d.source in known]
    evident = [d for d in about if d.strength is Strength.EVIDENT]
    low_parts = _components(based, about)
    high_parts = _components(saying, evident)
    return Origins(
        low=len(low_parts),
        high=max(len(high_parts), len(low_parts)),
        reasons=tuple(_reasons(saying, based, about, low_parts)),
        roots=tuple(_root(part, about) for part in low_parts),
        derivations=tuple(about),
    )


def _components(units: Sequence[Unit], edges: Iterable[Derivation]) -> list[list[Unit]]:
    """Units that an edge joins, directly or over a shared target; unnamed sources of one document are one."""
    homes: dict[str, str] = {}

    def find(name: str) -> str:
        homes.setdefault(name, name)
        while homes[name] != name:
            homes[name] = homes[homes[name]]
            name = homes[name]
        return name

    def union(one: str, other: str) -> None:
        a, b = sorted((find(one), find(other)))
        homes[b] = a

    present = {unit.statement.id for unit in units}
    for unit in units:
        if not _names_somebody(unit):
            union(unit.statement.id, f"document:{unit.document}")
    for edge in edges:
        if edge.source in present:
            union(edge.source, edge.target)
    parts: defaultdict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        parts[find(unit.statement.id)].append(unit)
    return sorted((sorted(p, key=lambda u: u.order) for p in parts.values()), key=lambda p: p[0].order)


def _names_somebody(unit: Unit) -> bool:
    return any(link.named for link in unit.statement.chain)


def _root(part: Sequence[Unit], edges: Sequence[Derivation]) -> Origin:
    """The part's root: the outside name that most of its members go back to, else the first member's source."""
    ids = {unit.statement.id for unit in part}
    outside = [e.target for e in edges if e.source in ids and e.target not in ids and not e.target.startswith("s-")]
    name = max(sorted(set(outside)), key=outside.count) if outside else part[0].said_by
    return Origin(
        name=name,
        basis=any(unit.gives_basis for unit in part),
        statements=tuple(dict.fromkeys(unit.statement.id for unit in part)),
    )


def _reasons(
    saying: Sequence[Unit], based: Sequence[Unit], edges: Sequence[Derivation], low_parts: Sequence[Sequence[Unit]]
) -> Iterable[str]:
    outlets = {unit.outlet or unit.article for unit in saying}
    yield f"{len(saying)} members in {len(outlets)} outlets"
    for part in low_parts:
        names = sorted({unit.outlet or unit.article for unit in part})
        yield f"{_root(part, edges).name}: {len(part)} of them, in {', '.join(names)}"
    without = sorted({unit.outlet or unit.article for unit in saying if unit not in based})
    if without:
        own = all(unit.statement.mode is Mode.OWN for unit in saying if unit not in based)
        told = "in their own voice" if own else "or a quotation without a speaker"
        yield f"no basis given by {', '.join(without)} ({told}): left out of the low count, kept in the high one"
    suspected = sum(edge.strength is Strength.SUSPECTED for edge in edges)
    if suspected:
        yield f"{suspected} suspected derivations join members in the low count only"
