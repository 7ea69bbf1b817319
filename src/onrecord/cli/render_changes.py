"""What is new on the screen, kind by kind, one line for each change, or everything."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from onrecord.cli.counts import number_of
from onrecord.cli.parts import GAP, Grid, Line, Part, Run, Words, quoted, stacked, words
from onrecord.cli.render_claim import outlet_of, place
from onrecord.model import Evidence
from onrecord.questions.rows import Difference, Novelty, Passage

if TYPE_CHECKING:
    from onrecord.questions.changes import Answer

SENTENCES = 3
"""How many sentences that a version took out, and how many that it put in, are shown unless all are asked for."""


def parts(answer: Answer, *, every: bool = False) -> Iterator[Part]:
    """The screen of `onrecord changes`; `every` shows all changes with all that was read."""
    changes = answer.changes if every else tuple(filter(_is_shown, answer.changes))
    now = {change.claim: change.after for change in answer.changes if change.kind is Novelty.STATUS}
    told = _told if every else _in_short(now)
    for kind in Novelty:
        found = [change for change in changes if change.kind is kind]
        left = sum(change.minor for change in answer.changes if change.kind is kind and not every)
        if found or left:
            yield Line(words((kind.value, "title"), (f"  {len(found) + left}", "faint")))
            rest = ((words(("·", "faint")), _left_out(left, others=bool(found))),) if left else ()
            yield Grid((*((words(("·", "faint")), told(change)) for change in found), *rest), indent=2)
            yield GAP


def _is_shown(change: Difference) -> bool:
    """The first status of a claim goes with the claim."""
    return not change.minor and (change.kind is not Novelty.STATUS or change.before is not None)


def _left_out(count: int, *, others: bool) -> Words:
    further = "and {} made once" if others else "{} made once"
    counted = number_of(count, "further claim" if others else "claim")
    return words((f"{further.format(counted)}: --all lists {'it' if count == 1 else 'them'}", "faint"))


def _in_short(now: Mapping[str | None, str | None]) -> Callable[[Difference], Words]:
    def told(change: Difference) -> Words:
        if change.kind is Novelty.VERSION:
            return stacked(
                words(change.what), _move(change), *_few(change.removed, "- ", "bad"), *_few(change.added, "+ ", "good")
            )
        state = now.get(change.claim) if change.kind is Novelty.CLAIM else None
        pieces = (_what(change), _move(change), words(state), _where(change), words((change.claim or "", "faint")))
        return _spaced(pieces)

    return told


def _what(change: Difference) -> Words:
    return quoted(change.what, "") if change.kind in {Novelty.CLAIM, Novelty.STATUS} else words(change.what)


def _where(change: Difference) -> Words:
    """The last place where it was read; an article has its day only, since it was named already."""
    if change.evidence:
        return words(outlet_of(change.evidence[-1]), f", {change.evidence[-1].day}")
    return words(*((passage.day, "date") for passage in change.added[:1]))


def _spaced(pieces: Iterable[Words]) -> Words:
    runs: list[Run] = []
    for piece in filter(None, pieces):
        runs += [Run("  "), *piece] if runs else piece
    return tuple(runs)


def _few(passages: Sequence[Passage], sign: str, style: str) -> Iterator[Words]:
    yield from _passages(sign, style, passages[:SENTENCES])
    if len(passages) > SENTENCES:
        yield words((f"{sign}and {len(passages) - SENTENCES} more: --all lists them", "faint"))


def _told(change: Difference) -> Words:
    claim = words(Run("  "), (change.claim, "faint")) if change.claim else ()
    return stacked(
        words(change.what, claim),
        _move(change),
        *_passages("- ", "bad", change.removed),
        *_passages("+ ", "good", change.added),
        *(_read(evidence, change.what) for evidence in change.evidence),
    )


def _read(evidence: Evidence, what: str) -> Words:
    """Where it was read, with the words there unless they have just been said."""
    where = words(outlet_of(evidence), f", {evidence.day}", Run("  "), place(evidence))
    return where if evidence.text == what else stacked(quoted(evidence.text), where)


def _move(change: Difference) -> Words:
    if change.before and change.after:
        return words(change.before, (" → ", "faint"), (change.after, "number"))
    return words((change.after or change.before or "", "number"))


def _passages(sign: str, style: str, passages: Iterable[Passage]) -> Iterator[Words]:
    for passage in passages:
        place = f"{passage.article}[{passage.start}:{passage.end}]"
        source = f"{passage.outlet or 'unknown outlet'}, {passage.day}"
        yield words((sign, style), quoted(passage.text, style), Run("  "), source, Run("  "), (place, "faint"))
