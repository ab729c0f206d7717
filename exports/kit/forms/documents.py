"""The document request: what the unit hands over, and the lists from which facilitators draw."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from exports.kit.forms import making
from exports.kit.material import Kit
from exports.kit.parts.adapting import words_in
from exports.kit.requests import Line, lines_of
from exports.kit.texts import Texts
from exports.layout import Column
from exports.page import Page
from questionnaires.catalogue import tr

PAPER = "documents"
REQUEST_WIDTHS = (7, 44, 14, 20, 16, 26, 28)
LIST_WIDTHS = (10, 90, 16)
STATUS, REASON, REMARK = 5, 6, 7
LEAST_HEIGHT = 26.0


def workbook(kit: Kit, texts: Texts) -> bytes:
    """Both sheets as the bytes of their file."""
    text = texts.filled(dict(texts.papers[PAPER]))
    book = making.begun(kit, PAPER, text["title"])
    columns = [Column(head, width) for head, width in zip(text["heads"], REQUEST_WIDTHS, strict=True)]
    page = book.page(text["request"], columns, "landscape")
    first = _request(page, kit, texts, text)
    lines = making.cells_of(page, 1, first, page.row - 1)
    listed = [Column(head, width) for head, width in zip(text["list_heads"], LIST_WIDTHS, strict=True)]
    _lists(book.page(text["lists"], listed, "landscape"), text, lines)
    return making.finished(book)


def _request(page: Page, kit: Kit, texts: Texts, text: dict[str, Any]) -> int:
    """The lines; returns the row of the first."""
    lines = lines_of(kit)
    page.across(text["title"], "title")
    page.across(text["for"], "subtitle")
    page.gap(4)
    page.across(text["intro"], "plain")
    for word in words_in(kit, (line.published for line in lines)):
        page.across(word, "note")
    page.gap(4)
    page.table_head(freeze=True, fill_in_from=STATUS)
    first = page.row
    for line in lines:
        _line(page, text, line)
    last = page.row - 1
    making.choose(page, STATUS, first, last, [*statuses(texts)], tr("Choose one from the list."))
    making.choose(
        page,
        REASON,
        first,
        last,
        [*making.reasons(kit)],
        tr("Only where the line does not apply: choose why."),
    )
    return first


def _line(page: Page, text: dict[str, Any], line: Line) -> None:
    row = page.add(
        (line.id, "strong text"),
        (line.text, "text"),
        (text["complete" if line.complete else "single"], "text"),
        (", ".join(item.id for item in line.items), "text"),
        *[(None, "fill in")] * 3,
    )
    page.at_least(row, LEAST_HEIGHT)
    making.open_cells(page, row, (STATUS, REASON, REMARK))


def _lists(page: Page, text: dict[str, Any], lines: str) -> None:
    page.across(text["lists"], "title")
    page.across(text["lists_intro"], "plain")
    page.gap(4)
    page.table_head(freeze=True, fill_in_from=1)
    first = page.row
    for _ in range(int(text["rows"])):
        row = page.add((None, "fill in"), (None, "fill in"), (None, "fill in"))
        making.open_cells(page, row, (1, 2, 3))
    making.choose_from(page, 1, first, page.row - 1, lines, tr("Choose the line of the request."))


def statuses(texts: Texts) -> Mapping[str, str]:
    """What the column says -> given, nf, ng or na."""
    return {words: code for code, words in texts.papers[PAPER]["statuses"].items()}
