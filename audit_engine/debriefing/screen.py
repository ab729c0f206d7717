"""The debriefing on the screen: to the team what only the team may read, to the unit all the rest."""

from __future__ import annotations

from audit_engine.after import View
from audit_engine.audit import Facts
from audit_engine.debriefing.days import evidence_until
from audit_engine.debriefing.papers import reaction_words
from audit_engine.debriefing.presentation import Block, Debriefing, Part, page
from audit_engine.terminal import err, heading, out, say, styled, warn
from exports.composing.edition import day_words
from exports.composing.words import capital
from questionnaires.catalogue import marked, tr
from questionnaires.definition import Questionnaire
from questionnaires.scope import looked_up_in

READABLE = 100
"""Columns beyond which a line of text is hard to follow."""
NO_FIGURE = marked("Figures of survey and quiz stay as they are.")


def width() -> int:
    """Columns used on this screen."""
    return min(out().width, READABLE)


def show_page(part: Part, block: Block | None = None) -> None:
    """One part, or one block of it."""
    say()
    for line in page(part, block, width()):
        say(line.text, "bold" if line.strong else "")


def show_all(debriefing: Debriefing) -> None:
    """Everything the unit is shown."""
    heading(debriefing.title)
    for part in debriefing.parts:
        show_page(part)


def tell_team(debriefing: Debriefing) -> None:
    """What only the team is told, beside the result."""
    for line in debriefing.team:
        err().print(styled(tr("For the team only: {told}", told=line), "yellow"))


def say_recorded(questionnaire: Questionnaire, facts: Facts, view: View) -> None:
    """What stands now for an area, and what rule 10 makes of it."""
    say(f"{view.area}: {reaction_words(questionnaire, view)}")
    last = evidence_until(facts)
    if view.evidence_by > last.isoformat():
        warn(
            tr(
                "Evidence changes a rating only if it is handed over by {day} (docs/method.md, rule 10).",
                day=day_words(last),
            )
        )
    elif view.evidence_by or view.reaction == "dispute":
        change = tr(
            "{sources} handed over by {day} change the rating.",
            sources=capital(looked_up_in(questionnaire)),
            day=day_words(last),
        )
        say(" ".join((change, tr(NO_FIGURE))), "dim")
