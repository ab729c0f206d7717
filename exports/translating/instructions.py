"""What a translator is told, on the first sheet of the workbook and in plain words."""

from __future__ import annotations

from exports.layout import Column
from exports.sheets.book import Book
from exports.translating.form import STILL_RIGHT
from questionnaires.catalogue import tr
from questionnaires.languages import called
from questionnaires.translation_draft import DONE, MISSING, OUT_OF_DATE, Draft

TITLE = "How to translate"
COLUMNS = (Column("Step", 24), Column("What to do", 82))


def write(book: Book, draft: Draft) -> None:
    """The sheet of instructions, with how much there is to do."""
    page = book.page(TITLE, COLUMNS)
    page.across(f"Translating into {called(draft.language)} ({draft.language})", "title")
    page.across(f"{draft.questionnaire.title}, {draft.questionnaire.reference}", "subtitle")
    page.gap(4)
    counts = [len(draft.keys(status)) for status in (MISSING, OUT_OF_DATE, DONE)]
    page.across(
        f"{len(draft.english)} texts: {counts[0]} {MISSING}, {counts[1]} {OUT_OF_DATE}, {counts[2]} {DONE}.",
        "plain",
    )
    page.gap(4)
    page.table_head()
    for step, text in _STEPS:
        page.add((step, "strong text"), (text, "text"))
    page.gap(8)
    page.heading(tr("Rules that keep answers comparable"))
    for rule in _RULES:
        page.across(f"-  {rule}", "plain")


_STEPS = (
    (
        "Where you write",
        "In the sheet 'Texts': into the two coloured columns, Translation and Note. The other cells are "
        "locked, so that nothing is changed by accident; there is no password.",
    ),
    (
        "What to do first",
        f"Use the arrow on the heading 'Status'. '{MISSING}': there is no translation yet. '{OUT_OF_DATE}': "
        f"the source changed since the text was translated. '{DONE}': nothing needs to be done; correct it "
        "where you know better.",
    ),
    (
        "Out of date",
        "Read the source anew and change the translation. If the translation that stands is right all the "
        f"same, leave it and write '{STILL_RIGHT}' into the note.",
    ),
    (
        "Where a text stands",
        "'Where it stands' tells who is asked, by which way, and what the text is for. A question that "
        "people read must be understood at once; a criterion is read by facilitators.",
    ),
    (
        "Words of the field",
        "Use the words of the sheet 'Glossary', and always the same ones.",
    ),
    (
        "What you cannot decide",
        "Leave the translation empty and write your question into the note. An empty cell stays missing, and "
        "people read the source there.",
    ),
    (
        "A mistake in the source",
        "Do not change the source: write what is wrong into the note.",
    ),
    (
        "Sending it back",
        "Save it as an Excel workbook (.xlsx), with Excel or LibreOffice, and send the file back. You may "
        "filter the rows, and sort them once the protection is lifted; each is known by its reference.",
    ),
)
_RULES = (
    "Keep words in braces such as {unit} as they are; the program puts a name there.",
    "Keep numbers and spans of time: 24 months are not two years.",
    "Say as much as the source says, no more and no less; an example that is left out changes the answers.",
    "Write so that women, men and everybody else are meant, in the way your language does that best.",
    "Answers of one scale must all read differently, and keep their distances.",
    "Names of organisations and papers: the official name in your language; else the English one.",
)
