"""A translation that somebody works on: what there is, what is missing, and the file it becomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from questionnaires.catalogue import marked, tr
from questionnaires.definition import Questionnaire
from questionnaires.errors import UserError
from questionnaires.languages import called, refuse_unknown
from questionnaires.texts import texts
from questionnaires.translation_file import Translated, Translation, file_name
from questionnaires.translations import Shelf, collected, collected_of, mark, own_file

Status = Literal["missing", "out of date", "done"]
MISSING: Status = "missing"
OUT_OF_DATE: Status = "out of date"
DONE: Status = "done"
WORDS: Mapping[Status, str] = {
    MISSING: marked("missing"),
    OUT_OF_DATE: marked("out of date"),
    DONE: marked("up to date"),
}
"""The same as people read them."""


@dataclass(frozen=True)
class Draft:
    """The texts of a version in one language, as they stand on the shelf.

    `english`: key -> source text. `known`: every translated text there is, those of earlier versions
    included. `before`: the texts of the version that the file comes after, which it need not hold; empty
    where it comes after none. `file`: what the file itself holds; None while there is none.
    """

    questionnaire: Questionnaire
    language: str
    english: Mapping[str, str]
    known: Translation
    before: Translation
    file: Translation | None

    @property
    def name(self) -> str:
        """What the file is called."""
        return file_name(self.questionnaire.version, self.language)

    def status(self, key: str) -> Status:
        """Whether a text is there and of the source that stands."""
        found = self.known.texts.get(key)
        if found is None:
            return MISSING
        return DONE if found.of == mark(self.english[key]) else OUT_OF_DATE

    def keys(self, status: Status) -> tuple[str, ...]:
        """Those in this status, in the order of the questionnaire."""
        return tuple(key for key in self.english if self.status(key) == status)

    def text(self, key: str) -> str:
        """The translation that stands, whatever its status; empty where there is none."""
        found = self.known.texts.get(key)
        return found.text if found else ""

    def note(self, key: str) -> str:
        """The translator's note that stands; empty where there is none."""
        found = self.known.texts.get(key)
        return (found.note or "") if found else ""

    def with_changes(self, changes: Mapping[str, Translated], read_by: str | None) -> Translation:
        """The file as it is to be written. `read_by`: see Translation; a change takes an earlier name out."""
        every = {**self.known.texts, **changes}
        order = [key for key in dict.fromkeys((*self.english, *every)) if key in every]
        kept = {key: every[key] for key in order if self.before.texts.get(key) != every[key]}
        standing = self.file.read_by if self.file and not changes else None
        return Translation(
            language=self.language,
            questionnaire=self.questionnaire.id,
            version=self.questionnaire.version,
            after=self.before.version if self.before.texts else None,
            read_by=read_by or standing,
            texts=kept,
        )


def draft(questionnaire: Questionnaire, language: str, shelf: Shelf, earlier: Shelf) -> Draft:
    """What there is of a version in a language.

    Where there is no file yet, the texts of the version it supersedes are the beginning, also if that one
    stands on another shelf (`earlier`). Raises UserError for what is no other language, and for a file that
    cannot be used.
    """
    refuse_unknown(language)
    if language == questionnaire.language:
        raise UserError(
            tr(
                "{reference} is written in {language} ({code}).",
                reference=questionnaire.reference,
                language=called(language),
                code=language,
            ),
            tr("Name another language."),
        )
    file = own_file(questionnaire, language, shelf)
    nothing = Translation(
        language=language, questionnaire=questionnaire.id, version=questionnaire.version, texts={}
    )
    before, known = nothing, nothing
    after = file.after if file else questionnaire.supersedes
    if after is not None:
        before = collected_of(questionnaire.id, after, language, shelf)
        known = before if before.texts else collected_of(questionnaire.id, after, language, earlier)
    if file is not None:
        known = collected(questionnaire, language, shelf)
    return Draft(questionnaire, language, texts(questionnaire), known, before, file)
