"""What statements do and whose word they are, against the development part of our own annotations.

A statement that was found is held against the annotated one whose content it shares (token Jaccard of one half or
more); `statements found` says how many were. Of those: the macro-F1 of their acts; of the certainty and polarity of
their assertions; the share of speakers that are right among those answered; and the share of chains of two and more
links in which every link's name, kind and being named is right. Long chains are rare, so that these are measured on
statements drawn for them as well; "not made longer" is the share of chains of one link of which no more are told.
Baselines answer with the most frequent label.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks import attribution_score
from benchmarks.annotations import CHAINS, Annotated, Row, load
from onrecord.model import Mode, Statement
from onrecord.pipeline import read

SCORER: Any = attribution_score
"""An untyped script."""
Pair = tuple[Row, Row]
_LEAST_SHARED = 0.3
_ARTICLES = frozenset("a an the".split())


def run(data: Path) -> dict[str, float]:
    """Figures in percent; FileNotFoundError when the data isn't there."""
    annotated, drawn = list(load(data, dev=True)), list(load(data, dev=True, files=CHAINS))
    gold = sum(len(one.statements) for one in annotated)
    return figures(paired(annotated), gold, chains=paired(drawn))


def paired(annotated: Iterable[Annotated]) -> list[Pair]:
    """All pairs of some texts' annotated statements and those found in them."""
    return [pair for one in annotated for pair in pairs_of(one, [as_row(s) for s in attributed(one)])]


def figures(pairs: Sequence[Pair], gold: int, *, chains: Sequence[Pair] = ()) -> dict[str, float]:
    """All figures of pairs of annotated and found statements, out of so many annotated ones.

    `chains` are more pairs of which only the chains are annotated.
    """
    acts = [(g["act"], f["act"]) for g, f in pairs]
    inner = [pair for g, f in pairs for pair in assertion_pairs(g, f)]
    certainty = [(g["certainty"], f["certainty"]) for g, f in inner]
    polarity = [(g["polarity"], f["polarity"]) for g, f in inner]
    both = (macro_f1(certainty) + macro_f1(polarity)) / 2
    baseline = (macro_f1(majority(certainty)) + macro_f1(majority(polarity))) / 2
    return {
        "statements found": share(len(pairs), gold),
        "act macro F1": percent(macro_f1(acts)),
        "act accuracy": share(sum(g == f for g, f in acts), len(acts)),
        "act majority macro F1": percent(macro_f1(majority(acts))),
        "certainty macro F1": percent(macro_f1(certainty)),
        "polarity macro F1": percent(macro_f1(polarity)),
        "certainty and polarity macro F1": percent(both),
        "certainty and polarity majority macro F1": percent(baseline),
        **speaker_figures(pairs),
        **chain_figures([*pairs, *chains]),
    }


def speaker_figures(pairs: Sequence[Pair]) -> dict[str, float]:
    """How many speakers were answered and how many of these are right."""
    known = [(g["speaker"], f["speaker"]) for g, f in pairs if g["speaker"]]
    answered = [(g["speaker"], f["speaker"]) for g, f in pairs if f["speaker"]]
    right = sum(bool(g) and same_name(g["name"], f["name"]) for g, f in answered)
    return {
        "speakers answered": share(sum(bool(f) for _, f in known), len(known)),
        "speakers right": share(right, len(answered)),
    }


def chain_figures(pairs: Sequence[Pair]) -> dict[str, float]:
    """How many chains are right, of those of one link and of two and more."""
    long = [pair for pair in pairs if len(pair[0]["chain"]) > 1]
    short = [pair for pair in pairs if len(pair[0]["chain"]) == 1]
    by_name = [(_bare(g["chain"]), _bare(f["chain"])) for g, f in long]
    return {
        "chains right, two or more links": share(sum(same_chain(g["chain"], f["chain"]) for g, f in long), len(long)),
        "chains right but for kinds, two or more links": share(sum(same_chain(g, f) for g, f in by_name), len(by_name)),
        "chains right, one link": share(sum(same_chain(g["chain"], f["chain"]) for g, f in short), len(short)),
        "chains of one link not made longer": share(sum(len(f["chain"]) <= 1 for _, f in short), len(short)),
    }


