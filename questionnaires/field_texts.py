"""What is read out or shown around the questions: words of the house, quiz, consent, closing."""

from __future__ import annotations

from pydantic import Field

from questionnaires.parts import Id, Part, Text


class Word(Part):
    """A neutral term of the items, and what it is called in each kind of organisation."""

    term: Text
    ilo_un: Text
    ministry: Text
    trade_union: Text
    employers_organisation: Text


class QuizQuestion(Part):
    """A question of the knowledge quiz; `answers` in the order printed, `right` counts from 1."""

    text: Text
    answers: tuple[Text, ...] = Field(min_length=2)
    right: int = Field(ge=1)
    source: Text | None = None


class Quiz(Part):
    """The knowledge quiz whose result is answered as `item`."""

    item: Id
    instructions: Text
    questions: tuple[QuizQuestion, ...] = Field(min_length=1)


class Consent(Part):
    """What is read out or shown before anybody answers; `core` opens survey and workshop as well."""

    core: Text
    small_office: Text
    notes: Text
    limit: Text
    withdrawal: Text
    question: Text
    survey: Text


class FieldTexts(Part):
    """Texts around the sittings: probes for any area, how an interview closes."""

    probes: tuple[Text, ...] = ()
    closing: tuple[Text, ...] = ()
