"""Answers collected in other tools: read, or refused with place and remedy, and never counted twice."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pexpect
import pytest
from openpyxl import Workbook

from audit_engine.auditfile import AuditFile
from audit_engine.store import submissions, survey
from exports.xlsform.fields import field_name
from exports.xlsform.form import write_xlsform, xlsform
from questionnaires.definition import Instrument
from questionnaires.library import load
from questionnaires.routing import Setting, items_for
from tests.phone import Phone, as_csv, central, converted, kobo
from tests.running import begin, ratings, run, survey_answered

PGA = load("pga", "1.0.0").questionnaire
SETTING = Setting(28, {"professional": (14, 14)})
SURVEY = items_for(PGA, SETTING, "survey", "staff")
AGREE = PGA.items["ST1-07"]
LABELS = {option.id: option.label for scale in PGA.scales for option in scale.options}
_MADE: dict[str, str] = {}


@pytest.fixture
def audit(tmp_path: Path) -> Path:
    return begin(tmp_path / "a.audit")


def phone(instrument: Instrument, folder: Path) -> Phone:
    """A phone with the form of a unit of 28 staff."""
    if instrument not in _MADE:
        write_xlsform(xlsform(PGA, instrument, setting=SETTING), folder / f"{instrument}-form.xlsx")
        _MADE[instrument] = converted(folder / f"{instrument}-form.xlsx")
    return Phone(_MADE[instrument])


def form(folder: Path, number: int, **answers: str) -> dict[str, str]:
    """A survey form that was sent from a phone."""
    held = phone("survey", folder)
    held.answer("audit_consent", "yes")
    for name, value in (answers or {"gender": "woman", "ST1_07": "agree"}).items():
        held.answer(name, value)
    return held.sent(uuid(number))


def uuid(number: int) -> str:
    return f"3f0c6b1e-0000-4000-8000-{number:012d}"


def written(path: Path, rows: list[dict[str, Any]], delimiter: str = ",") -> Path:
    """Rows as a file: a workbook or CSV by the name's ending."""
    if path.suffix == ".csv":
        path.write_text(as_csv(rows, delimiter), encoding="utf-8")
        return path
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(list(rows[0]))
    for row in rows:
        sheet.append(list(row.values()))
    book.save(path)
    return path


def counted(path: Path) -> tuple[int, int]:
    """(named submissions, survey forms) of an audit."""
    with AuditFile(path) as opened, opened.reading() as connection:
        return len(submissions.submissions(connection)), survey.forms(connection)


def answered(path: Path) -> dict[str, int]:
    with AuditFile(path) as opened, opened.reading() as connection:
        return survey_answered(connection)


def options(place: int, person: int) -> str:
    """What a made-up person answers to the item at this place; every seventh leaves something out."""
    item = SURVEY[place]
    taken = [option.id for option in PGA.scale_of(item).options] + ["dk", "na", "pnts"]
    return "" if (place + person) % 7 == 0 else taken[(place * 3 + person * 5) % len(taken)]


PEOPLE = 12


def on_phones(folder: Path) -> list[dict[str, str]]:
    """Twelve people fill in the whole survey on phones."""
    sent = []
    for person in range(PEOPLE):
        held = phone("survey", folder)
        held.answer("audit_consent", "yes")
        held.answer("gender", "woman" if person % 2 else "man")
        for place, item in enumerate(SURVEY):
            if value := options(place, person):
                held.answer(field_name(item.id), value)
        held.answer("practice", f'Practice {person}, "quoted"\nand on two lines')
        sent.append(held.sent(uuid(person)))
    return sent


def at_the_keyboard() -> str:
    """The same twelve people at the prompt."""
    typed = []
    for person in range(PEOPLE):
        typed += ["", "y", "woman" if person % 2 else "man"]
        typed += [options(place, person) or "s" for place in range(len(SURVEY))]
        typed += [f'Practice {person}, "quoted" and on two lines', "/s", "/s", "send"]
    return "\n".join([*typed, "stop", ""])


