"""Which way the language spoken is read, for papers and sheets."""

from __future__ import annotations

from questionnaires import languages
from questionnaires.catalogue import spoken


def right_to_left() -> bool:
    """Whether what is written now begins at the right."""
    return languages.right_to_left(spoken())
