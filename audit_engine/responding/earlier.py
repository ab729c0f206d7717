"""What an earlier audit left open, kept in a later one, and the answer that is offered from it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from sqlalchemy import Connection

from audit_engine.store.facts import get_meta, log_changes, set_meta
from questionnaires.answers import short
from questionnaires.catalogue import tr
from questionnaires.definition import Item, Questionnaire
from questionnaires.errors import ExitCode, Problem, UserError

_LEFT = "earlier recommendations"
_FILL = "item filled from the earlier recommendations"


@dataclass(frozen=True)
class EarlierAdvice:
    """One recommendation that the unit accepted after its earlier audit, and how far it was when copied in.

    `due` an ISO date, or what is known instead. `open`: neither done nor overtaken. `on_track`: done, or
    its date had not passed.
    """

    ref: str
    text: str
    answer: str
    state: str
    due: str
    open: bool
    on_track: bool


@dataclass(frozen=True)
class LeftOpen:
    """All of them, as they stood on `day` (an ISO date)."""

    day: str
    advice: tuple[EarlierAdvice, ...] = ()

    @property
    def ratio(self) -> str:
        """How many were done or on track, out of all accepted ("7/12"); empty if there was none."""
        return f"{sum(one.on_track for one in self.advice)}/{len(self.advice)}" if self.advice else ""


def keep(connection: Connection, left: LeftOpen) -> None:
    """Copies it into a later audit; the earlier file is not needed again."""
    set_meta(connection, _LEFT, json.dumps(asdict(left)))


def kept(connection: Connection) -> LeftOpen:
    """What was copied in; nothing where no earlier audit was named."""
    stored = get_meta(connection, _LEFT)
    if not stored:
        return LeftOpen("")
    told = json.loads(stored)
    return LeftOpen(told["day"], tuple(EarlierAdvice(**one) for one in told["advice"]))


def fill(connection: Connection, questionnaire: Questionnaire, name: str, by: str) -> Item:
    """Names the item to which the document review offers the ratio. Raises UserError if it cannot be one.

    The questionnaire does not say which of its items asks for it, so a person does.
    """
    item = next((one for key, one in questionnaire.items.items() if key.casefold() == name.casefold()), None)
    fitting = [one for one in questionnaire.items.values() if _fits(questionnaire, one)]
    if item is None or item not in fitting:
        raise UserError(
            tr(
                "'{name}' is no item of the document review that is answered by so many out of so many.",
                name=short(name),
            ),
            tr("Name one of these.") if fitting else tr("This questionnaire has none."),
            problems=tuple(Problem(one.id, one.text, "") for one in fitting),
        )
    if not kept(connection).advice:
        raise UserError(
            tr("There is nothing from an earlier audit to fill it from."),
            tr("Name the earlier audit first, with `edit --baseline`."),
            code=ExitCode.NOT_NOW,
        )
    log_changes(connection, [(_FILL, get_meta(connection, _FILL) or "", item.id)], by)
    set_meta(connection, _FILL, item.id)
    return item


def _fits(questionnaire: Questionnaire, item: Item) -> bool:
    return "document_review" in item.instruments and questionnaire.scale_of(item).kind == "ratio"


def filled_item(connection: Connection) -> str:
    """The id of the item that was named for it; empty while none is."""
    return get_meta(connection, _FILL) or ""


def offered(connection: Connection) -> Mapping[str, str]:
    """Item -> the answer that the document review offers; a person still says yes to it."""
    item, ratio = filled_item(connection), kept(connection).ratio
    return {item: ratio} if item and ratio else {}
