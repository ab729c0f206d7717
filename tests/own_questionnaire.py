"""A small questionnaire of somebody's own in a folder, and texts of it in other languages."""

from __future__ import annotations

from pathlib import Path

from questionnaires.definition import Questionnaire
from questionnaires.library import load_file
from questionnaires.texts import texts
from questionnaires.translation_file import Translated, Translation, file_name, opening, written
from questionnaires.translations import mark

SMALL = (Path(__file__).parent / "small.yaml").read_text(encoding="utf-8")
VERSION = "1.2.0"


def own(folder: Path, *changes: tuple[str, str], version: str = VERSION) -> Path:
    """The file of a version; `changes` are made in its text."""
    text = SMALL.replace("supersedes: 1.1.0\n", "", 1)
    for before, after in (("version: 1.2.0", f"version: {version}"), *changes):
        assert before in text
        text = text.replace(before, after, 1)
    file = folder / f"{version}.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def questionnaire_of(file: Path) -> Questionnaire:
    return load_file(file).questionnaire


def translate(file: Path, language: str, *left_out: str, **other: str) -> Path:
    """A file with a translation of every text ("fr: ..."); `other`: what stands for a key, dots as "__"."""
    questionnaire = questionnaire_of(file)
    said = {key: f"{language}: {text}" for key, text in texts(questionnaire).items() if key not in left_out}
    said |= {key.replace("__", "."): text for key, text in other.items()}
    english = texts(questionnaire)
    made = Translation(
        language=language,
        questionnaire=questionnaire.id,
        version=questionnaire.version,
        texts={key: Translated(of=mark(english[key]), text=text) for key, text in said.items()},
    )
    target = file.with_name(file_name(questionnaire.version, language))
    target.write_text(written(made, opening(made)), encoding="utf-8")
    return target
