"""Who is interviewed: the lines that were drawn from the staff list, or rows to fill in by hand."""

from __future__ import annotations

from typing import Any

from exports.kit.material import InterviewPlan, Kit
from exports.kit.paper import Paper
from exports.kit.table import Box, Content, scaled, with_head
from exports.kit.texts import Texts

_WIDTHS = (1.3, 2.1, 5, 2.2, 2.8, 4.2, 3.4)
_FREE = 3
"""Empty rows after the drawn ones, for those who are asked in place of somebody."""


def seats(paper: Paper, kit: Kit, texts: Texts, block: dict[str, Any]) -> None:
    """The plan by function and sex; names stay on the unit's own list."""
    rows = _drawn(kit.plan, texts, block) if kit.plan else _by_hand(block)
    if kit.plan is None:
        paper.note(block["by_hand"])
    paper.table(with_head(block["heads"], rows, scaled(_WIDTHS, paper.width), height=0.8, size=9))
    paper.gap()
    if kit.plan:
        paper.note(_told(kit.plan, block))


def _drawn(plan: InterviewPlan, texts: Texts, block: dict[str, Any]) -> list[list[Content]]:
    sexes = texts.words["sexes"]
    chance = block["everybody"] if plan.everybody else block["drawn"]
    rows: list[list[Content]] = [
        [
            str(number),
            str(seat.line),
            Box(seat.function, bold=True),
            sexes[seat.sex or "none"],
            block["fixed"] if seat.fixed else chance,
            "",
            "",
        ]
        for number, seat in enumerate(plan.seats, 1)
    ]
    return rows + [[""] * len(block["heads"]) for _ in range(_FREE)]


def _by_hand(block: dict[str, Any]) -> list[list[Content]]:
    fixed = block["fixed_rows"]
    rows: list[list[Content]] = [
        [str(number), "", Box(function, bold=True), "", block["fixed"], "", ""]
        for number, function in enumerate(fixed, 1)
    ]
    more = range(len(fixed) + 1, len(fixed) + 1 + int(block["empty_rows"]))
    return rows + [[str(number), "", "", "", block["drawn"], "", ""] for number in more]


def _told(plan: InterviewPlan, block: dict[str, Any]) -> str:
    heard = [seat.sex for seat in plan.seats]
    counted = block["counted"].replace("#w", str(heard.count("woman"))).replace("#m", str(heard.count("man")))
    unsaid = block["unsaid"].replace("#", str(heard.count(""))) if heard.count("") else ""
    drawn = block["told"].replace("#n", str(plan.listed)).replace("#s", plan.seed)
    return " ".join(part for part in (counted, unsaid, "" if plan.everybody else drawn) if part)
