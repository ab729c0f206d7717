"""audit-engine new: begin an audit."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

import typer

from audit_engine.arguments import AuditPath
from audit_engine.audit import Facts, default_dates
from audit_engine.auditfile import AuditFile
from audit_engine.clock import today
from audit_engine.facts import options as typed
from audit_engine.facts.asking import ask_facts, ask_presets
from audit_engine.facts.staff_size import meaning
from audit_engine.judging.baseline import copy_in, left_by
from audit_engine.terminal import interactive, say, warn
from questionnaires.catalogue import tr, tr_many
from questionnaires.definition import Questionnaire
from questionnaires.library import Loaded, load, load_file, parse_reference, refuse_republished
from questionnaires.scope import compares_by_sex, counts_by_sex, hears_opinions

app = typer.Typer(add_completion=False)


@app.command()
def new(
    audit: AuditPath,
    unit: Annotated[str, typer.Option(help="Name of the audited unit.")] = "",
    region: Annotated[str, typer.Option(help=", ".join(typed.REGIONS))] = "",
    unit_type: Annotated[str, typer.Option(help=", ".join(typed.UNIT_TYPES))] = "",
    constituent: Annotated[str, typer.Option(help=", ".join(typed.CONSTITUENTS))] = "",
    country: Annotated[str, typer.Option(help="Country of the unit.")] = "",
    start: Annotated[str, typer.Option(help="First day on site, as 2026-03-02.", metavar="DATE")] = "",
    language: Annotated[str, typer.Option(help="Language of the audit, two letters.")] = "",
    questionnaire: Annotated[
        str, typer.Option(help="Questionnaire and version, or the file of your own.", metavar="ID@VERSION")
    ] = "pga",
    staff: Annotated[
        list[str] | None,
        typer.Option(help="Women/men of a category, as professional=12/15; once a category."),
    ] = None,
    invited: Annotated[str, typer.Option(help="People invited to the survey, if not all staff.")] = "",
    facilitator: Annotated[
        list[str] | None, typer.Option(help="A facilitator's name, the lead first; repeat for each.")
    ] = None,
    policy: Annotated[
        Literal["steps", "exact"],
        typer.Option(help="Women's and men's figures in steps of 5 points, or exact where that is safe."),
    ] = "steps",
    survey_closes: Annotated[
        str, typer.Option(help="Last day of the survey; 14 days after the debrief.", metavar="DATE")
    ] = "",
    coordinator: Annotated[str, typer.Option(help="The unit's coordinator of the audit.")] = "",
    referral: Annotated[
        str, typer.Option(help="Whom a person can turn to (counsellor, ombuds, hotline).")
    ] = "",
    off: Annotated[
        list[str] | None, typer.Option(help="An item that does not apply, with its reason: ST1-04=N1.")
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option(help="The previous audit of this unit; its figures are copied in.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Ask nothing: defaults for what is not given.")] = False,
) -> None:
    """Begin an audit: make its file, record the unit's facts."""
    definition = _definition(questionnaire)
    what = Facts(
        unit=unit or audit.stem.replace("_", " ").replace("-", " ").title(),
        region=typed.parse_region(region),
        unit_type=typed.parse_unit_type(unit_type),
        constituent=typed.parse_constituent(constituent),
        country=country,
        start=typed.parse_date("--start", start) if start else today(),
        language=typed.parse_language(language or definition.questionnaire.language),
        staff=typed.parse_staff(staff or (), definition.questionnaire),
        invited=typed.parse_people(invited, "--invited") if invited else -1,
        facilitators=tuple(facilitator or ()),
        coordinator=coordinator,
        referral=referral,
        switched_off=typed.parse_switched_off(off or (), definition.questionnaire),
        policy=policy,
        survey_closes=typed.parse_date("--survey-closes", survey_closes) if survey_closes else None,
    )
    asking = interactive() and not yes
    typed.check_constituent(what)
    if start or not asking:
        typed.check_survey_closes(what)
    if asking:
        given = {"unit": unit, "region": region, "unit_type": unit_type, "constituent": constituent}
        given |= {"country": country, "start": start, "invited": invited, "coordinator": coordinator}
        given |= {"staff": "".join(staff or ()), "facilitators": "".join(facilitator or ())}
        names = frozenset(name for name, value in given.items() if value)
        what = ask_facts(what, definition.questionnaire, given=names)
        what = ask_presets(what, definition.questionnaire)
        typed.check_survey_closes(what)
    _make(audit, _complete(what), definition, baseline)


def _definition(named: str) -> Loaded:
    """A shipped questionnaire by name, or one's own by the path of its file."""
    if named.endswith((".yaml", ".yml")):
        own = load_file(Path(named))
        refuse_republished(own)
        return own
    return load(*parse_reference(named))


def _make(path: Path, what: Facts, definition: Loaded, baseline: Path | None) -> None:
    left = left_by(baseline, path) if baseline else None  # before: a wrong name leaves no file
    with AuditFile.create(path, what, definition) as made:
        if left:
            copy_in(made, left, what.lead)
    questionnaire = definition.questionnaire
    say(
        tr(
            "{path} holds the audit of {unit} ({reference}).",
            path=path,
            unit=what.unit,
            reference=questionnaire.reference,
        )
    )
    if not what.invited and not what.staff and hears_opinions(questionnaire):
        warn(
            tr_many(
                "no staff numbers were given, so this is treated as a unit under {number} staff. "
                "Add them: audit-engine edit {name} {option}",
                "no staff numbers were given, so this is treated as a unit under {number} staff. "
                "Add them: audit-engine edit {name} {option}",
                questionnaire.rules.no_survey_staff,
                name=path.name,
                option=_staff_option(questionnaire),
            )
        )
    for sentence in meaning(questionnaire, what.setting, what.policy):
        say(sentence)
    say(tr("Next: audit-engine status {path}", path=path))


def _complete(what: Facts) -> Facts:
    """Defaults for what nobody said: everybody is invited, and the dates follow from the start."""
    everybody = sum(women + men for women, men in what.staff.values())
    return replace(
        what,
        invited=what.invited if what.invited >= 0 else everybody,
        dates=what.dates or default_dates(what.start),
    )


def _staff_option(questionnaire: Questionnaire) -> str:
    """How staff numbers are given: women and men by category only where anything is told apart by it."""
    apart = compares_by_sex(questionnaire) or counts_by_sex(questionnaire)
    return "--staff professional=12/15" if apart else "--invited 27"
