"""The first sheet, on one printed page: where the unit stands, what is strong, what is missing."""

from __future__ import annotations

from fractions import Fraction

from exports import charts
from exports.composing.edition import day_words
from exports.composing.words import said
from exports.direction import in_direction
from exports.layout import Column, in_words
from exports.page import Entry, Page
from exports.report import Line, Report, Shown, Statement
from exports.sheets.book import Book
from questionnaires.catalogue import labelled, marked, tr
from scoring.published_figure import SIGNS, Sign

TITLE = marked("Summary")
COLUMNS = (
    Column(marked("No."), 7),
    Column(marked("Area"), 47),
    Column(marked("Score"), 10, number=True),
    Column(marked("0 to 100"), 22),
    Column(marked("Band"), 20),
    Column(marked("Baseline"), 10.5, number=True),
    Column(marked("Change"), 10, number=True),
)
LAST = len(COLUMNS)
MIDDLE = 3
SCORE, BASELINE = 3, 6
CHART_UNTIL = 4
STYLES: dict[Sign, str] = {">=": "at least", "<=": "at most", "about": "about"}
STEPS = 20
CHART_HEIGHT = 255.0
NOTHING_RATED = marked("No area is rated yet.")
NO_STRENGTH = marked("No rated area lies in the upper half, and the team has confirmed no strength yet.")
NO_GAP = marked("No rated area and no item in it lies low enough to be named here.")
NO_DATE = marked("No date of this audit lies ahead.")
LEADING = 3


def write(book: Book, report: Report) -> None:
    """Facts, strengths, gaps, one line and one bar an area, the chart, the next dates."""
    page = standing(book, report, tr(TITLE))
    page.sheet.sheet_view.zoomScale = 90


def standing(book: Book, report: Report, title: str) -> Page:
    """Where the unit stands, as a sheet with this title."""
    page = book.page(title, in_words(COLUMNS), one_page=True)
    page.across(report.title, "subtitle")
    page.across(report.unit, "title")
    _facts(page, report)
    page.across(report.summary.reading, "note")
    for notice in report.summary.notices:
        page.across(notice, "notice")
    rated = any(area.line.band for area in report.areas)
    _statements(
        book, page, tr("Strengths"), report.summary.strengths, tr(NO_STRENGTH if rated else NOTHING_RATED)
    )
    # What the team confirmed leads; what the ratings show fills up.
    found = (*report.summary.findings, *report.summary.gaps)[:LEADING]
    _statements(book, page, tr("Findings and gaps"), found, tr(NO_GAP if rated else NOTHING_RATED))
    first = _ratings(book, page, report)
    _chart(page, report, first, page.row - 1)
    return page


def _facts(page: Page, report: Report) -> None:
    """Two facts a line."""
    told = [labelled(fact.label, fact.text) for fact in report.summary.facts]
    for left, right in zip(told[::2], [*told[1::2], ""], strict=False):
        page.spans((left, "plain", MIDDLE), (right, "plain", LAST))


def _statements(book: Book, page: Page, title: str, statements: tuple[Statement, ...], nothing: str) -> None:
    page.heading(title)
    if not statements:
        page.across(nothing, "note")
    for one in statements:
        status = f" ({tr(one.status)})" if one.status != "confirmed" else ""
        name, _, title = one.area.partition(" ")
        row = page.spans(
            (name, "strong text", 1), (title, "strong text", 2), (f"{one.text}{status}", "text", LAST)
        )
        book.link(page.cell(row, 1), name, "strong link")


def _ratings(book: Book, page: Page, report: Report) -> int:
    """The table; returns the row of its first area."""
    page.heading(tr("Ratings"))
    page.across(report.legend, "note")
    page.table_head()
    row = page.add(*_row(report.summary.overall, "", "strong text", "strong points"))
    book.name("overall", page, (row, SCORE), (row, SCORE))
    for front in report.summary.fronts:
        page.add(*_row(front, "", "front text", "front points", "front "))
    first = page.row
    for area in report.areas:
        row = page.add(*_row(area.line, area.line.id, "text", "strong points"))
        book.link(page.cell(row, 1), area.line.id)
    book.name("areas_table", page, (first, 1), (page.row - 1, LAST))
    return first


def _row(line: Line, name: str, text: str, points: str, kind: str = "") -> tuple[Entry, ...]:
    score, style = scored(line.score, points)
    return (
        (name, text),
        (line.title, text),
        (score, style),
        (bar(score), f"{kind}bar"),
        (line.band or line.why, f"{kind}why"),
        (said(line.baseline), f"{kind}figure"),
        (said(line.change), f"{kind}signed"),
    )


def bar(score: Shown) -> str:
    """A bar of twenty blocks from 0 to 100; empty where there is no figure."""
    if not isinstance(score, Fraction):
        return ""
    filled = int(score * STEPS / 100)
    return in_direction("█" * filled + "░" * (STEPS - filled))


def scored(score: Shown, style: str) -> tuple[Shown, str]:
    """A score that a chart can draw: one at the end of the scale is a number with its sign before it."""
    sign = next((sign for sign in SIGNS if isinstance(score, str) and score.startswith(sign)), None)
    if sign is None or not isinstance(score, str):
        return said(score), style
    return Fraction(score.removeprefix(sign).strip()), STYLES[sign]


def _chart(page: Page, report: Report, first: int, last: int) -> None:
    """The radar with its sentence above, and the next dates at its right."""
    page.gap(6)
    page.across(report.bars.sentence, "note")
    drawn = sum(1 for _, score, _ in report.bars.areas if score is not None) >= charts.FEWEST
    row = page.reserve(CHART_HEIGHT if drawn else 90.0)
    if drawn:
        baseline = BASELINE if report.bars.baseline else None
        chart = charts.radar(page.sheet, first, last, names=1, scores=SCORE, baseline=baseline)
        charts.place(page.sheet, chart, row, page.width_until(CHART_UNTIL), CHART_HEIGHT)
    _dates(page, report, row)


def _dates(page: Page, report: Report, row: int) -> None:
    page.block(row, CHART_UNTIL + 1, LAST, 1, tr("The next dates"), "heading")
    dates = report.summary.dates
    lines = [labelled(day_words(day), what) for what, day in dates] or [tr(NO_DATE)]
    for place, text in enumerate(lines):
        page.block(row + 1 + 2 * place, CHART_UNTIL + 1, LAST, 2, text, "plain")
