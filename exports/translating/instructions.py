"""What a translator is told, on the first sheet of the workbook and in plain words."""

from __future__ import annotations

from exports.layout import Column
from exports.sheets.book import Book
from exports.translating.form import STILL_RIGHT
from exports.translating.form import TITLE as TEXTS
from exports.translating.words import TITLE as GLOSSARY
from questionnaires.catalogue import marked, tr, tr_many
from questionnaires.languages import called
from questionnaires.translation_draft import DONE, MISSING, OUT_OF_DATE, WORDS, Draft

TITLE = marked("How to translate")


def write(book: Book, draft: Draft) -> None:
    """The sheet of instructions, with how much there is to do."""
    page = book.page(tr(TITLE), (Column(tr("Step"), 24), Column(tr("What to do"), 82)))
    language = called(draft.language)
    page.across(tr("Translating into {language} ({code})", language=language, code=draft.language), "title")
    page.across(f"{draft.questionnaire.title}, {draft.questionnaire.reference}", "subtitle")
    page.gap(4)
    counts = [len(draft.keys(status)) for status in (MISSING, OUT_OF_DATE, DONE)]
    page.across(
        tr_many(
            "{number} texts: {missing} missing, {old} out of date, {done} done.",
            "{number} texts: {missing} missing, {old} out of date, {done} done.",
            len(draft.english),
            missing=counts[0],
            old=counts[1],
            done=counts[2],
        ),
        "plain",
    )
    page.gap(4)
    page.table_head()
    for step, text in _STEPS:
        page.add((tr(step), "strong text"), (tr(text, **_words()), "text"))
    page.gap(8)
    page.heading(tr("Rules that keep answers comparable"))
    for rule in _RULES:
        page.across(f"-  {tr(rule)}", "plain")


def _words() -> dict[str, str]:
    """What the steps quote from the other sheets."""
    return {
        "missing": tr(WORDS[MISSING]),
        "out_of_date": tr(WORDS[OUT_OF_DATE]),
        "done": tr(WORDS[DONE]),
        "still_right": tr(STILL_RIGHT),
        "texts": TEXTS,
        "glossary": tr(GLOSSARY),
    }


_STEPS = (
    (
        marked("Where you write"),
        marked(
            "In the sheet '{texts}': into the two coloured columns, Translation and Note. The other cells "
            "are locked, so that nothing is changed by accident; there is no password."
        ),
    ),
    (
        marked("What to do first"),
        marked(
            "Use the arrow on the heading 'Status'. '{missing}': there is no translation yet. "
            "'{out_of_date}': the source changed since the text was translated. '{done}': nothing "
            "needs to be done; correct it where you know better."
        ),
    ),
    (
        marked("Out of date"),
        marked(
            "Read the source anew and change the translation. If the translation that stands is right "
            "all the same, leave it and write '{still_right}' into the note."
        ),
    ),
    (
        marked("Where a text stands"),
        marked(
            "'Where it stands' tells who is asked, by which way, and what the text is for. A question that "
            "people read must be understood at once; a criterion is read by facilitators."
        ),
    ),
    (
        marked("Words of the field"),
        marked("Use the words of the sheet '{glossary}', and always the same ones."),
    ),
    (
        marked("What you cannot decide"),
        marked(
            "Leave the translation empty and write your question into the note. An empty cell stays missing, "
            "and people read the source there."
        ),
    ),
    (
        marked("A mistake in the source"),
        marked("Do not change the source: write what is wrong into the note."),
    ),
    (
        marked("Sending it back"),
        marked(
            "Save it as an Excel workbook (.xlsx), with Excel or LibreOffice, and send the file back. You "
            "may filter the rows, and sort them once the protection is lifted; each is known by its "
            "reference."
        ),
    ),
)
_RULES = (
    marked("Keep words in braces such as {unit} as they are; the program puts a name there."),
    marked("Keep numbers and spans of time: 24 months are not two years."),
    marked(
        "Say as much as the source says, no more and no less; an example that is left out changes the "
        "answers."
    ),
    marked("Write so that women, men and everybody else are meant, in the way your language does that best."),
    marked("Answers of one scale must all read differently, and keep their distances."),
    marked("Names of organisations and papers: the official name in your language; else the English one."),
)
