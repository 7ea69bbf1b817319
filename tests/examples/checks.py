"""What of the expected answers of `examples/` the program reaches: one (item, reached) pair for each.

An expected span is met by one that overlaps it by half of the shorter of the two.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.ledger import Ledger
from onrecord.linking.projection import Projection
from onrecord.model import Claim, Evidence, Figure
from onrecord.questions import changes, origins, search, sources, status, timeline
from onrecord.questions.standing import standing

EXPECTED = Path(__file__).parents[2] / "examples" / "expected"
Row = Mapping[str, Any]
Result = tuple[str, bool]

_ENDS = {"/": "../", "..": ".."}


def expected(name: str) -> dict[str, Any]:
    """One file of the expected answers."""
    return tomllib.loads((EXPECTED / f"{name}.toml").read_text(encoding="utf-8"))


@dataclass
class Story:
    """The ledger of the example, its projection, and which claim of it stands for which expected one."""

    ledger: Ledger
    projection: Projection
    texts: dict[str, str]
    home: dict[str, Claim] = field(default_factory=dict)

    @classmethod
    def of(cls, ledger: Ledger) -> Story:
        """Pair every expected claim with the claim that holds most of its members; each claim is taken once."""
        projection = standing(ledger)
        story = cls(ledger, projection, {r.article.id: r.article.text for r in projection.records})
        pairs = []
        for row in expected("claims")["claim"]:
            for claim in projection.claims:
                shared = sum(any(story.meets(m.evidence, e) for m in claim.members) for e in row["member"])
                if shared:
                    pairs.append((-shared, row["key"], claim.id, claim))
        taken: set[str] = set()
        for _, key, name, claim in sorted(pairs, key=lambda p: p[:3]):
            if key not in story.home and name not in taken:
                story.home[key] = claim
                taken.add(name)
        return story

    def span(self, row: Row) -> tuple[int, int]:
        """Where an expected quote stands."""
        start = self.texts[row["article"]].index(row["quote"])
        return start, start + len(row["quote"])

    def meets(self, found: Evidence, row: Row) -> bool:
        """Whether found evidence and an expected quote are one place."""
        if found.article != row["article"]:
            return False
        start, end = self.span(row)
        shared = min(end, found.end) - max(start, found.start)
        return 2 * shared >= min(end - start, found.end - found.start)

    def says(self, statement: str, row: Row) -> bool:
        """Whether a statement stands where the expected quote does."""
        for record in self.projection.records:
            if record.article.id == row["article"]:
                start, end = self.span(row)
                for s in record.reading.statements:
                    if s.id == statement:
                        return any(a < end and b > start for a, b in (*s.content, *s.cue, *s.source))
        return False


def claims(story: Story) -> Iterator[Result]:
    """A claim is reached with all of its members, each with its stance, and none of another expected claim."""
    rows = expected("claims")["claim"]
    for row in rows:
        claim = story.home.get(row["key"])
        foreign = [m for other in rows if other is not row for m in other["member"] if m not in row["member"]]
        yield (
            row["key"],
            claim is not None
            and all(
                any(story.meets(m.evidence, e) and m.stance.value == e["stance"] for m in claim.members)
                for e in row["member"]
            )
            and not any(story.meets(m.evidence, e) for m in claim.members for e in foreign),
        )


def members_of(story: Story) -> Iterator[Result]:
    """Each member in its claim with its stance, whatever else that claim takes in."""
    for row in expected("claims")["claim"]:
        claim = story.home.get(row["key"])
        for e in row["member"]:
            stances = [m.stance.value for m in claim.members if story.meets(m.evidence, e)] if claim else []
            yield f"{row['key']}, {e['article']}: {e['quote']}", e["stance"] in stances


def origins_of(story: Story) -> Iterator[Result]:
    """Origins are reached with the very interval."""
    for row in expected("origins")["origins"]:
        claim = story.home.get(row["claim"])
        answer = origins.ask(story.ledger, claim.id) if claim else None
        found = answer.claim.origins if answer and answer.claim else None
        yield row["claim"], found is not None and (found.low, found.high) == (row["low"], row["high"])


def statuses(story: Story) -> Iterator[Result]:
    """A status is reached with its whole history: days, statuses, and one of the statements expected as the reason."""
    for row in expected("status")["status"]:
        claim = story.home.get(row["claim"])
        history = status.ask(story.ledger, claim.id).claim.history if claim else ()  # type: ignore[union-attr]
        yield (
            row["claim"],
            len(history) == len(row["history"])
            and all(
                (got.date, got.status.value) == (want["date"], want["status"])
                and any(story.says(s, e) for s in got.because for e in want["because"])
                for got, want in zip(history, row["history"], strict=True)
            ),
        )


def positions_of(story: Story) -> Iterator[Result]:
    """Each actor's position on each day, with the evidence."""
    for row in expected("positions")["position"]:
        yield (
            f"{row['actor']} {row['stance']} {row['date']}",
            any(
                p.stance.value == row["stance"]
                and p.date == row["date"]
                and _same_name(p.actor.name, row["actor"])
                and any(story.meets(e, row["evidence"]) for e in p.evidence)
                for p in story.projection.positions
            ),
        )


def figures_of(story: Story) -> Iterator[Result]:
    """Each figure with its ends and bound."""
    for row in expected("figures")["figure"]:
        found = _figure(story, row)
        ends = (row.get("low"), row.get("high"), row["bound"])
        yield row["key"], found is not None and (found.low, found.high, found.bound.value) == ends