def _bare(chain: Sequence[Row]) -> list[Row]:
    return [link | {"kind": ""} for link in chain]


def same_chain(one: Sequence[Row], other: Sequence[Row]) -> bool:
    """Whether two chains have the same links."""
    return len(one) == len(other) and all(
        same_name(a["name"], b["name"]) and a["kind"] == b["kind"] and a["named"] == b["named"]
        for a, b in zip(one, other, strict=True)
    )


def same_name(one: str, other: str) -> bool:
    """Whether all words of the shorter name stand in the longer one: an annotator may have seen the surname only.

    A name's initials are the same name, too: "NPA" and "Norvian Press Agency".
    """
    mine, theirs = _words(one), _words(other)
    return bool(mine and theirs) and (
        mine <= theirs or theirs <= mine or _is_short(one, other) or _is_short(other, one)
    )


def _is_short(name: str, of: str) -> bool:
    initials = "".join(word[0] for word in re.findall(r"\b[A-Z]\w*", of) if word.casefold() not in _ARTICLES)
    bare = re.sub(r"^(?:[Tt]he)\s+|\.", "", name)
    return len(initials) > 1 and bare == initials


def _words(name: str) -> set[str]:
    return set(re.findall(r"\w+", re.sub(r"[’']s\b", "", name.casefold()))) - _ARTICLES


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """The mean F1 over the labels that the gold has."""
    gold, found = Counter(g for g, _ in pairs), Counter(f for _, f in pairs)
    hits = Counter(g for g, f in pairs if g == f)
    scores = [2 * hits[label] / (gold[label] + found[label]) for label in gold]
    return sum(scores) / len(scores) if scores else 0.0


def majority(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The same gold, answered with its most frequent label."""
    most = Counter(g for g, _ in pairs).most_common(1)[0][0] if pairs else ""
    return [(g, most) for g, _ in pairs]


def pairs_of(annotated: Annotated, found: Sequence[Row]) -> Iterator[Pair]:
    """Annotated statements with the found ones that share most of their content, one to one."""
    text = SCORER.Text(annotated.article.text)
    tokens = [SCORER.read_attributions(text, rows) for rows in (annotated.statements, found)]
    for number, rows in enumerate((annotated.statements, found)):
        for token_sets, row in zip(tokens[number], rows, strict=True):
            token_sets["row"] = row
    for gold, mine in SCORER.pair_contents(*tokens, 0.5):
        yield gold["row"], mine["row"]


def assertion_pairs(gold: Row, found: Row) -> Iterator[Pair]:
    """Each annotated assertion with the found one that overlaps it most, if enough."""
    for one in gold["assertions"]:
        best = max(found["assertions"], key=lambda other: _overlap(one, other), default=None)
        if best is not None and _overlap(one, best) >= _LEAST_SHARED:
            yield one, best


def _overlap(one: Row, other: Row) -> float:
    shared: int = min(one["end"], other["end"]) - max(one["start"], other["start"])
    both: int = max(one["end"], other["end"]) - min(one["start"], other["start"])
    return shared / both


def as_row(statement: Statement) -> Row:
    """A statement in the annotations' terms."""
    return asdict(statement)


def attributed(annotated: Annotated) -> Iterator[Statement]:
    """The statements that the product finds in an article, but those of the outlet's own."""
    yield from (s for s in read(annotated.article).statements if s.mode is not Mode.OWN)


def percent(ratio: float) -> float:
    """A ratio in percent."""
    return round(100 * ratio, 1)


def share(part: int, whole: int) -> float:
    """A share in percent."""
    return percent(part / whole) if whole else 0.0
