"""The origins of a claim on the screen: the estimate, then the tree of roots and of what goes back to them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.cli.parts import GAP, Branch, Line, Part, Run, Words, quoted, stacked, words
from onrecord.cli.render_claim import claim_head, lacking, on_word_of, others_parts, outlet_of, place
from onrecord.model import Claim, Derivation, Evidence, Member, Origin, Stance, Strength

if TYPE_CHECKING:
    from onrecord.questions.origins import Answer

STRENGTH_STYLES = {Strength.EVIDENT: "good", Strength.SUSPECTED: "warn"}


def parts(answer: Answer) -> Iterator[Part]:
    """The screen of `onrecord origins`."""
    if answer.claim is None:
        return
    yield from lacking(answer.lacks)
    yield from claim_head(answer.claim)
    yield from estimate_parts(answer.claim)
    yield GAP
    yield from tree_parts(answer.claim)
    yield from others_parts(answer.others)


def estimate_parts(claim: Claim) -> Iterator[Part]:
    """The number of independent origins, and why."""
    origins = claim.origins
    said = f"  {'independent origin' if origins.high == 1 else 'independent origins'}"
    yield Line(words((f" [{origins.low}, {origins.high}] ", "big"), Run(said)), indent=2)
    for reason in origins.reasons:
        yield Line(words(reason), indent=2)


def tree_parts(claim: Claim) -> Iterator[Part]:
    """A tree for each root, and one for the members that no root was found for."""
    tied = {statement for origin in claim.origins.roots for statement in origin.statements}
    forest = _Forest.of(claim)
    for origin in claim.origins.roots:
        yield forest.tree(_root(origin), origin.statements, origin.name)
        yield GAP
    loose = [statement for statement in forest.members if statement not in tied]
    if loose:
        yield forest.tree(words(("no root found", "warn")), loose, "")
        yield GAP


def _root(origin: Origin) -> Words:
    return words((origin.name, "title"), ("" if origin.basis else "  no basis given", "warn"))


@dataclass(frozen=True, slots=True)
class _Forest:
    """The members that say the claim by their statement, by day, and what each statement goes back to.

    Articles with the same text share their statements.
    """

    members: Mapping[str, list[Member]]
    derivations: Mapping[str, tuple[Derivation, ...]]

    @classmethod
    def of(cls, claim: Claim) -> _Forest:
        said = sorted((m for m in claim.members if m.stance is Stance.SAYS), key=lambda m: m.evidence.day)
        members: dict[str, list[Member]] = {}
        for member in said:
            members.setdefault(member.evidence.statement, []).append(member)
        back: dict[str, list[Derivation]] = {}
        for derivation in sorted(claim.origins.derivations, key=lambda d: d.strength is not Strength.EVIDENT):
            back.setdefault(derivation.source, []).append(derivation)
        return cls(members, {source: tuple(found) for source, found in back.items()})

    def tree(self, root: Words, statements: Iterable[str], name: str) -> Branch:
        """The statements below a root of that name, each below the one that it goes back to."""
        wanted = set(statements)
        here = [statement for statement in self.members if statement in wanted]
        parents = {statement: self._parent(statement, here) for statement in here}
        below: dict[str | None, list[str]] = {}
        for statement, parent in parents.items():
            below.setdefault(None if _in_circle(statement, parents) else parent, []).append(statement)
        return Branch(root, self._branches(None, name, below))

    def _branches(self, above: str | None, name: str, below: Mapping[str | None, list[str]]) -> tuple[Branch, ...]:
        """What hangs below a statement, or below the root of that name itself."""
        return tuple(
            Branch(self._node(statement, {above, name}), self._branches(statement, name, below))
            for statement in below.get(above, ())
        )

    def _parent(self, statement: str, among: list[str]) -> str | None:
        targets = (derivation.target for derivation in self.derivations.get(statement, ()))
        return next((target for target in targets if target in among and target != statement), None)

    def _node(self, statement: str, above: Collection[str | None]) -> Words:
        lines: list[Words] = []
        for member in self.members[statement]:
            evidence = member.evidence
            lines += [_published(evidence), words(quoted(evidence.text), Run("  "), place(evidence))]
            if member.on_whose_word and not set(member.on_whose_word) <= set(above):
                lines.append(words(("on the word of ", "faint"), on_word_of(member.on_whose_word)))
        lines += [self._edge(derivation, above) for derivation in self.derivations.get(statement, ())]
        return stacked(*lines)

    def _edge(self, derivation: Derivation, above: Collection[str | None]) -> Words:
        target = self.members.get(derivation.target)
        named = _short(target[0].evidence) if target else derivation.target
        where = () if derivation.target in above else words(Run(" "), (named, "name"))
        strength = (derivation.strength.value, STRENGTH_STYLES[derivation.strength])
        return words((f"{derivation.kind.value}", "cue"), where, ", ", strength, f": {derivation.reason}")


def _in_circle(statement: str, parents: Mapping[str, str | None]) -> bool:
    """Whether going back leads to the statement itself, and it is the one to cut the circle at: the first."""
    seen = [statement]
    at = parents[statement]
    while at is not None and at not in seen:
        seen.append(at)
        at = parents[at]
    order = list(parents)
    return at == statement and statement == min(seen, key=order.index)


def _published(evidence: Evidence) -> Words:
    return words((evidence.day, "date"), Run("  "), outlet_of(evidence))


def _short(evidence: Evidence) -> str:
    return f"{evidence.outlet or evidence.article} of {evidence.day}"
