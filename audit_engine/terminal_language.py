"""The language in which a command speaks to the person at the keyboard, decided once when the program begins.

AUDIT_ENGINE_LANGUAGE says it; left out, the language of the system does.
"""

from __future__ import annotations

import os
import re
from contextlib import AbstractContextManager

from questionnaires.catalogue import SOURCE, speaking, spoken, tr
from questionnaires.errors import UserError
from questionnaires.languages import LANGUAGES

SETTING = "AUDIT_ENGINE_LANGUAGE"
_OF_THE_SYSTEM = ("LC_ALL", "LC_MESSAGES", "LANG")
"""As gettext has it: the first one that is set counts, whether or not there are texts in its language."""


def terminal_language() -> str:
    """The code of the language. Raises UserError where the setting names none of those that there are."""
    wanted = os.environ.get(SETTING, "").strip()
    if not wanted:
        return system_language()
    if wanted.lower() not in LANGUAGES:
        raise UserError(
            tr("{setting}: there are no texts in '{language}'.", setting=SETTING, language=wanted[:20]),
            tr("It is one of {names}.", names=", ".join(LANGUAGES)),
        )
    return wanted.lower()


def system_language() -> str:
    """The language of the system, as `fr` of `fr_CA.UTF-8`; English where there are no texts in it."""
    said = next((value for name in _OF_THE_SYSTEM if (value := os.environ.get(name, "").strip())), "")
    code = re.split(r"[_.@-]", said)[0].lower()
    return code if code in LANGUAGES else SOURCE


def said_in(format: str) -> AbstractContextManager[None]:
    """The language of a result: for programs (`json`) it is English on every machine."""
    return speaking(SOURCE if format == "json" else spoken())
