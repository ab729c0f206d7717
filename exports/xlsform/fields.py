"""The fields of a form: what each is called, and which answer or part of one it holds.

Other tools allow few characters in names, and each allows other ones. Names are therefore compared by their
letters and digits alone: `ST1-07`, `ST1_07` and `ST107` are one field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from questionnaires.catalogue import tr
from questionnaires.definition import Item, Questionnaire, ScaleKind
from questionnaires.errors import UserError

Piece = Literal[
    "choice", "part", "whole", "women", "men", "of_women", "of_men", "number", "why", "paper", "words"
]
Kind = Literal["item", "prompt", "profile", "form"]

QUESTIONNAIRE, INSTRUMENT, ROLE, CONSENT = "questionnaire", "instrument", "role", "consent"
_OF_THE_FORM = (QUESTIONNAIRE, INSTRUMENT, ROLE, CONSENT)
_PIECES: dict[ScaleKind, tuple[Piece, ...]] = {
    "choice": ("choice",),
    "ratio": ("part", "whole", "why"),
    "sexcount": ("women", "men", "why"),
    "sexrate": ("women", "of_women", "men", "of_men", "why"),
    "count": ("number", "why"),
    "votes": (),
}


@dataclass(frozen=True)
class Field:
    """One field of a form. `of`: the id of the item, open question or profile question that it belongs to."""

    name: str
    kind: Kind
    of: str
    piece: Piece


def field_name(of: str, piece: Piece = "choice") -> str:
    """What a field is called in an XLSForm: an id with underscores, and the piece of the answer."""
    plain = re.sub(r"[^A-Za-z0-9]", "_", of)
    plain = f"_{plain}" if plain[:1].isdigit() else plain  # no name of an XLSForm begins with a digit
    return plain if piece in ("choice", "words") else f"{plain}_{piece}"


def form_name(what: str) -> str:
    """What a field about the form itself is called; no item is called so."""
    return f"audit_{what}"


def folded(name: str) -> str:
    """A name as it is compared."""
    return "".join(c for c in name if c.isalnum()).casefold()


def pieces(questionnaire: Questionnaire, item: Item) -> tuple[Piece, ...]:
    """The fields by which an item is answered on a phone; none for votes, which a room casts."""
    return _PIECES[questionnaire.scale_of(item).kind]


def known_fields(questionnaire: Questionnaire) -> dict[str, Field]:
    """Every field that a form of this questionnaire may have, by its folded name.

    Raises UserError if two ids could not be told apart in another tool.
    """
    found: dict[str, Field] = {}
    for field in _fields(questionnaire):
        twin = found.setdefault(folded(field.name), field)
        if twin is not field:
            raise UserError(
                tr(
                    "The ids {one} and {other} are the same to a form on a phone, which compares "
                    "letters and digits alone.",
                    one=twin.of,
                    other=field.of,
                ),
                tr("Give one of them another id in the questionnaire."),
            )
    return found


def _fields(questionnaire: Questionnaire) -> Iterator[Field]:
    for name in _OF_THE_FORM:
        yield Field(form_name(name), "form", name, "words")
    for question in questionnaire.profile:
        yield Field(field_name(question.id), "profile", question.id, "choice")
    for item in questionnaire.items.values():
        for piece in (*pieces(questionnaire, item), "paper"):
            yield Field(field_name(item.id, piece), "item", item.id, piece)
    for prompt in questionnaire.open_prompts:
        yield Field(field_name(prompt, "words"), "prompt", prompt, "words")
