"""The public door of the package: what `import onrecord` offers, and that it costs nothing."""

from __future__ import annotations

import ast
import os
import subprocess
import sys

import pytest

import onrecord
from onrecord.questions import NAMES

OFFERED = (
    *("Added", "Article", "Failure", "Ledger", "Metadata", "OnrecordError", "Reading"),
    *("add", "changes", "figures", "load", "open", "origins", "positions", "read", "search", "sources", "status"),
    "timeline",
)
HEAVY = (
    "anyascii click csv fastwarc feedparser htmldate httpx json lxml msgspec py3langid rapidfuzz resiliparse rich "
    "snowballstemmer sqlite3 trafilatura"
).split()


def test_the_list_is_exact() -> None:
    assert tuple(onrecord.__all__) == OFFERED


def test_every_question_is_offered() -> None:
    assert set(NAMES) <= set(onrecord.__all__)


def test_every_name_resolves_to_a_value_that_can_be_called() -> None:
    """With all that a command loads in memory, too: no name of the door may be that of a module."""
    code = "import onrecord; names = onrecord.__all__; print([n for n in names if not callable(getattr(onrecord, n))])"
    assert _python(code) == "[]\n"
    assert _python(f"import onrecord.cli.read, onrecord.pipeline; {code}") == "[]\n"


def test_what_is_offered_is_listed_and_nothing_else_is_there() -> None:
    assert set(OFFERED) <= set(dir(onrecord))
    with pytest.raises(AttributeError, match="no attribute 'answers'"):
        _ = onrecord.answers


def test_star_import_gives_the_list() -> None:
    code = "before = set(globals()); from onrecord import *; print(sorted(set(globals()) - before - {'before'}))"
    assert ast.literal_eval(_python(code)) == sorted(OFFERED)


def test_importing_the_package_is_light() -> None:
    code = "import sys; before = set(sys.modules); import onrecord; print(sorted(set(sys.modules) - before))"
    assert set(ast.literal_eval(_python(code))) & set(HEAVY) == set()


def _python(code: str) -> str:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    return ran.stdout
