"""The job that takes in what the unit sent back: its answers are recorded together or not at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from questionnaires.errors import ExitCode
from tests.running import run
from tests.sent_and_returned import Hand, published, responses
from tests.torture.jobs import AUDIT, WORKBOOK, Job, Verdict
from tests.torture.victims import Ending

ANSWERS = {"REC-IA1-1": "accepted", "REC-IA2-1": "partly accepted"}
RESPOND = ("respond", "{}/" + AUDIT, "{}/" + WORKBOOK, "--yes")


def _prepare(folder: Path) -> None:
    audit, sent = published(folder)
    if audit.name != AUDIT:
        audit.rename(folder / AUDIT)
    hand = Hand(sent)
    hand.put("REC-IA1-1", Answer="accepted", Owner="Registry", Due_date=date(2027, 3, 31), Budget="yes")
    hand.put("REC-IA2-1", Answer="partly accepted", Comment="Only for new posts.")
    hand.save(folder / WORKBOOK)
    sent.unlink()


def _answers(folder: Path) -> dict[str, str]:
    return {ref: told.answer for ref, told in responses(folder / AUDIT).items()}


def _look(folder: Path, ending: Ending, verdict: Verdict) -> None:
    found = _answers(folder)
    if found not in ({}, ANSWERS):
        verdict.half.append(f"half a response: {found}")
    if (ending.code == ExitCode.DONE or "Recorded:" in ending.said) and found != ANSWERS:
        verdict.lost.append("the response was confirmed and is not there")
    if ending.code == ExitCode.BUSY and found == ANSWERS:
        verdict.in_doubt.append("recorded, though not confirmed")


def _again(folder: Path, verdict: Verdict) -> None:
    ran = run(*(word.format(folder) for word in RESPOND))
    if ran.code != ExitCode.DONE or _answers(folder) != ANSWERS:
        verdict.half.append(f"taking it in again does not help: {ran.said[-300:]}")


RESPOND_JOBS = (Job("respond", RESPOND, _prepare, _look, _again, makes=(WORKBOOK,)),)