@pytest.mark.parametrize(
    "name", ["kobo.csv", "kobo.xlsx", "central.csv", "kobo-flat.csv", "central-flat.csv"]
)
def test_forms_filled_in_on_phones_rate_as_the_same_answers_typed_at_the_prompt(
    tmp_path: Path, audit: Path, name: str
) -> None:
    export = kobo if name.startswith("kobo") else central
    file = written(tmp_path / name, export(on_phones(tmp_path), groups="flat" not in name))
    ran = run("import", audit, file)
    assert (ran.code, counted(audit)) == (0, (0, PEOPLE)), ran.said
    prompt = begin(tmp_path / "b.audit")
    assert run("survey", prompt, typed=at_the_keyboard()).code == 0
    assert counted(prompt) == (0, PEOPLE)
    assert answered(audit) == answered(prompt)
    first, second = ratings(audit), ratings(prompt)
    assert first["areas"] == second["areas"]
    assert first["items"] == second["items"]
    with AuditFile(audit) as opened, opened.reading() as connection:
        assert ("practice", 'Practice 3, "quoted"\nand on two lines') in survey.words(connection)


def test_figures_documents_and_interviews_come_in_as_they_are_typed(tmp_path: Path, audit: Path) -> None:
    figures = phone("staff_data", tmp_path)
    for name, value in {
        "ST1_01_women": "12",
        "ST1_01_men": "18",
        "ST1_04_why": "na_N1",
        "ST1_05_part": "3",
        "ST1_05_whole": "8",
        "ST1_05_paper": "Payroll",
        "ST2_01_women": "3",
        "ST2_01_of_women": "10",
        "ST2_01_men": "5",
        "ST2_01_of_men": "14",
    }.items():
        figures.answer(name, value)
    review = phone("document_review", tmp_path)
    review.answer("ST2_03", "meeting")
    review.answer("ST2_03_paper", "Guide, page 3")
    talk = phone("interview", tmp_path)
    for name, value in {
        "audit_consent": "yes",
        "audit_role": "director",
        "gender": "woman",
        "SU1_03": "largely",
        "ST1_good_practice": "Panels are mixed.",
    }.items():
        talk.answer(name, value)
    for number, held in enumerate((figures, review, talk)):
        ran = run("import", audit, written(tmp_path / f"{number}.csv", kobo([held.sent(uuid(number))])))
        assert ran.code == 0, ran.said
    with AuditFile(audit) as opened, opened.reading() as connection:
        stored = [submissions.answers(connection, uuid(number)) for number in range(3)]
    assert {name: answer.value for name, answer in stored[0].items()} == {
        "ST1-01": "women=12 men=18",
        "ST1-04": "na N1",
        "ST1-05": "3/8",
        "ST2-01": "women=3/10 men=5/14",
    }
    assert stored[0]["ST1-05"].evidence == "Payroll"
    assert (stored[1]["ST2-03"].value, stored[1]["ST2-03"].evidence) == ("meeting", "Guide, page 3")
    assert {name: answer.value for name, answer in stored[2].items()} == {
        "SU1-03": "largely",
        "ST1-good-practice": "Panels are mixed.",
    }


def test_who_did_not_agree_is_left_out_and_told(tmp_path: Path, audit: Path) -> None:
    refused = phone("survey", tmp_path)
    refused.answer("audit_consent", "no")
    file = written(tmp_path / "k.csv", kobo([refused.sent(uuid(1)), form(tmp_path, 2)]))
    ran = run("import", audit, file)
    assert (ran.code, counted(audit)) == (0, (0, 1))
    assert "1 submission(s) were not agreed to; nothing of them is kept." in ran.said


def test_what_was_rejected_on_the_server_is_left_out(tmp_path: Path, audit: Path) -> None:
    rows = central([form(tmp_path, 1), form(tmp_path, 2)])
    rows[0]["ReviewState"] = "rejected"
    ran = run("import", audit, written(tmp_path / "c.csv", rows))
    assert (ran.code, counted(audit)) == (0, (0, 1))
    assert "1 submission(s) were rejected on the server." in ran.said


