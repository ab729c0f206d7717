"""What a version says of others: what was only corrected, what old answers compare with, what is shared."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from questionnaires.parts import Id, Part, Text, Version

Relation = Literal["reworded", "rescaled", "split", "merged", "new"]


class Correction(Part):
    """A typing error that was mended and cannot change an answer. `key`: an item, or the key of a text.

    Keys of texts are those of questionnaires/texts.py, for example `scales.agree5.options.agree`.
    """

    key: Text
    why: Text


class Origin(Part):
    """Where an item, or an option of `scale`, comes from if it is not the same as before.

    `of`: the ids it was made from, empty for a new one. `comparable`: old answers compare with new ones all
    the same, for the reason in `why`; a rescaled, split, merged or new one never does.
    """

    id: Id
    scale: Id | None = None
    relation: Relation
    of: tuple[Id, ...] = ()
    comparable: bool = False
    why: Text


class Dropped(Part):
    """An item, or an option of `scale`, that is there no more. Its answers in older audits stay."""

    id: Id
    scale: Id | None = None
    why: Text


class Comparability(Part):
    """How this version compares with an earlier one. What is not named is the same in both."""

    version: Version
    origins: tuple[Origin, ...] = ()
    dropped: tuple[Dropped, ...] = Field(default=())


class Shares(Part):
    """Another questionnaire of the package whose items this one takes over, word for word.

    `own_items`: ids of items that are not taken over and do not stand in the other. All others mean what they
    mean there, so that audits with either can be compared over them.
    """

    questionnaire: Id
    version: Version
    own_items: tuple[Id, ...] = ()
