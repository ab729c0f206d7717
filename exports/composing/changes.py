"""What changed in the documents and in what staff say, as a report may print it (docs/method.md, rule 6).

A printed change tells no more than the two figures it stands beside.
"""

from __future__ import annotations

from fractions import Fraction

from questionnaires.catalogue import marked, tr
from questionnaires.definition import Questionnaire
from questionnaires.scope import hears_opinions
from scoring.assessment import AreaRating, Status
from scoring.change import status_of
from scoring.disclosure import published_perception
from scoring.published_change import step_of_change
from scoring.rounding import one_decimal, rounded

Changed = tuple[Fraction, Status]
"""A change in points as printed, and the word for it."""
DOCUMENTS: dict[Status, str] = {
    "improved": marked("documents improved ({change})"),
    "unchanged": marked("documents unchanged ({change})"),
    "declined": marked("documents declined ({change})"),
}
PEOPLE: dict[Status, str] = {
    "improved": marked("what staff say improved ({change})"),
    "unchanged": marked("what staff say unchanged ({change})"),
    "declined": marked("what staff say declined ({change})"),
}


def documents_change(questionnaire: Questionnaire, area: AreaRating) -> Changed | None:
    """The change of documents and staff data; None if nothing was compared, or people answered for some."""
    change = area.baseline.objective if area.baseline else None
    objective = [item for item in area.items if questionnaire.items[item.id].evidence == "objective"]
    looked_up = all(item.value is not None for item in objective if item.state == "counted")
    return (rounded(change.change), change.status) if change and looked_up else None


def people_change(area: AreaRating) -> Changed | None:
    """The change of what staff say: the difference of the two figures as printed, now and then.

    None unless both are printed as numbers and made of the same items. The word follows from the printed
    difference, so that it tells nothing else.
    """
    change = area.baseline.perception if area.baseline else None
    now = published_perception(area)
    if change is None or not change.whole or change.printed is None or change.printed.at_end:
        return None
    if now.value is None or now.at_end:
        return None
    step = step_of_change(area)
    difference = rounded(now.value, step) - rounded(change.printed.value, step)
    return difference, status_of(difference, change.zone)


def changes_in_words(questionnaire: Questionnaire, area: AreaRating) -> str:
    """Documents and people in a sentence: "documents improved (+12.5), what staff say unchanged (-3.0)".

    Empty where nobody is asked for an opinion: the change of the area is that of documents.
    """
    if not hears_opinions(questionnaire):
        return ""
    documents, people = documents_change(questionnaire, area), people_change(area)
    parts = [
        tr(words[found[1]], change=signed(found[0]))
        for words, found in ((DOCUMENTS, documents), (PEOPLE, people))
        if found
    ]
    return ", ".join(parts)


def signed(change: Fraction) -> str:
    """A change with its sign; none before zero."""
    return f"{'+' if change > 0 else ''}{one_decimal(change)}"
