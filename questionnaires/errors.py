"""What went wrong for the person at the keyboard: where, what, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class ExitCode(IntEnum):
    """How a command ends; the numbers are a promise to scripts."""

    DONE = 0
    NOT_NOW = 1
    BAD_INPUT = 2
    INTEGRITY = 3
    PRIVACY = 4
    BUSY = 5
    BUG = 70
    INTERRUPTED = 130


@dataclass(frozen=True)
class Problem:
    """One mistake in a file: `where` is `file:line:column` or `row 12`, `remedy` says what to do."""

    where: str
    message: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message} {self.remedy}".rstrip()


class UserError(Exception):
    """A failure that the person can act on; shown as one message, never as a traceback.

    `problems` holds every mistake found in a file, so that nobody mends one a run.
    """

    def __init__(
        self,
        message: str,
        remedy: str = "",
        *,
        code: ExitCode = ExitCode.BAD_INPUT,
        problems: tuple[Problem, ...] = (),
    ) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.code = code
        self.problems = problems

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".rstrip()
