"""Women and men: the figures of both by area, the gap, and what it says."""

from __future__ import annotations

from fractions import Fraction

from exports import charts
from exports.composing.words import said
from exports.layout import Column, in_words
from exports.page import Page
from exports.report import Report
from exports.sheets.book import Book
from questionnaires.catalogue import marked, tr

TITLE = marked("Women and men")
COLUMNS = (
    Column(marked("No."), 7),
    Column(marked("Area"), 36),
    Column(marked("Women"), 10.5, number=True),
    Column(marked("Men"), 10.5, number=True),
    Column(marked("Gap"), 9, number=True),
    Column(marked("What it says"), 44),
)
CHART_HEIGHT = 330.0
MEANS = marked(
    "Points of 0-100, of what staff said in the survey over items that enough women and enough men answered. "
    "Gap: the women's figure minus the men's; below zero, women rate the area lower. A figure is shown "
    "only where nobody can be told from it."
)


def write(book: Book, report: Report) -> None:
    """One line an area, then the chart of both; no sheet where they are not told apart."""
    if not report.sexes_apart:
        return
    page = book.page(tr(TITLE), in_words(COLUMNS))
    page.across(tr("Women and men"), "title")
    page.across(tr(MEANS), "note")
    page.across(report.by_sex, "plain")
    page.gap(4)
    page.table_head(freeze=True)
    first, figure = page.row, "figure" if report.groups_exact else "whole"
    for area in report.areas:
        line = area.line
        row = page.add(
            (line.id, "text"),
            (line.title, "text"),
            (said(line.women), figure),
            (said(line.men), figure),
            (said(line.gap), "signed" if report.groups_exact else "gap"),
            (area.by_sex or tr("Staff were not asked, or too few answered."), "why"),
        )
        book.link(page.cell(row, 1), line.id)
    _chart(page, report, first, page.row - 1)


def _chart(page: Page, report: Report, first: int, last: int) -> None:
    drawn = any(isinstance(one.line.women, Fraction) for one in report.areas)
    if not drawn:
        return
    page.gap()
    page.keep_with_next(CHART_HEIGHT + 40)
    page.across(
        tr(
            "The chart shows the figures of the table: dark bars women, light bars men. An "
            "area without a bar has no figure that may be shown, or one near the end of "
            "the scale that is not printed exactly."
        ),
        "note",
    )
    chart = charts.area_bars(page.sheet, first, last, names=2, series=(3, 4))
    charts.place(page.sheet, chart, page.reserve(CHART_HEIGHT), page.paper_width * 0.98, CHART_HEIGHT)
