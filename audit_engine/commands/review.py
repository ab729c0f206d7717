"""audit-engine review: documents are drawn, rated by each facilitator, and agreed on."""

from __future__ import annotations

import random
import secrets
from pathlib import Path
from typing import Annotated

import typer

from audit_engine.arguments import AuditPath, By
from audit_engine.audit import Document, Draw, Submission
from audit_engine.auditfile import AuditFile
from audit_engine.clock import now
from audit_engine.sittings.agreeing import agree, rated_by_two
from audit_engine.sittings.drawing import Drawn, draw, read_list
from audit_engine.sittings.rated_twice import ladder_rated_by_two, ratings
from audit_engine.sittings.start import go_on_command, hold, who_records
from audit_engine.store import judgement, submissions
from audit_engine.terminal import heading, say, table
from questionnaires.errors import ExitCode, UserError
from questionnaires.routing import items_for

app = typer.Typer(add_completion=False)


@app.command()
def review(
    audit: AuditPath,
    listing: Annotated[
        Path | None,
        typer.Argument(metavar="[LIST]", help="With --draw: one document a line, title,date."),
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
    agreeing: Annotated[bool, typer.Option("--agree", help="Settle what two facilitators rated.")] = False,
    by: By = "",
) -> None:
    """Review documents: draw, rate, agree on the rating.

    Each facilitator (--by) rates in a review of their own, which the same command continues.
    """
    with AuditFile(audit) as file:
        recorder = who_records(file.facts(), by)
        named = ["--by", recorder] if by else []
        if listing is not None or size is not None:
            _draw(file, listing, size, kind, seed, recorder)
        elif agreeing and not rated_by_two(file):
            say("No item is rated by two facilitators yet. A second one rates with --by NAME.")
        elif agreeing:
            again = go_on_command("review", audit, "--agree", *named)
            agree(file, _own_review(file, recorder), recorder, again)
        else:
            heading(f"Document review by {recorder}")
            hold(file, _own_review(file, recorder), recorder, go_on_command("review", audit, *named))
            _show_rated_by_two(file)


def _own_review(file: AuditFile, by: str) -> str:
    """The facilitator's review: the open one, else the last closed one, else a new one."""
    with file.writing() as connection:
        found = submissions.submissions(connection, instrument="document_review")
        own = [each for each in found if each.by == by and each.state != "void"]
        if own:
            return max(own, key=_standing).id
        return submissions.begin(connection, "document_review", "facilitator", by=by)


def _standing(review: Submission) -> bool:
    return review.state == "open"


def _show_rated_by_two(file: AuditFile) -> None:
    questionnaire, facts = file.definition.questionnaire, file.facts()
    asked = [item.id for item in items_for(questionnaire, facts.setting, "document_review", "facilitator")]
    twice, wanted, all_of_them = ladder_rated_by_two(questionnaire, asked, ratings(file))
    say(f"{twice} of {all_of_them} items with levels are rated by two facilitators.")
    if twice < wanted:
        say(f"The method asks for a third of them ({wanted}): a second facilitator rates with --by NAME.")
    else:
        say("That is the third the method asks for. Settle differences with --agree.")


def _draw(
    file: AuditFile, listing: Path | None, size: int | None, kind: str, seed: int | None, by: str
) -> None:
    if listing is None or size is None:
        raise UserError("A draw needs a number and a list.", "Write for example: --draw 10 projects.csv")
    listed = read_list(listing)
    what = " ".join(kind.split()) or listing.stem
    chance = secrets.randbelow if seed is None else random.Random(seed).randrange
    drawn = draw(listed, size, file.definition.questionnaire.rules.draw_all_up_to, chance)
    _register(file, drawn, what, by)
    _show_drawn(drawn, what, by)


def _register(file: AuditFile, drawn: Drawn, kind: str, by: str) -> None:
    """Keeps the draw and every document of the list, drawn or not; a kind is drawn once."""
    with file.writing() as connection:
        earlier = [each for each in judgement.every(connection, Draw) if each.kind == kind]
        if earlier:
            raise UserError(
                f"'{kind}' was drawn already, by {earlier[0].by}, {earlier[0].at[:10]}.",
                "A kind is drawn once; name another kind with --kind.",
                code=ExitCode.NOT_NOW,
            )
        made = Draw(0, kind, len(drawn.listed), len(drawn.places), drawn.start, drawn.step, by, now())
        number = judgement.add(connection, made, by)
        for place, each in enumerate(drawn.listed):
            document = Document(0, each.title, each.date, kind, place in drawn.places, number)
            judgement.add(connection, document, by)


def _show_drawn(drawn: Drawn, kind: str, by: str) -> None:
    heading(f"{kind}: {len(drawn.places)} of {len(drawn.listed)} documents to be read")
    if len(drawn.places) == len(drawn.listed):
        say("All of them are taken.")
    else:
        how = f"one of every {drawn.step} by date, from number {drawn.start} on, round the list"
        say(f"Drawn by {by}: {how}.")
    rows = [(str(i + 1), each.date, each.title) for i, each in enumerate(drawn.listed) if i in drawn.places]
    table(("No.", "Date", "Title"), rows, right=(0,))
