"""A report in another language: nothing else is said in it, and what is compared or drawn stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from fractions import Fraction
from gettext import NullTranslations

import pytest

from exports.compose import compose
from exports.composing.field_words import FIELD
from exports.composing.words import count_for, either, said
from exports.material import Edition
from exports.report import Report
from questionnaires import catalogue
from questionnaires.catalogue import speaking
from questionnaires.glossary import terms
from tests.made_up_report import earlier, evidence, material


class Marked(NullTranslations):
    """A language in which every text stands in brackets."""

    def gettext(self, message: str) -> str:
        assert message, "an empty text is the head of a catalogue"
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(catalogue, "_catalogue", lambda language: Marked())
    with speaking("xx"):
        yield


def composed(staff: int, women: int | None = None) -> Report:
    found = material(staff, collected=evidence(staff, women=women), before=earlier(staff))
    return compose(replace(found, edition=Edition(2, date(2026, 5, 4), kept={"ST1": date(2026, 4, 1)})))


def told(value: object) -> Iterator[str]:
    """Every text of a report."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for one in fields(value):
            if one.name != "language":
                yield from told(getattr(value, one.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from told(part)


@pytest.mark.parametrize("staff", [8, 40])
def test_only_brackets_are_added_to_a_report(staff: int, monkeypatch: pytest.MonkeyPatch) -> None:
    english = composed(staff)
    monkeypatch.setattr(catalogue, "_catalogue", lambda language: Marked())
    with speaking("xx"):
        other = composed(staff)
    # In English an answer is printed by its id, which is an English word.
    answers = {line.band for area in english.areas for line in area.items}
    for one, another in zip(told(english), told(other), strict=True):
        if one not in answers:
            assert re.sub("[⟦⟧]", "", another).casefold() == one.casefold()
    assert other.bars.areas == english.bars.areas


def test_what_is_compared_or_drawn_stays_as_it_is(spoken: None) -> None:
    found = composed(40)
    assert {one.status for one in found.findings} == {"confirmed", "proposed by rule"}
    assert {one.status for one in found.advice} <= {"accepted", "proposed"}
    figures = [line.score for area in found.areas for line in (area.line, *area.items)]
    assert any(str(figure).startswith(">= ") for figure in figures)


def test_a_group_that_is_not_shown_is_explained_in_every_language(spoken: None) -> None:
    hidden = [area for area in composed(40, women=2).areas if area.line.women == "⟦not shown⟧"]
    assert hidden
    assert all(area.by_sex.startswith("⟦Not shown:") for area in hidden)


def test_a_figure_in_a_sentence_is_said_unless_it_is_a_word_of_the_questionnaire(spoken: None) -> None:
    assert said("about 55") == "⟦about 55⟧"
    assert said("not shown") == "⟦not shown⟧"
    assert (said(">= 95"), said("Leading"), said(None), said(Fraction(5))) == (
        ">= 95",
        "Leading",
        None,
        Fraction(5),
    )
    assert either(["a", "b", "c"]) == "⟦⟦a; or b⟧; or c⟧"


def test_a_plural_hangs_on_whole_figures_only() -> None:
    assert [count_for(Fraction(figure)) for figure in ("1", "-5", "2.5")] == [1, 5, 102]


def test_the_words_of_the_field_are_those_of_the_glossary() -> None:
    assert {name: (fact.label, fact.text) for name, fact in FIELD.items()} == {
        name: (terms()[name].label, terms()[name].meaning) for name in FIELD
    }
