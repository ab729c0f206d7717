"""audit-engine review: documents are drawn, rated by each facilitator, and agreed on."""

from __future__ import annotations

import json
import random
import secrets
from pathlib import Path
from typing import Annotated, Literal

import typer

from audit_engine.arguments import AuditPath, By
from audit_engine.audit import Document, Draw, Submission
from audit_engine.auditfile import AuditFile
from audit_engine.clock import now
from audit_engine.debriefing.days import warn_of_late_evidence
from audit_engine.sittings.agreeing import agree, rated_by_two
from audit_engine.sittings.comparing import compare, compared_json
from audit_engine.sittings.comparing_view import show_compared, show_levels
from audit_engine.sittings.drawing import Drawn, draw, read_list
from audit_engine.sittings.drawing_registered import draw_registered, refuse_second_draw
from audit_engine.sittings.rated_twice import SHEETS, Source
from audit_engine.sittings.start import go_on_command, hold, who_records
from audit_engine.store import judgement, submissions
from audit_engine.terminal import heading, say
from audit_engine.terminal_language import said_in
from audit_engine.terminal_table import table
from questionnaires.catalogue import marked, tr, tr_many
from questionnaires.errors import UserError

app = typer.Typer(add_completion=False)
_DRAW = "--draw N LIST"
_TITLES: dict[Source, str] = {
    "documents": marked("Document review by {by}"),
    "told": marked("What was told in interviews, rated by {by}"),
}


@app.command()
def review(
    audit: AuditPath,
    listing: Annotated[
        Path | None,
        typer.Argument(
            metavar="[LIST]",
            help="With --draw: one document a line, title,date; without it, those registered of --kind.",
        ),
    ] = None,
    size: Annotated[
        int | None,
        typer.Option("--draw", min=1, max=1000, help="Draw so many documents from LIST.", show_default=False),
    ] = None,
    kind: Annotated[str, typer.Option(help="What the documents are; the name of the list if left out.")] = "",
    seed: Annotated[
        int | None,
        typer.Option(help="Repeat a draw; chance decides if left out.", show_default=False),
    ] = None,
    told: Annotated[
        bool, typer.Option("--told", help="Rate by what was told in interviews, where no paper shows it.")
    ] = False,
    comparing: Annotated[
        bool, typer.Option("--compare", help="How alike two facilitators rated, and what to talk about.")
    ] = False,
    agreeing: Annotated[bool, typer.Option("--agree", help="Settle what two facilitators rated.")] = False,
    format: Annotated[
        Literal["table", "json"], typer.Option(help="With --compare: for people, or for programs.")
    ] = "table",
    by: By = "",
) -> None:
    """Review documents: draw, rate, compare, agree on the rating.

    Each facilitator (--by) rates in a review of their own, which the same command continues; nothing of
    the others' ratings is shown while rating. Then --compare, and --agree with the reason. The JSON format
    is documented in docs/compare-json.md.
    """
    drawing = listing is not None or size is not None
    _refuse_together(
        {_DRAW: drawing, "--compare": comparing, "--agree": agreeing, "--told": told},
        {("--kind", _DRAW): bool(kind), ("--seed", _DRAW): seed is not None}
        | {("--format json", "--compare"): format == "json"},
    )
    with AuditFile(audit) as file:
        recorder = who_records(file.facts(), by)
        named = ["--by", recorder] if by else []
        if not (drawing or comparing):
            warn_of_late_evidence(file)
        if drawing:
            _draw(file, listing, size, kind, seed, recorder)
        elif comparing:
            _compare(file, format)
        elif agreeing:
            _agree(file, recorder, go_on_command("review", audit, "--agree", *named))
        elif told:
            _rate(file, "told", recorder, go_on_command("review", audit, "--told", *named))
        else:
            _rate(file, "documents", recorder, go_on_command("review", audit, *named))


def _refuse_together(things: dict[str, bool], beside: dict[tuple[str, str], bool]) -> None:
    """Raises UserError for an option that would be ignored without a word.

    `things` that a review can be, `beside` what stands with one of them only; each with whether it was given.
    """
    doing = [name for name, given in things.items() if given]
    if len(doing) > 1:
        raise UserError(
            tr(
                "{one} and {other} are two things; a review does one at a time.",
                one=doing[0],
                other=doing[1],
            ),
            tr("Nothing was done. Give the command once for each."),
        )
    for (name, home), given in beside.items():
        if given and home not in doing:
            raise UserError(
                tr("{option} goes with {home} only.", option=name, home=home),
                tr("Nothing was done. Add {home}, or leave {option} out.", home=home, option=name),
            )


