"""In which language a person answers the survey: those offered, and the one chosen on the first screen."""

from __future__ import annotations

from collections.abc import Sequence

from audit_engine.terminal import ask_line, heading, say, warn
from questionnaires.answers import listed
from questionnaires.catalogue import marked, speaking, tr
from questionnaires.definition import Questionnaire
from questionnaires.errors import UserError
from questionnaires.languages import called
from questionnaires.translations import languages


def offered_languages(
    questionnaire: Questionnaire, of_audit: str, wanted: Sequence[str] | None
) -> tuple[str, ...]:
    """The languages that people choose from, in the order wanted; the audit's where none is.

    Raises UserError for one in which there are no texts.
    """
    known = languages(questionnaire)
    if not wanted:
        if of_audit not in known:
            warn(
                tr(
                    "there are no texts of {questionnaire} in '{code}'; people are asked in English.",
                    questionnaire=questionnaire.id,
                    code=of_audit,
                )
            )
        return (of_audit if of_audit in known else questionnaire.language,)
    chosen = tuple(dict.fromkeys(code.strip().lower() for code in wanted))
    unknown = [code for code in chosen if code not in known]
    if unknown:
        raise UserError(
            tr(
                "--language {code}: there are no texts of {questionnaire} in it.",
                code=unknown[0],
                questionnaire=questionnaire.reference,
            ),
            tr("There are texts in {names}.", names=listed([*known])),
        )
    return chosen


def chosen_language(offered: Sequence[str]) -> str:
    """The language that the next person chooses; nobody is asked where there is only one."""
    if len(offered) == 1:
        return offered[0]
    heading(" / ".join(_in_each(marked("Language"), offered)))
    for place, code in enumerate(offered, 1):
        say(f"  {place}  {called(code)}")
    while True:
        typed = ask_line("> ").lower()
        if typed.isdecimal() and 1 <= int(typed[:3]) <= len(offered):
            return offered[int(typed) - 1]
        if typed in offered:
            return typed
        for text in _in_each(
            marked("Please type a number from 1 to {number}."), offered, number=len(offered)
        ):
            say(text)


def _in_each(text: str, languages: Sequence[str], **values: object) -> list[str]:
    said = []
    for language in languages:
        with speaking(language):
            said.append(tr(text, **values))
    return said
