"""audit-engine status: what has been collected, what is missing, what to do next."""

from __future__ import annotations

from typing import Annotated

import typer

from audit_engine.arguments import AuditPath
from audit_engine.audit import Facts, Submission
from audit_engine.auditfile import AuditFile
from audit_engine.debriefing.promises import promise_words, promises
from audit_engine.facts.options import PHASE_WORDS, REGIONS, UNIT_TYPES, label
from audit_engine.judging.progress import Progress, collected, next_step
from audit_engine.sittings.naming import called
from audit_engine.store import releases, submissions, survey
from audit_engine.store.facts import read_changes
from audit_engine.survey.closing import SurveyState, survey_state
from audit_engine.terminal import heading, say, say_command
from audit_engine.terminal_table import table
from questionnaires.catalogue import marked, tr, tr_many
from questionnaires.definition import Instrument
from questionnaires.scope import has_survey
from scoring.evidence import Heard
from scoring.more_forms import more_forms

app = typer.Typer(add_completion=False)
NO_SURVEY = marked("No survey in a unit of this size.")
COLUMNS: dict[str, Instrument] = {
    marked("Documents"): "document_review",
    marked("Staff data"): "staff_data",
    marked("Workshop"): "workshop",
}
_STATES = {"open": marked("open"), "done": marked("done"), "void": marked("void")}


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
        told = _survey_words(state, forms, facts) if found.survey_held else tr(NO_SURVEY)
        _show_heard(found.heard, told if has_survey(opened.questionnaire) else "")
        say(
            tr("Published: release {number} of {date}.", number=last.number, date=last.at)
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
            words, program, command = line.partition("audit-engine ")
            say(words.rstrip())
            say_command(f"  {program}{command}")


def _show_facts(facts: Facts, opened: AuditFile) -> None:
    questionnaire = opened.questionnaire
    heading(facts.unit)
    said = [label(UNIT_TYPES, facts.unit_type), label(REGIONS, facts.region), facts.country]
    say(", ".join(part for part in said if part))
    lines = [tr("Questionnaire {reference}.", reference=questionnaire.reference)]
    if has_survey(questionnaire):
        lines.append(tr_many("{number} people invited.", "{number} people invited.", facts.invited))
    say(" ".join(lines))
    due = facts.dates.get(facts.phase)
    phase = label(PHASE_WORDS, facts.phase)
    say(
        tr("Phase: {phase}, due {date}.", phase=phase, date=due)
        if due
        else tr("Phase: {phase}.", phase=phase)
    )
    team = ", ".join(facts.facilitators) or tr("nobody named yet")
    say(
        tr(
            "Facilitators: {team}. Coordinator: {coordinator}.",
            team=team,
            coordinator=facts.coordinator or tr("nobody named yet"),
        )
    )


def _show_progress(found: Progress) -> None:
    heading(tr("Collected by area (items answered of items asked; interviews that spoke of it)"))
    asked = {tr(words): one for words, one in COLUMNS.items() if found.done(one)[1]}
    heads = ("", tr("Area"), *asked, tr("Interviews"), tr("Still missing"))
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
    answered = more_forms(forms, facts.invited) or tr_many(
        "{number} of {invited} forms", "{number} of {invited} forms", forms, invited=facts.invited
    )
    if state.closed:
        return tr("Survey: {answered}; closed on {date}.", answered=answered, date=state.closed)
    if state.is_due:
        return tr(
            "Survey: {answered}; was to be closed by {date}; the next report closes it.",
            answered=answered,
            date=state.due,
        )
    return tr("Survey: {answered}; to be closed by {date}.", answered=answered, date=state.due)


def _show_heard(heard: tuple[Heard, ...], of_the_survey: str) -> None:
    """The survey in a line, then interviews and workshop; women and men apart once somebody said so."""
    heading(tr("Who has been heard"))
    if of_the_survey:
        say(of_the_survey)
    rows: dict[str, dict[str, int]] = {}
    for each in heard:
        if each.instrument == "survey":
            continue
        who = "workshop" if each.instrument == "workshop" else each.role
        rows.setdefault(who, {}).setdefault(each.group, 0)
        rows[who][each.group] += each.number
    if not rows:
        say(tr("Nobody was interviewed yet."))
    elif any(group != "x" for row in rows.values() for group in row):
        cells = (
            (called(who), *(str(row.get(g, 0)) for g in ("woman", "man", "x"))) for who, row in rows.items()
        )
        heads = (tr("Interviews and workshop"), tr("Women"), tr("Men"), tr("Not said"))
        table(heads, cells, right=(1, 2, 3))
    else:
        everybody = ((called(who), str(sum(row.values()))) for who, row in rows.items())
        what = tr("Interviews and workshop") if "workshop" in rows else tr("Interviews")
        table((what, tr("People")), everybody, right=(1,))


def _show_promises(opened: AuditFile, facts: Facts) -> None:
    """Evidence that the unit promised at the debriefing, what is overdue in colour."""
    with opened.reading() as connection:
        promised = promises(connection, opened.questionnaire)
    if promised:
        heading(tr("Promised at the debriefing"))
    for one in promised:
        say(promise_words(one, facts), "yellow" if one.overdue else "")


def _show_open(sittings: list[Submission]) -> None:
    unfinished = [each for each in sittings if each.state == "open"]
    if unfinished:
        heading(tr("Unfinished sittings"))
        table(_heads(), (_row(each) for each in unfinished), right=(3,))


def _show_submissions(sittings: list[Submission]) -> None:
    heading(tr("All sittings and forms (survey forms have no id)"))
    rows = ((*_row(each), " ".join((tr(_STATES[each.state]), each.reason)).strip()) for each in sittings)
    table((*_heads(), tr("State")), rows, right=(3,))


def _heads() -> tuple[str, ...]:
    return (tr("Id"), tr("Instrument"), tr("Role"), tr("Answers"), tr("By"))


def _row(each: Submission) -> tuple[str, str, str, str, str]:
    return (each.id, called(each.instrument), called(each.role), str(each.answers), each.by)


def _show_history(opened: AuditFile) -> None:
    heading(tr("What was changed"))
    with opened.reading() as connection:
        changes = read_changes(connection)
        earlier = submissions.history(connection)
    rows = [(c["at"], c["by"], c["what"], c["before"], c["after"]) for c in changes]
    rows += [(e.replaced_at, e.replaced_by, f"{e.submission} {e.item}", e.value, e.now) for e in earlier]
    shown = ((_moment(when), *rest) for when, *rest in sorted(rows))
    table((tr("When (UTC)"), tr("By"), tr("What"), tr("Before"), tr("Now")), shown, gap=1)


def _moment(at: str) -> str:
    return at[:16].replace("T", " ")
