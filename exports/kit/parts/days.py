"""The days of the audit: what happens when, and what is deleted when."""

from __future__ import annotations

from typing import Any

from exports.composing.edition import day_words
from exports.kit import filling
from exports.kit.material import Kit
from exports.kit.paper import Paper
from exports.kit.table import Box, Content, scaled, with_head
from exports.kit.texts import Texts


def dates(paper: Paper, kit: Kit, texts: Texts, block: dict[str, Any]) -> None:
    """The steps of the audit in the order of their days."""
    known = filling.days(kit)
    steps = [(known[name], text) for name, text in block["steps"].items() if name in known]
    rows: list[list[Content]] = [
        [text, Box(day_words(day), bold=True)] for day, text in sorted(steps, key=lambda step: step[0])
    ]
    paper.table(with_head(block["heads"], rows, scaled([12, 5], paper.width), together=True))
    paper.gap()


def deletion(paper: Paper, kit: Kit, texts: Texts, block: dict[str, Any]) -> None:
    """What is deleted, in the order of the days, each line with room for the signature."""
    known = filling.days(kit)
    lines = sorted(block["rows"], key=lambda row: known[row[2]])
    rows: list[list[Content]] = [
        [Box(what, bold=True), where, day_words(known[by]), how, ""] for what, where, by, how in lines
    ]
    paper.table(with_head(block["heads"], rows, scaled([4.6, 3.6, 2.9, 3.3, 2.6], paper.width), height=1.0))
    paper.gap()
