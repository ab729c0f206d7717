"""Votes of a workshop, counted one choice at a time, and the quiz as the facilitator reads it out."""

from __future__ import annotations

from audit_engine.sittings.screens import code_word
from audit_engine.terminal import ask_line, heading, say
from questionnaires.answers import PEOPLE_CODES, plain, short, voted
from questionnaires.catalogue import tr
from questionnaires.definition import Instrument, Item, Questionnaire, Scale
from questionnaires.field_texts import Quiz

_LARGEST_ROOM = 99_999


def is_voted(item: Item | None, questionnaire: Questionnaire, instrument: Instrument) -> bool:
    """Whether a question is answered by votes; an open one (None) never is."""
    return item is not None and voted(questionnaire.scale_of(item), instrument)


def count_votes(scale: Scale) -> str | None:
    """Asks for the votes of each choice, then for the value agreed on; None if it was broken off.

    Gives what a person would type at once: `0=1 1=4 agreed=1`.
    """
    say(tr("Votes for each choice; b breaks off and keeps nothing of this count."))
    counted: list[str] = []
    total = 0
    labels = {option.id: option.label for option in scale.options}
    labels |= {code: code_word(code, "workshop") for code in PEOPLE_CODES}
    for name, label in labels.items():
        number = _ask_number(f"  {label}: ", optional=name in PEOPLE_CODES)
        if number is None:
            return None
        total += number
        if number or name not in PEOPLE_CODES:
            counted.append(f"{name}={number}")
    agreed = _ask_agreed(scale) if total else ""
    if agreed is None:
        return None
    return " ".join([*counted, f"agreed={agreed}"] if agreed else counted)


def _ask_number(question: str, *, optional: bool) -> int | None:
    while True:
        typed = plain(ask_line(question))
        if typed.lower() in ("b", "/b"):
            return None
        if not typed and optional:
            return 0
        if typed.isdecimal() and len(typed) <= 9 and int(typed) <= _LARGEST_ROOM:
            return int(typed)
        say(tr("Please type the number of votes, 0 if there were none; b breaks off."))


def _ask_agreed(scale: Scale) -> str | None:
    ids = [option.id for option in scale.options]
    # Where the choices are numbers themselves, as 0 to 4, a number never means a place in their list.
    places = () if scale.kind == "votes" else tuple(ids)
    while True:
        typed = (
            plain(ask_line(tr("Value the group agreed on (Enter = none):").join(("  ", " "))))
            .lower()
            .replace(" ", "_")
        )
        if typed in ("b", "/b"):
            return None
        if not typed or typed in ids:
            return typed
        if typed.isdecimal() and 1 <= int(typed[:6]) <= len(places):
            return places[int(typed[:6]) - 1]
        say(tr("'{typed}' is not one of the choices: {names}.", typed=short(typed), names=", ".join(ids)))


def show_quiz(quiz: Quiz) -> None:
    """All questions with their key, for the facilitator to read out."""
    heading(tr("Quiz, for the facilitator (the right answer is marked *)"))
    say(quiz.instructions)
    for number, question in enumerate(quiz.questions, 1):
        say(f"{number}. {question.text}")
        for place, answer in enumerate(question.answers, 1):
            say(f"   {'*' if place == question.right else ' '} {answer}")
