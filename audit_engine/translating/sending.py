"""Writing the workbook that a translator gets, and saying what is to be done in it."""

from __future__ import annotations

from pathlib import Path

from audit_engine.questionnaire_named import Named, named
from audit_engine.terminal import say, say_command
from exports.translating.workbook import write_translation
from questionnaires.catalogue import tr, tr_many
from questionnaires.published import patch_of, published_texts
from questionnaires.translation_draft import MISSING, OUT_OF_DATE, Draft, draft
from questionnaires.translations import packaged_shelf


def draft_of(wanted: Named, language: str) -> Draft:
    """The translation as it stands. Raises UserError as `draft` does."""
    questionnaire = wanted.loaded.questionnaire
    return draft(questionnaire, language, wanted.shelf, packaged_shelf(questionnaire.id))


def is_published(wanted: Named, standing: Draft) -> bool:
    """Whether the texts of this version in this language are frozen."""
    here = standing.questionnaire
    return any(
        (one.id, one.version, one.language) == (here.id, here.version, standing.language)
        for one in published_texts(wanted.shelf.registry)
    )


def send(name: str, language: str, out: Path | None, *, force: bool) -> None:
    """Writes the workbook. `out` None: named after questionnaire, version and language, in this folder.

    Raises UserError if a file of that name is there (unless `force`) or cannot be written.
    """
    wanted = named(name)
    standing = draft_of(wanted, language)
    here = standing.questionnaire
    path = out or Path(f"{here.id}-{here.version}.{language}.xlsx")
    write_translation(standing, path, force=force)
    lacking = [len(standing.keys(status)) for status in (MISSING, OUT_OF_DATE)]
    say(
        tr_many(
            "{path} is written: {number} texts, {missing} missing, {old} out of date. When it comes back:",
            "{path} is written: {number} texts, {missing} missing, {old} out of date. When it comes back:",
            len(standing.english),
            path=path,
            missing=lacking[0],
            old=lacking[1],
        )
    )
    say_command(f"audit-engine questionnaire translate {name} --language {language} --from {path}")
    if is_published(wanted, standing):
        say(" ".join((tr("These texts are published and do not change."), patch_of(standing.known))))