def test_the_same_file_twice_and_the_same_submission_twice_count_once(tmp_path: Path, audit: Path) -> None:
    rows = kobo([form(tmp_path, 1), form(tmp_path, 1), form(tmp_path, 2)])
    file = written(tmp_path / "k.csv", rows)
    first = run("import", audit, file)
    assert (first.code, counted(audit)) == (0, (0, 2))
    assert "1 submission(s) stand in the file twice; each counts once." in first.said
    assert "imported before; nothing to do." in run("import", audit, file).said
    more = written(tmp_path / "more.csv", kobo([form(tmp_path, 2), form(tmp_path, 3)]))
    refused = run("import", audit, more)
    assert (refused.code, "Import the others with --new-only" in refused.said) == (2, True)
    assert run("import", audit, more, "--new-only").code == 0
    assert counted(audit) == (0, 3)


def test_the_same_forms_from_csv_and_workbook_count_once(tmp_path: Path, audit: Path) -> None:
    rows = kobo([form(tmp_path, 1)])
    assert run("import", audit, written(tmp_path / "k.csv", rows)).code == 0
    assert run("import", audit, written(tmp_path / "k.xlsx", rows), "--new-only").code == 0
    assert counted(audit) == (0, 1)


def test_no_id_time_or_order_of_a_survey_form_is_kept(tmp_path: Path, audit: Path) -> None:
    rows = kobo([form(tmp_path, number) for number in range(3)])
    run("import", audit, written(tmp_path / "k.csv", rows))
    content = audit.read_bytes()
    assert [trace for trace in (uuid(1), uuid(2), "2026-11-21T10:00:00") if trace.encode() in content] == []


def spoilt(rows: list[dict[str, Any]], **changes: str) -> list[dict[str, Any]]:
    """Rows with other texts in the cells of the last one; headings by their last name."""
    names = {name.rsplit("/", 1)[-1]: name for name in rows[0]}
    return [*rows[:-1], rows[-1] | {names[name]: value for name, value in changes.items()}]


def renamed(rows: list[dict[str, Any]], old: str, new: str) -> list[dict[str, Any]]:
    """Rows with another heading; None of the columns where `new` is empty."""
    named = {name: new if name.rsplit("/", 1)[-1] == old else name for name in rows[0]}
    return [{named[name]: value for name, value in row.items() if named[name]} for row in rows]


