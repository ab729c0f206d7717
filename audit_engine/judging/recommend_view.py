"""Proposals and decisions on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from audit_engine.after import Rank, reference
from audit_engine.audit import Decision
from audit_engine.auditfile import AuditFile
from audit_engine.judging.deciding import Open, decisions
from audit_engine.judging.words import word
from audit_engine.store import after
from audit_engine.terminal import heading, say
from audit_engine.terminal_table import table
from questionnaires.catalogue import marked, tr, tr_many
from questionnaires.definition import Questionnaire
from scoring.rounding import one_decimal

TITLES = {
    "accepted": marked("Accepted"),
    "rejected": marked("Rejected"),
    "merged": marked("Merged"),
    "proposed": marked("Kept as proposed"),
}


def list_recommendations(opened: AuditFile, waiting: Sequence[Open], *, also: bool) -> None:
    """What was decided, what is proposed (`waiting`), and how many more were raised."""
    decided, ranks = decisions(opened), _ranks(opened)
    for status, title in TITLES.items():
        mine = [each for each in decided if each.status == status]
        if mine:
            heading(tr(title))
            table(
                (tr("No."), tr("Area"), tr("Recommendation"), tr("Responsible"), tr("Due")),
                (_decided(each, ranks) for each in mine),
                right=(0,),
            )
    proposed = [each for each in waiting if not each.proposal.also]
    rest = [each for each in waiting if each.proposal.also]
    raised = ((tr("Proposed by the rules"), proposed), (tr("Also raised"), rest if also else []))
    for title, mine_open in raised:
        if mine_open:
            heading(title)
            for each in mine_open:
                show_proposal(opened.questionnaire, each, ranks.get(each.draft.source))
    if not decided and not waiting:
        say(tr("Nothing is proposed: no figure is low enough, or nothing is rated yet."))
    if rest and not also:
        say(
            tr_many(
                "{number} more were raised; see them with --also.",
                "{number} more were raised; see them with --also.",
                len(rest),
            )
        )


def _ranks(opened: AuditFile) -> dict[str, int]:
    """By reference, the place that the unit gave at the debriefing."""
    with opened.reading() as connection:
        return {ref: one.place for ref, one in after.standing(connection, Rank).items()}


def _decided(each: Decision, ranks: dict[str, int]) -> tuple[str, ...]:
    told = [each.text]
    place = ranks.get(reference(each.source, each.id))
    if place:
        told.append(tr("The unit's place: {place}", place=place))
    if each.reason:
        told.append(tr("Reason: {reason}", reason=each.reason))
    if each.merged_into:
        told.append(tr("Merged into number {number}.", number=each.merged_into))
    if each.verification:
        told.append(tr("Seen by: {verification}", verification=each.verification))
    text = f"[{word(each.priority)}] " + "\n".join(told)
    return (str(each.id), each.area, text, each.responsible, each.due)


def show_proposal(questionnaire: Questionnaire, each: Open, place: int | None = None) -> None:
    """One proposal with the items that raised it; `place`: the one the unit gave it, None if it gave none."""
    say(f"{each.draft.source}  {word(each.draft.priority)}  {each.draft.text}", "bold")
    if place:
        say("    " + tr("The unit's place: {place}", place=place))
    by = tr("{responsible}, by {date}", responsible=each.draft.responsible, date=each.draft.due)
    say(f"    {by}")
    if not each.proposal.raised_by:
        always = questionnaire.recommendation[each.draft.source].offer == "always"
        say("    " + (tr("Offered in every audit.") if always else tr("Documents were not given.")))
    for raised in each.proposal.raised_by:
        item = questionnaire.items.get(raised.id)
        area = questionnaire.area(raised.id)
        words = item.gap if item else (area.title if area else "")
        say(f"    {raised.id} {one_decimal(raised.score)}  {words} ({raised.why})")
