"""Audits to sit down with, lines that are piped in, and a real terminal to type at."""

from __future__ import annotations

import os
import re
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pexpect
from typer.testing import CliRunner, Result

import audit_engine
from audit_engine.audit import Facts, StoredAnswer, Submission
from audit_engine.auditfile import AuditFile
from audit_engine.cli import app
from audit_engine.store import submissions
from questionnaires.library import Loaded, load

PROGRAM = ["-c", "from audit_engine.cli import main; main()"]
ESCAPE = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")
HERE = str(Path(audit_engine.__file__).parents[1])


def make_audit(path: Path, staff: int = 28, definition: Loaded | None = None, referral: str = "") -> Path:
    """An audit of a unit with so many staff, run by Anna and Ben."""
    half = staff // 2
    facts = Facts(
        unit="Geneva {office} [bold]",
        region="europe_central_asia",
        unit_type="field_office",
        country="Switzerland",
        start=date(2026, 3, 2),
        language="en",
        invited=staff,
        staff={"professional": (half, staff - half)},
        facilitators=("Anna", "Ben"),
        referral=referral,
    )
    AuditFile.create(path, facts, definition or load("pga", "1.0.0")).close()
    return path


def pipe(audit: Path, command: str, *options: str, lines: list[str]) -> Result:
    """The command with these lines coming from a script."""
    typed = "".join(line + "\n" for line in lines)
    return CliRunner().invoke(app, [command, str(audit), *options], input=typed)


def flat(text: str) -> str:
    """The text without line breaks and margins, so that a sentence is found wherever it wrapped."""
    return " ".join(text.split())


def sittings(audit: Path, instrument: str = "interview") -> list[Submission]:
    with AuditFile(audit) as file, file.reading() as connection:
        return submissions.submissions(connection, instrument=instrument)


def answers(audit: Path, instrument: str = "interview", which: int = 0) -> dict[str, StoredAnswer]:
    """The standing answers of a sitting."""
    name = sittings(audit, instrument)[which].id
    with AuditFile(audit) as file, file.reading() as connection:
        return submissions.answers(connection, name)


def values(audit: Path, instrument: str = "interview", which: int = 0) -> dict[str, str]:
    return {name: answer.value for name, answer in answers(audit, instrument, which).items()}


class Keyboard:
    """The program in a real terminal: `see` waits for words, `type` answers the prompt that comes next."""

    def __init__(self, audit: Path, command: str, *options: str, columns: int = 80, **env: str) -> None:
        self.child: Any = pexpect.spawn(
            sys.executable,
            [*PROGRAM, command, audit.name, *options],
            cwd=str(audit.parent),
            env={**os.environ, "PYTHONPATH": HERE, "TERM": "xterm", **env},
            encoding="utf-8",
            dimensions=(40, columns),
            timeout=15,
        )
        self.child.delaybeforesend = 0
        self.seen = ""

    def see(self, words: str) -> None:
        self.child.expect_exact(words)
        self.seen += self.child.before + self.child.after

    @property
    def plain(self) -> str:
        """What was seen, without colours and line breaks."""
        return flat(ESCAPE.sub("", self.seen))

    def type(self, text: str, prompt: str = "> ") -> None:
        self.see(prompt)
        self.child.sendline(text)

    def end(self) -> int:
        """Waits for the program to end; its exit code, minus the signal where one killed it."""
        self.child.expect(pexpect.EOF)
        self.seen += self.child.before
        self.child.close()
        code = self.child.exitstatus
        return code if code is not None else -int(self.child.signalstatus)
