"""Runs the benchmarks and holds their figures against `floors.json`: results may only rise.

    python -m benchmarks [NAME…] [--update]

The data folder is named by ONRECORD_DATA. Exits with 1 if a figure is below its floor; `--update` raises floors to the
figures reached and never lowers one.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol, cast

from benchmarks import (
    agreement,
    attribution,
    attribution_by_rules,
    chain_errors,
    intervals,
    lexicon,
    name_variants,
    names,
    quantities,
    speed,
    statements,
    times,
)

Figures = dict[str, float]
Floors = dict[str, Figures]


class Benchmark(Protocol):
    """A module of this package."""

    def run(self, data: Path, /) -> Figures:
        """The figures reached; FileNotFoundError when the data isn't there."""


BENCHMARKS: Mapping[str, Benchmark] = {
    name: cast(Benchmark, module)
    for name, module in {
        "attribution": attribution,
        "attribution_by_rules": attribution_by_rules,
        "statements": statements,
        "lexicon": lexicon,
        "times": times,
        "quantities": quantities,
        "names": names,
        "name_variants": name_variants,
        "agreement": agreement,
        "chain_errors": chain_errors,
        "intervals": intervals,
        "speed": speed,
    }.items()
}
NO_FLOOR = frozenset({"agreement", "chain_errors", "intervals", "speed"})
FLOORS = Path(__file__).with_name("floors.json")


def main(
    arguments: Sequence[str] | None = None,
    *,
    benchmarks: Mapping[str, Benchmark] = BENCHMARKS,
    floors_at: Path = FLOORS,
) -> int:
    """Run the benchmarks named (all if none is); the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Run benchmarks against their floors.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(benchmarks))
    parser.add_argument("--update", action="store_true", help="raise the floors to the figures reached")
    options = parser.parse_args(arguments)
    if unknown := sorted(set(options.names) - set(benchmarks)):
        parser.error(f"no benchmark is called {', '.join(unknown)}; there are {', '.join(benchmarks)}")
    data = os.environ.get("ONRECORD_DATA")
    if not data or not Path(data).is_dir():
        print("Skipped: ONRECORD_DATA doesn't name the folder with the data sets.")
        return 0
    reached = run_all({name: benchmarks[name] for name in options.names or benchmarks}, Path(data))
    floors: Floors = json.loads(floors_at.read_text(encoding="utf-8")) if floors_at.exists() else {}
    fallen = show(reached, floors)
    if options.update:
        text = json.dumps(raised(floors, reached), indent=2, ensure_ascii=False, sort_keys=True)
        floors_at.write_text(text + "\n", encoding="utf-8")
    return 1 if fallen else 0


def run_all(benchmarks: Mapping[str, Benchmark], data: Path) -> Floors:
    """The figures of each benchmark whose data is there; says which ones are left out."""
    reached: Floors = {}
    for name, benchmark in benchmarks.items():
        try:
            reached[name] = benchmark.run(data)
        except FileNotFoundError as missing:
            print(f"{name}: skipped. {missing}")
    return reached


def show(reached: Floors, floors: Floors) -> bool:
    """Print the figures beside their floors; whether one is below."""
    fallen = False
    for name, figures in reached.items():
        for figure, value in figures.items():
            floor = floors.get(name, {}).get(figure)
            below = floor is not None and value < floor
            fallen = fallen or below
            print(f"{name:14} {figure:36} {value:9} {'' if floor is None else floor:>9}{'  below' if below else ''}")
    return fallen


def raised(floors: Floors, reached: Floors) -> Floors:
    """The floors with every figure that is higher now, rounded down to one decimal."""
    new = {name: dict(figures) for name, figures in floors.items()}
    for name, figures in reached.items():
        if name not in NO_FLOOR:
            for figure, value in figures.items():
                mine = new.setdefault(name, {})
                mine[figure] = max(mine.get(figure, 0.0), math.floor(round(value * 10, 6)) / 10)
    return new


if __name__ == "__main__":
    sys.exit(main())
