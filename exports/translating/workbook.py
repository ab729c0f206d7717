"""The translator's workbook: instructions, all texts of a questionnaire in one language, the glossary."""

from __future__ import annotations

from copy import copy
from math import ceil
from pathlib import Path

from openpyxl.styles import Alignment

from exports import layout
from exports.answering.form import Form, Row
from exports.answering.writing import write_sheet
from exports.begun import begun, known_by
from exports.page import Page
from exports.sheets.book import Book
from exports.styles import SIZE
from exports.translating import instructions, words
from exports.translating.form import INDENT, PROPERTIES, form_of, line_of, owner_of, rows_of
from exports.workbook import check_target, save
from questionnaires.catalogue import tr
from questionnaires.languages import called, right_to_left
from questionnaires.translation_draft import Draft

GROWS = 1.4
"""How many lines a translation takes at most, for each of its source; room is left for so many."""


def write_translation(draft: Draft, path: Path, *, force: bool) -> None:
    """Writes the workbook, whole or not at all.

    Raises UserError if the name does not end in .xlsx, if the file exists (unless `force`), or if it cannot
    be written.
    """
    check_target(path, force=force)
    save(build(draft).workbook, path, None, force=force)


def build(draft: Draft) -> Book:
    """The workbook in memory."""
    of = f"{draft.questionnaire.reference}, {called(draft.language)} ({draft.language})"
    book = begun(
        tr("Translation of {questionnaire}", questionnaire=draft.questionnaire.reference),
        tr("Translation of {questionnaire}", questionnaire=of),
    )
    questionnaire = draft.questionnaire
    values = (questionnaire.id, questionnaire.version, draft.language)
    known_by(book, dict(zip(PROPERTIES, values, strict=True)))
    instructions.write(book, draft)
    _texts(book, draft)
    words.write(book, draft.language)
    return book


def _texts(book: Book, draft: Draft) -> None:
    form, rows = form_of(draft), rows_of(draft)
    page = write_sheet(book, form, rows, owner_of(draft), line_of(draft))
    for number, row in enumerate(rows, page.row - len(rows)):
        page.at_least(number, _room(form, row))
    if right_to_left(draft.language):
        _turn(page, page.row - len(rows))


def _room(form: Form, row: Row) -> float:
    """The height that a translation of the source needs, also where it is not there yet."""
    source = next(one for one in form.fields if one.name == "source")
    lines = len(layout.wrapped(str(row.sent["source"]), source.width - INDENT))
    return layout.height_of(min(ceil(lines * GROWS), layout.MAX_LINES), SIZE)


def _turn(page: Page, first: int) -> None:
    """The sheet from right to left; what stands above the table begins where the sheet begins."""
    page.sheet.sheet_view.rightToLeft = True
    for cells in page.sheet.iter_rows(min_row=1, max_row=first - 2):
        for cell in cells:
            alignment = copy(cell.alignment)
            cell.alignment = Alignment(
                horizontal="right", vertical=alignment.vertical, wrap_text=alignment.wrap_text, readingOrder=1
            )
