"""What people wrote and said in words, for the team to read while it writes findings.

Survey texts are shown from five forms on, in the order of the alphabet: nothing tells who wrote what.
"""

from __future__ import annotations

from collections.abc import Iterable

from audit_engine.audit import Note, Submission
from audit_engine.auditfile import AuditFile
from audit_engine.sittings.naming import called
from audit_engine.store import submissions, survey
from audit_engine.terminal import heading, say
from exports.composing.words import capital
from questionnaires.catalogue import tr, tr_many
from questionnaires.definition import Prompt, Questionnaire
from questionnaires.routing import NOT_ASKED
from questionnaires.scope import has_survey


def show_heard(opened: AuditFile, reader: str) -> None:
    """All words of an audit that `reader` may see; restricted notes of their own, or as lead."""
    questionnaire, lead = opened.questionnaire, opened.facts().lead
    with opened.reading() as connection:
        forms, texts = survey.forms(connection), survey.words(connection)
        sittings = [each for each in submissions.submissions(connection) if each.state != "void"]
        answers = {each.id: submissions.answers(connection, each.id) for each in sittings}
        notes = submissions.notes(connection, reader, lead)
    if has_survey(questionnaire):
        _survey(questionnaire, forms, texts)
    for each in sittings:
        said = {
            name: answer.value
            for name, answer in answers[each.id].items()
            if name in questionnaire.open_prompts and answer.value != NOT_ASKED
        }
        beside = {name: answer.note for name, answer in answers[each.id].items() if answer.note}
        mine = [note for note in notes if note.submission == each.id]
        if said or beside or mine:
            _sitting(questionnaire, each, said, beside, mine)
    say()
    say(tr("For the facilitation team only. Report what three or more say, and what can be checked."))


def _survey(questionnaire: Questionnaire, forms: int, texts: Iterable[tuple[str, str]]) -> None:
    heading(tr("Survey, in words"))
    least = questionnaire.rules.minimum_group
    if forms < least:
        say(tr_many("Shown once {number} forms were sent.", "Shown once {number} forms were sent.", least))
        return
    told = ""
    for name, text in texts:
        if name != told:
            told = name
            say(f"{name}  {_asked(questionnaire, name)}", "bold")
        say(f"  - {text}")


def _asked(questionnaire: Questionnaire, name: str) -> str:
    found: Prompt | None = questionnaire.open_prompts.get(name)
    item = questionnaire.items.get(name)
    return found.text if found else item.text if item else ""


def _sitting(
    questionnaire: Questionnaire,
    sitting: Submission,
    said: dict[str, str],
    beside: dict[str, str],
    notes: Iterable[Note],
) -> None:
    heading(f"{capital(called(sitting.instrument))} {sitting.id}, {called(sitting.role)}")
    for name, text in said.items():
        say(f"{name}  {_asked(questionnaire, name)}", "bold")
        say(f"  - {text}")
    for name, text in beside.items():
        say("  " + tr("note beside {item}: {text}", item=name, text=text))
    for note in notes:
        say(f"  {_noted(note)}")


def _noted(note: Note) -> str:
    if note.restricted and note.item:
        return tr(
            "note beside {item} (restricted, by {author}): {text}",
            item=note.item,
            author=note.by,
            text=note.text,
        )
    if note.restricted:
        return tr("note (restricted, by {author}): {text}", author=note.by, text=note.text)
    if note.item:
        return tr("note beside {item}: {text}", item=note.item, text=note.text)
    return tr("note: {text}", text=note.text)
