"""The agenda of the workshop: one day in a small unit, else two, with the hour of every session."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from exports.kit import look
from exports.kit.filling import conditions
from exports.kit.material import Kit
from exports.kit.paper import Paper
from exports.kit.table import Box, Content, scaled, with_head
from exports.kit.texts import Texts
from questionnaires.definition import Item
from questionnaires.routing import items_for


def agenda(paper: Paper, kit: Kit, texts: Texts, block: dict[str, Any]) -> None:
    """The days of the workshop, each with the hours from its beginning."""
    short = conditions(kit)["short_workshop"]
    days = block["days"][:1] if short else block["days"]
    for title, sessions in zip(block["titles"], days, strict=False):
        held = [each for each in sessions if each.get("core") == "yes" or not short]
        paper.heading(title)
        rows = _rows(kit, block, held)
        paper.table(with_head(block["heads"], rows, scaled([1.4, 1.2, 3.7, 7.2, 3.5], paper.width), size=9))
        paper.gap()


def voted(kit: Kit) -> tuple[Item, ...]:
    """The items that the workshop votes on, each choice with its cards."""
    items = items_for(kit.questionnaire, kit.setting, "workshop", "group")
    return tuple(item for item in items if kit.questionnaire.scale_of(item).kind in ("choice", "votes"))


def _rows(kit: Kit, block: dict[str, Any], sessions: list[dict[str, Any]]) -> list[list[Content]]:
    clock = datetime.strptime(block["begin"], "%H:%M")
    rows: list[list[Content]] = []
    for session in sessions:
        rows.append(_row(kit, block, session, f"{clock:%H:%M}"))
        clock += timedelta(minutes=int(session["minutes"]))
    return rows


def _row(kit: Kit, block: dict[str, Any], session: dict[str, Any], begins: str) -> list[Content]:
    if "do" not in session:
        fill = look.BLUE_FAINT
        return [
            Box(text, fill=fill, size=9) for text in (begins, session["minutes"], session["title"], "", "")
        ]
    who = block[f"{session['head']}_head"] if "head" in session else ""
    return [
        begins,
        session["minutes"],
        Box("\n".join(part for part in (session["title"], who) if part), bold=True, size=9),
        session["do"],
        _record(kit, session),
    ]


def _record(kit: Kit, session: dict[str, Any]) -> str:
    items = [name for name in session.get("items", ()) if name in kit.questionnaire.items]
    if session.get("votes") == "yes":
        items = [item.id for item in voted(kit) if kit.questionnaire.scale_of(item).kind == "choice"]
    return "\n".join(part for part in (session["record"], ", ".join(items)) if part)
