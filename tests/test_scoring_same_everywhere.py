"""The same answers give the same ratings whatever the machine, its language, and who answered first."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.golden_audits import goldens

ROOT = Path(__file__).parents[1]
# Turkish has another capital of i; Arabic other digits, and is written from right to left.
PLACES: tuple[dict[str, str], ...] = (
    {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC"},
    {"PYTHONHASHSEED": "1", "LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"},
    {"PYTHONHASHSEED": "random", "LC_ALL": "ar_EG.UTF-8", "TZ": "Pacific/Pago_Pago"},
)

PUBLISHED = {"overall", "json", "release", "figures", "report"}


def start(folder: Path, seed: int, place: dict[str, str]) -> subprocess.Popen[str]:
    folder.mkdir()
    return subprocess.Popen(
        [sys.executable, "-m", "tests.same_everywhere", str(folder), str(seed)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **place},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def everywhere(folder: Path) -> list[dict[str, Any]]:
    """The same audits rated in each place, the people in another order in each."""
    begun = [start(folder / str(seed), seed, place) for seed, place in enumerate(PLACES)]
    found = []
    for process in begun:
        out, wrong = process.communicate(timeout=120)
        assert process.returncode == 0, wrong
        found.append(json.loads(out))
    return found


def test_figures_reports_and_hashes_are_the_same_everywhere_and_in_any_order_of_the_people(
    tmp_path: Path,
) -> None:
    first, *others = everywhere(tmp_path)
    assert set(first) == {golden.path.stem for golden in goldens()} | PUBLISHED
    for other in others:
        for name in first:
            assert other[name] == first[name], name
    for golden in goldens():
        assert first[golden.path.stem]["results"] == golden.told["results"], golden.path.stem
    assert first["overall"]["band"] == "emerging"


def test_no_code_takes_up_the_language_or_the_place_of_the_machine() -> None:
    packages = ("questionnaires", "scoring", "exports", "audit_engine")
    for file in (path for name in packages for path in (ROOT / name).rglob("*.py")):
        text = file.read_text("utf-8")
        assert not re.search(r"^\s*(import|from)\s+locale\b|setlocale|tzset", text, re.MULTILINE), file
