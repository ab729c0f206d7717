"""A made-up audit for the tests of the workbook: evidence laid out by hand over the real questionnaire."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from exports.compose import compose
from exports.material import Decided, Edition, Material, Noted
from exports.report import Fact, Report
from questionnaires.definition import Instrument, Item, Questionnaire
from questionnaires.library import load
from questionnaires.routing import STAFF_ROLES, Setting, asked_here, small_unit
from scoring import assess
from scoring.earlier import earlier_from
from scoring.evidence import Earlier, Evidence, Group, Heard, Observation, Pool, Spread, Tally

SHA256 = "0" * 60 + "cafe"
VALUES = {
    "ratio": ("3/8", "5/6", "9/10", "2/14"),
    "sexcount": ("women=7 men=12", "women=4 men=15", "women=9 men=10"),
    "sexrate": ("women=3/10 men=5/14", "women=5/9 men=6/12"),
    "count": ("12", "3"),
}


def evidence(staff: int, *, women: int | None = None, hidden: int = 0, seed: int = 7) -> Evidence:
    """Every item answered: documents, staff data, survey forms of about three in four, interviews."""
    questionnaire, chance = load("pga", "1.0.0").questionnaire, random.Random(seed)
    setting = Setting(staff, {"professional": (staff // 2, staff - staff // 2)}, "field_office")
    forms = round(staff * Fraction(3, 4))
    groups: dict[Group, int] = {"woman": women if women is not None else forms // 2, "man": 0, "x": hidden}
    groups["man"] = forms - groups["woman"] - hidden
    if small_unit(questionnaire, setting):
        groups = {"woman": 0, "man": 0, "x": forms}
    tallies = tuple(_tallies(questionnaire, setting, groups, chance))
    return Evidence(
        setting=setting,
        tallies=tallies,
        observations=tuple(_observations(questionnaire, chance)),
        spreads=tuple(_spreads(questionnaire, setting, groups)),
        pools=_pools(questionnaire, tallies, forms) if small_unit(questionnaire, setting) else {},
        survey_forms=forms,
        heard=HEARD,
    )


HEARD = (
    Heard("interview", "director", "woman", 1),
    Heard("interview", "hr_officer", "man", 1),
    Heard("interview", "focal_point", "woman", 1),
    Heard("interview", "staff", "woman", 4),
    Heard("interview", "staff", "man", 3),
    Heard("interview", "staff", "x", 1),
    Heard("interview", "partner", "woman", 3),
    Heard("interview", "partner", "man", 3),
    Heard("workshop", "group", "woman", 9),
    Heard("workshop", "group", "man", 8),
)


def _by_staff(item: Item) -> bool:
    return item.evidence == "perception" and item.voice == "staff" and "survey" in item.instruments


def _tallies(
    questionnaire: Questionnaire, setting: Setting, groups: dict[Group, int], chance: random.Random
) -> Iterator[Tally]:
    for item in questionnaire.items.values():
        options = [option.id for option in questionnaire.scale_of(item).options]
        if _by_staff(item) and asked_here(item, setting):
            middle = chance.choice(options)
            for group, number in groups.items():
                for _ in range(number):
                    yield Tally(item.id, "survey", "staff", group, chance.choice([middle, *options]), 1)
        elif item.voice == "partner" and item.evidence == "perception":
            yield Tally(item.id, "interview", "partner", "x", chance.choice(options), 6)
        elif item.voice == "management":
            yield Tally(
                item.id, "interview", "director", "x", "agree" if "agree" in options else options[-1], 1
            )


def _observations(questionnaire: Questionnaire, chance: random.Random) -> Iterator[Observation]:
    for item in questionnaire.items.values():
        scale = questionnaire.scale_of(item)
        instrument: Instrument = item.instruments[0]
        if instrument in ("document_review", "staff_data") and item.voice == "facilitator":
            value = chance.choice(VALUES.get(scale.kind) or [option.id for option in scale.options])
            yield Observation(
                item.id, instrument, "facilitator", value, ref="d1", evidence=chance.random() > 0.2
            )
        elif scale.kind == "votes":
            yield Observation(item.id, "workshop", "group", "1=4 2=9 3=8 agreed=2", ref="w1")
        elif instrument == "workshop":
            yield Observation(item.id, "workshop", "group", "25.5/40", ref="w1")


def _spreads(questionnaire: Questionnaire, setting: Setting, groups: dict[Group, int]) -> Iterator[Spread]:
    for area in questionnaire.areas:
        if any(_by_staff(item) and asked_here(item, setting) for item in area.items):
            for group, number in groups.items():
                if number:
                    yield Spread(area.id, group, number)


def _pools(questionnaire: Questionnaire, tallies: tuple[Tally, ...], people: int) -> dict[str, Pool]:
    found: dict[str, dict[tuple[str, str], int]] = {}
    for tally in tallies:
        if tally.role in STAFF_ROLES and tally.instrument == "survey":
            counts = found.setdefault(questionnaire.area_of[tally.item].id, {})
            counts[tally.item, tally.value] = counts.get((tally.item, tally.value), 0) + tally.number
    return {area: Pool(people, counts) for area, counts in found.items()}


def earlier(staff: int) -> Earlier:
    """The audit two years before, with other answers."""
    questionnaire = load("pga", "1.0.0").questionnaire
    assessment = assess(questionnaire, evidence(staff, seed=3))
    return earlier_from(
        questionnaire,
        assessment,
        unit="Made-up unit",
        start="2024-03-04",
        sha256=SHA256,
        respondents=staff // 2,
    )


def material(
    staff: int = 40, *, collected: Evidence | None = None, before: Earlier | None = None
) -> Material:
    """All that a report of a made-up unit is made from."""
    questionnaire = load("pga", "1.0.0").questionnaire
    found = collected if collected is not None else evidence(staff)
    return Material(
        questionnaire=questionnaire,
        sha256=SHA256,
        assessment=assess(questionnaire, found, before),
        unit="Made-up unit",
        unit_type="field_office",
        start=date(2026, 3, 2),
        facts=(
            Fact("Unit", "Field office, Kenya, Africa"),
            Fact("Audit", "2 March 2026, phase: draft report"),
            Fact("Staff", f"{found.setting.invited} people"),
            Fact("Facilitators", "Ada Example, Ben Example"),
        ),
        heard=found.heard,
        noted=NOTED,
        decided=DECIDED,
        practice=(
            Fact("Programmes", "14 listed, 10 drawn: every 1st from number 3, drawn by Ada Example"),
            Fact("Two facilitators", "31 of 60 document items rated by two facilitators"),
        ),
        engine="audit-engine 0.1.0",
        edition=Edition(1, date(2026, 4, 20)),
    )


NOTED = (
    Noted(
        "strength",
        "SU3",
        "Project teams ask women's organisations before they plan, and show in the plan what came of it.",
        where="Two regional projects",
        evidence="Minutes of planning meetings, 2025",
        support="two or more sources",
    ),
    Noted(
        "practice",
        "ST4",
        "A monthly half hour in which a colleague shows how gender analysis changed a piece of their work.",
        where="Programme section",
        evidence="Calendar, six sets of slides",
        support="two or more sources",
        transferable=True,
        consent=True,
    ),
    Noted(
        "finding",
        "IA2",
        "Nobody could say what became of the recommendations of the last audit.",
        support="two or more sources",
        evidence="Interviews, annual report 2025",
    ),
)
DECIDED = (
    Decided(
        "REC-ST3-2",
        "ST3",
        "Re-issue the harassment policy with a briefing for every team and name two safe channels",
        "accepted",
        "high",
        "HRD, UNIT",
        date(2026, 6, 30),
        "Briefing dates, list of channels on the intranet",
        ("ST3-04",),
        "REC-ST3-2",
    ),
    Decided("REC-IA2-1", "IA2", "Not needed here", "rejected", "medium", "UNIT", None),
)


def report(staff: int = 40, *, before: Earlier | None = None) -> Report:
    """The report of a made-up unit."""
    return compose(material(staff, before=before))


def empty_report(unit: str = "Made-up unit") -> Report:
    """The report of an audit in which nothing was collected."""
    setting = Setting(40, {"professional": (20, 20)}, "field_office")
    bare = material(collected=Evidence(setting))
    return compose(replace(bare, unit=unit, noted=(), decided=(), practice=()))
