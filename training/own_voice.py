"""How often a sentence left to the outlet holds no attribution: `OWN` and `OWN_BY_RULES` in `reading/confidence.py`.

    python -m training.own_voice

Measured on the documents of PolNeAR kept out of fitting: a sentence is rightly left where no annotated content or cue
has a character in it. Prints the tables to paste; to be run after `training.tune`. Rare cases are drawn towards the
share of all, as in `benchmarks.confidence`.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks import polnear
from benchmarks.confidence import PRIOR
from onrecord.encoders import see
from onrecord.model import Article, Mode, Reading
from onrecord.pipeline import prepare, read
from onrecord.reading.attribution import find_attributions
from onrecord.reading.confidence import Hint, hint_in
from onrecord.reading.overlaps import meets, merged
from onrecord.reading.sentence import Sentence, read_sentences
from onrecord.reading.statements import read_spans
from onrecord.reading.trained import signs_of_others
from training.sets import is_for_tuning

Case = tuple[Hint, bool]


def main() -> None:
    """Print both tables with how many sentences each row rests on."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    documents = polnear.load(Path(os.environ["ONRECORD_DATA"]), "train").values()
    kept = [one for one in documents if is_for_tuning(one["id"])]
    print("OWN")
    _show(Counter(case for one in kept for case in trained_cases(one)))
    print("OWN_BY_RULES")
    _show(Counter(case for one in kept for case in rules_cases(one)))


def trained_cases(document: dict[str, Any]) -> Iterator[tuple[Case, bool]]:
    """For each sentence that the trained reader leaves to the outlet what speaks against it, and whether it's right."""
    article = prepare(polnear.as_article(document))
    seen = see(article.text, [(b.start, b.end) for b in article.blocks])
    sentences = _sentences(article)
    signs = signs_of_others(seen, sentences, find_attributions(sentences))
    for sentence, right in _left(document, sentences, read(article)):
        yield signs(sentence), right


def rules_cases(document: dict[str, Any]) -> Iterator[tuple[Case, bool]]:
    """The same of the reader by rules."""
    article = prepare(polnear.as_article(document))
    for sentence, right in _left(document, _sentences(article), read(article, "rules")):
        yield (hint_in(sentence, ruled=False), False), right


def _sentences(article: Article) -> tuple[Sentence, ...]:
    return read_sentences(article.text, read_spans(article))[0]


def _left(
    document: dict[str, Any], sentences: tuple[Sentence, ...], reading: Reading
) -> Iterator[tuple[Sentence, bool]]:
    own = {s.content[0][0] for s in reading.statements if s.mode is Mode.OWN}
    gold = [a for a in document["attributions"] if a["content"]]
    attributed = merged((start, end) for a in gold for start, end in (*a["content"], *a["cue"]))
    for sentence in sentences:
        if sentence.start in own:
            yield sentence, not meets((sentence.start, sentence.end), attributed)


def _show(counts: Counter[tuple[Case, bool]]) -> None:
    mean = sum(n for (_, right), n in counts.items() if right) / counts.total()
    for case in sorted({case for case, _ in counts}):
        right, all_of_it = counts[case, True], counts[case, True] + counts[case, False]
        print(f"    {case}: {(right + PRIOR * mean) / (all_of_it + PRIOR):.2f},  # {all_of_it}")


if __name__ == "__main__":
    main()
