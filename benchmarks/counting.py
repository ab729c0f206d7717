"""Counting and rating survey forms, beside the bare SQL that counts them and a script that uses pandas."""

from __future__ import annotations

import csv
import math
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from statistics import median
from typing import TYPE_CHECKING, Any

from bare import PRAGMAS
from sqlcipher3 import dbapi2 as sqlcipher
from turns import Ratio, by_turns, seconds

if TYPE_CHECKING:
    from audit_engine.auditfile import AuditFile
    from questionnaires import Loaded

SIZES = (50, 5_000, 50_000)
MOST_MEMORY = 200
"""MiB that a process may take which opens the largest file, counts and rates it."""
GROUP_BY = """
SELECT item, CASE gender WHEN 'woman' THEN 'woman' WHEN 'man' THEN 'man' ELSE 'x' END AS grp, value, count(*)
FROM survey_answer JOIN survey_form USING (form) GROUP BY item, grp, value
"""
NO_PANDAS = "pandas is not installed; `make bench` installs it, or: pip install '.[bench]'"


def count_and_rate(folder: Path) -> str:
    """One line a size, then the memory that the largest takes."""
    lines = [_line(folder, forms) for forms in SIZES]
    return "\n" + "\n".join([*lines, _memory(folder / f"{SIZES[-1]}.audit", folder / f"{SIZES[-1]}.csv")])


def _line(folder: Path, forms: int) -> str:
    from scoring import assess

    rounds = 5 if forms > 10_000 else 15
    path, table = folder / f"{forms}.audit", folder / f"{forms}.csv"
    with audit_of(path, forms) as audit:
        write_csv(path, table)
        connection = sqlcipher.connect(str(path), isolation_level=None)
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        questionnaire, evidence = audit.definition.questionnaire, audit.evidence()

        def ours() -> object:
            return assess(questionnaire, audit.evidence())

        limit = 2.0 if forms > SIZES[0] else math.inf
        bare = by_turns(ours, lambda: connection.execute(GROUP_BY).fetchall(), rounds, limit)
        alone = by_turns(ours, lambda: counting_alone(connection), rounds, math.inf)
        rating = median(seconds(lambda: assess(questionnaire, evidence)) for _ in range(9))
        pandas = _beside_pandas(bare, table, rounds)
    beside = [
        f"  {forms:6} forms {bare}",
        f"{alone.ours / alone.bare:.2f} x its own counting alone ({alone.bare * 1000:.1f} ms)",
        f"the rating alone {rating * 1000:.1f} ms; {pandas}",
    ]
    return f"\n{16 * ' '}".join(beside)


def counting_alone(connection: Any) -> list[Any]:
    """The statements by which this program counts a survey, through the driver, with nothing after them."""
    from audit_engine.store import counting
    from scoring.evidence import GROUPS

    found: list[Any] = []
    for group in GROUPS:
        connection.execute(counting._TALLY)
        connection.execute(counting._COUNT, (group,))
        found += connection.execute("SELECT item, value, number FROM tally").fetchall()
        connection.execute("DROP TABLE temp.tally")
    return found


def _beside_pandas(counted: Ratio, table: Path, rounds: int) -> str:
    try:
        import pandas
    except ImportError:
        return NO_PANDAS

    def grouped() -> object:
        return pandas.read_csv(table).groupby(["item", "gender", "value"], dropna=False).size()

    taken = median(seconds(grouped) for _ in range(rounds))
    return f"{counted.ours / taken:.2f} x pandas, which reads and groups the same in {taken * 1000:.1f} ms"


def _memory(audit: Path, table: Path) -> str:
    ours = _largest(
        "from pathlib import Path; from audit_engine.auditfile import AuditFile; from scoring import assess\n"
        f"with AuditFile(Path({str(audit)!r})) as opened:\n"
        "    assess(opened.definition.questionnaire, opened.evidence())"
    )
    verdict = "ok" if ours <= MOST_MEMORY else "TOO MUCH"
    told = f"  memory of a process: {ours} MiB (at most {MOST_MEMORY} MiB) {verdict}"
    try:
        beside = _largest(
            f"import pandas; pandas.read_csv({str(table)!r}).groupby(['item', 'gender', 'value']).size()"
        )
    except subprocess.CalledProcessError:
        return told
    return f"{told}, against {beside} MiB with pandas"


def _largest(program: str) -> int:
    """The most memory (MiB) of a Python process that ran this (Linux; getrusage would count its parent)."""
    program += (
        "\nprint(next(line for line in open('/proc/self/status') if line.startswith('VmHWM')).split()[1])"
    )
    told = subprocess.run([sys.executable, "-c", program], check=True, text=True, capture_output=True).stdout
    return int(told) // 1024


def audit_of(path: Path, forms: int) -> AuditFile:
    """An audit with so many survey forms, one answer in ten a code; put in by the driver, in key order."""
    from audit_engine.audit import Facts
    from audit_engine.auditfile import AuditFile
    from questionnaires import load

    definition, random = load("pga", "1.0.0"), Random(1)
    half = max(forms // 2, 10)
    facts = Facts(
        "Made-up unit", "africa", "field_office", "KE", date(2026, 3, 2), "en", 2 * half,
        {"professional": (half, half)},
    )  # fmt: skip
    audit = AuditFile.create(path, facts, definition)
    keys = sorted(f"{random.getrandbits(128):032x}" for _ in range(forms))
    with audit.writing() as connection:
        driver = connection.connection.dbapi_connection
        assert driver is not None
        genders = ((key, random.choice(("woman", "man", "woman", "man", "pnts")), None, None) for key in keys)
        driver.cursor().executemany("INSERT INTO survey_form VALUES (?, ?, ?, ?)", genders)
        driver.cursor().executemany(
            "INSERT INTO survey_answer VALUES (?, ?, ?)", _answers(definition, keys, random)
        )
    return audit


def _answers(definition: Loaded, keys: list[str], random: Random) -> Iterator[tuple[str, str, str]]:
    questionnaire = definition.questionnaire
    options = {
        name: [option.id for option in questionnaire.scale_of(item).options]
        for name, item in sorted(questionnaire.items.items())
        if "survey" in item.instruments
    }
    for key in keys:
        for item, values in options.items():
            yield key, item, random.choice(values if random.random() < 0.9 else ("dk", "na"))


def write_csv(audit: Path, table: Path) -> None:
    """The same answers for pandas, without a column that it does not need."""
    with sqlcipher.connect(str(audit)) as connection, table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("form", "gender", "item", "value"))
        writer.writerows(
            connection.execute(
                "SELECT form, gender, item, value FROM survey_form JOIN survey_answer USING (form)"
            )
        )
