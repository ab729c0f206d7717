"""audit-engine interview: one person, in any order."""

from __future__ import annotations

import re
from typing import Annotated, Literal, cast

import typer

from audit_engine.arguments import AuditPath, By
from audit_engine.audit import Facts, Profile
from audit_engine.auditfile import AuditFile
from audit_engine.sittings.screens import ask_yes_no
from audit_engine.sittings.start import (
    GENDERS,
    NEW,
    ROLES,
    ask_option,
    check_instrument,
    go_on_command,
    hold,
    pick,
    show_unfinished,
    unfinished,
    who_records,
)
from audit_engine.store import submissions
from audit_engine.survey.languages import offered_languages
from audit_engine.terminal import choose, heading, interactive, say
from questionnaires.catalogue import speaking, tr
from questionnaires.definition import Role
from questionnaires.field_texts import Consent
from questionnaires.scope import compares_by_sex
from questionnaires.translations import in_language

app = typer.Typer(add_completion=False)

InterviewRole = Literal["staff", "director", "focal_point", "hr_officer", "partner"]
Gender = Literal["woman", "man", "another", "pnts"]


@app.command()
def interview(
    audit: AuditPath,
    role: Annotated[
        InterviewRole | None, typer.Option(help="The function of the person.", show_default=False)
    ] = None,
    gender: Annotated[
        Gender | None, typer.Option(help="For the count of who was heard.", show_default=False)
    ] = None,
    language: Annotated[
        str, typer.Option(metavar="CODE", help="The language it is held in, as fr. [default: the audit's]")
    ] = "",
    resume: Annotated[
        str, typer.Option(metavar="ID", help="Go on with this one, also if it was closed.")
    ] = "",
    listed: Annotated[bool, typer.Option("--list", help="List the unfinished interviews.")] = False,
    by: By = "",
) -> None:
    """Interview a person, in any order.

    Every answer is saved at once; the same command goes on where it stopped.
    """
    with AuditFile(audit) as file:
        waiting = unfinished(file, "interview")
        if listed:
            show_unfinished(waiting)
            return
        recorder = who_records(file.facts(), by)
        if resume:
            check_instrument(file, resume, "interview")
        name = resume or pick(waiting, "interview", begin_new=role is not None)
        if name == NEW:
            name = _begin(file, role, gender, recorder, _spoken(file, language))
        if name:
            hold(file, name, recorder, go_on_command("interview", audit, "--resume", name))


def _spoken(file: AuditFile, wanted: str) -> str:
    """The language of the interview: the one wanted, else the audit's. Raises UserError."""
    return offered_languages(
        file.definition.questionnaire, file.facts().language, [wanted] if wanted else []
    )[0]


def _begin(file: AuditFile, role: Role | None, gender: Gender | None, by: str, language: str) -> str:
    """Opens a new interview once the person has agreed; empty if not."""
    spoken = role or ask_option(tr("Whom do you interview?"), ROLES, "--role")
    if gender is None and interactive() and compares_by_sex(file.definition.questionnaire):
        said = choose(
            tr("For the count of who was heard, is the person a"),
            [(name, tr(label)) for name, label in GENDERS],
        )
    else:
        said = gender or ""
    with speaking(language):
        agreed = _agreed(file.facts(), in_language(file.definition.questionnaire, language).consent)
    if not agreed:
        say(tr("Nothing was kept. Thank the person; nobody is told who did not take part."))
        return ""
    with file.writing() as connection:
        return submissions.begin(
            connection,
            "interview",
            cast("Role", spoken),
            by=by,
            profile=Profile(gender=said or None),
            language=language,
        )


def _agreed(facts: Facts, consent: Consent) -> bool:
    heading(tr("Read this out to the person"))
    contacts = facts.referral or tr("the contacts on the card")
    filling = {"unit": facts.unit, "channel": contacts, "card": contacts}
    for text in (consent.core, consent.small_office, consent.notes, consent.limit, consent.withdrawal):
        # In one pass: what people wrote is never searched for places to fill.
        say(re.sub(r"\{(unit|channel|card)\}", lambda place: filling[place[1]], text))
        say()
    return ask_yes_no(consent.question)
