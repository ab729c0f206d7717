"""The broken and the doubtful definitions in tests/bad, and what must be said of each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

FOLDER = Path(__file__).parent / "bad"
ALL = sorted(FOLDER.glob("*.yaml"))
WARNED = [file for file in ALL if file.stem.startswith("warns_")]
"""Definitions that can be used, each with one thing that an editor would look at again."""
BROKEN = [file for file in ALL if file not in WARNED]
"""Definitions with a mistake."""


def expected(file: Path) -> list[str]:
    """What must be said: `# LINE:COLUMN what. What to do.`, in a doubtful file `# warns LINE:COLUMN ...`."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return [found[1] for line in lines if (found := re.match(r"# (?:warns )?(\d+:\d+ .*)", line))]


def staff(file: Path) -> int | None:
    """The size of the unit that the file is looked at for: a line `# staff 25`."""
    found = re.search(r"^# staff (\d+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    return int(found[1]) if found else None


def untranslated(file: Path) -> Mapping[str, list[str]]:
    """What a translation lacks: lines `# missing fr title, summary`."""
    lines = re.findall(r"^# missing (\w+) (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    return {language: keys.split(", ") for language, keys in lines}
