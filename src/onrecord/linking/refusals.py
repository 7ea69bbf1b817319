"""“Declined to comment on the report”: a refusal without a proposition of its own joins the claim it's about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.linking.claims import is_weighty
from onrecord.linking.units import Unit
from onrecord.model import Act, Mode

REFERS_BACK = re.compile(
    r"\b(?:comment|report|reports|plan|plans|matter|question|questions|story|claim|claims|allegations?|memo|it|this)\b",
    re.IGNORECASE,
)


def attach_refusals(clusters: Sequence[Sequence[Unit]]) -> list[list[Unit]]:
    """Move each lone refusal that refers back to the cluster of its article's lead: the first attributed assertion."""
    leads: dict[str, str] = {}
    for unit in sorted((u for c in clusters for u in c), key=lambda u: (u.article, u.assertion.start)):
        if is_weighty(unit) and unit.statement.mode is not Mode.OWN and unit.assertion.act is not Act.DECLINES:
            leads.setdefault(unit.article, unit.id)
    home = {unit.id: index for index, members in enumerate(clusters) for unit in members}
    moved: dict[int, list[Unit]] = {index: list(members) for index, members in enumerate(clusters)}
    for index, members in enumerate(clusters):
        lead = leads.get(members[0].article)
        alone = len({unit.id for unit in members}) == 1
        if alone and lead and home[lead] != index and _is_refusal(members[0]):
            moved[home[lead]] += members
            del moved[index]
    regrouped = [sorted(members, key=lambda u: u.order) for members in moved.values()]
    return sorted(regrouped, key=lambda members: members[0].order)


def _is_refusal(unit: Unit) -> bool:
    return unit.assertion.act is Act.DECLINES and len(unit.terms) <= 3 and bool(REFERS_BACK.search(unit.text))
