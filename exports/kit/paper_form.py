"""The printable form of a questionnaire with a code beside each choice; it belongs to no audit."""

from __future__ import annotations

from datetime import date

from exports.kit.blocks import printed
from exports.kit.material import Kit
from exports.kit.texts import Texts, chosen_language, paper_form, raw
from questionnaires.definition import Instrument, Questionnaire, Role
from questionnaires.routing import Setting

BLANK = "____________________"
PAPER = "paper_form"


def coded_paper(
    questionnaire: Questionnaire, setting: Setting, instrument: Instrument, role: Role, header: str
) -> bytes:
    """The Word file. `header`: what the first column of the typing sheet is called."""
    words, _ = raw(chosen_language(questionnaire.language))
    text = paper_form(chosen_language(questionnaire.language))
    filling = {
        "name": questionnaire.reference,
        "instrument": instrument.replace("_", " "),
        "header": header,
    }
    if instrument != "survey":
        text = {**text, "landscape": "yes"}  # criteria need the room
    named = {**words, "instrument": instrument, "role": role}
    texts = Texts(named, {PAPER: text}, filling, {"survey": instrument == "survey"})
    return printed(_no_audit(questionnaire, setting), texts, PAPER)


def _no_audit(questionnaire: Questionnaire, setting: Setting) -> Kit:
    """A form is printed before there is an audit: what is not known is written by hand."""
    return Kit(questionnaire, "", "", setting, BLANK, "", {}, date.max)
