"""The workbook being written: what all its sheets share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exports.layout import Column
from exports.page import Orientation, Page
from exports.styles import Dresser

if TYPE_CHECKING:
    from openpyxl import Workbook


@dataclass(frozen=True)
class Book:
    """A workbook, its styles, and the text at the foot of every printed page."""

    workbook: Workbook
    dresser: Dresser
    footer: str

    def page(self, title: str, columns: Sequence[Column], orientation: Orientation = "portrait") -> Page:
        """A new sheet at the end."""
        return Page(self.workbook, self.dresser, title, columns, footer=self.footer, orientation=orientation)
