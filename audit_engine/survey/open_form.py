"""An open form and its draft on disk: the only place where the survey writes.

The draft on disk and what this window holds are compared inside the transaction that writes: a form that
was changed, sent or erased in another window is left alone, and no draft comes back.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import Connection

from audit_engine.auditfile import AuditFile
from audit_engine.facts.staff_size import bracket
from audit_engine.store import survey
from audit_engine.store.facts import read_facts
from audit_engine.survey.form import Question, form_for, to_send
from questionnaires.catalogue import spoken, tr
from questionnaires.definition import Questionnaire
from questionnaires.errors import ExitCode, UserError
from questionnaires.translations import in_language


class ElsewhereError(UserError):
    """The draft on disk is no longer the one that this window holds."""


@dataclass
class Sitting:
    """An open form. `kept` is what its draft on disk holds; `notices` are said above the next question.

    `size` is what the number of staff meant when the form was opened (staff_size.bracket).
    """

    audit: AuditFile
    questionnaire: Questionnaire
    form: tuple[Question, ...]
    code: str
    draft: str
    size: tuple[object, ...]
    kept: dict[str, str] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)


def opened(audit: AuditFile, code: str, language: str) -> Sitting:
    """The form that this code opens, in a language; without a draft it is a new one."""
    questionnaire = in_language(audit.definition.questionnaire, language)
    with audit.reading() as connection:
        setting = read_facts(connection).setting
        draft = survey.draft_key(connection, code)
        kept = survey.read_draft(connection, draft)
    form = form_for(questionnaire, setting)
    return Sitting(audit, questionnaire, form, code, draft, bracket(questionnaire, setting), kept)


def on_disk(sitting: Sitting) -> dict[str, str]:
    """The draft as the file has it; empty if there is none."""
    with sitting.audit.reading() as connection:
        return survey.read_draft(connection, sitting.draft)


def keep(sitting: Sitting, question: Question, value: str) -> None:
    """Puts one answer into the draft. Raises ElsewhereError."""
    with sitting.audit.writing() as connection:
        _hold_the_same(connection, sitting)
        survey.keep_in_draft(connection, sitting.draft, question.key, value)
    sitting.kept = sitting.kept | {question.key: value}


def send(sitting: Sitting) -> None:
    """Counts the form and erases its draft. Raises ElsewhereError, and UserError if nothing is answered."""
    sent = to_send(sitting.form, sitting.kept)
    if sent.empty:
        raise UserError(
            tr("No question is answered; there is nothing to send."), tr("Type g 1 to answer, or q.")
        )
    with sitting.audit.writing() as connection:
        _hold_the_same(connection, sitting)
        _mean_the_same(connection, sitting)
        survey.send(connection, sent.profile, sent.answers, sent.words)
        survey.count_language(connection, spoken())
        survey.erase_draft(connection, sitting.draft)


def erase(sitting: Sitting) -> None:
    """Erases the draft, whatever another window put into it. Raises ElsewhereError if there is none."""
    with sitting.audit.writing() as connection:
        if not survey.read_draft(connection, sitting.draft):
            _hold_the_same(connection, sitting)
        survey.erase_draft(connection, sitting.draft)
    sitting.kept = {}


def _mean_the_same(connection: Connection, sitting: Sitting) -> None:
    """What is asked and shown of people must still be what this person was told."""
    if bracket(sitting.questionnaire, read_facts(connection).setting) != sitting.size:
        raise ElsewhereError(
            tr("The numbers of staff were changed meanwhile, and with them what is asked; nothing was sent."),
            tr("The form is kept and opens with its code:") + f"\n  {sitting.code}",
            code=ExitCode.BUSY,
        )


def _hold_the_same(connection: Connection, sitting: Sitting) -> None:
    if survey.read_draft(connection, sitting.draft) != sitting.kept:
        raise ElsewhereError(
            tr("This form was changed, sent or erased in another window; nothing more was written here."),
            tr("If it is still kept, it opens with its code."),
            code=ExitCode.BUSY,
        )
