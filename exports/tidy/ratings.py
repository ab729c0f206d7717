"""Overall, fronts, areas, groups and items as rows, from the very lines that the workbook prints."""

from __future__ import annotations

from collections.abc import Iterator

from exports.report import Line, RatedArea, Report
from exports.tidy import figures
from exports.tidy.figures import cells, split
from exports.tidy.table import Row, Table, Value, Variable

POINTS = "points of 0-100"
CHANGE = "points, this audit minus the baseline"
SCORE = figures.variables("score", "Rating as published", POINTS)
BANDS = (
    Variable("band", "Band of the rating, in words", missing="not rated"),
    Variable("band_place", "Place of the band, 0 the lowest", "number", "rank", missing="not rated"),
)
COMPARED = (
    *figures.variables("baseline", "Rating of the audit before, as published", POINTS),
    *figures.variables("change", "Change since the audit before, as published", CHANGE),
    Variable("changed", "What became of it since the baseline", missing="no baseline"),
)
AREA = Variable("area", "Area, by its id in the questionnaire")
AREA_TITLE = Variable("area_title", "Area, in words")
WHY = Variable("why", "What it rests on, or why there is no figure", missing="nothing said")


def fronts(report: Report) -> Table:
    """The overall in the first row, then the fronts."""
    lines = (report.summary.overall, *report.summary.fronts)
    columns = (Variable("front", "Front by its id; the overall in the first row"),)
    title = Variable("front_title", "Front, in words")
    rows = tuple(
        {"front": line.id or "overall", "front_title": line.title, **_rated(line), **_compared(line)}
        for line in lines
    )
    return Table("fronts", "the overall, or a front", (*columns, title, *SCORE, *BANDS, *COMPARED, WHY), rows)


def areas(report: Report) -> Table:
    """One row an area."""
    columns = (
        AREA,
        AREA_TITLE,
        Variable("front_title", "Front that the area belongs to"),
        *SCORE,
        *BANDS,
        *figures.variables("coverage", "Share of the area's items that is covered, by weight", "percent"),
        *figures.variables("objective", "What documents and staff data show", POINTS),
        *figures.variables("perception", "What staff said, women, men and others together", POINTS),
        *figures.variables("gap", "Women's minus men's figure, as published both", "points"),
        *COMPARED,
        WHY,
        Variable("notes", "What a reader must know beside the rating", missing="nothing to note"),
    )
    return Table("areas", "an area of the questionnaire", columns, tuple(_area(one) for one in report.areas))


def groups(report: Report) -> Table:
    """Women's and men's figures of every area, one row a group."""
    columns = (
        AREA,
        Variable("group", "Who said it", values=("women", "men")),
        *figures.variables("perception", "What this group said in the area", POINTS),
    )
    rows: list[Row] = []
    for one in report.areas:
        for group, shown in (("women", one.line.women), ("men", one.line.men)):
            rows.append({"area": one.line.id, "group": group, **cells("perception", split(shown))})
    return Table("groups", "women or men in an area", columns, tuple(rows))


def items(report: Report) -> Table:
    """One row an item that the workbook lists; a small unit's workbook lists none that staff answered."""
    columns = (
        Variable("item", "Item, by its id in the questionnaire"),
        AREA,
        Variable("item_text", "What is asked"),
        Variable("evidence", "Kind of figure", values=("objective", "perception"), missing="no figure"),
        *SCORE,
        *BANDS,
        Variable("answer", "The figure in the words of the answers", missing="not answered by people"),
        *COMPARED,
        WHY,
    )
    return Table("items", "an item that the workbook lists", columns, tuple(_items(report)))


def _area(one: RatedArea) -> Row:
    line = one.line
    missing = figures.why(line)
    return {
        "area": line.id,
        "area_title": line.title,
        "front_title": one.front,
        **_rated(line),
        **cells("coverage", split(line.coverage, missing if line.score is None else figures.NONE)),
        **cells("objective", split(line.objective)),
        **cells("perception", split(line.perception)),
        **cells("gap", split(line.gap)),
        **_compared(line),
        "notes": " ".join(one.notes),
    }


def _items(report: Report) -> Iterator[Row]:
    for one in report.areas:
        for line in one.items:
            if line.id:  # what a small unit's staff said together is the area's own figure
                yield _item(one.line.id, line)


def _item(area: str, line: Line) -> Row:
    kinds = [name for name in ("objective", "perception") if getattr(line, name) is not None]
    return {
        "item": line.id,
        "area": area,
        "item_text": line.title,
        "evidence": kinds[0] if kinds else "",
        **_rated(line),
        "answer": "" if _place(line.band) is not None else line.band,
        **_compared(line),
    }


def _rated(line: Line) -> Row:
    place = _place(line.band)
    return {
        **cells("score", split(line.score, figures.why(line))),
        "band": "" if place is None else line.band.partition(" ")[2],
        "band_place": place,
        "why": line.why,
    }


def _place(band: str) -> Value:
    """How many squares of its symbol are filled; None for words of answers, and where nothing is rated."""
    symbol = band.partition(" ")[0]
    return symbol.count("■") if symbol and set(symbol) <= set("■□") else None


def _compared(line: Line) -> Row:
    return {
        **cells("baseline", split(line.baseline)),
        **cells("change", split(line.change)),
        "changed": line.changed,
    }
