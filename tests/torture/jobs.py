"""The jobs that are interrupted, and what must be true of the files whatever moment it was."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from audit_engine.audit import Profile
from audit_engine.auditfile import AuditFile
from audit_engine.store import submissions, survey
from audit_engine.survey.form import SKIPPED, form_for
from questionnaires.errors import ExitCode
from tests.running import begin, run, survey_answered
from tests.torture.victims import READ, Ending

AUDIT, WORKBOOK, CSV = "t.audit", "t.xlsx", "answers.csv"
CODE = "QRST-2345"
FORMS_BEFORE = 6
LAST_ITEM, LAST_WORDS = "ST1-07", "action"
_PROMPT = re.compile(r"^> ?$\n?", re.MULTILINE)
_QUESTION = re.compile(r"^(?:[A-Z]{2}\d-[\w-]+|[a-z]+)(?=  )", re.MULTILINE)
_SAVED = re.compile(r"^Saved\.|\(\d+ of \d+\)|nothing is sent yet|^Thank you", re.MULTILINE)


@dataclass
class Verdict:
    """What one interrupted run left behind; every list empty is as it must be."""

    lost: list[str] = field(default_factory=list)
    corrupt: list[str] = field(default_factory=list)
    half: list[str] = field(default_factory=list)
    tracebacks: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    in_doubt: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    @property
    def broken(self) -> list[str]:
        """Everything that breaks a promise. In doubt and left over do not: see docs/durability.md."""
        return [*self.lost, *self.corrupt, *self.half, *self.tracebacks, *self.codes]


@dataclass(frozen=True)
class Job:
    """`words` are the command's, with {} for the folder. `prepare` makes the files before it, `look` judges
    those after it, `again` runs the same once more."""

    name: str
    words: tuple[str, ...]
    prepare: Callable[[Path], None]
    look: Callable[[Path, Ending, Verdict], None]
    again: Callable[[Path, Verdict], None]
    typed: tuple[str, ...] = ()
    makes: tuple[str, ...] = ()

    def in_folder(self, folder: Path) -> list[str]:
        return [word.format(folder) for word in self.words]


def judge(job: Job, folder: Path, ending: Ending, *, again: bool = True) -> Verdict:
    """What the run left behind, and whether the same command then simply works."""
    verdict = Verdict()
    _look_at_what_was_said(ending, verdict)
    _look_for_left_overs(job, folder, ending, verdict)
    audit = folder / AUDIT
    if audit.exists():
        verdict.corrupt += damage(audit)
    if not verdict.corrupt:
        job.look(folder, ending, verdict)
        flat = " ".join(ending.said.split())
        if verdict.in_doubt and "Nothing was changed" in flat and "look whether this step" not in flat:
            verdict.codes.append(f"kept, though told that nothing was changed: {ending.said[-300:]}")
        if again:
            job.again(folder, verdict)
    return verdict


def _look_at_what_was_said(ending: Ending, verdict: Verdict) -> None:
    if "Traceback" in ending.said or "Exception ignored" in ending.said:
        verdict.tracebacks.append(ending.said[-600:])
    expected = [ExitCode.DONE, ExitCode.BUSY]
    if any(call.injected and call.name == READ for call in ending.calls):
        expected.append(ExitCode.INTEGRITY)  # SQLite calls a file damaged that the disk cannot read
    if ending.signal is None and ending.code not in expected:
        verdict.codes.append(f"exit code {ending.code}: {ending.said[-300:]}")
    if ending.code == ExitCode.BUSY and "Error: " not in ending.said and "could not" not in ending.said:
        verdict.codes.append(f"exit code 5 without a word: {ending.said[-300:]}")


def _look_for_left_overs(job: Job, folder: Path, ending: Ending, verdict: Verdict) -> None:
    known = {AUDIT, CSV, "tmp", *job.makes}
    strange = [entry.name for entry in folder.iterdir() if entry.name not in known]
    # A journal beside its file is how the next command puts things right.
    left = [name for name in strange if name != f"{AUDIT}-journal"]
    inside = folder / "tmp"
    left += [f"tmp/{entry.name}" for entry in inside.iterdir()] if inside.exists() else []
    verdict.left += left


def damage(audit: Path) -> list[str]:
    """What SQLite finds wrong with a file; opening it takes back an unfinished transaction first."""
    connection = sqlcipher.connect(str(audit))
    try:
        found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        return [*(text for text in found if text != "ok"), *map(str, broken)]
    except sqlcipher.DatabaseError as error:
        return [str(error)]
    finally:
        connection.close()


# -- an interview: five answers, the fifth corrects the first

SPOKEN = (
    "y",
    "/g SU1-07",
    "largely",
    "A joint training in May",
    "Nobody has time",
    "Ask us before the plan is fixed",
    "/g SU1-07",
    "fully",
    "/q",
)


def _prepare_interview(folder: Path) -> None:
    begin(folder / AUDIT)


def confirmed(ending: Ending, typed: tuple[str, ...]) -> tuple[dict[str, str], dict[str, set[str]]]:
    """(question -> answer that was confirmed on the screen, question -> others typed since, unconfirmed)."""
    said = _PROMPT.split(ending.said)
    sure: dict[str, str] = {}
    unsure: dict[str, set[str]] = {}
    at = ""
    for place, line in enumerate(typed[: len(said) - 1]):
        shown = _QUESTION.findall(said[place])
        at = shown[-1] if shown else at
        if line.startswith("/") or not at:
            continue
        if _SAVED.search(said[place + 1]) and "could not be" not in said[place + 1]:
            sure[at] = line
            unsure.pop(at, None)
        else:
            unsure.setdefault(at, set()).add(line)
    return sure, unsure


def compare(
    stored: dict[str, str], sure: dict[str, str], unsure: dict[str, set[str]], verdict: Verdict
) -> None:
    """Every confirmed answer stands, unless a later one was on its way; nothing stands that nobody typed."""
    for name, value in sure.items():
        if stored.get(name) not in {value} | unsure.get(name, set()):
            verdict.lost.append(f"{name}: '{value}' was confirmed, {stored.get(name)!r} is stored")
    for name, value in stored.items():
        if name not in sure and value not in unsure.get(name, set()):
            verdict.half.append(f"{name} holds {value!r}, which nobody typed")
        elif name in unsure and value in unsure[name]:
            verdict.in_doubt.append(name)


def _look_interview(folder: Path, ending: Ending, verdict: Verdict) -> None:
    sure, unsure = confirmed(ending, SPOKEN[1:])
    with AuditFile(folder / AUDIT) as file, file.reading() as connection:
        held = submissions.submissions(connection)
        stored = submissions.answers(connection, held[0].id) if held else {}
    compare({name: answer.value for name, answer in stored.items()}, sure, unsure, verdict)
    if len(held) > 1:
        verdict.half.append("a second interview out of nowhere")


def _again_interview(folder: Path, verdict: Verdict) -> None:
    ran = run("interview", folder / AUDIT, "--role", "partner", typed="y\n/q\n")
    if ran.code != ExitCode.DONE:
        verdict.half.append(f"the next interview is refused: {ran.said[-300:]}")


# -- a survey form: a kept draft with two questions open, then sent


def _prepare_survey(folder: Path) -> None:
    audit = begin(folder / AUDIT)
    with AuditFile(audit) as file:
        form = form_for(file.definition.questionnaire, file.facts().setting)
        given = {
            question.key: question.options[0].id if question.options else SKIPPED
            for question in form
            if question.key not in (LAST_ITEM, LAST_WORDS)
        }
        with file.writing() as connection:
            for _ in range(FORMS_BEFORE):
                survey.send(connection, Profile("woman"), {"ST1-07": "agree", "ST1-08": "agree"}, {})
            for key, value in given.items():
                survey.keep_in_draft(connection, survey.draft_key(connection, CODE), key, value)


FILLED_IN = (CODE, "disagree", "More posts in the field", "send", "stop")


def _look_survey(folder: Path, ending: Ending, verdict: Verdict) -> None:
    sure, unsure = confirmed(ending, FILLED_IN)
    with AuditFile(folder / AUDIT) as file, file.reading() as connection:
        draft = survey.read_draft(connection, survey.draft_key(connection, CODE))
        forms, answered = survey.forms(connection), survey_answered(connection)
        words = survey.words(connection)
    sent = forms == FORMS_BEFORE + 1
    if "Thank you" in ending.said and not sent:
        verdict.lost.append("the form was sent and is not there")
    if sent and (draft or answered[LAST_ITEM] != forms or len(words) != 1):
        verdict.half.append(f"half sent: {len(draft)} in the draft, {answered[LAST_ITEM]} of {forms}")
    if not sent:
        if forms != FORMS_BEFORE or answered[LAST_ITEM] != FORMS_BEFORE or not draft or words:
            verdict.half.append(f"neither sent nor kept: {forms} forms, {len(draft)} in the draft")
        mine = {name: draft[name] for name in (LAST_ITEM, LAST_WORDS) if name in draft}
        compare(mine, {k: v for k, v in sure.items() if k in (LAST_ITEM, LAST_WORDS)}, unsure, verdict)
    elif "Thank you" not in ending.said and ending.signal is None:
        verdict.in_doubt.append("sent, though not confirmed")


def _again_survey(folder: Path, verdict: Verdict) -> None:
    ran = run("survey", folder / AUDIT, typed="stop\n")
    if ran.code != ExitCode.DONE:
        verdict.half.append(f"the survey does not go on: {ran.said[-300:]}")


SITTING_JOBS = (
    Job(
        "interview, 5 answers",
        ("interview", "{}/" + AUDIT, "--role", "partner"),
        _prepare_interview,
        _look_interview,
        _again_interview,
        SPOKEN,
    ),
    Job(
        "survey form sent", ("survey", "{}/" + AUDIT), _prepare_survey, _look_survey, _again_survey, FILLED_IN
    ),
)
