"""What `questionnaire check` says of a file: its mistakes, or the verdict and an editor's warnings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import typer

from audit_engine import terminal
from audit_engine.questionnaire_page import counts
from questionnaires.catalogue import SOURCE, speaking, tr, tr_many
from questionnaires.errors import ExitCode, Problem, UserError
from questionnaires.library import Loaded, load_file, refuse_republished
from questionnaires.translations import languages, shelf_beside, wording
from questionnaires.warnings import Placed, placed_warnings


def check_aloud(file: Path, *, staff: int | None, strict: bool) -> None:
    """For people. Raises UserError with every mistake, Exit (NOT_NOW) for a warning where `strict`."""
    loaded, found = _looked_at(file, staff)
    questionnaire = loaded.questionnaire
    terminal.say(
        tr(
            "OK: {id} {version}, {counts}.",
            id=questionnaire.id,
            version=questionnaire.version,
            counts=counts(questionnaire),
        )
    )
    if found:
        terminal.say()
        terminal.say(
            tr_many(
                "It can be used. An editor would look at {number} place again:",
                "It can be used. An editor would look at {number} places again:",
                len(found),
            )
        )
    for each in found:
        terminal.out().print(terminal.styled(str(each.problem)), soft_wrap=True)
    _end(strict and bool(found))


def check_for_programs(file: Path, *, staff: int | None, strict: bool) -> None:
    """The same as JSON on stdout: `mistakes` and `warnings`, in English; the exit codes are the same."""
    try:
        with speaking(SOURCE):
            loaded, found = _looked_at(file, staff)
    except UserError as error:
        if not error.problems:
            raise
        _print({"file": str(file), "mistakes": [_place(each) for each in error.problems], "warnings": []})
        raise typer.Exit(int(error.code)) from None
    listed = [{"rule": each.rule} | _place(each.problem) for each in found]
    known = {"id": loaded.questionnaire.id, "version": loaded.questionnaire.version}
    _print({"file": str(file), **known, "mistakes": [], "warnings": listed})
    _end(strict and bool(found))


def _looked_at(file: Path, staff: int | None) -> tuple[Loaded, list[Placed]]:
    loaded = load_file(file)
    refuse_republished(loaded)
    return loaded, placed_warnings(loaded, str(file), staff=staff, untranslated=_untranslated(loaded, file))


def _untranslated(loaded: Loaded, file: Path) -> dict[str, set[str]]:
    """Language -> keys of the texts that it lacks or has of an older English."""
    questionnaire, shelf = loaded.questionnaire, shelf_beside(file)
    found = (wording(questionnaire, language, shelf) for language in languages(questionnaire, shelf)[1:])
    return {one.language: {*one.missing, *one.outdated} for one in found}


def _place(problem: Problem) -> dict[str, Any]:
    file, line, column = problem.where.rsplit(":", 2)
    return {
        "file": file,
        "line": int(line),
        "column": int(column),
        "message": problem.message,
        "remedy": problem.remedy,
    }


def _print(found: dict[str, Any]) -> None:
    typer.echo(json.dumps(found, indent=2, ensure_ascii=False))


def _end(refused: bool) -> None:
    if refused:
        raise typer.Exit(int(ExitCode.NOT_NOW))
