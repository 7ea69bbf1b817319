"""Where actors stand on proposals: from the act of what they say, and from what is said of their plans."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from onrecord.linking.attitudes import attitude_of, intention_of, whose
from onrecord.linking.claims import likeness
from onrecord.linking.identities import Identities
from onrecord.linking.units import Unit
from onrecord.model import Act, Actor, Certainty, EntityKind, Polarity, Position, SourceKind, Support

STANCES: Mapping[Act, Support] = {
    Act.SUPPORTS: Support.SUPPORTS,
    Act.DEMANDS: Support.SUPPORTS,
    Act.PLANS: Support.SUPPORTS,
    Act.PROMISES: Support.SUPPORTS,
    Act.REJECTS: Support.OPPOSES,
    Act.WARNS: Support.WARY,
    Act.FEARS: Support.WARY,
    Act.DECLINES: Support.UNDECIDED,
    Act.QUESTIONS: Support.UNDECIDED,
}
"""What an act says of its actor's stance; a negative plan or demand turns it round."""

TURNED: Mapping[Support, Support] = {Support.SUPPORTS: Support.OPPOSES, Support.OPPOSES: Support.SUPPORTS}

ALIKE_FROM = 0.4
"""From this likeness on, a stance is taken to be on a proposal that it isn't a member of."""

_ONLY_AT_HOME = frozenset({Act.DEMANDS, Act.PLANS, Act.PROMISES, Act.QUESTIONS})
"""Acts that say where somebody stands only on the very proposal that they are members of."""

_ACTORS = frozenset({SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.OFFICIAL})
_STANDS_FOR = re.compile(
    r"\b(?:the|this|that|such an?|any|a|an)\s+(?:\w+\s+)?(?:plan|plans|idea|proposal|mission|deployment|step|move|"
    r"decision|initiative|measure|offer|operation|project|bill|law|deal|agreement|action)\b",
    re.IGNORECASE,
)
_NOT_RULED_OUT = re.compile(r"\bnot\s+(?:rule[sd]?|ruling)\s+out\b", re.IGNORECASE)


def positions_of(
    units: Sequence[Unit], proposals: Sequence[tuple[str, Unit]], home: Mapping[str, str], identities: Identities
) -> tuple[Position, ...]:
    """Positions by day.

    `proposals` are claim ids with their canonical unit, the weightiest first; `home` is unit -> claim.
    """
    table = _Proposals(units, proposals, home)
    found = [position for unit in units for position in _positions(unit, table, identities)]
    kept: dict[tuple[str, str, Support, str], Position] = {}
    for position in found:
        key = (position.actor.name, position.claim, position.stance, position.date)
        other = kept.get(key)
        evidence = (*other.evidence, *position.evidence) if other else position.evidence
        kept[key] = Position(
            actor=position.actor,
            claim=position.claim,
            stance=position.stance,
            date=position.date,
            said_by=other.said_by if other else position.said_by,
            evidence=tuple(dict.fromkeys(evidence)),
        )
    return tuple(sorted(kept.values(), key=lambda p: (p.date, p.actor.name, p.claim, p.stance)))


def _positions(unit: Unit, proposals: _Proposals, identities: Identities) -> Iterator[Position]:
    actor, stance = _actor(unit, identities), stance_of(unit)
    passed_on = unit.statement.chain[0].name if len(unit.statement.chain) > 1 else None
    claim = proposals.of(unit) if stance else None
    if stance is None and (attitude := attitude_of(unit)):
        stance, claim = attitude, proposals.of(unit, told=True)
        if about := whose(unit):
            told_by = actor
            actor = identities.actor_of(*about)
            passed_on = told_by.name if told_by and told_by.name != actor.name else passed_on
    elif stance is None and actor and proposals.holds(unit):
        stance, claim = intention_of(unit, actor.name), proposals.of(unit)
    if actor is None or actor.kind not in _ACTORS or stance is None or claim is None:
        return
    start = min([unit.assertion.start, *(s for s, _ in unit.statement.cue), *(s for s, _ in unit.statement.source)])
    end = max([unit.assertion.end, *(e for _, e in unit.statement.cue)])
    evidence = unit.evidence_at(start, end)
    yield Position(actor=actor, claim=claim, stance=stance, date=unit.day, said_by=passed_on, evidence=(evidence,))


def stance_of(unit: Unit) -> Support | None:
    """The stance that an assertion's act and polarity give, or None."""
    assertion = unit.assertion
    cue = " ".join(unit.record.article.text[start:end] for start, end in unit.statement.cue)
    if _NOT_RULED_OUT.search(cue) or (assertion.act is Act.ASSERTS and assertion.certainty is Certainty.UNKNOWN):
        return Support.UNDECIDED
    stance = STANCES.get(assertion.act)
    if stance is not None and assertion.polarity is Polarity.NEGATIVE:
        return TURNED.get(stance, stance)
    return stance


def _actor(unit: Unit, identities: Identities) -> Actor | None:
    """The innermost source, if it's somebody who can take a position: an office, a named person or body."""
    if not unit.statement.chain:
        return None
    link = unit.statement.chain[-1]
    actor = identities.actor_of(link.name, link.kind)
    is_town = identities.kind_of(link.name) is EntityKind.PLACE
    return actor if actor.kind in _ACTORS and not is_town else None


class _Proposals:
    """Proposals by their words and by the articles that speak of them."""

    def __init__(self, units: Sequence[Unit], proposals: Sequence[tuple[str, Unit]], home: Mapping[str, str]) -> None:
        self._canonical = dict(proposals)
        self._home = home
        self._heaviest: defaultdict[tuple[str, str | None], list[str]] = defaultdict(list)
        self._by_term: defaultdict[str, set[str]] = defaultdict(set)
        rank = {claim: number for number, (claim, _) in enumerate(proposals)}
        spoken_of = {(place, home[u.id]) for u in units if home[u.id] in rank for place in _places(u)}
        for place, claim in sorted(spoken_of, key=lambda pair: rank[pair[1]]):
            self._heaviest[place].append(claim)
        for claim, unit in proposals:
            for term in unit.terms:
                self._by_term[term].add(claim)

    def holds(self, unit: Unit) -> bool:
        """Whether the unit is a member of a proposal."""
        return self._home.get(unit.id) in self._canonical

    def of(self, unit: Unit, *, told: bool = False) -> str | None:
        """The proposal that a stance is on: the unit's own claim, the likest one, or what "the plan" stands for.

        That is the heaviest one that its article, or else its story, speaks of; `told` takes that without "the plan".
        """
        if self._home.get(unit.id) in self._canonical:
            return self._home[unit.id]
        if unit.assertion.act in _ONLY_AT_HOME:
            return None
        near = {claim for term in unit.terms for claim in self._by_term.get(term, ())}
        scored = [(likeness(unit, self._canonical[claim]), claim) for claim in near]
        best = max(scored, default=(0.0, ""))
        if best[0] >= ALIKE_FROM:
            return best[1]
        found = [claim for place in _places(unit) for claim in self._heaviest.get(place, ())]
        return found[0] if found and (told or _STANDS_FOR.search(unit.text)) else None


def _places(unit: Unit) -> list[tuple[str, str | None]]:
    """Where "the plan" is looked for: the article, then the story if it's filed under one."""
    story = unit.record.article.story
    return [("article", unit.article), *([("story", story)] if story else [])]
