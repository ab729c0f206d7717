"""More survey forms than people invited: one of the two numbers is wrong, and no rate means anything."""

from __future__ import annotations

from questionnaires.catalogue import tr


def more_forms(forms: int, invited: int) -> str:
    """What the team is told in place of a response rate; empty where no more answered than were invited."""
    if forms <= invited:
        return ""
    return tr(
        "more forms ({forms}) than people invited ({invited}): check the number invited",
        forms=forms,
        invited=invited,
    )