def _rate(file: AuditFile, source: Source, by: str, go_on: str) -> None:
    heading(tr(_TITLES[source], by=by))
    hold(file, _own_sheet(file, source, by), by, go_on)
    found = compare(file)
    show_levels(found.levels)
    if found.items:
        say(tr("When both have finished: --compare shows where they differ, --agree settles it."))


def _compare(file: AuditFile, format: str) -> None:
    questionnaire = file.definition.questionnaire
    with said_in(format):
        found = compare(file)
        if format == "json":
            typer.echo(json.dumps(compared_json(questionnaire, found), indent=2, ensure_ascii=False))
        else:
            show_compared(questionnaire, found)


def _agree(file: AuditFile, by: str, go_on: str) -> None:
    """What was rated by documents first, then what was rated by what was told."""
    sources = [source for source in SHEETS if rated_by_two(file, source)]
    if not sources:
        say(tr("No item is rated by two facilitators yet. A second one rates with --by NAME."))
    for source in sources:
        if not agree(file, source, _own_sheet(file, source, by), by, go_on):
            break


def _own_sheet(file: AuditFile, source: Source, by: str) -> str:
    """The facilitator's own sheet: the open one, else the last closed one, else a new one."""
    instrument = SHEETS[source]
    with file.writing() as connection:
        found = submissions.submissions(connection, instrument=instrument)
        own = [each for each in found if _is_of(each, source, by) and each.state != "void"]
        if own:
            return max(own, key=_standing).id
        return submissions.begin(connection, instrument, "facilitator", by=by)


def _is_of(sheet: Submission, source: Source, by: str) -> bool:
    """Documents are read by whoever the file says; an interview is a sheet only if a facilitator is in it."""
    mine = source == "documents" or sheet.role == "facilitator"
    return mine and sheet.by.casefold() == by.casefold()


def _standing(review: Submission) -> bool:
    return review.state == "open"


def _draw(
    file: AuditFile, listing: Path | None, size: int | None, kind: str, seed: int | None, by: str
) -> None:
    if listing is None and size is not None and kind.strip():
        _draw_registered(file, size, " ".join(kind.split()), seed, by)
        return
    if listing is None or size is None:
        raise UserError(
            tr("A draw needs a number and a list."), tr("Write for example: --draw 10 projects.csv")
        )
    listed = read_list(listing)
    what = " ".join(kind.split()) or listing.stem
    chance = secrets.randbelow if seed is None else random.Random(seed).randrange
    drawn = draw(listed, size, file.definition.questionnaire.rules.draw_all_up_to, chance)
    _register(file, drawn, what, by)
    _show_drawn(drawn, what, by)


def _draw_registered(file: AuditFile, size: int, kind: str, seed: int | None, by: str) -> None:
    """Draws among the documents that the unit listed, which stand in the audit already."""
    chance = secrets.randbelow if seed is None else random.Random(seed).randrange
    all_up_to = file.definition.questionnaire.rules.draw_all_up_to
    with file.writing() as connection:
        drawn = draw_registered(connection, size, kind, all_up_to, chance, by)
    _show_drawn(drawn, kind, by)


def _register(file: AuditFile, drawn: Drawn, kind: str, by: str) -> None:
    """Keeps the draw and every document of the list, drawn or not; a kind is drawn once."""
    with file.writing() as connection:
        refuse_second_draw(connection, kind, tr("A kind is drawn once; name another kind with --kind."))
        made = Draw(0, kind, len(drawn.listed), len(drawn.places), drawn.start, drawn.step, by, now())
        number = judgement.add(connection, made, by)
        for place, each in enumerate(drawn.listed):
            document = Document(0, each.title, each.date, kind, place in drawn.places, number)
            judgement.add(connection, document, by)


def _show_drawn(drawn: Drawn, kind: str, by: str) -> None:
    heading(
        tr_many(
            "{kind}: {drawn} of {number} documents to be read",
            "{kind}: {drawn} of {number} documents to be read",
            len(drawn.listed),
            kind=kind,
            drawn=len(drawn.places),
        )
    )
    if len(drawn.places) == len(drawn.listed):
        say(tr("All of them are taken."))
    else:
        say(
            tr(
                "Drawn by {by}: one of every {step} by date, from number {start} on, round the list.",
                by=by,
                step=drawn.step,
                start=drawn.start,
            )
        )
    rows = [(str(i + 1), each.date, each.title) for i, each in enumerate(drawn.listed) if i in drawn.places]
    table((tr("No."), tr("Date"), tr("Title")), rows, right=(0,))
