"""The parts of papers that are made from the questionnaire and the facts, by the name used in the texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from exports.kit.material import Kit
from exports.kit.paper import Paper
from exports.kit.parts import (
    adapting,
    coded,
    days,
    guide,
    plain,
    seats,
    sheets,
    spoken,
    survey,
    voting,
    workshop,
)
from exports.kit.texts import Texts

Part = Callable[[Paper, Kit, Texts, dict[str, Any]], None]
PARTS: Mapping[str, Part] = {
    "dates": days.dates,
    "deletion": days.deletion,
    "words": adapting.words,
    "presets": adapting.presets,
    "seats": seats.seats,
    "consent": spoken.consent,
    "survey_consent": spoken.survey_consent,
    "cards_of_contacts": spoken.cards_of_contacts,
    "probes": guide.probes,
    "closing": guide.closing,
    "closing_fields": guide.closing_fields,
    "roles": guide.roles,
    "survey": survey.survey,
    "coded_form": coded.coded_form,
    "codebook": coded.codebook,
    "sheets": sheets.sheets,
    "agenda": workshop.agenda,
    "vote_cards": voting.vote_cards,
    "quiz": voting.quiz,
    "quiz_key": voting.quiz_key,
    "grid": plain.grid,
    "areas": plain.areas,
    "rows": plain.rows,
    "empty_table": plain.empty_table,
    "empty_row": plain.empty_row,
    "signatures": plain.signatures,
}
