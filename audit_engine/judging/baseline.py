"""A previous audit of the same unit as the baseline: its figures are copied in, once."""

from __future__ import annotations

from pathlib import Path

from audit_engine.auditfile import AuditFile
from audit_engine.publishing import last_published
from audit_engine.terminal import say, warn
from questionnaires.errors import ExitCode, UserError
from scoring import assess
from scoring.assessment import Assessment
from scoring.earlier import earlier_from
from scoring.evidence import Earlier, Evidence
from scoring.judgement import respondents


def assess_audit(opened: AuditFile) -> Assessment:
    """The ratings of an open audit, against its baseline where it has one."""
    return assess(opened.definition.questionnaire, opened.evidence(), opened.earlier())


def copy_figures(opened: AuditFile, earlier_path: Path, by: str) -> None:
    """Copies the figures of an earlier audit in. Raises UserError if it is this very file or no audit."""
    copy_in(opened, figures_of(earlier_path, opened.path), by)


def figures_of(earlier_path: Path, path: Path) -> Earlier:
    """The figures of an earlier audit, for the audit at `path`: those that it published last.

    Raises UserError if the two are one file, if there is no such audit, or if it published nothing yet: its
    figures would tell, beside the ones it publishes later, what those few said who answered in between.
    """
    if earlier_path.exists() and path.exists() and earlier_path.samefile(path):
        raise UserError("An audit cannot be its own baseline.", "Name the file of the earlier audit.")
    with AuditFile(earlier_path) as earlier:
        then, definition = earlier.facts(), earlier.definition
        counted = _spoken_for(earlier)
        assessment = assess(definition.questionnaire, counted, earlier.earlier())
    return earlier_from(
        definition.questionnaire,
        assessment,
        unit=then.unit,
        start=then.start.isoformat(),
        sha256=definition.sha256,
        respondents=respondents(definition.questionnaire, counted),
    )


def _spoken_for(earlier: AuditFile) -> Evidence:
    published = last_published(earlier)
    if published is None:
        raise UserError(
            f"{earlier.path.name} has published nothing yet, so there is nothing to compare with.",
            f"Write its report first: audit-engine report {earlier.path.name}",
            code=ExitCode.NOT_NOW,
        )
    return published


def copy_in(opened: AuditFile, figures: Earlier, by: str) -> None:
    """Keeps the figures of an earlier audit in an open one and says so."""
    opened.set_earlier(figures, by)
    say(f"The figures of {figures.unit} ({figures.start}) are the baseline now.")
    if figures.unit.casefold() != opened.facts().unit.casefold():
        warn(f"the earlier audit names another unit: {figures.unit}. Check that it is the same one.")
