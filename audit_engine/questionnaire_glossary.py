"""`questionnaire glossary`: the words of the field, for a translator."""

from __future__ import annotations

from audit_engine.terminal import say, warn
from audit_engine.terminal_table import table
from questionnaires.answers import listed, short
from questionnaires.catalogue import tr
from questionnaires.errors import ExitCode, UserError
from questionnaires.glossary import OTHERS, glossary
from questionnaires.languages import SOURCE, called


def show_glossary(language: str) -> None:
    """Every term with what it means, and what it is called in a language of the list.

    Raises UserError (NOT_NOW) for a language that the list does not hold.
    """
    if language == SOURCE:
        table((tr("Term"), tr("What it means")), [(term.label, term.meaning) for term in glossary()])
        return
    if language not in OTHERS:
        raise UserError(
            tr("The glossary does not hold '{language}' yet.", language=short(language)),
            tr(
                "There is {languages}; the workbook of `translate` has a column for your own words.",
                languages=listed([*OTHERS]),
            ),
            code=ExitCode.NOT_NOW,
        )
    rows = [
        (term.label, said.say, "; ".join(said.never) or "-", term.meaning)
        for term in glossary()
        if (said := term.said(language))
    ]
    table((tr("Term"), f"{called(language)} ({language})", tr("Not"), tr("What it means")), rows)
    say(tr("* is any ending."))
    warn(tr("No speaker of the language has read this list yet."))
