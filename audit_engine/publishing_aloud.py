"""Publishing as a command does it: asks only where a person is there, and says what it closed."""

from __future__ import annotations

from audit_engine.auditfile import AuditFile
from audit_engine.publishing import publish
from audit_engine.sittings.start import go_on_command, who_records
from audit_engine.survey.closing import survey_state
from audit_engine.terminal import confirm, interactive, say, say_command
from questionnaires.catalogue import tr
from scoring.release import Release


def publish_aloud(opened: AuditFile, by: str) -> Release:
    """The release to print from; says at once if it closed the survey, whatever becomes of the file after."""
    was_open = not _closed(opened)
    release = publish(opened, who_records(opened.facts(), by), ask=_at_the_keyboard)
    if was_open and _closed(opened):
        say(tr("The survey is closed. This opens it again:"))
        say_command(go_on_command("survey", opened.path, "--reopen"))
    return release


def release_told(release: Release) -> str:
    """The release by number and day, and the areas that still show what was published before."""
    told = tr("Release {number} of {date}.", number=release.number, date=release.at)
    if not release.held:
        return told
    kept = tr(
        "Too few people are new in {areas}: as published before.", areas=", ".join(sorted(release.held))
    )
    return f"{told} {kept}"


def _closed(opened: AuditFile) -> str:
    """The day on which the survey was closed, empty while it takes forms."""
    with opened.reading() as connection:
        return survey_state(connection, opened.facts()).closed


def _at_the_keyboard(question: str) -> bool:
    """What the person says; where nobody is at the keyboard, the command itself asked for it."""
    return confirm(question) if interactive() else True
