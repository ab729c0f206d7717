"""Figures and aims of the whole organisation: reference lines, never one unit's baseline."""

from __future__ import annotations

from collections.abc import Iterator

from exports.material import Material
from exports.report import Fact
from questionnaires.catalogue import labelled, marked, tr
from questionnaires.definition import Item
from questionnaires.references import Baseline, BaselineUnit, Direction, Figure, Target
from scoring.rounding import brief

UNITS: dict[BaselineUnit, str] = {
    "percent_women": marked("% women"),
    "percent_men": marked("% men"),
    "percent": "%",
    "count": "",
    "score": marked("points"),
    "extent": "",
}
DIRECTIONS: dict[Direction, str] = {
    "increase": marked("to increase"),
    "decrease": marked("to decrease"),
    "reach": marked("to be reached"),
}


def amount(figure: str, unit: BaselineUnit) -> str:
    """A figure with what it counts, such as `50 % women`."""
    return f"{figure} {tr(UNITS[unit])}" if UNITS[unit] else figure


def reference_lines(material: Material) -> tuple[Fact, ...]:
    """What the questionnaire declares for the whole organisation (docs/method.md, rule 6)."""
    items = (line for item in material.questionnaire.items.values() for line in _of_item(material, item))
    return (*items, *_figures(material))


def _of_item(material: Material, item: Item) -> Iterator[Fact]:
    if item.baseline and item.baseline.level == "organisation":
        yield Fact(item.id, _of(item, _baseline(item.baseline)))
    if item.target:
        yield Fact(item.id, _of(item, _target(material, item.target)))


def _of(item: Item, said: str) -> str:
    return labelled(item.text, said)


def _baseline(declared: Baseline) -> str:
    way = tr(DIRECTIONS[declared.direction])
    if declared.value is None:
        told = tr("in the whole organisation, {direction}, without a number", direction=way)
        return told + _origin(declared)
    period = f" ({declared.period})" if declared.period else ""
    figure = _amount(declared) + period
    return tr("{figure} in the whole organisation, {direction}", figure=figure, direction=way) + _origin(
        declared
    )


def _target(material: Material, target: Target) -> str:
    past = target.by is not None and target.by.isdigit() and int(target.by) < material.start.year
    aim = _aim(target, past=past)
    way = tr(DIRECTIONS[target.direction])
    if target.value is None:
        return tr("{aim}, without a number, {direction}", aim=aim, direction=way) + _origin(target)
    figure = _amount(target)
    return tr("{aim}: {figure}, {direction}", aim=aim, figure=figure, direction=way) + _origin(target)


def _aim(target: Target, *, past: bool) -> str:
    """Whose aim it is, and of when."""
    if target.level == "organisation":
        if past:
            return tr("aim of {year} of the whole organisation", year=target.by)
        if target.by:
            return tr("aim for {year} of the whole organisation", year=target.by)
        return tr("aim of the whole organisation")
    if past:
        return tr("aim of {year} for a unit", year=target.by)
    return tr("aim for {year} for a unit", year=target.by) if target.by else tr("aim for a unit")


def _amount(declared: Baseline | Target) -> str:
    return amount(brief(declared.value), declared.unit) if declared.value is not None else ""


def _origin(declared: Baseline | Target | Figure) -> str:
    note = f". {declared.note.rstrip('.')}" if declared.note else ""
    source = tr("Source: {source}", source=declared.source)
    return f"{note}. {source}"


def _figures(material: Material) -> Iterator[Fact]:
    for figure in material.questionnaire.figures:
        period = f" ({figure.period})" if figure.period else ""
        yield Fact(tr("Organisation"), _figure(material, figure) + period + _origin(figure))


def _figure(material: Material, figure: Figure) -> str:
    if figure.value is None:
        return tr("{what}, without a number", what=figure.text)
    number = int(figure.value)
    said = f"{number:,} {figure.unit}" if figure.unit != "year" else _year(material, number)
    return labelled(figure.text, said)


def _year(material: Material, year: int) -> str:
    return tr("aim of {year}", year=year) if year < material.start.year else tr("aim for {year}", year=year)
