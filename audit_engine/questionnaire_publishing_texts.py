"""Which translations `questionnaire publish` freezes with a version, and which it leaves as drafts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from questionnaires.canonical import fingerprint_of_texts
from questionnaires.catalogue import tr
from questionnaires.definition import Questionnaire
from questionnaires.published import Published
from questionnaires.retranslated import retranslated
from questionnaires.texts import texts
from questionnaires.translation_file import file_name
from questionnaires.translations import Shelf, collected, fitting, languages
from questionnaires.versions import Change


@dataclass(frozen=True)
class TextsToPublish:
    """`whole` are frozen; `drafts` (one sentence each) lack something and stay free to change."""

    whole: tuple[Published, ...]
    drafts: tuple[str, ...]


def texts_to_publish(
    questionnaire: Questionnaire, file: Path, shelf: Shelf, known: Sequence[Published], root: Path
) -> TextsToPublish:
    """The translations beside a version that are not published yet. `root`: the folder of published.json.

    Raises UserError if one was published with another content.
    """
    english, whole, drafts = texts(questionnaire), [], []
    for language in languages(questionnaire, shelf)[1:]:
        found = collected(questionnaire, language, shelf)
        if any(
            (one.id, one.version, one.language) == (found.questionnaire, found.version, language)
            for one in known
        ):
            continue
        wording = fitting(english, found)
        name = file_name(questionnaire.version, language)
        if wording.whole:
            path = file.resolve().with_name(name).relative_to(root).as_posix()
            one = Published(
                questionnaire.id, questionnaire.version, path, fingerprint_of_texts(found), language
            )
            whole.append(one)
        else:
            lacking = tr(
                "{missing} texts are missing, {outdated} out of date",
                missing=len(wording.missing),
                outdated=len(wording.outdated),
            )
            drafts.append(
                tr(
                    "{name} stays a draft: {lacking}. Publish again when it is whole.",
                    name=name,
                    lacking=lacking,
                )
            )
    return TextsToPublish(tuple(whole), tuple(drafts))


def retranslations(old: Questionnaire, before: Shelf, new: Questionnaire, now: Shelf) -> Iterator[Change]:
    """Every text that both versions have in a language, and that reads differently in it."""
    both = set(languages(old, before)) & set(languages(new, now)) - {old.language, new.language}
    for language in sorted(both):
        yield from retranslated(collected(old, language, before), collected(new, language, now))
