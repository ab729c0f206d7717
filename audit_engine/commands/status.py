"""audit-engine status: what has been collected, what is missing, what to do next."""

from __future__ import annotations

from typing import Annotated

import typer

from audit_engine.arguments import AuditPath
from audit_engine.audit import Facts, Submission
from audit_engine.auditfile import AuditFile
from audit_engine.debriefing.promises import promise_words, promises
from audit_engine.facts.options import REGIONS, UNIT_TYPES, label
from audit_engine.judging.progress import Progress, collected, next_step
from audit_engine.store import releases, submissions, survey
from audit_engine.store.facts import read_changes
from audit_engine.survey.closing import SurveyState, survey_state
from audit_engine.terminal import heading, say, say_command, table
from questionnaires.catalogue import tr
from questionnaires.definition import Instrument
from questionnaires.scope import has_survey
from scoring.evidence import Heard
from scoring.more_forms import more_forms

app = typer.Typer(add_completion=False)
NO_SURVEY = "No survey in a unit of this size."
COLUMNS: dict[str, Instrument] = {
    "Documents": "document_review",
    "Staff data": "staff_data",
    "Workshop": "workshop",
}


@app.command()
def status(
    audit: AuditPath,
    listed: Annotated[
        bool, typer.Option("--submissions", help="List every sitting and form with its id.")
    ] = False,
    history: Annotated[
        bool, typer.Option("--history", help="List what was changed, when and by whom.")
    ] = False,
) -> None:
    """What is collected, what is missing, what to do next.

    Completeness only, never a score. Of the survey only the number of forms is told.
    """
    with AuditFile(audit) as opened:
        facts = opened.facts()
        _show_facts(facts, opened)
        found = collected(opened)
        _show_progress(found)
        with opened.reading() as connection:
            forms, sittings = survey.forms(connection), submissions.submissions(connection)
            state, last = survey_state(connection, facts), releases.last_release(connection)
        told = _survey_words(state, forms, facts) if found.survey_held else NO_SURVEY
        _show_heard(found.heard, told if has_survey(opened.definition.questionnaire) else "")
        say(
            tr("Published: release {number} of {at}.", number=last.number, at=last.at)
            if last
            else tr("Nothing is published yet.")
        )
        _show_promises(opened, facts)
        _show_open(sittings)
        if listed:
            _show_submissions(sittings)
        if history:
            _show_history(opened)
        heading(tr("Next"))
        for line in next_step(found, facts.invited if state.closed else forms, facts, opened.path).split(
            "\n"
        ):
            words, _, command = line.partition(": ")
            say(f"{words}:")
            say_command(f"  {command}")


def _show_facts(facts: Facts, opened: AuditFile) -> None:
    questionnaire = opened.definition.questionnaire
    heading(facts.unit)
    said = [label(UNIT_TYPES, facts.unit_type), label(REGIONS, facts.region), facts.country]
    say(", ".join(part for part in said if part))
    invited = f" {facts.invited} people invited." if has_survey(questionnaire) else ""
    say(tr("Questionnaire {reference}.{invited}", reference=questionnaire.reference, invited=invited))
    due = facts.dates.get(facts.phase)
    say(
        tr("Phase: {replace}", replace=facts.phase.replace("_", " "))
        + (tr(", due {due}.", due=due) if due else ".")
    )
    team = ", ".join(facts.facilitators) or "nobody named yet"
    say(
        tr(
            "Facilitators: {team}. Coordinator: {value}.",
            team=team,
            value=facts.coordinator or "nobody named yet",
        )
    )


def _show_progress(found: Progress) -> None:
    heading(tr("Collected by area (items answered of items asked; interviews that spoke of it)"))
    asked = {words: one for words, one in COLUMNS.items() if found.done(one)[1]}
    heads = ("", "Area", *asked, "Interviews", "Still missing")
    rows = (
        (
            area.id,
            area.title,
            *(area.told(instrument) for instrument in asked.values()),
            str(area.interviews),
            ", ".join(area.missing),
        )
        for area in found.areas
    )
    table(heads, rows, right=tuple(range(2, len(heads) - 1)), gap=1)


def _survey_words(state: SurveyState, forms: int, facts: Facts) -> str:
    standing = f"to be closed by {state.due}"
    if state.is_due:
        standing = f"was to be closed by {state.due}; the next report closes it"
    if state.closed:
        standing = f"closed on {state.closed}"
    answered = more_forms(forms, facts.invited) or f"{forms} of {facts.invited} forms"
    return f"Survey: {answered}; {standing}."


def _show_heard(heard: tuple[Heard, ...], of_the_survey: str) -> None:
    """The survey in a line, then interviews and workshop; women and men apart once somebody said so."""
    heading(tr("Who has been heard"))
    if of_the_survey:
        say(of_the_survey)
    rows: dict[str, dict[str, int]] = {}
    for each in heard:
        if each.instrument == "survey":
            continue
        who = "workshop" if each.instrument == "workshop" else each.role.replace("_", " ")
        rows.setdefault(who, {}).setdefault(each.group, 0)
        rows[who][each.group] += each.number
    if not rows:
        say(tr("Nobody was interviewed yet."))
    elif any(group != "x" for row in rows.values() for group in row):
        cells = ((who, *(str(row.get(g, 0)) for g in ("woman", "man", "x"))) for who, row in rows.items())
        table(("Interviews and workshop", "Women", "Men", "Not said"), cells, right=(1, 2, 3))
    else:
        everybody = ((who, str(sum(row.values()))) for who, row in rows.items())
        what = "Interviews and workshop" if "workshop" in rows else "Interviews"
        table((what, "People"), everybody, right=(1,))


def _show_promises(opened: AuditFile, facts: Facts) -> None:
    """Evidence that the unit promised at the debriefing, what is overdue in colour."""
    with opened.reading() as connection:
        promised = promises(connection, opened.definition.questionnaire)
    if promised:
        heading(tr("Promised at the debriefing"))
    for one in promised:
        say(promise_words(one, facts), "yellow" if one.overdue else "")


def _show_open(sittings: list[Submission]) -> None:
    unfinished = [each for each in sittings if each.state == "open"]
    if unfinished:
        heading(tr("Unfinished sittings"))
        table(("Id", "Instrument", "Role", "Answers", "By"), (_row(each) for each in unfinished), right=(3,))


def _show_submissions(sittings: list[Submission]) -> None:
    heading(tr("All sittings and forms (survey forms have no id)"))
    rows = ((*_row(each), f"{each.state} {each.reason}".strip()) for each in sittings)
    table(("Id", "Instrument", "Role", "Answers", "By", "State"), rows, right=(3,))


def _row(each: Submission) -> tuple[str, str, str, str, str]:
    instrument, role = each.instrument.replace("_", " "), each.role.replace("_", " ")
    return (each.id, instrument, role, str(each.answers), each.by)


def _show_history(opened: AuditFile) -> None:
    heading(tr("What was changed"))
    with opened.reading() as connection:
        changes = read_changes(connection)
        earlier = submissions.history(connection)
    rows = [(c["at"], c["by"], c["what"], c["before"], c["after"]) for c in changes]
    rows += [(e.replaced_at, e.replaced_by, f"{e.submission} {e.item}", e.value, e.now) for e in earlier]
    shown = ((_moment(when), *rest) for when, *rest in sorted(rows))
    table(("When (UTC)", "By", "What", "Before", "Now"), shown, gap=1)


def _moment(at: str) -> str:
    return at[:16].replace("T", " ")
