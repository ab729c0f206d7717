"""From a Report to all tables: each begins with the audit and the release, so that many can be joined."""

from __future__ import annotations

from exports.report import Report
from exports.tidy.advice import recommendations
from exports.tidy.codebook import codebook
from exports.tidy.people import heard, no_rating
from exports.tidy.ratings import areas, fronts, groups, items
from exports.tidy.table import Row, Table, Variable

KEYS = (
    Variable("audit", "Random name of the audit, the same in all its releases"),
    Variable("release", "Number of the release", "number", missing="a preview: nothing was published"),
)


def tables(report: Report) -> tuple[Table, ...]:
    """Every table of a release; the last one is the codebook of the others.

    Only what the workbook prints: nothing is worked out here, and nothing is in it that a Report has not.
    """
    made = (audit, fronts, areas, groups, items, recommendations, heard, no_rating)
    found = tuple(_keyed(report, make(report)) for make in made)
    return (*found, codebook(found))


def audit(report: Report) -> Table:
    """The one row that says which audit and release it is."""
    columns = (
        Variable("released", "Day of the release", "date", missing="a preview"),
        Variable("unit", "Unit that was audited"),
        Variable("questionnaire", "Questionnaire, by its title"),
        Variable("definition", "SHA-256 of the questionnaire"),
    )
    row: Row = {
        "released": report.identity.day.isoformat() if report.identity.day else "",
        "unit": report.unit,
        "questionnaire": report.title,
        "definition": report.identity.definition,
    }
    return Table("audit", "the audit", columns, (row,))


def _keyed(report: Report, table: Table) -> Table:
    # Alone, a name of digits and an `e` would be read as a number.
    name = f"audit-{report.identity.audit}"
    keys: Row = {"audit": name, "release": report.identity.release}
    rows = tuple({**keys, **row} for row in table.rows)
    return Table(table.name, table.one_row, (*KEYS, *table.variables), rows)
