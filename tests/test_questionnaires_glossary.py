"""The glossary itself: whole, without contradictions, and with the words that an audit needs."""

from __future__ import annotations

import pytest

from questionnaires.glossary import OTHERS, Term, glossary, terms
from questionnaires.glossary_use import counts_as

NEEDED = """
gender sex gender-equality gender-mainstreaming gender-audit gender-parity gender-gap sex-disaggregated-data
gender-responsive-budget gender-focal-point harassment sexual-harassment gender-based-violence
intersectionality reality-check area item baseline target good-practice finding recommendation
management-response facilitator respondent unit workshop interview survey evidence rating band stereotype
empowerment care-work work-life-balance parental-leave participation consent confidentiality practical-needs
"""


def test_the_words_that_an_audit_needs_are_there_once_each() -> None:
    ids = [term.id for term in glossary()]
    assert len(set(ids)) == len(ids) >= 40
    assert [name for name in NEEDED.split() if name not in terms()] == []
    labels = [term.label.casefold() for term in glossary()]
    assert len(set(labels)) == len(labels)


def test_it_is_ordered_for_reading_and_every_meaning_is_a_sentence() -> None:
    assert [term.id for term in glossary() if not term.meaning.endswith(".")] == []
    assert [term.id for term in glossary() if not term.label[0].isupper()] == []


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("term", glossary(), ids=lambda term: term.id)
def test_what_a_translator_is_to_say_counts_as_the_term_and_is_not_forbidden(
    term: Term, language: str
) -> None:
    said = term.said(language)
    assert said is not None
    assert counts_as(said.forms, said.say) is not None
    assert counts_as(said.never, said.say) is None


def test_a_language_that_it_does_not_hold_has_no_word() -> None:
    assert (terms()["gender"].said("pt"), terms()["gender"].said("en")) == (None, None)
