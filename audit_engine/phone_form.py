"""A form for phones, made of a questionnaire or for one audit."""

from __future__ import annotations

from pathlib import Path

from audit_engine.auditfile import AuditFile
from audit_engine.questionnaire_named import named
from audit_engine.terminal import say, warn
from exports.xlsform.asking import EVERYTHING, ROLES
from exports.xlsform.form import write_xlsform, xlsform
from exports.xlsform.wording import TextsIn
from questionnaires.answers import listed
from questionnaires.catalogue import tr, tr_many
from questionnaires.definition import Questionnaire
from questionnaires.errors import ExitCode, UserError
from questionnaires.library import parse_reference
from questionnaires.routing import Setting, survey_held
from questionnaires.translations import Shelf, wording
from questionnaires.translations import languages as languages_there


def write_form(
    name: str, out: Path, instrument: str, audit: Path | None, languages: tuple[str, ...], *, force: bool
) -> None:
    """Writes the XLSForm of one instrument and says what to do with it.

    `languages` empty = every language the questionnaire has. Raises UserError for an instrument that is not
    asked on phones, a language there is not, and an audit that runs on another questionnaire.
    """
    if instrument not in ROLES:
        raise _no_phone(instrument)
    wanted = named(name)
    questionnaire, setting = wanted.loaded.questionnaire, EVERYTHING
    filling: dict[str, str] = {}
    if audit is not None:
        version = questionnaire.version if wanted.file else parse_reference(name)[1]
        questionnaire, setting, filling = _of(audit, questionnaire.id, version)
        _refuse_survey(questionnaire, setting, instrument)
    spoken = _languages(questionnaire, wanted.shelf, languages)
    form = xlsform(
        questionnaire, instrument, spoken, setting=setting, filling=filling, source=_in(wanted.shelf)
    )
    write_xlsform(form, out, force=force)
    say(
        tr(
            "{name} is written: {title}, in {languages}.",
            name=out.name,
            title=form.settings[0]["form_title"],
            languages=", ".join(spoken),
        )
    )
    if audit is None and instrument in ("survey", "interview"):
        warn(
            tr(
                "The form asks all that a large unit is asked, of 'this office'. With --audit "
                "FILE it asks only what that unit is asked, and names it."
            )
        )


def _no_phone(instrument: str) -> UserError:
    none = tr("There is no form for phones of '{instrument}'.", instrument=instrument)
    why = [tr("A workshop is counted by its groups, at the keyboard.")] if instrument == "workshop" else []
    return UserError(
        " ".join((none, *why)),
        tr("The instruments are {instruments}.", instruments=listed([*ROLES])),
    )


def _of(audit: Path, wanted: str, version: str | None) -> tuple[Questionnaire, Setting, dict[str, str]]:
    with AuditFile(audit) as opened:
        facts, questionnaire = opened.facts(), opened.definition.questionnaire
    if wanted != questionnaire.id or version not in (None, questionnaire.version):
        runs_on = questionnaire.reference
        raise UserError(
            tr("{name} runs on {reference}, and the form would not fit.", name=audit.name, reference=runs_on),
            tr("Name {reference}.", reference=runs_on),
        )
    contacts = {"contacts": facts.referral} if facts.referral else {}
    return questionnaire, facts.setting, {"unit": facts.unit, **contacts}


def _refuse_survey(questionnaire: Questionnaire, setting: Setting, instrument: str) -> None:
    if instrument == "survey" and not survey_held(questionnaire, setting):
        raise UserError(
            tr_many(
                "There is no survey under {number} staff.",
                "There is no survey under {number} staff.",
                questionnaire.rules.no_survey_staff,
            ),
            tr("Interviews ask its questions instead: --instrument interview"),
            code=ExitCode.NOT_NOW,
        )


def _in(shelf: Shelf) -> TextsIn:
    return lambda questionnaire, language: wording(questionnaire, language, shelf).texts


def _languages(questionnaire: Questionnaire, shelf: Shelf, wanted: tuple[str, ...]) -> tuple[str, ...]:
    there = languages_there(questionnaire, shelf)
    unknown = [language for language in wanted if language not in there]
    if unknown:
        raise UserError(
            tr("{id} is not translated into '{language}'.", id=questionnaire.id, language=unknown[0]),
            tr("There is {names}.", names=listed([*there])),
        )
    return wanted or there
