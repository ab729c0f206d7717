"""What both workbooks share: who they belong to, cells that can be filled in, and what these take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl.styles import Protection
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from exports.begun import begun as new_book
from exports.begun import known_by
from exports.in_memory import whole
from exports.kit.material import Kit
from exports.page import Page
from exports.sheets.book import Book
from questionnaires.catalogue import labelled, tr

FORMULA_LIST = 255
"""Characters of a list that stands in the check itself."""
LONGEST_CODE = 20
"""Of these the HR sheet needs so many for "Not given"."""


def begun(kit: Kit, paper: str, title: str) -> Book:
    """An empty workbook that knows which audit and which questionnaire it was made for."""
    book = new_book(title, labelled(title, kit.unit))
    known_by(book, identity(kit, paper))
    return book


def identity(kit: Kit, paper: str) -> Mapping[str, str]:
    """The custom properties by which a returned workbook is known and understood."""
    return {"kit": paper, "audit": kit.audit, "questionnaire": kit.sha256, "language": kit.language}


def finished(book: Book) -> bytes:
    """The bytes of the workbook, all sheets protected without a password but for what is filled in."""
    for sheet in book.workbook.worksheets:
        sheet.protection.sheet = True
        sheet.protection.formatColumns = sheet.protection.formatRows = False
    return bytes(whole(book.workbook))


def open_cells(page: Page, row: int, columns: Sequence[int]) -> None:
    """Unlocks cells of a row."""
    for column in columns:
        cell: Any = page.sheet.cell(row, column)
        cell.protection = Protection(locked=False)


def choose(page: Page, column: int, first: int, last: int, words: Sequence[str], prompt: str) -> None:
    """A drop-down list in a column."""
    listed = ",".join(words)
    if len(listed) > FORMULA_LIST or any("," in word or '"' in word for word in words):
        raise ValueError(f"these words make no list for a cell: {listed}")
    _check(
        page, DataValidation("list", formula1=f'"{listed}"', allow_blank=True), column, first, last, prompt
    )


def choose_from(page: Page, column: int, first: int, last: int, source: str, prompt: str) -> None:
    """A drop-down list of what stands in other cells."""
    _check(page, DataValidation("list", formula1=source, allow_blank=True), column, first, last, prompt)


def whole_number(page: Page, column: int, first: int, last: int, prompt: str, *, part_of: int = 0) -> None:
    """Whole numbers from 0; `part_of`: the column of the whole, which the part cannot exceed."""
    here = f"{get_column_letter(column)}{first}"
    limit = f",OR(ISBLANK({_cell(part_of, first)}),{here}<={_cell(part_of, first)})" if part_of else ""
    formula = f"AND(ISNUMBER({here}),{here}>=0,{here}=INT({here}){limit})"
    _check(page, DataValidation("custom", formula1=formula, allow_blank=True), column, first, last, prompt)


def cells_of(page: Page, column: int, first: int, last: int) -> str:
    """What a check on another sheet calls a column of this one."""
    letter = get_column_letter(column)
    return f"{quote_sheetname(page.sheet.title)}!${letter}${first}:${letter}${last}"


def reasons(kit: Kit) -> dict[str, str]:
    """What a cell says -> the reason why something does not apply, short enough for a list."""
    longest = _reasons_in_words(kit)
    if len(",".join(longest)) <= FORMULA_LIST - LONGEST_CODE and '"' not in "".join(longest):
        return longest
    return _reasons_by_name(kit)


def reasons_read(kit: Kit) -> dict[str, str]:
    """The same as it is read: its name alone does as well."""
    return _reasons_in_words(kit) | _reasons_by_name(kit)


def _reasons_in_words(kit: Kit) -> dict[str, str]:
    return {f"{reason.id} {reason.text}".replace(",", ";"): reason.id for reason in kit.questionnaire.reasons}


def _reasons_by_name(kit: Kit) -> dict[str, str]:
    return {reason.id: reason.id for reason in kit.questionnaire.reasons}


def _cell(column: int, row: int) -> str:
    return f"{get_column_letter(column)}{row}"


def _check(page: Page, check: DataValidation, column: int, first: int, last: int, prompt: str) -> None:
    check.showErrorMessage = check.showInputMessage = True
    check.promptTitle = check.errorTitle = tr("Please")
    check.prompt = check.error = prompt
    letter = get_column_letter(column)
    check.add(f"{letter}{first}:{letter}{last}")
    page.sheet.add_data_validation(check)
