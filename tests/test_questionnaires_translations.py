"""Texts in other languages: whole, made from the English that stands now, and keeping what must stay."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from questionnaires.errors import UserError
from questionnaires.library import available, load
from questionnaires.texts import texts
from questionnaires.translations import in_language, languages, mark, parse, unlike, wording

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


HEAD = "language: fr\nquestionnaire: pga\nversion: 1.0.0\n"


def test_a_file_of_texts_that_is_not_understood_is_refused_with_places() -> None:
    with pytest.raises(UserError, match=r"f\.yaml cannot be used as a translation") as refused:
        parse(f"{HEAD}texts:\n  title: Audit\nlanguages: fr\n", "f.yaml")
    assert [one.where for one in refused.value.problems] == ["f.yaml:5:3", "f.yaml:6:1"]
    with pytest.raises(UserError) as twice:
        parse(f"{HEAD}texts:\n  title: {{of: a, text: b}}\n  title: {{of: a, text: c}}\n", "f.yaml")
    assert "f.yaml:6:3" in [one.where for one in twice.value.problems]


def test_a_placeholder_that_is_gone_is_named() -> None:
    assert list(unlike("in {unit}", "dans")) == ["must keep {unit} and has none."]
    assert list(unlike("in", "dans {unit}")) == ["must keep no placeholder and has {unit}."]
    assert list(unlike("in {unit}", "dans {unit}")) == []
