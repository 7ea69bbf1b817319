"""README and docs: their commands run and print what the pages show, and they leave no command out."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import model
from onrecord.cli.program import program
from onrecord.questions import NAMES
from tests.consoles import PAGES, ROOT, agrees, agrees_laid_out, commands_of, lay_out, make_ledger, refreshed, run_page
from tests.update_docs import with_figures

HAND_WRITTEN = ("ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")
WITH_CONSOLES = [page for page in PAGES if commands_of(page.read_text(encoding="utf-8"))]
DATA = ROOT / "src" / "onrecord" / "data"
ENUMERATIONS = (
    *(model.BlockKind, model.Mode, model.Act, model.Certainty, model.Polarity, model.SourceKind),
    *(model.EntityKind, model.TimeType, model.Bound, model.Change),
)
"""The enumerations of the contract of `onrecord read`."""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_ledger(tmp_path_factory.mktemp("ledger"))


@pytest.mark.parametrize("page", WITH_CONSOLES, ids=lambda page: page.name)
def test_commands_print_what_the_page_shows(page: Path, ledger: Path, tmp_path: Path) -> None:
    text = page.read_text(encoding="utf-8")
    outputs = run_page(text, tmp_path, ledger)
    for command, output in zip(commands_of(text), outputs, strict=True):
        assert agrees(command.shown, output), (
            f"`{command.line}` prints\n{output}\n`python -m tests.update_docs` rewrites"
        )
        if command.laid_out is not None:
            assert agrees_laid_out(command.laid_out, output)


def _links() -> Iterator[tuple[str, str]]:
    for page in (*PAGES, *(ROOT / name for name in HAND_WRITTEN)):
        for target in re.findall(r"\]\((?!https?://|#)([^)#\s]+)", page.read_text(encoding="utf-8")):
            yield str(page.relative_to(ROOT)), target


@pytest.mark.parametrize(("page", "target"), sorted(set(_links())))
def test_links_lead_somewhere(page: str, target: str) -> None:
    assert ((ROOT / page).parent / target).exists()


@pytest.mark.parametrize("name", sorted(program.commands))
def test_every_command_is_shown_with_its_output(name: str) -> None:
    shown = [command for page in PAGES for command in commands_of(page.read_text(encoding="utf-8"))]
    assert [
        command
        for command in shown
        if command.line.startswith(f"onrecord {name} ") or command.line == f"onrecord {name}"
    ]


def test_every_command_of_the_pages_is_one() -> None:
    texts = [page.read_text(encoding="utf-8") for page in (*PAGES, *(ROOT / name for name in HAND_WRITTEN))]
    named = {name for text in texts for name in re.findall(r"`(?:\$ )?onrecord ([a-z]+)\b", text)}
    assert named
    assert named <= set(program.commands)


@pytest.mark.parametrize("name", NAMES)
def test_every_question_has_its_page(name: str) -> None:
    page = ROOT / "docs" / f"{name}.md"
    text = page.read_text(encoding="utf-8")
    assert text.startswith(f"# {name}: ")
    assert any(command.line.startswith(f"onrecord {name} ") for command in commands_of(text))
    assert f"(docs/{name}.md)" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ENUMERATIONS, ids=lambda kind: kind.__name__)
def test_the_contract_names_every_value(kind: type[model.Act]) -> None:
    text = (ROOT / "docs" / "read.md").read_text(encoding="utf-8")
    assert [value.value for value in kind if f"`{value.value}`" not in text] == []


@pytest.mark.parametrize("status", list(model.Status))
def test_every_status_is_explained(status: model.Status) -> None:
    assert f"**{status.value}**" in (ROOT / "docs" / "status.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(path.name for path in DATA.iterdir() if path.suffix in {".tsv", ".txt"}))
def test_every_table_has_its_terms(name: str) -> None:
    rows = [
        line for line in (ROOT / "docs" / "data.md").read_text(encoding="utf-8").splitlines() if f"| `{name}` |" in line
    ]
    assert len(rows) == 1
    assert all(cell.strip() for cell in rows[0].strip("|").split("|"))


def test_no_table_is_described_that_is_gone() -> None:
    described = re.findall(r"^\| `([\w.]+)` \|", (ROOT / "docs" / "data.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(described) == sorted(path.name for path in DATA.iterdir() if path.suffix in {".tsv", ".txt"})


@pytest.mark.parametrize("page", [ROOT / "README.md", ROOT / "docs" / "reading.md"], ids=lambda page: page.name)
def test_figures_are_those_on_record(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert "figures -->\n\n| of what |" in text
    assert with_figures(text) == text, "`python -m tests.update_docs` rewrites it"


def test_the_demo_asks_every_question() -> None:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, str(ROOT / "examples" / "demo.py")]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert [name for name in NAMES if f"\n$ onrecord {name} " not in ran.stdout] == []
    assert max(map(len, ran.stdout.splitlines())) <= 81


@pytest.mark.parametrize(
    ("shown", "output", "agreed"),
    [
        (["a", "b"], "a\nb\n", True),
        (["a "], "a\n", True),
        (["a"], "a\nb\n", False),
        (["a", "...", "d"], "a\nb\nc\nd\n", True),
        (["a", "...", "b"], "a\nb\n", True),
        (["...", "b"], "a\nb\n", True),
        (["a", "...", "a"], "a\n", False),
        (["a", "...", "c"], "a\nb\n", False),
        ([], "", True),
        ([], "a\n", False),
        (["confidence 0.88"], "confidence 0.89\n", True),
        (["confidence 0.88"], "confidence 0.98\n", False),
        (["confidence 0.88"], "confidence\n", False),
        (["page 0.88"], "page 0.89\n", False),
    ],
)
def test_what_an_output_agrees_with(shown: list[str], output: str, agreed: bool) -> None:
    assert agrees(tuple(shown), output) is agreed


def test_refreshing_keeps_the_ellipses() -> None:
    page = "# p\n\n```console\n$ one\nold\n...\nend\n$ two\n```\n\n```json\n[0]\n```\n\nprose\n"
    fresh = "# p\n\n```console\n$ one\n1\n...\n4\n$ two\n[1, 2]\n```\n\n```json\n[1, 2]\n```\n\nprose\n"
    assert refreshed(page, ["1\n2\n3\n4\n", "[1, 2]\n"]) == fresh


def test_laid_out_json_is_the_same_json() -> None:
    value = {"a": [{"b": "“x”" * 40, "c": []}, {"b": None}], "d": 1.5}
    text = lay_out(value)
    assert json.loads(text) == value
    assert max(map(len, text.splitlines())) < 140
    assert '  "d": 1.5' in text
