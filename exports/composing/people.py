"""Who was heard: by function, never a small group, never a group that is neither women nor men."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exports.composing.summary import response
from exports.material import Material
from exports.report import Heard, HeardRow, NotRating
from questionnaires.catalogue import marked, tr
from questionnaires.definition import Questionnaire, Role
from questionnaires.scope import asks_by, has_survey, hears_opinions
from scoring.evidence import Group
from scoring.evidence import Heard as Counted
from scoring.no_answer import published_shares

FUNCTIONS: dict[Role, str] = {
    "director": marked("Head of unit and managers"),
    "focal_point": marked("Focal points and specialists"),
    "hr_officer": marked("Human resources and administration"),
    "staff": marked("Staff"),
    "partner": marked("Partners and constituents"),
}
NOT_APART = marked(
    "Interviews are counted by function only: beside the number of women and men, one more person would be "
    "told to be neither. The workshop is counted by sex, as its participants were recorded."
)
BY_FUNCTION = marked("Interviews are counted by function only.")
NO_FIGURE = marked(
    "This questionnaire asks for nobody's opinion: what was explained in interviews led to papers and "
    "stands in no figure."
)
NOBODY = marked("Nobody was interviewed, and no workshop is recorded yet.")
NOT_INTERVIEWED = marked("Nobody was interviewed yet.")
NO_INTERVIEW = marked("No interview is recorded. None is needed: every item is rated by papers.")
UNCOUNTED = marked("Workshop (how many took part was not written down)")


def heard(material: Material) -> Heard:
    """Survey as total and rate, interviews by function, the workshop by sex."""
    rows = [*_interviews(material), *_workshop(material)]
    return Heard(
        survey=(response(material),) if has_survey(material.questionnaire) else (),
        rows=tuple(rows),
        notes=tuple(_notes(material, rows)),
        not_rating=tuple(_not_rating(material)),
        nobody=_nobody(material.questionnaire),
        workshop=_counts_the_room(material.questionnaire, rows),
    )


def _counts_the_room(questionnaire: Questionnaire, rows: list[HeardRow]) -> bool:
    """Whether there is a workshop: one that is asked for, or one that was held all the same."""
    return asks_by(questionnaire, "workshop") or any(row.women is not None for row in rows)


def _nobody(questionnaire: Questionnaire) -> str:
    if not hears_opinions(questionnaire):
        return tr(NO_INTERVIEW)
    return tr(NOBODY if asks_by(questionnaire, "workshop") else NOT_INTERVIEWED)


def _notes(material: Material, rows: list[HeardRow]) -> Iterator[str]:
    yield tr(NOT_APART if _counts_the_room(material.questionnaire, rows) else BY_FUNCTION)
    if not hears_opinions(material.questionnaire):
        yield tr(NO_FIGURE)


def _not_rating(material: Material) -> Iterator[NotRating]:
    """The items of which more than two people's share is told; of every other it would say nothing."""
    for area in material.assessment.areas:
        for rating in area.items:
            shares = published_shares(material.questionnaire, material.assessment, rating)
            if any(not share.startswith("<=") for share in shares):
                yield NotRating(rating.id, material.questionnaire.items[rating.id].text, *shares)


def _interviews(material: Material) -> list[HeardRow]:
    interviews = [one for one in material.heard if one.instrument == "interview" and one.role in FUNCTIONS]
    groups = {name: [one for one in interviews if one.role == role] for role, name in FUNCTIONS.items()}
    rows = [
        _row(tr("Interviews: {function}", function=tr(name)), found)
        for name, found in groups.items()
        if found
    ]
    return [*rows, _row(tr("Interviews: all"), interviews)] if rows else []


def _row(what: str, counted: Iterable[Counted]) -> HeardRow:
    return HeardRow(what, total=sum(one.number for one in counted))


def _workshop(material: Material) -> list[HeardRow]:
    room = [one for one in material.heard if one.instrument == "workshop"]
    women, men = _of(room, "woman"), _of(room, "man")
    if women or men:
        return [HeardRow(tr("Workshop"), women=women, men=men)]
    ratings = (rating for area in material.assessment.areas for rating in area.items)
    held = any("workshop" in (rating.source, rating.instrument) for rating in ratings)
    return [HeardRow(tr(UNCOUNTED))] if held else []


def _of(counted: Iterable[Counted], group: Group) -> int:
    return sum(one.number for one in counted if one.group == group)
