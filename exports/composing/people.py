"""Who was heard: functions and sex, never a small group, never a group that is neither women nor men."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exports.composing.summary import response
from exports.material import Material
from exports.report import Fact, Heard, HeardRow, NotRating
from questionnaires.definition import Role
from scoring.evidence import Group
from scoring.evidence import Heard as Counted
from scoring.no_answer import published_shares

FUNCTIONS: dict[Role, str] = {
    "director": "Head of unit and managers",
    "focal_point": "Gender focal points and specialists",
    "hr_officer": "Human resources and administration",
    "staff": "Staff",
    "partner": "Partners and constituents",
}
NOT_APART = (
    "Women and men are counted as they named themselves. Unless everybody interviewed named one of the two, "
    "interviews are counted by function only."
)
SMALL = "In a unit of this size nobody is asked for their sex, so interviews are counted by function only."


def heard(material: Material) -> Heard:
    """Survey as total and rate; interviews and workshop by sex and function."""
    small = material.assessment.small_unit
    rows = [*_interviews(material, by_sex=not small), *_workshop(material)]
    return Heard(
        survey=(Fact("Survey", response(material).text),),
        rows=tuple(rows),
        notes=(SMALL if small else NOT_APART,),
        not_rating=tuple(_not_rating(material)),
    )


def _not_rating(material: Material) -> Iterator[NotRating]:
    """The items of which more than two people's share is told; of every other it would say nothing."""
    for area in material.assessment.areas:
        for rating in area.items:
            shares = published_shares(material.questionnaire, material.assessment, rating)
            if any(not share.startswith("<=") for share in shares):
                yield NotRating(rating.id, material.questionnaire.items[rating.id].text, *shares)


def _interviews(material: Material, *, by_sex: bool) -> list[HeardRow]:
    """By sex only where everybody named one: a single row without it would point at a person."""
    interviews = [one for one in material.heard if one.instrument == "interview" and one.role in FUNCTIONS]
    apart = by_sex and _of(interviews, "x") == 0
    groups = {name: [one for one in interviews if one.role == role] for role, name in FUNCTIONS.items()}
    rows = [_row(f"Interviews: {name}", found, apart) for name, found in groups.items() if found]
    return [*rows, _row("Interviews: all", interviews, apart)] if rows else []


def _row(what: str, counted: Iterable[Counted], by_sex: bool) -> HeardRow:
    found = list(counted)
    if not by_sex:
        return HeardRow(what, total=sum(one.number for one in found))
    return HeardRow(what, women=_of(found, "woman"), men=_of(found, "man"))


def _workshop(material: Material) -> list[HeardRow]:
    room = [one for one in material.heard if one.instrument == "workshop"]
    women, men = _of(room, "woman"), _of(room, "man")
    return [HeardRow("Workshop", women=women, men=men)] if women or men else []


def _of(counted: Iterable[Counted], group: Group) -> int:
    return sum(one.number for one in counted if one.group == group)
