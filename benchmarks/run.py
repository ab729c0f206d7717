"""The speed of the few things that must be fast, each beside the barest program that does the same.

Run by `make bench`; `make bench BENCH=help` runs those with "help" in their name. A ratio is the median
of ours over the median of the bare one, both taken by turns in one run, so a busy machine slows both.
"""

from __future__ import annotations

import math
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from bare import (
    Sheet,
    bare_program,
    bare_saving,
    bare_values,
    bare_workbook,
    bare_workbook_noting_merges,
    sheets_of,
)
from counting import count_and_rate
from reading import answer_returned, fill_in, read_returned
from turns import Ratio, by_turns, seconds

if TYPE_CHECKING:  # each benchmark imports what it measures, so that one alone starts as it should
    from audit_engine.auditfile import AuditFile
    from exports import Report

PROGRAM = Path(sys.executable).with_name("audit-engine")
MOMENT = "2026-03-02T09:00:00Z"
HEAVY = ("sqlmodel", "sqlalchemy", "openpyxl", "questionnaires.library")


def run_quietly(*command: str | Path) -> None:
    subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL)


def help_page(folder: Path) -> Ratio:
    """`audit-engine --help` against a bare typer program with as many commands; nothing heavy is imported."""
    imported = heavy_imports_of_help()
    if imported:
        raise SystemExit(f"audit-engine --help imports {', '.join(imported)}")
    bare = bare_program(folder / "bare_help.py", command_names())
    return by_turns(
        lambda: run_quietly(PROGRAM, "--help"), lambda: run_quietly(sys.executable, bare, "--help"), 15, 1.5
    )


def command_names() -> list[str]:
    """The commands that the help lists."""
    import typer

    from audit_engine.cli import app

    group: Any = typer.main.get_command(app)
    return list(group.list_commands(typer.Context(group)))


def heavy_imports_of_help() -> list[str]:
    """Which of the heavy modules are loaded once the help has been printed."""
    code = f"""
import atexit, sys
atexit.register(lambda: print(*[name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr))
sys.argv = ["audit-engine", "--help"]
from audit_engine.cli import main
main()
"""
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return result.stderr.split()


def save_answer(folder: Path) -> Ratio:
    """What an interview does with each confirmed answer, against INSERT and COMMIT by the driver alone."""
    ours = small_audit(folder / "ours.audit")
    bare = small_audit(folder / "bare.audit")
    submission = begin_interview(bare)
    bare.close()
    saves = interviews(ours)
    return by_turns(lambda: next(saves), bare_saving(bare.path, submission, MOMENT), 300, 2.0)


def interviews(audit: AuditFile) -> Iterator[None]:
    """One interview after the other; each step saves one answer."""
    from audit_engine.sittings.sitting import opened

    while True:
        with opened(audit, begin_interview(audit), "Ada", "") as sitting:
            for step in sitting.steps:
                sitting.save(step.id, "agree")
                yield


def begin_interview(audit: AuditFile) -> str:
    from audit_engine.store.submissions import begin

    with audit.writing() as connection:
        return begin(connection, "interview", "staff", by="Ada")


def small_audit(path: Path) -> AuditFile:
    """An audit of a made-up unit, without answers."""
    from audit_engine.audit import Facts
    from audit_engine.auditfile import AuditFile
    from questionnaires import load

    staff = {"professional": (12, 15)}
    unit = Facts("Made-up unit", "africa", "field_office", "Kenya", date(2026, 3, 2), "en", 27, staff)
    return AuditFile.create(path, unit, load("pga", "1.0.0"))


def write_workbook(folder: Path) -> Ratio:
    """The workbook of the made-up unit, against openpyxl writing the same cells with the same look."""
    return against(bare_workbook, folder, limit=1.3)


def write_beside_noting(folder: Path) -> str:
    """The same against openpyxl where it, too, only notes joined cells. No limit."""
    ratio = against(bare_workbook_noting_merges, folder, limit=math.inf)
    return f"{ratio.ours / ratio.bare:5.2f} x (for information)"


def reopen_workbook(folder: Path) -> str:
    """What a check by opening the file again costs; writing it is timed without."""
    from openpyxl import load_workbook

    from exports import write_report

    path = folder / "ours.xlsx"
    write_report(made_up_report(folder), path)
    taken = median(seconds(lambda: load_workbook(path)) for _ in range(9))
    return f"{taken * 1000:5.0f} ms (for information)"


def read_back(folder: Path) -> Ratio:
    """The same workbook as it comes back from a unit, read behind all checks in a process of its own."""
    from exports import write_report

    path = folder / "returned.xlsx"
    write_report(made_up_report(folder), path)
    return read_returned(path)


def respond(folder: Path) -> Ratio:
    """What `respond` does up to its question: read, rate the audit anew, compare row by row."""
    from audit_engine.auditfile import AuditFile
    from exports import write_report

    path = folder / "returned.xlsx"
    write_report(made_up_report(folder), path)
    fill_in(path)
    with AuditFile(folder / "demo.audit") as opened:
        return answer_returned(opened, path)


def write_values(folder: Path) -> str:
    """The same against values without any style: what it costs that the report can be read. No limit."""
    ratio = against(bare_values, folder, limit=math.inf)
    return f"{ratio.ours / ratio.bare:5.2f} x (for information)"


def against(bare: Callable[[list[Sheet], Path], None], folder: Path, *, limit: float) -> Ratio:
    """`write_report` against a bare writer of what it wrote."""
    from exports import write_report

    report, path = made_up_report(folder), folder / "ours.xlsx"
    write_report(report, path)
    sheets = sheets_of(path)
    return by_turns(
        lambda: write_report(report, path, force=True), lambda: bare(sheets, folder / "bare.xlsx"), 9, limit
    )


def made_up_report(folder: Path) -> Report:
    """The report of the first audit that `audit-engine demo` plays."""
    from audit_engine.demo.play import play, settle
    from audit_engine.publishing import publish
    from audit_engine.reporting import report_of
    from questionnaires.library import load

    with play(folder / "demo.audit", load("pga", "1.0.0"), 0) as audit:
        settle(audit)
        return report_of(audit, publish(audit, "", ask=lambda question: True))


def load_definition(folder: Path) -> str:
    """Reading and checking the whole of pga, in a process that has the modules already."""
    from questionnaires import load

    load("pga", "1.0.0")
    taken = median(seconds(lambda: load("pga", "1.0.0")) for _ in range(9))
    verdict = "ok" if taken <= 0.150 else "TOO SLOW"
    return f"{taken * 1000:5.0f} ms (at most 150 ms) {verdict}"


BENCHMARKS: dict[str, Callable[[Path], object]] = {
    "help": help_page,
    "save an answer": save_answer,
    "write the workbook": write_workbook,
    "write the workbook, joined cells noted": write_beside_noting,
    "write bare values": write_values,
    "open the workbook again": reopen_workbook,
    "read a returned workbook": read_back,
    "respond": respond,
    "load the questionnaire": load_definition,
    "count and rate": count_and_rate,
}


def main(wanted: list[str]) -> None:
    """Print one line a benchmark."""
    for name, benchmark in BENCHMARKS.items():
        if not wanted or any(word in name for word in wanted):
            with tempfile.TemporaryDirectory() as folder:
                print(f"{name:24} {benchmark(Path(folder))}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
