"""The numbers printed beside the choices of a paper form, and what a typed number means.

Choices are numbered from 1 in the order printed; no answer has the same number on every form.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from questionnaires.answers import codes_taken, listed, parse_answer, plain, short, voted
from questionnaires.catalogue import tr
from questionnaires.definition import Instrument, Item, MissingCode, Option, Questionnaire, Scale
from questionnaires.errors import UserError

NO_ANSWER: Mapping[MissingCode, str] = {"nf": "95", "ng": "96", "dk": "97", "na": "98", "pnts": "99"}
"""Far from the numbers of choices, so that a slip of one key is no other answer."""
MEANT = {number: code for code, number in NO_ANSWER.items()}


def option_numbers(options: Sequence[Option]) -> dict[str, str]:
    """Id -> number; a choice that is a missing code has the number of it."""
    numbers = {option.id: str(place) for place, option in enumerate(options, 1)}
    return numbers | {code: number for code, number in NO_ANSWER.items() if code in numbers}


def item_numbers(item: Item, scale: Scale, instrument: Instrument) -> dict[str, str]:
    """Option or missing code -> number, in the order printed."""
    return option_numbers(scale.options) | {
        code: NO_ANSWER[code] for code in codes_taken(item, scale, instrument)
    }


def profile_answer(options: Sequence[Option], typed: str) -> str:
    """The id behind a typed number. Raises UserError naming the numbers printed."""
    return _meant(option_numbers(options), plain(typed))


def item_answer(questionnaire: Questionnaire, item: Item, instrument: Instrument, typed: str) -> str:
    """The canonical answer behind what was typed from paper; counts and parts are typed as at the prompt.

    Raises UserError that says what can be typed.
    """
    scale, text = questionnaire.scale_of(item), plain(typed)
    numbers = item_numbers(item, scale, instrument)
    number, _, reason = text.partition(" ")
    if scale.options and not voted(scale, instrument):
        text = f"{_meant(numbers, number)} {reason}".strip()
    elif number in MEANT and MEANT[number] in numbers and "/" not in text and not _is_number(scale):
        text = f"{MEANT[number]} {reason}".strip()
    return str(parse_answer(item, scale, text, instrument=instrument))


def _is_number(scale: Scale) -> bool:
    # A number of 98 things is a number; "no answer" is typed in letters there.
    return scale.kind in ("count", "sexcount")


def _meant(numbers: Mapping[str, str], typed: str) -> str:
    for name, number in numbers.items():
        if number == typed:
            return name
    raise UserError(
        tr("'{typed}' is no code of this question.", typed=short(typed)),
        tr("The codes printed there are {names}.", names=listed([*numbers.values()])),
    )
