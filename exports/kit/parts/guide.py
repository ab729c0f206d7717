"""The interview guide: what to ask whom, area by area, from the questionnaire."""

from __future__ import annotations

from typing import Any

from exports.kit import look
from exports.kit.material import Kit
from exports.kit.paper import Paper
from exports.kit.parts.choices import choices
from exports.kit.table import Box, Content, scaled, with_head
from exports.kit.texts import Texts
from questionnaires.definition import Item, Role
from questionnaires.routing import items_for

_ROLES: tuple[Role, ...] = ("director", "hr_officer", "focal_point", "staff", "partner")


def probes(paper: Paper, kit: Kit, texts: Texts, block: dict[str, Any]) -> None:
    """Questions that help in any area."""
    paper.say([" \N{MIDDLE DOT} ".join(kit.questionnaire.field_texts.probes)])


def closing(paper: Paper, kit: Kit, texts: Texts, block: dict[str, Any]) -> None:
    """How every interview ends."""
    paper.bullets(kit.questionnaire.field_texts.closing)


def closing_fields(paper: Paper, kit: Kit, texts: Texts, block: dict[str, Any]) -> None:
    """The closing questions with room to write."""
    paper.fields([(question, "\n") for question in kit.questionnaire.field_texts.closing])


def roles(paper: Paper, kit: Kit, texts: Texts, block: dict[str, Any]) -> None:
    """One part a role that is asked something, each on pages of its own."""
    for role in _ROLES:
        if not _asked(kit, role):
            continue
        paper.page()
        paper.heading(block["titles"][role])
        _open_questions(paper, kit, block, role)
        _closed_questions(paper, kit, texts, block, role)


def _asked(kit: Kit, role: Role) -> bool:
    """Whether there is anything to ask somebody in this role."""
    probed = any(area.probes.get(role) for area in kit.questionnaire.areas)
    return probed or bool(items_for(kit.questionnaire, kit.setting, "interview", role))


def _open_questions(paper: Paper, kit: Kit, block: dict[str, Any], role: Role) -> None:
    rows: list[list[Content]] = [
        [
            Box(f"{area.id} {area.title}", bold=True, size=9),
            Box("\n".join(area.probes[role]), size=10.5),
            Box("☐", align="center"),
        ]
        for area in kit.questionnaire.areas
        if area.probes.get(role)
    ]
    if rows:
        paper.table(with_head(block["heads"], rows, scaled([5, 9.4, 2.6], paper.width), height=0.7))
        paper.gap()


def _closed_questions(paper: Paper, kit: Kit, texts: Texts, block: dict[str, Any], role: Role) -> None:
    items = items_for(kit.questionnaire, kit.setting, "interview", role)
    if not items:
        return
    paper.heading(block["closed"])
    rows: list[list[Content]] = [
        [Box(item.id, bold=True), item.text, _read_out(kit, texts, block, item)] for item in items
    ]
    paper.table(with_head(block["closed_heads"], rows, scaled([1.7, 8.5, 6.8], paper.width), size=9))
    paper.gap()


def _read_out(kit: Kit, texts: Texts, block: dict[str, Any], item: Item) -> Content:
    if "facilitator" in item.respondents:
        return Box(block["rated"], italic=True, size=8.5, colour=look.GREY)
    return Box(choices(kit, texts, item, "interview"), size=8.5)
