"""The sheet of texts that a translator fills in, and the line by which it is known again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from exports import layout
from exports.answering.form import Field, Form, Row, as_words
from questionnaires.catalogue import marked, speaking, tr
from questionnaires.languages import LANGUAGES, called, right_to_left
from questionnaires.text_contexts import contexts
from questionnaires.translation_draft import WORDS, Draft

TITLE = "Texts"
"""The same in every language: it is in the check of every row."""
PROPERTIES = ("translation", "version", "language")
LINE = re.compile(r"translation of ([A-Za-z0-9_.\-]+), version ([0-9.]+), language ([a-z]{2})\b")
STILL_RIGHT = marked("still right")
"""The note by which a translator says that an older translation fits the new source."""
WIDTHS = (44.0, 60.0, 85.0, 120.0)
"""Of the two columns of texts: the first in which every text fits one row."""
INDENT = 1.5
"""What the indent of a text takes of the width of its column."""
_LEAST_HEIGHT = 26.0
_INTRO = marked(
    "Write into the coloured columns: the translation, and a note if there is something to say. The rest is "
    "locked, without a password. Filter the status to see what is to be done. An empty cell says nothing new."
)


def form_of(draft: Draft) -> Form:
    """The columns of the sheet for one language."""
    source, width = draft.questionnaire.language, _width(draft)
    language = f"{called(draft.language)} ({draft.language})"
    return Form(
        key=TITLE,
        title=TITLE,
        heading=tr("{title}: texts in {language}", title=draft.questionnaire.title, language=language),
        intro=tr(_INTRO),
        fields=(
            Field("where", tr("Where it stands"), 30, "shown"),
            Field("source", _source(source), width, "sent",
                  style="text right" if right_to_left(source) else "text left"),
            Field("text", tr("Translation"), width, "words",
                  style="fill in right" if right_to_left(draft.language) else "fill in left"),
            Field("status", tr("Status"), 12, "shown"),
            Field("note", tr("Note"), 22, "words"),
            Field("was", tr("Sent with"), 10, "shown", style="check"),
        ),
        nothing=tr("There is no text in this questionnaire."),
        ref_width=25,
        least_height=_LEAST_HEIGHT,
        ref=tr(Form.ref),
        check=tr(Form.check),
    )  # fmt: skip


def _source(language: str) -> str:
    return tr("English source") if language == "en" else tr("Source ({code})", code=language)


def says_still_right(note: str) -> bool:
    """Whether a translator's note says so, in any language the program speaks."""
    said = note.strip(" .!").casefold()
    return bool(said) and any(said == word.casefold() for word in in_every_language(STILL_RIGHT))


def in_every_language(text: str) -> Iterator[str]:
    """A text of the program in each language, English first: the workbook may have been written in any."""
    for language in LANGUAGES:
        with speaking(language):
            word = tr(text)
        yield word


def rows_of(draft: Draft) -> list[Row]:
    """One row a text, in the order of the questionnaire."""
    where = contexts(draft.questionnaire)
    return [
        Row(
            key,
            {
                "where": where[key],
                "source": source,
                "status": tr(WORDS[draft.status(key)]),
                "was": sent_with(draft.text(key)),
            },
            {"text": draft.text(key), "note": draft.note(key)},
        )
        for key, source in draft.english.items()
    ]


def sent_with(translation: str) -> str:
    """The fingerprint of the translation that a row was sent with, as its cell would say it; "-" for none."""
    said = as_words(translation)
    return hashlib.sha256(said.encode("utf-8")).hexdigest()[:8] if said else "-"


def owner_of(draft: Draft) -> str:
    """Whom the rows belong to; not the version, for a text that stayed may be given to the next one."""
    return f"{draft.questionnaire.id} {draft.language}"


def line_of(draft: Draft) -> str:
    """The line by which the sheet is known where a program drops the properties of the file."""
    version, language = draft.questionnaire.version, draft.language
    return f"This sheet: translation of {draft.questionnaire.id}, version {version}, language {language}."


def _width(draft: Draft) -> float:
    every = [*draft.english.values(), *(draft.text(key) for key in draft.english)]
    for width in WIDTHS:
        if all(len(layout.wrapped(text, width - INDENT)) <= layout.MAX_LINES for text in every):
            return width
    return WIDTHS[-1]
