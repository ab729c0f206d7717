"""Whether translations use the words of the glossary: how that is told, and that those of pga do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from questionnaires.glossary import OTHERS
from questionnaires.glossary_use import counts_as, doubts, terms_in
from questionnaires.library import available, load
from questionnaires.texts import texts
from questionnaires.translations import wording

EXCEPTIONS = yaml.safe_load((Path(__file__).parent / "glossary_exceptions.yaml").read_text(encoding="utf-8"))
EXCEPTED = {(one["language"], one["term"], one["key"]) for one in EXCEPTIONS}


def ids(english: str) -> list[str]:
    return [term.id for term in terms_in(english)]


def told(english: str, translated: str, language: str) -> list[str]:
    return [str(doubt) for doubt in doubts(english, translated, language)]


def found(language: str) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Every doubt about the texts of the program: (language, term, key) and what is said."""
    for name, version in available():
        questionnaire = load(name, version).questionnaire
        english = texts(questionnaire)
        for key, text in wording(questionnaire, language).texts.items():
            for doubt in doubts(english[key], text, language):
                yield (language, doubt.term.id, key), f"{key}: {doubt} {english[key]} | {text}"


@pytest.mark.parametrize("language", OTHERS)
def test_every_translated_text_of_pga_uses_the_words_of_the_glossary(language: str) -> None:
    assert [said for place, said in found(language) if place not in EXCEPTED] == []


def test_every_exception_has_a_reason_and_is_still_needed() -> None:
    places = {place for language in OTHERS for place, _ in found(language)}
    assert [one for one in EXCEPTIONS if not one["why"].strip()] == []
    assert EXCEPTED - places == set()


@pytest.mark.parametrize(
    ("english", "terms"),
    [
        ("Gender audits in a unit", ["gender-audit", "unit"]),
        ("Sexual harassment and harassment", ["sexual-harassment", "harassment"]),
        ("No sexual harassment", ["sexual-harassment"]),
        ("The target group", []),
        ("A target", ["target"]),
        ("In {unit}", []),
        ("Engendered community", []),
        ("INTERVIEW, by sex", ["interview", "sex"]),
        ("Figures by  sex", ["sex-disaggregated-data"]),
    ],
)
def test_the_longer_term_counts_and_a_phrase_apart_is_none(english: str, terms: list[str]) -> None:
    assert ids(english) == terms


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("audit* de genre", "Les Audits de genre"),
        ("тендер*", "Тендеры"),
        ("s’occupe* ... proches", "s'occuper de ses proches"),
        ("تدقيق* في نوع* اجتماعي*", "وللتّدقيق في النوع الاجتماعيّ"),
        ("مجال*", "بالمجالات"),
        ("jefa*", "JEFA"),
        ("a ... b", "a b"),
        ("a ... b", "a 1 2 3 b"),
    ],
)
def test_a_form_counts_in_any_case_ending_prefix_and_apostrophe(form: str, text: str) -> None:
    assert counts_as((form,), text) is not None


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("genre", "genres"),
        ("genre", "engenre"),
        ("a ... b", "a 1 2 3 4 b"),
        ("مجال*", "رجال"),
        ("genre", "{genre}"),
    ],
)
def test_what_is_another_word_does_not_count(form: str, text: str) -> None:
    assert counts_as((form,), text) is None


def test_a_missing_word_and_a_forbidden_one_are_told_with_the_word_to_use() -> None:
    assert told("Gender equality", "Égalité de genre", "fr") == []
    assert told("Gender equality", "Parité", "fr") == [
        "'gender equality' is 'égalité de genre' in the glossary."
    ]
    assert told("Gender equality", "L’égalité des genres", "fr") == [
        "'gender equality' is 'égalité de genre' in the glossary, never 'égalité des genres'."
    ]


def test_a_language_that_the_glossary_does_not_hold_raises_no_doubt() -> None:
    assert told("Gender equality", "Igualdade", "pt") == []
