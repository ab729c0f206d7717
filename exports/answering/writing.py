"""Writing a sheet that comes back: unlocked only where the unit writes, every row with its check."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from openpyxl.styles import Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from exports import layout
from exports.answering.form import LOCKED, Field, Form, Row, check_of, columns_filled_in, in_order
from exports.answering.spoken import in_language
from exports.cells import write_text
from exports.page import Entry, Page
from exports.report import Identity
from exports.sheets.book import Book
from questionnaires.catalogue import spoken, tr

_BOLD = 1.1
EARLIEST_DAY = 36526
"""2000-01-01 as spreadsheets count days."""


def write_form(book: Book, form: Form, rows: Sequence[Row], identity: Identity) -> Page:
    """A new sheet with these rows in the language spoken, that belongs to an audit."""
    return write_sheet(book, in_language(form, spoken()), rows, identity.audit, identity_line(identity))


def write_sheet(book: Book, form: Form, rows: Sequence[Row], owner: str, told: str) -> Page:
    """A new sheet with these rows. `told`: the line that says whom it belongs to; `owner`: see `check_of`."""
    page = book.page(form.title, form.columns, "landscape")
    page.across(form.heading, "title")
    page.across(form.intro, "note")
    page.across(told, "note")
    page.gap(4)
    first_filled = next(place for place, one in enumerate(form.fields, 2) if one.kind not in LOCKED)
    head = page.table_head(freeze=True, fill_in_from=first_filled)
    for place in _locked(form):
        if place > first_filled:
            book.dresser.dress(page.cell(head, place), "head")
    first = page.row
    for row in rows:
        _row(page, form, row, owner)
    if rows:
        _checks(page, form, first, page.row - 1)
        # A protected sheet can be filtered only where a filter stands already.
        page.sheet.auto_filter.ref = f"A{head}:{get_column_letter(len(form.columns))}{page.row - 1}"
    else:
        page.across(form.nothing, "note")
    _protect(page)
    return page


def identity_line(identity: Identity) -> str:
    """The line by which the sheet is known where a program drops the properties of the file."""
    release = "preview" if identity.release is None else str(identity.release)
    known_by = f"audit {identity.audit}, release {release}, questionnaire {identity.definition[:16]}"
    return tr("This sheet: {known_by}.", known_by=known_by)


def _locked(form: Form) -> list[int]:
    """The columns that nobody fills in, counted from 1."""
    filled = columns_filled_in(form)
    return [place for place in range(1, len(form.columns) + 1) if place not in filled]


def _row(page: Page, form: Form, row: Row, owner: str) -> None:
    entries = [_entry(one, value) for one, value in in_order(form, row)]
    check = check_of(form, owner, row.ref, row.sent)
    number = page.add(
        (row.ref, "text"), *(_fitting(form, *each) for each in enumerate(entries)), (check, "check")
    )
    for place, (value, _) in enumerate(entries, 2):
        if isinstance(value, str):
            write_text(page.cell(number, place), value)
    page.at_least(number, form.least_height)
    for place in columns_filled_in(form):
        cell: Any = page.sheet.cell(number, place)
        cell.protection = Protection(locked=False)


def _fitting(form: Form, place: int, entry: Entry) -> Entry:
    """As much of a text as the highest row shows: a row must stay one row, and the cell holds all of it."""
    value, style = entry
    if not isinstance(value, str):
        return entry
    return (layout.chunks(value, form.fields[place].width, scale=_BOLD)[0][0], style)


def _entry(one: Field, value: Any) -> Entry:
    if one.style:
        return (value, one.style)
    if one.kind in LOCKED:
        return (value, "day" if isinstance(value, date) else "strong text" if one.name == "text" else "text")
    if one.kind == "choice" and isinstance(value, str):
        value = one.word(value)
    return (value, "fill in day" if one.kind == "day" else "fill in")


def _checks(page: Page, form: Form, first: int, last: int) -> None:
    for place, one in enumerate(form.fields, 2):
        if one.kind == "choice":
            check = DataValidation(
                "list", formula1=f'"{",".join(one.words or one.choices)}"', allow_blank=True
            )
        elif one.kind == "day":
            check = DataValidation(
                "date", operator="greaterThan", formula1=str(EARLIEST_DAY), allow_blank=True
            )
        else:
            continue
        check.showErrorMessage = check.showInputMessage = True
        check.promptTitle = check.errorTitle = one.heading
        check.prompt = check.error = one.asks_for()
        letter = get_column_letter(place)
        check.add(f"{letter}{first}:{letter}{last}")
        page.sheet.add_data_validation(check)


def _protect(page: Page) -> None:
    """Against slips, without a password: sorting, filtering and the width of columns stay free."""
    sheet: Any = page.sheet
    protection = sheet.protection
    protection.sheet = True
    protection.sort = protection.autoFilter = False
    protection.formatColumns = protection.formatRows = protection.formatCells = False
