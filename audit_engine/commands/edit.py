"""audit-engine edit: change the facts of an audit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date as date_of_day
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from sqlalchemy import Connection

from audit_engine.arguments import AuditPath, By
from audit_engine.audit import Facts, Phase, default_dates
from audit_engine.auditfile import AuditFile
from audit_engine.facts import options as typed
from audit_engine.facts.asking import ask_facts, ask_presets
from audit_engine.facts.staff_size import bracket, meaning
from audit_engine.judging.baseline import copy_in, left_by
from audit_engine.store import counting, releases, submissions, survey
from audit_engine.store.facts import change_facts
from audit_engine.terminal import interactive, say
from audit_engine.terminal_table import table
from questionnaires.catalogue import tr, tr_many
from questionnaires.definition import Questionnaire
from questionnaires.errors import ExitCode, UserError
from questionnaires.routing import survey_held

app = typer.Typer(add_completion=False)


@app.command()
def edit(
    audit: AuditPath,
    unit: Annotated[str | None, typer.Option(help="Name of the audited unit.")] = None,
    region: Annotated[str | None, typer.Option(help=", ".join(typed.REGIONS))] = None,
    unit_type: Annotated[str | None, typer.Option(help=", ".join(typed.UNIT_TYPES))] = None,
    constituent: Annotated[str | None, typer.Option(help=", ".join(typed.CONSTITUENTS))] = None,
    country: Annotated[str | None, typer.Option(help="Country of the unit.")] = None,
    start: Annotated[
        str | None, typer.Option(help="First day on site, as 2026-03-02.", metavar="DATE")
    ] = None,
    language: Annotated[str | None, typer.Option(help="Language of the audit, two letters.")] = None,
    staff: Annotated[
        list[str] | None, typer.Option(help="Women/men of a category, as professional=12/15.")
    ] = None,
    invited: Annotated[str | None, typer.Option(help="People invited to the survey.")] = None,
    facilitator: Annotated[
        list[str] | None, typer.Option(help="The facilitators, the lead first; repeat for each.")
    ] = None,
    policy: Annotated[
        Literal["steps", "exact"] | None,
        typer.Option(help="How women's and men's figures are published; before the first answer only."),
    ] = None,
    survey_closes: Annotated[str | None, typer.Option(help="Last day of the survey.", metavar="DATE")] = None,
    coordinator: Annotated[str | None, typer.Option(help="The unit's coordinator of the audit.")] = None,
    referral: Annotated[str | None, typer.Option(help="Whom a person can turn to.")] = None,
    date: Annotated[
        list[str] | None, typer.Option(help="When a phase is due, as debrief=2026-03-16.")
    ] = None,
    off: Annotated[
        list[str] | None, typer.Option(help="An item that does not apply, with its reason: ST1-04=N1.")
    ] = None,
    on: Annotated[list[str] | None, typer.Option(help="An item that applies after all: ST1-04.")] = None,
    baseline: Annotated[
        Path | None, typer.Option(help="The previous audit of this unit; its figures are copied in.")
    ] = None,
    by: By = "",
) -> None:
    """Change the facts of the audit; earlier ones are kept.

    Without any option a person at the keyboard is asked for each fact, Enter keeping what stands.
    """
    given = {
        "unit": unit,
        "region": region,
        "unit_type": unit_type,
        "constituent": constituent,
        "country": country,
        "start": start,
        "language": language,
        "staff": staff,
        "invited": invited,
        "facilitators": facilitator,
        "policy": policy,
        "survey_closes": survey_closes,
        "coordinator": coordinator,
        "referral": referral,
        "dates": date,
        "off": off,
        "on": on,
    }
    changed = {name: value for name, value in given.items() if value is not None}
    with AuditFile(audit) as opened:
        questionnaire = opened.definition.questionnaire
        before = opened.facts()
        left = left_by(baseline, opened.path) if baseline else None
        after = _after(before, changed, questionnaire, asking=not baseline)
        if (before.start, before.survey_closes) != (after.start, after.survey_closes):
            typed.check_survey_closes(after)
        with opened.writing() as connection:
            check_bracket(connection, questionnaire, before, after)
            check_policy(connection, before, after)
            check_presets(connection, questionnaire, before, after)
            changes = change_facts(connection, before, after, by or before.lead)
        _tell(changes, before, after, questionnaire)
        if left:
            copy_in(opened, left, by or before.lead)


def _after(before: Facts, changed: dict[str, Any], questionnaire: Questionnaire, *, asking: bool) -> Facts:
    if changed:
        return apply(before, changed, questionnaire)
    if not asking:
        return before
    if not interactive():
        raise UserError(tr("Nothing to change was named."), tr("See the options: audit-engine edit --help"))
    return ask_presets(ask_facts(before, questionnaire), questionnaire)


def apply(before: Facts, changed: dict[str, Any], questionnaire: Questionnaire) -> Facts:
    """The facts with what was typed; new staff numbers are also the number invited, unless that is given."""
    parse: dict[str, Callable[[Any], object]] = {
        "unit": lambda text: typed.parse_name("--unit", text),
        "region": typed.parse_region,
        "unit_type": typed.parse_unit_type,
        "constituent": typed.parse_constituent,
        "language": typed.parse_language,
        "start": lambda text: typed.parse_date("--start", text),
        "survey_closes": lambda text: typed.parse_date("--survey-closes", text),
        "invited": lambda text: typed.parse_people(text, "--invited"),
        "staff": lambda texts: {**before.staff, **typed.parse_staff(texts, questionnaire)},
        "facilitators": lambda names: tuple(typed.parse_name("--facilitator", name) for name in names),
        "dates": lambda texts: {**before.dates, **typed.parse_phase_dates(texts)},
    }
    new: dict[str, Any] = {
        name: parse[name](value) if name in parse else value
        for name, value in changed.items()
        if name not in ("off", "on")
    }
    if "staff" in new and "invited" not in new:
        new["invited"] = sum(women + men for women, men in new["staff"].values())
    if "start" in new:
        new["dates"] = {**_moved(before, new["start"]), **new.get("dates", {})}
    new["switched_off"] = _switched(before, changed, questionnaire)
    after = replace(before, **new)
    typed.check_constituent(after)
    return after


def _moved(before: Facts, start: date_of_day) -> dict[Phase, date_of_day]:
    """The dates of the phases after the start moved: those that still stood at their default move along."""
    usual, moved = default_dates(before.start), default_dates(start)
    return {phase: moved[phase] if day == usual.get(phase) else day for phase, day in before.dates.items()}


def _switched(before: Facts, changed: dict[str, Any], questionnaire: Questionnaire) -> dict[str, Any]:
    back = changed.get("on", ())
    unknown = [item for item in back if item not in before.switched_off]
    if unknown:
        raise UserError(tr("--on: {item} is not switched off.", item=unknown[0]), tr("Nothing was changed."))
    off = {**before.switched_off, **typed.parse_switched_off(changed.get("off", ()), questionnaire)}
    return {item: reason for item, reason in off.items() if item not in back}


def check_bracket(connection: Connection, questionnaire: Questionnaire, before: Facts, after: Facts) -> None:
    """Refuses a change of staff that would ask or show something else once people have answered.

    Raises UserError (privacy): what the size of the unit means was read out before anybody answered.
    """
    held = survey_held(questionnaire, before.setting)
    answered = survey.forms(connection) if held else counting.staff_answered(connection, questionnaire)
    known = before.invited > 0  # until then nobody was told anything about the size
    if known and answered and bracket(questionnaire, before.setting) != bracket(questionnaire, after.setting):
        raise UserError(
            tr_many(
                "With {number} people instead of {before} the survey would ask and show "
                "something else than respondents were told.",
                "With {number} people instead of {before} the survey would ask and show "
                "something else than respondents were told.",
                after.invited,
                before=before.invited,
            ),
            tr("The number can change only within the same size of unit once people have answered."),
            code=ExitCode.PRIVACY,
        )


def check_policy(connection: Connection, before: Facts, after: Facts) -> None:
    """Refuses another policy once anybody has answered anything. Raises UserError (privacy)."""
    if before.policy != after.policy and (survey.forms(connection) or submissions.any_answer(connection)):
        raise UserError(
            tr(
                "How women's and men's figures are published ({policy}) was fixed with the first answer.",
                policy=before.policy,
            ),
            tr("It cannot change any more in this audit."),
            code=ExitCode.PRIVACY,
        )


def check_presets(connection: Connection, questionnaire: Questionnaire, before: Facts, after: Facts) -> None:
    """Refuses to switch what people answer off, or on again, once figures of people were published.

    Raises UserError (privacy): a mean without the item, beside the published one, would tell the item.
    """
    last = releases.last_release(connection)
    changed = {item for item, _ in set(before.switched_off.items()) ^ set(after.switched_off.items())}
    of_people = sorted(item for item in changed if questionnaire.items[item].evidence == "perception")
    if last and last.since and of_people:
        raise UserError(
            tr(
                "{item} is answered by people, and release {release} published their figures.",
                item=of_people[0],
                release=last.number,
            ),
            tr("Whether it applies cannot change any more; say in a finding what is special about it."),
            code=ExitCode.PRIVACY,
        )


def _tell(
    changes: list[tuple[str, str, str]], before: Facts, after: Facts, questionnaire: Questionnaire
) -> None:
    if not changes:
        say(tr("No fact was changed."))
        return
    table((tr("Fact"), tr("Before"), tr("Now")), changes)
    if before.setting != after.setting or before.policy != after.policy:
        for sentence in meaning(questionnaire, after.setting, after.policy):
            say(sentence)
