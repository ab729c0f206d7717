"""The rules of rating in plain words, with the numbers of the questionnaire in use."""

from __future__ import annotations

from exports.composing.edition import POLICIES
from exports.composing.figures import item_legend, legend
from exports.composing.words import else_from, told
from exports.material import Material
from exports.report import Fact
from questionnaires.catalogue import marked, tr
from questionnaires.definition import Instrument, Questionnaire
from questionnaires.scope import asks_by, compares_by_sex, has_survey, hears_opinions
from scoring.rounding import brief
from scoring.shares import share_of

ITEMS = marked(
    "Each answer has points from 0 to 100. A document or count has one value, the one two facilitators "
    "agreed on or the last confirmed."
)
MISSING = Fact(
    marked("Missing"),
    marked("No evidence is never counted as zero and never as good: it gives 'not enough evidence'."),
)
DOES_NOT_EXIST = Fact(
    marked("Does not exist"),
    marked(
        "What the unit confirmed not to exist counts as the lowest point. What was not handed over is "
        "not counted and reads 'documents not given'."
    ),
)
COMPARED = marked("Only items with the same meaning that count in both audits are compared.")
RECOMMENDATIONS = Fact(
    marked("Recommendations"),
    marked(
        "Low items raise the recommendations that the questionnaire holds. A rule only proposes; "
        "people accept, change or reject. What nobody accepted yet is marked 'proposed'."
    ),
)
SUPPORTED = Fact(
    marked("How far supported"),
    marked(
        "Every finding says whether two or more sources support it, one source does, or it was heard "
        "and not checked."
    ),
)
SOURCES: dict[Instrument, str] = {
    "survey": marked("the survey"),
    "workshop": marked("the workshop's agreed value"),
    "interview": marked("interviews"),
}
"""Where opinions come from, the first that there is deciding (rule 1)."""


def rules(material: Material) -> tuple[Fact, ...]:
    """How items, areas and the overall are rated, and what is shown of people (docs/method.md, rules 1-8)."""
    shown = _shown(material)
    return (*_rating(material), *(shown if hears_opinions(material.questionnaire) else shown[1:]))


def _of_people(questionnaire: Questionnaire) -> str:
    """How opinions are rated; empty where nobody is asked for one."""
    if not hears_opinions(questionnaire):
        return ""
    sources = [tr(words) for instrument, words in SOURCES.items() if asks_by(questionnaire, instrument)]
    said = tr(
        "What people said is the mean of their answers from one source: {sources}.",
        sources=else_from(sources),
    )
    return " ".join([said, tr("Other sources stand beside it.")]) if len(sources) > 1 else said


def _made(material: Material) -> str:
    """What an area's figure is made of."""
    share = share_of(material.questionnaire)
    return tr("The share: {share}.", share=share) if share else tr("The mean of the items that count.")


def _above(material: Material) -> str:
    if share_of(material.questionnaire):
        return tr("The same share of the items of all rated areas, each item with its weight.")
    return tr("The mean of the rated areas as printed here.")


def _survey(material: Material) -> tuple[Fact, ...]:
    if not has_survey(material.questionnaire):
        return ()
    needed = tr(
        "Its answers count if at least {percent} % of the people invited answered.", percent=_needed(material)
    )
    return (Fact(tr("Survey"), needed),)


def _legends(material: Material) -> str:
    bands, of_items = legend(material.questionnaire), item_legend(material.questionnaire)
    return tr("{bands}. Of items: {items}", bands=bands, items=of_items) if of_items else bands


def _dead_zone(material: Material) -> str:
    if not hears_opinions(material.questionnaire):
        return ""
    return tr(
        "A change smaller than the dead zone counts as unchanged; the dead zone is wider where fewer "
        "people answered."
    )


def _rating(material: Material) -> tuple[Fact, ...]:
    items = (tr(ITEMS), _of_people(material.questionnaire))
    return (
        Fact(tr("Items"), _sentences(*items)),
        Fact(tr("Areas"), _sentences(_made(material), _area_rated(material))),
        Fact(tr("Fronts, overall"), _sentences(_above(material), _overall_rated(material))),
        told(MISSING),
        told(DOES_NOT_EXIST),
        *_survey(material),
        Fact(
            tr("Bands"),
            tr(
                "{bands}. The band follows from the exact figure, not the printed one.",
                bands=_legends(material),
            ),
        ),
        Fact(tr("Change"), _sentences(_dead_zone(material), tr(COMPARED))),
        told(RECOMMENDATIONS),
    )


def _sentences(*said: str) -> str:
    return " ".join(one for one in said if one)


def _area_rated(material: Material) -> str:
    numbers = material.questionnaire.rules
    return tr(
        "An area is rated if they are {percent} % of those that apply, at least {items}, and rest on enough "
        "cases. Items that do not apply leave both.",
        percent=brief(numbers.area_coverage_percent),
        items=numbers.area_items,
    )


def _overall_rated(material: Material) -> str:
    numbers = material.questionnaire.rules
    return tr(
        "The overall needs {percent} % of the areas that apply, and at least {areas}.",
        percent=brief(numbers.overall_percent),
        areas=numbers.overall_areas,
    )


def _reasons(questionnaire: Questionnaire) -> str:
    """What stands in place of a figure."""
    if not hears_opinions(questionnaire):
        return tr(
            "Where a figure is missing the report says one of three things: not enough evidence, documents "
            "not given, not applicable."
        )
    return tr(
        "Where a figure is missing the report says one of four things: not enough evidence, documents "
        "not given, not applicable, not shown. 'Not shown' protects people and says nothing about "
        "what they answered."
    )


def _needed(material: Material) -> str:
    return brief(material.assessment.response.needed_percent)


def _shown(material: Material) -> tuple[Fact, ...]:
    numbers = material.questionnaire.rules
    apart = compares_by_sex(material.questionnaire)
    needed = tr(
        "A figure of people stands on at least {people} of them, a sensitive item on {more} and shows its "
        "band only.",
        people=numbers.minimum_group,
        more=numbers.minimum_group_sensitive,
    )
    policy = f"{tr(POLICIES[material.assessment.policy])}." if apart else ""
    at_end = tr(
        "A figure near the end of the scale is printed as >= or <=, so that no single answer can be told."
    )
    return (
        Fact(tr("People's answers"), _sentences(needed, policy, at_end)),
        Fact(tr("Reasons"), _reasons(material.questionnaire)),
        told(SUPPORTED),
    )
