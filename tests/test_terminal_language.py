"""The language in which commands speak to the team, and what does not follow it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from audit_engine.terminal_language import SETTING, terminal_language
from audit_engine.terminal_table import table
from audit_engine.visual_order import in_visual_order
from questionnaires.catalogue import speaking, spoken, tr
from questionnaires.errors import ExitCode
from questionnaires.languages import LANGUAGES
from tests.running import begin, run

SYSTEM = ("LC_ALL", "LC_MESSAGES", "LANG")
NOTHING = "Nothing is unfinished. One that is closed can be opened again with --resume and its id."
EXAMPLE = Path(__file__).parent.parent / "docs" / "example-answers.csv"


def of(monkeypatch: pytest.MonkeyPatch, **variables: str) -> str:
    """The language where only these variables are set."""
    for name in (SETTING, *SYSTEM):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return terminal_language()


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "en"),
        ({"LANG": "fr_CA.UTF-8"}, "fr"),
        ({"LANG": "es"}, "es"),
        ({"LANG": "ru_RU@euro"}, "ru"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "fr", "LC_MESSAGES": "ar_EG"}, "ar"),
        ({"LANG": "fr", "LC_MESSAGES": "ar_EG", "LC_ALL": "es_ES"}, "es"),
        ({"LANG": "fr", "LC_ALL": ""}, "fr"),
        ({"LANG": "fr", "LC_ALL": "C"}, "en"),
        ({"LANG": "fr", SETTING: "ru"}, "ru"),
        ({"LANG": "fr", SETTING: " EN "}, "en"),
        ({"LANG": "fr", SETTING: ""}, "fr"),
    ],
)
def test_the_setting_goes_before_the_language_of_the_system(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], language: str
) -> None:
    assert of(monkeypatch, **variables) == language


@pytest.mark.parametrize("wanted", ["de", "fr_FR", "french"])
def test_another_setting_is_refused_with_the_five_languages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wanted: str
) -> None:
    monkeypatch.setenv(SETTING, wanted)
    ran = run("status", tmp_path / "a.audit")
    assert ran.code == ExitCode.BAD_INPUT
    assert f"{SETTING}: there are no texts in '{wanted}'. It is one of en, fr, es, ar, ru." in ran.said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_command_speaks_the_language_and_leaves_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    audit = begin(tmp_path / "a.audit")
    monkeypatch.setenv(SETTING, language)
    ran = run("interview", audit, "--list")
    assert spoken() == "en"
    with speaking(language):
        assert " ".join(tr(NOTHING).split()) in ran.said


def test_people_are_asked_in_the_language_of_the_audit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    audit = begin(tmp_path / "a.audit", "--language", "fr")
    monkeypatch.setenv(SETTING, "es")
    ran = run("interview", audit, "--role", "staff", typed="n\n")
    with speaking("fr"):
        assert tr("Read this out to the person") in ran.out
    with speaking("es"):
        assert tr("Nothing was kept. Thank the person; nobody is told who did not take part.") in ran.said


@pytest.mark.parametrize(
    "words",
    [("score",), ("explain",), ("review", "--compare")],
    ids=lambda words: words[0],
)
def test_what_programs_read_is_english_everywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    audit = begin(tmp_path / "a.audit")
    run("import", audit, EXAMPLE)
    command = (words[0], audit, *words[1:], "--format", "json")
    wanted = run(*command)
    monkeypatch.setenv(SETTING, "ru")
    assert (wanted.code, run(*command).out) == (0, wanted.out)


def test_what_is_written_for_the_unit_is_the_same_in_every_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    audit = begin(tmp_path / "a.audit")
    run("import", audit, EXAMPLE)
    made = {}
    for language in ("en", "ar"):
        monkeypatch.setenv(SETTING, language)
        folder, workbook = tmp_path / language, tmp_path / f"{language}.xlsx"
        assert run("export", audit, folder).code == run("report", audit, workbook).code == 0
        files = [workbook, *sorted(folder.iterdir())]
        made[language] = [file.read_bytes() for file in files]
    assert made["en"] == made["ar"]


def test_the_program_starts_as_a_module_too() -> None:
    root = Path(__file__).parent.parent
    command = [sys.executable, "-m", "audit_engine", "--version"]
    told = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    assert told.stdout.startswith("audit-engine ")


def test_a_table_from_the_right_begins_every_line_at_the_right(capsys: pytest.CaptureFixture[str]) -> None:
    with speaking("ar"):
        table(("البند", "الدرجة"), [("ST1", "62.5"), ("الإجمالي", "7")], right=(1,))
    lines = capsys.readouterr().out.splitlines()
    assert [line[0] for line in lines] == ["\u200f"] * 3
    assert len({len(line.translate({0x200E: None, 0x200F: None})) for line in lines}) == 1
    table(("Item", "Score"), [("ST1", "62.5")])
    assert "\u200f" not in capsys.readouterr().out


def test_a_line_from_the_right_is_mirrored_where_the_program_puts_it_in_order() -> None:
    marked = "\u200f\u200eST1\u200e\u200f   \u200e-62.5\u200e\u200f\n"
    assert in_visual_order(marked) == "-62.5   ST1\n"
    assert in_visual_order("ST1   62.5\n") == "ST1   62.5\n"
