"""A previous audit of the same unit as the baseline: its figures are copied in, once."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from audit_engine.auditfile import AuditFile
from audit_engine.publishing import last_published
from audit_engine.responding.earlier import LeftOpen, keep
from audit_engine.responding.leaving import left_open
from audit_engine.sittings.start import go_on_command
from audit_engine.store.facts import get_meta, log_changes, set_meta
from audit_engine.terminal import say, say_command, warn
from questionnaires.catalogue import tr, tr_many
from questionnaires.definition import Questionnaire
from questionnaires.errors import ExitCode, UserError
from scoring import assess
from scoring.assessment import Assessment
from scoring.baselines import means_the_same
from scoring.earlier import earlier_from, earlier_to_json
from scoring.evidence import Earlier, Evidence
from scoring.judgement import respondents


def assess_audit(opened: AuditFile) -> Assessment:
    """The ratings of an open audit, against its baseline where it has one."""
    return assess(opened.definition.questionnaire, opened.evidence(), opened.earlier())


@dataclass(frozen=True)
class Left:
    """What an earlier audit leaves to the next one: its figures, and what its unit had accepted."""

    figures: Earlier
    advice: LeftOpen


def copy_figures(opened: AuditFile, earlier_path: Path, by: str) -> None:
    """Copies in what an earlier audit left. Raises UserError if it is this very file or no audit."""
    copy_in(opened, left_by(earlier_path, opened.path), by)


def left_by(earlier_path: Path, path: Path) -> Left:
    """What an earlier audit leaves to the audit at `path`: its figures as it published them last.

    Raises UserError if the two are one file, if there is no such audit, or if it published nothing yet: its
    figures would tell, beside the ones it publishes later, what those few said who answered in between.
    """
    if earlier_path.exists() and path.exists() and earlier_path.samefile(path):
        raise UserError(tr("An audit cannot be its own baseline."), tr("Name the file of the earlier audit."))
    with AuditFile(earlier_path) as earlier:
        then, definition = earlier.facts(), earlier.definition
        counted = _spoken_for(earlier)
        assessment = assess(definition.questionnaire, counted, earlier.earlier())
        advice = left_open(earlier)
    figures = earlier_from(
        definition.questionnaire,
        assessment,
        unit=then.unit,
        start=then.start.isoformat(),
        sha256=definition.sha256,
        respondents=respondents(definition.questionnaire, counted),
    )
    return Left(figures, advice)


def _spoken_for(earlier: AuditFile) -> Evidence:
    published = last_published(earlier)
    if published is None:
        raise UserError(
            tr(
                "{file} has published nothing yet, so there is nothing to compare with.",
                file=earlier.path.name,
            ),
            tr("Write its report first: audit-engine report {file}", file=earlier.path.name),
            code=ExitCode.NOT_NOW,
        )
    return published


def _keep_figures(connection: Connection, figures: Earlier, by: str) -> None:
    before = get_meta(connection, "earlier")
    set_meta(connection, "earlier", json.dumps(earlier_to_json(figures)))
    named = f"{figures.unit}, {figures.start}"
    log_changes(connection, [("baseline", "replaced" if before else "", named)], by)


def copy_in(opened: AuditFile, left: Left, by: str) -> None:
    """Keeps what an earlier audit left in an open one and says so."""
    figures = left.figures
    with opened.writing() as connection:
        _keep_figures(connection, figures, by)
        keep(connection, left.advice)
    say(tr("The figures of {unit} ({date}) are the baseline now.", unit=figures.unit, date=figures.start))
    _say_version(opened.definition.questionnaire, figures)
    if figures.unit.casefold() != opened.facts().unit.casefold():
        warn(
            tr(
                "the earlier audit names another unit: {unit}. Check that it is the same one.",
                unit=figures.unit,
            )
        )
    if many := len(left.advice.advice):
        say(
            tr_many(
                "{number} recommendation was accepted then; to see what is still open:",
                "{number} recommendations were accepted then; to see what is still open:",
                many,
            )
        )
        say_command(go_on_command("follow-up", opened.path))


def _say_version(questionnaire: Questionnaire, figures: Earlier) -> None:
    """How much of the earlier audit compares, where it ran on another version."""
    then = f"{figures.questionnaire}@{figures.version}"
    if then == questionnaire.reference:
        return
    rated = [item for item in questionnaire.items.values() if item.scored]
    same = sum(means_the_same(questionnaire, item, figures) for item in rated)
    say(
        tr_many(
            "It ran on {then}: of the {number} rated items of {questionnaire}, "
            "{same} counted then and mean the same.",
            "It ran on {then}: of the {number} rated items of {questionnaire}, "
            "{same} counted then and mean the same.",
            len(rated),
            then=then,
            questionnaire=questionnaire.reference,
            same=same,
        )
    )
