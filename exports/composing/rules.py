"""The rules of rating in plain words, with the numbers of the questionnaire in use."""

from __future__ import annotations

from exports.composing.edition import POLICIES
from exports.composing.figures import item_legend, legend
from exports.material import Material
from exports.report import Fact
from questionnaires.definition import Instrument, Questionnaire
from questionnaires.scope import asks_by, compares_by_sex, has_survey, hears_opinions
from scoring.rounding import brief
from scoring.shares import share_of

ITEMS = (
    "Each answer has points from 0 to 100. A document or count has one value, the one two facilitators "
    "agreed on or the last confirmed."
)
SOURCES: dict[Instrument, str] = {
    "survey": "the survey",
    "workshop": "the workshop's agreed value",
    "interview": "interviews",
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
    sources = [words for instrument, words in SOURCES.items() if asks_by(questionnaire, instrument)]
    beside = " Other sources stand beside it." if len(sources) > 1 else ""
    return (
        f" What people said is the mean of their answers from one source: {', else '.join(sources)}.{beside}"
    )


def _made(material: Material) -> str:
    """What an area's figure is made of."""
    share = share_of(material.questionnaire)
    return f"The share: {share}." if share else "The mean of the items that count."


def _above(material: Material) -> str:
    if share_of(material.questionnaire):
        return "The same share of the items of all rated areas, each item with its weight."
    return "The mean of the rated areas as printed here."


def _survey(material: Material) -> tuple[Fact, ...]:
    if not has_survey(material.questionnaire):
        return ()
    needed = f"Its answers count if at least {_needed(material)} % of the people invited answered."
    return (Fact("Survey", needed),)


def _legends(material: Material) -> str:
    told, of_items = legend(material.questionnaire), item_legend(material.questionnaire)
    return f"{told}. Of items: {of_items}" if of_items else told


def _dead_zone(material: Material) -> str:
    if not hears_opinions(material.questionnaire):
        return ""
    return (
        "A change smaller than the dead zone counts as unchanged; the dead zone is wider where fewer "
        "people answered. "
    )


def _rating(material: Material) -> tuple[Fact, ...]:
    numbers = material.questionnaire.rules
    return (
        Fact("Items", ITEMS + _of_people(material.questionnaire)),
        Fact(
            "Areas",
            f"{_made(material)} An area is rated if they are "
            f"{brief(numbers.area_coverage_percent)} % of those that apply, at least {numbers.area_items}, "
            "and rest on enough cases. Items that do not apply leave both.",
        ),
        Fact(
            "Fronts, overall",
            f"{_above(material)} The overall needs "
            f"{brief(numbers.overall_percent)} % of the areas that apply, and at least "
            f"{numbers.overall_areas}.",
        ),
        Fact(
            "Missing",
            "No evidence is never counted as zero and never as good: it gives 'not enough evidence'.",
        ),
        Fact(
            "Does not exist",
            "What the unit confirmed not to exist counts as the lowest point. What was not handed over is "
            "not counted and reads 'documents not given'.",
        ),
        *_survey(material),
        Fact(
            "Bands",
            f"{_legends(material)}. The band follows from the exact figure, not the printed one.",
        ),
        Fact(
            "Change",
            f"{_dead_zone(material)}Only items with the same meaning that count in both audits are compared.",
        ),
        Fact(
            "Recommendations",
            "Low items raise the recommendations that the questionnaire holds. A rule only proposes; "
            "people accept, change or reject. What nobody accepted yet is marked 'proposed'.",
        ),
    )


def _reasons(questionnaire: Questionnaire) -> str:
    """What stands in place of a figure."""
    if not hears_opinions(questionnaire):
        return (
            "Where a figure is missing the report says one of three things: not enough evidence, documents "
            "not given, not applicable."
        )
    return (
        "Where a figure is missing the report says one of four things: not enough evidence, documents "
        "not given, not applicable, not shown. 'Not shown' protects people and says nothing about "
        "what they answered."
    )


def _needed(material: Material) -> str:
    return brief(material.assessment.response.needed_percent)


def _shown(material: Material) -> tuple[Fact, ...]:
    numbers = material.questionnaire.rules
    apart = compares_by_sex(material.questionnaire)
    policy = f"{POLICIES[material.assessment.policy]}. " if apart else ""
    return (
        Fact(
            "People's answers",
            f"A figure of people stands on at least {numbers.minimum_group} of them, a sensitive item on "
            f"{numbers.minimum_group_sensitive} and shows its band only. "
            f"{policy}A figure near the end of the scale is printed as >= "
            "or <=, so that no single answer can be told.",
        ),
        Fact(
            "Reasons",
            _reasons(material.questionnaire),
        ),
        Fact(
            "How far supported",
            "Every finding says whether two or more sources support it, one source does, or it was heard "
            "and not checked.",
        ),
    )
