"""Writes the paper form of a questionnaire and the sheet into which it is typed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from audit_engine.auditfile import AuditFile
from audit_engine.facts.options import parse_language
from audit_engine.kit.language import tell_language
from audit_engine.paper_csv import INSTRUMENTS, ROLES_OF, Sheet, columns, empty_sheet
from audit_engine.terminal import say, warn
from exports.kit.paper_form import coded_paper
from exports.on_disk import put_for_good
from questionnaires.answers import listed, short
from questionnaires.catalogue import tr, tr_many
from questionnaires.definition import Questionnaire
from questionnaires.errors import ExitCode, UserError
from questionnaires.library import load, parse_reference
from questionnaires.routing import Setting


def write_paper(
    name: str,
    out: Path,
    *,
    instrument: str,
    role: str,
    staff: int | None,
    language: str,
    typing: Path | None,
    force: bool,
) -> None:
    """Writes the form, and the typing sheet if it is named.

    `name`: a questionnaire, or an audit file whose unit decides what is asked. `staff` None: the smallest
    unit that holds a survey, for what is not asked in every unit must not be asked on paper either.
    `language` empty: that of the audit, else of the questionnaire.

    Raises UserError (NOT_NOW) if a file stands there already.
    """
    questionnaire, setting, spoken = _for(name, staff)
    spoken = parse_language(language) if language else spoken
    sheet = _chosen(instrument, role)
    _refuse_standing([out, *([typing] if typing else [])], force)
    asked = columns(questionnaire, setting, sheet)
    if len(asked) == 1:
        raise UserError(
            tr("Nothing is asked by {instrument} of {role}.", instrument=instrument, role=sheet.role),
            tr("Choose another --role."),
        )
    data = coded_paper(questionnaire, setting, sheet.instrument, sheet.role, asked[0], spoken)
    tell_language(spoken)
    put_for_good(out, data)
    say(
        tr_many(
            "{file} is written: {number} questions, for units of {staff} staff.",
            "{file} is written: {number} questions, for units of {staff} staff.",
            len(asked) - 1,
            file=out,
            staff=setting.invited,
        )
    )
    if typing:
        put_for_good(typing, empty_sheet(questionnaire, setting, sheet))
        say(tr("{file} is the sheet to type it into.", file=typing))
    _tell_left_out(questionnaire, setting, sheet)


def _for(name: str, staff: int | None) -> tuple[Questionnaire, Setting, str]:
    if name.endswith(".audit"):
        if staff is not None:
            raise UserError(tr("An audit knows its staff."), tr("Leave --staff out."))
        with AuditFile(Path(name)) as opened:
            facts = opened.facts()
            return opened.definition.questionnaire, facts.setting, facts.language
    questionnaire = load(*parse_reference(name)).questionnaire
    return questionnaire, Setting(staff or questionnaire.rules.no_survey_staff), questionnaire.language


def _chosen(instrument: str, role: str) -> Sheet:
    for one in INSTRUMENTS:
        if one == instrument:
            for each in ROLES_OF[one]:
                if each == (role or ROLES_OF[one][0]):
                    return Sheet(one, each)
            raise UserError(
                tr("{role} fills in no form of {instrument}.", role=short(role), instrument=one),
                tr("Choose {roles}.", roles=listed([*ROLES_OF[one]])),
            )
    raise UserError(
        tr("There is no paper form for '{instrument}'.", instrument=short(instrument)),
        tr(
            "Choose {instruments}; a workshop votes with the cards of the kit.",
            instruments=listed([*INSTRUMENTS]),
        ),
    )


def _refuse_standing(paths: list[Path], force: bool) -> None:
    for path in paths:
        if path.exists() and not force:
            message = tr("{path} exists already; nothing was written.", path=path)
            raise UserError(message, tr("Add --force, or name another file."), code=ExitCode.NOT_NOW)


def _tell_left_out(questionnaire: Questionnaire, setting: Setting, sheet: Sheet) -> None:
    everything = replace(setting, invited=10**6, staff={"any": (10**6, 10**6)})
    left = len(columns(questionnaire, everything, sheet)) - len(columns(questionnaire, setting, sheet))
    if left:
        warn(
            tr_many(
                "{number} questions are left out that only larger units are asked.",
                "{number} questions are left out that only larger units are asked.",
                left,
            )
            + " "
            + tr(
                "Name the audit file instead of the questionnaire, or --staff, to have those that its "
                "size allows."
            )
        )
