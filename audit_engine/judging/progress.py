"""How far an audit has come: items answered by area and instrument, and the next sensible step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from audit_engine.audit import PHASES, Facts
from audit_engine.auditfile import AuditFile
from audit_engine.store import submissions
from questionnaires.catalogue import marked, tr
from questionnaires.definition import Area, Instrument, Item, Questionnaire
from questionnaires.routing import Setting, asked_here, survey_held
from questionnaires.scope import hears_opinions
from scoring.evidence import Heard

LOOKED_UP: tuple[Instrument, ...] = ("document_review", "staff_data", "workshop")
ENOUGH_INTERVIEWS = 8


@dataclass(frozen=True)
class AreaProgress:
    """One area: (answered, asked) items by instrument, and items no instrument answered yet.

    `interviews` counts those in which something was said about the area.
    `missing` leaves out the area's own id: "01" for ST1-01.
    """

    id: str
    title: str
    done: Mapping[Instrument, tuple[int, int]]
    missing: tuple[str, ...]
    interviews: int

    def told(self, instrument: Instrument) -> str:
        answered, asked = self.done[instrument]
        return f"{answered}/{asked}" if asked else ""


@dataclass(frozen=True)
class Progress:
    """What an audit has collected."""

    areas: tuple[AreaProgress, ...]
    heard: tuple[Heard, ...]
    survey_held: bool
    hears_opinions: bool = True

    def done(self, instrument: Instrument) -> tuple[int, int]:
        """(answered, asked) items of one instrument over all areas."""
        pairs = [area.done[instrument] for area in self.areas]
        return sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)


def collected(opened: AuditFile) -> Progress:
    """Counts what an open audit holds."""
    questionnaire, setting, evidence = (
        opened.questionnaire,
        opened.facts().setting,
        opened.evidence(),
    )
    answered = {(each.item, each.instrument) for each in evidence.observations}
    answered |= {(each.item, each.instrument) for each in evidence.tallies if each.instrument != "survey"}
    with opened.reading() as connection:
        said = submissions.said_in_interviews(connection)
    return Progress(
        tuple(_area(questionnaire, area, setting, answered, said) for area in questionnaire.areas),
        evidence.heard,
        survey_held(questionnaire, setting),
        hears_opinions(questionnaire),
    )


def _area(
    questionnaire: Questionnaire,
    area: Area,
    setting: Setting,
    answered: set[tuple[str, Instrument]],
    said: list[tuple[str, str]],
) -> AreaProgress:
    asked = [i for i in area.items if asked_here(i, setting) and i.id not in setting.switched_off]
    done: dict[Instrument, tuple[int, int]] = {}
    for instrument in LOOKED_UP:
        mine = [item for item in asked if instrument in item.instruments]
        done[instrument] = (sum((item.id, instrument) in answered for item in mine), len(mine))
    given = {item for item, _ in answered}
    missing = tuple(
        item.id.removeprefix(f"{area.id}-") for item in asked if _looked_up(item) and item.id not in given
    )
    own = {item.id for item in area.items} | {
        f"{area.id}-{p.id}" for p in questionnaire.prompts if p.each_area
    }
    interviews = {name for name, about in said if about in own}
    return AreaProgress(area.id, area.title, done, missing, len(interviews))


def _looked_up(item: Item) -> bool:
    return item.voice == "facilitator" or set(item.instruments) <= {"workshop"}


def interviews(heard: tuple[Heard, ...]) -> int:
    return sum(each.number for each in heard if each.instrument == "interview")


def next_step(found: Progress, forms: int, facts: Facts, path: Path) -> str:
    """The first thing that is not yet done, with its command."""
    documents, staff, workshop = (found.done(instrument) for instrument in LOOKED_UP)
    for unfinished, words, command in (
        (documents[0] < documents[1], marked("Rate what the documents say: {command}"), "review"),
        (staff[0] < staff[1], marked("Enter the staff data of the HR sheet: {command}"), "staff"),
        (
            found.hears_opinions and interviews(found.heard) < min(ENOUGH_INTERVIEWS, max(facts.invited, 1)),
            marked("Interview: {command}"),
            "interview",
        ),
        (
            found.survey_held and 2 * forms < facts.invited,
            marked("Let staff fill in the survey: {command}"),
            "survey",
        ),
        (
            workshop[0] < workshop[1] and facts.invited > 0,
            marked("Record the workshop: {command}"),
            "workshop",
        ),
    ):
        if unfinished:
            return tr(words, command=f"audit-engine {command} {path}")
    steps = [
        tr("See the ratings: {command}", command=f"audit-engine score {path}"),
        tr("Settle the recommendations: {command}", command=f"audit-engine recommend {path}"),
        tr(
            "Write the workbook: {command}", command=f"audit-engine report {path} {path.with_suffix('.xlsx')}"
        ),
    ]
    if PHASES.index(facts.phase) <= PHASES.index("debrief"):
        debrief = f"audit-engine debrief {path}"
        steps.insert(0, tr("Go through the debriefing with the unit: {command}", command=debrief))
    return "\n".join(steps)
