"""What is in the workbook: every sheet with a link and one line on what it holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from exports.layout import Column, in_words
from exports.sheets.book import Book, place_on
from questionnaires.catalogue import marked, tr

TITLE = marked("Contents")
COLUMNS = (Column(marked("Sheet"), 32), Column(marked("What it holds"), 74))
ABOUT: Mapping[str, str] = {
    marked("Summary"): marked("One page: overall, all areas, strengths, gaps, the next dates."),
    marked("Areas"): marked(
        "One block an area: rating, why it is so, what stands beside it, what would change it."
    ),
    marked("Items"): marked("Every item with its figure or answer, and what it rests on."),
    marked("Women and men"): marked("Where women and men see things alike, and where they do not."),
    marked("Strengths and good practices"): marked("What works, and what others could take over."),
    marked("Findings"): marked("What was found, with the items and the evidence for it."),
    marked("Recommendations"): marked("What to do, by whom, by when; to be read."),
    marked("Action plan"): marked("What is to be done when, on a line of time."),
    marked("Management response"): marked(
        "For the unit to fill in and send back: its answer to each recommendation."
    ),
    marked("Follow-up"): marked("How far each recommendation is carried out."),
    marked("Who was heard"): marked("How many answered and were interviewed; nobody in person."),
    marked("Interviews"): marked(
        "How many interviews were held to explain what papers show; nobody in person."
    ),
    marked("Not rated by people"): marked("What people could or would not rate."),
    marked("Document list"): marked("Which documents were listed and read, and how they were drawn."),
    marked("Method and limits"): marked("How the ratings came about, and what they cannot say."),
    marked("Glossary"): marked("The words of the field and of this report."),
    marked("Where you stand"): marked("One page: overall, areas, strengths and gaps."),
    marked("What to do first"): marked(
        "One page: the first recommendations, the next dates, what is asked of you."
    ),
}


def write(book: Book, titles: Sequence[str]) -> None:
    """One row a sheet, in the order of the workbook."""
    page = book.page(tr(TITLE), in_words(COLUMNS))
    page.across(tr(TITLE), "title")
    page.across(tr("Click a name to go there."), "note")
    page.gap(4)
    page.table_head(freeze=True)
    about = {tr(title): tr(words) for title, words in ABOUT.items()}
    for title in titles:
        row = page.add((title, "strong text"), (about.get(title, ""), "text"))
        book.places[f"sheet {title}"] = place_on(title, "A1")
        book.link(page.cell(row, 1), f"sheet {title}", "strong link")
