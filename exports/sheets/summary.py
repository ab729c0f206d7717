"""The first sheet: five minutes to see where the unit stands and what to do first."""

from __future__ import annotations

from fractions import Fraction

from exports import charts
from exports.layout import Column
from exports.page import Entry, Page
from exports.report import Line, RatedArea, Report, Shown, Statement
from exports.sheets.book import Book
from scoring.published_figure import SIGNS, Sign

TITLE = "Summary"
COLUMNS = (
    Column("Area", 38),
    Column("Score", 9, number=True),
    Column("Band", 19),
    Column("Baseline", 11.5, number=True),
    Column("Change", 10.5, number=True),
    Column("What to know", 26),
)
LABELS = 1
STYLES: dict[Sign, str] = {">=": "at least", "<=": "at most", "about": "about"}
CHART_HEIGHT = 360.0
AREA_HEIGHT = 26.0
NOTHING_RATED = "No area is rated yet."
NO_STRENGTH = "No rated area lies in the upper half, and the team has confirmed no strength yet."
NO_GAP = "No rated area and no item in it lies low enough to be named here."


def write(book: Book, report: Report) -> None:
    """Facts, strengths, gaps, overall and fronts, one line and one bar an area."""
    page = book.page(TITLE, COLUMNS)
    page.across(report.title, "subtitle")
    page.across(report.unit, "title")
    page.gap(4)
    for fact in report.summary.facts:
        page.beside(fact.label, fact.text, LABELS)
    page.gap(4)
    page.across(report.summary.reading, "note")
    for notice in report.summary.notices:
        page.across(notice, "notice")
    rated = any(area.line.band for area in report.areas)
    _statements(page, "Strengths", report.summary.strengths, NO_STRENGTH if rated else NOTHING_RATED)
    if report.summary.findings:
        _statements(page, "Findings", report.summary.findings, "")
    _statements(page, "Gaps", report.summary.gaps, NO_GAP if rated else NOTHING_RATED)
    _ratings(page, report)


def _statements(page: Page, title: str, statements: tuple[Statement, ...], nothing: str) -> None:
    page.heading(title)
    if not statements:
        page.across(nothing, "note")
    for statement in statements:
        marked = f" ({statement.status})" if statement.status != "confirmed" else ""
        page.beside(statement.area, f"{statement.text}{marked}", LABELS)


def _ratings(page: Page, report: Report) -> None:
    page.heading("Ratings")
    page.across(report.legend, "note")
    page.table_head()
    page.add(*_row(report.summary.overall, "strong text", "strong points"))
    for front in report.summary.fronts:
        page.add(*_row(front, "text", "points"))
    page.keep_with_next(AREA_HEIGHT * len(report.areas))
    page.heading("Areas")
    page.table_head()
    first = page.row
    for area in report.areas:
        page.add(*_area(area))
    _chart(page, report, first, page.row - 1)


def _row(line: Line, text: str, points: str) -> tuple[Entry, ...]:
    return (
        (line.title, text),
        _score(line.score, points),
        (line.band, "why"),
        (line.baseline, "points"),
        (line.change, "signed"),
        (line.why or line.changed, "why"),
    )


def _score(score: Shown, style: str) -> Entry:
    """A score that a chart can draw: one at the end of the scale is a number with its sign before it."""
    sign = next((sign for sign in SIGNS if isinstance(score, str) and score.startswith(sign)), None)
    if sign is None or not isinstance(score, str):
        return score, style
    return Fraction(score.removeprefix(sign).strip()), STYLES[sign]


def _area(area: RatedArea) -> tuple[Entry, ...]:
    line = area.line
    title, score, *rest, _ = _row(line, "text", "strong points")
    known = [line.why or line.changed, *(note for note in area.notes if "not applicable" in note)]
    return (
        (f"{line.id} {line.title}", title[1]),
        score,
        *rest,
        (". ".join(part for part in known if part), "why"),
    )


def _chart(page: Page, report: Report, first: int, last: int) -> None:
    page.gap()
    drawn = any(score is not None for _, score, _ in report.bars.areas)
    page.keep_with_next(CHART_HEIGHT + 50 if drawn else 50)
    page.across(report.bars.sentence, "note")
    if not drawn:
        return
    baseline = 4 if report.bars.baseline else None
    chart = charts.area_bars(page.sheet, first, last, names=1, scores=2, baseline=baseline)
    row = page.reserve(CHART_HEIGHT)
    charts.place(page.sheet, chart, row, page.paper_width * 0.98, CHART_HEIGHT)
