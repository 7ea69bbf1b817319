"""The reader by rules against PolNeAR's dev part: as `attribution`, which is of the trained one."""

from __future__ import annotations

from pathlib import Path

from benchmarks import attribution


def run(data: Path) -> dict[str, float]:
    """F1s and accuracy in percent; FileNotFoundError when the data isn't there."""
    return attribution.run(data, "rules")
