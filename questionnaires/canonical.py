"""What a version and its translations are, whatever their files look like: canonical text, fingerprint."""

from __future__ import annotations

import hashlib
import json
from fractions import Fraction

from questionnaires.definition import Questionnaire
from questionnaires.translation_file import Translation


def canonical(questionnaire: Questionnaire) -> str:
    """The whole definition as one JSON text: keys sorted, numbers exact, what is left out as its default.

    Comments, order of keys and line breaks of the file make no difference.
    """
    return json.dumps(
        questionnaire.model_dump(mode="python", exclude_defaults=True),
        default=_exact,
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )


def fingerprint(questionnaire: Questionnaire) -> str:
    """SHA-256 of the canonical text."""
    return hashlib.sha256(canonical(questionnaire).encode("utf-8")).hexdigest()


def fingerprint_of_texts(texts: Translation) -> str:
    """SHA-256 of what people read in a language: every text with the English it was made from, keys sorted.

    `texts` is to be filled up from the files it comes after. Comments, the order of keys, notes of
    translators, how texts are spread over files and who read them make no difference.
    """
    said = {key: [one.of, one.text] for key, one in texts.texts.items()}
    whole = [texts.questionnaire, texts.version, texts.language, said]
    text = json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _exact(number: object) -> str:
    if isinstance(number, Fraction):
        return str(number)
    raise TypeError(f"{type(number).__name__} has no canonical form")
