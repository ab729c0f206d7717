"""Running a command as a script would: no terminal on stdin, the result as exit code and text."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select
from sqlmodel import col
from typer.testing import CliRunner

from audit_engine.cli import app
from audit_engine.store.tables import SurveyAnswerRow

HEADER = "submission,instrument,role,gender,category,supervises,item,answer,note,evidence"


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it said; line breaks of wrapping are single blanks in `said`."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        return " ".join((self.out + self.err).split())


def run(*words: str | Path, typed: str = "") -> Ran:
    result = CliRunner().invoke(app, [str(word) for word in words], input=typed, prog_name="audit-engine")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ran(result.exit_code, result.stdout, result.stderr)


def begin(path: Path, *options: str, staff: str = "professional=14/14") -> Path:
    """A new audit file; 28 staff and the first questionnaire unless said otherwise."""
    first = () if "--questionnaire" in options else ("--questionnaire", "pga@1.0.0")
    made = run("new", path, "--unit", "Test unit", "--staff", staff, "--yes", *first, *options)
    assert made.code == 0, made.said
    return path


def write_answers(path: Path, *rows: str) -> Path:
    """An answers CSV with the full header; `rows` as written in the file."""
    path.write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
    return path


def ratings(path: Path) -> dict[str, Any]:
    """The working view of the ratings as a program reads it."""
    ran = run("score", path, "--format", "json")
    assert ran.code == 0, ran.said
    found: dict[str, Any] = json.loads(ran.out)
    return found


def item(path: Path, name: str) -> dict[str, Any]:
    """One item of the ratings."""
    return next(each for each in ratings(path)["items"] if each["id"] == name)


def survey_answered(connection: Connection) -> dict[str, int]:
    """Item -> number of survey forms that answered it in any way."""
    query = select(col(SurveyAnswerRow.item), func.count()).group_by(col(SurveyAnswerRow.item))
    return dict(connection.execute(query).all())
