"""Short words that are kept in English and said in the language spoken."""

from __future__ import annotations

from audit_engine.judging.words import answer, items_comparable, word
from exports.composing.words import capital
from questionnaires.catalogue import speaking
from questionnaires.definition import Questionnaire
from scoring.change import compared
from tests.worked_cases import PGA


def item_with_levels(questionnaire: Questionnaire) -> str:
    return next(
        name
        for name, item in questionnaire.items.items()
        if questionnaire.scale_of(item).option("approaching") is not None
    )


def test_no_word_is_no_text_in_any_language() -> None:
    """The empty text would be looked up as the head of a catalogue."""
    with speaking("fr"):
        assert word("") == word(None) == ""


def test_an_answer_is_told_as_it_is_kept_in_english_and_by_its_label_elsewhere() -> None:
    scale = PGA.scale_of(PGA.items[item_with_levels(PGA)])
    option = scale.option("approaching")
    assert option is not None
    assert answer(scale, "approaching") == "approaching"
    with speaking("sw"):
        assert answer(scale, "approaching") == option.label.lower()
        assert answer(scale, "3/8") == "3/8"


def test_the_two_numbers_of_what_is_comparable_are_told_apart() -> None:
    assert compared("3 of 12") == (3, 12)
    assert items_comparable("3 of 12") == "3 of 12 items comparable"


def test_only_the_first_letter_becomes_a_capital() -> None:
    assert capital("documents of the HR officer") == "Documents of the HR officer"
    assert capital("") == ""
