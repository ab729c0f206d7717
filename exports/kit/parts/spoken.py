"""What is read out or handed over: the consent text, and the card with whom to turn to."""

from __future__ import annotations

from typing import Any

from exports.kit.material import Kit
from exports.kit.paper import Paper
from exports.kit.table import Box, Content, Table
from exports.kit.texts import Texts
from questionnaires.catalogue import labelled

_CARDS, _ACROSS = 6, 2
LONGEST_ON_CARD = 70


def consent(paper: Paper, kit: Kit, texts: Texts, block: dict[str, Any]) -> None:
    """The whole text: what opens everything, what an interview adds, what a survey adds."""
    spoken = kit.questionnaire.consent
    said = _filled(
        kit, texts, spoken.core, spoken.small_office, spoken.notes, spoken.limit, spoken.withdrawal
    )
    paper.heading(block["everywhere"])
    paper.say(said[:1])
    paper.heading(block["interview"])
    paper.say(said[1:])
    if "survey" in block:
        paper.heading(block["survey"])
        paper.say(_filled(kit, texts, spoken.survey))
    paper.heading(block["ask"])
    paper.say([spoken.question])


def survey_consent(paper: Paper, kit: Kit, texts: Texts, block: dict[str, Any]) -> None:
    """What stands on top of the paper survey."""
    spoken = kit.questionnaire.consent
    paper.say([*_filled(kit, texts, spoken.core, spoken.survey, spoken.withdrawal), block["box"]])


def cards_of_contacts(paper: Paper, kit: Kit, texts: Texts, block: dict[str, Any]) -> None:
    """Cards to cut apart, each with the contacts of this audit, or with room to write them."""
    card = Box("\n".join(_card(kit, block)), size=8.5)
    rows: list[list[Content]] = [[card] * _ACROSS for _ in range(_CARDS // _ACROSS)]
    paper.table(Table([paper.width / _ACROSS] * _ACROSS, rows, height=6.2, padding=0.35))
    paper.gap()


def _card(kit: Kit, block: dict[str, Any]) -> list[str]:
    contacts = kit.referral.replace("; ", ";\n") if kit.referral else ""
    named = [contacts] if contacts else [labelled(each, "_________________") for each in block["none"]]
    return [
        block["title"].upper(),
        "",
        block["before"],
        "",
        *named,
        "",
        block["after"].replace("#", _short(kit.unit)),
    ]


def _short(unit: str) -> str:
    return unit if len(unit) <= LONGEST_ON_CARD else f"{unit[: LONGEST_ON_CARD - 3]}..."


def _filled(kit: Kit, texts: Texts, *spoken: str) -> list[str]:
    contacts = kit.referral or str(texts.words["nobody"])
    own = Texts({}, {}, {"unit": kit.unit, "channel": contacts, "card": contacts})
    return [own.fill(text) for text in spoken]
