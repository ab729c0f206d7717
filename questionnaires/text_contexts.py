"""Where each text of a questionnaire stands and who reads it, in words for somebody who translates it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from questionnaires.catalogue import marked, tr
from questionnaires.definition import Area, Item, Prompt, Questionnaire
from questionnaires.texts import texts

_ROLES: Mapping[str, str] = {
    "staff": marked("staff"),
    "director": marked("the head of unit"),
    "focal_point": marked("the gender focal point"),
    "hr_officer": marked("the personnel officer"),
    "facilitator": marked("the facilitators"),
    "group": marked("a group in the workshop"),
    "partner": marked("partners"),
}
_INSTRUMENTS: Mapping[str, str] = {
    "document_review": marked("document review"),
    "staff_data": marked("staff data"),
    "interview": marked("interview"),
    "survey": marked("survey"),
    "workshop": marked("workshop"),
}
_FIELDS: Mapping[str, str] = {
    "label": marked("its name"),
    "meaning": marked("what it means"),
    "title": marked("its name"),
    "text": marked("the text"),
    "elsewhere": marked("the same post outside the ILO"),
    "unit": marked("what is counted"),
    "period": marked("of which time"),
    "note": marked("a note"),
    "gap": marked("short name of the gap where the rating is low"),
    "counts_when": marked("what counts"),
    "baseline.note": marked("a note on the baseline"),
    "target.note": marked("a note on the aim"),
    "term": marked("the neutral word"),
    "ilo_un": marked("in a UN organisation"),
    "ministry": marked("in a ministry"),
    "trade_union": marked("in a trade union"),
    "employers_organisation": marked("in an employers' organisation"),
    "core": marked("opening"),
    "small_office": marked("in a small office"),
    "notes": marked("on notes"),
    "limit": marked("the one limit"),
    "withdrawal": marked("on withdrawing"),
    "question": marked("the question itself"),
    "survey": marked("in the survey"),
    "instructions": marked("how it goes"),
    "summary": marked("what it is"),
}
_KINDS: Mapping[str, str] = {
    "bands": marked("Band of a rating"),
    "fronts": marked("Front (a group of areas)"),
    "reasons": marked("Reason why an item does not apply"),
    "responsible": marked("Who answers for a recommendation"),
    "figures": marked("Figure quoted from documents"),
}


def contexts(questionnaire: Questionnaire) -> dict[str, str]:
    """Key -> where the text stands, for every key of `questionnaires.texts`."""
    places = dict(_places(questionnaire))
    return {key: _context(key, places) for key in texts(questionnaire)}


def _context(key: str, places: Mapping[str, str]) -> str:
    """The longest beginning of the key that has a place; what is left of it says which text is meant."""
    steps = key.split(".")
    for count in range(len(steps), 0, -1):
        place = places.get(".".join(steps[:count]))
        if place is not None:
            rest = ".".join(steps[count:])
            return f"{place}: {_field(rest)}" if rest else place
    return tr("The questionnaire: {field}", field=_field(key))


def _field(name: str) -> str:
    return tr(_FIELDS[name]) if name in _FIELDS else name


def _role(name: str) -> str:
    return tr(_ROLES[name]) if name in _ROLES else name


def _places(questionnaire: Questionnaire) -> Iterator[tuple[str, str]]:
    for kind, words in _KINDS.items():
        yield from ((f"{kind}.{part.id}", tr(words)) for part in getattr(questionnaire, kind))
    yield from ((f"prompts.{one.id}.text", _prompt(one)) for one in questionnaire.prompts)
    for advice in questionnaire.recommendations:
        area = questionnaire.area(advice.area)
        place = tr("Recommendation, {area}", area=_area(area) if area else advice.area)
        yield f"recommendations.{advice.id}.text", place
    yield from _scales(questionnaire)
    for word in questionnaire.words:
        yield f"words.{word.term}", tr("Word of the house '{term}'", term=word.term)
    for area in questionnaire.areas:
        yield from _in_area(questionnaire, area)
    yield "consent", tr("Consent, read out or shown before anybody answers")
    yield from _around(questionnaire)


def _prompt(prompt: Prompt) -> str:
    asked = _instruments(prompt.instruments)
    if prompt.each_area:
        return tr("Open question ({instruments}), once an area", instruments=asked)
    return tr("Open question ({instruments})", instruments=asked)


def _instruments(names: Iterable[str]) -> str:
    return ", ".join(tr(_INSTRUMENTS[name]) for name in names)


def _scales(questionnaire: Questionnaire) -> Iterator[tuple[str, str]]:
    for scale in questionnaire.scales:
        title = tr("Scale {id}: the question above the answers", id=scale.id)
        yield f"scales.{scale.id}.title", title
        for option in scale.options:
            place = tr("Scale '{title}': an answer to choose", title=scale.title)
            yield f"scales.{scale.id}.options.{option.id}", place
    for question in questionnaire.profile:
        yield f"profile.{question.id}.text", tr("Question about the person who answers")
        for choice in question.options:
            place = tr("Question about the person, '{text}': an answer to choose", text=question.text)
            yield f"profile.{question.id}.options.{choice.id}", place


def _area(area: Area) -> str:
    return tr("area {id} {title}", id=area.id, title=area.title)


def _in_area(questionnaire: Questionnaire, area: Area) -> Iterator[tuple[str, str]]:
    yield f"areas.{area.id}.title", tr("Area {id}: its name", id=area.id)
    for role, lines in area.probes.items():
        for number in range(1, len(lines) + 1):
            place = tr("Interview guide, {area}: to ask {role}", area=_area(area), role=_role(role))
            yield f"areas.{area.id}.probes.{role}.{number}", place
    for item in area.items:
        yield from _item(questionnaire, item, area)


def _item(questionnaire: Questionnaire, item: Item, area: Area) -> Iterator[tuple[str, str]]:
    place = tr("Item {id}", id=item.id)
    yield f"items.{item.id}", place
    asked = tr(
        "Item {id}, {area}: asked of {roles} ({instruments})",
        id=item.id,
        area=_area(area),
        roles=", ".join(_role(role) for role in item.respondents),
        instruments=_instruments(item.instruments),
    )
    yield f"items.{item.id}.text", asked
    scale = questionnaire.scale_of(item)
    for option_id in item.criteria:
        option = scale.option(option_id)
        answer = option.label if option else option_id
        told = tr("Item {id}: what must be true for '{answer}'", id=item.id, answer=answer)
        yield f"items.{item.id}.criteria.{option_id}", told
    for number in range(1, len(item.na_preset) + 1):
        yield f"items.{item.id}.na_preset.{number}", tr("Item {id}: when it does not apply", id=item.id)


def _around(questionnaire: Questionnaire) -> Iterator[tuple[str, str]]:
    for number in range(1, len(questionnaire.field_texts.probes) + 1):
        yield f"field_texts.probes.{number}", tr("Interview guide: a question that fits any area")
    for number in range(1, len(questionnaire.field_texts.closing) + 1):
        yield f"field_texts.closing.{number}", tr("Interview guide: at the end")
    yield "quiz", tr("Knowledge quiz")
    for place, question in enumerate(questionnaire.quiz.questions if questionnaire.quiz else (), 1):
        yield f"quiz.{place}.text", tr("Knowledge quiz: question {number}", number=place)
        for answer in range(1, len(question.answers) + 1):
            told = tr("Knowledge quiz, question {number}: a wrong answer", number=place)
            if answer == question.right:
                told = tr("Knowledge quiz, question {number}: the right answer", number=place)
            yield f"quiz.{place}.answers.{answer}", told
