"""What a questionnaire asks at all, in a unit of any size: what is never asked is spoken of nowhere."""

from __future__ import annotations

from questionnaires.catalogue import tr
from questionnaires.definition import Instrument, Questionnaire

GENDER = "gender"
"""The question about the respondent by which women's and men's figures are told apart."""


def asks_by(questionnaire: Questionnaire, instrument: Instrument) -> bool:
    """Whether any item or open question is asked in this way."""
    items = any(instrument in item.instruments for item in questionnaire.items.values())
    return items or any(instrument in prompt.instruments for prompt in questionnaire.prompts)


def has_survey(questionnaire: Questionnaire) -> bool:
    """Whether anything is asked in a survey at all; a scorecard may do without."""
    return asks_by(questionnaire, "survey")


def hears_opinions(questionnaire: Questionnaire) -> bool:
    """Whether an item asks what people think; else all is looked up, and there is no figure of people."""
    return any(item.evidence == "perception" for item in questionnaire.items.values())


def compares_by_sex(questionnaire: Questionnaire) -> bool:
    """Whether women's and men's opinions can be told apart: people are asked for them, and who they are."""
    return hears_opinions(questionnaire) and any(one.id == GENDER for one in questionnaire.profile)


def counts_by_sex(questionnaire: Questionnaire) -> bool:
    """Whether women and men are counted for an item."""
    kinds = {questionnaire.scale_of(item).kind for item in questionnaire.items.values()}
    return bool(kinds & {"sexcount", "sexrate"})


def looked_up_in(questionnaire: Questionnaire) -> str:
    """Where the figures come from that nobody's opinion is in: `documents and staff data`, or `documents`."""
    return tr("documents and staff data") if asks_by(questionnaire, "staff_data") else tr("documents")