def labelled(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return renamed(rows, "ST1_07", PGA.items["ST1-07"].text)


BAD_PHONES = {
    "labels": (labelled, "the headings are no names of a form of ours", "'XML values and headers'"),
    "no form": (
        lambda rows: renamed(rows, "audit_questionnaire", ""),
        "the headings are no names of a form of ours",
        "Download again with the names of the questions",
    ),
    "unknown column": (
        lambda rows: renamed(rows, "ST1_07", "favourite_colour"),
        "'favourite_colour' is no question of pga.",
        "take the column out of the file",
    ),
    "another version": (
        lambda rows: spoilt(rows, audit_questionnaire="pga@9.0.0"),
        "row 3: was filled in on 'pga@9.0.0'; this audit runs on pga@1.0.0.",
        "Import it into the audit that runs on it.",
    ),
    "no consent": (
        lambda rows: spoilt(rows, audit_consent=""),
        "row 3: does not say whether the person agreed",
        "what was not agreed to is not read",
    ),
    "no such option": (
        lambda rows: spoilt(rows, ST1_07="totally"),
        "ST1_07, row 3: 'totally' is not an answer of this item.",
        "Write strongly_disagree",
    ),
    "no such gender": (
        lambda rows: spoilt(rows, gender="lady"),
        "row 3: 'lady' is no known gender.",
        "It is one of woman",
    ),
    "two of one id": (
        lambda rows: spoilt(spoilt(rows, ST1_07="disagree"), _uuid=uuid(1), instanceID=f"uuid:{uuid(1)}"),
        "stands in row 2 too, with other answers.",
        "Keep the one that is right.",
    ),
    "twice a column": (
        lambda rows: [{**row, "ST1_07": "agree"} for row in rows],
        "and 'ST1_07' are the same question.",
        "Take one of them out of the file.",
    ),
    "no id": (
        lambda rows: spoilt(rows, _uuid="", instanceID=""),
        "row 3: has no id of its submission.",
        "Export the column _uuid or KEY too.",
    ),
}


@pytest.mark.parametrize("name", list(BAD_PHONES))
def test_a_bad_export_of_phones_is_refused_whole_with_place_and_remedy(
    tmp_path: Path, audit: Path, name: str
) -> None:
    spoil, message, remedy = BAD_PHONES[name]
    file = written(tmp_path / "k.csv", spoil(kobo([form(tmp_path, 1), form(tmp_path, 2)])))
    ran = run("import", audit, file)
    assert (ran.code, counted(audit)) == (2, (0, 0)), ran.said
    assert message in ran.said
    assert remedy in ran.said


def test_a_form_of_a_newer_version_with_new_questions_is_told_as_such(tmp_path: Path, audit: Path) -> None:
    newer = [
        row | {"ST1_99": "agree"}
        for row in spoilt(kobo([form(tmp_path, 1)]), audit_questionnaire="pga@9.0.0")
    ]
    ran = run("import", audit, written(tmp_path / "k.csv", newer))
    assert (ran.code, "row 2: was filled in on 'pga@9.0.0'; this audit runs on" in ran.said) == (2, True)


def test_a_part_of_a_figure_a_figure_with_a_code_and_a_paper_alone_are_named(
    tmp_path: Path, audit: Path
) -> None:
    figures = phone("staff_data", tmp_path)
    figures.answer("ST1_01_women", "12")
    figures.answer("ST1_01_men", "18")
    rows = kobo([figures.sent(uuid(1))])
    changed = spoilt(rows, ST1_01_men="", ST1_04_part="3", ST1_04_why="ng", ST1_05_paper="Payroll")
    ran = run("import", audit, written(tmp_path / "k.csv", changed))
    assert ran.code == 2
    for message in (
        "row 2: is only a part of the figure; missing: men.",
        "row 2: holds a figure and the reason why there is none.",
        "row 2: names a paper, but there is no answer.",
    ):
        assert message in ran.said


def test_a_formula_in_a_workbook_and_an_archive_are_refused(tmp_path: Path, audit: Path) -> None:
    rows = spoilt(kobo([form(tmp_path, 1)]), ST1_07='=CONCATENATE("ag","ree")')
    ran = run("import", audit, written(tmp_path / "k.xlsx", rows))
    assert (ran.code, "row 2: holds a formula" in ran.said) == (2, True), ran.said
    archive = tmp_path / "pga_survey.csv.zip"
    archive.write_bytes(b"PK\x03\x04")
    assert "Unpack it and import the CSV file" in run("import", audit, archive).said


def lime(number: int, **answers: str) -> dict[str, str]:
    """A row as LimeSurvey exports it with question codes and answer codes."""
    head = {
        "id": str(number),
        "submitdate": "1980-01-01 00:00:00",
        "lastpage": "3",
        "startlanguage": "fr",
        "seed": str(90_000_000 + number),
        "consent": "Y",
        "gender": "A1",
    }
    given = {"G1[ST107]": "A4", "ST108": "AO02", "IA305": "dk", "practice": "Mixed panels; always"}
    return {**head, **given, **answers}


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_limesurvey_is_read_by_the_places_of_its_answer_codes(
    tmp_path: Path, audit: Path, delimiter: str
) -> None:
    rows = [lime(1), lime(2, submitdate=""), lime(3, consent="N"), lime(4, ST108="", gender="")]
    ran = run("import", audit, written(tmp_path / "l.csv", rows, delimiter))
    assert (ran.code, counted(audit)) == (0, (0, 2)), ran.said
    assert answered(audit) == {"ST1-07": 2, "ST1-08": 1, "IA3-05": 2}
    assert "1 submission(s) were never sent (no submitdate)." in ran.said
    assert "1 submission(s) were not agreed to" in ran.said
    with AuditFile(audit) as opened, opened.reading() as connection:
        assert ("practice", "Mixed panels; always") in survey.words(connection)


@pytest.mark.parametrize(
    ("change", "message", "remedy"),
    [
        ({"ST108": "A9"}, "ST108, row 2: 'A9' is not an answer of this item.", "Write strongly_disagree"),
        ({"ST108": "-oth-"}, "ST108, row 2: '-oth-' is not an answer", "Write strongly_disagree"),
        ({"ST199": "A1"}, "'ST199' is the code of no item of pga.", "for example ST107 for ST1-07"),
        ({"seed": ""}, "row 2: has no id or no seed.", "'Question code'"),
    ],
)
def test_a_bad_export_of_limesurvey_is_refused(
    tmp_path: Path, audit: Path, change: dict[str, str], message: str, remedy: str
) -> None:
    ran = run("import", audit, written(tmp_path / "l.csv", [lime(1, **change)]))
    assert (ran.code, counted(audit)) == (2, (0, 0))
    assert message in ran.said
    assert remedy in ran.said


def test_limesurvey_with_texts_as_headings_is_refused_with_what_to_choose(
    tmp_path: Path, audit: Path
) -> None:
    row = {"Response ID": "1", "Date submitted": "x", "Last page": "3", "Start language": "en", "Seed": "5"}
    ran = run("import", audit, written(tmp_path / "l.csv", [row]))
    assert (ran.code, "there is no column id." in ran.said) == (2, True)
    assert "the headings 'Question code' and the responses 'Answer codes'" in ran.said


def test_limesurvey_that_knows_who_answered_is_told(tmp_path: Path, audit: Path) -> None:
    ran = run("import", audit, written(tmp_path / "l.csv", [lime(1, token="abc", ipaddr="")]))
    assert (ran.code, "the column token tells who answered; it is not read." in ran.said) == (0, True)
    assert "ipaddr" not in ran.said


def microsoft(number: int, **answers: str) -> dict[str, str]:
    """A row as Microsoft Forms exports it."""
    return {
        "Id": str(number),
        "Start time": "11/20/26 10:00:00",
        "Completion time": "11/20/26 10:09:00",
        "Email": "anonymous",
        "Name": "",
        "Are you": "a woman",
        PGA.items["ST1-07"].text: "Strongly agree",
        f"2. {PGA.items['ST1-08'].text}": "Disagree",
        PGA.items["IA3-05"].text: "I prefer not to say",
        "Anything else?": "No",
        **answers,
    }


def google(time: str, answer: str = "Agree") -> dict[str, str]:
    """A row as Google Forms exports it; the rows of a grid share a beginning."""
    grid = "How far do you agree? [{}]"
    names = [grid.format(PGA.items[item].text) for item in ("ST1-07", "ST1-08", "ST2-05")]
    return {"Timestamp": time, **dict.fromkeys(names, answer)}


def confirmed(audit: Path, file: Path) -> Path:
    """The proposal of a first run, as a person leaves it."""
    ran = run("import", audit, file)
    assert ran.code == 1, ran.said
    return next(file.parent.glob("mapping-*.json"))


def test_in_a_script_the_mapping_is_proposed_written_and_not_used_unseen(tmp_path: Path, audit: Path) -> None:
    file = written(tmp_path / "m.csv", [microsoft(1), microsoft(2)])
    ran = run("import", audit, file)
    assert (ran.code, counted(audit)) == (1, (0, 0))
    assert "nobody is here to confirm one. The proposal is written to mapping-" in ran.said
    mapping = next(tmp_path.glob("mapping-*.json"))
    columns = json.loads(mapping.read_text(encoding="utf-8"))["columns"]
    assert [columns[name] for name in microsoft(1)] == [
        *(None, None, None, None, None),
        *("gender", "ST1-07", "ST1-08", "IA3-05", None),
    ]
    assert run("import", audit, file).code == 1
    taken = run("import", audit, file, "--mapping", mapping)
    assert (taken.code, answered(audit)) == (0, {"ST1-07": 2, "ST1-08": 2, "IA3-05": 2}), taken.said
    assert run("import", audit, file, "--mapping", mapping).out.endswith("nothing to do.\n")


def test_at_the_keyboard_the_mapping_is_shown_confirmed_and_kept(tmp_path: Path, audit: Path) -> None:
    file = written(tmp_path / "m.csv", [microsoft(1)])
    program = ["-c", "from audit_engine.cli import main; main()", "import", str(audit), str(file)]
    child: Any = pexpect.spawn(sys.executable, program, encoding="utf-8", timeout=60)
    child.expect_exact("Is every column what stands beside it?")
    assert "ST1-07" in child.before
    child.sendline("y")
    child.expect(pexpect.EOF)
    assert "The mapping is kept in mapping-" in child.before
    assert counted(audit) == (0, 1)
    more = written(tmp_path / "more.csv", [microsoft(1), microsoft(2)])
    assert run("import", audit, more, "--new-only").code == 0
    assert counted(audit) == (0, 2)


def test_google_forms_with_grids_and_two_people_in_one_second(tmp_path: Path, audit: Path) -> None:
    rows = [
        google("2026/11/20 10:00:00"),
        google("2026/11/20 10:00:00", "Disagree"),
        google("2026/11/20 11:00:00"),
    ]
    file = written(tmp_path / "g.csv", rows)
    assert run("import", audit, file, "--mapping", confirmed(audit, file)).code == 0
    assert counted(audit) == (0, 3)
    later = written(tmp_path / "later.csv", [*rows, google("2026/11/20 12:00:00")])
    mapping = next(tmp_path.glob("mapping-*.json"))
    assert run("import", audit, later, "--mapping", mapping, "--new-only").code == 0
    assert counted(audit) == (0, 4)


def test_a_new_mapping_of_a_form_imported_before_is_refused(tmp_path: Path, audit: Path) -> None:
    file = written(tmp_path / "m.csv", [microsoft(1)])
    assert run("import", audit, file, "--mapping", confirmed(audit, file)).code == 0
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    more = written(folder / "m.csv", [microsoft(1), microsoft(2)])
    ran = run("import", audit, more, "--mapping", confirmed(begin(tmp_path / "b.audit"), more))
    assert (ran.code, counted(audit)) == (2, (0, 1))
    assert "answers of this form were imported with another mapping." in ran.said


def test_a_label_that_is_no_answer_and_a_column_that_is_new_are_named(tmp_path: Path, audit: Path) -> None:
    file = written(tmp_path / "m.csv", [microsoft(1, **{PGA.items["ST1-07"].text: "Sort of"})])
    mapping = confirmed(audit, file)
    ran = run("import", audit, file, "--mapping", mapping)
    assert (
        ran.code,
        "row 2: 'Sort of' is no answer. Answers to ST1-07 are: strongly_disagree" in ran.said,
    ) == (
        2,
        True,
    )
    wider = written(tmp_path / "w.csv", [microsoft(1, **{"New question": "x"})])
    ran = run("import", audit, wider, "--mapping", mapping)
    assert (ran.code, "the column 'New question' of the export is not in it." in ran.said) == (2, True)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "is no JSON file. Delete it: a new one is proposed."),
        ("[]", "is no mapping. Delete it and import again: one is proposed."),
        ('{"what": "audit-engine mapping", "columns": {"a": 1}}', "is no mapping."),
        (
            '{"what": "audit-engine mapping", "questionnaire": "pga@0.1.0", "confirmed": true, "key": "k", '
            '"columns": {}}',
            "maps to pga@0.1.0; not to pga@1.0.0.",
        ),
    ],
)
def test_a_mapping_that_is_none_is_refused(tmp_path: Path, audit: Path, content: str, message: str) -> None:
    mapping = tmp_path / "bad.json"
    mapping.write_text(content, encoding="utf-8")
    ran = run("import", audit, written(tmp_path / "m.csv", [microsoft(1)]), "--mapping", mapping)
    assert (ran.code, message in ran.said) == (2, True), ran.said


def test_a_form_that_asked_for_names_is_told_and_they_are_not_kept(tmp_path: Path, audit: Path) -> None:
    file = written(tmp_path / "m.csv", [microsoft(1, Email="canary@example.org")])
    ran = run("import", audit, file, "--mapping", confirmed(audit, file))
    assert (ran.code, "the column 'Email' tells who answered; it is not read." in ran.said) == (0, True)
    assert b"canary" not in audit.read_bytes()
