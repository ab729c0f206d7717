"""Items that two facilitators rated in their document reviews, and the value they agree on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from audit_engine.audit import StoredAnswer
from audit_engine.auditfile import AuditFile
from audit_engine.store import submissions
from questionnaires.definition import Item, Questionnaire
from questionnaires.routing import NOT_ASKED

_LADDER = 4


@dataclass(frozen=True)
class Rated:
    """An item with the standing ratings of all reviews, in the order of the reviews."""

    item: str
    ratings: tuple[StoredAnswer, ...]

    @property
    def equal(self) -> bool:
        """Whether all gave the same value."""
        return len({rating.value for rating in self.ratings}) == 1

    @property
    def agreed(self) -> StoredAnswer | None:
        """The value that was agreed on, None if none was."""
        return next((rating for rating in self.ratings if rating.agreed), None)


def ratings(file: AuditFile) -> dict[str, Rated]:
    """Item -> its ratings in all document reviews that count."""
    found: dict[str, list[StoredAnswer]] = {}
    with file.reading() as connection:
        for review in submissions.submissions(connection, instrument="document_review"):
            if review.state == "void":
                continue
            for item, answer in submissions.answers(connection, review.id).items():
                if answer.value != NOT_ASKED:
                    found.setdefault(item, []).append(answer)
    return {item: Rated(item, tuple(answers)) for item, answers in found.items()}


def is_ladder(item: Item, questionnaire: Questionnaire) -> bool:
    """Whether documents are rated for the item on levels that each have a written criterion."""
    options = questionnaire.scale_of(item).options
    in_documents = "document_review" in item.instruments
    return in_documents and len(options) >= _LADDER and all(o.id in item.criteria for o in options)


def ladder_rated_by_two(
    questionnaire: Questionnaire, asked: Sequence[str], rated: Mapping[str, Rated]
) -> tuple[int, int, int]:
    """(rated by two, rated by two that the method asks for, all) of the asked items with levels.

    The method asks for a third of them, rounded up (docs/method.md, rule 9).
    """
    ladder = [name for name in asked if is_ladder(questionnaire.items[name], questionnaire)]
    twice = sum(1 for name in ladder if name in rated and len(rated[name].ratings) >= 2)
    return twice, -(-len(ladder) // 3), len(ladder)
