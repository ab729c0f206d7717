"""Every text of a questionnaire that people read, by a flat key that stays while the text stays the same one.

A key is made of ids, never of places in the file (`items.ST1-01.text`, `scales.agree5.options.agree`), except
where a list has no ids (probes, quiz: a number from 1). Keys name what is translated, what a changed wording
belongs to, and what `corrections` of a new version lists. Sources are citations and are no texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from questionnaires.definition import Questionnaire

Texts = dict[str, str]
Place = tuple[str | int, ...]
Found = Iterator[tuple[str, Place]]

_LISTS: Mapping[str, tuple[str, ...]] = {
    "bands": ("label", "meaning"),
    "fronts": ("title",),
    "reasons": ("text",),
    "responsible": ("label", "elsewhere"),
    "prompts": ("text",),
    "recommendations": ("text",),
    "figures": ("text", "unit", "period", "note"),
}
_ITEM = ("text", "gap", "counts_when")


def texts(questionnaire: Questionnaire) -> Texts:
    """Key -> text; what is left out in the definition has no key."""
    data = questionnaire.model_dump()
    return {key: text for key, place in _places(data) if (text := _at(data, place)) is not None}


def with_texts(questionnaire: Questionnaire, other: Mapping[str, str]) -> Questionnaire:
    """The same questionnaire with other texts under the keys named; all else stays, also the language."""
    data = _open(questionnaire.model_dump())
    for key, place in list(_places(data)):
        if key in other and _at(data, place) is not None:
            _at(data, place[:-1])[place[-1]] = other[key]
    return Questionnaire.model_validate(data)


def _open(value: Any) -> Any:
    """The same with lists in place of tuples, so that a text in it can be exchanged."""
    if isinstance(value, Mapping):
        return {name: _open(each) for name, each in value.items()}
    return [_open(each) for each in value] if isinstance(value, tuple) else value


def _at(data: Any, place: Place) -> Any:
    for step in place:
        data = data[step]
    return data


def _places(data: Mapping[str, Any]) -> Found:
    yield from _named("", (), ("title", "summary"))
    for name, fields in _LISTS.items():
        for at, part in enumerate(data[name]):
            yield from _named(f"{name}.{part['id']}.", (name, at), fields)
    for at, band in enumerate(data["share"]["bands"] if data["share"] else ()):
        yield from _named(f"share.bands.{band['id']}.", ("share", "bands", at), _LISTS["bands"])
    yield from _scales(data["scales"])
    yield from _profile(data["profile"])
    for at, word in enumerate(data["words"]):
        yield from _named(f"words.{word['term']}.", ("words", at), tuple(word))
    for at, area in enumerate(data["areas"]):
        yield from _area(area, ("areas", at))
    yield from _named("consent.", ("consent",), tuple(data["consent"]))
    for name, lines in data["field_texts"].items():
        yield from _numbered(f"field_texts.{name}.", ("field_texts", name), lines)
    yield from _quiz(data["quiz"])


def _named(key: str, place: Place, fields: Sequence[str]) -> Found:
    yield from ((f"{key}{name}", (*place, name)) for name in fields)


def _numbered(key: str, place: Place, lines: Sequence[object]) -> Found:
    yield from ((f"{key}{at + 1}", (*place, at)) for at in range(len(lines)))


def _options(key: str, place: Place, options: Sequence[Mapping[str, Any]]) -> Found:
    for at, option in enumerate(options):
        yield f"{key}{option['id']}", (*place, at, "label")


def _scales(scales: Sequence[Mapping[str, Any]]) -> Found:
    for at, scale in enumerate(scales):
        key, place = f"scales.{scale['id']}.", ("scales", at)
        yield f"{key}title", (*place, "title")
        yield from _options(f"{key}options.", (*place, "options"), scale["options"])


def _profile(questions: Sequence[Mapping[str, Any]]) -> Found:
    for at, question in enumerate(questions):
        key, place = f"profile.{question['id']}.", ("profile", at)
        yield f"{key}text", (*place, "text")
        yield from _options(f"{key}options.", (*place, "options"), question["options"])


def _area(area: Mapping[str, Any], place: Place) -> Found:
    key = f"areas.{area['id']}."
    yield f"{key}title", (*place, "title")
    for role, lines in area["probes"].items():
        yield from _numbered(f"{key}probes.{role}.", (*place, "probes", role), lines)
    for at, item in enumerate(area["items"]):
        yield from _item(item, (*place, "items", at))


def _item(item: Mapping[str, Any], place: Place) -> Found:
    key = f"items.{item['id']}."
    yield from _named(key, place, _ITEM)
    yield from _named(f"{key}criteria.", (*place, "criteria"), tuple(item["criteria"]))
    for at in range(len(item["na_preset"])):
        yield f"{key}na_preset.{at + 1}", (*place, "na_preset", at, "when")
    for name in ("baseline", "target"):
        if item[name] is not None:
            yield f"{key}{name}.note", (*place, name, "note")


def _quiz(quiz: Mapping[str, Any] | None) -> Found:
    if quiz is None:
        return
    yield "quiz.instructions", ("quiz", "instructions")
    for at, question in enumerate(quiz["questions"]):
        place = ("quiz", "questions", at)
        yield f"quiz.{at + 1}.text", (*place, "text")
        yield from _numbered(f"quiz.{at + 1}.answers.", (*place, "answers"), question["answers"])
