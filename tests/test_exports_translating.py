"""The translator's workbook as it is sent: locks, filter, direction, room, and nothing of the machine."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from exports import layout
from exports.translating.form import TITLE, form_of, rows_of, sent_with
from exports.translating.workbook import write_translation
from questionnaires.errors import UserError
from questionnaires.library import load
from questionnaires.translation_draft import Draft, draft
from questionnaires.translations import packaged_shelf, shelf_beside
from tests.own_questionnaire import own, questionnaire_of, translate
from tests.sent_and_returned import Hand

WRITES = {"Translation", "Note"}


def pga(language: str) -> Draft:
    shelf = packaged_shelf("pga")
    return draft(load("pga", "1.1.0").questionnaire, language, shelf, shelf)


def small(folder: Path, language: str = "fr") -> Draft:
    file = own(folder)
    return draft(questionnaire_of(file), language, shelf_beside(file), packaged_shelf("small"))


def sent(found: Draft, folder: Path) -> Hand:
    path = folder / "sent.xlsx"
    write_translation(found, path, force=True)
    return Hand(path, TITLE)


@pytest.fixture(scope="module", params=["fr", "ar", "pt"])
def hand(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Hand:
    return sent(pga(request.param), tmp_path_factory.mktemp("sent"))


def test_one_row_a_text_with_its_place_source_translation_and_status(tmp_path: Path) -> None:
    file = own(tmp_path)
    translate(file, "fr", "summary")
    found = sent(small(tmp_path), tmp_path)
    assert found.refs == list(small(tmp_path).english)
    headings = ("Where it stands", "English source", "Translation", "Status", "Note")
    told = [[found.cell(key, heading).value for heading in headings] for key in ("title", "summary")]
    assert told == [
        ["The questionnaire: its name", "Small audit", "fr: Small audit", "up to date", None],
        [
            "The questionnaire: what it is",
            "Three areas in two fronts, with every kind of scale.",
            None,
            "missing",
            None,
        ],
    ]


def test_only_translation_and_note_are_unlocked_and_coloured(hand: Hand) -> None:
    rows = list(hand.sheet.iter_rows(min_row=hand.head))
    names = {cell.column: cell.value for cell in rows[0]}
    unlocked = {names[cell.column] for row in rows for cell in row if not cell.protection.locked}
    assert unlocked == WRITES
    assert hand.sheet.protection.sheet
    assert not hand.sheet.protection.password
    fills = {cell.value: cell.fill.start_color.rgb for cell in rows[0]}
    assert {name for name, fill in fills.items() if fill == fills["Translation"]} == WRITES


def test_the_rows_can_be_filtered_by_status_and_headings_are_printed_on_every_page(hand: Hand) -> None:
    assert hand.sheet.auto_filter.ref == f"A{hand.head}:H{hand.sheet.max_row}"
    assert hand.sheet.protection.autoFilter is False  # the file says what is forbidden
    assert hand.sheet.print_title_rows == f"${hand.head}:${hand.head}"
    assert (hand.sheet.page_setup.orientation, hand.sheet.page_setup.paperSize) == ("landscape", 9)
    assert hand.sheet.page_setup.fitToWidth == 1
    assert hand.sheet.freeze_panes == f"A{hand.head + 1}"


def test_only_a_language_from_right_to_left_turns_the_sheet(tmp_path: Path) -> None:
    for language, turned in (("ar", True), ("fr", None)):
        found = sent(pga(language), tmp_path)
        assert bool(found.sheet.sheet_view.rightToLeft) is bool(turned)
        look = found.cell("title", "Translation").alignment
        assert (look.horizontal, look.readingOrder) == (("right", 2) if turned else ("left", 1))
        assert found.cell("title", "English source").alignment.readingOrder == 1


def test_no_text_is_cut_and_an_empty_cell_has_room_for_its_translation(hand: Hand) -> None:
    columns = {
        heading: hand.column(heading) for heading in ("Where it stands", "English source", "Translation")
    }
    for row in range(hand.head + 1, hand.sheet.max_row + 1):
        height = hand.sheet.row_dimensions[row].height
        assert height <= 409
        for column in columns.values():
            cell: Any = hand.sheet.cell(row, column)
            width = hand.sheet.column_dimensions[cell.column_letter].width
            lines = layout.wrapped(str(cell.value or ""), width - 1.5 * cell.alignment.indent)
            assert height >= layout.height_of(len(lines), 10), cell.coordinate
        source = hand.sheet.cell(row, columns["English source"])
        lines = layout.wrapped(str(source.value), 42.5)
        assert height >= layout.height_of(min(len(lines) * 1.3, 27), 10)


def test_long_texts_make_the_columns_wider_and_stay_in_one_row(tmp_path: Path) -> None:
    file = own(tmp_path, ("title: Small audit", f"title: {'word ' * 390}end"))
    found = draft(questionnaire_of(file), "fr", shelf_beside(file), packaged_shelf("small"))
    hand = sent(found, tmp_path)
    assert hand.sheet.max_row == hand.head + len(found.english)
    assert hand.cell("title", "English source").value == f"{'word ' * 390}end"
    widths = [one.width for one in form_of(found).fields if one.name in ("source", "text")]
    assert widths == [85, 85]


def test_the_workbook_says_in_a_line_and_in_the_file_what_it_translates(hand: Hand, tmp_path: Path) -> None:
    texts = [str(cell.value) for row in hand.sheet.iter_rows(max_row=hand.head) for cell in row]
    told = {each.name: each.value for each in hand.book.custom_doc_props.props}
    assert (told["translation"], told["version"]) == ("pga", "1.1.0")
    assert f"This sheet: translation of pga, version 1.1.0, language {told['language']}." in texts


def test_the_first_sheet_tells_in_words_what_to_do(hand: Hand) -> None:
    page = hand.book.worksheets[0]
    assert page.title == "How to translate"
    said = " ".join(str(cell.value) for row in page.iter_rows() for cell in row if cell.value)
    for part in ("734 texts", "still right", "{unit}", "Save it as an Excel workbook"):
        assert part in said


def test_the_same_draft_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_translation(small(tmp_path), tmp_path / name, force=False)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_text_like_a_formula_is_text(tmp_path: Path) -> None:
    file = own(tmp_path)
    translate(file, "fr", title="=1+1")
    hand = sent(small(tmp_path), tmp_path)
    assert (hand.cell("title", "Translation").value, hand.cell("title", "Translation").data_type) == (
        "=1+1",
        "s",
    )


def test_what_stands_there_is_not_replaced_without_force(tmp_path: Path) -> None:
    path = tmp_path / "there.xlsx"
    path.write_text("x", encoding="utf-8")
    with pytest.raises(UserError, match="exists already"):
        write_translation(small(tmp_path), path, force=False)
    assert path.read_text(encoding="utf-8") == "x"


def test_a_row_knows_the_translation_it_was_sent_with() -> None:
    assert sent_with("") == "-"
    assert sent_with("Audit") == sent_with(" Audit ") != sent_with("audit")
    row = rows_of(pga("fr"))[0]
    assert row.sent["was"] == sent_with(str(row.filled["text"]))


def test_load_workbook_opens_it_with_all_sheets(tmp_path: Path) -> None:
    write_translation(small(tmp_path), tmp_path / "a.xlsx", force=False)
    assert load_workbook(tmp_path / "a.xlsx").sheetnames[:2] == ["How to translate", "Texts"]
