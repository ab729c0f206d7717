"""What earlier runs found, so that a run can be broken off and gone on with."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import get_args

from tests.mutation.mutants import Mutant
from tests.mutation.trial import Trial, Verdict


class Memory:
    """The verdicts of earlier runs by the text of the changed function; kept in a file that is no source."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._found: dict[str, Verdict] = {}
        if file.exists():
            told = json.loads(file.read_text(encoding="utf-8"))
            self._found = {name: verdict for name, verdict in told.items() if verdict in get_args(Verdict)}

    def halves(self, mutants: Iterable[Mutant]) -> tuple[list[Trial], list[Mutant]]:
        """What an earlier run saw noticed, and the mutants that are left to try."""
        seen, left = list[Trial](), list[Mutant]()
        for mutant in mutants:
            verdict = self._found.get(_name(mutant), "survived")
            if verdict == "survived":
                left.append(mutant)
            else:
                seen.append(Trial(mutant, verdict, 0.0))
        return seen, left

    def remembering(self, tried: Iterable[Trial]) -> Iterator[Trial]:
        """The trials as they end, each kept."""
        for number, trial in enumerate(tried):
            self._found[_name(trial.mutant)] = trial.verdict
            if number % 50 == 0:
                self.save()
            yield trial
        self.save()

    def save(self) -> None:
        self._file.write_text(json.dumps(self._found), encoding="utf-8")


def _name(mutant: Mutant) -> str:
    return sha256("\n".join((mutant.module, mutant.where, mutant.part)).encode()).hexdigest()[:24]
