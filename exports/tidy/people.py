"""Who was heard, and what people could not rate, as rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from exports.report import HeardRow, Report, Shown
from exports.tidy import figures
from exports.tidy.figures import cells, split
from exports.tidy.table import Row, Table, Variable

PEOPLE = "people"
# As the report words it: "31 of 40 answered (77 %)", "41 forms, 40 people invited".
_SURVEY = re.compile(r"^(\d+)(?: of (\d+) answered| forms, (\d+) people invited)")
ANSWERS = {
    "dk": ("dont_know", "does not know"),
    "na": ("not_in_my_work", "not part of the own work"),
    "pnts": ("prefer_not_to_say", "prefers not to say"),
}


def heard(report: Report) -> Table:
    """People by source and, where it may be told, by sex; the survey as sent and invited only."""
    columns = (
        Variable("source", "Who was heard, and how"),
        Variable("group", "Whom the number counts", values=("all", "women", "men", "invited")),
        Variable("people", "Number of people", "number", PEOPLE, missing="never empty"),
    )
    rows = (*_survey(report), *(row for one in report.heard.rows for row in _by_sex(one)))
    return Table("heard", "people of one source and group", columns, rows)


def _survey(report: Report) -> Iterator[Row]:
    for fact in report.heard.survey:
        found = _SURVEY.match(fact.text)
        if found:
            forms, *invited = found.groups()
            yield {"source": fact.label, "group": "all", "people": int(forms)}
            yield {"source": fact.label, "group": "invited", "people": int(next(filter(None, invited)))}


def _by_sex(row: HeardRow) -> Iterator[Row]:
    for group, number in (("women", row.women), ("men", row.men), ("all", row.total)):
        if number is not None:
            yield {"source": row.what, "group": group, "people": number}


def no_rating(report: Report) -> Table:
    """How often people gave no rating, one row an item and kind of answer."""
    columns = (
        Variable("item", "Item, by its id in the questionnaire"),
        Variable("answer", "What they answered", values=tuple(f"{k} ({w})" for k, (_, w) in ANSWERS.items())),
        *figures.variables("share", "Share of those who gave any answer to the item", "percent"),
    )
    rows = tuple(
        {"item": one.item, "answer": answer, **cells("share", split(_share(getattr(one, name))))}
        for one in report.heard.not_rating
        for answer, (name, _) in ANSWERS.items()
    )
    return Table("no_rating", "a way of not rating an item", columns, rows)


def _share(text: str) -> Shown:
    """A share in words, such as `15 %` and `<= 10 %`, as a number or a number with its sign."""
    bare = text.removesuffix("%").strip()
    return Fraction(bare) if bare.isdigit() else bare
