"""A translator's workbook that came back: whose it is, and its rows, wherever they stand."""

from __future__ import annotations

from dataclasses import dataclass

from exports.answering.form import Form
from exports.answering.found import AGAIN, table, told_of
from exports.answering.returned import Rows, rows_of
from exports.reading.values import Returned
from exports.translating.form import LINE, PROPERTIES, form_of, owner_of
from questionnaires.catalogue import speaking, spoken, tr
from questionnaires.errors import UserError
from questionnaires.languages import LANGUAGES, called
from questionnaires.translation_draft import Draft


@dataclass(frozen=True)
class Owner:
    """The questionnaire, version and language that a workbook was made for."""

    questionnaire: str
    version: str
    language: str


def form_in(returned: Returned, draft: Draft) -> Form:
    """The form in the language in which the workbook was written; in the one spoken if it is none."""
    for language in dict.fromkeys((spoken(), *LANGUAGES)):
        with speaking(language):
            form = form_of(draft)
        if form.is_in(returned):
            return form
    return form_of(draft)


def rows_in(returned: Returned, form: Form, draft: Draft, name: str) -> Rows:
    """The rows of the sheet of texts. `name` is what messages call the file.

    Raises UserError if the sheet or a heading is missing, or if it is of another questionnaire, version or
    language. The version that this one supersedes is taken: what its texts became is seen row by row.
    """
    found = table(returned, form, name)
    told = [Owner(*each) for each in told_of(returned, found.sheet, PROPERTIES, LINE)]
    if not told:
        raise UserError(tr("{name} does not say which questionnaire it translates.", name=name), tr(AGAIN))
    for owner in told:
        _refuse_other(owner, draft, name)
    return rows_of(found, form, owner_of(draft))


def _refuse_other(owner: Owner, draft: Draft, name: str) -> None:
    here = draft.questionnaire
    if owner.questionnaire != here.id:
        raise UserError(
            tr(
                "{name} translates {questionnaire}, not {here}.",
                name=name,
                questionnaire=owner.questionnaire,
                here=here.id,
            ),
            tr("Name the questionnaire it was made for."),
        )
    if owner.language != draft.language:
        raise UserError(
            tr(
                "{name} is in {language} ({code}), not {wanted}.",
                name=name,
                language=called(owner.language),
                code=owner.language,
                wanted=called(draft.language),
            ),
            tr("Add --language {code}", code=owner.language),
        )
    if owner.version not in (here.version, here.supersedes):
        raise UserError(
            tr(
                "{name} translates version {version} of {questionnaire}, not {wanted}.",
                name=name,
                version=owner.version,
                questionnaire=here.id,
                wanted=here.version,
            ),
            tr(
                "Name the version it was made for, or write a new workbook for {version}.",
                version=here.version,
            ),
        )
