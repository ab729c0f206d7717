"""audit-engine debrief: what is presented on the last day, and what the unit says to it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from audit_engine.arguments import AuditPath, By
from audit_engine.auditfile import AuditFile
from audit_engine.debriefing.composing import choice_of, debriefing_of
from audit_engine.debriefing.handout import check_handout, write_handout
from audit_engine.debriefing.offered import rank
from audit_engine.debriefing.recording import Said, react, take_back
from audit_engine.debriefing.screen import say_recorded, show_all, tell_team
from audit_engine.debriefing.walk import walk
from audit_engine.facts.options import parse_area
from audit_engine.sittings.start import go_on_command, who_records
from audit_engine.terminal import interactive, say
from questionnaires.answers import short
from questionnaires.catalogue import known_or_english, speaking, tr
from questionnaires.errors import UserError

app = typer.Typer(add_completion=False)
_NO_PLACE = "-"


@app.command()
def debrief(
    audit: AuditPath,
    printed: Annotated[
        bool, typer.Option("--print", help="Show everything at once instead of part by part.")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write it as a text to hand out, e.g. debrief.txt."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the text if it exists.")] = False,
    area: Annotated[
        str, typer.Option(help="The area the unit speaks to, e.g. ST1.", show_default=False)
    ] = "",
    agree: Annotated[bool, typer.Option("--agree", help="The unit agrees with its rating.")] = False,
    dispute: Annotated[
        str | None, typer.Option(metavar="TEXT", help="The unit disputes it, with the reason.")
    ] = None,
    view: Annotated[str | None, typer.Option(metavar="BAND", help="The unit's own view.")] = None,
    evidence_by: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day by which the unit brings evidence.")
    ] = None,
    agreed: Annotated[
        str | None, typer.Option(metavar="BAND", help="The rating that both agreed on.")
    ] = None,
    taken_back: Annotated[
        bool, typer.Option("--take-back", help="Take out what was recorded for the area.")
    ] = False,
    ranks: Annotated[
        list[str] | None,
        typer.Option(
            "--rank",
            metavar="ID=PLACE",
            help="The place the unit gave a proposal, e.g. REC-ST1-1=1; - for none. Repeat for more.",
        ),
    ] = None,
    by: By = "",
) -> None:
    """Present the audit on its last day; record what the unit says.

    Strengths, documents and staff data, words of three people or more, proposals, dates. No figure of people
    is in it; it publishes nothing and closes nothing. A person at the keyboard goes through it part by part.
    """
    said = Said(agree, dispute, view, evidence_by, agreed)
    _check_together(area, said, taken_back)
    with AuditFile(audit) as opened, speaking(known_or_english(opened.facts().language)):
        who = who_records(opened.facts(), by)
        if output is not None:
            check_handout(output, audit, force=force)
        if area:
            _react(opened, area, said, taken_back, who)
        if ranks:
            _rank(opened, ranks, who)
        if output is not None:
            found = debriefing_of(opened)
            write_handout(found, output)
            tell_team(found)
            say(
                tr(
                    "{file} is written. No figure of people is in it; nothing was published or closed.",
                    file=output,
                )
            )
        acted = bool(area or ranks or output)
        if printed or not (acted or interactive()):
            found = debriefing_of(opened)
            tell_team(found)
            show_all(found)
        elif not acted:
            walk(opened, who, go_on_command("debrief", audit, *(("--by", who) if by else ())))


def _check_together(area: str, said: Said, taken_back: bool) -> None:
    """Raises UserError for options that would be ignored without a word."""
    if not area and (said.anything or taken_back):
        raise UserError(tr("What the unit says belongs to an area."), tr("Name it: --area ST1"))
    if area and not (said.anything or taken_back):
        raise UserError(
            tr("--area {area} alone records nothing.", area=short(area)),
            tr("Add what the unit says: --agree, --dispute TEXT, --view, --evidence-by or --agreed."),
        )
    if said.anything and taken_back:
        raise UserError(tr("--take-back takes everything out."), tr("Nothing was done. Give it alone."))


def _react(opened: AuditFile, area: str, said: Said, taken_back: bool, by: str) -> None:
    questionnaire = opened.questionnaire
    name = parse_area(area, questionnaire).id
    if taken_back:
        if take_back(opened, name, by):
            say(tr("{area}: taken back; the history keeps it.", area=name))
        else:
            say(tr("{area}: nothing was recorded.", area=name))
        return
    say_recorded(questionnaire, opened.facts(), react(opened, name, said, by))


def _rank(opened: AuditFile, typed: list[str], by: str) -> None:
    places = dict(_place(text) for text in typed)
    rank(opened, choice_of(opened).offered, places, by)
    in_order = sorted((one.rank, one.ref) for one in choice_of(opened).offered if one.rank)
    order = ", ".join(f"{place} {ref}" for place, ref in in_order) or tr("none")
    say(tr("The unit's order: {order}.", order=order))


def _place(typed: str) -> tuple[str, int | None]:
    """`REC-ST1-1=1`. Raises UserError."""
    ref, _, place = typed.partition("=")
    number = place.strip()
    if number == _NO_PLACE:
        return ref.strip(), None
    if not (number.isascii() and number.isdigit() and len(number) <= 3 and int(number) > 0):
        raise UserError(
            tr("--rank {typed}: the place is missing.", typed=short(typed)),
            tr("Write for example REC-ST1-1=1."),
        )
    return ref.strip(), int(number)
