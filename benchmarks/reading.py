"""Reading a workbook that came back, against openpyxl doing it in a child process of the same kind."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from turns import Ratio, by_turns

BARE = """
import io, json, sys
from openpyxl import load_workbook
book = load_workbook(io.BytesIO(sys.stdin.buffer.read()))
cells = {sheet.title: [(cell.coordinate, cell.value) for row in sheet for cell in row] for sheet in book}
json.dump(cells, sys.stdout, default=str)
"""


def bare_reading(path: Path) -> Any:
    """Every cell of every sheet, by a process that is started for it and then gone; no check, no limit."""
    ran = subprocess.run(
        [sys.executable, "-c", BARE], input=path.read_bytes(), stdout=subprocess.PIPE, check=True
    )
    return json.loads(ran.stdout)


def read_returned(path: Path) -> Ratio:
    """`read_workbook`, all checks and limits included, against the same cells without any."""
    from exports.reading import read_workbook

    return by_turns(lambda: read_workbook(path), lambda: bare_reading(path), 9, 2.0)
