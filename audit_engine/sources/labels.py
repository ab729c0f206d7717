"""Recognising an item or an option by its words, in any language the questionnaire has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from exports.xlsform.fields import Field
from exports.xlsform.wording import texts_in, words
from questionnaires.answers import codes_taken
from questionnaires.definition import Questionnaire
from questionnaires.translations import languages

Spoken = Mapping[str, Mapping[str, str]]
"""Language -> key of a text (questionnaires/texts.py) -> text."""


def worded(text: str) -> str:
    """A text as it is compared: without case, marks, double blanks, and a number before it."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.sub(r"[^\w\s]", " ", re.sub(r"^\s*\d+\s*[.)]\s+", "", folded)).split())


def spoken(questionnaire: Questionnaire) -> Spoken:
    """Every text in every language. It is made once a file, never once an answer."""
    return {language: texts_in(questionnaire, language) for language in languages(questionnaire)}


def texts_everywhere(questionnaire: Questionnaire) -> Iterator[str]:
    """The texts of all items, open questions and questions about the person, in every language."""
    for said in spoken(questionnaire).values():
        for key, text in said.items():
            if key.split(".")[0] in ("items", "prompts", "profile") and key.endswith(".text"):
                yield text


def labels_of(questionnaire: Questionnaire, field: Field, everywhere: Spoken) -> dict[str, str]:
    """Label as compared -> what it stands for, in every language; ids stand for themselves."""
    found: dict[str, str] = {}
    for language, said in everywhere.items():
        for label, value in _labels(questionnaire, field, words(language), said):
            found.setdefault(worded(label), value)
            found.setdefault(worded(value), value)
    return found


def _labels(
    questionnaire: Questionnaire, field: Field, known: Mapping[str, Any], said: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    if field.kind == "form":
        yield from ((str(known.get(one, one)), one) for one in ("yes", "no"))
    elif field.kind == "profile":
        question = next(one for one in questionnaire.profile if one.id == field.of)
        for option in question.options:
            yield said.get(f"profile.{question.id}.options.{option.id}", option.label), option.id
    else:
        item = questionnaire.items[field.of]
        scale = questionnaire.scale_of(item)
        for option in scale.options:
            yield said.get(f"scales.{scale.id}.options.{option.id}", option.label), option.id
        for code in codes_taken(item, scale, "survey"):
            yield str(known.get("codes", {}).get(code, code)), code
