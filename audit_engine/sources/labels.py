"""Recognising an item or an option by its words, in any language the questionnaire has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from exports.xlsform.fields import Field
from exports.xlsform.wording import languages_of, texts_in, words
from questionnaires.answers import codes_taken
from questionnaires.definition import Questionnaire


def worded(text: str) -> str:
    """A text as it is compared: without case, marks, double blanks, and a number before it."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.sub(r"[^\w\s]", " ", re.sub(r"^\s*\d+\s*[.)]\s+", "", folded)).split())


def texts_everywhere(questionnaire: Questionnaire) -> Iterator[str]:
    """The texts of all items, open questions and questions about the person, in every language."""
    for language in languages_of(questionnaire):
        said = texts_in(questionnaire, language)
        for key, text in said.items():
            if key.split(".")[0] in ("items", "prompts", "profile") and key.endswith(".text"):
                yield text


def labels_of(questionnaire: Questionnaire, field: Field) -> dict[str, str]:
    """Label as compared -> what it stands for, in every language; ids stand for themselves."""
    found: dict[str, str] = {}
    for language in languages_of(questionnaire):
        for label, value in _labels(questionnaire, field, language):
            found.setdefault(worded(label), value)
            found.setdefault(worded(value), value)
    return found


def _labels(questionnaire: Questionnaire, field: Field, language: str) -> Iterator[tuple[str, str]]:
    said = texts_in(questionnaire, language)
    known = words(language)
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
