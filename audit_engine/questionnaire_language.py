"""A questionnaire in the language a person asked for."""

from __future__ import annotations

from dataclasses import replace

from audit_engine.terminal import warn
from questionnaires.answers import short
from questionnaires.catalogue import tr, tr_many
from questionnaires.errors import ExitCode, UserError
from questionnaires.library import Loaded
from questionnaires.translations import Shelf, in_language, languages, wording


def spoken(loaded: Loaded, language: str, shelf: Shelf) -> Loaded:
    """The questionnaire in a language, and a word on how far it goes.

    Raises UserError if there are no texts in it.
    """
    known = languages(loaded.questionnaire, shelf)
    if language not in known:
        raise UserError(
            tr(
                "There are no texts of {reference} in '{language}'.",
                reference=loaded.questionnaire.reference,
                language=short(language),
            ),
            tr("There are texts in {names}.", names=", ".join(known)),
            code=ExitCode.NOT_NOW,
        )
    found = wording(loaded.questionnaire, language, shelf)
    if found.read_by is None:
        warn(tr("No speaker of the language has read these texts yet."))
    if left := len(found.missing) + len(found.outdated):
        warn(tr_many("{number} texts are in English.", "{number} texts are in English.", left))
    return replace(loaded, questionnaire=in_language(loaded.questionnaire, language, shelf))
