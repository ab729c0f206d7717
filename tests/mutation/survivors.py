"""The mutants that no test can or need notice, each with its reason: survivors.yaml."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:  # mutmut is not there where only the list is read
    from tests.mutation.mutants import Mutant

FILE = Path(__file__).with_name("survivors.yaml")


@dataclass(frozen=True)
class Known:
    """A survivor with the reason why it may survive."""

    key: tuple[str, str, str, str]
    reason: str


def known(file: Path = FILE) -> list[Known]:
    """The survivors written down: reason -> module -> function -> list of [was, now]."""
    told = yaml.safe_load(file.read_text(encoding="utf-8")) or []
    return [
        Known((entry["module"], entry["in"] or "", change["was"], change["now"]), entry["reason"])
        for entry in told
        for change in entry["changes"]
    ]


def unexplained(
    survived: Iterable[Mutant], explained: Iterable[Known], modules: set[str]
) -> tuple[list[Mutant], list[Known]]:
    """Survivors without a reason; and reasons, of the modules tried, without a survivor."""
    reasons, found = {entry.key for entry in explained}, {mutant.key for mutant in survived}
    new = [mutant for mutant in survived if mutant.key not in reasons]
    gone = [entry for entry in explained if entry.key[0] in modules and entry.key not in found]
    return new, gone
