"""Texts that a translation of the definition lacks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from questionnaires.catalogue import tr, tr_many
from questionnaires.warning import EditorWarning

NAMED = 3
"""How many of the missing keys a warning names."""


def translations(missing: Mapping[str, Collection[str]]) -> Iterator[EditorWarning]:
    """One warning a language. `missing`: language -> keys (questionnaires.texts) without a translation."""
    for language, keys in missing.items():
        if keys:
            named, more = ", ".join(sorted(keys)[:NAMED]), len(keys) - NAMED
            if more > 0:
                named = tr_many("{names} and {number} more", "{names} and {number} more", more, names=named)
            message = tr_many(
                "{number} text is not translated into `{language}`: {names}.",
                "{number} texts are not translated into `{language}`: {names}.",
                len(keys),
                language=language,
                names=named,
            )
            yield EditorWarning(
                "untranslated", ("language",), message, tr("Translate, or take the language out.")
            )
