"""The XLSForm itself: three sheets of text, and the file that they are saved as."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from exports.cells import write_text
from exports.workbook import save
from exports.xlsform.asking import EVERYTHING, Asking
from exports.xlsform.fields import known_fields
from exports.xlsform.line import Choice, Line
from exports.xlsform.wording import Said, TextsIn, Wording, language_name, texts_in, wording
from questionnaires.definition import Instrument, Questionnaire
from questionnaires.routing import Setting

Sheet = list[dict[str, str]]
_TEXTS = ("label", "hint", "required_message", "constraint_message")


@dataclass(frozen=True)
class XlsForm:
    """The sheets by the columns of the XLSForm standard; empty cells are left out."""

    survey: Sheet
    choices: Sheet
    settings: Sheet


def xlsform(
    questionnaire: Questionnaire,
    instrument: Instrument,
    languages: Sequence[str] = (),
    *,
    setting: Setting = EVERYTHING,
    filling: Mapping[str, str] | None = None,
    source: TextsIn = texts_in,
) -> XlsForm:
    """A form for phones, the same for the same input.

    `languages`: the first one is what a phone begins with; none = the language of the questionnaire.
    `setting`: the unit, which decides what is asked. `filling`: `unit` and `contacts`, where they are known.
    Raises UserError if the instrument asks nothing here, or if ids cannot be told apart.
    """
    known_fields(questionnaire)
    said = wording(questionnaire, languages or (questionnaire.language,), filling or {}, source)
    asking = Asking(questionnaire, instrument, setting, said)
    survey = [_row(_cells(line), _texts(line)) for line in asking.lines()]
    choices = [_row(_choice(choice), {"label": choice.label}) for choice in asking.choices()]
    return XlsForm(survey, choices, [_settings(asking, said, survey, choices)])


def write_xlsform(form: XlsForm, path: Path, *, force: bool = False) -> None:
    """Saves the form. Raises UserError if a file is there and `force` is not given, or the disk refuses."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for title, rows in (("survey", form.survey), ("choices", form.choices), ("settings", form.settings)):
        _write(workbook.create_sheet(title), rows)
    save(workbook, path, None, force=force)


def _write(sheet: Worksheet, rows: Sheet) -> None:
    columns = list(dict.fromkeys(name for row in rows for name in row))
    heads = {name: name for name in columns}
    for number, row in enumerate((heads, *rows), 1):
        for place, name in enumerate(columns, 1):
            cell = sheet.cell(number, place)
            if isinstance(cell, Cell) and name in row:
                write_text(cell, row[name])
                cell.font = Font(bold=number == 1)
    sheet.freeze_panes = "A2"


def _cells(line: Line) -> dict[str, str]:
    plain = ("type", "name", "relevant", "required", "constraint", "calculation", "appearance")
    return {name: getattr(line, name) for name in plain}


def _texts(line: Line) -> dict[str, Said]:
    return {name: getattr(line, name) for name in _TEXTS}


def _choice(choice: Choice) -> dict[str, str]:
    return {"list_name": choice.list_name, "name": choice.name}


def _row(cells: Mapping[str, str], texts: Mapping[str, Said]) -> dict[str, str]:
    row = {name: value for name, value in cells.items() if value}
    for column, said in texts.items():
        row |= {f"{column}::{language_name(each)}": _harmless(text) for each, text in said.items() if text}
    return row


def _harmless(text: str) -> str:
    """A text in which no `${name}` refers to a question."""
    return text.replace("${", "$ {")


def _settings(asking: Asking, said: Wording, survey: Sheet, choices: Sheet) -> dict[str, str]:
    questionnaire, first = asking.questionnaire, said.languages[0]
    title = said.text("title")[first]
    return {
        "form_title": f"{_harmless(title)}: {said.word('instruments', asking.instrument)[first]}",
        "form_id": f"{questionnaire.id}_{asking.instrument}",
        "version": f"{questionnaire.version}-{_fingerprint((survey, choices))}",
        "default_language": said.default,
    }


def _fingerprint(sheets: Iterable[Sheet]) -> str:
    """Servers take a changed form only under a new version, so what a form says is part of it."""
    content = json.dumps(list(sheets), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()[:8]
