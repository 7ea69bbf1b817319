"""From free text or an id to claims."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from onrecord.errors import UnknownClaim
from onrecord.ledger import Ledger
from onrecord.linking.projection import Projection
from onrecord.model import Claim, Member
from onrecord.questions.rows import Candidate
from onrecord.questions.spellings import Term, terms

OTHERS = 5
"""How many further candidates an answer names."""

HITS_PER_SPELLING = 300
"""How many statements are looked at for each spelling of each term."""

DAMPING = 10
"""A statement on rank r counts 1 / (DAMPING + r): the first few count much alike."""

FLOOR = 0.05
"""What a claim is weighted with where its own words hold no term of the query, next to 1 for holding them all."""

_ID = re.compile(r"[cs]-\S{4,}")

Found = tuple[str, str, float]
"""A statement's id, its article's id, and a score: higher is better."""


def find_claims(
    projection: Projection, ledger: Ledger, about: str, *, as_of: str | None = None, story: str | None = None
) -> list[tuple[float, Claim]]:
    """The claims that `about` may mean, each with a score, best first: the id of a claim or a statement, or free text.

    Free text finds claims by their members: a claim scores for the ranks of those that were found (the square root of
    their sum, so that the much repeated don't bury the rest), weighted by the share of the query's terms that its
    canonical text, or a member with its source, holds. Raises `UnknownClaim` for
    what looks like an id but isn't on record.
    """
    return [(match.score, match.claim) for match in _matches(projection, ledger, about, as_of=as_of, story=story)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Best:
    """The claim that fits a query best, the words of the query that it lacks, and the claims that fit next."""

    claim: Claim | None = None
    lacks: tuple[str, ...] = ()
    others: tuple[Candidate, ...] = ()


def best_claim(
    projection: Projection, ledger: Ledger, about: str, *, as_of: str | None = None, story: str | None = None
) -> Best:
    """The claim that fits best, unless it holds no word of the query: then none fits."""
    found = [match for match in _matches(projection, ledger, about, as_of=as_of, story=story) if match.held]
    if not found:
        return Best()
    others = (Candidate(id=m.claim.id, text=m.claim.text, score=m.score) for m in found[1 : 1 + OTHERS])
    return Best(claim=found[0].claim, lacks=found[0].lacks, others=tuple(others))


def claims_about(
    projection: Projection, ledger: Ledger, about: str, *, as_of: str | None = None, story: str | None = None
) -> tuple[Claim, ...]:
    """The claims that hold as many terms of the query as any does, best first."""
    found = _matches(projection, ledger, about, as_of=as_of, story=story)
    most = max((match.held for match in found), default=0)
    return tuple(match.claim for match in found if match.held == most)


def find_statements(
    ledger: Ledger, asked: Sequence[Term], *, as_of: str | None = None, story: str | None = None
) -> list[Found]:
    """The statements that hold any of the terms under any spelling, best first.

    A statement's score is the sum over the terms of its best score for one of the spellings, times the share of the
    terms that it holds.
    """
    scores: defaultdict[tuple[str, str], dict[Term, float]] = defaultdict(dict)
    for term in asked:
        for spelling in term.spellings:
            for statement, article, score in ledger.search(spelling, limit=HITS_PER_SPELLING, story=story, as_of=as_of):
                of_terms = scores[statement, article]
                of_terms[term] = max(score, of_terms.get(term, 0.0))
    found = ((*key, sum(held.values()) * len(held) / len(asked)) for key, held in scores.items())
    return sorted(found, key=lambda hit: (-hit[2], hit[0], hit[1]))


def is_id(about: str) -> bool:
    """Whether it looks like the id of a claim or a statement."""
    return bool(_ID.fullmatch(about.strip()))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    score: float
    held: int
    lacks: tuple[str, ...]
    claim: Claim


def _matches(
    projection: Projection, ledger: Ledger, about: str, *, as_of: str | None, story: str | None
) -> list[_Match]:
    about = about.strip()
    if is_id(about):
        return [_Match(score=1.0, held=1, lacks=(), claim=claim) for claim in _by_id(projection, about)]
    asked = terms(about, projection.entities)
    found = find_statements(ledger, asked, as_of=as_of, story=story)
    matches = _scored(projection, {hit[:2]: rank for rank, hit in enumerate(found)}, asked)
    return sorted(matches, key=lambda match: (-match.score, match.claim.id))


def _by_id(projection: Projection, wanted: str) -> list[Claim]:
    found = [
        claim
        for claim in projection.claims
        if claim.id == wanted or any(member.evidence.statement == wanted for member in claim.members)
    ]
    if not found:
        raise UnknownClaim(f"no claim or statement {wanted!r} is on record here: search for its words to find its id")
    return found


def _scored(projection: Projection, ranks: dict[tuple[str, str], int], asked: tuple[Term, ...]) -> Iterator[_Match]:
    for claim in projection.claims:
        found = {(m.evidence.statement, m.evidence.article): m for m in claim.members}
        hits = [ranks[key] for key in found if key in ranks]
        if not hits:
            continue
        texts = [claim.text, *(_words_of(member) for key, member in found.items() if key in ranks)]
        held = max(sum(term.held_by(text) for term in asked) for text in texts)
        weight = FLOOR + (1 - FLOOR) * (held / len(asked)) ** 2
        score = weight * sqrt(sum(1 / (DAMPING + rank) for rank in sorted(hits)))
        whole = " ".join((claim.text, *map(_words_of, claim.members)))
        lacks = tuple(term.spellings[0] for term in asked if not term.held_by(whole))
        yield _Match(score=score, held=held, lacks=lacks, claim=claim)


def _words_of(member: Member) -> str:
    return " ".join((member.evidence.outlet or "", member.evidence.text, *member.on_whose_word))
