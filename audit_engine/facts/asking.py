"""Asking a person for the facts of an audit, one after the other, Enter keeping what stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from audit_engine.audit import Facts
from audit_engine.facts import options as typed
from audit_engine.terminal import ask, choose, heading, say
from questionnaires.catalogue import SOURCE, spoken, tr
from questionnaires.definition import Questionnaire, Reason
from questionnaires.errors import UserError
from questionnaires.routing import proposed_presets
from questionnaires.scope import compares_by_sex, counts_by_sex, has_survey, hears_opinions
from questionnaires.translations import in_language

T = TypeVar("T")


def ask_facts(what: Facts, questionnaire: Questionnaire, *, given: frozenset[str] = frozenset()) -> Facts:
    """Asks for every fact that was not given as an option (`given` holds the names of those)."""

    def wanted(name: str) -> bool:
        return name not in given

    heading(tr("The audited unit"))
    if wanted("unit"):
        what = replace(what, unit=ask(tr("Name of the unit"), what.unit))
    if wanted("unit_type"):
        what = replace(
            what, unit_type=typed.parse_unit_type(_one(tr("Type of unit"), typed.UNIT_TYPES, what.unit_type))
        )
    if what.unit_type == "constituent" and wanted("constituent"):
        chosen = _one(tr("Which constituent?"), typed.CONSTITUENTS, what.constituent)
        what = replace(what, constituent=typed.parse_constituent(chosen))
    if wanted("region"):
        what = replace(what, region=typed.parse_region(_one(tr("Region"), typed.REGIONS, what.region)))
    if wanted("country"):
        what = replace(what, country=ask(tr("Country"), what.country))
    if wanted("start"):
        day = until_valid(
            tr("First day on site"), what.start.isoformat(), lambda t: typed.parse_date(tr("Date"), t)
        )
        what = replace(what, start=day)
    return _ask_people(what, questionnaire, wanted)


def _ask_people(what: Facts, questionnaire: Questionnaire, wanted: Callable[[str], bool]) -> Facts:
    if wanted("staff") and _counts_staff_by_sex(questionnaire):
        what = replace(what, staff=_ask_staff(what, questionnaire))
    everybody = sum(women + men for women, men in what.staff.values())
    if not has_survey(questionnaire) and (everybody or not hears_opinions(questionnaire)):
        what = replace(what, invited=everybody)
    elif wanted("invited"):
        stands = str(what.invited if what.invited > 0 and what.invited != everybody else everybody)
        who = tr("People who work here")
        if has_survey(questionnaire):
            who = tr("People invited to the survey")
        number = until_valid(who, stands, lambda t: typed.parse_people(t, tr("Invited")))
        what = replace(what, invited=number)
    heading(tr("The audit"))
    if wanted("facilitators"):
        names = ask(tr("Facilitators, the lead first, with a comma between"), ", ".join(what.facilitators))
        what = replace(what, facilitators=tuple(_parted(names)))
    if wanted("coordinator"):
        what = replace(what, coordinator=ask(tr("The unit's coordinator"), what.coordinator))
    if wanted("referral"):
        contacts = ask(tr("Whom can a person turn to (counsellor, ombuds, hotline)?"), what.referral)
        what = replace(what, referral=contacts)
    return what


def _parted(names: str) -> Iterator[str]:
    """Names with a comma between, be it Latin or Arabic."""
    parts = (name.strip() for name in names.replace("\N{ARABIC COMMA}", ",").split(","))
    return filter(None, parts)


def _counts_staff_by_sex(questionnaire: Questionnaire) -> bool:
    """Whether the numbers of women and men decide or are needed for anything."""
    return compares_by_sex(questionnaire) or counts_by_sex(questionnaire)


def _ask_staff(what: Facts, questionnaire: Questionnaire) -> dict[str, tuple[int, int]]:
    say(tr("Staff by category, women/men (for example 12/15; Enter for none):"))
    staff: dict[str, tuple[int, int]] = {}
    for category in typed.categories(questionnaire):
        stands = "/".join(str(number) for number in what.staff.get(category, (0, 0)))
        women, men = until_valid(
            f"  {_category(questionnaire, category)}", stands, lambda t: typed.parse_women_men(t, tr("Staff"))
        )
        if women + men:
            staff[category] = (women, men)
    return staff


def _category(questionnaire: Questionnaire, name: str) -> str:
    """A category of staff in words: its id is English, the questionnaire's label may be in the language."""
    if spoken() == SOURCE:
        return name.replace("_", " ")
    profile = in_language(questionnaire, spoken()).profile
    labels = {one.id: one.label for asked in profile if asked.id == "category" for one in asked.options}
    return labels.get(name, name)


def ask_presets(what: Facts, questionnaire: Questionnaire) -> Facts:
    """Shows cases in which items may not apply; none is switched off unless a person says so."""
    cases = _cases(what, questionnaire)
    if not cases:
        return what
    heading(tr("Cases in which items do not apply"))
    for number, ((when, reason), items) in enumerate(cases.items(), 1):
        say(f"{number:4}  {when} ({reason}: {', '.join(items)})")
    example = next(iter(questionnaire.items))
    say(
        tr(
            "Type the numbers of those that are true here, with blanks between. A single item: {example}=N1.",
            example=example,
        )
    )
    chosen = until_valid(tr("True here (Enter: none)"), "", lambda text: _chosen(text, cases, questionnaire))
    off: dict[str, Reason] = {**what.switched_off, **chosen}
    return replace(what, switched_off=off)


def _cases(what: Facts, questionnaire: Questionnaire) -> dict[tuple[str, Reason], list[str]]:
    """(case in words, reason) -> the items it switches off."""
    cases: dict[tuple[str, Reason], list[str]] = {}
    for item, presets in proposed_presets(questionnaire, what.setting).items():
        for preset in presets:
            cases.setdefault((preset.when, preset.reason), []).append(item)
    return cases


def _chosen(
    text: str, cases: dict[tuple[str, Reason], list[str]], questionnaire: Questionnaire
) -> dict[str, Reason]:
    words = text.replace(",", " ").split()
    found = typed.parse_switched_off([word for word in words if not word.isdecimal()], questionnaire)
    known = dict(enumerate(cases.items(), 1))
    for word in words:
        if word.isdecimal():
            if int(word[:6]) not in known:
                raise UserError(
                    tr("There is no case {word}.", word=word[:6]),
                    tr("The cases are 1 to {number}.", number=len(known)),
                )
            (_, reason), items = known[int(word[:6])]
            found = {**dict.fromkeys(items, reason), **found}
    return found


def until_valid(question: str, default: str, parse: Callable[[str], T]) -> T:
    """Asks until the answer can be understood; each refusal says why."""
    while True:
        try:
            return parse(ask(question, default))
        except UserError as error:
            say(str(error), "yellow")


def _one(question: str, labels: dict[str, str], stands: str | None) -> str:
    known = [(name, tr(label)) for name, label in labels.items()]
    return choose(question, (*known, ("", tr("Not known yet"))), stands or "")
