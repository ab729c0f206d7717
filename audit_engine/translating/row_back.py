"""One row of a translator's workbook beside the text that stands: what is new in it, or what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from exports.answering.form import Form, as_text, as_words, check_of
from exports.answering.found import AGAIN
from exports.answering.returned import Line
from exports.answering.values import filled
from exports.translating.form import STILL_RIGHT, owner_of, says_still_right, sent_with
from questionnaires.answers import short
from questionnaires.catalogue import tr
from questionnaires.errors import Problem
from questionnaires.reading import forbidden_in
from questionnaires.translation_draft import OUT_OF_DATE, Draft
from questionnaires.translations import unlike

LONGEST_QUOTE = 70
What = Literal["text", "still right", "note"]


@dataclass(frozen=True)
class Change:
    """One cell that says something else than what stands. `before` is empty where nothing did."""

    key: str
    what: What
    before: str
    now: str


class RowBack:
    """One row that came back, beside the text that stands."""

    def __init__(self, draft: Draft, form: Form, line: Line) -> None:
        self.draft, self.line, self.key = draft, line, line.ref
        self.form = form
        self.values, self.wrong = filled(line, form)
        self.standing = draft.text(self.key)

    def read(self) -> tuple[list[Change], list[Problem]]:
        """What is new in the row, or what is wrong with it."""
        edited = self._edited()
        if edited:
            return [], [edited]
        if self.wrong:
            return [], self.wrong
        if not self._touched:
            return [], []
        problems = list(self._problems())
        return ([], problems) if problems else (list(self._changes()), [])

    @property
    def _text(self) -> str:
        """What the cell says; in one line where the source is."""
        text = self.values.get("text", "")
        return text if "\n" in self.draft.english.get(self.key, "") else " ".join(text.splitlines())

    @property
    def _note(self) -> str:
        return self.values.get("note", "")

    @property
    def _confirmed(self) -> bool:
        return says_still_right(self._note)

    @property
    def _new_text(self) -> bool:
        """Whether the translator wrote something: not what was sent, and not what stands."""
        text = self._text
        return bool(text) and text != as_words(self.standing) and sent_with(text) != self.line.sent("was")

    @property
    def _new_note(self) -> bool:
        return bool(self._note) and self._note != as_words(self.draft.note(self.key))

    @property
    def _touched(self) -> bool:
        return self._new_text or self._new_note

    def _edited(self) -> Problem | None:
        """A row that is no row of this questionnaire, or whose locked cells say something else."""
        line, source = self.line, self.draft.english.get(self.key)
        if line.check == line.check_now:
            return None
        if source is None:
            return Problem(
                line.where("ref"),
                tr("'{key}' is no text of this questionnaire.", key=short(self.key)),
                tr(AGAIN),
            )
        if line.sent("source") == as_text(source):
            return Problem(line.where("ref"), tr("the check of {ref} was changed.", ref=self.key), tr(AGAIN))
        return Problem(
            line.where("source"),
            tr(
                "the source says '{text}', and the questionnaire '{other}'.",
                text=quoted(line.sent("source")),
                other=quoted(source),
            ),
            tr("Put the source back; write what is wrong with it into the note."),
        )

    def _problems(self) -> Iterator[Problem]:
        line, source = self.line, self.draft.english.get(self.key)
        if source is None:
            message = tr("{key} was sent, and the questionnaire has no such text any more.", key=self.key)
            yield Problem(line.where("ref"), message, tr("Take its row out."))
            return
        if line.check != check_of(self.form, owner_of(self.draft), self.key, {"source": source}):
            yield Problem(
                line.where("text"),
                tr(
                    "{key} was translated from '{text}', and the source reads '{other}' now.",
                    key=self.key,
                    text=quoted(line.sent("source")),
                    other=quoted(source),
                ),
                tr("Translate it in a new workbook, and empty the row here."),
            )
        elif self._new_text and line.sent("was") != sent_with(self.standing):
            yield Problem(
                line.where("text"),
                tr(
                    "says '{text}', and {key} was changed since this workbook was written: it reads "
                    "'{other}' now.",
                    text=quoted(self._text),
                    key=self.key,
                    other=quoted(self.standing) or tr("nothing"),
                ),
                tr("Decide which of the two holds, and write it into a new workbook."),
            )
        elif self._confirmed and not self._text and not self.standing:
            yield Problem(
                line.where("note"),
                tr("says '{note}', and there is no translation.", note=tr(STILL_RIGHT)),
                tr("Write one."),
            )
        if self._new_text:
            yield from self._spoilt(source)

    def _spoilt(self, source: str) -> Iterator[Problem]:
        """What must not be in a translation, or must be and is not."""
        where = self.line.where("text")
        for lost in unlike(source, self._text):
            yield Problem(
                where,
                tr("the translation {fault}", fault=lost),
                tr("Write what stands in braces as in the source."),
            )
        for character in forbidden_in(self._text):
            yield Problem(
                where,
                tr(
                    "holds a character that cannot be kept ({character}).",
                    character=f"U+{ord(character):04X}",
                ),
                tr("Type the text anew."),
            )

    def _changes(self) -> Iterator[Change]:
        if self._new_text:
            yield Change(self.key, "text", self.standing, self._text)
        elif self._confirmed and self.draft.status(self.key) == OUT_OF_DATE:
            yield Change(self.key, "still right", self.standing, self.standing)
        if self._new_note and not self._confirmed and (self._text or self.standing):
            yield Change(self.key, "note", self.draft.note(self.key), self._note)


def quoted(text: str) -> str:
    """A text as a message repeats it."""
    return short(text, LONGEST_QUOTE)
