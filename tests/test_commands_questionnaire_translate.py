"""`questionnaire translate`: a workbook goes to the translator, comes back, and becomes the translation."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from audit_engine.questionnaire_named import named
from audit_engine.terminal_language import SETTING
from audit_engine.translating.sending import draft_of
from exports.translating.form import form_of
from questionnaires.catalogue import speaking, tr
from questionnaires.errors import ExitCode
from questionnaires.texts import texts
from questionnaires.translation_file import Translation, parse
from tests.own_questionnaire import own, questionnaire_of, translate
from tests.running import Ran, run
from tests.sent_and_returned import Hand

ROOT = Path(__file__).parents[1]
TITLE = ("title: Small audit", "title: Little audit")


def send(file: Path, language: str = "fr", *options: str) -> Hand:
    """The workbook as the translator gets it."""
    path = file.with_name("sent.xlsx")
    ran = run("questionnaire", "translate", file, path, "--language", language, "--force", *options)
    assert ran.code == 0, ran.said
    return Hand(path, "Texts", tr("Reference"))


def take(file: Path, hand: Hand, language: str = "fr", *options: str) -> Ran:
    back = hand.save(file.with_name("back.xlsx"))
    return run("questionnaire", "translate", file, "--language", language, "--from", back, *options)


def kept(file: Path, language: str = "fr", version: str = "1.2.0") -> Translation:
    path = file.with_name(f"{version}.{language}.yaml")
    return parse(path.read_text(encoding="utf-8"), path.name)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return own(tmp_path)


@pytest.mark.parametrize("spoken", ["fr", "es", "ru", "ar"])
def test_a_workbook_is_known_again_in_whatever_language_it_was_written(
    file: Path, spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SETTING, spoken)
    with speaking(spoken):
        hand = send(file, "pt")
        headings = [one.heading for one in form_of(draft_of(named(str(file)), "pt")).fields]
    monkeypatch.setenv(SETTING, "en")
    hand.put("title", **{headings[2]: "Auditoria"})
    ran = take(file, hand, "pt", "--yes")
    assert ran.code == 0, ran.said
    assert kept(file, "pt").texts["title"].text == "Auditoria"


@pytest.mark.parametrize("language", ["pt", "sw", "ar"])
def test_a_new_language_comes_from_nothing(file: Path, language: str) -> None:
    hand = send(file, language)
    ran = take(file, hand.put("title", Translation="Auditoria"), language, "--yes")
    assert ran.code == 0, ran.said
    assert {key: one.text for key, one in kept(file, language).texts.items()} == {"title": "Auditoria"}
    total = len(texts(questionnaire_of(file)))
    assert f"{total - 1} missing: summary, " in ran.said
    shown = run("questionnaire", "show", file, "--language", language)
    assert "Auditoria" in shown.out
    assert f"{total - 1} texts are in English." in shown.said


def test_a_whole_translation_is_taken_and_the_same_workbook_again_is_nothing_new(file: Path) -> None:
    hand = send(file)
    for key, text in texts(questionnaire_of(file)).items():
        hand.put(key, Translation=f"fr: {text}")
    ran = take(file, hand, "fr", "--yes")
    assert ran.code == 0, ran.said
    assert "Every text is there." in ran.said
    assert "... and " in ran.said
    before = file.with_name("1.2.0.fr.yaml").read_bytes()
    again = take(file, hand, "fr", "--yes")
    assert (again.code, "Nothing in it is new; nothing was written." in again.said) == (0, True)
    assert file.with_name("1.2.0.fr.yaml").read_bytes() == before


def test_the_changes_are_shown_and_nothing_is_written_without_a_yes(file: Path) -> None:
    translate(file, "fr")
    before = file.with_name("1.2.0.fr.yaml").read_bytes()
    ran = take(file, send(file).put("title", Translation="Petit audit"))
    assert ran.code == ExitCode.NOT_NOW
    for part in ("title", "Small audit", "fr: Small audit", "Petit audit"):
        assert part in ran.out
    assert "Nothing was written; this waits for a yes: 1 change to 1.2.0.fr.yaml." in ran.said
    assert file.with_name("1.2.0.fr.yaml").read_bytes() == before


def test_sorted_filtered_moved_rows_and_an_own_column_are_read_as_they_were_meant(file: Path) -> None:
    hand = send(file)
    hand.put("title", Translation="Audit").put("summary", Translation="Trois domaines")
    rows = [[cell.value for cell in row] for row in hand.sheet.iter_rows(min_row=hand.head + 1)]
    for number, values in enumerate(reversed(rows), hand.head + 1):
        for column, value in enumerate(values, 1):
            hand.sheet.cell(number, column).value = value
    hand.sheet.row_dimensions[hand.row("title")].hidden = True
    hand.sheet.cell(hand.head, hand.sheet.max_column + 1).value = "My own"
    ran = take(file, hand, "fr", "--yes")
    assert ran.code == 0, ran.said
    assert "1 hidden or filtered row was read as well." in ran.said
    assert [(key, one.text) for key, one in kept(file).texts.items()] == [
        ("title", "Audit"),
        ("summary", "Trois domaines"),
    ]


def test_every_problem_is_named_by_sheet_and_cell_and_nothing_is_written(file: Path) -> None:
    hand = send(own(file.parent, ("title: Small audit", "title: Audit of {unit}")))
    hand.put("title", Translation="Audit sans nom")
    hand.put("summary", English_source="Other words", Translation="Autre")
    hand.put("bands.absent.label", Translation="Absent", Reference="bands.gone.label")
    hand.put("bands.emerging.label", Translation="=1+1")
    hand.put("bands.leading.label", Note="still right")
    hand.put("bands.established.label", Translation="a\u202eb")
    ran = take(file, hand, "fr", "--yes")
    assert ran.code == ExitCode.BAD_INPUT
    assert "back.xlsx: 6 things cannot be taken; nothing was written." in ran.said
    lines = [line for line in ran.err.splitlines() if line.startswith("Texts ")]
    assert [line.split(":")[0] for line in lines] == [
        f"Texts D{hand.row('title')}",
        f"Texts C{hand.row('summary')}",
        f"Texts A{hand.row('bands.gone.label')}",
        f"Texts D{hand.row('bands.emerging.label')}",
        f"Texts D{hand.row('bands.established.label')}",
        f"Texts F{hand.row('bands.leading.label')}",
    ]
    for part in (
        "the source says 'Other words', and the questionnaire 'Three areas in two fronts",
        "'bands.gone.label' is no text of this questionnaire.",
        "holds a formula",
        "holds a character that cannot be kept (U+202E).",
        "says 'still right', and there is no translation.",
        "the translation must keep {unit} and has none.",
    ):
        assert part in ran.said
    assert not file.with_name("1.2.0.fr.yaml").exists()


def test_a_row_that_stands_twice_and_one_without_a_reference_are_named(file: Path) -> None:
    hand = send(file)
    hand.put("summary", Reference="title")
    last = hand.sheet.max_row + 2
    hand.sheet.cell(last, hand.column("Translation")).value = "Lost"
    ran = take(file, hand, "fr", "--yes")
    assert ran.code == ExitCode.BAD_INPUT
    assert f"Texts D{last}: stands in a row without a reference." in ran.said
    assert "title stands twice" in ran.said


def test_an_empty_cell_stays_missing_and_takes_nothing_away(file: Path) -> None:
    translate(file, "fr", "summary")
    hand = send(file).put("title", Translation=None).put("bands.absent.label", Translation="Absente")
    ran = take(file, hand, "fr", "--yes")
    assert ran.code == 0, ran.said
    assert "empty cells of title where there is a translation; it stays." in ran.said
    assert kept(file).texts["title"].text == "fr: Small audit"
    assert "1 missing: summary." in ran.said


def test_a_translation_made_from_an_older_source_is_a_conflict(file: Path) -> None:
    hand = send(file).put("title", Translation="Petit audit")
    own(file.parent, TITLE)
    ran = take(file, hand, "fr", "--yes")
    assert ran.code == ExitCode.BAD_INPUT
    assert (
        f"Texts D{hand.row('title')}: title was translated from 'Small audit', and the source reads"
        in ran.said
    )
    assert "'Little audit' now." in ran.said


def test_an_older_row_that_nobody_touched_is_no_conflict(file: Path) -> None:
    translate(file, "fr")
    hand = send(file).put("summary", Translation="Trois domaines")
    own(file.parent, TITLE)
    ran = take(file, hand, "fr", "--yes")
    assert ran.code == 0, ran.said
    assert "1 out of date: title." in ran.said
    assert kept(file).texts["title"].text == "fr: Small audit"


def test_what_somebody_else_translated_meanwhile_is_not_overwritten(file: Path) -> None:
    translate(file, "fr")
    hand = send(file).put("title", Translation="Le mien")
    translate(file, "fr", title="Le sien", summary="Le résumé du collègue")
    ran = take(file, hand, "fr", "--yes")
    assert ran.code == ExitCode.BAD_INPUT
    assert (
        "says 'Le mien', and title was changed since this workbook was written: it reads 'Le sien' now"
        in ran.said
    )
    untouched = send(file)
    translate(file, "fr", title="Encore un autre")
    assert "Nothing in it is new" in take(file, untouched, "fr", "--yes").said
    assert kept(file).texts["title"].text == "Encore un autre"


def test_a_text_out_of_date_is_confirmed_by_a_note(file: Path) -> None:
    translate(file, "fr")
    own(file.parent, TITLE)
    hand = send(file)
    assert hand.cell("title", "Status").value == "out of date"
    ran = take(file, hand.put("title", Note="Still right."), "fr", "--yes")
    assert ran.code == 0, ran.said
    assert "Every text is there." in ran.said
    one = kept(file).texts["title"]
    assert (one.text, one.note) == ("fr: Small audit", None)


def test_a_note_is_kept_beside_its_translation_and_told_where_there_is_none(file: Path) -> None:
    hand = send(file).put("title", Translation="Audit", Note="ou: examen").put("summary", Note="Quel front ?")
    ran = take(file, hand, "fr", "--yes")
    assert ran.code == 0, ran.said
    assert kept(file).texts["title"].note == "ou: examen"
    assert "summary: 'Quel front ?' (kept only beside a translation)." in ran.said
    again = send(file)
    assert again.cell("title", "Note").value == "ou: examen"
    assert "Nothing in it is new" in take(file, again, "fr", "--yes").said


def test_line_breaks_are_blanks_where_the_source_has_none(file: Path) -> None:
    ran = take(file, send(file).put("title", Translation="Petit\naudit"), "fr", "--yes")
    assert ran.code == 0, ran.said
    assert kept(file).texts["title"].text == "Petit audit"


def test_a_workbook_of_another_questionnaire_version_language_or_kind_is_refused(
    file: Path, tmp_path: Path
) -> None:
    hand = send(file)
    other = tmp_path / "other"
    other.mkdir()
    for changes, version, language, said in (
        ((("id: small", "id: other"),), "1.2.0", "fr", "back.xlsx translates small, not other."),
        ((), "1.3.0", "fr", "back.xlsx translates version 1.2.0 of small, not 1.3.0."),
        ((), "1.2.0", "es", "back.xlsx is in français (fr), not español. Add --language fr"),
    ):
        ran = take(own(other, *changes, version=version), hand, language, "--yes")
        assert ran.code == ExitCode.BAD_INPUT
        assert said in ran.said
    Workbook().save(tmp_path / "none.xlsx")
    ran = run("questionnaire", "translate", file, "--language", "fr", "--from", tmp_path / "none.xlsx")
    assert "none.xlsx has no sheet 'Texts'." in ran.said


def test_without_properties_the_line_in_the_sheet_tells_and_without_both_it_is_refused(file: Path) -> None:
    hand = send(file).put("title", Translation="Audit")
    for name in ("translation", "version", "language"):
        del hand.book.custom_doc_props[name]
    assert take(file, hand, "fr", "--yes").code == 0
    for row in hand.sheet.iter_rows(max_row=hand.head - 1):
        for cell in row:
            if str(cell.value).startswith("This sheet:"):
                cell.value = None
    ran = take(file, hand, "fr", "--yes")
    assert "back.xlsx does not say which questionnaire it translates." in ran.said


def test_corrections_of_a_published_translation_go_into_a_patch_with_the_same_workbook(file: Path) -> None:
    translate(file, "fr")
    assert run("questionnaire", "publish", file).code == 0
    sent = run("questionnaire", "translate", file, file.with_name("a.xlsx"), "--language", "fr")
    assert "These texts are published and do not change. Better wording is a patch" in sent.said
    hand = send(file).put("title", Translation="Petit audit")
    ran = take(file, hand, "fr", "--yes")
    assert ran.code == ExitCode.NOT_NOW
    assert "The texts of small@1.2.0 in fr are published and do not change; nothing was written." in ran.said
    assert "Give this workbook to the patch: its rows fit." in ran.said
    patch = own(file.parent, ("version: 1.2.1", "version: 1.2.1\nsupersedes: 1.2.0"), version="1.2.1")
    ran = take(patch, hand, "fr", "--yes")
    assert ran.code == 0, ran.said
    made = kept(patch, version="1.2.1")
    assert (made.after, list(made.texts)) == ("1.2.0", ["title"])
    ran = run("questionnaire", "publish", patch)
    assert "the smallest honest version is 1.2.1." in ran.said


def test_who_read_it_is_written_also_into_a_published_translation(file: Path) -> None:
    translate(file, "fr")
    assert run("questionnaire", "publish", file).code == 0
    ran = take(file, send(file), "fr", "--read-by", "Awa Diop", "--yes")
    assert ran.code == 0, ran.said
    assert kept(file).read_by == "Awa Diop"
    shown = run("questionnaire", "show", file, "--language", "fr")
    assert (shown.code, "No speaker of the language" in shown.said) == (0, False)


def test_the_comments_of_a_file_stay(file: Path) -> None:
    made = translate(file, "fr")
    made.write_text("# Ours.\n" + made.read_text(encoding="utf-8"), encoding="utf-8")
    assert take(file, send(file).put("title", Translation="Audit"), "fr", "--yes").code == 0
    assert made.read_text(encoding="utf-8").startswith("# Ours.\n# français: the texts of small 1.2.0.")


def test_a_folder_that_takes_no_file_is_told_and_nothing_is_left(file: Path) -> None:
    hand = send(file).put("title", Translation="Audit")
    back = hand.save(file.with_name("back.xlsx"))
    file.with_name("1.2.0.fr.yaml").mkdir()
    (file.with_name("1.2.0.fr.yaml") / "in the way").write_text("x", encoding="utf-8")
    ran = run("questionnaire", "translate", file, "--language", "fr", "--from", back, "--yes")
    assert ran.code == ExitCode.BUSY
    assert "1.2.0.fr.yamlcouldnotbewritten" in "".join(ran.said.split())  # a long path is broken anywhere
    assert [one.name for one in file.parent.iterdir() if one.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--language", "xx"), "'xx' is no code of a language."),
        (("--language", "en"), "small@1.2.0 is written in English (en)."),
        (("--language", "fr", "--yes"), "--yes and --read-by go with --from."),
        (("out.xlsx", "--language", "fr", "--from", "back.xlsx"), "--from reads a workbook and writes none."),
        (("out.csv", "--language", "fr"), "out.csv is no name for a workbook."),
        (("--language", "fr", "--from", "back.xlsx"), "back.xlsx"),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_way_on(file: Path, words: tuple[str, ...], said: str) -> None:
    ran = run("questionnaire", "translate", file, *words)
    assert ran.code in (ExitCode.BAD_INPUT, ExitCode.NOT_NOW)
    assert said in ran.said


def test_left_out_the_workbook_is_named_after_version_and_language(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("questionnaire", "translate", "pga@1.1.0", "--language", "sw")
    assert ran.code == 0, ran.said
    assert "pga-1.1.0.sw.xlsx is written: 734 texts, 734 missing, 0 out of date." in ran.said
    assert "audit-engine questionnaire translate pga@1.1.0 --language sw --from pga-1.1.0.sw.xlsx" in ran.said
    assert load_workbook("pga-1.1.0.sw.xlsx")["Texts"].max_row > 734


def test_a_questionnaire_of_the_program_gets_its_language_where_the_program_looks(tmp_path: Path) -> None:
    """In a copy of the program, for this writes into its folder."""
    for package in ("audit_engine", "exports", "questionnaires", "scoring"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))

    def call(*words: str) -> str:
        command = [sys.executable, "-c", "from audit_engine.cli import main; main()", "questionnaire", *words]
        environment = {**os.environ, "PYTHONPATH": str(tmp_path), "COLUMNS": "200"}
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr

    call("translate", "pga", "pt.xlsx", "--language", "pt")
    Hand(tmp_path / "pt.xlsx", "Texts").put("title", Translation="Auditoria").save(tmp_path / "pt.xlsx")
    said = call("translate", "pga", "--language", "pt", "--from", "pt.xlsx", "--yes")
    assert (tmp_path / "questionnaires" / "pga" / "2.0.0.pt.yaml").is_file()
    assert "An update of the program replaces its folder: keep a copy" in said
    assert "Auditoria" in call("show", "pga", "--language", "pt")
    assert "en fr es ar ru pt" in call("list")
