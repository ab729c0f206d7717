"""Publications as a reader holds them: the printed cells of a Report, or of a workbook read back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from exports.report import Line, Report, Shown

Printed = float | str | None
"""A number, a text in its place (">= 95.0", "not shown"), or an empty cell."""
AREAS = {
    "No.": "id",
    "Area": "words",
    "Score": "score",
    "Band": "band",
    "Covered %": "coverage",
    "Documents": "objective",
    "People": "perception",
    "Women": "women",
    "Men": "men",
    "Gap": "gap",
    "Baseline": "baseline",
    "Change": "change",
}
ITEMS = {
    "No.": "id",
    "Score": "score",
    "Band or answer": "band",
    "Baseline": "baseline",
    "Change": "change",
    "What it rests on, or why there is no figure": "words",
}
SUMMARY = {
    "No.": "id",
    "Area": "words",
    "Score": "score",
    "Band": "band",
    "Baseline": "baseline",
    "Change": "change",
}
NOT_RATED = "not rated"
BELOW = ("Why", "To know", "Women and men", "What would change it")
"""Labels of the rows below an area's figures; their text stands in the third column."""


@dataclass(frozen=True)
class Cells:
    """One line of a publication: an area, an item, a front or the overall."""

    score: Printed = None
    band: str = ""
    coverage: Printed = None
    objective: Printed = None
    perception: Printed = None
    women: Printed = None
    men: Printed = None
    gap: Printed = None
    baseline: Printed = None
    change: Printed = None
    words: str = ""


@dataclass(frozen=True)
class Publication:
    """Everything of one publication that has to do with figures; `fronts` and the overall by title."""

    areas: Mapping[str, Cells]
    items: Mapping[str, Cells] = field(default_factory=dict)
    fronts: Mapping[str, Cells] = field(default_factory=dict)


def of_report(report: Report) -> Publication:
    """A composed report as its reader gets it."""
    return Publication(
        {area.line.id: _cells(area.line, *area.notes, *area.trace) for area in report.areas},
        {item.id: _cells(item) for area in report.areas for item in area.items if item.id},
        {line.title: _cells(line) for line in (report.summary.overall, *report.summary.fronts)},
    )


def _cells(line: Line, *notes: str) -> Cells:
    since = f"Since the baseline: {line.changed}" if line.changed else ""
    return Cells(
        _printed(line.score),
        line.band,
        _printed(line.coverage),
        _printed(line.objective),
        _printed(line.perception),
        _printed(line.women),
        _printed(line.men),
        _printed(line.gap),
        _printed(line.baseline),
        _printed(line.change),
        ". ".join(part for part in (line.why, since, *notes) if part),
    )


def _printed(shown: Shown) -> Printed:
    return float(shown) if isinstance(shown, Fraction) else shown


def of_workbook(path: Path) -> Publication:
    """A workbook read back cell by cell, by the headings of its tables."""
    book = load_workbook(path)
    items = {
        str(line["id"]): _line(line)
        for line in _table(book["Items"], ITEMS)
        if line["id"] and "-" in str(line["id"])
    }
    summary = _table(book["Summary"], SUMMARY)
    fronts = {str(line["words"]): _line({**line, "words": ""}) for line in summary if not line["id"]}
    return Publication(_areas(book["Areas"]), items, fronts)


def _areas(sheet: Any) -> dict[str, Cells]:
    """The blocks of the areas: a line of figures, then labelled lines of words."""
    areas: dict[str, Cells] = {}
    for line in _table(sheet, AREAS, to_the_end=True):
        name = str(line["id"] or "")
        if name in BELOW:
            last = next(reversed(areas))
            areas[last] = replace(areas[last], words=f"{areas[last].words}. {line['score']}")
        elif re.fullmatch(r"[A-Z]+\d+", name):
            areas[name] = _line({**line, "words": ""})
    return areas


def _table(sheet: Any, columns: Mapping[str, str], *, to_the_end: bool = False) -> list[dict[str, Any]]:
    """The rows below the headings as dictionaries, to the next empty row unless it goes on to the end."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    start = next(place for place, row in enumerate(rows) if set(columns) <= set(row))
    places = {name: rows[start].index(heading) for heading, name in columns.items()}
    found = []
    for row in rows[start + 1 :]:
        if not to_the_end and not any(value is not None for value in row):
            break
        found.append({name: row[place] for name, place in places.items()})
    return found


def _line(line: Mapping[str, Any]) -> Cells:
    figures = {
        name: float(value) if isinstance(value, int | float) else value
        for name, value in line.items()
        if name not in ("id", "band", "words")
    }
    band = str(line.get("band") or "")
    return Cells(
        **figures,
        band="" if band.startswith(NOT_RATED) else band,
        words=str(line.get("words") or "") or (band if band.startswith(NOT_RATED) else ""),
    )


FIGURE = re.compile(r"(?<![\d.-])\d+\.\d(?![\d.])|[<>]= \d+(?:\.\d)?")
LIMITS = (0.0, 25.0, 50.0, 75.0)
NUMBERS_OF_PEOPLE = "Who was heard"


def figures_elsewhere(path: Path) -> list[str]:
    """Figures anywhere in a workbook that none of the tables read above holds.

    Whatever else is printed must repeat them, or be the distance of two: the attacker has then read all
    there is. Left out is the sheet of who was heard, which holds numbers of people.
    """
    publication = of_workbook(path)
    read = {text for cells in _every(publication) for text in _texts(cells)}
    read |= {text for cells in publication.areas.values() for text in _distances(cells)}
    return [
        f"{sheet.title} {cell.coordinate}: {figure}"
        for sheet in load_workbook(path)
        if sheet.title != NUMBERS_OF_PEOPLE
        for row in sheet.iter_rows()
        for cell in row
        for figure in _figures(cell.value)
        if figure not in read
    ]


def _every(publication: Publication) -> Iterator[Cells]:
    for lines in (publication.areas, publication.items, publication.fronts):
        yield from lines.values()


def _texts(cells: Cells) -> Iterator[str]:
    for name in AREAS.values():
        value = getattr(cells, name, None)
        if isinstance(value, float):
            yield from (f"{value:.1f}", f"{abs(value):.1f}")
        elif isinstance(value, str):
            yield from FIGURE.findall(value)
            yield from (f"{float(found):.1f}" for found in re.findall(r"^\D+(\d+)$", value))  # ">= 50"


def _distances(cells: Cells) -> Iterator[str]:
    """How far an area is from the limits of bands, and the changes that stand in its words."""
    if isinstance(cells.score, float):
        yield from (f"{abs(cells.score - limit):.1f}" for limit in LIMITS)
    yield from re.findall(r"documents \w+ \([+-]?(\d+\.\d)\)", cells.words)
    yield from re.findall(r"what staff say \w+ \([+-]?(\d+\.\d)\)", cells.words)


def _figures(value: object) -> list[str]:
    if isinstance(value, int | float):
        return [f"{float(value):.1f}"]
    return FIGURE.findall(value) if isinstance(value, str) else []
