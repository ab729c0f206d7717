"""A made-up audit of two areas for tests by properties: any people, any papers, and how it is rated."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

from questionnaires.definition import Area, Item, Questionnaire
from questionnaires.routing import Setting
from scoring import assess
from scoring.assessment import AreaRating, Assessment, ItemRating
from scoring.earlier import earlier_from
from scoring.evidence import Earlier
from tests.counting import Submission, evidence_of
from tests.worked_cases import questionnaire_of

Form = tuple[str, dict[str, str]]
"""A group and what somebody of it answered."""

AGREE = ["strongly_disagree", "disagree", "neither", "agree", "strongly_agree"]
CODES = ["dk", "na", "pnts"]
LEVELS = ["missing", "approaching", "meeting", "exceeding"]
GROUPS = ["woman", "man", "x"]
STAFF = 24
PEOPLE, PAPERS, OTHERS = ["A-1", "A-2", "A-3", "A-4"], ["A-5", "A-6", "A-7"], [f"B-{n}" for n in range(1, 6)]
REVERSED = "A-4"
QUESTIONNAIRE = questionnaire_of(
    {
        "items": {
            "A-1 to A-3": "agree5 survey",
            "A-4": "agree5 survey, reversed",
            "A-5 to A-7": "ev4 documents",
            "B-1 to B-5": "ev4 documents",
        }
    }
)

groups = st.sampled_from(GROUPS)
answers = st.fixed_dictionaries({name: st.sampled_from(AGREE + CODES) for name in PEOPLE})
rated_answers = st.fixed_dictionaries({name: st.sampled_from(AGREE) for name in PEOPLE})
forms = st.lists(st.tuples(groups, answers), min_size=12, max_size=STAFF)
papers = st.fixed_dictionaries(
    {name: st.sampled_from([*LEVELS, "nf", "ng", "na N1"]) for name in PAPERS + OTHERS}
)


def submitted(people: Sequence[Form], found: Mapping[str, str]) -> list[Submission]:
    """Survey forms and one sheet of documents."""
    survey = [Submission("survey", "staff", answered, group) for group, answered in people]  # type: ignore[arg-type]
    return [*survey, Submission("document_review", "facilitator", found)]


def judge(
    questionnaire: Questionnaire,
    submissions: Sequence[Submission],
    earlier: Earlier | None = None,
    staff: int = STAFF,
) -> Assessment:
    """Rate an audit of a unit of `staff` people."""
    return assess(questionnaire, evidence_of(questionnaire, Setting(staff), submissions), earlier)


def kept(submissions: Sequence[Submission]) -> Earlier:
    """An audit as the baseline of the next."""
    return earlier_from(
        QUESTIONNAIRE,
        judge(QUESTIONNAIRE, submissions),
        unit="unit",
        start="2024-01-01",
        sha256="",
        respondents=sum(one.instrument == "survey" for one in submissions),
    )


def area(assessment: Assessment, name: str = "A") -> AreaRating:
    found = assessment.area(name)
    assert found is not None
    return found


def item(assessment: Assessment, name: str) -> ItemRating:
    found = assessment.item(name)
    assert found is not None
    return found


def with_items(change: Callable[[Item], Item]) -> Questionnaire:
    """The same questionnaire with each item changed."""
    return with_areas([area_with(one, [change(each) for each in one.items]) for one in QUESTIONNAIRE.areas])


def with_areas(areas: Sequence[Area]) -> Questionnaire:
    parts = {name: getattr(QUESTIONNAIRE, name) for name in Questionnaire.model_fields}
    return Questionnaire(**{**parts, "areas": tuple(areas)})


def area_with(one: Area, items: Sequence[Item]) -> Area:
    return Area(id=one.id, title=one.title, front=one.front, items=tuple(items))


def with_extra(extra: Item) -> Questionnaire:
    """The same questionnaire with one more item at the end of its first area."""
    first, *others = QUESTIONNAIRE.areas
    return with_areas([area_with(first, [*first.items, extra]), *others])


def item_with(one: Item, **fields: Any) -> Item:
    return Item(**{**{name: getattr(one, name) for name in Item.model_fields}, **fields})


def turn(answer: str) -> str:
    """The answer at the same distance from the other end of its scale; codes stay."""
    for ladder in (AGREE, LEVELS):
        if answer in ladder:
            return ladder[-1 - ladder.index(answer)]
    return answer
