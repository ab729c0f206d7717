"""audit-engine survey: staff fill in the form one after another on this keyboard."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Annotated

import typer

from audit_engine.arguments import AuditPath, By
from audit_engine.audit import Facts
from audit_engine.auditfile import AuditFile
from audit_engine.interrupts import StoppedForGood
from audit_engine.sittings.start import refuse_unasked
from audit_engine.survey import by_hand
from audit_engine.survey.closing import refuse_closed
from audit_engine.survey.languages import chosen_language, offered_languages
from audit_engine.survey.leaving import pause
from audit_engine.survey.sitting import kept_form, new_form
from audit_engine.terminal import InputEndedError, ask_line, clear, interactive, say
from questionnaires.catalogue import marked, speaking, tr, tr_many
from questionnaires.definition import Questionnaire
from questionnaires.errors import ExitCode, UserError
from questionnaires.routing import small_unit, survey_held

app = typer.Typer(add_completion=False)

_BETWEEN = marked("Next person: press Enter; a kept form: type its code.")
_FOR_THE_FACILITATOR = marked(
    "For the facilitator: between two people, when the screen asks for the next person, type stop to end the "
    "survey. The screen does not say so again."
)
_STAY = marked("Only the facilitator ends the survey.")
_SMALL_UNIT = marked(
    "For the facilitator: under {staff} staff, whoever saw in which order people sat here could guess whose "
    "form is whose. The method's advice: forms on paper in a closed box, typed in here in shuffled order. "
    "If people type themselves, nobody opens the results before five forms are in."
)


@app.command()
def survey(
    audit: AuditPath,
    close: Annotated[bool, typer.Option("--close", help="Take no more forms.")] = False,
    reopen: Annotated[
        bool, typer.Option("--reopen", help="Take forms again after the survey closed.")
    ] = False,
    language: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODE",
            help="A language to choose from, as fr; give it once for each. [default: the audit's]",
            show_default=False,
        ),
    ] = None,
    by: By = "",
) -> None:
    """Let staff fill in the survey on this keyboard.

    One person after the other; nobody reaches more than the form on the screen.

    A form counts when it is sent; until then it lies in a draft that opens only with its writer's code.
    Nothing about order, time or person is stored. The facilitator leaves by typing stop between two people.
    """
    if close and reopen:
        raise UserError(tr("--close and --reopen were both given."), tr("Choose one of them."))
    with AuditFile(audit) as opened:
        facts, questionnaire = opened.facts(), opened.definition.questionnaire
        _refuse_very_small(facts, questionnaire)
        if close:
            return by_hand.close(opened, by or facts.lead)
        if reopen:
            return by_hand.reopen(opened, by or facts.lead)
        with opened.reading() as connection:
            refuse_closed(connection, opened.path.name)
        if small_unit(questionnaire, facts.setting):
            say(tr(_SMALL_UNIT, staff=questionnaire.rules.small_unit_staff))
        offered = offered_languages(questionnaire, facts.language, language)
        say(tr(_FOR_THE_FACILITATOR))
        pause(tr("Press Enter; then the screen is cleared for the first person."))
        clear()
        with _no_way_aside():
            _one_after_another(opened, offered)
    return None


def _refuse_very_small(facts: Facts, questionnaire: Questionnaire) -> None:
    refuse_unasked(questionnaire, "survey")
    if not survey_held(questionnaire, facts.setting):
        raise UserError(
            tr_many(
                "There is no survey under {number} staff, and this unit has {invited}: too few to "
                "keep anybody unrecognised.",
                "There is no survey under {number} staff, and this unit has {invited}: too few to "
                "keep anybody unrecognised.",
                questionnaire.rules.no_survey_staff,
                invited=facts.invited,
            ),
            tr("Interviews ask its questions instead: audit-engine interview FILE"),
            code=ExitCode.NOT_NOW,
        )


@contextmanager
def _no_way_aside() -> Iterator[None]:
    """Ctrl-Z and Ctrl-\\ do nothing: they would leave a person's open form in a shell, or in a dump."""
    names = [name for name in ("SIGTSTP", "SIGQUIT") if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), signal.SIG_IGN) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)


def _one_after_another(opened: AuditFile, offered: Sequence[str]) -> None:
    while (typed := _between_people(offered)) is not None:
        try:
            clear()
            _one_form(opened, typed, chosen_language(offered))
            clear()
        except StoppedForGood:
            raise
        except KeyboardInterrupt:
            clear()
        except InputEndedError:
            if not interactive():
                return
            clear()
        except UserError as error:
            if not interactive():
                raise
            clear()
            say(str(error), "red")


def _one_form(opened: AuditFile, code: str, language: str) -> None:
    with speaking(language):
        kept_form(opened, code, language) if code else new_form(opened, language)


def _between_people(offered: Sequence[str]) -> str | None:
    """What was typed between two people; None to leave: `stop`, three times Ctrl-D, the end of a script.

    Raises StoppedForGood at the second Ctrl-C.
    """
    ended = interrupted = 0
    while ended < 3:
        try:
            say()
            _say_in_each(_BETWEEN, offered)
            typed = ask_line("> ")
            return None if typed.lower() == "stop" else typed
        except InputEndedError:
            ended += 1
        except StoppedForGood:
            raise
        except KeyboardInterrupt:
            interrupted += 1
            ended = 0
        if interrupted == 2:
            raise StoppedForGood
        say()
        if not interactive():
            return None
        _say_in_each(_STAY, offered)
    return None


def _say_in_each(text: str, languages: Sequence[str]) -> None:
    for language in languages:
        with speaking(language):
            say(tr(text))
