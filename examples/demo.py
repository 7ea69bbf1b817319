"""Every question on the example story, with the command that one would type for it."""  # noqa: INP001 - a script, no package

from __future__ import annotations

import io
import os
import re
import shlex
import sys
import tempfile
from contextlib import chdir, redirect_stdout
from pathlib import Path

from onrecord.cli.program import run

ARTICLES = Path(__file__).resolve().with_name("articles.jsonl")
ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
WIDTH = 80

STEPS = (
    ("Sixteen articles of nine outlets go into a ledger", "add articles.jsonl"),
    ("What does it hold?", "stories"),
    ("Did it stand on 5 June that Arvenia sends instructors?", 'status "instructors for Vesna" --as-of 2031-06-05'),
    ("Many had it by then. On how many words does it rest?", 'origins "instructors for Vesna" --as-of 2031-06-04'),
    ("Where does Brennia stand?", "positions Brennia --as-of 2031-06-13"),
    ("How many instructors, and do the figures agree?", 'figures "military instructors"'),
    ("When does the president travel?", 'timeline "visit Lipnik"'),
    ("What became known on 5 June?", "changes --since 2031-06-05 --until 2031-06-05 --story-time"),
    ("Who says that combat troops are among them?", 'sources "combat troops"'),
    ("Who says what of Lypnyk, however it is spelled?", "search visit Lypnyk --limit 2"),
)
"""What one may ask, and the command that answers it."""

LONGEST = 20
"""Lines of an answer that are shown."""


def main() -> int:
    """Show all; gives the first exit code that isn't 0."""
    os.environ |= {"COLUMNS": str(WIDTH), "FORCE_COLOR": "1"}
    os.environ.pop("ONRECORD_LEDGER", None)
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        Path(ARTICLES.name).symlink_to(ARTICLES)
        return next((code for title, line in STEPS if (code := _show(title, line))), 0)


def _show(title: str, line: str) -> int:
    """A heading, the command, and the first lines of what it prints; gives its exit code."""
    with redirect_stdout(io.StringIO()) as screen:
        code = run(shlex.split(line))
    lines = screen.getvalue().rstrip("\n").split("\n")
    rest = len(lines) - LONGEST
    if rest > 1:
        lines[LONGEST:] = ["", f"… and {rest} lines more"]
    text = "\n".join(["", title, "─" * WIDTH, f"$ onrecord {line}", "", *lines, ""])
    sys.stdout.write(text if sys.stdout.isatty() else ESCAPES.sub("", text))
    return code


if __name__ == "__main__":
    sys.exit(main())
