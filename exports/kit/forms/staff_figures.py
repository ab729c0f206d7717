"""The HR sheet: how many women and how many men, item by item; no names, and no other question about sex."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from exports.kit.forms import making
from exports.kit.material import Kit
from exports.kit.parts.adapting import words_used
from exports.kit.texts import Texts
from exports.layout import Column
from exports.page import Entry, Page
from questionnaires.catalogue import tr
from questionnaires.definition import Item
from questionnaires.routing import items_for

PAPER = "staff_figures"
WIDTHS = (9, 44, 11, 7, 11, 7, 9, 9, 23, 23)
NUMBERS: Mapping[str, tuple[int, ...]] = {
    "sexcount": (3, 5),
    "sexrate": (3, 4, 5, 6),
    "ratio": (7, 8),
    "count": (7,),
}
"""Kind of scale -> the columns (from 1) that its numbers stand in."""
WHOLE_OF = {3: 4, 5: 6, 7: 8}
WHY, SOURCE = 9, 10
LEAST_HEIGHT = 24.0


def asked(kit: Kit) -> tuple[Item, ...]:
    """The items of staff data in this audit."""
    return items_for(kit.questionnaire, kit.setting, "staff_data", "hr_officer")


def workbook(kit: Kit, texts: Texts) -> bytes:
    """The sheet as the bytes of its file."""
    text = texts.filled(dict(texts.papers[PAPER]))
    book = making.begun(kit, PAPER, text["title"])
    columns = [
        Column(head, width, 3 <= place <= 8)
        for place, (head, width) in enumerate(zip(text["heads"], WIDTHS, strict=True), 1)
    ]
    page = book.page(text["sheet"], columns, "landscape")
    _opening(page, kit, text)
    page.table_head(freeze=True, fill_in_from=3)
    first = page.row
    for title, items in _groups(kit, text):
        page.across(title, "front text")
        for item in items:
            _row(page, kit, text, item)
    _checks(page, kit, texts, first, page.row - 1)
    return making.finished(book)


def _groups(kit: Kit, text: dict[str, Any]) -> list[tuple[str, list[Item]]]:
    """What personnel records say first, then what is known from events and projects."""
    items = asked(kit)
    personnel = [item for item in items if "hr_officer" in item.respondents]
    records = [item for item in items if item not in personnel]
    return [
        (title, part) for title, part in ((text["personnel"], personnel), (text["records"], records)) if part
    ]


def _opening(page: Page, kit: Kit, text: dict[str, Any]) -> None:
    page.across(text["title"], "title")
    page.across(text["for"], "subtitle")
    page.gap(4)
    page.across(text["intro"], "plain")
    for line in words_used(kit, asked(kit)):
        page.across(line, "note")
    page.gap(4)


def _row(page: Page, kit: Kit, text: dict[str, Any], item: Item) -> None:
    numbers = NUMBERS[kit.questionnaire.scale_of(item).kind]
    entries: list[Entry] = [(item.id, "strong text"), (_what(text, item), "text")]
    entries += [(None, "fill in" if place in numbers else "text") for place in range(3, WHY)]
    row = page.add(*entries, (None, "fill in"), (None, "fill in"))
    page.at_least(row, LEAST_HEIGHT)
    making.open_cells(page, row, (*numbers, WHY, SOURCE))


def _what(text: dict[str, Any], item: Item) -> str:
    counted = f"{text['counts']}{item.counts_when}" if item.counts_when else ""
    few = text["too_few"].replace("#", str(item.minimum_total)) if item.minimum_total else ""
    return "\n".join(part for part in (item.text, counted, few) if part)


def _checks(page: Page, kit: Kit, texts: Texts, first: int, last: int) -> None:
    for column in range(3, WHY):
        whole = WHOLE_OF.get(column, 0)
        prompt = (
            tr("A whole number from 0, not more than the number it is a part of.")
            if whole
            else tr("A whole number from 0.")
        )
        making.whole_number(page, column, first, last, prompt, part_of=whole)
    making.choose(
        page, WHY, first, last, [*why(kit, texts)], tr("Only where there is no number: choose why.")
    )


def why(kit: Kit, texts: Texts) -> Mapping[str, str]:
    """What the column for a missing number says -> the code it stands for, e.g. `na N1`."""
    return _coded(making.reasons(kit), texts)


def why_read(kit: Kit, texts: Texts) -> Mapping[str, str]:
    """The same as it is read."""
    return _coded(making.reasons_read(kit), texts)


def _coded(reasons: Mapping[str, str], texts: Texts) -> Mapping[str, str]:
    found = {words: f"na {reason}" for words, reason in reasons.items()}
    return found | {str(texts.words["codes"]["ng"]): "ng"}


def headings(texts: Texts) -> Sequence[str]:
    """The headings of the columns, by which a returned sheet is understood."""
    return list(texts.papers[PAPER]["heads"])
