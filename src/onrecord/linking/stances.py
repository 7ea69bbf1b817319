"""How an assertion stands to its claim: says, denies or questions it."""

from __future__ import annotations

from onrecord.linking.units import Unit
from onrecord.model import Act, Certainty, Polarity, Stance

PUTS_AS_SO = frozenset({Act.ASSERTS, Act.CONFIRMS, Act.ADMITS, Act.PROMISES, Act.PLANS, Act.WARNS, Act.CORRECTS})
"""Acts by which a member puts a claim as so. To welcome, demand or fear something is to take a stance on it, and no
origin of it."""


def puts_as_so(unit: Unit) -> bool:
    """Whether a member puts something as so, and isn't but an attitude to it."""
    return unit.is_deed or unit.assertion.act in PUTS_AS_SO


def stance_of_member(unit: Unit, canonical: Unit | None) -> Stance:
    """The stance of a member against the canonical one; without it, against what its own words put as holding."""
    assertion = unit.assertion
    if assertion.act in {Act.QUESTIONS, Act.DECLINES} or assertion.certainty is Certainty.UNKNOWN:
        return Stance.QUESTIONS
    against = assertion.act is Act.DENIES or (assertion.act is Act.REJECTS and not unit.is_deed)
    if _negative(unit) != (canonical is not None and _negative(canonical)):
        against = not against
    return Stance.DENIES if against else Stance.SAYS


def _negative(unit: Unit) -> bool:
    return unit.assertion.polarity is Polarity.NEGATIVE
