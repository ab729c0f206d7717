"""Closing and reopening the survey by hand."""

from __future__ import annotations

from audit_engine.auditfile import AuditFile
from audit_engine.store import survey
from audit_engine.survey.closing import close_survey, reopen_survey, survey_state
from audit_engine.terminal import confirm, interactive, say
from questionnaires.catalogue import tr, tr_many
from questionnaires.errors import ExitCode, UserError
from scoring.more_forms import more_forms


def close(opened: AuditFile, by: str) -> None:
    """Takes no more forms; a person at the keyboard is asked. Raises UserError if they say no."""
    closed, answered = _standing(opened)
    if closed:
        say(
            tr(
                "The survey was closed on {day} ({answered}); nothing was changed.",
                day=closed,
                answered=answered,
            )
        )
        return
    if interactive() and not confirm(tr("This closes the survey ({answered}). Go on?", answered=answered)):
        raise UserError(tr("The survey stays open."), tr("Nothing was changed."), code=ExitCode.NOT_NOW)
    with opened.writing() as connection:
        close_survey(connection, by)
    say(tr("The survey is closed ({answered}).", answered=answered))
    say(tr("To take more forms after all: audit-engine survey {file} --reopen", file=opened.path.name))


def reopen(opened: AuditFile, by: str) -> None:
    """Takes forms again. Raises UserError if it is open."""
    with opened.writing() as connection:
        reopen_survey(connection, by)
    _, answered = _standing(opened)
    least = opened.definition.questionnaire.rules.minimum_group
    say(tr("The survey takes forms again ({answered}).", answered=answered))
    say(
        tr(
            "What was published stays as it is for an area until every group of people that "
            "changes in it has grown by at least {least}: fewer would be told by the difference.",
            least=least,
        )
    )


def _standing(opened: AuditFile) -> tuple[str, str]:
    facts = opened.facts()
    with opened.reading() as connection:
        state, forms = survey_state(connection, facts), survey.forms(connection)
    told = more_forms(forms, facts.invited)
    answered = tr_many(
        "{number} of {invited} answered", "{number} of {invited} answered", forms, invited=facts.invited
    )
    return state.closed, told or answered
