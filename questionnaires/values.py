"""What an answer is once it is understood, and its canonical text.

The canonical text is what the audit file stores, counts by and writes to a CSV file; reading it again
gives the same value.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from questionnaires.definition import MissingCode, Reason


@dataclass(frozen=True)
class Choice:
    """One option of a scale, by its id."""

    option: str

    def __str__(self) -> str:
        return self.option


@dataclass(frozen=True)
class Missing:
    """No answer, and why. `reason` stands beside `na` only; None where the respondent owes none."""

    code: MissingCode
    reason: Reason | None = None

    def __str__(self) -> str:
        return f"{self.code} {self.reason}" if self.reason else self.code


@dataclass(frozen=True)
class SexCount:
    """Numbers of women and of men (people)."""

    women: int
    men: int

    def __str__(self) -> str:
        return f"women={self.women} men={self.men}"


@dataclass(frozen=True)
class SexRate:
    """Women out of all women concerned, men out of all men concerned (people)."""

    women: int
    of_women: int
    men: int
    of_men: int

    def __str__(self) -> str:
        return f"women={self.women}/{self.of_women} men={self.men}/{self.of_men}"


@dataclass(frozen=True)
class Ratio:
    """A part out of a whole; the part of a quiz may hold halves."""

    part: Fraction
    whole: int

    def __str__(self) -> str:
        part = str(self.part.numerator) if self.part.denominator == 1 else f"{float(self.part):.1f}"
        return f"{part}/{self.whole}"


@dataclass(frozen=True)
class Count:
    """A number that is information only."""

    number: int

    def __str__(self) -> str:
        return str(self.number)


@dataclass(frozen=True)
class Votes:
    """Cards counted in a workshop: votes per option or missing code, and the value the group agreed on.

    `agreed` is None where the group agreed on none.
    """

    votes: tuple[tuple[str, int], ...]
    agreed: str | None = None

    @property
    def voters(self) -> int:
        """How many people voted."""
        return sum(number for _, number in self.votes)

    def __str__(self) -> str:
        parts = [f"{option}={number}" for option, number in self.votes]
        return " ".join([*parts, f"agreed={self.agreed}"] if self.agreed is not None else parts)


@dataclass(frozen=True)
class Words:
    """What a person said in words."""

    text: str

    def __str__(self) -> str:
        return self.text


Value = Choice | Missing | SexCount | SexRate | Ratio | Count | Votes | Words
