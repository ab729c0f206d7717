"""What came in from a file: submissions as plain values, before anything is stored."""

from __future__ import annotations

from dataclasses import dataclass, field

from audit_engine.audit import Profile
from questionnaires.definition import Instrument, Role
from questionnaires.errors import Problem


@dataclass
class Incoming:
    """One submission of a file: its answers, the words it holds, and where it began (line of the file)."""

    id: str
    instrument: Instrument
    role: Role
    row: int
    profile: dict[str, str] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    evidence: dict[str, str] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)

    @property
    def known(self) -> Profile:
        return Profile(**{name: self.profile.get(name) for name in ("gender", "category", "supervises")})


@dataclass(frozen=True)
class Import:
    """What a file holds once it was understood: submissions, warnings, and every bad row."""

    submissions: tuple[Incoming, ...]
    warnings: tuple[str, ...]
    problems: tuple[Problem, ...]
