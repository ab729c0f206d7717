"""Tables to write into, and tables whose rows stand in the texts."""

from __future__ import annotations

from typing import Any

from exports.kit import look
from exports.kit.material import Kit
from exports.kit.paper import Paper
from exports.kit.table import Box, Content, Table, scaled, with_head
from exports.kit.texts import Texts


def rows(paper: Paper, kit: Kit, texts: Texts, block: dict[str, Any]) -> None:
    """A table as it stands in the texts, one column in bold."""
    bold = int(block["bold"])
    made: list[list[Content]] = [
        [Box(cell, bold=place == bold) for place, cell in enumerate(row)] for row in block["rows"]
    ]
    paper.table(with_head(block["heads"], made, _widths(paper, block)))
    paper.gap()


def empty_table(paper: Paper, kit: Kit, texts: Texts, block: dict[str, Any]) -> None:
    """Headings and empty rows to write into; `numbered`: the first column is a number's."""
    numbered = block.get("numbered") == "yes"
    empty: list[list[Content]] = [
        [str(number) if numbered else "", *[""] * (len(block["heads"]) - 1)]
        for number in range(1, int(block["rows"]) + 1)
    ]
    height = float(block.get("height", "0.8"))
    paper.table(with_head(block["heads"], empty, _widths(paper, block), height=height))
    paper.gap()


def empty_row(paper: Paper, kit: Kit, texts: Texts, block: dict[str, Any]) -> None:
    """One row of headings with one row to write into."""
    heads: list[Content] = [Box(head, bold=True, size=8.5, fill=look.BLUE_FAINT) for head in block["heads"]]
    paper.table(Table(_widths(paper, block), [heads, [""] * len(heads)], height=0.8))
    paper.gap()


def signatures(paper: Paper, kit: Kit, texts: Texts, block: dict[str, Any]) -> None:
    """Two columns to sign in."""
    label, half = 3.0, (paper.width - 3.0) / 2
    filled: list[list[Content]] = [
        [Box(name, bold=True, fill=look.BLUE_FAINT), "", ""] for name in block["rows"]
    ]
    paper.table(with_head(["", *block["heads"]], filled, [label, half, half], height=0.95, together=True))


def grid(paper: Paper, kit: Kit, texts: Texts, block: dict[str, Any]) -> None:
    """Areas by sources, one row an area; `columns` are headings with the share of the width."""
    heads = [head for head, _ in block["columns"]]
    named: list[list[Content]] = [
        [
            Box(f"{area.id} {area.title}", bold=True, size=7.5, fill=look.BLUE_FAINT),
            *[""] * (len(heads) - 1),
        ]
        for area in kit.questionnaire.areas
    ]
    widths = scaled([float(width) for _, width in block["columns"]], paper.width)
    paper.table(with_head(heads, named, widths, height=0.72, size=8))
    paper.gap(1)


def areas(paper: Paper, kit: Kit, texts: Texts, block: dict[str, Any]) -> None:
    """Every area with its front, and room for a strength and a finding."""
    fronts = {front.id: front.title for front in kit.questionnaire.fronts}
    listed: list[list[Content]] = [
        [fronts[area.front], Box(f"{area.id} {area.title}", bold=True), "", ""]
        for area in kit.questionnaire.areas
    ]
    paper.table(with_head(block["heads"], listed, scaled([2.4, 4.8, 4.9, 4.9], paper.width), height=1.0))
    paper.gap()


def _widths(paper: Paper, block: dict[str, Any]) -> list[float]:
    return scaled([float(width) for width in block["widths"]], paper.width)
