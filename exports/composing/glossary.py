"""The words of the field and of this report, in plain words."""

from __future__ import annotations

from exports.composing.figures import symbol
from exports.material import Material
from exports.report import Fact
from questionnaires.definition import Questionnaire
from questionnaires.glossary import terms
from questionnaires.rules import Band
from questionnaires.scope import compares_by_sex, counts_by_sex, hears_opinions
from questionnaires.texts import texts
from scoring.bands import in_order

FIELD = (
    "gender",
    "gender-equality",
    "gender-parity",
    "gender-mainstreaming",
    "gender-analysis",
    "sex-disaggregated-data",
    "two-pronged-approach",
    "gender-responsive-budget",
    "gender-focal-point",
    "participatory-gender-audit",
    "harassment",
    "good-practice",
)
"""Terms of questionnaires/glossary.yaml that a report explains."""
REPORT = (
    Fact(
        "Front, area, item",
        "An item is one question; an area holds the items on one subject; a front holds areas.",
    ),
    Fact("Score", "Points of 0-100. A help to read the findings, not a mark."),
    Fact("Documents", "What papers and counts show."),
    Fact("People", "What staff and partners said in confidence, as a mean of at least five of them."),
    Fact("Covered", "How much of what applies in an area could be rated, in percent."),
    Fact("Gap", "The women's figure minus the men's figure, in points. Below zero: women rate it lower."),
    Fact(
        "Baseline",
        "The figures of the audit before this one, or figures declared for the unit before it began.",
    ),
    Fact("Change", "How many points were gained or lost since the baseline. Small changes count as none."),
    Fact("not rated", "There is not enough evidence for a figure. It is no bad result, and no zero."),
    Fact("not shown", "A figure exists and is kept back so that nobody's answer can be told."),
    Fact(">= and <=", "At least, at most. Near the ends of the scale the figure is not printed exactly."),
    Fact("Proposed by rule", "The ratings suggest it. Nobody has confirmed it yet."),
    Fact("Means of verification", "The paper or count by which anybody can see that it was done."),
    Fact("Release", "One publication of this audit's figures. A later one may hold more answers."),
)


ABOUT_PEOPLE = ("Documents", "People", "not shown", ">= and <=")
"""Words that a report does not use where nobody was asked for an opinion."""
ABOUT_BOTH = ("Gap",)
"""Words that a report does not use where women's and men's opinions are not told apart."""
OF_ANY_FIELD = ("Good practice",)
"""Words that belong into a report about anything."""


def glossary(material: Material) -> tuple[Fact, ...]:
    """The field's words, then the report's, then what each band means."""
    questionnaire = material.questionnaire
    meant = _meant(in_order(questionnaire))
    if questionnaire.share is not None:
        meant = (*_meant(in_order(questionnaire, "item")), *meant)
    left_out = {
        *(() if hears_opinions(questionnaire) else ABOUT_PEOPLE),
        *(() if compares_by_sex(questionnaire) else ABOUT_BOTH),
    }
    told = (fact for fact in REPORT if fact.label not in left_out)
    return (*_field(questionnaire), *told, *meant)


def _field(questionnaire: Questionnaire) -> tuple[Fact, ...]:
    """All words of the field where women and men are counted or compared, else those the definition uses."""
    field = tuple(Fact(terms()[name].label, terms()[name].meaning) for name in FIELD)
    if compares_by_sex(questionnaire) or counts_by_sex(questionnaire):
        return field
    spoken = " ".join(texts(questionnaire).values()).casefold()
    return tuple(fact for fact in field if fact.label in OF_ANY_FIELD or fact.label.casefold() in spoken)


def _meant(bands: list[Band]) -> tuple[Fact, ...]:
    return tuple(
        Fact(f"{symbol(place, len(bands))} {band.label}", band.meaning) for place, band in enumerate(bands)
    )
