"""Every rule by which an editor would question a definition, and what they find in one.

The definition must be free of mistakes. A new rule is a pure function in a `warnings_*.py` of its own and a
line here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from questionnaires.definition import Questionnaire
from questionnaires.errors import Problem
from questionnaires.library import Loaded
from questionnaires.reading import read
from questionnaires.warning import EditorWarning
from questionnaires.warnings_answering import answering
from questionnaires.warnings_crossing import crossing
from questionnaires.warnings_inclusive import inclusive
from questionnaires.warnings_reverse import reverse
from questionnaires.warnings_structure import structure
from questionnaires.warnings_translations import translations
from questionnaires.warnings_wording import wording

RULES: tuple[Callable[[Questionnaire], Iterator[EditorWarning]], ...] = (
    wording,
    inclusive,
    reverse,
    answering,
    structure,
)


@dataclass(frozen=True)
class Placed:
    """A warning with its place in the file."""

    rule: str
    problem: Problem


def warnings(
    questionnaire: Questionnaire,
    *,
    staff: int | None = None,
    untranslated: Mapping[str, Collection[str]] | None = None,
) -> list[EditorWarning]:
    """All that an editor would question.

    `staff`: also which crossings of the profile cannot work in a unit of so many; None leaves that out.
    `untranslated`: language -> keys without a translation.
    """
    found = [warning for rule in RULES for warning in rule(questionnaire)]
    if staff is not None:
        found += crossing(questionnaire, staff)
    return found + list(translations(untranslated or {}))


def placed_warnings(
    loaded: Loaded,
    origin: str,
    *,
    staff: int | None = None,
    untranslated: Mapping[str, Collection[str]] | None = None,
) -> list[Placed]:
    """The same with `origin:line:column`, from the top of the file."""
    document = read(loaded.text, origin)
    found = warnings(loaded.questionnaire, staff=staff, untranslated=untranslated)
    found.sort(key=lambda warning: document.position(warning.place))
    return [Placed(one.rule, Problem(document.where(one.place), one.message, one.remedy)) for one in found]
