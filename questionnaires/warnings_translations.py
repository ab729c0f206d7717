"""Texts that a translation of the definition lacks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from questionnaires.warning import EditorWarning

NAMED = 3
"""How many of the missing keys a warning names."""


def translations(missing: Mapping[str, Collection[str]]) -> Iterator[EditorWarning]:
    """One warning a language. `missing`: language -> keys (questionnaires.texts) without a translation."""
    for language, keys in missing.items():
        if keys:
            named = ", ".join(sorted(keys)[:NAMED])
            more = f" and {len(keys) - NAMED} more" if len(keys) > NAMED else ""
            texts = "1 text is" if len(keys) == 1 else f"{len(keys)} texts are"
            message = f"{texts} not translated into `{language}`: {named}{more}."
            yield EditorWarning(
                "untranslated", ("language",), message, "Translate, or take the language out."
            )
