"""The questionnaire commands as a person meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rich.cells import cell_len
from typer.testing import CliRunner, Result

from audit_engine.cli import app
from questionnaires import load
from tests.bad_definitions import BROKEN, WARNED, expected, staff, untranslated

TESTS = Path(__file__).parent


def run(*arguments: str, width: int = 100) -> Result:
    return CliRunner().invoke(app, ["questionnaire", *arguments], env={"COLUMNS": str(width)})


def words(text: str) -> str:
    """The text without its line breaks and margins."""
    return " ".join(text.split())


def test_list_names_every_version_and_its_hash() -> None:
    result = run("list")
    assert result.exit_code == 0
    first = f"pga 1.0.0 Participatory gender audit en fr es ar ru {load('pga', '1.0.0').sha256[:12]}"
    assert first in words(result.stdout)


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("options", [[], ["--area", "ST1"], ["--item", "ST1-01"]])
def test_a_page_fits_the_screen(width: int, options: list[str]) -> None:
    result = run("show", "pga@1.0.0", *options, width=width)
    assert result.exit_code == 0
    assert max(cell_len(line.rstrip()) for line in result.stdout.splitlines()) <= width


def test_show_lists_every_item_under_its_area() -> None:
    questionnaire = load("pga", "1.0.0").questionnaire
    shown = words(run("show", "pga@1.0.0").stdout)
    assert load("pga", "1.0.0").sha256 in shown
    places = [shown.index(f" {name} ") for area in questionnaire.areas for name in
              (area.id, *(item.id for item in area.items))]  # fmt: skip
    assert places == sorted(places)
    assert all(" ".join(item.text.split()) in shown for item in questionnaire.items.values())


def test_an_area_shows_its_criteria_probes_presets_and_recommendations() -> None:
    questionnaire = load("pga", "1.0.0").questionnaire
    for area in questionnaire.areas:
        shown = words(run("show", "pga@1.0.0", "--area", area.id).stdout)
        texts = [text for item in area.items for text in item.criteria.values()]
        texts += [preset.when for item in area.items for preset in item.na_preset]
        texts += [item.counts_when for item in area.items if item.counts_when]
        texts += [probe for probes in area.probes.values() for probe in probes]
        texts += [text.text for text in questionnaire.recommendations if text.area == area.id]
        assert [text for text in texts if words(text) not in shown] == []


def test_an_item_shows_its_baseline_and_target_with_source() -> None:
    items = load("pga", "1.0.0").questionnaire.items.values()
    item = next(item for item in items if item.target and item.target.value is not None)
    assert item.target is not None
    shown = words(run("show", "pga@1.0.0", "--item", item.id).stdout)
    assert f"Target {item.target.value}, " in shown
    assert words(item.target.source) in shown


def test_a_reversed_item_shows_what_its_answers_give() -> None:
    items = load("pga", "1.0.0").questionnaire.items.values()
    item = next(item for item in items if item.reverse and item.scale == "agree5")
    assert "Strongly disagree (100 points)" in run("show", "pga@1.0.0", "--item", item.id).stdout


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["show", "pgx"], 1, "no questionnaire"),
        (["show", "pga@7.0.0"], 1, "There is 1.0.0"),
        (["show", "pga@1.0.0", "--area", "XX9"], 1, "no area XX9"),
        (["show", "pga@1.0.0", "--item", "st1-01"], 1, "ST1-01"),
        (["show", "pga@1"], 2, "pga@1.0.0"),
        (["check", "nothing.yaml"], 1, "does not exist"),
        (["check", str(TESTS)], 2, "is not a file"),
    ],
)
def test_what_is_not_there_is_said_with_what_there_is(arguments: list[str], code: int, message: str) -> None:
    result = run(*arguments)
    assert result.exit_code == code
    assert message in words(result.stderr)
    assert "Traceback" not in result.stderr


def test_check_says_what_a_sound_file_holds() -> None:
    result = run("check", str(TESTS / "small.yaml"))
    assert result.exit_code == 0
    assert words(result.stdout) == (
        "OK: small 1.2.0, 3 areas in 2 fronts, 16 items (14 scored), 8 scales, 4 recommendations."
    )


@pytest.mark.parametrize("file", BROKEN, ids=lambda file: file.stem)
def test_check_prints_every_problem_and_no_traceback(file: Path) -> None:
    result = run("check", str(file), width=400)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    first = next(line for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("# "))
    place, what = first.removeprefix("# ").split(" ", 1)
    assert f"{file}:{place}: {what[:60]}" in result.stderr


@pytest.mark.parametrize("file", WARNED, ids=lambda file: file.stem)
def test_a_warning_comes_after_the_verdict_and_refuses_nothing(file: Path) -> None:
    if untranslated(file):  # a file of its own says what is translated
        return
    options = ["--staff", str(staff(file))] if staff(file) else []
    result = run("check", str(file), *options)
    verdict, _, *rest = result.stdout.splitlines()
    assert (result.exit_code, result.stderr) == (0, "")
    assert verdict.startswith("OK: warned 1.0.0, ")
    assert rest == [
        "It can be used. An editor would look at 1 place again:",
        *(f"{file}:{line}".replace(" ", ": ", 1) for line in expected(file)),
    ]


def test_strict_makes_a_warning_an_exit_code() -> None:
    assert run("check", str(TESTS / "small.yaml"), "--strict").exit_code == 0
    assert run("check", str(WARNED[0]), "--strict").exit_code == 1
    assert run("check", str(WARNED[0]), "--strict", "--format", "json").exit_code == 1


def test_programs_get_mistakes_and_warnings_with_their_places() -> None:
    file = next(file for file in WARNED if file.stem == "warns_word_for_men_only")
    result = run("check", str(file), "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout) == {
        "file": str(file),
        "id": "warned",
        "version": "1.0.0",
        "mistakes": [],
        "warnings": [
            {
                "rule": "inclusive",
                "file": str(file),
                "line": 33,
                "column": 26,
                "message": "“Chairman” leaves somebody out.",
                "remedy": "Write for example: chair.",
            }
        ],
    }
    broken = TESTS / "bad" / "unknown_key.yaml"
    result = run("check", str(broken), "--format", "json")
    found = json.loads(result.stdout)
    assert (result.exit_code, result.stderr, found["warnings"]) == (2, "", [])
    assert [(each["line"], each["column"]) for each in found["mistakes"]] == [(41, 9), (42, 10)]
    assert run("check", "nothing.yaml", "--format", "json").exit_code == 1


def test_check_refuses_another_content_under_a_published_version(tmp_path: Path) -> None:
    edited = tmp_path / "pga.yaml"
    edited.write_text(load("pga", "1.0.0").text.replace("title: Staffing", "title: Staff"), encoding="utf-8")
    result = run("check", str(edited))
    assert result.exit_code == 2
    assert "pga 1.0.0 was published with another content than this." in result.stderr


def test_markup_in_a_mistake_is_shown_as_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "[red]markup.yaml"
    text = (TESTS / "small.yaml").read_text(encoding="utf-8")
    file.write_text(text.replace("scale: sexcount", 'scale: "[bold]x[/oops]"', 1), encoding="utf-8")
    result = run("check", str(file), width=400)
    assert result.exit_code == 2
    assert "[bold]x[/oops]" in result.stderr
    assert "[red]markup.yaml:" in result.stderr
