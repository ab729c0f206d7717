"""The folder of a field kit: papers numbered in the order used, whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from exports.kit.blocks import printed
from exports.kit.filling import texts_for
from exports.kit.forms import documents, staff_figures
from exports.kit.material import Kit
from exports.kit.texts import Texts, chosen_language, unread
from exports.on_disk import not_written, put, sync_folder
from questionnaires.catalogue import speaking, tr
from questionnaires.errors import ExitCode, UserError
from questionnaires.routing import survey_held
from questionnaires.scope import has_survey

README = "README.txt"
_WORKBOOKS = {documents.PAPER: documents.workbook, staff_figures.PAPER: staff_figures.workbook}
_NO_FILE_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def write_kit(kit: Kit, folder: Path, language: str, *, force: bool = False) -> tuple[str, ...]:
    """Writes every paper in the language and returns the names of the files in the order used.

    Raises UserError if one of them stands there already (unless `force`) or cannot be written. All papers are
    made before the first is written.
    """
    made = papers(kit, language)
    if folder.exists() and not folder.is_dir():
        raise UserError(tr("{folder} is a file.", folder=folder), tr("Name a folder."), code=ExitCode.NOT_NOW)
    standing = [name for name in made if (folder / name).exists()]
    if standing and not force:
        raise UserError(
            tr("{path} exists already; nothing was written.", path=folder / standing[0]),
            tr("Add --force to replace the papers of an earlier kit, or name another folder."),
            code=ExitCode.NOT_NOW,
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in made.items():
            put(folder / name, data)
        sync_folder(folder)
    except OSError as error:
        raise not_written(error.filename or folder, error) from None
    return tuple(made)


def papers(kit: Kit, language: str) -> Mapping[str, bytes]:
    """Name of a file -> its bytes; the same kit always gives the same bytes.

    In English where there are no texts in the language.
    """
    chosen = chosen_language(language)
    with speaking(chosen):
        return _papers(kit.written_in(chosen))


def _papers(kit: Kit) -> Mapping[str, bytes]:
    texts = texts_for(kit)
    names = file_names(texts)
    too_small = has_survey(kit.questionnaire) and not survey_held(kit.questionnaire, kit.setting)
    told = readme(texts, names, too_small=too_small, unread=unread(kit.language))
    made = {README: told.encode(_encoding(kit.language))}
    for paper, name in names.items():
        workbook = _WORKBOOKS.get(paper)
        made[name] = workbook(kit, texts) if workbook else printed(kit, texts, paper)
    return made


def _encoding(language: str) -> str:
    """Some editors take text for one of Western Europe unless its first sign says what it is."""
    return "utf-8" if language == "en" else "utf-8-sig"


def file_names(texts: Texts) -> dict[str, str]:
    """Paper -> the name of its file, safe on every system."""
    return {
        paper: _NO_FILE_NAME.sub(
            "-", f"{number:02} {texts.title(paper)}.{'xlsx' if paper in _WORKBOOKS else 'docx'}"
        )
        for number, paper in enumerate(texts.papers, 1)
    }


def readme(texts: Texts, names: Mapping[str, str], *, too_small: bool, unread: bool) -> str:
    """What every file is and who gets it.

    `too_small`: the unit is, for the survey that others hold; `unread`: nobody at home in the language has
    read the texts yet.
    """
    lines = [texts.fill(texts.words["readme"])]
    lines += [texts.words["readme_unread"]] if unread else []
    for paper, name in names.items():
        lines += [f"{name}\n    {texts.fill(texts.papers[paper]['for'])}"]
    returned = "\n".join(texts.words["readme_returned"])
    for paper in _WORKBOOKS:
        returned = returned.replace(f"#{paper}", names.get(paper, ""))
    lines += ["", f"{returned}\n"]
    if too_small:
        lines += [texts.fill(texts.words["readme_no_survey"])]
    # Notepad of older Windows shows no line that ends in LF alone.
    return "\n".join(lines).replace("\n", "\r\n")
