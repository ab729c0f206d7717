"""One person at the keyboard with the survey form: intro, questions, review, sending.

Whoever sits here reaches nothing but this one form. Every confirmed answer is in the draft on disk before
the next question is shown; nothing about time, order or person is kept.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from audit_engine.audit import Facts
from audit_engine.auditfile import AuditFile
from audit_engine.interrupts import StoppedForGood
from audit_engine.same_key import latin
from audit_engine.sittings.screens import Command, Typed, ask_yes_no, bare_command, read_reply
from audit_engine.store import survey
from audit_engine.survey.form import SKIPPED, Question, before, find, minutes, next_open, no_longer_asked
from audit_engine.survey.leaving import leave, pause, say_code, say_kept, stop
from audit_engine.survey.open_form import ElsewhereError, Sitting, keep, on_disk, opened, send
from audit_engine.survey.screens import show_answers, show_help, show_question
from audit_engine.terminal import InputEndedError, clear, heading, interactive, say
from questionnaires.answers import plain
from questionnaires.catalogue import tr
from questionnaires.errors import ExitCode, UserError

COMMANDS = "bgsl?q"


@dataclass(frozen=True)
class Step:
    """Where the person goes: a question, the review (None), or out of the form (`over`)."""

    question: Question | None
    over: bool = False


_OVER = Step(None, over=True)


def new_form(audit: AuditFile, language: str) -> None:
    """From the intro to the thanks. Raises InputEndedError where a script has no more lines."""
    sitting = opened(audit, survey.new_code(), language)
    try:
        agreed = _agreed(sitting, audit.facts())
    except StoppedForGood:
        raise
    except KeyboardInterrupt:
        agreed = False
        clear()
    if agreed:
        return _conduct(sitting)
    say(tr("Thank you. Nothing was kept."))
    return leave()


def _agreed(sitting: Sitting, facts: Facts) -> bool:
    """Intro, consent, and the code, which is told nowhere else but where the form is kept."""
    _introduce(sitting.questionnaire.consent.core, facts, sitting)
    if not ask_yes_no(sitting.questionnaire.consent.question):
        return False
    say(tr("Your code:"), "bold")
    say_code(sitting.code)
    say(tr("Only with it can this form be opened again if the computer stops. Nobody else knows it."))
    pause(tr("Write it down if you wish, then press Enter."))
    return True


def kept_form(audit: AuditFile, code: str, language: str) -> None:
    """Goes on with the draft that this code opens.

    Raises UserError, the same for every code that opens none, whether it ever did or not.
    """
    letters = "".join(c for c in plain(code).upper() if c.isalnum())
    sitting = opened(audit, f"{letters[:4]}-{letters[4:]}", language)
    if not sitting.kept:
        raise UserError(
            tr("No kept form opens with this code."),
            tr("Check it and type it again, or press Enter for a new form."),
            code=ExitCode.NOT_NOW,
        )
    _conduct(sitting)


def _introduce(core: str, facts: Facts, sitting: Sitting) -> None:
    low, high = minutes(sitting.form)
    heading(tr("Staff survey"))
    say(f"{core} {sitting.questionnaire.consent.survey}".replace("{unit}", facts.unit))
    say()
    say(
        tr(
            "There are {number} questions; they take about {low} to {high} minutes. Before "
            "anything is sent you see all your answers. Once sent, a form cannot be found "
            "again, changed or taken back.",
            number=len(sitting.form),
            low=low,
            high=high,
        )
    )
    say()


def _conduct(sitting: Sitting) -> None:
    try:
        _go_through(sitting)
    except InputEndedError:
        say()
        say_kept(sitting, tr("The input ended."))
        if not interactive():
            raise
        leave()
    except KeyboardInterrupt:
        # The screen may be seen by the next person; where the window was closed there is none.
        with suppress(OSError):
            clear()
        raise StoppedForGood from None


def _go_through(sitting: Sitting) -> None:
    step = Step(next_open(sitting.form, sitting.kept))
    try:
        while not step.over:
            step = _turn(sitting, step)
    except ElsewhereError as error:
        clear()
        say(str(error), "red")
        leave()


def _turn(sitting: Sitting, step: Step) -> Step:
    try:
        clear()
        while sitting.notices:
            say(sitting.notices.pop(0), "yellow")
        _show(sitting, step.question)
        return _reply(sitting, step.question)
    except StoppedForGood:
        raise
    except KeyboardInterrupt:
        return _interrupted(sitting) or step


def _interrupted(sitting: Sitting) -> Step | None:
    """Ctrl-C is a wish to stop. It may have come between the disk and what this window holds."""
    clear()
    sitting.kept = on_disk(sitting)
    try:
        return _stop(sitting)
    except ElsewhereError:
        raise
    except UserError as error:
        sitting.notices.append(str(error))
        return None


def _stop(sitting: Sitting) -> Step | None:
    return _OVER if stop(sitting) else None


def _show(sitting: Sitting, question: Question | None) -> None:
    if question is not None:
        show_question(sitting.questionnaire, sitting.form, sitting.kept, question)
        return
    heading(tr("Your answers; nothing is sent yet"))
    show_answers(sitting.form, sitting.kept)
    say(tr("Type send to send them, g and a number to change one, q to stop, ? for help."))


def _reply(sitting: Sitting, question: Question | None) -> Step:
    """Reads until something leads on; what cannot be taken is said and asked again."""
    words = question is not None and question.kind == "words"
    while True:
        reply = read_reply(words=words, commands=COMMANDS)
        try:
            step = _taken(sitting, question, reply)
        except ElsewhereError:
            raise
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
        raise UserError(tr("This is the first question."))
    return Step(earlier)


def _skip(sitting: Sitting, question: Question | None, rest: str) -> Step:
    if question is None or rest:
        raise UserError(
            tr("Only the question on the screen can be skipped."), tr("Type s alone, at a question.")
        )
    if sitting.kept.get(question.key, SKIPPED) != SKIPPED:
        sitting.notices.append(tr("Your answer to {id} was taken out.", id=question.id))
    return _kept(sitting, question, SKIPPED)


def _answered(sitting: Sitting, question: Question, typed: str) -> Step:
    if typed:
        step = _kept(sitting, question, question.read(typed))
        if question.kind == "words" and (meant := bare_command(typed)):
            sitting.notices += _taken_as_text(question, typed, meant)
        return step
    if question.key not in sitting.kept:
        skip = "/s" if question.kind == "words" else "s"
        raise UserError(
            tr("Nothing was typed."), tr("Answer, or type {skip} to skip the question.", skip=skip)
        )
    return Step(next_open(sitting.form, sitting.kept, question))


def _taken_as_text(question: Question, typed: str, meant: Command) -> tuple[str, str]:
    """Said where a command was typed without its slash, as in an interview."""
    command = tr("The command is /{typed} there.", typed=typed) if meant.name in COMMANDS else ""
    return (
        " ".join(
            filter(
                None, (tr("'{typed}' was taken as your text at {id}.", typed=typed, id=question.id), command)
            )
        ),
        tr("To take it out: /g {id} goes back to it, and there /s.", id=question.id),
    )


def _kept(sitting: Sitting, question: Question, value: str) -> Step:
    earlier = sitting.kept
    keep(sitting, question, value)
    for dropped in no_longer_asked(sitting.form, earlier, sitting.kept):
        sitting.notices.append(
            tr("{id} no longer applies; your answer to it will not be sent.", id=dropped.id)
        )
    return Step(next_open(sitting.form, sitting.kept, question))


def _confirmed(sitting: Sitting, typed: str) -> Step:
    if latin(typed).lower() != "send":
        raise UserError(tr("Nothing was sent."), tr("Type send, or g and a number to change an answer."))
    send(sitting)
    clear()
    say(tr("Thank you. Your form was sent; nothing in it says who or when."), "bold")
    leave()
    return _OVER
