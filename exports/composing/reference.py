"""Figures and aims of the whole organisation: reference lines, never one unit's baseline."""

from __future__ import annotations

from collections.abc import Iterator

from exports.material import Material
from exports.report import Fact
from questionnaires.definition import Item
from questionnaires.references import Baseline, BaselineUnit, Direction, Target
from scoring.rounding import brief

UNITS: dict[BaselineUnit, str] = {
    "percent_women": "% women",
    "percent_men": "% men",
    "percent": "%",
    "count": "",
    "score": "points",
    "extent": "",
}
DIRECTIONS: dict[Direction, str] = {
    "increase": "to increase",
    "decrease": "to decrease",
    "reach": "to be reached",
}


def reference_lines(material: Material) -> tuple[Fact, ...]:
    """What the questionnaire declares for the whole organisation (docs/method.md, rule 6)."""
    items = (line for item in material.questionnaire.items.values() for line in _of_item(material, item))
    return (*items, *_figures(material))


def _of_item(material: Material, item: Item) -> Iterator[Fact]:
    if item.baseline and item.baseline.level == "organisation":
        yield Fact(item.id, f"{item.text}: {_baseline(item.baseline)}")
    if item.target:
        yield Fact(item.id, f"{item.text}: {_target(material, item.target)}")


def _baseline(declared: Baseline) -> str:
    if declared.value is None:
        way = DIRECTIONS[declared.direction]
        return f"in the whole organisation, {way}, without a number{_origin(declared)}"
    period = f" ({declared.period})" if declared.period else ""
    way = DIRECTIONS[declared.direction]
    return f"{_amount(declared)}{period} in the whole organisation, {way}{_origin(declared)}"


def _target(material: Material, target: Target) -> str:
    where = "of the whole organisation" if target.level == "organisation" else "for a unit"
    past = target.by is not None and target.by.isdigit() and int(target.by) < material.start.year
    aim = f"aim of {target.by}" if past else f"aim for {target.by}" if target.by else "aim"
    amount = f": {_amount(target)}" if target.value is not None else ", without a number"
    return f"{aim} {where}{amount}, {DIRECTIONS[target.direction]}{_origin(target)}"


def _amount(declared: Baseline | Target) -> str:
    number = brief(declared.value) if declared.value is not None else ""
    return f"{number} {UNITS[declared.unit]}".strip()


def _origin(declared: Baseline | Target) -> str:
    note = f". {declared.note.rstrip('.')}" if declared.note else ""
    return f"{note}. Source: {declared.source}"


def _figures(material: Material) -> Iterator[Fact]:
    for figure in material.questionnaire.figures:
        amount = (
            f": {int(figure.value):,} {figure.unit}" if figure.value is not None else ", without a number"
        )
        if figure.unit == "year" and figure.value is not None:
            amount = f": {_year(material, int(figure.value))}"
        period = f" ({figure.period})" if figure.period else ""
        note = f". {figure.note.rstrip('.')}" if figure.note else ""
        yield Fact("Organisation", f"{figure.text}{amount}{period}{note}. Source: {figure.source}")


def _year(material: Material, year: int) -> str:
    return f"aim of {year}" if year < material.start.year else f"aim for {year}"
