"""A questionnaire as somebody names it on the command line: NAME[@VERSION] of the program, or a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from questionnaires.library import Loaded, load, load_file, parse_reference
from questionnaires.translations import Shelf, packaged_shelf, shelf_beside


@dataclass(frozen=True)
class Named:
    """A checked questionnaire, and where its texts in other languages stand.

    `file`: where it was read from; None for one of the program.
    """

    loaded: Loaded
    shelf: Shelf
    file: Path | None


def named(text: str) -> Named:
    """What somebody named. Raises UserError if there is none, or if it cannot be used."""
    if text.endswith((".yaml", ".yml")):
        file = Path(text)
        return Named(load_file(file), shelf_beside(file), file)
    loaded = load(*parse_reference(text))
    return Named(loaded, packaged_shelf(loaded.questionnaire.id), None)
