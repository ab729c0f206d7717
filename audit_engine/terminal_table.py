"""Tables at the terminal: plain, wrapped, as lines on a narrow screen, from the right where it is read so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import StringIO

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from audit_engine.terminal import out, plain_console, say, styled
from audit_engine.visual_order import FROM_THE_LEFT, FROM_THE_RIGHT, has_right_to_left
from questionnaires.catalogue import spoken
from questionnaires.languages import right_to_left

NARROW = 64
"""Columns below which a table is not readable."""


def table(
    columns: Sequence[str],
    rows: Iterable[Sequence[str | Text]],
    *,
    right: Iterable[int] = (),
    gap: int = 2,
) -> None:
    """A plain table that wraps its cells.

    `right` are the columns of numbers, from 0; `gap` blanks stand between columns. On a narrow screen a
    row is a few lines instead, each with its name.
    """
    if out().width < NARROW:
        _stacked(columns, rows)
        return
    shown = Table(box=None, pad_edge=False, header_style="bold", padding=(0, gap, 0, 0))
    numbers = set(right)
    for place, name in enumerate(columns):
        shown.add_column(name, justify="right" if place in numbers else "left", overflow="fold")
    for row in rows:
        shown.add_row(*(_cell(cell) for cell in row))
    if right_to_left(spoken()):
        _from_the_right(shown)
    else:
        out().print(shown)


def _cell(said: str | Text) -> Text:
    """Where it is read from the right: held together, with figures and ids in their own order."""
    cell = said if isinstance(said, Text) else styled(said)
    if not right_to_left(spoken()):
        return cell
    own = not has_right_to_left(cell.plain)
    return Text.assemble(FROM_THE_LEFT if own else "", cell, FROM_THE_LEFT if own else "", FROM_THE_RIGHT)


def _from_the_right(shown: Table) -> None:
    """Line by line: one that begins with an id would else lie the other way round than its neighbours."""
    held = StringIO()
    console = plain_console(held, color=False)
    console.width = out().width
    console.print(shown)
    lines = held.getvalue().splitlines()
    widest = max(map(cell_len, lines), default=0)
    for line in lines:
        filled = line + " " * (widest - cell_len(line))
        out().print(Text(f"{FROM_THE_RIGHT}{filled}"), soft_wrap=True)


def _stacked(columns: Sequence[str], rows: Iterable[Sequence[str | Text]]) -> None:
    for row in rows:
        for name, cell in zip(columns, row, strict=True):
            text = str(cell).strip()
            if text:
                say(f"{name}: {text}" if name else text)
        say()
