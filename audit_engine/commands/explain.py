"""audit-engine explain: why a figure is what it is."""

from __future__ import annotations

import json
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal

import typer

from audit_engine.arguments import AuditPath
from audit_engine.auditfile import AuditFile
from audit_engine.judging.explain_view import show_explanation
from audit_engine.sittings.rated_twice import apart
from audit_engine.sittings.start import go_on_command
from audit_engine.terminal import say, say_command
from audit_engine.terminal_language import said_in
from questionnaires.answers import listed, plain, short
from questionnaires.catalogue import tr
from questionnaires.definition import Questionnaire
from questionnaires.errors import UserError
from scoring import assess
from scoring.explaining import explain as explain_rating
from scoring.explaining import known_ids
from scoring.explanation import AreaExplained, Explanation, ItemExplained
from scoring.explanation_json import explanation_json
from scoring.summaries import OVERALL

app = typer.Typer(add_completion=False)


@app.command()
def explain(
    audit: AuditPath,
    what: Annotated[
        str,
        typer.Argument(
            metavar="WHAT", help="An area (ST1), an item (ST1-04), a front (staffing), or overall."
        ),
    ] = OVERALL,
    format: Annotated[Literal["table", "json"], typer.Option(help="For people, or for programs.")] = "table",
) -> None:
    """See why a rating is what it is, and what would change it.

    The whole path from the counts to the figure: sources, weights, what was left out and why, limits of the
    band, baseline, and what it hangs on. This is the facilitation team's working view, not for the unit.
    The JSON format is documented in docs/explain-json.md.
    """
    with AuditFile(audit) as opened:
        questionnaire = opened.definition.questionnaire if format == "json" else opened.questionnaire
        name = _known(questionnaire, what)
        evidence = opened.evidence()
        earlier = opened.earlier()
        sha256 = opened.definition.sha256
        with said_in(format):
            assessment = assess(questionnaire, evidence, earlier)
            found = explain_rating(questionnaire, evidence, assessment, name, sha256, apart(opened), earlier)
        unit = opened.facts().unit
    if format == "json":
        with said_in(format):
            typer.echo(json.dumps(explanation_json(found), indent=2, ensure_ascii=False, allow_nan=False))
    else:
        show_explanation(questionnaire, found, unit)
        _ways_on(audit, found)


def _ways_on(audit: Path, found: Explanation) -> None:
    """The commands that lead on from here, ready to copy."""
    subject = found.subject
    if isinstance(subject, ItemExplained):
        if subject.unsettled:
            say(tr("To settle what two facilitators rated apart:"))
            say_command(go_on_command("review", audit, "--agree"))
        say(tr("The whole area {area}:", area=subject.area))
        say_command(go_on_command("explain", audit, subject.area))
    elif isinstance(subject, AreaExplained):
        say(tr("One item of it:"))
        say_command(go_on_command("explain", audit, subject.parts[0].id))


def _known(questionnaire: Questionnaire, typed: str) -> str:
    """The id that was meant, in any case of letters. Raises UserError naming the closest ones."""
    names = {name.casefold(): name for name in known_ids(questionnaire)}
    wanted = plain(typed).casefold()
    if wanted in names:
        return names[wanted]
    near = [names[name] for name in get_close_matches(wanted, names, n=3)]
    areas = ", ".join(area.id for area in questionnaire.areas)
    meant = tr("The areas are {names}.", names=areas)
    if near:
        meant = tr("Did you mean {near}?", near=listed(near))
    raise UserError(
        tr(
            "'{typed}' is nothing that {questionnaire} rates.",
            typed=short(typed),
            questionnaire=questionnaire.id,
        ),
        meant,
    )
