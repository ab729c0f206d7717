"""Texts of two versions that read differently in another language, though their English stayed."""

from __future__ import annotations

from collections.abc import Iterator

from questionnaires.catalogue import marked
from questionnaires.translation_file import Translation
from questionnaires.versions import Change

EFFECT = marked("the same question in other words")


def retranslated(old: Translation, new: Translation) -> Iterator[Change]:
    """A patch each: what was asked stayed, so answers in both wordings compare.

    Both are to be filled up from the files they come after.
    """
    for key, one in new.texts.items():
        before = old.texts.get(key)
        if before is not None and before.of == one.of and before.text != one.text:
            yield Change("retranslated", f"{key} ({new.language})", before.text, one.text, "patch", EFFECT)
