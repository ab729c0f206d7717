"""audit-engine workshop: what a group said together."""

from __future__ import annotations

from typing import Annotated

import typer

from audit_engine.arguments import AuditPath, By
from audit_engine.auditfile import AuditFile
from audit_engine.debriefing.days import warn_of_late_quiz
from audit_engine.sittings.start import (
    NEW,
    ask_number,
    check_instrument,
    go_on_command,
    hold,
    pick,
    refuse_unasked,
    show_unfinished,
    unfinished,
    who_records,
)
from audit_engine.store import sittings, submissions
from audit_engine.terminal import heading, say, warn
from questionnaires.catalogue import tr, tr_many
from questionnaires.translations import in_language

app = typer.Typer(add_completion=False)


@app.command()
def workshop(
    audit: AuditPath,
    women: Annotated[
        int | None,
        typer.Option(
            min=0, max=99_999, help="Women taking part; with --resume, corrected.", show_default=False
        ),
    ] = None,
    men: Annotated[
        int | None,
        typer.Option(
            min=0, max=99_999, help="Men taking part; with --resume, corrected.", show_default=False
        ),
    ] = None,
    resume: Annotated[
        str, typer.Option(metavar="ID", help="Go on with this one, also if it was closed.")
    ] = "",
    listed: Annotated[bool, typer.Option("--list", help="List the unfinished workshops.")] = False,
    by: By = "",
) -> None:
    """Record votes, statements and quiz of the workshop.

    Votes are counts, never names; the same command goes on where it stopped.
    """
    with AuditFile(audit) as file:
        refuse_unasked(file.definition.questionnaire, "workshop")
        waiting = unfinished(file, "workshop")
        if listed:
            show_unfinished(waiting)
            return
        recorder = who_records(file.facts(), by)
        warn_of_late_quiz(file)
        if resume:
            check_instrument(file, resume, "workshop")
        begin_new = women is not None or men is not None
        name = resume or pick(waiting, "workshop", begin_new=begin_new)
        if name == NEW:
            name = _begin(file, women, men, recorder)
        elif begin_new:
            _correct(file, name, women, men, recorder)
        _introduce(file)
        hold(file, name, recorder, go_on_command("workshop", audit, "--resume", name))


def _begin(file: AuditFile, women: int | None, men: int | None, by: str) -> str:
    taking_part = ask_number(tr("How many women take part"), "--women") if women is None else women
    taking_part_men = ask_number(tr("How many men take part"), "--men") if men is None else men
    _compare_with_staff(file, taking_part + taking_part_men)
    with file.writing() as connection:
        return submissions.begin(
            connection, "workshop", "group", by=by, women=taking_part, men=taking_part_men
        )


def _correct(file: AuditFile, name: str, women: int | None, men: int | None, by: str) -> None:
    """Takes other numbers of participants for a workshop that was begun before."""
    with file.writing() as connection:
        before = submissions.submission(connection, name)
        if before.state == "void":
            return  # opening it says why not
        sittings.claim(connection, name, by)
        now_women = before.women if women is None else women
        now_men = before.men if men is None else men
        submissions.set_participants(connection, name, now_women, now_men, by=by)
    _compare_with_staff(file, (now_women or 0) + (now_men or 0))
    if (before.women, before.men) != (now_women, now_men):
        earlier, now = _said(before.women, before.men), _said(now_women, now_men)
        say(tr("Participants corrected: {now} (before: {earlier}).", now=now, earlier=earlier))


def _said(women: int | None, men: int | None) -> str:
    told = tr("? women") if women is None else tr_many("{number} women", "{number} women", women)
    told_men = tr("? men") if men is None else tr_many("{number} men", "{number} men", men)
    return f"{told}, {told_men}"


def _compare_with_staff(file: AuditFile, people: int) -> None:
    invited = file.facts().invited
    if people > invited:
        warn(
            tr_many(
                "{number} participants, but the unit has {staff} staff.",
                "{number} participants, but the unit has {staff} staff.",
                people,
                staff=invited,
            )
        )


def _introduce(file: AuditFile) -> None:
    heading(tr("Workshop: votes first, then the quiz, what was said, and the groups' statements"))
    questionnaire, facts = file.definition.questionnaire, file.facts()
    say(tr("To open it, read out:"))
    consent = in_language(questionnaire, facts.language).consent
    say(consent.core.replace("{unit}", facts.unit))
    percent = questionnaire.rules.workshop_percent
    say(
        tr_many(
            "Agreed values count if at least {number} people and {percent} % of the staff took part.",
            "Agreed values count if at least {number} people and {percent} % of the staff took part.",
            questionnaire.rules.minimum_group,
            percent=percent,
        )
    )
