"""Forms for phones: what they ask and when, in which languages; pyxform and ODK Validate find no fault."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import pyxform

from exports.xlsform.asking import ROLES
from exports.xlsform.fields import known_fields
from exports.xlsform.form import XlsForm, write_xlsform, xlsform
from exports.xlsform.wording import language_name, words
from questionnaires.definition import Instrument, Questionnaire
from questionnaires.errors import UserError
from questionnaires.library import load, load_file
from questionnaires.routing import Setting
from questionnaires.texts import texts
from questionnaires.translations import languages
from tests.phone import converted
from tests.running import begin, run

VALIDATE = Path(pyxform.__file__).parent / "validators" / "odk_validate" / "bin" / "ODK_Validate.jar"
SMALL = Path(__file__).parent / "small.yaml"
PGA = load("pga", "1.0.0").questionnaire


def made_up(questionnaire: Questionnaire, language: str) -> Mapping[str, str]:
    """A second language: every text in capitals, with what could be markup in it."""
    given = texts(questionnaire)
    if language == questionnaire.language:
        return given
    return {key: f"{text.upper()} <b>&amp; ${{x}}</b>" for key, text in given.items() if "closing" not in key}


def small() -> Questionnaire:
    return load_file(SMALL).questionnaire


def line(form: XlsForm, name: str) -> dict[str, str]:
    return next(row for row in form.survey if row.get("name") == name)


def choices(form: XlsForm, name: str) -> list[str]:
    listed = line(form, name)["type"].removeprefix("select_one ")
    return [row["name"] for row in form.choices if row["list_name"] == listed]


@pytest.mark.parametrize("instrument", list(ROLES))
@pytest.mark.parametrize(
    "form_of",
    [
        lambda instrument: xlsform(PGA, instrument, languages(PGA)),
        lambda instrument: xlsform(small(), instrument, ["en", "eo"], source=made_up),
    ],
    ids=["pga-in-five-languages", "small-in-a-made-up-one"],
)
def test_pyxform_and_odk_validate_find_nothing_to_warn_of(
    tmp_path: Path,
    require_tool: Callable[[str], str],
    form_of: Callable[[Instrument], XlsForm],
    instrument: Instrument,
) -> None:
    java = require_tool("java")
    write_xlsform(form_of(instrument), tmp_path / "form.xlsx")
    xform = tmp_path / "form.xml"
    xform.write_text(converted(tmp_path / "form.xlsx"), encoding="utf-8")
    command = [java, "-Djava.awt.headless=true", "-jar", str(VALIDATE), str(xform)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    said = [row.strip() for row in ran.stdout.splitlines() if row.strip()]
    assert said == [f"Validating: {xform}", ">> Xform parsing completed!", ">> Xform is valid!"]


def test_odk_validate_would_find_a_fault(tmp_path: Path, require_tool: Callable[[str], str]) -> None:
    java, xform = require_tool("java"), tmp_path / "form.xml"
    write_xlsform(xlsform(PGA, "survey"), tmp_path / "form.xlsx")
    spoilt = converted(tmp_path / "form.xlsx").replace("= 'yes'", "= = 'yes'")
    xform.write_text(spoilt, encoding="utf-8")
    command = [java, "-Djava.awt.headless=true", "-jar", str(VALIDATE), str(xform)]
    assert subprocess.run(command, capture_output=True, timeout=120, check=False).returncode != 0


def test_consent_comes_first_and_nothing_is_asked_without_it() -> None:
    form = xlsform(PGA, "survey", filling={"unit": "Port Amara {card}"})
    first = [row for row in form.survey if row["type"] != "calculate"][:3]
    assert [row["name"] for row in first] == ["before_we_begin", "audit_consent", "all_questions"]
    assert "gender audit of Port Amara {card}, agreed" in first[0]["label::English (en)"]
    assert first[1]["required"] == "yes"
    assert first[2]["relevant"] == "${audit_consent} = 'yes'"


def test_a_form_says_of_which_questionnaire_and_instrument_it_is() -> None:
    form = xlsform(PGA, "survey")
    assert line(form, "audit_questionnaire")["calculation"] == "'pga@1.0.0'"
    assert line(form, "audit_instrument")["calculation"] == "'survey'"
    assert form.settings[0]["form_id"] == "pga_survey"
    assert form.settings[0]["default_language"] == "English (en)"


def test_no_form_records_a_time_a_place_a_person_or_a_phone() -> None:
    recorded = {"start", "end", "today", "deviceid", "username", "phonenumber", "email", "audit", "geopoint"}
    for instrument in ROLES:
        assert recorded.isdisjoint(row["type"] for row in xlsform(PGA, instrument).survey)


def test_every_item_takes_its_options_and_its_ways_of_giving_no_answer() -> None:
    assert choices(xlsform(PGA, "survey"), "ST1_07") == [
        *("strongly_disagree", "disagree", "neither", "agree", "strongly_agree", "dk", "na", "pnts")
    ]
    review = choices(xlsform(PGA, "document_review"), "ST2_03")
    assert review == [
        *("missing", "approaching", "meeting", "exceeding"),
        *("na_N1", "na_N2", "na_N3", "na_N4", "na_N5", "nf", "ng"),
    ]


def test_nothing_but_consent_is_required() -> None:
    required = [row["name"] for row in xlsform(PGA, "survey").survey if "required" in row]
    assert required == ["audit_consent"]


def test_a_skip_rule_becomes_a_condition() -> None:
    form = xlsform(small(), "document_review")
    assert line(form, "WO1_02")["relevant"] == "${WO1_01} = 'partly' or ${WO1_01} = 'yes'"


def test_an_interview_asks_what_the_role_is_asked() -> None:
    form = xlsform(small(), "interview")
    assert choices(form, "audit_role") == ["director", "hr_officer", "focal_point", "staff", "partner"]
    assert line(form, "WO1_04")["relevant"] == "${audit_role} = 'partner'"


def test_numbers_have_bounds_and_a_code_takes_their_place() -> None:
    form = xlsform(PGA, "staff_data")
    part, whole = line(form, "ST1_04_part"), line(form, "ST1_04_whole")
    assert part["constraint"] == ". >= 0 and . <= 999999999"
    assert whole["constraint"] == "(. >= 0 and . <= 999999999) and (. >= ${ST1_04_part})"
    assert whole["required"] == "${ST1_04_part} != ''"
    assert part["relevant"] == whole["relevant"] == "${ST1_04_why} = ''"
    assert choices(form, "ST1_04_why") == ["na_N1", "na_N2", "na_N3", "na_N4", "na_N5", "ng"]


def test_the_criteria_of_an_item_stand_in_its_hint() -> None:
    hint = line(xlsform(small(), "document_review"), "PE2_01")["hint::English (en)"]
    assert hint.splitlines()[:2] == ["Which level does the evidence reach?", "Missing: no procedure"]


def test_a_small_unit_is_not_asked_who_a_person_is() -> None:
    large, little = xlsform(PGA, "survey"), xlsform(PGA, "survey", setting=Setting(invited=12))
    asked = [{row.get("name") for row in form.survey} for form in (large, little)]
    assert {"gender", "category", "supervises", "ST3_06"} <= asked[0]
    assert not {"gender", "category", "supervises", "ST3_06"} & asked[1]


def test_every_text_stands_in_every_language_and_what_is_not_translated_in_the_original() -> None:
    form = xlsform(small(), "survey", ["eo", "en"], source=made_up)
    asked = line(form, "PE1_04")
    assert asked["label::eo (eo)"].startswith("WOMEN AND MEN HAVE THE SAME CHANCE")
    assert asked["label::English (en)"].startswith("Women and men have the same chance")
    assert form.settings[0]["default_language"] == "eo (eo)"
    for row in form.survey:
        texts_of = {name.split("::")[0] for name in row if "::" in name}
        assert all({f"{what}::eo (eo)", f"{what}::English (en)"} <= row.keys() for what in texts_of)
    assert "${x}" not in str(form)


def keys(value: object, path: str = "") -> set[str]:
    if not isinstance(value, dict):
        return {path}
    return set().union(*(keys(part, f"{path}.{name}") for name, part in value.items()))


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru"])
def test_the_words_of_a_form_are_all_there_in_each_language(language: str) -> None:
    assert keys(words(language)) == keys(words("en"))
    assert "{this}" in words(language)["not_applicable"]
    assert language_name(language) == f"{words(language)['name']} ({language})"


def test_the_shipped_questionnaire_is_asked_in_its_five_languages() -> None:
    assert languages(PGA) == ("en", "fr", "es", "ar", "ru")
    asked = line(xlsform(PGA, "survey", languages(PGA)), "ST1_07")
    labels = {asked[f"label::{language_name(language)}"] for language in languages(PGA)}
    assert len(labels) == 5


def test_the_same_form_is_the_same_file_and_another_form_has_another_version(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_xlsform(xlsform(PGA, "interview"), tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    versions = {
        xlsform(PGA, "survey").settings[0]["version"],
        xlsform(PGA, "survey", filling={"unit": "x"}).settings[0]["version"],
    }
    assert len(versions) == 2


def test_ids_that_a_phone_could_not_tell_apart_are_refused(tmp_path: Path) -> None:
    twins = tmp_path / "twins.yaml"
    twins.write_text(SMALL.read_text(encoding="utf-8").replace("id: PE1-06", "id: PE10-4"), encoding="utf-8")
    with pytest.raises(UserError, match="The ids PE1-04 and PE10-4 are the same"):
        known_fields(load_file(twins).questionnaire)


def test_the_command_writes_a_form_for_an_audit(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit", staff="professional=6/6")
    ran = run("questionnaire", "xlsform", "pga@1.0.0", tmp_path / "f.xlsx", "--audit", audit)
    assert (ran.code, ran.said) == (
        0,
        "f.xlsx is written: Participatory gender audit: Survey, in en, fr, es, ar, ru.",
    )
    assert "gender" not in [row.get("name") for row in xlsform(PGA, "survey", setting=Setting(12)).survey]
    again = run("questionnaire", "xlsform", "pga@1.0.0", tmp_path / "f.xlsx", "--audit", audit)
    assert (again.code, "exists already. Add --force" in again.said) == (1, True)


def test_a_form_of_another_version_than_the_audits_is_refused(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit")
    ran = run("questionnaire", "xlsform", "pga@1.1.0", tmp_path / "f.xlsx", "--audit", audit)
    assert (ran.code, "runs on pga@1.0.0, and the form would not fit." in ran.said) == (2, True)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--instrument", "workshop"), "A workshop is counted by its groups, at the keyboard."),
        (
            ("--instrument", "telepathy"),
            "The instruments are survey, interview, staff_data or document_review.",
        ),
        (("--language", "tlh"), "pga is not translated into 'tlh'."),
    ],
)
def test_what_the_command_cannot_make_is_said(tmp_path: Path, options: tuple[str, ...], message: str) -> None:
    ran = run("questionnaire", "xlsform", "pga@1.0.0", tmp_path / "f.xlsx", *options)
    assert (ran.code, message in ran.said) == (2, True), ran.said


def test_there_is_no_survey_form_for_a_unit_without_a_survey(tmp_path: Path) -> None:
    audit = begin(tmp_path / "a.audit", staff="professional=3/3")
    ran = run("questionnaire", "xlsform", "pga@1.0.0", tmp_path / "f.xlsx", "--audit", audit)
    assert (ran.code, "There is no survey under 8 staff." in ran.said) == (1, True)
