"""Drawing from documents that are registered already, as the unit listed them (docs/method.md, rule 9)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import Connection

from audit_engine.audit import Document, Draw
from audit_engine.clock import now
from audit_engine.sittings.drawing import Drawn, Listed, draw
from audit_engine.store import judgement
from questionnaires.catalogue import tr
from questionnaires.errors import ExitCode, UserError


def draw_registered(
    connection: Connection, size: int, kind: str, all_up_to: int, randbelow: Callable[[int], int], by: str
) -> Drawn:
    """Draws among the registered documents of a kind and keeps the draw.

    Raises UserError if there are none, or if the kind was drawn already.
    """
    papers = [paper for paper in judgement.every(connection, Document) if paper.kind == kind]
    if not papers:
        raise UserError(
            tr("No document of the kind '{kind}' is registered.", kind=kind),
            tr("`documents` lists those that are."),
        )
    refuse_second_draw(connection, kind, tr("A kind is drawn once."))
    # In the order of the dates, as the draw puts them: its places are then those of the papers.
    ordered = sorted(papers, key=lambda paper: paper.date or "9999")
    drawn = draw([Listed(paper.title, paper.date) for paper in ordered], size, all_up_to, randbelow)
    made = Draw(0, kind, len(ordered), len(drawn.places), drawn.start, drawn.step, by, now())
    number = judgement.add(connection, made, by)
    for place, paper in enumerate(ordered):
        judgement.change(connection, replace(paper, drawn=place in drawn.places, draw=number), by)
    return drawn


def refuse_second_draw(connection: Connection, kind: str, remedy: str) -> None:
    """Raises UserError if the documents of a kind were drawn already."""
    earlier = next((each for each in judgement.every(connection, Draw) if each.kind == kind), None)
    if earlier:
        raise UserError(
            tr("'{kind}' was drawn already, by {by}, {day}.", kind=kind, by=earlier.by, day=earlier.at[:10]),
            remedy,
            code=ExitCode.NOT_NOW,
        )
