"""The words of the field and of this report, in plain words."""

from __future__ import annotations

from exports.composing.field_words import FIELD
from exports.composing.figures import symbol
from exports.composing.words import told
from exports.material import Material
from exports.report import Fact
from questionnaires.catalogue import marked
from questionnaires.definition import Questionnaire
from questionnaires.rules import Band
from questionnaires.scope import compares_by_sex, counts_by_sex, hears_opinions
from questionnaires.texts import texts
from scoring.bands import in_order

REPORT = (
    Fact(
        marked("Front, area, item"),
        marked("An item is one question; an area holds the items on one subject; a front holds areas."),
    ),
    Fact(marked("Score"), marked("Points of 0-100. A help to read the findings, not a mark.")),
    Fact(marked("Documents"), marked("What papers and counts show.")),
    Fact(
        marked("People"),
        marked("What staff and partners said in confidence, as a mean of at least five of them."),
    ),
    Fact(marked("Covered"), marked("How much of what applies in an area could be rated, in percent.")),
    Fact(
        marked("Gap"),
        marked("The women's figure minus the men's figure, in points. Below zero: women rate it lower."),
    ),
    Fact(
        marked("Baseline"),
        marked("The figures of the audit before this one, or figures declared for the unit before it began."),
    ),
    Fact(
        marked("Change"),
        marked("How many points were gained or lost since the baseline. Small changes count as none."),
    ),
    Fact(
        marked("not rated"),
        marked("There is not enough evidence for a figure. It is no bad result, and no zero."),
    ),
    Fact(
        marked("not shown"), marked("A figure exists and is kept back so that nobody's answer can be told.")
    ),
    Fact(
        marked(">= and <="),
        marked("At least, at most. Near the ends of the scale the figure is not printed exactly."),
    ),
    Fact(marked("Proposed by rule"), marked("The ratings suggest it. Nobody has confirmed it yet.")),
    Fact(
        marked("Means of verification"),
        marked("The paper or count by which anybody can see that it was done."),
    ),
    Fact(
        marked("Release"),
        marked("One publication of this audit's figures. A later one may hold more answers."),
    ),
)


ABOUT_PEOPLE = ("Documents", "People", "not shown", ">= and <=")
"""Words that a report does not use where nobody was asked for an opinion."""
ABOUT_BOTH = ("Gap",)
"""Words that a report does not use where women's and men's opinions are not told apart."""
OF_ANY_FIELD = ("good-practice",)
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
    report = (told(fact) for fact in REPORT if fact.label not in left_out)
    return (*_field(questionnaire), *report, *meant)


def _field(questionnaire: Questionnaire) -> tuple[Fact, ...]:
    """All words of the field where women and men are counted or compared, else those the definition uses."""
    field = {name: told(fact) for name, fact in FIELD.items()}
    if compares_by_sex(questionnaire) or counts_by_sex(questionnaire):
        return tuple(field.values())
    used = " ".join(texts(questionnaire).values()).casefold()
    return tuple(
        fact for name, fact in field.items() if name in OF_ANY_FIELD or fact.label.casefold() in used
    )


def _meant(bands: list[Band]) -> tuple[Fact, ...]:
    return tuple(
        Fact(f"{symbol(place, len(bands))} {band.label}", band.meaning) for place, band in enumerate(bands)
    )
