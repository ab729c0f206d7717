"""`questionnaire glossary`: the words of the field, for a translator."""

from __future__ import annotations

from audit_engine.terminal import say, table, warn
from questionnaires.answers import listed, short
from questionnaires.errors import ExitCode, UserError
from questionnaires.glossary import OTHERS, glossary
from questionnaires.languages import SOURCE, called


def show_glossary(language: str) -> None:
    """Every term with what it means, and what it is called in a language of the list.

    Raises UserError (NOT_NOW) for a language that the list does not hold.
    """
    if language == SOURCE:
        table(("Term", "What it means"), [(term.label, term.meaning) for term in glossary()])
        return
    if language not in OTHERS:
        raise UserError(
            f"The glossary does not hold '{short(language)}' yet.",
            f"There is {listed([*OTHERS])}; the workbook of `translate` has a column for your own words.",
            code=ExitCode.NOT_NOW,
        )
    rows = [
        (term.label, said.say, "; ".join(said.never) or "-", term.meaning)
        for term in glossary()
        if (said := term.said(language))
    ]
    table(("Term", f"{called(language)} ({language})", "Not", "What it means"), rows)
    say("* is any ending.")
    warn("No speaker of the language has read this list yet.")
