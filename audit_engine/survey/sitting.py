"""One person at the keyboard with the survey form: intro, questions, review, sending.

Whoever sits here reaches nothing but this one form. Every confirmed answer is in the draft on disk before
the next question is shown; nothing about time, order or person is kept.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field

from audit_engine.audit import Facts
from audit_engine.auditfile import AuditFile
from audit_engine.sittings.screens import Command, Typed, ask_yes_no, read_reply
from audit_engine.store import survey
from audit_engine.survey.form import (
    SKIPPED,
    Question,
    before,
    find,
    form_for,
    minutes,
    next_open,
    no_longer_asked,
    to_send,
)
from audit_engine.survey.screens import show_answers, show_help, show_question
from audit_engine.terminal import InputEndedError, ask_line, clear, heading, interactive, say
from questionnaires.answers import plain
from questionnaires.definition import Questionnaire
from questionnaires.errors import ExitCode, UserError

COMMANDS = "bgsl?q"


@dataclass
class Sitting:
    """An open form. `kept` is what its draft on disk holds; `notices` are said above the next question."""

    audit: AuditFile
    questionnaire: Questionnaire
    form: tuple[Question, ...]
    code: str
    draft: str
    kept: dict[str, str] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Step:
    """Where the person goes: a question, the review (None), or out of the form (`over`)."""

    question: Question | None
    over: bool = False


_OVER = Step(None, over=True)


def new_form(audit: AuditFile) -> None:
    """From the intro to the thanks. Raises InputEndedError where a script has no more lines."""
    sitting = _opened(audit, survey.new_code())
    _introduce(sitting.questionnaire.consent.core, audit.facts(), sitting)
    if not ask_yes_no(sitting.questionnaire.consent.question):
        say("Thank you. Nothing was kept.")
        return _pause("Press Enter.")
    say(f"Your code: {sitting.code}", "bold")
    say("Only with it can this form be opened again if the computer stops. Nobody else knows it.")
    _pause("Write it down if you wish, then press Enter.")
    return _conduct(sitting)


def kept_form(audit: AuditFile, code: str) -> None:
    """Goes on with the draft that this code opens.

    Raises UserError, the same for every code that opens none, whether it ever did or not.
    """
    letters = "".join(c for c in plain(code).upper() if c.isalnum())
    sitting = _opened(audit, f"{letters[:4]}-{letters[4:]}")
    if not sitting.kept:
        raise UserError(
            "No kept form opens with this code.",
            "Check it and type it again, or press Enter for a new form.",
            code=ExitCode.NOT_NOW,
        )
    _conduct(sitting)


def _opened(audit: AuditFile, code: str) -> Sitting:
    questionnaire = audit.definition.questionnaire
    form = form_for(questionnaire, audit.facts().setting)
    with audit.reading() as connection:
        draft = survey.draft_key(connection, code)
        kept = survey.read_draft(connection, draft)
    return Sitting(audit, questionnaire, form, code, draft, kept)


def _introduce(core: str, facts: Facts, sitting: Sitting) -> None:
    low, high = minutes(sitting.form)
    heading("Staff survey")
    say(f"{core} {sitting.questionnaire.consent.survey}".replace("{unit}", facts.unit))
    say()
    say(
        f"There are {len(sitting.form)} questions; they take about {low} to {high} minutes. Before anything "
        "is sent you see all your answers. Once sent, a form cannot be found again, changed or taken back."
    )
    say()


def _conduct(sitting: Sitting) -> None:
    try:
        _go_through(sitting)
    except InputEndedError:
        say()
        _say_kept(sitting, "The input ended.")
        if not interactive():
            raise
        _pause("Press Enter.")
    except KeyboardInterrupt:
        # Where the window was closed there is no one left to tell.
        with suppress(OSError):
            clear()
            _say_kept(sitting, "Stopped.")
        raise


def _go_through(sitting: Sitting) -> None:
    step = Step(next_open(sitting.form, sitting.kept))
    while not step.over:
        clear()
        while sitting.notices:
            say(sitting.notices.pop(0), "yellow")
        _show(sitting, step.question)
        step = _reply(sitting, step.question)


def _show(sitting: Sitting, question: Question | None) -> None:
    if question is not None:
        show_question(sitting.questionnaire, sitting.form, sitting.kept, question)
        return
    heading("Your answers; nothing is sent yet")
    show_answers(sitting.form, sitting.kept)
    say("Type send to send them, g and a number to change one, q to stop, ? for help.")


def _reply(sitting: Sitting, question: Question | None) -> Step:
    """Reads until something leads on; what cannot be taken is said and asked again."""
    words = question is not None and question.kind == "words"
    while True:
        reply = read_reply(words=words, commands=COMMANDS)
        try:
            step = _taken(sitting, question, reply)
        except UserError as error:
            say(str(error), "red")
            continue
        if step is not None:
            return step


def _taken(sitting: Sitting, question: Question | None, reply: Command | Typed) -> Step | None:
    if isinstance(reply, Command):
        return _command(sitting, question, reply)
    return _answered(sitting, question, reply.text) if question else _confirmed(sitting, reply.text)


def _command(sitting: Sitting, question: Question | None, reply: Command) -> Step | None:
    match reply.name:
        case "b":
            return _back(sitting, question)
        case "g":
            return Step(find(sitting.form, sitting.kept, reply.rest))
        case "s":
            return _skip(sitting, question, reply.rest)
        case "q":
            return _stop(sitting)
        case "l":
            show_answers(sitting.form, sitting.kept)
        case _:
            show_help(question)
    if question is not None:
        _show(sitting, question)
    return None


def _back(sitting: Sitting, question: Question | None) -> Step:
    earlier = before(sitting.form, sitting.kept, question)
    if earlier is None:
        raise UserError("This is the first question.")
    return Step(earlier)


def _skip(sitting: Sitting, question: Question | None, rest: str) -> Step:
    if question is None or rest:
        raise UserError("Only the question on the screen can be skipped.", "Type s alone, at a question.")
    if sitting.kept.get(question.key, SKIPPED) != SKIPPED:
        sitting.notices.append(f"Your answer to {question.id} was taken out.")
    return _kept(sitting, question, SKIPPED)


def _answered(sitting: Sitting, question: Question, typed: str) -> Step:
    if typed:
        return _kept(sitting, question, question.read(typed))
    if question.key not in sitting.kept:
        skip = "/s" if question.kind == "words" else "s"
        raise UserError("Nothing was typed.", f"Answer, or type {skip} to skip the question.")
    return Step(next_open(sitting.form, sitting.kept, question))


def _kept(sitting: Sitting, question: Question, value: str) -> Step:
    with sitting.audit.writing() as connection:
        survey.keep_in_draft(connection, sitting.draft, question.key, value)
    earlier, sitting.kept = sitting.kept, sitting.kept | {question.key: value}
    for dropped in no_longer_asked(sitting.form, earlier, sitting.kept):
        sitting.notices.append(f"{dropped.id} no longer applies; your answer to it will not be sent.")
    return Step(next_open(sitting.form, sitting.kept, question))


def _confirmed(sitting: Sitting, typed: str) -> Step:
    if typed.lower() != "send":
        raise UserError("Nothing was sent.", "Type send, or g and a number to change an answer.")
    _send(sitting)
    clear()
    say("Thank you. Your form was sent; nothing in it says who or when.", "bold")
    _pause("Press Enter; then the screen is cleared for the next person.")
    return _OVER


def _send(sitting: Sitting) -> None:
    sent = to_send(sitting.form, sitting.kept)
    if sent.empty:
        raise UserError("No question is answered; there is nothing to send.", "Type g 1 to answer, or q.")
    with sitting.audit.writing() as connection:
        draft = survey.read_draft(connection, sitting.draft)
        if not draft:
            raise UserError("This form was sent or erased already.", "Stop with q.", code=ExitCode.NOT_NOW)
        if draft != sitting.kept:
            raise UserError(
                "This form was changed in another window.",
                "Stop with q and k, then open it again with its code.",
                code=ExitCode.BUSY,
            )
        survey.send(connection, sent.profile, sent.answers, sent.words)
        survey.erase_draft(connection, sitting.draft)


def _stop(sitting: Sitting) -> Step | None:
    if not sitting.kept:
        clear()
        _say_kept(sitting, "Stopped.")
        return _left()
    while True:
        typed = ask_line("Keep this form to go on later, or erase it? (k keep, e erase, b back) ").lower()
        if typed in ("b", "back"):
            return None
        if typed in ("k", "keep"):
            clear()
            _say_kept(sitting, "Stopped.")
            return _left()
        if typed in ("e", "erase"):
            return _erased(sitting)
        say("Please type k, e or b.")


def _erased(sitting: Sitting) -> Step:
    with sitting.audit.writing() as connection:
        survey.erase_draft(connection, sitting.draft)
    sitting.kept = {}
    clear()
    say("Erased. Nothing of it was kept.")
    return _left()


def _left() -> Step:
    _pause("Press Enter; then the screen is cleared.")
    return _OVER


def _say_kept(sitting: Sitting, why: str) -> None:
    """What became of the form, as the file has it: a code is told only where it opens something."""
    with sitting.audit.reading() as connection:
        kept = survey.read_draft(connection, sitting.draft)
    if kept:
        say(f"{why} Your form is kept, unsent. It opens only with your code: {sitting.code}")
    else:
        say(f"{why} Nothing of this form is kept unsent.")


def _pause(what: str) -> None:
    """Lets a person read; a script is not held up and no line of it is taken."""
    if interactive():
        with suppress(InputEndedError):
            ask_line(f"{what} ")
