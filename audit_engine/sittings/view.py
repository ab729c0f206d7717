"""What a sitting shows: the question it stands at, with everything known about it, and its end."""

from __future__ import annotations

from audit_engine.sittings.screens import Around, show_item, show_prompt, word_column
from audit_engine.sittings.sitting import Sitting
from audit_engine.sittings.steps import Step, progress, state_of
from audit_engine.sittings.votes import is_voted, show_quiz
from audit_engine.terminal import heading, say
from questionnaires.catalogue import marked, tr


def show_step(sitting: Sitting, step: Step) -> None:
    """The question with its progress, probes, choices, and what was answered and noted before."""
    around = _around(sitting, step)
    if step.prompt:
        show_prompt(step.prompt, step.id, step.area, around)
    elif step.item and step.area:
        instrument, quiz = sitting.submission.instrument, sitting.questionnaire.quiz
        if quiz and quiz.item == step.id and instrument == "workshop":
            show_quiz(quiz)
        show_item(step.item, step.area, sitting.questionnaire, sitting.asked_as, around)
        if is_voted(step.item, sitting.questionnaire, instrument):
            say("  " + tr("Or v: count the votes one choice after the other."))


def show_end(sitting: Sitting) -> None:
    """What was answered and what is open, before the sitting is closed."""
    heading(tr("At the end"))
    say(tr("Answered: {number}.", number=count_answered(sitting)))
    for state, text in (("skipped", marked("Skipped: {ids}")), ("open", marked("Open: {ids}"))):
        ids = [s.id for s in sitting.steps if state_of(s, sitting.values, sitting.skipped) == state]
        if ids:
            say(tr(text, ids=", ".join(ids)))
    say(tr("Type f to finish, g and an id to go to one, b back, l list, q to leave it open."))


def count_answered(sitting: Sitting) -> int:
    """How many questions of the sitting hold an answer."""
    states = [state_of(step, sitting.values, sitting.skipped) for step in sitting.steps]
    return states.count("answered")


def _around(sitting: Sitting, step: Step) -> Around:
    number, of = progress(sitting.steps, sitting.values, step.id)
    standing = sitting.answers.get(step.id)
    answered = standing if standing and state_of(step, sitting.values, ()) == "answered" else None
    return Around(
        number=number,
        of=of,
        column=word_column(sitting.facts),
        probes=_probes(sitting, step),
        answer=answered.value if answered else "",
        evidence=answered.evidence if answered else "",
        offered="" if answered else sitting.offered.get(step.id, ""),
        notes=sitting.notes(step.id) + ((answered.note,) if answered and answered.note else ()),
    )


def _probes(sitting: Sitting, step: Step) -> tuple[str, ...]:
    """The guide of an interview: by area for the role, and how an interview closes."""
    if sitting.submission.instrument != "interview":
        return ()
    if step.area is None:
        return sitting.questionnaire.field_texts.closing
    return step.area.probes.get(sitting.submission.role, ())
