"""Sums over whole forms in SQL: how far people of a group differ, and how the items of a scale go together.

No form is loaded. The answers are read once, in the order of the forms' keys, into one row a form that holds
each answer in a few bits of a whole number; then the rows of a group are added up, area by area.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from sqlalchemy import Connection

from audit_engine.store.whole_numbers import Ruler, ruler
from questionnaires.definition import Instrument, Questionnaire
from questionnaires.routing import STAFF_ROLES
from scoring.confidential import Chosen
from scoring.evidence import GROUPS, Group, ScaleSums, Spread

GROUP = "CASE gender WHEN 'woman' THEN 'woman' WHEN 'man' THEN 'man' ELSE 'x' END"
WORD = 62
"""Bits of a whole number of SQL that are used."""

_STAFF = ", ".join(f"'{role}'" for role in STAFF_ROLES)
_ANSWERS: Mapping[Instrument, str] = {
    "survey": "survey_form AS person CROSS JOIN survey_answer AS given USING (form)",
    "interview": "(SELECT id AS form, gender FROM submission"
    f" WHERE instrument = 'interview' AND state <> 'void' AND role IN ({_STAFF})) AS person"
    " CROSS JOIN answer AS given ON given.submission = person.form AND given.replaced_at = ''",
}


@dataclass(frozen=True)
class Field:
    """Where a form's row holds the answer to an item: 0 for none, else one more than its points in units."""

    word: int
    shift: int
    bits: int

    def words(self, points: int, number: int) -> list[int]:
        """The words of a row that holds nothing but these points."""
        return [(points + 1) << self.shift if word == self.word else 0 for word in range(number)]

    @property
    def points(self) -> str:
        """SQL for the points; NULL for no answer."""
        return f"nullif(word{self.word} >> {self.shift} & {2**self.bits - 1}, 0) - 1"


@dataclass(frozen=True)
class Alike:
    """Forms of one group with the same weight of compared items, in whole numbers (whole_numbers.Ruler).

    `whole`: they answered every item of the scale; then `totals` is the sum of the squares of their totals,
    and `points` holds, item by item, the sum of the points and the sum of their squares.
    """

    group: Group
    weight: int
    whole: bool
    people: int
    sum: int
    squares: int
    totals: int | None
    points: tuple[int, ...]


def sums_over_forms(
    connection: Connection, questionnaire: Questionnaire, instrument: Instrument, chosen: Mapping[str, Chosen]
) -> tuple[tuple[Spread, ...], tuple[ScaleSums, ...]]:
    """The spreads and scales of the areas, from the forms by which staff answer in confidence."""
    if not chosen:
        return (), ()
    rulers = {area: ruler(one, questionnaire.items) for area, one in chosen.items()}
    fields = _fields(rulers)
    _lay_out(connection, instrument, rulers, fields)
    counted = {area: list(_count(connection, measured, fields)) for area, measured in rulers.items()}
    for table in ("worth", "form_row"):
        connection.exec_driver_sql(f"DROP TABLE temp.{table}")
    spreads = (one for area, alike in counted.items() for one in _spreads(area, rulers[area], alike))
    scales = (_scale(area, rulers[area], alike) for area, alike in counted.items())
    return tuple(spreads), tuple(scale for scale in scales if scale)


def _fields(rulers: Mapping[str, Ruler]) -> dict[str, Field]:
    """One after the other, a new word where one is full."""
    found: dict[str, Field] = {}
    word, shift = 0, 0
    for measured in rulers.values():
        bits = (measured.largest + 1).bit_length()
        for item in measured.points:
            if shift + bits > WORD:
                word, shift = word + 1, 0
            found[item] = Field(word, shift, bits)
            shift += bits
    return found


def _lay_out(
    connection: Connection, instrument: Instrument, rulers: Mapping[str, Ruler], fields: Mapping[str, Field]
) -> None:
    words = [f"word{number}" for number in range(1 + max(field.word for field in fields.values()))]
    connection.exec_driver_sql(
        f"CREATE TEMP TABLE worth (item, value, {', '.join(words)}, PRIMARY KEY (item, value)) WITHOUT ROWID"
    )
    rows = [
        (item, value, *fields[item].words(points, len(words)))
        for measured in rulers.values()
        for item, worth in measured.points.items()
        for value, points in worth.items()
    ]
    marks = ", ".join("?" * (len(words) + 2))
    connection.exec_driver_sql(f"INSERT INTO worth VALUES ({marks})", rows)
    sums = ", ".join(f"sum({word}) AS {word}" for word in words)
    connection.exec_driver_sql(
        f"CREATE TEMP TABLE form_row AS SELECT {GROUP} AS grp, {sums} FROM {_ANSWERS[instrument]}"
        " CROSS JOIN worth ON worth.item = given.item AND worth.value = given.value GROUP BY person.form"
    )


def _count(connection: Connection, measured: Ruler, fields: Mapping[str, Field]) -> Iterator[Alike]:
    for row in connection.exec_driver_sql(_query(measured, fields)):
        group, weight, whole, people, total, squares, totals, *points = row
        yield Alike(group, weight, bool(whole), people, total, squares, totals, tuple(points))


def _query(measured: Ruler, fields: Mapping[str, Field]) -> str:
    name = {item: f"p{number}" for number, item in enumerate(measured.points)}
    given = ", ".join(f"{fields[item].points} AS {p}" for item, p in name.items())
    some = " OR ".join(f"{p} IS NOT NULL" for p in name.values())
    weight = " + ".join(f"({name[item]} IS NOT NULL) * {w}" for item, w in measured.weights.items()) or "0"
    own = " + ".join(f"ifnull({name[item]}, 0) * {w}" for item, w in measured.weights.items()) or "0"
    total = " + ".join(name[item] for item in measured.scale) or "NULL"
    sums = "".join(f", sum({name[item]}), sum({name[item]} * {name[item]})" for item in measured.scale)
    return f"""
SELECT grp, weight, total IS NOT NULL AS whole, count(*), sum(own), sum(own * own), sum(total * total){sums}
FROM (SELECT *, {weight} AS weight, {own} AS own, {total} AS total
      FROM (SELECT grp, {given} FROM form_row) WHERE {some})
GROUP BY grp, weight, whole
"""


def _spreads(area: str, measured: Ruler, counted: list[Alike]) -> Iterator[Spread]:
    for group in GROUPS:
        mine = [alike for alike in counted if alike.group == group]
        if mine:
            compared = [(alike, measured.point / alike.weight) for alike in mine if alike.weight]
            yield Spread(
                area,
                group,
                sum(alike.people for alike in mine),
                sum(alike.people for alike, _ in compared),
                sum((alike.sum * unit for alike, unit in compared), Fraction(0)),
                sum((alike.squares * unit**2 for alike, unit in compared), Fraction(0)),
            )


def _scale(area: str, measured: Ruler, counted: list[Alike]) -> ScaleSums | None:
    whole, point = [alike for alike in counted if alike.whole], measured.point
    if not whole:
        return None
    columns = [sum(column) for column in zip(*(alike.points for alike in whole), strict=True)]
    return ScaleSums(
        area,
        measured.scale,
        sum(alike.people for alike in whole),
        tuple(point * number for number in columns[::2]),
        tuple(point**2 * number for number in columns[1::2]),
        point**2 * sum(alike.totals or 0 for alike in whole),
    )
