"""Groups of the profile questions that can never all be large enough to be told apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import combinations
from math import prod

from questionnaires.catalogue import tr, tr_many
from questionnaires.definition import ProfileQuestion, Questionnaire
from questionnaires.warning import EditorWarning

SHOWN_OF_GENDER = ("woman", "man")
"""The groups of the question on gender that are ever shown."""
NO_GROUP = "pnts"


def crossing(questionnaire: Questionnaire, staff: int) -> Iterator[EditorWarning]:
    """Crossings of what a unit of `staff` people is asked about itself; the smallest only."""
    asked = [question for question in questionnaire.profile if question.minimum_staff <= staff]
    told: list[frozenset[str]] = []
    for size in range(1, len(asked) + 1):
        for crossed in combinations(asked, size):
            names = frozenset(str(question.id) for question in crossed)
            needed = _people_needed(questionnaire, crossed)
            if needed > staff and not any(before <= names for before in told):
                told.append(names)
                yield _warning(questionnaire, crossed, needed, staff)


def groups(question: ProfileQuestion) -> int:
    """How many groups the answers make."""
    shown = [option.id for option in question.options if option.id != NO_GROUP]
    return len([each for each in shown if question.id != "gender" or each in SHOWN_OF_GENDER])


def _people_needed(questionnaire: Questionnaire, crossed: Sequence[ProfileQuestion]) -> int:
    """The fewest people with whom every group of the crossing reaches the minimum.

    Categories that a unit does not have make no groups; two is the fewest that can be told apart. A question
    with `minimum_cell` is asked only where each cell of sex by category is so large.
    """
    least = [
        2 if question.id == "category" and question.minimum_cell else groups(question) for question in crossed
    ]
    return prod(least) * questionnaire.rules.minimum_group


def _warning(
    questionnaire: Questionnaire, crossed: Sequence[ProfileQuestion], needed: int, staff: int
) -> EditorWarning:
    last = crossed[-1]
    at = next(n for n, question in enumerate(questionnaire.profile) if question is last)
    names = reduce(
        lambda before, name: tr("{first} by {second}", first=before, second=name),
        (f"`{question.id}`" for question in crossed),
    )
    message = tr_many(
        "In a unit of {staff} staff the {number} groups of {names} can never all reach {least} people.",
        "In a unit of {staff} staff the {number} groups of {names} can never all reach {least} people.",
        needed // questionnaire.rules.minimum_group,
        staff=staff,
        names=names,
        least=questionnaire.rules.minimum_group,
    )
    remedy = tr(
        "Set `minimum_staff` of `{id}` to {needed} or more, or use fewer options.", id=last.id, needed=needed
    )
    return EditorWarning("crossing", ("profile", at, "minimum_staff"), message, remedy)
