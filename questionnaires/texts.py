"""Every text of a questionnaire that people read, by a flat key that stays while the text stays the same one.

A key is made of ids, never of places in the file (`items.ST1-01.text`, `scales.agree5.options.agree`), except
where a list has no ids (`consent` and probes: a number from 1). Keys name what is translated, what a changed
wording belongs to, and what `corrections` of a new version lists. Sources are citations and are no texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from questionnaires.definition import Area, Item, Questionnaire, Scale

Texts = dict[str, str]


def texts(questionnaire: Questionnaire) -> Texts:
    """Key -> text, in the order of the file."""
    return dict(_texts(questionnaire))


def _texts(questionnaire: Questionnaire) -> Iterator[tuple[str, str]]:
    yield "title", questionnaire.title
    yield "summary", questionnaire.summary
    yield from _fields("bands", questionnaire.bands, "label", "meaning")
    yield from _fields("fronts", questionnaire.fronts, "title")
    for scale in questionnaire.scales:
        yield from _scale(scale)
    yield from _fields("reasons", questionnaire.reasons, "text")
    yield from _fields("responsible", questionnaire.responsible, "label", "elsewhere")
    for question in questionnaire.profile:
        yield f"profile.{question.id}.text", question.text
        yield from ((f"profile.{question.id}.options.{one.id}", one.label) for one in question.options)
    yield from _fields("prompts", questionnaire.prompts, "text")
    for word in questionnaire.words:
        yield from _named(f"words.{word.term}", word, *type(word).model_fields)
    for area in questionnaire.areas:
        yield from _area(area)
    yield from _fields("recommendations", questionnaire.recommendations, "text")
    yield from _fields("figures", questionnaire.figures, "text", "unit", "period", "note")
    yield from _named("consent", questionnaire.consent, *type(questionnaire.consent).model_fields)
    yield from _numbered("field_texts.probes", questionnaire.field_texts.probes)
    yield from _numbered("field_texts.closing", questionnaire.field_texts.closing)
    yield from _quiz(questionnaire)


class _WithId(Protocol):
    """A part that is known by an id."""

    @property
    def id(self) -> str: ...


def _fields(what: str, parts: Iterable[_WithId], *names: str) -> Iterator[tuple[str, str]]:
    for part in parts:
        yield from _named(f"{what}.{part.id}", part, *names)


def _named(key: str, part: object, *names: str) -> Iterator[tuple[str, str]]:
    for name in names:
        if (text := getattr(part, name)) is not None:
            yield f"{key}.{name}", text


def _numbered(key: str, lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(lines, 1):
        yield f"{key}.{number}", line


def _scale(scale: Scale) -> Iterator[tuple[str, str]]:
    yield f"scales.{scale.id}.title", scale.title
    yield from ((f"scales.{scale.id}.options.{option.id}", option.label) for option in scale.options)


def _area(area: Area) -> Iterator[tuple[str, str]]:
    yield f"areas.{area.id}.title", area.title
    for role, lines in area.probes.items():
        yield from _numbered(f"areas.{area.id}.probes.{role}", lines)
    for item in area.items:
        yield from _item(item)


def _item(item: Item) -> Iterator[tuple[str, str]]:
    key = f"items.{item.id}"
    yield from _named(key, item, "text", "gap", "counts_when")
    yield from ((f"{key}.criteria.{option}", text) for option, text in item.criteria.items())
    yield from _numbered(f"{key}.na_preset", (preset.when for preset in item.na_preset))
    for name, figure in (("baseline", item.baseline), ("target", item.target)):
        if figure is not None:
            yield from _named(f"{key}.{name}", figure, "note")


def _quiz(questionnaire: Questionnaire) -> Iterator[tuple[str, str]]:
    if questionnaire.quiz is None:
        return
    yield "quiz.instructions", questionnaire.quiz.instructions
    for number, question in enumerate(questionnaire.quiz.questions, 1):
        yield f"quiz.{number}.text", question.text
        yield from _numbered(f"quiz.{number}.answers", question.answers)
