"""Runs the Python examples of README and docs as tests, each page in a folder of its own beside `examples`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import chdir
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE
from pathlib import Path

import pytest
from hypothesis import settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

ROOT = Path(__file__).parent

# The same examples on every run where a change is judged; new ones on a developer's machine, where a find is welcome.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")


@pytest.fixture(scope="module")
def beside_examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A folder of the page's own to run in."""
    folder = tmp_path_factory.mktemp("page")
    for name in ("examples", "docs"):
        (folder / name).symlink_to(ROOT / name)
    with chdir(folder):
        yield


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=ELLIPSIS | NORMALIZE_WHITESPACE), SkipParser()],
    patterns=["README.md", "docs/*.md"],
    fixtures=["beside_examples"],
).pytest()
