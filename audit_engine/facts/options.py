"""The facts of an audit as a person types them: `professional=12/15`, `2026-03-02`, `N1`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar, cast, get_args

from audit_engine.audit import PHASES, Facts, Phase
from questionnaires.answers import REASONS, listed, plain, short, storable
from questionnaires.catalogue import marked, tr
from questionnaires.definition import Area, Constituent, Questionnaire, Reason, Region, UnitType
from questionnaires.errors import UserError

REGIONS = {
    "africa": marked("Africa"),
    "americas": marked("The Americas"),
    "arab_states": marked("Arab States"),
    "asia_pacific": marked("Asia and the Pacific"),
    "europe_central_asia": marked("Europe and Central Asia"),
}
UNIT_TYPES = {
    "field_office": marked("Field office"),
    "hq_unit": marked("Headquarters unit or department"),
    "constituent": marked("Constituent: ministry, employers' or workers' organisation"),
    "un_agency": marked("UN agency or country team"),
    "project": marked("Technical cooperation programme or project"),
}
CONSTITUENTS = {
    "government": marked("Government"),
    "employers": marked("Employers' organisation"),
    "workers": marked("Workers' organisation"),
}
Key = TypeVar("Key", bound=str)
"""The id of a coded fact."""
PHASE_WORDS: Mapping[Phase, str] = {
    "planned": marked("planned"),
    "preparing": marked("preparing"),
    "document_review": marked("document review"),
    "fieldwork": marked("fieldwork"),
    "debrief": marked("debrief"),
    "draft_report": marked("draft report"),
    "final_report": marked("final report"),
    "follow_up": marked("follow up"),
    "closed": marked("closed"),
}
"""What people read of these lists, to be translated where it is said; what is typed and stored is the key."""
_LANGUAGE_LETTERS = 2


def parse_name(option: str, typed: str) -> str:
    """A name that is not empty. Raises UserError."""
    name = storable(" ".join(typed.split()))
    if not name:
        raise UserError(
            tr("{option}: the name is empty.", option=option), tr("Write the name, or leave the option out.")
        )
    return name


def check_constituent(what: Facts) -> None:
    """Which constituent it is belongs to that type of unit only. Raises UserError."""
    if what.constituent and what.unit_type != "constituent":
        raise UserError(
            tr("--constituent {constituent}: the unit is no constituent.", constituent=what.constituent),
            tr("Say --unit-type constituent too, or leave it out."),
        )


def check_survey_closes(what: Facts) -> None:
    """The survey takes forms on the first day on site at least. Raises UserError."""
    if what.survey_closes and what.survey_closes < what.start:
        raise UserError(
            tr(
                "--survey-closes {day}: that is before the first day on site ({start}).",
                day=what.survey_closes,
                start=what.start,
            ),
            tr("Write {start} or a later day, or correct the first day with --start.", start=what.start),
        )


def parse_region(typed: str) -> Region | None:
    return cast("Region | None", _word("--region", typed, get_args(Region)))


def parse_unit_type(typed: str) -> UnitType | None:
    return cast("UnitType | None", _word("--unit-type", typed, get_args(UnitType)))


def parse_constituent(typed: str) -> Constituent | None:
    return cast("Constituent | None", _word("--constituent", typed, get_args(Constituent)))


def _word(option: str, typed: str, allowed: tuple[str, ...]) -> str | None:
    word = typed.strip().lower().replace("-", "_")
    if not word:
        return None
    if word not in allowed:
        raise UserError(
            tr("{option}: '{typed}' is not known.", option=option, typed=short(typed)),
            tr("It is one of {names}.", names=", ".join(allowed)),
        )
    return word


def parse_date(option: str, typed: str) -> date:
    """A day written as 2026-03-02. Raises UserError."""
    try:
        return date.fromisoformat(plain(typed))
    except ValueError:
        raise UserError(
            tr("{option}: '{typed}' is not a date.", option=option, typed=short(typed)),
            tr("Write year-month-day, for example 2026-03-02."),
        ) from None


def parse_language(typed: str) -> str:
    word = typed.strip().lower()
    if len(word) != _LANGUAGE_LETTERS or not word.isalpha() or not word.isascii():
        raise UserError(
            tr("--language: '{typed}' is not a language code.", typed=short(typed)),
            tr("Write two letters, for example en."),
        )
    return word


def parse_staff(typed: Iterable[str], questionnaire: Questionnaire) -> dict[str, tuple[int, int]]:
    """`professional=12/15` (women/men) for each category. Raises UserError."""
    allowed = categories(questionnaire)
    staff: dict[str, tuple[int, int]] = {}
    for text in typed:
        category, _, numbers = plain(text).partition("=")
        if allowed and category.strip() not in allowed:
            raise UserError(
                tr("--staff: '{category}' is not a category of staff.", category=short(category)),
                tr("It is one of {names}.", names=", ".join(allowed)),
            )
        if category.strip() in staff:
            raise UserError(
                tr("--staff: '{category}' is given twice.", category=category.strip()),
                tr("Give each category once."),
            )
        staff[category.strip()] = parse_women_men(numbers, f"--staff {short(text)}")
    return staff


def parse_area(typed: str, questionnaire: Questionnaire) -> Area:
    """An area by its id, whatever its capitals. Raises UserError naming the areas."""
    found = questionnaire.area_named(typed)
    if found is None:
        known = ", ".join(each.id for each in questionnaire.areas)
        raise UserError(
            tr(
                "'{typed}' is no area of {questionnaire}.", typed=short(typed), questionnaire=questionnaire.id
            ),
            tr("The areas are {names}.", names=known),
        )
    return found


def categories(questionnaire: Questionnaire) -> tuple[str, ...]:
    """The categories of staff that the questionnaire knows."""
    return tuple(o.id for q in questionnaire.profile if q.id == "category" for o in q.options)


def parse_women_men(typed: str, where: str) -> tuple[int, int]:
    """`12/15`: women, then men. Raises UserError."""
    women, _, men = plain(typed).partition("/")
    return parse_people(women, where), parse_people(men, where)


def parse_people(typed: str, where: str) -> int:
    """A number of people, 0 to 1,000,000. Raises UserError."""
    text = plain(typed)
    if not (text.isascii() and text.isdigit() and len(text) <= 7 and int(text) <= 1_000_000):
        raise UserError(
            tr("{where}: '{typed}' is not a number of people.", where=where, typed=short(typed)),
            tr("Write whole numbers, women/men, for example professional=12/15."),
        )
    return int(text)


def parse_switched_off(typed: Iterable[str], questionnaire: Questionnaire) -> dict[str, Reason]:
    """`ST1-04=N1` for each item that does not apply to the unit. Raises UserError."""
    found: dict[str, Reason] = {}
    for text in typed:
        item, _, reason = plain(text).partition("=")
        if item not in questionnaire.items:
            raise UserError(
                tr(
                    "--off: '{item}' is no item of {questionnaire}.",
                    item=short(item),
                    questionnaire=questionnaire.id,
                ),
                tr("Write for example {item}=N1.", item=next(iter(questionnaire.items))),
            )
        if reason.upper() not in REASONS:
            raise UserError(
                tr("--off {text}: the reason is missing.", text=short(text)),
                tr("Write {item}=N1; reasons are {names}.", item=item, names=listed([*REASONS])),
            )
        found[item] = cast("Reason", reason.upper())
    return found


def parse_phase(typed: str) -> Phase:
    """A phase by name, `draft report` or `draft_report`. Raises UserError."""
    word = plain(typed).lower().replace(" ", "_").replace("-", "_")
    if word not in PHASES:
        raise UserError(
            tr("'{typed}' is not a phase.", typed=short(typed)),
            tr("The phases are {names}.", names=", ".join(PHASES)),
        )
    return word


def parse_phase_dates(typed: Iterable[str]) -> dict[Phase, date]:
    """`debrief=2026-03-16` for each date that differs from the default. Raises UserError."""
    found: dict[Phase, date] = {}
    for text in typed:
        phase, _, day = text.partition("=")
        found[parse_phase(phase)] = parse_date(f"--date {short(text)}", day)
    return found


def label(labels: Mapping[Key, str], key: Key | None) -> str:
    """The words for a coded fact, in the language spoken; "not given" where nobody said."""
    return tr(labels[key]) if key else tr("not given")
