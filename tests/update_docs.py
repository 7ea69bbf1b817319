"""Rewrites what README and docs show of the program: `python -m tests.update_docs`.

Runs every console block again and puts its output into the page, and rewrites the tables of figures from
`benchmarks/floors.json`. Look at the difference before committing it.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.consoles import PAGES, ROOT, make_ledger, refreshed, run_page

FLOORS = ROOT / "benchmarks" / "floors.json"
SHOWN = {
    ("attribution", "relation F1 loose"): "attributions: content and source found (PolNeAR, F1)",
    ("attribution", "relation F1 loose direct"): "… of quotations",
    ("attribution", "relation F1 loose mixed"): "… of partly quoted speech",
    ("attribution", "relation F1 loose indirect"): "… of indirect speech",
    ("attribution", "source accuracy"): "the right source, once the content is found (PolNeAR)",
    ("statements", "act macro F1"): "what a statement does (our annotations, macro F1)",
    ("statements", "certainty and polarity macro F1"): "how sure, and whether put as holding (macro F1)",
    ("statements", "speakers right"): "the speaker right, where one is told",
    ("statements", "chains right, two or more links"): "chains of two and more sources right",
    ("names", "dev.f1"): "names and what they name (four news sets, F1)",
    ("name_variants", "dev.precision"): "name variants that are one (sanctions screening, precision)",
    ("name_variants", "dev.recall"): "… (recall)",
    ("times", "TimeBank span F1"): "time expressions found (TimeBank, F1)",
    ("times", "TimeBank value F1"): "… and their value right (F1)",
    ("quantities", "value F1"): "quantities with their value (newsquant, F1)",
    ("quantities", "value+unit F1"): "… and their unit (F1)",
}
"""The figures that README shows, in its words."""

_FEW = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- end of figures -->)", re.DOTALL)
_ALL = re.compile(r"(?<=<!-- all figures -->\n).*?(?=<!-- end of figures -->)", re.DOTALL)


def main() -> None:
    """Rewrite every page that shows something else."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = make_ledger(Path(folder))
        for page in PAGES:
            text = page.read_text(encoding="utf-8")
            with tempfile.TemporaryDirectory() as place:
                fresh = with_figures(refreshed(text, run_page(text, Path(place), ledger)))
            if fresh != text:
                page.write_text(fresh, encoding="utf-8")
                sys.stdout.write(f"rewrote {page.relative_to(ROOT)}\n")


def with_figures(text: str) -> str:
    """A page with the figures on record between its two marks, if it has them."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    few = [(words, name, floors[name][figure]) for (name, figure), words in SHOWN.items()]
    every = [(figure, name, value) for name, figures in floors.items() for figure, value in figures.items()]
    return _ALL.sub(lambda _: _table(every), _FEW.sub(lambda _: _table(few), text))


def _table(rows: Sequence[tuple[str, str, float]]) -> str:
    """One row for each figure: what it is of, the benchmark that gives it, and its value."""
    lines = [f"| {what} | `python -m benchmarks {name}` | {value} |" for what, name, value in rows]
    return "\n".join(["", "| of what | command | % |", "|---|---|---|", *lines, "", ""])


if __name__ == "__main__":
    main()
