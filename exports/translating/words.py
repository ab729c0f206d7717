"""The glossary as a sheet of the translator's workbook."""

from __future__ import annotations

from exports.layout import Column
from exports.sheets.book import Book
from questionnaires.catalogue import marked, tr
from questionnaires.glossary import Term, glossary
from questionnaires.languages import called, right_to_left

TITLE = marked("Glossary")
_KNOWN = marked("Use these words, and always the same ones. A star stands for any ending.")
_NEW = marked(
    "The list does not hold this language yet. Write your word for each term into the coloured column, for "
    "yourself and for whoever shares the work, and use always the same one. This sheet is not read back."
)


def write(book: Book, language: str) -> None:
    """One row a term: what it is called, what must not stand for it, what it means."""
    page = book.page(tr(TITLE), _columns(language), "landscape")
    known = bool(glossary()[0].said(language))
    page.across(tr("Words of the field"), "title")
    page.across(tr(_KNOWN if known else _NEW), "note")
    page.gap(4)
    page.table_head(freeze=True, fill_in_from=None)
    for term in glossary():
        page.add(
            (term.label, "strong text"),
            _word(term, language),
            (_never(term, language), "text right" if right_to_left(language) else "text left"),
            (term.meaning, "text"),
        )


def _columns(language: str) -> tuple[Column, ...]:
    name = f"{called(language)} ({language})"
    return (
        Column(tr("English"), 28),
        Column(name, 36),
        Column(tr("Not"), 30),
        Column(tr("What it means"), 70),
    )


def _word(term: Term, language: str) -> tuple[str, str]:
    said, side = term.said(language), "right" if right_to_left(language) else "left"
    return (said.say, f"text {side}") if said else ("", f"fill in {side}")


def _never(term: Term, language: str) -> str:
    said = term.said(language)
    return "; ".join(said.never) if said else ""
