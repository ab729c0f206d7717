"""What must be true of a whole definition beyond the form of each field.

Pure: no files, no lines. Nothing here knows an item of any particular questionnaire.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import get_args

from questionnaires.catalogue import tr
from questionnaires.checks_rating import rating
from questionnaires.checks_references import references
from questionnaires.definition import MissingCode, Questionnaire
from questionnaires.mistakes import Mistake, Place, placed_items
from questionnaires.parts import version_order

_PARTS = [
    "areas",
    "fronts",
    "scales",
    "recommendations",
    "responsible",
    "reasons",
    "profile",
    "figures",
]

Names = Iterable[tuple[Place, str]]


def check(questionnaire: Questionnaire) -> list[Mistake]:
    """Every mistake of a definition, each with its place; an empty list means that it can be used."""
    return [
        *_duplicates(questionnaire),
        *_codes_as_options(questionnaire),
        *_versions(questionnaire),
        *_released(questionnaire),
        *references(questionnaire),
        *rating(questionnaire),
    ]


def _duplicates(questionnaire: Questionnaire) -> Iterator[Mistake]:
    for names in _lists_of_ids(questionnaire):
        yield from _twice(names)
    for place, item in placed_items(questionnaire):
        for name in ("instruments", "respondents", "responsible"):
            yield from _twice(((*place, name, at), entry) for at, entry in enumerate(getattr(item, name)))


def _lists_of_ids(questionnaire: Questionnaire) -> Iterator[Names]:
    """Each group of names within which no name may stand twice."""
    for name in _PARTS:
        yield [((name, at, "id"), part.id) for at, part in enumerate(getattr(questionnaire, name))]
    yield _bands(questionnaire)
    yield [(("words", at, "term"), word.term) for at, word in enumerate(questionnaire.words)]
    for name in ("scales", "profile"):
        for at, part in enumerate(getattr(questionnaire, name)):
            yield [
                ((name, at, "options", index, "id"), option.id) for index, option in enumerate(part.options)
            ]
    yield _answerable(questionnaire)


def _bands(questionnaire: Questionnaire) -> Names:
    """The bands of items and of a share stand side by side in a report."""
    yield from ((("bands", at, "id"), band.id) for at, band in enumerate(questionnaire.bands))
    if questionnaire.share is not None:
        bands = enumerate(questionnaire.share.bands)
        yield from ((("share", "bands", at, "id"), band.id) for at, band in bands)


def _answerable(questionnaire: Questionnaire) -> Names:
    """Ids under which something is answered: items in any area, and open questions."""
    yield from (((*place, "id"), item.id) for place, item in placed_items(questionnaire))
    areas = dict.fromkeys(area.id for area in questionnaire.areas)
    for at, prompt in enumerate(questionnaire.prompts):
        for name in [f"{area}-{prompt.id}" for area in areas] if prompt.each_area else [prompt.id]:
            yield ("prompts", at, "id"), name


def _twice(names: Names) -> Iterator[Mistake]:
    seen: dict[str, tuple[Place, str]] = {}
    for place, name in names:
        first, known = seen.setdefault(unicodedata.normalize("NFC", name).casefold(), (place, name))
        if first != place:
            message = tr("`{name}` stands twice.", name=name)
            if known != name:
                message = tr(
                    "`{name}` stands twice, as `{other}`; capital letters do not make a difference.",
                    name=name,
                    other=known,
                )
            yield Mistake(place, message, tr("Keep one or rename it."), first)


def _codes_as_options(questionnaire: Questionnaire) -> Iterator[Mistake]:
    for at, scale in enumerate(questionnaire.scales):
        for index, option in enumerate(scale.options):
            if option.id.casefold() in get_args(MissingCode):
                place = ("scales", at, "options", index, "id")
                message = tr("The option `{id}` has the name of a missing code.", id=option.id)
                yield Mistake(place, message, tr("Choose another id."))


def _versions(questionnaire: Questionnaire) -> Iterator[Mistake]:
    version = version_order(questionnaire.version)
    if questionnaire.supersedes and version_order(questionnaire.supersedes) >= version:
        message = tr("A version can only supersede an earlier one.")
        yield Mistake(("supersedes",), message, tr("Name an earlier version."))
    for place, item in placed_items(questionnaire):
        if questionnaire.origin(item.id) != questionnaire.id:
            continue  # its versions are those of the questionnaire that it is shared with
        if not version_order(item.since) <= version_order(item.comparable_since) <= version:
            message = tr("`{id}`: `comparable_since` is not between `since` and the version.", id=item.id)
            remedy = tr("Write versions up to {version}.", version=questionnaire.version)
            yield Mistake((*place, "comparable_since"), message, remedy)


def _released(questionnaire: Questionnaire) -> Iterator[Mistake]:
    """Only what a group of a workshop decides to release may be published; all else is confidential."""
    for at, prompt in enumerate(questionnaire.prompts):
        if prompt.released and set(prompt.instruments) != {"workshop"}:
            message = tr("`{id}` is released, but it is not asked in workshops alone.", id=prompt.id)
            yield Mistake(("prompts", at, "instruments"), message, tr("Write `instruments: [workshop]`."))
        if prompt.released and prompt.minimum_people is None:
            message = tr(
                "`{id}` is released, but does not say how many people its group needs.", id=prompt.id
            )
            yield Mistake(("prompts", at, "released"), message, tr("Add `minimum_people`, 4 or more."))
