"""The paper form with codes: printed, typed by a clerk, imported; equal to what is typed at the prompt."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest
from docx import Document

from audit_engine.auditfile import AuditFile
from questionnaires import load
from questionnaires.paper_codes import item_numbers
from tests.running import begin, run

QUESTIONNAIRE = load("pga", "1.0.0").questionnaire


def form(folder: Path, *options: str) -> tuple[Path, Path]:
    """A form of pga@1.0.0 for 28 staff, and its typing sheet."""
    out, sheet = folder / "form.docx", folder / "typed.csv"
    made = run("questionnaire", "paper", "pga@1.0.0", out, "--staff", "28", "--typing", sheet, *options)
    assert made.code == 0, made.said
    return out, sheet


def heads(sheet: Path) -> list[str]:
    with sheet.open(encoding="utf-8-sig", newline="") as stream:
        return next(csv.reader(stream))


def typed(sheet: Path, *forms: Sequence[str]) -> Path:
    """What a clerk adds to the sheet."""
    with sheet.open("a", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(forms)
    return sheet


def audit_of(folder: Path, name: str = "paper.audit") -> Path:
    return begin(folder / name, "--questionnaire", "pga@1.0.0")


def stored(audit: Path) -> tuple[list[str], list[tuple[str, str]], list[tuple[str, str]]]:
    """(genders, item and answer, prompt and words) of all survey forms."""
    with AuditFile(audit) as opened, opened.reading() as connection:
        genders = [row[0] for row in connection.exec_driver_sql("SELECT gender FROM survey_form").all()]
        answers = connection.exec_driver_sql("SELECT item, value FROM survey_answer").all()
        words = connection.exec_driver_sql("SELECT prompt, text FROM survey_words").all()
    return genders, sorted(map(tuple, answers)), sorted(map(tuple, words))


def text_of(paper: Path) -> str:
    document = Document(str(paper))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_codes_typed_from_paper_are_stored_as_the_same_answers_at_the_prompt(tmp_path: Path) -> None:
    _, sheet = form(tmp_path)
    items = [name for name in heads(sheet) if name in QUESTIONNAIRE.items]
    codes = [("1", "97", "3", "98", "2", "99")[place % 6] for place in range(len(items))]
    typed(sheet, ["1", "2", *codes, "Talk, and listen", "", "=1+1"])
    paper = audit_of(tmp_path)
    assert run("import", paper, sheet).code == 0
    at_prompt = audit_of(tmp_path, "prompt.audit")
    keys = [{"97": "dk", "98": "na", "99": "pnts"}.get(code, code) for code in codes]
    lines = ["", "y", "2", *keys, "Talk, and listen", "/s", "=1+1", "send", ""]
    assert run("survey", at_prompt, typed="\n".join(lines)).code == 0
    assert stored(paper) == stored(at_prompt)
    genders, answers, words = stored(paper)
    assert (genders, len(answers), len(words)) == (["man"], 31, 2)


def test_every_choice_of_the_form_has_its_code_beside_it(tmp_path: Path) -> None:
    paper, sheet = form(tmp_path)
    text = text_of(paper)
    for name in heads(sheet)[1:]:
        assert f"[{name}]" in text
        item = QUESTIONNAIRE.items.get(name)
        for number in item_numbers(item, QUESTIONNAIRE.scale_of(item), "survey").values() if item else ():
            assert f"☐ {number}" in text
    assert heads(sheet)[0] in text
    assert "audit-engine import AUDIT typed.csv" in text


def test_one_wrong_code_and_nothing_is_imported(tmp_path: Path) -> None:
    _, sheet = form(tmp_path)
    empty = [""] * (len(heads(sheet)) - 2)
    typed(
        sheet,
        ["1", "1", "6", "5", *empty[2:]],
        ["2", "7", "1", "agree"],
        ["", "1", "1"],
        ["1", "1", "1"],
        ["5", "1"],
    )
    audit = audit_of(tmp_path)
    done = run("import", audit, sheet)
    assert done.code == 2
    assert "6 row(s) cannot be read; nothing was imported" in done.said
    for what in (
        "row 2: column ST1-07: '6' is no code of this question. "
        "The codes printed there are 1, 2, 3, 4, 5, 97, 98 or 99.",
        "row 3: column gender: '7' is no code of this question. The codes printed there are 1, 2, 3 or 99.",
        "row 3: column ST1-08: 'agree' is no code",
        "row 4: the form has no number.",
        "row 5: form 1 stands in row 2 already.",
        "row 6: form 5 has no answers.",
    ):
        assert what in done.said
    assert stored(audit) == ([], [], [])


def test_codes_of_another_version_are_never_read(tmp_path: Path) -> None:
    _, sheet = form(tmp_path)
    text = sheet.read_text(encoding="utf-8-sig").replace("pga@1.0.0", "pga@1.0.1")
    sheet.write_text(text + "1,1,1\r\n", encoding="utf-8")
    done = run("import", audit_of(tmp_path), sheet)
    assert done.code == 2
    assert "holds codes of another form" in done.said


def test_a_column_that_is_no_question_is_refused(tmp_path: Path) -> None:
    _, sheet = form(tmp_path)
    text = sheet.read_text(encoding="utf-8-sig").replace("ST1-08", "ST1-80")
    sheet.write_text(text + "1,1,1\r\n", encoding="utf-8")
    assert "the column ST1-80 is no question" in run("import", audit_of(tmp_path), sheet).said


def test_papers_and_numbers_are_typed_as_written(tmp_path: Path) -> None:
    _, sheet = form(tmp_path, "--instrument", "document_review")
    names = heads(sheet)
    given = {"ST1-06": "2", "ST2-02": "3/8", "ST2-03": "98 N1", "ST3-10": "95", "SU4-03": "98"}
    typed(sheet, ["1", *(given.get(name, "") for name in names[1:])])
    audit = audit_of(tmp_path)
    assert "gender" not in names
    assert run("import", audit, sheet).code == 0
    with AuditFile(audit) as opened, opened.reading() as connection:
        found = dict(map(tuple, connection.exec_driver_sql("SELECT item, value FROM answer").all()))
    assert found == {
        "ST1-06": "partly",
        "ST2-02": "3/8",
        "ST2-03": "na N1",
        "ST3-10": "nf",
        "SU4-03": "98",
    }


def test_without_a_size_only_what_every_unit_is_asked_is_printed(tmp_path: Path) -> None:
    done = run("questionnaire", "paper", "pga@1.0.0", tmp_path / "form.docx")
    assert done.code == 0
    assert "questions are left out that only larger units are asked" in done.said
    text = text_of(tmp_path / "form.docx")
    assert "[gender]" not in text
    assert "[ST3-06]" not in text


def test_an_audit_decides_what_its_form_asks(tmp_path: Path) -> None:
    audit = begin(tmp_path / "large.audit", "--questionnaire", "pga@1.0.0", staff="professional=30/30")
    assert run("questionnaire", "paper", audit, tmp_path / "form.docx").code == 0
    assert "[category]" in text_of(tmp_path / "form.docx")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--instrument", "workshop"], "a workshop votes with the cards of the kit"),
        (["--role", "partner"], "partner fills in no form of survey"),
    ],
)
def test_what_has_no_form_is_refused(tmp_path: Path, options: list[str], said: str) -> None:
    done = run("questionnaire", "paper", "pga", tmp_path / "form.docx", *options)
    assert done.code == 2
    assert said in done.said
    assert not (tmp_path / "form.docx").exists()


def test_a_file_that_stands_there_is_kept(tmp_path: Path) -> None:
    paper, _ = form(tmp_path)
    assert run("questionnaire", "paper", "pga", paper).code == 1
    assert run("questionnaire", "paper", "pga", paper, "--force").code == 0


def test_the_same_form_has_the_same_bytes(tmp_path: Path) -> None:
    paper, _ = form(tmp_path)
    before = paper.read_bytes()
    assert form(tmp_path, "--force")[0].read_bytes() == before
