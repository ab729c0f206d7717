"""Recommendations at the keyboard: one undecided proposal after the other, strongest first."""

from __future__ import annotations

from dataclasses import replace

from audit_engine.audit import Decision
from audit_engine.auditfile import AuditFile
from audit_engine.facts.asking import until_valid
from audit_engine.facts.options import parse_date
from audit_engine.judging.deciding import Open, decide, find, merge, undecided
from audit_engine.judging.recommend_view import list_recommendations, show_proposal
from audit_engine.terminal import ask, ask_words, choose, say
from questionnaires.answers import parse_words, storable
from questionnaires.catalogue import marked, tr, tr_many
from questionnaires.errors import UserError

ACTIONS = (
    ("a", marked("accept")),
    ("e", marked("edit and accept")),
    ("r", marked("reject")),
    ("m", marked("merge into another")),
    ("s", marked("leave for later")),
    ("n", marked("add one of our own")),
    ("q", marked("stop")),
)
PRIORITIES = (("high", marked("high")), ("medium", marked("medium")), ("low", marked("low")))


def menu(opened: AuditFile, by: str) -> None:
    """Goes through what is proposed; each decision is saved at once."""
    later: set[str] = set()
    while True:
        open_ones = undecided(opened)
        waiting = [e for e in open_ones if not e.proposal.also and e.proposal.recommendation not in later]
        if not waiting:
            say(tr("Every proposal is decided or left for later."))
            list_recommendations(opened, open_ones, also=False)
            return
        say()
        say(tr_many("{number} to decide.", "{number} to decide.", len(waiting)))
        show_proposal(opened.questionnaire, waiting[0])
        action = choose(tr("What now?"), [(key, tr(label)) for key, label in ACTIONS], "s")
        if action == "q":
            return
        try:
            _do(opened, action, waiting[0], later, by)
        except UserError as error:
            say(str(error), "yellow")


def _do(opened: AuditFile, action: str, each: Open, later: set[str], by: str) -> None:
    if action == "s":
        later.add(each.proposal.recommendation)
    elif action == "a":
        decide(opened, replace(each.draft, status="accepted"), by)
    elif action == "e":
        decide(opened, edited(each.draft), by)
    elif action == "r":
        reason = parse_words(ask_words(tr("Why is it rejected?") + " ")).text
        decide(opened, replace(each.draft, status="rejected", reason=reason), by)
    elif action == "m":
        into = find(opened, ask(tr("Into which (id or number)?")))
        merge(opened, each.draft, into, by)
    else:
        decide(opened, _own(opened), by)


def edited(draft: Decision) -> Decision:
    """Asks for wording, responsible, date, priority and means of verification; Enter keeps each."""
    say(draft.text)
    return replace(
        draft,
        status="accepted",
        text=storable(ask_words(tr("New wording (Enter keeps it):") + " ")) or draft.text,
        responsible=storable(ask(tr("Responsible"), draft.responsible)),
        due=until_valid(
            tr("Due"), draft.due, lambda text: parse_date(tr("Due"), text).isoformat() if text else ""
        ),
        priority=choose(tr("Priority"), [(kept, tr(label)) for kept, label in PRIORITIES], draft.priority),
        verification=storable(ask(tr("How will it be seen that it was done?"), draft.verification)),
    )


def _own(opened: AuditFile) -> Decision:
    areas = tuple((area.id, f"{area.id} {area.title}") for area in opened.questionnaire.areas)
    area = choose(tr("Area"), areas)
    text = parse_words(ask_words(tr("What is to be done?") + " ")).text
    return edited(Decision(0, "", area, text, "accepted", "medium", "", ""))
