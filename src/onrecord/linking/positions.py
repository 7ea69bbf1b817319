"""Where actors stand on proposals: from the act of what they say, and from what is said of their plans."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from onrecord.linking.claims import likeness
from onrecord.linking.units import Unit
from onrecord.model import Act, Actor, Certainty, Polarity, Position, SourceKind, Support

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
    units: Sequence[Unit], proposals: Sequence[tuple[str, Unit]], home: Mapping[str, str], entity_of: Mapping[str, str]
) -> tuple[Position, ...]:
    """Positions by day.

    `proposals` are claim ids with their canonical unit, the weightiest first; `home` is unit -> claim.
    """
    found = [position for unit in units for position in _positions(unit, proposals, home, entity_of)]
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


def _positions(
    unit: Unit, proposals: Sequence[tuple[str, Unit]], home: Mapping[str, str], entity_of: Mapping[str, str]
) -> Iterator[Position]:
    actor, stance = _actor(unit, entity_of), stance_of(unit)
    if actor is None or stance is None:
        return
    claim = _proposal(unit, proposals, home)
    if claim is None:
        return
    passed_on = unit.statement.chain[0].name if len(unit.statement.chain) > 1 else None
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


def _actor(unit: Unit, entity_of: Mapping[str, str]) -> Actor | None:
    speaker = unit.statement.speaker
    if speaker is None or speaker.kind not in _ACTORS:
        return None
    return Actor(name=entity_of.get(speaker.name, speaker.name), kind=speaker.kind)


def _proposal(unit: Unit, proposals: Sequence[tuple[str, Unit]], home: Mapping[str, str]) -> str | None:
    """The proposal that a stance is on: the unit's own claim, the likest one, or the story's for "the plan"."""
    ids = {claim for claim, _ in proposals}
    if home.get(unit.id) in ids:
        return home[unit.id]
    if unit.assertion.act in _ONLY_AT_HOME:
        return None
    scored = [(likeness(unit, canonical), claim) for claim, canonical in proposals]
    best = max(scored, key=lambda pair: (pair[0], pair[1]), default=(0.0, ""))
    if best[0] >= ALIKE_FROM:
        return best[1]
    return proposals[0][0] if proposals and _STANDS_FOR.search(unit.text) else None
