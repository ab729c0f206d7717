"""What the workshop hands out: cards for secret votes and the quiz. The key is a paper of its own."""

from __future__ import annotations

from typing import Any

from exports.kit.material import Kit
from exports.kit.paper import Paper
from exports.kit.parts.workshop import voted
from exports.kit.table import Box, Content, Table, scaled, with_head
from exports.kit.texts import Texts
from questionnaires.answers import codes_taken
from questionnaires.definition import Item
from questionnaires.field_texts import Quiz

_ROWS, _ACROSS = 3, 2
_LETTERS = "ABCDEFGH"


def vote_cards(paper: Paper, kit: Kit, texts: Texts, block: dict[str, Any]) -> None:
    """A page a vote with the same card several times."""
    items = voted(kit)
    paper.note(block["first"])
    counted: list[list[Content]] = [
        [str(number), Box(item.id, bold=True), item.text, "", ""] for number, item in enumerate(items, 1)
    ]
    paper.table(with_head(block["heads"], counted, scaled([1.2, 1.8, 6, 5.5, 2.5], paper.width), height=1.2))
    for number, item in enumerate(items, 1):
        paper.page()
        card = Box("\n".join(_card(kit, texts, item, f"{block['vote']} {number}")), size=9)
        rows: list[list[Content]] = [[card] * _ACROSS for _ in range(_ROWS)]
        paper.table(Table([paper.width / _ACROSS] * _ACROSS, rows, height=7.0, padding=0.35))


def _card(kit: Kit, texts: Texts, item: Item, title: str) -> list[str]:
    scale = kit.questionnaire.scale_of(item)
    codes = codes_taken(item, scale, "workshop")
    labels = [option.label for option in scale.options] + [texts.words["codes"][code] for code in codes]
    return [f"{title} ({item.id})", "", item.text, "", *[f"☐ {label}" for label in labels]]


def quiz(paper: Paper, kit: Kit, texts: Texts, block: dict[str, Any]) -> None:
    """The questions with their answers in the order of the questionnaire; nothing tells which is right."""
    for number, question in enumerate(_quiz(kit).questions, 1):
        answers = [
            f"☐ {letter}  {answer}" for letter, answer in zip(_LETTERS, question.answers, strict=False)
        ]
        content = Box("\n".join([*answers, f"☐ {block['unknown']}"]), size=10)
        head = Box(f"{number}. {question.text} ...", bold=True, size=10.5)
        paper.table(Table([paper.width], [[head], [content]], padding=0.2, together=True))
        paper.gap(6)


def quiz_key(paper: Paper, kit: Kit, texts: Texts, block: dict[str, Any]) -> None:
    """The right answers, where they are said, and how the result is counted."""
    found = _quiz(kit)
    paper.text(found.instructions)
    paper.text(block["item"].replace("#", found.item))
    all_put = 4 * len(found.questions)
    paper.note(block["example"].replace("#q", str(len(found.questions))).replace("#a", str(all_put)))
    rows: list[list[Content]] = [
        [
            f"{number}. {question.text}",
            Box(_LETTERS[question.right - 1], bold=True, align="center"),
            Box(question.answers[question.right - 1], bold=True),
            question.source or "",
        ]
        for number, question in enumerate(found.questions, 1)
    ]
    paper.table(with_head(block["heads"], rows, scaled([5.1, 1.7, 5.1, 5.1], paper.width), size=9))


def _quiz(kit: Kit) -> Quiz:
    if kit.questionnaire.quiz is None:
        raise ValueError("this questionnaire has no quiz")
    return kit.questionnaire.quiz
