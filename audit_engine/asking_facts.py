"""Asking a person for the facts of an audit, one after the other, Enter keeping what stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from audit_engine import fact_options as typed
from audit_engine.audit import Facts
from audit_engine.terminal import ask, choose, heading, say
from questionnaires.definition import Questionnaire, Reason
from questionnaires.errors import UserError
from questionnaires.routing import proposed_presets

T = TypeVar("T")


def ask_facts(what: Facts, questionnaire: Questionnaire, *, given: frozenset[str] = frozenset()) -> Facts:
    """Asks for every fact that was not given as an option (`given` holds the names of those)."""

    def wanted(name: str) -> bool:
        return name not in given

    heading("The audited unit")
    if wanted("unit"):
        what = replace(what, unit=ask("Name of the unit", what.unit))
    if wanted("unit_type"):
        what = replace(
            what, unit_type=typed.parse_unit_type(_one("Type of unit", typed.UNIT_TYPES, what.unit_type))
        )
    if what.unit_type == "constituent" and wanted("constituent"):
        chosen = _one("Which constituent?", typed.CONSTITUENTS, what.constituent)
        what = replace(what, constituent=typed.parse_constituent(chosen))
    if wanted("region"):
        what = replace(what, region=typed.parse_region(_one("Region", typed.REGIONS, what.region)))
    if wanted("country"):
        what = replace(what, country=ask("Country", what.country))
    if wanted("start"):
        day = until_valid("First day on site", what.start.isoformat(), lambda t: typed.parse_date("Date", t))
        what = replace(what, start=day)
    return _ask_people(what, questionnaire, wanted)


def _ask_people(what: Facts, questionnaire: Questionnaire, wanted: Callable[[str], bool]) -> Facts:
    if wanted("staff"):
        what = replace(what, staff=_ask_staff(what, questionnaire))
    everybody = sum(women + men for women, men in what.staff.values())
    if wanted("invited"):
        stands = str(what.invited if what.invited > 0 and what.invited != everybody else everybody)
        number = until_valid(
            "People invited to the survey", stands, lambda t: typed.parse_people(t, "Invited")
        )
        what = replace(what, invited=number)
    heading("The audit")
    if wanted("facilitators"):
        names = ask("Facilitators, the lead first, with a comma between", ", ".join(what.facilitators))
        what = replace(what, facilitators=tuple(name.strip() for name in names.split(",") if name.strip()))
    if wanted("coordinator"):
        what = replace(what, coordinator=ask("The unit's coordinator", what.coordinator))
    if wanted("referral"):
        contacts = ask("Whom can a person turn to (counsellor, ombuds, hotline)?", what.referral)
        what = replace(what, referral=contacts)
    return what


def _ask_staff(what: Facts, questionnaire: Questionnaire) -> dict[str, tuple[int, int]]:
    say("Staff by category, women/men (for example 12/15; Enter for none):")
    staff: dict[str, tuple[int, int]] = {}
    for category in typed.categories(questionnaire):
        stands = "/".join(str(number) for number in what.staff.get(category, (0, 0)))
        women, men = until_valid(
            f"  {category.replace('_', ' ')}", stands, lambda t: typed.parse_women_men(t, "Staff")
        )
        if women + men:
            staff[category] = (women, men)
    return staff


def ask_presets(what: Facts, questionnaire: Questionnaire) -> Facts:
    """Shows items that may not apply to such a unit; none is switched off unless a person says so."""
    proposed = proposed_presets(questionnaire, what.setting)
    if not proposed:
        return what
    heading("Items that may not apply to this unit")
    for item, presets in proposed.items():
        for preset in presets:
            say(f"  {item}  {preset.reason}  {preset.when}")
    chosen = until_valid(
        "Which are true here? Item=reason with blanks between, for example ST1-04=N1; Enter for none",
        "",
        lambda text: typed.parse_switched_off(text.split(), questionnaire),
    )
    off: dict[str, Reason] = {**what.switched_off, **chosen}
    return replace(what, switched_off=off)


def until_valid(question: str, default: str, parse: Callable[[str], T]) -> T:
    """Asks until the answer can be understood; each refusal says why."""
    while True:
        try:
            return parse(ask(question, default))
        except UserError as error:
            say(str(error), "yellow")


def _one(question: str, labels: dict[str, str], stands: str | None) -> str:
    return choose(question, tuple(labels.items()), stands)
