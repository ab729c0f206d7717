"""The papers of the field kit: nothing left unfilled, nothing wider than the page, nothing told too early."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document

from exports.kit.filling import texts_for
from exports.kit.folder import file_names, papers
from exports.kit.requests import lines_for, mapped_items
from exports.kit.texts import LANGUAGES, chosen, places, raw
from questionnaires.library import available, load
from questionnaires.routing import Setting, items_for
from tests.made_up_kit import LONG, PLAN, W, all_papers, kit, paper, rows_of, text_of, words_of

UNITS: dict[str, dict[str, Any]] = {
    "small": {"staff": 12},
    "tiny": {"staff": 6, "unit_type": "project"},
    "middle": {"staff": 40, "plan": PLAN},
    "workers": {"staff": 300, "unit_type": "constituent", "constituent": "workers", "unit": LONG},
    "government": {"unit_type": "constituent", "constituent": "government", "referral": "", "team": ()},
    "unknown": {"unit_type": None},
}


@pytest.mark.parametrize("unit", UNITS)
def test_no_place_is_left_unfilled(unit: str) -> None:
    said = words_of(all_papers(**UNITS[unit]))
    left = {
        name: found
        for name, text in said.items()
        if not name.endswith(".xlsx")
        and (found := re.findall(r"[{}]|\[[a-z]+\]|#\w?|\bNone\b(?! of them)", text))
    }
    assert left == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_in_the_texts_is_known(language: str) -> None:
    words, papers = raw(language)
    known = set(texts_for(kit().written_in(language)).filling)
    assert {*places(words), *places(papers)} - known == set()


def test_a_text_without_what_an_audit_does_not_need() -> None:
    told = {
        "rows": [
            {"if": "survey", "then": ["1", "a form"]},
            ["2", {"if": "survey", "then": "a", "else": "b"}],
        ],
        "note": {"if": "survey", "then": {"if": "quiz", "then": "both", "else": "a survey alone"}},
        "if": "a condition of its own",
    }
    known = {"survey": True, "quiz": False}
    assert chosen(told, known) == {
        "rows": [["1", "a form"], ["2", "a"]],
        "note": "a survey alone",
        "if": "a condition of its own",
    }
    assert chosen(told, {**known, "survey": False}) == {
        "rows": [["2", "b"]],
        "if": "a condition of its own",
    }


def test_the_kit_of_the_short_form_has_no_quiz() -> None:
    short = replace(kit(), questionnaire=load("pga-short", "1.0.0").questionnaire)
    made = words_of(papers(short, "en"))
    assert not [name for name in made if "quiz" in name.lower()]
    agenda = next(text for name, text in made.items() if "Workshop agenda" in name)
    assert "quiz" not in agenda.lower()
    assert "Timeline" in agenda or "timeline" in agenda


def test_what_people_wrote_is_not_searched_for_places() -> None:
    said = words_of(all_papers(unit="Unit {lead} {nonsense}", referral="Dr {unit}"))
    letter = next(text for name, text in said.items() if "Agreement" in name)
    assert "Unit {lead} {nonsense} takes part" in letter
    assert "Dr {unit}" in letter


def test_the_same_kit_gives_the_same_bytes() -> None:
    assert papers(kit(plan=PLAN), "en") == all_papers(plan=PLAN)


@pytest.mark.parametrize("unit", UNITS)
def test_no_table_is_wider_than_the_page(unit: str) -> None:
    for name, data in all_papers(**UNITS[unit]).items():
        if not name.endswith(".docx"):
            continue
        body = Document(io.BytesIO(data)).element.body
        page = next(body.iter(f"{{{W}}}pgSz")), next(body.iter(f"{{{W}}}pgMar"))
        room = int(page[0].get(f"{{{W}}}w")) - 2 * int(page[1].get(f"{{{W}}}left"))
        for table in body.iter(f"{{{W}}}tbl"):
            widths = [int(each.get(f"{{{W}}}w")) for each in table.iter(f"{{{W}}}gridCol")]
            assert sum(widths) <= room + len(widths), name
            assert {_columns(row) for row in table.iter(f"{{{W}}}tr")} == {len(widths)}, name


def _columns(row: Any) -> int:
    spans = [each.get(f"{{{W}}}val") for each in row.iter(f"{{{W}}}gridSpan")]
    return len(row.findall(f"{{{W}}}tc")) - len(spans) + sum(int(span) for span in spans)


def test_every_paper_is_a4_with_its_title_and_page_numbers() -> None:
    for name, data in all_papers().items():
        if name.endswith(".docx"):
            made = Document(io.BytesIO(data))
            section = made.sections[0]
            sides = sorted((round(section.page_width.cm, 1), round(section.page_height.cm, 1)))
            assert sides == [21.0, 29.7], name
            title = name[3:].removesuffix(".docx")
            assert section.header.paragraphs[0].text.startswith(title), name
            assert "NUMPAGES" in section.footer._element.xml, name


def test_no_person_machine_or_day_stands_in_the_properties() -> None:
    for name, data in all_papers().items():
        if name.endswith(".docx"):
            with ZipFile(io.BytesIO(data)) as archive:
                assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}, name
                assert not [part for part in archive.namelist() if "app.xml" in part or "thumb" in part], name
            properties = Document(io.BytesIO(data)).core_properties
            assert (properties.author, properties.last_modified_by) == ("audit-engine", "audit-engine"), name
            assert {properties.created.year, properties.modified.year} == {1980}, name
            assert "Lena" not in str(properties.title), name


@pytest.mark.parametrize("staff", [12, 19, 20, 40])
def test_the_paper_survey_asks_what_the_survey_asks(staff: int) -> None:
    made = all_papers(staff=staff)
    questionnaire = load("pga", "1.0.0").questionnaire
    asked = items_for(questionnaire, kit(staff=staff).setting, "survey", "staff")
    texts = {item.text: item.id for item in questionnaire.items.values()}
    rows = rows_of(paper(made, "Staff survey"))
    printed = [texts[first] for row in rows if (first := row[0].split("\n")[0]) in texts]
    assert printed == [item.id for item in asked]
    assert (
        "Are you" in [row[0] for row in rows]
        if staff >= 20
        else "Are you" not in text_of(paper(made, "survey"))
    )


def test_a_line_of_the_paper_survey_has_a_box_for_every_choice() -> None:
    rows = rows_of(paper(all_papers(), "Staff survey"))
    line = next(row for row in rows if row[0] == "I know where I can report harassment")
    assert line[1:] == ["☐"] * 8


def test_a_unit_without_a_survey_gets_no_paper_survey() -> None:
    made = all_papers(staff=7)
    assert not [name for name in made if "survey" in name]
    assert "no survey is held" in made["README.txt"].decode()


def test_the_quiz_does_not_tell_which_answer_is_right() -> None:
    made = all_papers()
    quiz = load("pga", "1.0.0").questionnaire.quiz
    assert quiz is not None
    answers = {answer for question in quiz.questions for answer in question.answers}
    looks = set()
    for paragraph in Document(io.BytesIO(paper(made, "Knowledge quiz"))).element.body.iter(f"{{{W}}}p"):
        text = "".join(each.text or "" for each in paragraph.iter(f"{{{W}}}t"))
        if text[5:] in answers:
            looks.add("".join(each.tag + str(sorted(each.items())) for each in paragraph.iter(f"{{{W}}}rPr")))
            answers.discard(text[5:])
    assert answers == set()
    assert len(looks) == 1
    told = words_of(made)
    sources = [question.source for question in quiz.questions if question.source]
    assert {name for name, text in told.items() if any(_said(source, text) for source in sources)} == {
        name for name in made if "Quiz key" in name
    }


def _said(source: str, text: str) -> bool:
    return source.replace("'", "&apos;") in text or source in text


def test_the_key_names_the_right_letter() -> None:
    rows = rows_of(paper(all_papers(), "Quiz key"))
    assert rows[1][:3] == [
        "1. Gender mainstreaming is",
        "B",
        "asking of every planned action what it means for women and for men",
    ]


def test_the_words_of_the_house_stand_where_its_terms_are_used() -> None:
    made = all_papers(unit_type="constituent", constituent="employers")
    assert "Senior posts: directors, heads of section" in text_of(paper(made, "survey"))
    assert "represented by its executive head" in text_of(paper(made, "Agreement"))
    assert "member companies and partners" in text_of(paper(made, "Agreement"))


def test_the_days_of_the_audit_stand_in_the_papers() -> None:
    made = all_papers()
    assert "12 August 2027" in text_of(paper(made, "Deletion"))
    assert "28 April 2027" in text_of(paper(made, "Comments"))


def test_a_small_unit_has_one_day_of_workshop() -> None:
    assert "Second day" not in text_of(paper(all_papers(staff=12), "Workshop"))
    assert "Second day" in text_of(paper(all_papers(staff=40), "Workshop"))


def test_the_plan_says_where_it_was_drawn_from_and_names_nobody() -> None:
    text = text_of(paper(all_papers(plan=PLAN), "Interview plan"))
    assert (
        "1 women and 1 men. 1 without a sex on the list. Drawn from a list of 40 lines with the seed abc"
        in text
    )


def test_document_sheets_hold_every_level_and_rule() -> None:
    text = text_of(paper(all_papers(), "Document sheets"))
    questionnaire = load("pga", "1.0.0").questionnaire
    for item in items_for(questionnaire, kit().setting, "document_review", "facilitator"):
        for part in (item.text, item.counts_when or "", *item.criteria.values()):
            assert part.replace("'", "&apos;") in text or part in text, item.id


def test_the_request_names_every_item_that_documents_are_read_for() -> None:
    read: set[str] = set()
    for name, version in available():
        questionnaire = load(name, version).questionnaire
        mine = {item.id for item in questionnaire.items.values() if "document_review" in item.instruments}
        if not mapped_items(questionnaire):
            continue  # a line an item
        # What 1.1.0 brought, rooms and digital tools, is no kind of document; each has a line of its own.
        assert mine - mapped_items(questionnaire) <= {"ST3-12", "SU4-09"}, (name, version)
        read |= mine
    for name, version in available():
        assert mapped_items(load(name, version).questionnaire) <= read


def test_another_questionnaire_gets_a_line_an_item() -> None:
    questionnaire = load("pga", "1.0.0").questionnaire.model_copy(update={"id": "other"})
    lines = lines_for(questionnaire, Setting(40))
    read = items_for(questionnaire, Setting(40), "document_review", "facilitator")
    assert [line.id for line in lines] == [item.id for item in read]


def test_names_of_files_are_safe_on_every_system() -> None:
    for name in file_names(texts_for(kit(unit='A/B\\C:*?"<>|'))).values():
        assert re.fullmatch(r"\d\d [A-Za-z ]+\.(docx|xlsx)", name)


def test_only_what_the_unit_fills_in_is_unlocked() -> None:
    from openpyxl import load_workbook

    made = load_workbook(io.BytesIO(paper(all_papers(), "HR sheet")))
    sheet = made["HR sheet"]
    assert sheet.protection.sheet
    unlocked = [cell for row in sheet.iter_rows() for cell in row if not cell.protection.locked]
    assert {cell.value for cell in unlocked} == {None}
    assert {cell.column for cell in unlocked} == set(range(3, 11))
    assert len(sheet.data_validations.dataValidation) == 7
