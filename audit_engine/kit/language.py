"""What is said of the language that papers are written in."""

from __future__ import annotations

from audit_engine.terminal import warn
from exports.kit.texts import chosen_language, unread
from questionnaires.catalogue import tr


def tell_language(wanted: str) -> None:
    """Warns where there are no texts in the language, or none that a speaker of it has read."""
    if chosen_language(wanted) != wanted:
        warn(tr("there are no texts of the kit in '{code}' yet; it is written in English.", code=wanted))
    elif unread(wanted):
        warn(tr("no speaker of the language has read the papers in '{code}' yet.", code=wanted))
