"""Texts in other languages: whole, made from the English that stands now, and keeping what must stay."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest

from questionnaires.library import available, load
from questionnaires.texts import texts
from questionnaires.translation_file import Translation, written
from questionnaires.translations import in_language, languages, mark, shelf_beside, unlike, wording
from tests.own_questionnaire import own, questionnaire_of, translate

OTHERS = ("fr", "es", "ar", "ru")
VERSIONS = [(name, version) for name, version in available() if name == "pga"]
DIGITS = re.compile(r"\d+")


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize(("name", "version"), VERSIONS)
def test_every_text_of_pga_is_there_in_every_language_and_of_the_english_that_stands(
    name: str, version: str, language: str
) -> None:
    questionnaire = load(name, version).questionnaire
    found = wording(questionnaire, language)
    assert (found.missing, found.outdated) == ((), ())
    assert languages(questionnaire) == ("en", *OTHERS)


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize(("name", "version"), VERSIONS)
def test_placeholders_and_the_months_of_a_question_stay(name: str, version: str, language: str) -> None:
    english = texts(load(name, version).questionnaire)
    for key, text in wording(load(name, version).questionnaire, language).texts.items():
        assert list(unlike(english[key], text)) == [], key
        if key.startswith("items.") and key.endswith(".text"):
            assert sorted(DIGITS.findall(text)) == sorted(DIGITS.findall(english[key])), key


@pytest.mark.parametrize("language", OTHERS)
def test_points_ids_and_order_are_those_of_the_english(language: str) -> None:
    questionnaire = load("pga", "1.0.0").questionnaire
    other = in_language(questionnaire, language)
    assert list(other.items) == list(questionnaire.items)
    assert [[(one.id, one.points) for one in scale.options] for scale in other.scales] == [
        [(one.id, one.points) for one in scale.options] for scale in questionnaire.scales
    ]
    assert other.rules == questionnaire.rules
    assert other.scale["agree5"].options[0].points == Fraction(0)
    assert other.items["ST1-07"].text != questionnaire.items["ST1-07"].text


@pytest.mark.parametrize("language", OTHERS)
def test_no_two_options_of_a_scale_read_alike(language: str) -> None:
    for scale in in_language(load("pga", "1.0.0").questionnaire, language).scales:
        labels = [option.label for option in scale.options]
        assert len(set(labels)) == len(labels), scale.id


def test_texts_that_nobody_at_home_in_the_language_has_read_say_so() -> None:
    assert {wording(load("pga", "1.0.0").questionnaire, language).read_by for language in OTHERS} == {None}


def test_a_language_without_a_file_is_english_and_all_of_it_missing() -> None:
    questionnaire = load("pga", "1.0.0").questionnaire
    assert in_language(questionnaire, "de") == questionnaire
    assert len(wording(questionnaire, "de").missing) == len(texts(questionnaire))
    assert in_language(questionnaire, "en") is questionnaire


def test_the_mark_changes_with_the_english() -> None:
    assert mark("Agree") == mark("Agree") != mark("Agree ")


def test_a_placeholder_that_is_gone_is_named() -> None:
    assert list(unlike("in {unit}", "dans")) == ["must keep {unit} and has none."]
    assert list(unlike("in", "dans {unit}")) == ["must keep no placeholder and has {unit}."]
    assert list(unlike("in {unit}", "dans {unit}")) == []


def test_texts_beside_a_file_of_ones_own_are_those_of_its_folder(tmp_path: Path) -> None:
    file = own(tmp_path)
    translate(file, "sw", "summary")
    questionnaire, shelf = questionnaire_of(file), shelf_beside(file)
    assert languages(questionnaire, shelf) == ("en", "sw")
    assert languages(questionnaire) == ("en",)
    assert wording(questionnaire, "sw", shelf).missing == ("summary",)
    assert in_language(questionnaire, "sw", shelf).title == f"sw: {questionnaire.title}"


def test_a_file_is_filled_up_from_the_one_it_comes_after(tmp_path: Path) -> None:
    translate(own(tmp_path), "fr")
    file = own(tmp_path, version="1.2.1")
    made = Translation(language="fr", questionnaire="small", version="1.2.1", after="1.2.0", texts={})
    (tmp_path / "1.2.1.fr.yaml").write_text(written(made, ""), encoding="utf-8")
    assert wording(questionnaire_of(file), "fr", shelf_beside(file)).whole
