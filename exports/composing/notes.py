"""What stands in words beside a figure of the report: why it is so, and how firm (docs/method.md, rules 2-8).

Made from published figures only.
"""

from __future__ import annotations

from exports.composing.aims import aim_named, parity_words, published_progress
from exports.composing.changes import changes_in_words
from exports.composing.edition import kept_notice
from exports.composing.words import capital
from exports.material import Material
from questionnaires.catalogue import marked, tr
from questionnaires.definition import Item
from scoring.assessment import AreaRating, ItemRating
from scoring.disclosure import published_men, published_women
from scoring.published_change import of_other_items
from scoring.published_trace import published_sensitivity, published_trace

OTHER_ITEMS = marked(
    "The figures now and then stand in steps and rest on different items: no change is told."
)


def area_trace(material: Material, rating: AreaRating) -> tuple[str, ...]:
    """The way to an area's figure in a few sentences, and how firm its band is."""
    small = material.assessment.small_unit
    firm = published_sensitivity(material.questionnaire, rating)
    return (*published_trace(material.questionnaire, rating, small_unit=small), *([firm] if firm else []))


def area_notes(material: Material, rating: AreaRating) -> tuple[str, ...]:
    """What a reader must know beside an area's figures."""
    notes = [*_people(rating), _since(material, rating), *kept_notice(material, rating.id)]
    return tuple(note for note in notes if note)


def item_notes(material: Material, item: Item, rating: ItemRating) -> tuple[str, ...]:
    """Beside an item: its distance to parity, and how far the unit is on the way to an aim."""
    if rating.state != "counted":
        return ()
    notes = [_parity(rating), _aim(material, item, rating)]
    return tuple(note for note in notes if note)


def _people(rating: AreaRating) -> list[str]:
    notes = []
    if rating.many_not_applicable:
        notes.append(tr("More than a third of its items were declared not applicable."))
    guarded = published_women(rating).at_end or published_men(rating).at_end
    if rating.gap_flagged and not guarded:  # the limit hangs on numbers of people, and would tell the rest
        notes.append(tr("Women and men see it very differently."))
    if rating.in_steps:
        notes.append(tr("It holds items whose own figure is kept back, so its figures stand in steps of 5."))
    return notes


def _since(material: Material, rating: AreaRating) -> str:
    told = changes_in_words(material.questionnaire, rating)
    since = tr("Since the baseline {changes}.", changes=told) if told else ""
    return f"{tr(OTHER_ITEMS)} {since}".strip() if of_other_items(rating) else since


def _parity(rating: ItemRating) -> str:
    return capital(parity_words(rating.parity)) if rating.parity and rating.value else ""


def _aim(material: Material, item: Item, rating: ItemRating) -> str:
    reached = published_progress(item, rating)
    if not reached or rating.target is None:
        return ""
    return f"{capital(aim_named(rating.target, material.start.year))} ({reached})"
