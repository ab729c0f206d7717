"""What an editor would question in a definition that can be used: never a mistake, always worth a look."""

from __future__ import annotations

from typing import NamedTuple

from questionnaires.mistakes import Place


class EditorWarning(NamedTuple):
    """`rule`: the name of the rule that warns; `place`: where, as in a mistake; `remedy`: what to do."""

    rule: str
    place: Place
    message: str
    remedy: str
