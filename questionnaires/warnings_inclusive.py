"""Words that leave somebody out, and what to write instead. English only; citations are not looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from questionnaires.catalogue import tr
from questionnaires.definition import Questionnaire
from questionnaires.mistakes import Place
from questionnaires.placed_texts import placed_texts
from questionnaires.warning import EditorWarning
from questionnaires.warnings_wording import LANGUAGE

# In the manner of the guidelines of the United Nations for gender-inclusive language in English.
INSTEAD = {
    r"he|she|s/he|\(s\)he|he or she|she or he|he/she": "they, or the person's function",
    r"him|himself|herself|him or her|his or her|her or his|his/her|his": "their, or repeat the noun",
    r"chairm[ae]n|chairwom[ae]n": "chair",
    r"spokesm[ae]n|spokeswom[ae]n": "spokesperson",
    r"businessm[ae]n": "business people",
    r"congressm[ae]n": "member of parliament",
    r"manpower|man[- ]power": "staff, workforce",
    r"man[- ]?hours?|man[- ]?days?|man[- ]?months?|man[- ]?years?": "working hours, days, months",
    r"mankind": "people, humanity",
    r"man[- ]made": "made by people, artificial",
    r"manned": "staffed",
    r"unmanned": "without staff",
    r"workm[ae]n|workmanship": "worker, quality of work",
    r"foreman|foremen": "supervisor",
    r"policem[ae]n": "police officer",
    r"firem[ae]n": "firefighter",
    r"salesm[ae]n": "sales staff",
    r"craftsm[ae]n": "craft worker",
    r"fisherm[ae]n": "fisher",
    r"tradesm[ae]n": "skilled worker",
    r"layman|laymen": "lay person",
    r"statesm[ae]n": "leader",
    r"middlem[ae]n": "intermediary",
    r"ombudsm[ae]n": "ombudsperson",
    r"stewardess(?:es)?": "cabin crew",
    r"tea lady|tea ladies|cleaning lady|cleaning ladies": "the name of the work",
    r"housewife|housewives": "homemaker, person who keeps the house",
    r"ladies|lady": "women",
    r"girls at work|the girls|office girls?": "women, staff",
    r"guys": "everybody",
    r"weaker sex|fair sex|stronger sex": "women, men",
    r"opposite sex": "the other sex, or women and men",
    r"maiden names?": "birth name",
    r"male nurses?|female doctors?|lady doctors?|woman doctor|female bosses|female boss": "the post alone",
    r"working mothers?": "parents, people with care duties",
    r"brotherhood": "solidarity, community",
    r"forefathers": "ancestors",
    r"fatherland": "home country",
}
_FOUND = [
    (re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE), instead)
    for words, instead in INSTEAD.items()
]


def inclusive(questionnaire: Questionnaire) -> Iterator[EditorWarning]:
    """Every word of the list, once a text."""
    if questionnaire.language != LANGUAGE:
        return
    for place, text in placed_texts(questionnaire):
        yield from _in_text(place, text)


def _in_text(place: Place, text: str) -> Iterator[EditorWarning]:
    for pattern, instead in _FOUND:
        if found := pattern.search(text):
            message = tr("“{found}” leaves somebody out.", found=found[0])
            yield EditorWarning(
                "inclusive", place, message, tr("Write for example: {instead}.", instead=instead)
            )
