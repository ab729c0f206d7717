"""Every area and every item: figure, band or answer words, what it rests on, or why there is none."""

from __future__ import annotations

from exports.layout import Column
from exports.page import Entry, Page
from exports.report import Line, RatedArea, Report
from exports.sheets.book import Book

TITLE = "Areas"
COLUMNS = (
    Column("No.", 8.5),
    Column("Area or item", 40),
    Column("Score", 8.5, number=True),
    Column("Band or answer", 18),
    Column("Covered %", 10, number=True),
    Column("Objective", 11.5, number=True),
    Column("Perception", 12.5, number=True),
    Column("Women", 9.5, number=True),
    Column("Men", 8.5, number=True),
    Column("Gap", 8.5, number=True),
    Column("Baseline", 10.5, number=True),
    Column("Change", 10, number=True),
    Column("What it rests on, or why there is no figure", 38),
)


def write(book: Book, report: Report) -> None:
    """Areas in their order, items under their area."""
    page = book.page(TITLE, COLUMNS, "landscape")
    page.across("Areas and items", "title")
    page.across(report.legend, "note")
    page.across(
        "Single items that people answered are printed in the words of the answers, not as a band. "
        "Objective: documents and counts. Perception: what staff said. Gap: women's minus men's figure.",
        "note",
    )
    page.gap(4)
    page.table_head(freeze=True)
    page.sheet.sheet_properties.outlinePr.summaryBelow = False
    front = ""
    for area in report.areas:
        if area.front != front:
            front = area.front
            page.add(*[("", "front text"), (front, "front text"), *[("", "front text")] * (len(COLUMNS) - 2)])
        _area(page, area)


def _area(page: Page, area: RatedArea) -> None:
    page.keep_with_next()
    page.add(*_row(area.line, "area text", "area points", "area plain", notes=area.notes))
    if area.trace:
        page.keep_with_next()
        page.across(f"Why: {' '.join(area.trace)}", "area trace")
    first = page.row
    for item in area.items:
        page.add(*_row(item, "item text", "points", "text"))
    if page.row > first:
        page.sheet.row_dimensions.group(first, page.row - 1, outline_level=1)


def _row(line: Line, title: str, points: str, plain: str, notes: tuple[str, ...] = ()) -> tuple[Entry, ...]:
    kind = "area " if plain.startswith("area") else ""
    figure, whole, signed = f"{kind}figure", f"{kind}whole", f"{kind}signed"
    return (
        (line.id, title if kind else plain),
        (line.title, title),
        (line.score, points),
        (line.band, f"{kind}why"),
        (line.coverage, whole),
        (line.objective, figure),
        (line.perception, figure),
        (line.women, whole),
        (line.men, whole),
        (line.gap, f"{kind}gap"),
        (line.baseline, figure),
        (line.change, signed),
        (_sentences(line.why, _since(line.changed), *notes), f"{kind}why"),
    )


def _since(changed: str) -> str:
    return f"Since the baseline: {changed}" if changed else ""


def _sentences(*said: str) -> str:
    return ". ".join(part.removesuffix(".") for part in said if part)
