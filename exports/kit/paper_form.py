"""The printable form of a questionnaire with a code beside each choice; it belongs to no audit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from exports.kit.blocks import printed
from exports.kit.material import Kit
from exports.kit.texts import Texts, chosen_language, paper_form, raw
from questionnaires.catalogue import marked, speaking, tr
from questionnaires.definition import Instrument, Questionnaire, Role
from questionnaires.routing import Setting

BLANK = "____________________"
PAPER = "paper_form"
_INSTRUMENTS: Mapping[Instrument, str] = {
    "survey": marked("survey"),
    "interview": marked("interview"),
    "document_review": marked("document review"),
    "staff_data": marked("staff data"),
    "workshop": marked("workshop"),
}


def coded_paper(
    questionnaire: Questionnaire,
    setting: Setting,
    instrument: Instrument,
    role: Role,
    header: str,
    language: str = "en",
) -> bytes:
    """The Word file in a language, in English where there are no texts.

    `header`: what the first column of the typing sheet is called.
    """
    chosen = chosen_language(language)
    kit = _no_audit(questionnaire, setting).written_in(chosen)
    with speaking(chosen):
        return _coded(kit, instrument, role, header)


def _coded(kit: Kit, instrument: Instrument, role: Role, header: str) -> bytes:
    words, _ = raw(kit.language)
    text = paper_form(kit.language)
    filling = {
        "name": kit.questionnaire.reference,
        "instrument": tr(_INSTRUMENTS[instrument]),
        "header": header,
    }
    if instrument != "survey":
        text = {**text, "landscape": "yes"}  # criteria need the room
    named = {**words, "instrument": instrument, "role": role}
    texts = Texts(named, {PAPER: text}, filling, {"survey": instrument == "survey"})
    return printed(kit, texts, PAPER)


def _no_audit(questionnaire: Questionnaire, setting: Setting) -> Kit:
    """A form is printed before there is an audit: what is not known is written by hand."""
    return Kit(questionnaire, "", "", setting, BLANK, "", {}, date.max)
