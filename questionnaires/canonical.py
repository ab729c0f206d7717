"""What a version of a questionnaire is, whatever its file looks like: ids, structure and English texts."""

from __future__ import annotations

import hashlib
import json
from fractions import Fraction

from questionnaires.definition import Questionnaire


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


def _exact(number: object) -> str:
    if isinstance(number, Fraction):
        return str(number)
    raise TypeError(f"{type(number).__name__} has no canonical form")