def units_of(story: Story) -> Iterator[Result]:
    """What each figure counts."""
    for row in expected("figures")["figure"]:
        found = _figure(story, row)
        yield row["key"], found is not None and (found.unit or "") == row.get("unit", "")


def said_by(story: Story) -> Iterator[Result]:
    """Who says each figure."""
    for row in expected("figures")["figure"]:
        found = _figure(story, row)
        yield row["key"], found is not None and _same_name(found.said_by, row["said_by"])


def conflicts_of(story: Story) -> Iterator[Result]:
    """Each figure that conflicts, with just those expected of it; and each pair that only seems to conflict."""
    rows = expected("figures")
    ids = {row["key"]: f.id for row in rows["figure"] if (f := _figure(story, row))}
    known = {f.id: f for f in story.projection.figures}
    for row in rows["figure"]:
        if row.get("conflicts"):
            mine = known[ids[row["key"]]].conflicts if row["key"] in ids else ()
            got = {key for key, name in ids.items() if name in mine}
            yield row["key"], got == set(row["conflicts"])
    for row in rows["no_conflict"]:
        a, b = ids.get(row["a"]), ids.get(row["b"])
        yield f"{row['a']} and {row['b']}", a is not None and b is not None and b not in known[a].conflicts


def timeline_of(story: Story) -> Iterator[Result]:
    """Each event with its date and state."""
    events = timeline.ask(story.ledger).events
    for row in expected("timeline")["event"]:
        yield (
            f"{row['edtf']} {row['state']}: {row['evidence']['quote']}",
            any(
                e.state.value == row["state"]
                and _same_date(e.edtf, row["edtf"])
                and story.meets(e.evidence, row["evidence"])
                for e in events
            ),
        )


def changes_of(story: Story) -> Iterator[Result]:
    """Each change between two days of the story, by its kind and where it stands."""
    rows = expected("changes")
    found = changes.ask(story.ledger, rows["since"], until=rows["as_of"], story_time=True).changes
    kinds = {"version": "new version"}
    for row in rows["change"]:
        kind = kinds.get(row["kind"], row["kind"])
        yield (
            f"{row['kind']}: {row['what']}",
            any(
                d.kind.value == kind
                and (
                    d.after == row["evidence"]["article"]
                    if kind == "new version"
                    else any(story.meets(Evidence(statement="", **_place(e)), row["evidence"]) for e in d.evidence)
                )
                for d in found
            ),
        )


def sources_of(story: Story) -> Iterator[Result]:
    """Each source of some articles, with its kind, named or not."""
    found = sources.ask(story.ledger).sources
    for row in expected("sources")["source"]:
        yield (
            f"{row['article']}: {row['name']}, {row['kind']}",
            any(
                use.kind.value == row["kind"]
                and use.named == row["named"]
                and _same_name(use.name, row["name"])
                and any(e.article == row["article"] for e in use.evidence)
                for use in found
            ),
        )


def search_of(story: Story) -> Iterator[Result]:
    """Each query finds all that it must among its first twenty."""
    for row in expected("search")["search"]:
        hits = search.ask(story.ledger, row["query"]).hits
        yield row["query"], all(any(story.meets(hit.evidence, e) for hit in hits) for e in row["finds"])


def entities_of(story: Story) -> Iterator[Result]:
    """Each entity with all of its variants and its kind, and no variant of another; and the pairs kept apart."""
    rows = expected("entities")
    found = story.projection.entities
    for row in rows["entity"]:
        variants = set(row["variants"])
        yield (
            row["name"],
            any(
                e.kind.value == row["kind"] and variants <= {_bare(v) for v in e.variants} | set(e.variants)
                for e in found
            ),
        )
    for row in rows["apart"]:
        yield f"{row['a']} apart from {row['b']}", not any({row["a"], row["b"]} <= set(e.variants) for e in found)


CHECKS = {
    "claims": claims,
    "members": members_of,
    "origins": origins_of,
    "status": statuses,
    "positions": positions_of,
    "figures": figures_of,
    "units": units_of,
    "said by": said_by,
    "conflicts": conflicts_of,
    "timeline": timeline_of,
    "changes": changes_of,
    "sources": sources_of,
    "search": search_of,
    "entities": entities_of,
}


def _figure(story: Story, row: Row) -> Figure | None:
    near = [f for f in story.projection.figures if story.meets(f.evidence, row["evidence"])]
    return min(near, key=lambda f: f.evidence.end - f.evidence.start, default=None)


def _same_name(found: str, want: str) -> bool:
    return _bare(found) == _bare(want)


def _bare(name: str) -> str:
    plain = name.casefold().replace("’", "'").strip()
    for lead in ("the ", "a ", "an "):
        plain = plain.removeprefix(lead)
    return plain.replace("'s ", " ")


def _same_date(found: str, want: str) -> bool:
    """Equal, or the same with a month's or year's last day left out ("the end of June")."""
    if found == want:
        return True
    bare = {"-06-30": "-06", "-12-31": ""}
    return any(found == want.removesuffix(day) + short for day, short in bare.items() if want.endswith(day))


def _place(evidence: object) -> dict[str, Any]:
    return {key: getattr(evidence, key) for key in ("article", "start", "end", "outlet", "day", "text")}
