"""What is in the workbook: every sheet with a link and one line on what it holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from exports.layout import Column
from exports.sheets.book import Book

TITLE = "Contents"
COLUMNS = (Column("Sheet", 32), Column("What it holds", 74))
ABOUT: Mapping[str, str] = {
    "Summary": "One page: overall, all areas, strengths, gaps, the next dates.",
    "Areas": "One block an area: rating, why it is so, what stands beside it, what would change it.",
    "Items": "Every item with its figure or answer, and what it rests on.",
    "Women and men": "Where women and men see things alike, and where they do not.",
    "Strengths and good practices": "What works, and what others could take over.",
    "Findings": "What was found, with the items and the evidence for it.",
    "Recommendations": "What to do, by whom, by when; to be read.",
    "Action plan": "What is to be done when, on a line of time.",
    "Management response": "For the unit to fill in and send back: its answer to each recommendation.",
    "Follow-up": "How far each recommendation is carried out.",
    "Who was heard": "How many answered and were interviewed; nobody in person.",
    "Interviews": "How many interviews were held to explain what papers show; nobody in person.",
    "Not rated by people": "What people could or would not rate.",
    "Document list": "Which documents were listed and read, and how they were drawn.",
    "Method and limits": "How the ratings came about, and what they cannot say.",
    "Glossary": "The words of the field and of this report.",
    "Where you stand": "One page: overall, areas, strengths and gaps.",
    "What to do first": "One page: the first recommendations, the next dates, what is asked of you.",
}


def write(book: Book, titles: Sequence[str]) -> None:
    """One row a sheet, in the order of the workbook."""
    page = book.page(TITLE, COLUMNS)
    page.across("Contents", "title")
    page.across("Click a name to go there.", "note")
    page.gap(4)
    page.table_head(freeze=True)
    for title in titles:
        row = page.add((title, "strong text"), (ABOUT.get(title, ""), "text"))
        book.places[f"sheet {title}"] = f"'{title}'!A1"
        book.link(page.cell(row, 1), f"sheet {title}", "strong link")
