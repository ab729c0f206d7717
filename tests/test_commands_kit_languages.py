"""The kit in other languages at the command line, and its workbooks coming back, also from LibreOffice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from audit_engine.audit import Document
from audit_engine.auditfile import AuditFile
from audit_engine.store import judgement
from exports.kit.texts import LANGUAGES, raw
from tests.kit_folder import standing, values
from tests.office import Office
from tests.running import begin, run

OTHERS = LANGUAGES[1:]


def audit_in(folder: Path, language: str) -> Path:
    return begin(folder / "geneva.audit", "--start", "2027-03-01", "--language", language)


def kit(audit: Path, *options: str, to: str = "kit") -> Path:
    made = run("kit", audit, audit.parent / to, *options)
    assert made.code == 0, made.said
    return audit.parent / to


def paper(folder: Path, number: str) -> Path:
    return next(folder.glob(f"{number} *"))


def fill(path: Path, rows: dict[str, dict[str, Any]], *papers: tuple[Any, ...]) -> Path:
    """Fills in the first sheet by the id in its first column, and lists documents on the second."""
    workbook = load_workbook(path)
    sheet = workbook.worksheets[0]
    found = {str(row[0].value): row[0].row for row in sheet.iter_rows()}
    for name, cells in rows.items():
        for letter, value in cells.items():
            sheet[f"{letter}{found[name]}"] = value
    for place, cells in enumerate(papers):
        listed = workbook.worksheets[1]
        head = next(row[2].row for row in listed.iter_rows() if row[2].value)
        for column, value in enumerate(cells, 1):
            listed.cell(head + 1 + place, column).value = value
    workbook.save(path)
    return path


def listed_words(path: Path, column: str) -> list[str]:
    """The words of a drop-down list of the first sheet."""
    checks = load_workbook(path).worksheets[0].data_validations.dataValidation
    found = next(check for check in checks if str(check.sqref).startswith(column))
    return str(found.formula1).strip('"').split(",")


def registered(audit: Path) -> list[Document]:
    with AuditFile(audit) as opened, opened.reading() as connection:
        return judgement.every(connection, Document)


def hr_sheet(folder: Path) -> Path:
    path = paper(folder, "04")
    *reasons, not_given = listed_words(path, "I")
    return fill(
        path,
        {
            "ST1-01": {"C": 12, "E": 16, "J": "Paie, janvier"},
            "ST2-01": {"C": 3, "D": 10, "E": 5, "F": 14},
            "ST2-04": {"G": "\u0660", "H": "\u0669"},
            "ST1-04": {"I": reasons[0]},
            "ST1-05": {"I": not_given},
        },
    )


def request(folder: Path, language: str) -> Path:
    path = paper(folder, "03")
    statuses = raw(language)[1]["documents"]["statuses"]
    reasons = listed_words(path, "F")
    return fill(
        path,
        {
            "D04": {"E": statuses["given"]},
            "D16": {"E": statuses["nf"]},
            "D18": {"E": statuses["ng"]},
            "D32": {"E": statuses["na"], "F": reasons[3]},
        },
        ("D04", "Projet A", "2025-01-02"),
        ("D04", "Projet B", 2024),
    )


FIGURES = {
    "ST1-01": "women=12 men=16",
    "ST1-04": "na N1",
    "ST1-05": "ng",
    "ST2-01": "women=3/10 men=5/14",
    "ST2-04": "0/9",
}
ABSENT = {"ST1-06": "nf", "ST3-01": "ng", "IA2-02": "na N4"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_filled_in_is_read_in_its_language(tmp_path: Path, language: str) -> None:
    audit = audit_in(tmp_path, language)
    folder = kit(audit)
    for path in (hr_sheet(folder), request(folder, language)):
        read = run("import", audit, path)
        assert read.code == 0, read.said
    assert values(audit, "staff_data") == FIGURES
    assert values(audit, "document_review") == ABSENT
    assert [(each.title, each.date, each.drawn) for each in registered(audit)] == [
        ("Projet A", "2025-01-02", False),
        ("Projet B", "2024", False),
    ]


@pytest.mark.parametrize("language", OTHERS)
def test_what_libreoffice_saved_is_read_as_well(
    tmp_path: Path, language: str, require_tool: Callable[[str], str]
) -> None:
    audit = audit_in(tmp_path, language)
    folder = kit(audit)
    office = Office(require_tool("soffice"), tmp_path)
    for path in (hr_sheet(folder), request(folder, language)):
        saved = office.convert(path, "xlsx", tmp_path / "saved")
        read = run("import", audit, saved)
        assert read.code == 0, read.said
    assert values(audit, "staff_data") == FIGURES
    assert values(audit, "document_review") == ABSENT
    assert len(registered(audit)) == 2


def test_documents_are_drawn_by_their_kind_in_the_language_of_the_audit(tmp_path: Path) -> None:
    audit = audit_in(tmp_path, "fr")
    assert run("import", audit, request(kit(audit), "fr")).code == 0
    assert {each.kind for each in registered(audit)} == {"documents de projet"}
    drawn = run("review", audit, "--draw", "1", "--kind", "documents de projet", "--seed", "1")
    assert drawn.code == 0, drawn.said


def test_a_kind_stays_one_though_forms_of_two_languages_come_back(tmp_path: Path) -> None:
    audit = audit_in(tmp_path, "ar")
    for language in ("ar", "es"):
        folder = kit(audit, "--language", language, to=language)
        assert run("import", audit, request(folder, language)).code == 0
    assert {each.kind for each in registered(audit)} == {"وثائق المشاريع"}
    assert len(registered(audit)) == 2


def test_a_single_paper_is_registered_in_the_language_of_the_audit(tmp_path: Path) -> None:
    audit = audit_in(tmp_path, "ru")
    path = paper(kit(audit, "--language", "en"), "03")
    assert run("import", audit, fill(path, {"D20": {"E": "given"}})).code == 0
    assert registered(audit)[0].title == "Порядок рассмотрения сообщений о домогательствах"


@pytest.mark.parametrize(
    ("language", "typed", "value"),
    [
        ("ar", "لم يقدم", "ng"),
        ("ar", "\u200fلم  يُقدّم ", "ng"),
        ("ar", "غير موجود", "nf"),
        ("fr", "INEXISTANT", "nf"),
        ("es", "No existe", "nf"),
        ("ru", "Не предоставлено", "ng"),
    ],
)
def test_words_that_were_typed_without_signs_are_understood(
    tmp_path: Path, language: str, typed: str, value: str
) -> None:
    audit = audit_in(tmp_path, language)
    read = run("import", audit, fill(paper(kit(audit), "03"), {"D16": {"E": typed}}))
    assert read.code == 0, read.said
    assert values(audit, "document_review") == {"ST1-06": value}


def test_a_reason_is_understood_with_a_plain_apostrophe(tmp_path: Path) -> None:
    audit = audit_in(tmp_path, "fr")
    path = paper(kit(audit), "04")
    reason = next(word for word in listed_words(path, "I") if "’" in word)
    assert run("import", audit, fill(path, {"ST1-04": {"I": reason.replace("’", "'")}})).code == 0
    assert values(audit, "staff_data")["ST1-04"].startswith("na N")


def test_a_reason_is_understood_by_its_name_alone(tmp_path: Path) -> None:
    audit = audit_in(tmp_path, "ru")
    path = fill(paper(kit(audit), "04"), {"ST1-04": {"I": "n2"}})
    assert run("import", audit, path).code == 0
    assert values(audit, "staff_data") == {"ST1-04": "na N2"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_reasons_stands_in_words(tmp_path: Path, language: str) -> None:
    folder = kit(audit_in(tmp_path, language))
    for number, column, fewest in (("03", "F", 5), ("04", "I", 6)):
        words = listed_words(paper(folder, number), column)
        assert len(words) == fewest
        assert not [word for word in words if len(word) < 8]


def test_a_word_of_another_language_is_named_by_its_cell(tmp_path: Path) -> None:
    audit = audit_in(tmp_path, "ar")
    failed = run("import", audit, fill(paper(kit(audit), "03"), {"D16": {"E": "given"}}))
    assert (failed.code, "'given' is not on the list" in failed.said) == (2, True)


def test_a_workbook_of_an_earlier_kit_that_names_no_language_is_english(tmp_path: Path) -> None:
    audit = audit_in(tmp_path, "en")
    path = hr_sheet(kit(audit))
    workbook: Any = load_workbook(path)
    del workbook.custom_doc_props["language"]
    workbook.save(path)
    assert run("import", audit, path).code == 0
    assert values(audit, "staff_data") == FIGURES


def test_the_language_of_the_audit_is_taken_unless_another_is_named(tmp_path: Path) -> None:
    audit = audit_in(tmp_path, "fr")
    assert paper(kit(audit), "01").name == "01 Lettre d’accord.docx"
    assert paper(kit(audit, "--language", "ES", to="es"), "01").name == "01 Carta de acuerdo.docx"
    assert paper(kit(audit, "--language", "en", to="en"), "01").name == "01 Agreement letter.docx"


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_that_nobody_has_read_is_told(tmp_path: Path, language: str) -> None:
    said = run("kit", audit_in(tmp_path, language), tmp_path / "kit").said
    assert f"no speaker of the language has read the papers in '{language}' yet" in said


def test_nothing_is_told_of_the_english_papers(tmp_path: Path) -> None:
    assert "no speaker" not in run("kit", audit_in(tmp_path, "en"), tmp_path / "kit").said


def test_what_is_no_language_is_refused(tmp_path: Path) -> None:
    failed = run("kit", audit_in(tmp_path, "en"), tmp_path / "kit", "--language", "French")
    assert (failed.code, (tmp_path / "kit").exists()) == (2, False)


def test_a_paper_form_takes_the_language_of_the_audit_or_the_one_named(tmp_path: Path) -> None:
    audit = audit_in(tmp_path, "ru")
    for options, warned in ((), True), (("--language", "en"), False), (("--language", "de"), True):
        made = run("questionnaire", "paper", audit, tmp_path / "form.docx", "--force", *options)
        assert (made.code, "papers in 'ru'" in made.said or "in 'de' yet" in made.said) == (0, warned), (
            made.said
        )


def test_evidence_of_what_does_not_exist_names_the_line(tmp_path: Path) -> None:
    audit = audit_in(tmp_path, "fr")
    assert run("import", audit, request(kit(audit), "fr")).code == 0
    assert "D16" in standing(audit, "document_review")["ST1-06"].evidence


def test_a_staff_list_is_read_in_every_language(tmp_path: Path) -> None:
    audit = audit_in(tmp_path, "fr")
    people = [
        "femme,oui",
        "homme,non",
        "mujer,sí",
        "hombre,no",
        "женщина,да",
        "мужчина,нет",
        "امرأة,نعم",
        "رجل,لا",
    ]
    lines = "\n".join(f"Officer,{person}" for person in people * 2)
    (tmp_path / "staff.csv").write_text(f"function,sex,heard\n{lines}\n", encoding="utf-8")
    said = run("kit", audit, tmp_path / "kit", "--staff-list", tmp_path / "staff.csv").said
    assert "12 of 16 people, 8 women and 4 men" in said, said
