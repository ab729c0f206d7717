"""How long a very large survey takes: 10,000 forms, from a CSV file into an audit and to its ratings.

.venv/bin/python benchmarks/large.py [FORMS]
"""

from __future__ import annotations

import csv
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random
from time import perf_counter

from questionnaires import load

PROGRAM = Path(sys.executable).with_name("audit-engine")
COLUMNS = "submission,instrument,role,gender,category,supervises,item,answer,note,evidence"


def write_forms(path: Path, forms: int) -> int:
    """Writes so many survey forms, every item answered; returns the number of rows."""
    questionnaire, random, rows = load("pga", "1.0.0").questionnaire, Random(1), 0
    items = [item for item in questionnaire.items.values() if "survey" in item.instruments]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS.split(","))
        for number in range(forms):
            gender = random.choice(("woman", "man", "pnts"))
            for item in items:
                answer = random.choice(questionnaire.scale_of(item).options).id
                writer.writerow((f"F{number}", "survey", "staff", gender, "", "", item.id, answer, "", ""))
                rows += 1
    return rows


def timed(*words: str | Path) -> float:
    """Seconds of one command as a whole."""
    start = perf_counter()
    subprocess.run([str(PROGRAM), *map(str, words)], check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - start


def main(forms: int = 10_000) -> None:
    with tempfile.TemporaryDirectory() as folder:
        audit, answers = Path(folder) / "large.audit", Path(folder) / "answers.csv"
        rows = write_forms(answers, forms)
        timed("new", audit, "--staff", f"professional={forms}/{forms}", "--yes")
        print(f"import of {forms} forms, {rows} answers: {timed('import', audit, answers):.1f} s")
        print(f"score: {timed('score', audit):.1f} s")
        print(f"largest process: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:2]))
